//! What every view is made with: the knowledge, the sentences of one language, and how the program was called.

use indexmap::{IndexMap, IndexSet};

use super::Invocation;
use crate::decide::Facts;
use crate::knowledge::{Axis, AxisId, Citation, Knowledge, OnAxis, Table, Text, Value, ValueId, ValueSet, Vocabulary};
use crate::locale::{Joined as _, Message, Messages};
use crate::model::braces;

/// The axes of which something is known, and what.
pub fn known<'t>(table: &'t Table, facts: &'t Facts) -> impl Iterator<Item = (&'t Axis, &'t ValueSet)> {
    AxisId::of(&table.axes).filter_map(|(at, axis)| Some((axis, facts.get(at)?)))
}

/// A value as it is typed: by its short name if it is read as that, else by the shortest that is; none needs quotes or capital letters.
pub fn typed(vocabulary: &Vocabulary, meant: ValueId) -> String {
    let is_plain = |name: &String| {
        name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte))
    };
    let value = &vocabulary[meant];
    let typed = |name: &String| name.to_ascii_lowercase().replace(' ', "-");
    let mut names: Vec<String> = value.aliases.iter().map(typed).collect();
    names.sort_by_key(String::len);
    let mut names = std::iter::once(typed(&value.short)).chain(names).filter(is_plain);
    let is_read = |name: &String| vocabulary.read(name).is_some_and(|read| read.values == [meant]);
    names.find(|name| name.len() <= value.id.len() && is_read(name)).unwrap_or_else(|| value.id.clone())
}

#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub knowledge: &'a Knowledge,
    pub messages: &'a Messages,
    pub invocation: &'a Invocation,
    /// The language that texts of the knowledge are in.
    language: &'a str,
}

impl<'a> Context<'a> {
    pub fn new(knowledge: &'a Knowledge, messages: &'a Messages, invocation: &'a Invocation) -> Self {
        Self { knowledge, messages, invocation, language: messages.nearest_of(&knowledge.languages) }
    }

    /// The same with other sentences.
    pub fn spoken(self, messages: &'a Messages) -> Self {
        Self::new(self.knowledge, messages, self.invocation)
    }

    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.language)
    }

    /// The same as the views hold it.
    pub fn told(&self, text: &Text) -> String {
        self.text(text).to_owned()
    }

    pub fn say(&self, message: &Message) -> String {
        self.messages.say(message)
    }

    pub fn word(&self, id: &'static str) -> String {
        self.messages.text(id)
    }

    pub fn value(&self, axis: &Axis, value: OnAxis) -> &'a Value {
        self.knowledge.value(axis, value)
    }

    pub fn names(&self, axis: &Axis, set: &ValueSet) -> String {
        set.ones().map(|value| self.text(&self.value(axis, value).name)).joined(", ")
    }

    /// The same in a word or two each.
    pub fn shorts(&self, axis: &Axis, set: &ValueSet) -> String {
        set.ones().map(|value| &self.value(axis, value).short).joined("/")
    }

    pub fn ids(&self, axis: &Axis, set: &ValueSet) -> Vec<String> {
        self.knowledge.ids(axis, set.ones())
    }

    /// What facts say of an axis; nothing where it is open.
    pub fn ids_of(&self, table: &Table, axis: AxisId, facts: &Facts) -> Vec<String> {
        facts.get(axis).map(|set| self.ids(&table[axis], set)).unwrap_or_default()
    }

    /// A text with the values that it shows: `{axis}` is what they are called, `{axis.attribute}` what they carry.
    pub fn filled<'s>(&self, table: &Table, text: &Text, shown: impl Fn(AxisId) -> Option<&'s ValueSet>) -> String {
        braces::filled(self.text(text), |name| {
            let (id, attribute) = braces::parted(name);
            let (at, axis) = AxisId::of(&table.axes).find(|(_, axis)| axis.id == id)?;
            let set = shown(at)?;
            let Some(attribute) = attribute else { return Some(self.called(axis, set)) };
            let known = &self.knowledge[axis.vocabulary].attributes;
            let position = known.iter().position(|own| own.id == attribute)?;
            Some(self.carried(axis, set, position))
        })
    }

    /// The same while nothing is asked: what would be shown, in angle brackets.
    pub fn unfilled(&self, table: &Table, text: &Text, shows: &[AxisId]) -> String {
        braces::filled(self.text(text), |name| {
            let (id, attribute) = braces::parted(name);
            let axis = shows.iter().map(|axis| &table[*axis]).find(|axis| axis.id == id)?;
            let known = &self.knowledge[axis.vocabulary].attributes;
            let title = match attribute {
                Some(attribute) => &known.iter().find(|own| own.id == attribute)?.title,
                None => &axis.title,
            };
            Some(format!("<{}>", self.text(title)))
        })
    }

    /// What values are called in a sentence: all forms of one that the axis does not have by the name of that one.
    fn called(&self, axis: &Axis, set: &ValueSet) -> String {
        let vocabulary = &self.knowledge[axis.vocabulary];
        let refining = |parent| axis.all().filter(move |own| vocabulary[axis[*own]].refines == Some(parent));
        let names = set.ones().map(|value| axis.value(value, vocabulary)).map(|value| {
            let is_whole = |parent: &_| axis.find(*parent).is_none() && refining(*parent).all(|own| set.contains(own));
            let called = value.refines.filter(is_whole).map_or(value, |parent| &vocabulary[parent]);
            self.text(&called.name)
        });
        names.collect::<IndexSet<_>>().joined(", ")
    }

    /// What values carry of an attribute: once, if it is the same, else each with the values that do.
    fn carried(&self, axis: &Axis, set: &ValueSet, attribute: usize) -> String {
        let unsaid = self.messages.text("attribute-unsaid");
        let mut carried: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for value in set.ones().map(|value| self.value(axis, value)) {
            let own = value.attributes.get(attribute).and_then(Option::as_deref).unwrap_or(&unsaid);
            carried.entry(own).or_default().push(&value.short);
        }
        match carried.first() {
            Some((only, _)) if carried.len() == 1 => (*only).to_owned(),
            _ => carried.iter().map(|(own, shorts)| format!("{own} ({})", shorts.join("/"))).joined(", "),
        }
    }

    pub fn source_ids(&self, citations: &[Citation]) -> Vec<String> {
        self.knowledge.source_ids(citations)
    }

    pub fn facts(&self, table: &Table, facts: &Facts) -> IndexMap<String, Vec<String>> {
        known(table, facts).map(|(axis, set)| (axis.id.clone(), self.ids(axis, set))).collect()
    }

    /// The facts as arguments of `check`: ids, in the order of the axes.
    pub fn arguments(&self, table: &Table, facts: &Facts) -> Vec<String> {
        known(table, facts).map(|(axis, set)| format!("{}={}", axis.id, self.ids(axis, set).join(","))).collect()
    }

    /// The same, each value as it is typed.
    pub fn short_arguments(&self, table: &Table, facts: &Facts) -> Vec<String> {
        let typed = known(table, facts).map(|(axis, set)| {
            let values = set.ones().map(|value| typed(&self.knowledge[axis.vocabulary], axis[value]));
            format!("{}={}", axis.id, values.joined(","))
        });
        typed.collect()
    }

    /// A short command that asks about these facts.
    pub fn check_line(&self, table: &Table, facts: &Facts) -> String {
        let known = self.short_arguments(table, facts);
        let which = if table.id == self.knowledge.default_table { vec![] } else { vec!["--table", table.id.as_str()] };
        self.invocation.command("check", which.into_iter().chain(known.iter().map(String::as_str)))
    }

    /// The command that gives the answer to these facts again.
    pub fn check_again(&self, table: &Table, facts: &Facts) -> String {
        let arguments = self.arguments(table, facts);
        let words = ["--table", table.id.as_str()].into_iter().chain(arguments.iter().map(String::as_str));
        self.invocation.command("check", words)
    }
}
