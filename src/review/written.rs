//! A box in the notation of `when`, so that it can be pasted into a rule.

use indexmap::IndexMap;
use serde::Serialize;

use crate::knowledge::{Axis, Boxed, Knowledge, Table, ValueSet, Vocabulary};
use crate::model::Spanned;
use crate::model::condition::{Terms, Traits, written};

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
        let (mut when, mut entries) = (IndexMap::new(), IndexMap::new());
        for ((axis, vocabulary), set) in axes.zip(sets).filter(|((axis, _), set)| set.count() < axis.values.len()) {
            let ids = set.ones().map(|value| axis.value(value, vocabulary).id.clone());
            when.insert(axis.id.clone(), ids.collect());
            entries.insert(&axis.id, terms(axis, vocabulary, set));
        }
        Self { cells: sets.iter().map(ValueSet::count).product(), when, written: written(&entries) }
    }

    /// The same in a table of this knowledge.
    pub fn in_table(table: &Table, knowledge: &Knowledge, sets: &Boxed) -> Self {
        Self::of(table.axes.iter().map(|axis| (axis, &knowledge[axis.vocabulary])), sets)
    }
}

fn terms(axis: &Axis, vocabulary: &Vocabulary, set: &ValueSet) -> Terms {
    let unplaced = |terms: Terms| Spanned::new(0..0, terms);
    let ids = |set: &ValueSet| -> Vec<Spanned<Terms>> {
        set.ones().map(|value| unplaced(Terms::One(axis.value(value, vocabulary).id.clone()))).collect()
    };
    let group = vocabulary.groups.iter().find(|group| {
        let members = group.members.iter().filter_map(|member| axis.find(*member));
        !group.ambiguous && ValueSet::of(set.size(), members) == *set
    });
    match group {
        Some(group) if set.count() > 1 => Terms::One(group.id.clone()),
        _ if 2 * set.count() > axis.values.len() + 1 => {
            let mut others = axis.full_set();
            others.difference_with(set);
            let not = Some(unplaced(Terms::Any(ids(&others))));
            Terms::All(Box::new(Traits { not, ..Traits::default() }))
        }
        _ => match set.only() {
            Some(value) => Terms::One(axis.value(value, vocabulary).id.clone()),
            None => Terms::Any(ids(set)),
        },
    }
}
