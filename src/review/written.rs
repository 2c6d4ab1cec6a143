//! A box in the notation of `when`, so that it can be pasted into a rule.

use indexmap::IndexMap;
use serde::Serialize;

use crate::knowledge::{Axis, Boxed, Knowledge, Table, ValueSet, Vocabulary};

/// A box as a condition. An axis of which it has every value is not mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrittenBox {
    pub cells: usize,
    pub when: IndexMap<String, Vec<String>>,
    /// The same as it would stand in a file: a group is called by its name, and where most values are meant, those that are not are
    /// named. Read as a forbid reads it: every value counts.
    #[serde(skip)]
    pub written: String,
}

impl WrittenBox {
    /// The box with a set of values on each of these axes, which come with their vocabularies.
    pub fn of<'a>(axes: impl Iterator<Item = (&'a Axis, &'a Vocabulary)>, sets: &Boxed) -> Self {
        let (mut when, mut entries) = (IndexMap::new(), Vec::new());
        for ((axis, vocabulary), set) in axes.zip(sets).filter(|((axis, _), set)| set.count() < axis.values.len()) {
            let ids = set.ones().map(|value| axis.value(value, vocabulary).id.clone());
            when.insert(axis.id.clone(), ids.collect());
            entries.push(format!("{} = {}", key(&axis.id), terms(axis, vocabulary, set)));
        }
        let written = if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) };
        Self { cells: sets.iter().map(ValueSet::count).product(), when, written }
    }

    /// The same in a table of this knowledge.
    pub fn in_table(table: &Table, knowledge: &Knowledge, sets: &Boxed) -> Self {
        Self::of(table.axes.iter().map(|axis| (axis, &knowledge[axis.vocabulary])), sets)
    }
}

fn terms(axis: &Axis, vocabulary: &Vocabulary, set: &ValueSet) -> String {
    let list = |set: &ValueSet| {
        let ids: Vec<String> = set.ones().map(|value| quoted(&axis.value(value, vocabulary).id)).collect();
        if let [one] = ids.as_slice() { one.clone() } else { format!("[{}]", ids.join(", ")) }
    };
    let group = vocabulary.groups.iter().find(|group| {
        let members = group.members.iter().filter_map(|member| axis.find(*member));
        !group.ambiguous && ValueSet::of(set.size(), members) == *set
    });
    match group {
        Some(group) if set.count() > 1 => quoted(&group.id),
        _ if 2 * set.count() > axis.values.len() + 1 => {
            let mut others = axis.full_set();
            others.difference_with(set);
            let others = list(&others);
            if others.starts_with('[') { format!("{{ not = {others} }}") } else { format!("{{ not = [{others}] }}") }
        }
        _ => list(set),
    }
}

/// A name as a key of TOML: bare if it can be.
fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { quoted(name) }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
