//! Each kind of entry as it is written: one struct per kind, the keys as `data new` describes them.
//!
//! A key that is not listed here is an error. Strings that refer to something carry their position.

#![allow(missing_docs, reason = "the keys are the format, described by `data new`")]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::condition::{Terms, When};
use super::entry::{Spanned, keys};
use super::pair::Pair;
use super::terms::{AttributeKind, Basis, Origin, Shell, Verdict};

/// A text in several languages, by language tag.
pub type Text = BTreeMap<String, String>;

/// How a text begins that is still to be translated into a language.
pub fn untranslated(language: &str) -> String {
    format!("TODO({language})")
}

keys! {
    /// `knowledge.toml`
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
    pub struct VocabularyHead {
        pub title: Spanned<Text>,
        pub installable: bool = default,
        pub noise: Vec<Spanned<String>> = default,
        pub rewrite: Vec<Pair<Spanned<String>>> = default,
    }

    /// `[attribute.<id>]`
    pub struct Attribute {
        pub title: Spanned<Text>,
        pub kind: AttributeKind = default,
        pub as_of: Option<Spanned<String>>,
        pub sources: Vec<Spanned<String>> = default,
    }

    /// `[value.<id>]`
    pub struct Value {
        pub name: Spanned<Text>,
        pub short: Option<String>,
        pub aliases: Vec<Spanned<String>> = default,
        pub noise: Vec<Spanned<String>> = default,
        pub attributes: BTreeMap<Spanned<String>, String> = default,
        pub attribute_basis: BTreeMap<Spanned<String>, Basis> = default,
        pub version: Option<semver::Version>,
        pub builds: Vec<Spanned<String>> = default,
        pub known_builds: Vec<KnownBuild> = default,
        pub refines: Option<Spanned<String>>,
        pub gives: Option<Spanned<String>>,
        pub note: Option<Spanned<Text>>,
    }

    /// One published build of a value.
    #[cfg_attr(schema, schemars(rename = "known-build"))]
    pub struct KnownBuild {
        pub build: Spanned<String>,
        pub name: String,
        pub date: Option<Spanned<String>>,
        pub article: Option<String>,
    }

    /// `[group.<id>]`
    pub struct Group {
        pub name: Spanned<Text>,
        pub members: Vec<Spanned<String>>,
        pub aliases: Vec<Spanned<String>> = default,
        pub ambiguous: bool = default,
    }

    /// The head of a file in `tables/`.
    pub struct TableHead {
        pub title: Spanned<Text>,
        pub question: Spanned<Text>,
        pub rows: Vec<Spanned<String>> = default,
        pub columns: Vec<Spanned<String>> = default,
    }

    /// `[[axis]]`
    pub struct Axis {
        pub id: Spanned<String>,
        pub vocabulary: Spanned<String>,
        pub title: Spanned<Text>,
        pub question: Spanned<Text>,
        pub inside: Vec<Spanned<String>>,
        pub outside: Vec<Spanned<String>> = default,
        pub choice: bool = default,
        pub prefer: Vec<Spanned<Terms>> = default,
        pub newest: bool = default,
        pub matches: Option<Matches>,
        pub find_out: Option<Spanned<Text>>,
        pub sources: Vec<Spanned<String>> = default,
    }

    /// `matches = { axis = "..", attribute = "..", text = { .. } }`
    pub struct Matches {
        pub axis: Spanned<String>,
        pub attribute: Spanned<String>,
        pub text: Spanned<Text>,
    }

    /// `[permit.<id>]` and `[forbid.<id>]`
    pub struct Rule {
        pub when: Spanned<When>,
        pub because: Spanned<Text>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
        pub as_of: Option<Spanned<String>>,
        pub rules_out: bool = default,
        pub remedies: Vec<Spanned<String>> = default,
    }

    /// `[caution.<id>]`
    pub struct Caution {
        pub when: Spanned<When>,
        pub verdicts: Vec<Verdict> = default,
        pub text: Spanned<Text>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
    }

    /// `[silent.<id>]`
    pub struct Silent {
        pub when: Spanned<When>,
        pub because: Spanned<Text>,
        pub sources: Vec<Spanned<String>> = default,
    }

    /// `[move.<id>]`
    pub struct Move {
        pub changes: Spanned<Vec<Spanned<String>>>,
        pub to: BTreeMap<Spanned<String>, Spanned<Terms>> = default,
        pub upward: Vec<Spanned<String>> = default,
        pub effort: u32,
        pub remedies: Vec<Spanned<String>> = default,
        pub text: Spanned<Text>,
    }

    /// `[total.<id>]`
    pub struct Total {
        pub when: Option<Spanned<When>>,
        pub all: bool = default,
        pub cells: usize,
        pub supported: SupportedTotal,
        pub unsupported: usize,
        pub undocumented: usize,
    }
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

keys! {
    /// `[remedy.<id>]`
    pub struct Remedy {
        pub title: Spanned<Text>,
        pub text: Spanned<Text>,
        pub commands: Vec<String> = default,
        pub shell: Option<Shell>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
    }

    /// `[source.<id>]`
    pub struct Source {
        pub title: Spanned<Text>,
        pub publisher: String,
        pub date: Option<Spanned<String>>,
        pub url: Option<Spanned<String>>,
        pub origin: Origin,
        pub place: BTreeMap<Spanned<String>, SourcePlace> = default,
    }

    /// `[source.<id>.place.<id>]`
    pub struct SourcePlace {
        pub at: Spanned<Text>,
    }

    /// `[expect.<id>]`
    pub struct Expectation {
        pub table: Spanned<String>,
        pub facts: BTreeMap<Spanned<String>, Spanned<Terms>>,
        pub verdict: Verdict,
        pub basis: Option<Basis>,
        pub rules: Vec<Spanned<String>> = default,
        pub strict: bool = default,
    }

    /// One of `acknowledge = [{ ... }]`, which any entry may have, and the head of any file that has one.
    pub struct Acknowledgement {
        pub code: Spanned<String>,
        pub because: Spanned<String>,
    }
}

/// The head of a file that has none.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
