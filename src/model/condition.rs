//! `when` as it is written: which values of which axes, and how two axes must relate. Written again it is one notation, however the file
//! has it.
//!
//! Read by hand-written visitors, because an untagged enum would lose the position of each name.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, IntoDeserializer as _, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::ser::{SerializeMap as _, Serializer};
use serde::{Deserialize, Serialize};
use toml::ser::ValueSerializer;

use super::entry::Spanned;
use super::pair::Pair;
use crate::diag::Place;

/// Any of several conjunctions.
#[derive(Debug)]
pub struct When(pub OneOrMany<Conjunction>);

/// Everything in it must hold.
#[derive(Debug, Default)]
pub struct Conjunction {
    /// Axis and what its value must be.
    pub axes: Vec<(Spanned<String>, Spanned<Terms>)>,
    pub relations: Vec<Spanned<Relations>>,
}

impl Conjunction {
    /// From its first key to its last value; nothing if it is empty.
    pub fn span(&self) -> Option<Place> {
        let axes = self.axes.iter().map(|(name, terms)| name.span().start..terms.span().end);
        let relations = self.relations.iter().map(Spanned::span);
        axes.chain(relations).reduce(|all, one| all.start.min(one.start)..all.end.max(one.end))
    }
}

/// How the values of two axes must relate, each in one way or in several: all of them hold.
#[derive(Debug)]
pub enum Relations {
    /// Both carry the attribute, and it is not the same.
    Differ(OneOrMany<Shared>),
    /// Both carry the attribute, and it is the same.
    Agree(OneOrMany<Shared>),
    /// Both have a version, and these are in an order or so far apart.
    Compare(OneOrMany<Comparison>),
}

/// Two axes and the attribute that is compared.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(rename = "Relation"))]
#[serde(deny_unknown_fields)]
pub struct Shared {
    pub axes: Pair<Spanned<String>>,
    pub attribute: Spanned<String>,
}

/// Two axes of one vocabulary, and how the version of the first stands to that of the second.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(rename = "comparison"))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    pub axes: Pair<Spanned<String>>,
    /// Any of these.
    #[serde(default, skip_serializing_if = "OneOrMany::is_empty")]
    pub is: OneOrMany<Order>,
    /// How many the first is ahead, as a range; it is behind by a negative number.
    pub major: Option<Spanned<String>>,
    pub minor: Option<Spanned<String>>,
    pub patch: Option<Spanned<String>>,
}

/// How a version stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    Newer,
    Same,
    Older,
}

/// What the value of one axis must be.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Terms {
    /// One id of a value or group; its position is that of the whole.
    One(String),
    Any(Vec<Spanned<Terms>>),
    All(Box<Traits>),
}

/// What a value must be like, in one way or in several: all of them hold.
#[derive(Debug, Default, Deserialize, Serialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(rename = "traits"))]
#[serde(deny_unknown_fields)]
pub struct Traits {
    pub not: Option<Spanned<Terms>>,
    #[cfg_attr(schema, schemars(with = "Option<String>"))]
    pub version: Option<Spanned<semver::VersionReq>>,
    /// Every build of it is in the range.
    pub build: Option<Spanned<String>>,
    /// It carries each of these attributes: one of some values, or one in a range.
    #[cfg_attr(schema, schemars(extend("minProperties" = 1)))]
    pub attribute: Option<BTreeMap<Spanned<String>, Spanned<OneOrMany<String>>>>,
}

impl When {
    pub fn all(&self) -> &[Conjunction] {
        &self.0.0
    }

    /// As it could stand in a file, in one line.
    pub fn written(&self) -> String {
        written(&self.0)
    }

    /// Attributes by which it compares or selects.
    pub fn attributes(&self) -> Vec<&str> {
        let relations = self.all().iter().flat_map(|conjunction| &conjunction.relations);
        let shared = relations.flat_map(|relations| match &**relations {
            Relations::Differ(all) | Relations::Agree(all) => all.0.as_slice(),
            Relations::Compare(_) => &[],
        });
        let terms = self.all().iter().flat_map(|conjunction| &conjunction.axes).map(|(_, terms)| terms);
        let selected = terms.flat_map(|terms| terms.attributes());
        shared.map(|shared| shared.attribute.as_str()).chain(selected).collect()
    }
}

impl Terms {
    pub fn attributes(&self) -> Vec<&str> {
        match self {
            Self::One(_) => Vec::new(),
            Self::Any(items) => items.iter().flat_map(|item| item.attributes()).collect(),
            Self::All(traits) => {
                let not = traits.not.iter().flat_map(|not| not.attributes());
                not.chain(traits.attribute.iter().flatten().map(|(name, _)| name).map(|name| name.as_str())).collect()
            }
        }
    }
}

impl Traits {
    /// Whether it, or a table in it, says nothing.
    pub fn is_empty(&self) -> bool {
        let none = self.not.is_none() && self.version.is_none() && self.build.is_none();
        self.attribute.as_ref().map_or(none, BTreeMap::is_empty)
    }
}

/// One thing, or a list of them.
#[derive(Debug)]
pub struct OneOrMany<T>(pub Vec<T>);

impl<T> OneOrMany<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [one] = self.0.as_slice() { one.serialize(serializer) } else { self.0.serialize(serializer) }
    }
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// What may stand alone or in a list.
pub trait Listed {
    const EXPECTED: &'static str;
    const IS_TEXT: bool;
}

macro_rules! listed {
    ($($item:ty: $expected:literal, $is_text:literal;)*) => {$(
        impl Listed for $item {
            const EXPECTED: &'static str = $expected;
            const IS_TEXT: bool = $is_text;
        }
    )*};
}

listed! {
    Conjunction: "a table, or a list of tables", false;
    Shared: "a table of axes, or a list of such", false;
    Comparison: "a table of axes, or a list of such", false;
    Order: "a string", true;
    String: "a string", true;
}

impl<'de, T: Deserialize<'de> + Listed> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shapes<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Listed> Visitor<'de> for Shapes<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(T::EXPECTED)
            }

            fn visit_str<E: serde::de::Error>(self, one: &str) -> Result<Self::Value, E> {
                if T::IS_TEXT {
                    T::deserialize(one.into_deserializer()).map(|one| vec![one])
                } else {
                    Err(E::invalid_type(Unexpected::Str(one), &self))
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(|one| vec![one])
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Self::Value, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq))
            }
        }
        deserializer.deserialize_any(Shapes(PhantomData)).map(Self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        OneOrMany::deserialize(deserializer).map(Self)
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
                    match key.as_str() {
                        "differ" => read.relations.push(related(map.next_value()?, Relations::Differ)),
                        "agree" => read.relations.push(related(map.next_value()?, Relations::Agree)),
                        "compare" => read.relations.push(related(map.next_value()?, Relations::Compare)),
                        _ => read.axes.push((key, map.next_value()?)),
                    }
                }
                Ok(read)
            }
        }
        deserializer.deserialize_map(Entries)
    }
}

fn related<T>(written: Spanned<OneOrMany<T>>, kind: fn(OneOrMany<T>) -> Relations) -> Spanned<Relations> {
    Spanned::new(written.span(), kind(written.into_inner()))
}

/// The axes in the order of the file, then how they relate.
impl Serialize for Conjunction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut axes: Vec<_> = self.axes.iter().collect();
        axes.sort_by_key(|(axis, _)| axis.span().start);
        for (axis, terms) in axes {
            map.serialize_entry(axis, terms)?;
        }
        for relations in &self.relations {
            match &**relations {
                Relations::Differ(all) => map.serialize_entry("differ", all)?,
                Relations::Agree(all) => map.serialize_entry("agree", all)?,
                Relations::Compare(all) => map.serialize_entry("compare", all)?,
            }
        }
        map.end()
    }
}

/// A value as it could stand in a file, in one line.
pub fn written(value: &impl Serialize) -> String {
    let mut text = String::new();
    // There is nothing in these types that TOML has no form for.
    let _ = value.serialize(ValueSerializer::new(&mut text));
    text
}

impl<'de> Deserialize<'de> for Terms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Shapes;
        impl<'de> Visitor<'de> for Shapes {
            type Value = Terms;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id, a list, `{ not = [...] }` or `{ version = \"...\" }`")
            }

            fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<Terms, E> {
                Ok(Terms::One(id.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Terms, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Terms::Any)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Terms, A::Error> {
                let traits = Traits::deserialize(MapAccessDeserializer::new(map))?;
                if traits.is_empty() {
                    return Err(serde::de::Error::custom("an empty table says nothing"));
                }
                Ok(Terms::All(Box::new(traits)))
            }
        }
        deserializer.deserialize_any(Shapes)
    }
}
