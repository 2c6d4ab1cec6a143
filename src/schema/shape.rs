//! What a type reads, found out by letting it read.
//!
//! In: a type that can be deserialized. Out: its [`Shape`]. The type is given something of everything it asks for, which tells
//! its keys, and then the same again with one key missing, which tells whether it can do without. So nothing about the
//! format is written down a second time, and a new key is in the schema as soon as it can be read.

use std::cell::RefCell;

use serde::de::value::{BorrowedStrDeserializer, Error, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, Expected, IntoDeserializer as _, MapAccess, SeqAccess,
    Visitor,
};

use crate::model::condition::{CONDITION, TERMS};

/// What can stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Any text.
    Text,
    /// A semantic version.
    Version,
    /// True or false.
    Flag,
    /// A whole number, zero or more.
    Number,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list; of exactly so many, if that is said.
    Items(Box<Shape>, Option<usize>),
    /// A table with any keys.
    Keys(Box<Shape>),
    /// A table with these keys and no others.
    Entry(Vec<Field>),
    /// A condition.
    Condition,
    /// What the value of an axis must be.
    Terms,
}

/// A key of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// Whether an entry without it cannot be read.
    pub required: bool,
    /// What stands behind it.
    pub shape: Shape,
}

/// The shape of a type.
///
/// # Errors
/// Says what the type asks for, if it is something that no file of the format has.
pub fn of<T: DeserializeOwned>() -> Result<Shape, Error> {
    let mut shape = traced::<T>(None)?;
    require(&mut shape, "", &|path| traced::<T>(Some(path)).is_err());
    Ok(shape)
}

/// Marks the keys that `needed` says cannot be left out.
fn require(shape: &mut Shape, path: &str, needed: &impl Fn(&str) -> bool) {
    match shape {
        Shape::Items(inner, _) | Shape::Keys(inner) => require(inner, path, needed),
        Shape::Entry(fields) => {
            for field in fields {
                let path = format!("{path}/{}", field.key);
                field.required = needed(&path);
                require(&mut field.shape, &path, needed);
            }
        }
        _ => {}
    }
}

/// The shape of a type as it shows when the key at a path is left out.
fn traced<T: DeserializeOwned>(omitted: Option<&str>) -> Result<Shape, Error> {
    let slot = RefCell::new(None);
    T::deserialize(Tracer { slot: &slot, path: String::new(), omitted })?;
    slot.into_inner().ok_or_else(|| Error::custom("nothing is read"))
}

/// Gives a type what it asks for, and notes what that was.
struct Tracer<'t> {
    slot: &'t RefCell<Option<Shape>>,
    path: String,
    omitted: Option<&'t str>,
}

impl<'t> Tracer<'t> {
    fn note(&self, shape: Shape) {
        self.slot.replace(Some(shape));
    }

    fn below<'c>(&self, slot: &'c RefCell<Option<Shape>>, key: &str) -> Tracer<'c>
    where
        't: 'c,
    {
        let path = if key.is_empty() { self.path.clone() } else { format!("{}/{key}", self.path) };
        Tracer { slot, path, omitted: self.omitted }
    }
}

/// The deserializer's answers to all questions of one form.
macro_rules! answers {
    ($($method:ident)* => $shape:expr, $visit:ident($value:expr)) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.note($shape);
            visitor.$visit($value)
        })*
    };
}

/// Questions that no file of the format asks.
macro_rules! strange {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            Err(Error::custom(format!("{}: {}", stringify!($method), &visitor as &dyn Expected)))
        })*
    };
}

impl<'de> Deserializer<'de> for Tracer<'_> {
    type Error = Error;

    answers!(deserialize_bool => Shape::Flag, visit_bool(false));
    answers!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 => Shape::Number, visit_u64(0));
    strange!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_f32 deserialize_f64);
    strange!(deserialize_char deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_ignored_any);
    strange!(deserialize_identifier);

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let version = (&visitor as &dyn Expected).to_string().contains("semver");
        self.note(if version { Shape::Version } else { Shape::Text });
        visitor.visit_str("1.0.0")
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    /// What may have several forms is read by hand; it says in words what it expects.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match (&visitor as &dyn Expected).to_string().as_str() {
            CONDITION => {
                self.note(Shape::Condition);
                visitor.visit_seq(Nothing)
            }
            TERMS => {
                self.note(Shape::Terms);
                visitor.visit_seq(Nothing)
            }
            other => Err(Error::custom(format!("any: {other}"))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, _: V) -> Result<V::Value, Error> {
        Err(Error::custom(name))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let slot = RefCell::new(None);
        let value = visitor.visit_seq(Same { tracer: self.below(&slot, ""), left: 1 })?;
        self.note(Shape::Items(Box::new(slot.into_inner().unwrap_or(Shape::Text)), None));
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        let slot = RefCell::new(None);
        let value = visitor.visit_seq(Same { tracer: self.below(&slot, ""), left: length })?;
        self.note(Shape::Items(Box::new(slot.into_inner().unwrap_or(Shape::Text)), Some(length)));
        Ok(value)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let slot = RefCell::new(None);
        let value = visitor.visit_map(Same { tracer: self.below(&slot, ""), left: 1 })?;
        self.note(Shape::Keys(Box::new(slot.into_inner().unwrap_or(Shape::Text))));
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        keys: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name.contains("serde_spanned") {
            return visitor.visit_map(Positioned { tracer: self, keys, at: 0 });
        }
        let fields = RefCell::new(Vec::new());
        let value = visitor.visit_map(Named { tracer: &self, keys: keys.iter(), key: "", fields: &fields })?;
        self.note(Shape::Entry(fields.into_inner()));
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        words: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.note(Shape::OneOf(words));
        let word: StrDeserializer<'_, Error> = words.first().copied().unwrap_or_default().into_deserializer();
        visitor.visit_enum(word)
    }
}

/// An empty list.
struct Nothing;

impl<'de> SeqAccess<'de> for Nothing {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, _: T) -> Result<Option<T::Value>, Error> {
        Ok(None)
    }
}

/// So many elements of a list, or of a table, all of one shape.
struct Same<'t> {
    tracer: Tracer<'t>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Same<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(self.tracer.below(self.tracer.slot, "")).map(Some)
    }
}

impl<'de> MapAccess<'de> for Same<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(self.tracer.below(&RefCell::new(None), "")).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.tracer.below(self.tracer.slot, ""))
    }
}

/// A value with its position: start, end, and the value itself.
struct Positioned<'t> {
    tracer: Tracer<'t>,
    keys: &'static [&'static str],
    at: usize,
}

impl<'de> MapAccess<'de> for Positioned<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some(key) = self.keys.get(self.at) else { return Ok(None) };
        self.at += 1;
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        if self.at == self.keys.len() {
            seed.deserialize(self.tracer.below(self.tracer.slot, ""))
        } else {
            seed.deserialize(0_usize.into_deserializer())
        }
    }
}

/// Every key of an entry but the one that is left out.
struct Named<'t, 'p> {
    tracer: &'t Tracer<'p>,
    keys: std::slice::Iter<'static, &'static str>,
    key: &'static str,
    fields: &'t RefCell<Vec<Field>>,
}

impl<'de> MapAccess<'de> for Named<'_, '_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let omitted = |key: &str| self.tracer.omitted == Some(format!("{}/{key}", self.tracer.path).as_str());
        let Some(key) = self.keys.find(|key| !omitted(key)) else { return Ok(None) };
        self.key = key;
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let slot = RefCell::new(None);
        let value = seed.deserialize(self.tracer.below(&slot, self.key))?;
        let shape = slot.into_inner().unwrap_or(Shape::Text);
        self.fields.borrow_mut().push(Field { key: self.key, required: false, shape });
        Ok(value)
    }
}
