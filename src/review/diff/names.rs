//! Names that are read otherwise: an alias that went to another value, or is known no more.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::knowledge::{Knowledge, Vocabulary};

/// A name that does not mean the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameChange {
    pub vocabulary: String,
    pub name: String,
    /// Ids of the values it meant; none if it was unknown.
    pub before: Vec<String>,
    pub after: Vec<String>,
}

/// Every name, alias, id, build and shorthand that either side writes down, read by both.
pub fn renamed(old: &Knowledge, new: &Knowledge) -> Vec<NameChange> {
    let ids = old.vocabularies.iter().chain(&new.vocabularies).map(|vocabulary| vocabulary.id.as_str());
    let mut found = Vec::new();
    for id in ids.collect::<BTreeSet<_>>() {
        let old = old.vocabularies.iter().find(|own| own.id == id);
        let new = new.vocabularies.iter().find(|own| own.id == id);
        let names: BTreeSet<&str> = old.into_iter().chain(new).flat_map(names).collect();
        for name in names {
            let (before, after) = (meant(old, name), meant(new, name));
            if before != after {
                found.push(NameChange { vocabulary: id.to_owned(), name: name.to_owned(), before, after });
            }
        }
    }
    found
}

/// Ids of the values that a name can mean, sorted: which of several comes first is no difference.
fn meant(vocabulary: Option<&Vocabulary>, name: &str) -> Vec<String> {
    let Some(vocabulary) = vocabulary else { return Vec::new() };
    let read = vocabulary.read(name).map(|reading| reading.values).unwrap_or_default();
    let ids: BTreeSet<String> = read.iter().map(|value| vocabulary[*value].id.clone()).collect();
    ids.into_iter().collect()
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
