//! What every view is made with: the knowledge, the sentences of one language, and how the program was called.

use super::Invocation;
use crate::decide::Facts;
use crate::knowledge::axis::Axis;
use crate::knowledge::grid::ValueSet;
use crate::knowledge::ids::{AxisId, OnAxis};
use crate::knowledge::table::Table;
use crate::knowledge::{Citation, Knowledge, Text, Value};
use crate::locale::{Message, Messages};

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
    #[must_use]
    pub fn spoken(self, messages: &'a Messages) -> Self {
        Self::new(self.knowledge, messages, self.invocation)
    }

    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.language)
    }

    pub fn say(&self, message: &Message) -> String {
        self.messages.say(message)
    }

    pub fn word(&self, id: &'static str) -> String {
        self.messages.text(id)
    }

    pub fn value(&self, axis: &Axis, value: OnAxis) -> &'a Value {
        axis.value(value, &self.knowledge[axis.vocabulary])
    }

    pub fn names(&self, axis: &Axis, set: &ValueSet) -> String {
        let names = set.ones().map(|value| self.text(&self.value(axis, value).name));
        names.collect::<Vec<_>>().join(", ")
    }

    /// The same in a word or two each.
    pub fn shorts(&self, axis: &Axis, set: &ValueSet) -> String {
        let values = set.ones().map(|value| self.value(axis, value));
        values.map(|value| value.short.as_str()).collect::<Vec<_>>().join("/")
    }

    /// The same, but for a single package, whose short name tells little outside of a grid.
    pub fn in_a_word(&self, axis: &Axis, set: &ValueSet) -> String {
        let is_package = self.knowledge[axis.vocabulary].installable && set.count() == 1;
        if is_package { self.names(axis, set) } else { self.shorts(axis, set) }
    }

    pub fn ids(&self, axis: &Axis, set: &ValueSet) -> Vec<String> {
        set.ones().map(|value| self.value(axis, value).id.clone()).collect()
    }

    /// Ids of the documents cited, each once.
    pub fn source_ids(&self, citations: &[Citation]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for source in citations.iter().map(|citation| &self.knowledge[citation.source]) {
            if !ids.contains(&source.id) {
                ids.push(source.id.clone());
            }
        }
        ids
    }

    /// The facts as arguments of `check`: ids, in the order of the axes.
    pub fn arguments(&self, table: &Table, facts: &Facts) -> Vec<String> {
        let known = AxisId::of(&table.axes).filter_map(|(index, axis)| {
            let set = facts.get(index)?;
            Some(format!("{}={}", axis.id, self.ids(axis, set).join(",")))
        });
        known.collect()
    }

    /// The same, each value by the shortest of its names that needs no quotes and no capital letters.
    pub fn short_arguments(&self, table: &Table, facts: &Facts) -> Vec<String> {
        let plain =
            |name: &&str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let shortest = |value: &'a Value| {
            let names = std::iter::once(&value.id).chain(&value.aliases).map(String::as_str);
            names.filter(plain).min_by_key(|name| name.len()).unwrap_or(value.id.as_str())
        };
        let known = AxisId::of(&table.axes).filter_map(|(at, axis)| {
            let values = facts.get(at)?.ones().map(|value| self.value(axis, value));
            Some(format!("{}={}", axis.id, values.map(shortest).collect::<Vec<_>>().join(",")))
        });
        known.collect()
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
