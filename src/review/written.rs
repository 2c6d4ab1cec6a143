//! A box in the notation of `when`, so that it can be pasted into a rule.

use crate::knowledge::Vocabulary;
use crate::knowledge::axis::Axis;
use crate::knowledge::grid::{Boxed, ValueSet};

/// The box as a condition on these axes: an axis of which it has every value is not mentioned, a group is called by its
/// name, and where most values are meant, those that are not are named. Read as a forbid reads it: every value counts.
pub fn written(axes: &[Axis], vocabularies: &[Vocabulary], sets: &Boxed) -> String {
    written_of(axes.iter().filter_map(|axis| Some((axis, vocabularies.get(axis.vocabulary.index())?))), sets)
}

/// The same of axes that come with their vocabularies.
pub fn written_of<'a>(axes: impl Iterator<Item = (&'a Axis, &'a Vocabulary)>, sets: &Boxed) -> String {
    let named = axes.zip(sets).filter(|((axis, _), set)| set.count() < axis.values.len());
    let entries =
        named.map(|((axis, vocabulary), set)| format!("{} = {}", key(&axis.id), terms(axis, vocabulary, set)));
    let entries = entries.collect::<Vec<_>>().join(", ");
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {entries} }}") }
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

/// A string of TOML.
fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}
