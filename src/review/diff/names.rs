//! Names that are read otherwise: an alias that went to another value, or is known no more.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::knowledge::{Axis, Knowledge, ValueId, Vocabulary};

/// A name that does not mean the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameChange {
    pub vocabulary: String,
    pub name: String,
    /// Ids of the values it meant; none if it was unknown.
    pub before: Vec<String>,
    pub after: Vec<String>,
    /// Whether an axis takes it for other values now, or for none: facts given by it may be answered otherwise.
    pub moved: bool,
}

/// Every name, alias, id, build and shorthand that either side writes down, read by both.
pub fn renamed(old: &Knowledge, new: &Knowledge) -> Vec<NameChange> {
    let ids = old.vocabularies().chain(new.vocabularies()).map(|vocabulary| vocabulary.id.as_str());
    let mut found = Vec::new();
    for id in ids.collect::<BTreeSet<_>>() {
        let was = old.vocabularies().find(|own| own.id == id);
        let is = new.vocabularies().find(|own| own.id == id);
        let names: BTreeSet<&str> = was.into_iter().chain(is).flat_map(names).collect();
        for name in names {
            let [before, after] =
                [was, is].map(|vocabulary| vocabulary.map(|own| meant(own, name)).unwrap_or_default());
            if before != after {
                let moved = Option::zip(was, is).is_some_and(|both| moved(name, both, [old, new]));
                found.push(NameChange { vocabulary: id.to_owned(), name: name.to_owned(), before, after, moved });
            }
        }
    }
    found
}

/// Ids of the values that a name can mean, sorted: which of several comes first is no difference.
fn meant(vocabulary: &Vocabulary, name: &str) -> Vec<String> {
    sorted(read(vocabulary, name).iter().map(|value| vocabulary[*value].id.as_str()))
}

fn read(vocabulary: &Vocabulary, name: &str) -> Vec<ValueId> {
    vocabulary.read(name).map(|reading| reading.values).unwrap_or_default()
}

/// Whether an axis that both have takes the name for other values now, or for none.
fn moved(name: &str, (was, is): (&Vocabulary, &Vocabulary), [old, new]: [&Knowledge; 2]) -> bool {
    let on = |axis: &Axis, vocabulary: &Vocabulary| {
        let positions = axis.all_positions(&read(vocabulary, name), vocabulary);
        sorted(positions.into_iter().map(|position| axis.value(position, vocabulary).id.as_str()))
    };
    let axes = old.tables().flat_map(|table| table.axes.iter().map(move |axis| (table, axis)));
    let mut axes = axes.filter(|(_, axis)| old[axis.vocabulary].id == was.id);
    axes.any(|(table, axis)| {
        let now = new.table(&table.id).and_then(|table| table.axis(&axis.id)).map(|(_, axis)| axis);
        let before = on(axis, was);
        now.is_some_and(|now| !before.is_empty() && before != on(now, is))
    })
}

fn sorted<'i>(ids: impl Iterator<Item = &'i str>) -> Vec<String> {
    ids.collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
}

fn names(vocabulary: &Vocabulary) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for value in &vocabulary.values {
        names.extend([value.id.as_str(), value.short.as_str()]);
        names.extend(value.name.iter().map(|(_, name)| name));
        names.extend(value.aliases.iter().map(String::as_str));
        names.extend(value.known_builds.iter().map(|known| known.build.as_str()));
    }
    for group in &vocabulary.groups {
        names.insert(group.id.as_str());
        names.extend(group.name.iter().map(|(_, name)| name));
        names.extend(group.aliases.iter().map(String::as_str));
    }
    names
}
