//! `when` as it is written: which values of which axes, and how two axes must relate.
//!
//! Read by hand-written visitors, because an untagged enum would lose the position of each name.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::Spanned;
use super::pair::Pair;

/// Any of several conjunctions.
#[derive(Debug)]
pub struct When(pub Vec<Conjunction>);

/// Everything in it must hold.
#[derive(Debug, Default)]
pub struct Conjunction {
    /// Axis and what its value must be.
    pub axes: Vec<(Spanned<String>, Spanned<Terms>)>,
    pub relations: Vec<(Relating, Spanned<Relation>)>,
}

impl Conjunction {
    /// The bytes from its first key to its last value; nothing if it is empty.
    pub fn span(&self) -> Option<Range<usize>> {
        let axes = self.axes.iter().map(|(name, terms)| name.span().start..terms.span().end);
        let relations = self.relations.iter().map(|(_, relation)| relation.span());
        axes.chain(relations).reduce(|all, one| all.start.min(one.start)..all.end.max(one.end))
    }
}

/// How two values must relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relating {
    /// Both carry the attribute, and it is not the same.
    Differ,
    /// Both carry the attribute, and it is the same.
    Agree,
}

/// Two axes and the attribute that is compared.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Relation {
    pub axes: Pair<Spanned<String>>,
    pub attribute: Spanned<String>,
}

/// What the value of one axis must be.
#[derive(Debug)]
pub enum Terms {
    /// One id of a value or group; its position is that of the whole.
    One(String),
    Any(Vec<Spanned<String>>),
    Not(Vec<Spanned<String>>),
    /// Any value whose version is in the range.
    Version(Spanned<semver::VersionReq>),
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let conjunctions = deserializer.deserialize_any(OneOrMany::<Conjunction>(PhantomData))?;
        Ok(Self(conjunctions))
    }
}

struct OneOrMany<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMany<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table, or a list of tables")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(|one| vec![one])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(seq))
    }
}

impl<'de> Deserialize<'de> for Conjunction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Conjunction;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of axes")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Conjunction, A::Error> {
                let mut read = Conjunction::default();
                while let Some(key) = map.next_key::<Spanned<String>>()? {
                    match key.get_ref().as_str() {
                        "differ" => read.relations.push((Relating::Differ, map.next_value()?)),
                        "agree" => read.relations.push((Relating::Agree, map.next_value()?)),
                        _ => read.axes.push((key, map.next_value()?)),
                    }
                }
                Ok(read)
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

impl<'de> Deserialize<'de> for Terms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shapes;
        impl<'de> Visitor<'de> for Shapes {
            type Value = Terms;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id, a list of ids, `{ not = [...] }` or `{ version = \"...\" }`")
            }

            fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<Terms, E> {
                Ok(Terms::One(id.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Terms, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Terms::Any)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Terms, A::Error> {
                let Some(key) = map.next_key::<String>()? else {
                    return Err(serde::de::Error::custom("an empty table says nothing"));
                };
                let terms = match key.as_str() {
                    "not" => Terms::Not(map.next_value()?),
                    "version" => Terms::Version(map.next_value()?),
                    other => return Err(serde::de::Error::unknown_field(other, &["not", "version"])),
                };
                match map.next_key::<String>()? {
                    None => Ok(terms),
                    Some(more) => Err(serde::de::Error::unknown_field(&more, &[])),
                }
            }
        }
        deserializer.deserialize_any(Shapes)
    }
}
