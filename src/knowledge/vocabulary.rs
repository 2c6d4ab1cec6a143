//! Who exists: vocabularies with their values, and the names by which these go.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use semver::Version;
use serde::{Deserialize, Serialize};

use super::entry::{Citation, Spot, Text};
use super::ids::{ValueId, leads};
use super::number;
use super::part::Part;
use super::words::Pattern;
use crate::model::{AttributeKind, Basis};

/// A named list of values.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Vocabulary {
    pub id: String,
    pub title: Text,
    pub installable: bool,
    pub attributes: Vec<Attribute>,
    pub values: Vec<Value>,
    /// Names for sets of values.
    pub groups: Vec<Group>,
    /// Spellings made equal before names are compared.
    pub(crate) rewrites: Part<Vec<Rewrite>>,
    /// Words that never tell values apart.
    pub(crate) noise: Part<Vec<Vec<Pattern>>>,
    /// Whether of several values that a version number can be only the one that tells it most exactly is meant.
    pub(crate) nearest_build: bool,
    /// Every word that occurs in a spelling, sorted, to recognise a word with a stray last letter.
    pub(crate) words: Part<Vec<String>>,
    /// Who has which id or alias, by its hash; made when the first name is read.
    #[serde(skip)]
    pub(crate) exact: OnceLock<FxHashMap<u64, ValueId>>,
}

/// Something that values of a vocabulary may carry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attribute {
    /// As in `attributes = { <id> = "..." }`.
    pub id: String,
    pub title: Text,
    pub kind: AttributeKind,
    /// The day as of which it is known, if it changes.
    pub as_of: Option<String>,
    pub sources: Vec<Citation>,
}

/// Something that exists and can be named. To be listed claims nothing about it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Value {
    /// Unique in the knowledge.
    pub id: String,
    pub name: Text,
    /// For the heads of grids.
    pub short: String,
    pub aliases: Vec<String>,
    /// What it carries, by position in [`Vocabulary::attributes`].
    pub attributes: Vec<Option<String>>,
    /// How firmly each of these is known.
    pub attribute_bases: Vec<Basis>,
    pub version: Option<Version>,
    pub builds: Vec<number::Range>,
    pub known_builds: Part<Vec<KnownBuild>>,
    /// The value of the same vocabulary of which this is a more exact form.
    pub refines: Option<ValueId>,
    /// Id of the capability that it gives, for a package.
    pub gives: Option<String>,
    /// What a reader should know.
    pub note: Option<Text>,
    pub spot: Part<Spot>,
    /// Id, names and aliases in the form in which names are compared.
    pub(crate) spellings: Part<Vec<String>>,
    /// Words that say nothing about this value.
    pub(crate) noise: Part<Vec<Vec<Pattern>>>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KnownBuild {
    pub build: String,
    /// The same number, part by part.
    pub number: number::Parts,
    pub name: String,
    pub date: Option<String>,
    pub article: Option<String>,
}

/// A name for a set of values.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Group {
    /// Unique in the knowledge.
    pub id: String,
    pub name: Text,
    pub aliases: Vec<String>,
    pub members: Vec<ValueId>,
    /// Whether one of the members is meant and the name cannot tell which.
    pub ambiguous: bool,
    pub spot: Part<Spot>,
    /// As in [`Value::spellings`].
    pub(crate) spellings: Part<Vec<String>>,
}

/// A spelling and what it is read as.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rewrite {
    pub(crate) from: Vec<Pattern>,
    pub(crate) to: Vec<Pattern>,
}

leads!(ValueId in Vocabulary.values: Value);
