//! Each kind of entry as it is written: one struct per kind, the keys as `data new` describes them.
//!
//! A key that is not listed here is an error. Strings that refer to something carry their position.

#![allow(missing_docs, reason = "the keys are the format, described by `data new`")]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::condition::{Terms, When};
use super::entry::Spanned;
use super::pair::Pair;
use super::terms::{AttributeKind, Basis, Origin, Shell, Verdict};

/// A text in several languages, by language tag.
pub type Text = BTreeMap<String, String>;

/// `knowledge.toml`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Head {
    pub format: Spanned<semver::Version>,
    pub name: String,
    pub version: semver::Version,
    pub languages: Spanned<Vec<String>>,
    pub default_table: Spanned<String>,
    pub title: Spanned<Text>,
    pub shell: Option<Shell>,
}

/// The head of a file in `vocabulary/`.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct VocabularyHead {
    pub title: Spanned<Text>,
    #[serde(default)]
    pub installable: bool,
    #[serde(default)]
    pub noise: Vec<Spanned<String>>,
    #[serde(default)]
    pub rewrite: Vec<Pair<Spanned<String>>>,
}

/// `[attribute.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Attribute {
    pub title: Spanned<Text>,
    #[serde(default)]
    pub kind: AttributeKind,
    pub as_of: Option<Spanned<String>>,
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// `[value.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Value {
    pub name: Spanned<Text>,
    pub short: Option<String>,
    #[serde(default)]
    pub aliases: Vec<Spanned<String>>,
    #[serde(default)]
    pub noise: Vec<Spanned<String>>,
    #[serde(default)]
    pub attributes: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    pub attribute_basis: BTreeMap<Spanned<String>, Basis>,
    pub version: Option<semver::Version>,
    #[serde(default)]
    pub builds: Vec<Spanned<String>>,
    #[serde(default)]
    pub known_builds: Vec<KnownBuild>,
    pub refines: Option<Spanned<String>>,
    pub gives: Option<Spanned<String>>,
    pub note: Option<Spanned<Text>>,
}

/// One published build of a value.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema), schemars(rename = "known-build"))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KnownBuild {
    pub build: Spanned<String>,
    pub name: String,
    pub date: Option<Spanned<String>>,
    pub article: Option<String>,
}

/// `[group.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Group {
    pub name: Spanned<Text>,
    pub members: Vec<Spanned<String>>,
    #[serde(default)]
    pub aliases: Vec<Spanned<String>>,
    #[serde(default)]
    pub ambiguous: bool,
}

/// The head of a file in `tables/`.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TableHead {
    pub title: Spanned<Text>,
    pub question: Spanned<Text>,
    #[serde(default)]
    pub rows: Vec<Spanned<String>>,
    #[serde(default)]
    pub columns: Vec<Spanned<String>>,
}

/// `[[axis]]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Axis {
    pub id: Spanned<String>,
    pub vocabulary: Spanned<String>,
    pub title: Spanned<Text>,
    pub question: Spanned<Text>,
    pub inside: Vec<Spanned<String>>,
    #[serde(default)]
    pub outside: Vec<Spanned<String>>,
    #[serde(default)]
    pub choice: bool,
    #[serde(default)]
    pub prefer: Vec<Spanned<Terms>>,
    #[serde(default)]
    pub newest: bool,
    pub matches: Option<Matches>,
    pub find_out: Option<Spanned<Text>>,
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// `matches = { axis = "..", attribute = "..", text = { .. } }`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Matches {
    pub axis: Spanned<String>,
    pub attribute: Spanned<String>,
    pub text: Spanned<Text>,
}

/// `[permit.<id>]` and `[forbid.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    pub when: Spanned<When>,
    pub because: Spanned<Text>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
    pub as_of: Option<Spanned<String>>,
    #[serde(default)]
    pub rules_out: bool,
    #[serde(default)]
    pub remedies: Vec<Spanned<String>>,
}

/// `[caution.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Caution {
    pub when: Spanned<When>,
    #[serde(default)]
    pub verdicts: Vec<Verdict>,
    pub text: Spanned<Text>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
}

/// `[silent.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Silent {
    pub when: Spanned<When>,
    pub because: Spanned<Text>,
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
}

/// `[move.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Move {
    pub changes: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    pub to: BTreeMap<Spanned<String>, Spanned<Terms>>,
    #[serde(default)]
    pub upward: Vec<Spanned<String>>,
    pub effort: u32,
    #[serde(default)]
    pub remedies: Vec<Spanned<String>>,
    pub text: Spanned<Text>,
}

/// `[total.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Total {
    pub when: Option<Spanned<When>>,
    #[serde(default)]
    pub all: bool,
    pub cells: usize,
    pub supported: SupportedTotal,
    pub unsupported: usize,
    pub undocumented: usize,
}

/// Supported cells by the basis of their verdict.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SupportedTotal {
    pub stated: usize,
    pub reading: usize,
    pub inferred: usize,
}

/// `[remedy.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Remedy {
    pub title: Spanned<Text>,
    pub text: Spanned<Text>,
    #[serde(default)]
    pub commands: Vec<String>,
    pub shell: Option<Shell>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
}

/// `[source.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    pub title: Spanned<Text>,
    pub publisher: String,
    pub date: Option<Spanned<String>>,
    pub url: Option<Spanned<String>>,
    pub origin: Origin,
    #[serde(default)]
    pub place: BTreeMap<Spanned<String>, SourcePlace>,
}

/// `[source.<id>.place.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SourcePlace {
    pub at: Spanned<Text>,
}

/// `[expect.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Expectation {
    pub table: Spanned<String>,
    pub facts: BTreeMap<Spanned<String>, Spanned<Terms>>,
    pub verdict: Verdict,
    pub basis: Option<Basis>,
    #[serde(default)]
    pub rules: Vec<Spanned<String>>,
    #[serde(default)]
    pub strict: bool,
}

/// One of `acknowledge = [{ ... }]`, which any entry may have, and the head of any file that has one.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Acknowledgement {
    pub code: Spanned<String>,
    pub because: Spanned<String>,
}

/// The head of a file that has none.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
