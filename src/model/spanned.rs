//! A value with its position.

use std::ops::{Deref, Range};

use serde::Deserialize;

/// As [`toml::Spanned`], and known to a schema as what it holds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(inline))]
#[serde(transparent)]
pub struct Spanned<T>(#[cfg_attr(schema, schemars(with = "T"))] toml::Spanned<T>);

impl<T> Spanned<T> {
    pub fn new(span: Range<usize>, value: T) -> Self {
        Self(toml::Spanned::new(span, value))
    }

    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T> Deref for Spanned<T> {
    type Target = toml::Spanned<T>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
