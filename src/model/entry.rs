//! Entries and values with their positions.

use std::borrow::Borrow;
use std::ops::{Deref, Range};

use serde::{Deserialize, Serialize};
use toml::de::{DeTable, DeValue};

use crate::diag::Place;

/// As [`toml::Spanned`], its bytes a [`Place`], and known to a schema as what it holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(inline))]
#[serde(transparent)]
pub struct Spanned<T>(#[cfg_attr(schema, schemars(with = "T"))] toml::Spanned<T>);

impl<T> Spanned<T> {
    pub fn new(place: Place, value: T) -> Self {
        Self(toml::Spanned::new(place, value))
    }

    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }

    pub fn span(&self) -> Place {
        self.0.span()
    }

    pub fn get_ref(&self) -> &T {
        self.0.get_ref()
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.get_ref()
    }
}

impl Borrow<str> for Spanned<String> {
    fn borrow(&self) -> &str {
        self
    }
}

impl From<&Spanned<String>> for String {
    fn from(written: &Spanned<String>) -> Self {
        written.as_str().to_owned()
    }
}

/// One entry of a section: its id, where the id stands, and what was written under it.
#[derive(Debug)]
pub struct Entry<T> {
    pub id: String,
    pub at: Place,
    pub item: T,
}

impl<T> Deref for Entry<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.item
    }
}

impl<T> Entry<T> {
    /// The id where it stands: that of some entries is the name of another.
    pub fn name(&self) -> Spanned<String> {
        Spanned::new(self.at.clone(), self.id.clone())
    }
}

/// An id that is not kebab-case.
#[derive(Debug)]
pub struct Unusual {
    pub id: String,
    pub at: Place,
}

/// An exception that an entry knows of, with a reason that only its readers need.
#[derive(Debug)]
pub struct Exception {
    pub code: String,
    pub at: Place,
    /// Where such a finding is no surprise: the entry, or all keys of the head of a file.
    pub within: Vec<Place>,
}

/// Bytes of a file as a place: all that is read from a file stands behind the files before it.
pub(super) fn moved(span: Range<usize>, by: usize) -> Place {
    span.start + by..span.end + by
}

pub(super) fn moved_table(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    let entries = table
        .into_iter()
        .map(|(key, value)| (toml::Spanned::new(moved(key.span(), by), key.into_inner()), moved_value(value, by)));
    entries.collect()
}

fn moved_value(value: toml::Spanned<DeValue<'_>>, by: usize) -> toml::Spanned<DeValue<'_>> {
    let place = moved(value.span(), by);
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved_table(table, by)),
        DeValue::Array(items) => DeValue::Array(items.into_iter().map(|item| moved_value(item, by)).collect()),
        value => value,
    };
    toml::Spanned::new(place, value)
}

/// What is read from files: every key in kebab-case, none but these, and told as a schema where there are schemas. A key with a default
/// may be missing.
macro_rules! keys {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$of_key:meta])* pub $key:ident: $type:ty $(= $default:ident)?,)*
        }
    )*) => {$(
        #[derive(Debug, Deserialize)]
        #[cfg_attr(schema, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        $(#[$meta])*
        pub struct $name {
            $($(#[$of_key])* $(#[serde($default)])? pub $key: $type,)*
        }
    )*};
}
pub(crate) use keys;
