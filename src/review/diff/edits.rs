//! What was written otherwise: entry by entry, key by key.
//!
//! Files are read as plain TOML, so no key can be forgotten here. Comments and white space are not read, and the order of
//! entries counts only among entries that both sides have.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize as _, Serialize};
use toml::de::{DeTable, DeValue, ValueDeserializer};
use toml::{Spanned, Value};

use crate::diag::{FileId, Files};

/// One entry that is not the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Relative to the folder.
    pub path: String,
    /// The line of the entry, on the new side, or on the old one if it is gone.
    pub line: usize,
    /// `permit.some-rule`; the name of a key for the head of a file.
    pub entry: String,
    pub change: Change,
    pub keys: Vec<KeyChange>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::Display)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Change {
    Added,
    Removed,
    Changed,
    /// It stands somewhere else among the others: it is shown in another order.
    Reordered,
}

/// A key with both its values as TOML; none where it is not written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyChange {
    /// `because.en`
    pub key: String,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Of two lists that have something in common: what one of them has more than the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<ItemChange>,
}

/// Both are empty where the order alone is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemChange {
    pub removed: Vec<String>,
    pub added: Vec<String>,
}

struct WrittenEntry {
    name: String,
    line: usize,
    value: Value,
}

/// Every entry that differs, by file and by line.
pub fn edits(old: &Files, new: &Files) -> Vec<Edit> {
    let files = |files: &Files| -> BTreeMap<String, Vec<WrittenEntry>> {
        files.iter().map(|(id, file)| (file.path.clone(), written(files, id))).collect()
    };
    let (mut old, new) = (files(old), files(new));
    let mut edits = Vec::new();
    for (path, entries) in new {
        compare(&path, &old.remove(&path).unwrap_or_default(), &entries, &mut edits);
    }
    for (path, entries) in old {
        compare(&path, &entries, &[], &mut edits);
    }
    edits.sort_by(|one, two| (&one.path, one.line, &one.entry).cmp(&(&two.path, two.line, &two.entry)));
    edits
}

fn compare(path: &str, old: &[WrittenEntry], new: &[WrittenEntry], edits: &mut Vec<Edit>) {
    let mut push = |entry: &WrittenEntry, change: Change, keys: Vec<KeyChange>| {
        edits.push(Edit { path: path.to_owned(), line: entry.line, entry: entry.name.clone(), change, keys });
    };
    let by_name = |entries: &[WrittenEntry]| -> BTreeMap<String, usize> {
        entries.iter().enumerate().map(|(at, entry)| (entry.name.clone(), at)).collect()
    };
    let (in_old, in_new) = (by_name(old), by_name(new));
    old.iter()
        .filter(|entry| !in_new.contains_key(&entry.name))
        .for_each(|entry| push(entry, Change::Removed, Vec::new()));
    // The old positions of entries that both have must ascend in the new order.
    let mut highest = 0;
    for entry in new {
        let Some((at, before)) = in_old.get(&entry.name).and_then(|at| Some((*at, old.get(*at)?))) else {
            push(entry, Change::Added, Vec::new());
            continue;
        };
        let mut keys = Vec::new();
        differing("", Some(&before.value), Some(&entry.value), &mut keys);
        if !keys.is_empty() {
            push(entry, Change::Changed, keys);
        } else if at < highest && entry.name.contains('.') {
            push(entry, Change::Reordered, Vec::new());
        }
        if entry.name.contains('.') {
            highest = highest.max(at);
        }
    }
}

/// Keys whose values differ, as deep as both are tables.
fn differing(name: &str, old: Option<&Value>, new: Option<&Value>, keys: &mut Vec<KeyChange>) {
    match (old, new) {
        (Some(Value::Table(old)), Some(Value::Table(new))) => {
            let both: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for key in both {
                let deeper = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                differing(&deeper, old.get(key), new.get(key), keys);
            }
        }
        (old, new) if old == new => {}
        (old, new) => {
            let items = Option::zip(old.and_then(Value::as_array), new.and_then(Value::as_array));
            keys.push(KeyChange {
                key: name.to_owned(),
                before: old.map(shown),
                after: new.map(shown),
                items: items.and_then(|(old, new)| item_change(old, new)),
            });
        }
    }
}

fn item_change(old: &[Value], new: &[Value]) -> Option<ItemChange> {
    let (mut removed, mut added): (Vec<String>, _) = (old.iter().map(shown).collect(), Vec::new());
    for item in new.iter().map(shown) {
        match removed.iter().position(|old| *old == item) {
            Some(at) => drop(removed.remove(at)),
            None => added.push(item),
        }
    }
    (removed.len() < old.len()).then_some(ItemChange { removed, added })
}

fn shown(value: &Value) -> String {
    value.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The entries of a file in its order: `[section.id]`, `[[list]]` by its `id`, and the keys of the head.
fn written(files: &Files, file: FileId) -> Vec<WrittenEntry> {
    let (table, _) = DeTable::parse_recoverable(files.text(file));
    let mut found: Vec<(usize, WrittenEntry)> = Vec::new();
    let mut add = |name: String, at: usize, value: Spanned<DeValue<'_>>| {
        let line = files.line(file, at).0;
        if let Ok(value) = Value::deserialize(ValueDeserializer::from(value)) {
            found.push((at, WrittenEntry { name, line, value }));
        }
    };
    for (key, value) in table.into_inner() {
        let (at, span, name) = (key.span().start, value.span(), key.into_inner().into_owned());
        match value.into_inner() {
            DeValue::Table(entries) if entries.values().all(|entry| matches!(entry.get_ref(), DeValue::Table(_))) => {
                for (id, entry) in entries {
                    add(format!("{name}.{}", id.get_ref()), id.span().start, entry);
                }
            }
            DeValue::Array(items) if items.iter().any(|item| id_of(item).is_some()) => {
                for item in items {
                    let id = id_of(&item).unwrap_or_default();
                    add(format!("{name}.{id}"), item.span().start, item);
                }
            }
            value => add(name, at, Spanned::new(span, value)),
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, written)| written).collect()
}

fn id_of(item: &Spanned<DeValue<'_>>) -> Option<String> {
    item.get_ref().as_table()?.get("id")?.get_ref().as_str().map(str::to_owned)
}
