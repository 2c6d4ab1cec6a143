//! JSON that keeps the order of its keys and forgets its values: the shape that version 1 froze.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

/// What stands at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    Null,
    String,
    Number,
    Array(Vec<Shape>),
    Object(Vec<(String, Shape)>),
}

impl Shape {
    /// Keys in the order written; none where it is no object.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Self::Object(pairs) => pairs.iter().map(|(key, _)| key.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// What stands under a key; in an array, under the key of its first element.
    #[track_caller]
    pub fn get(&self, key: &str) -> &Self {
        match self {
            Self::Object(pairs) => {
                pairs.iter().find(|(own, _)| own == key).map_or_else(|| panic!("no `{key}`"), |(_, shape)| shape)
            }
            Self::Array(elements) => elements.first().expect("an element").get(key),
            other => panic!("no `{key}` in {other:?}"),
        }
    }

    /// The first element of an array.
    #[track_caller]
    pub fn first(&self) -> &Self {
        match self {
            Self::Array(elements) => elements.first().expect("an element"),
            other => panic!("no array: {other:?}"),
        }
    }
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Shape;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON without booleans")
            }

            fn visit_unit<E>(self) -> Result<Shape, E> {
                Ok(Shape::Null)
            }

            fn visit_str<E>(self, _: &str) -> Result<Shape, E> {
                Ok(Shape::String)
            }

            fn visit_u64<E>(self, _: u64) -> Result<Shape, E> {
                Ok(Shape::Number)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
                let mut elements = Vec::new();
                while let Some(element) = seq.next_element()? {
                    elements.push(element);
                }
                Ok(Shape::Array(elements))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Shape::Object(pairs))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// The shape of a text.
#[track_caller]
pub fn shape(text: &str) -> Shape {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}
