//! Values that repeat their number: one entry as a pattern, and what differs from value to value.
//!
//! In: an entry with names in braces, and for each value what stands for them. Out: an entry for each value.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use toml::Spanned as TomlSpanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::braces;
use super::entry::Spanned;
use crate::diag::Place;

/// What makes an entry a series.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
pub struct Series {
    /// The id of each value, as a pattern.
    pub id: Spanned<String>,
    pub each: Vec<Spanned<Member>>,
}

/// What stands for the names of a pattern: a number alone, or the number and others by their names.
#[derive(Debug)]
pub struct Member(pub BTreeMap<String, String>);

impl<'de> Deserialize<'de> for Member {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shapes;
        impl<'de> Visitor<'de> for Shapes {
            type Value = Member;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number as text, or a table of texts")
            }

            fn visit_str<E: serde::de::Error>(self, number: &str) -> Result<Member, E> {
                Ok(Member(BTreeMap::from([("number".to_owned(), number.to_owned())])))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Member, A::Error> {
                let names = BTreeMap::<String, String>::deserialize(MapAccessDeserializer::new(map))?;
                if names.contains_key("number") {
                    Ok(Member(names))
                } else {
                    Err(serde::de::Error::missing_field("number"))
                }
            }
        }
        deserializer.deserialize_any(Shapes)
    }
}

impl Member {
    fn filled(&self, text: &str) -> String {
        braces::filled(text, |name| self.0.get(name).cloned())
    }

    /// The id of the value: a dot is no part of an id.
    pub fn id(&self, pattern: &str) -> String {
        self.filled(pattern).replace('.', "-")
    }

    /// As many bytes as a pattern can become, at most.
    pub fn most_bytes(&self, pattern: &str) -> usize {
        let longest = self.0.values().map(String::len).max().unwrap_or_default();
        pattern.matches('{').count().saturating_mul(longest).saturating_add(pattern.len())
    }

    /// The names in a text for which the member has nothing.
    pub fn lacking(&self, text: &str, at: &Place) -> Vec<(String, Place)> {
        let missing = braces::names(text).filter(|name| braces::is_name(name) && !self.0.contains_key(*name));
        missing.map(|name| (name.to_owned(), at.clone())).collect()
    }

    /// The entry of the value. An item of a list and an attribute of which the member has nothing are left out; other names for which it
    /// has nothing are noted, but for those of a note, which may be attributes.
    pub fn entry<'f>(&self, pattern: &DeTable<'f>, lacking: &mut Vec<(String, Place)>) -> DeTable<'f> {
        let mut entry = DeTable::new();
        for (key, value) in pattern {
            let mut own = Vec::new();
            let mut value = self.value(value, &mut own);
            match (&**key.get_ref(), value.get_mut()) {
                ("version", DeValue::String(version)) => *version = in_three_parts(version).into(),
                ("refines", DeValue::String(id)) => *id = id.replace('.', "-").into(),
                ("note", _) => own.clear(),
                ("attributes", DeValue::Table(carried)) => {
                    let lacks = |one: &TomlSpanned<DeValue<'f>>| own.iter().any(|(_, at)| *at == one.span());
                    *carried = std::mem::take(carried).into_iter().filter(|(_, one)| !lacks(one)).collect();
                    own.clear();
                }
                _ => {}
            }
            lacking.extend(own);
            entry.insert(key.clone(), value);
        }
        entry
    }

    fn value<'f>(
        &self,
        value: &TomlSpanned<DeValue<'f>>,
        lacking: &mut Vec<(String, Place)>,
    ) -> TomlSpanned<DeValue<'f>> {
        let filled = match value.get_ref() {
            DeValue::String(text) => {
                lacking.extend(self.lacking(text, &value.span()));
                DeValue::String(self.filled(text).into())
            }
            DeValue::Array(items) => {
                let mut kept = DeArray::new();
                for item in items {
                    let mut own = Vec::new();
                    let item = self.value(item, &mut own);
                    if own.is_empty() {
                        kept.push(item);
                    }
                }
                DeValue::Array(kept)
            }
            DeValue::Table(table) => {
                DeValue::Table(table.iter().map(|(key, value)| (key.clone(), self.value(value, lacking))).collect())
            }
            other => other.clone(),
        };
        TomlSpanned::new(value.span(), filled)
    }
}

/// A semantic version has three parts; a series may number by fewer.
fn in_three_parts(version: &str) -> String {
    let parts = version.split('.').count();
    let plain = version.chars().all(|c| c.is_ascii_digit() || c == '.');
    if plain { format!("{version}{}", ".0".repeat(3_usize.saturating_sub(parts))) } else { version.to_owned() }
}
