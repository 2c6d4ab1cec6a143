//! `ask.toml` and `procedures.toml` as they are written: how running text becomes facts, and answers that are no cell.
//!
//! `data new` describes the keys.

#![allow(missing_docs, reason = "the keys are the format, described by `data new`")]

use std::collections::BTreeMap;

use serde::Deserialize;

use super::entry::{Entry, Spanned};
use super::schema::Text;
use super::terms::{Basis, Reply};
use crate::diag::FileId;

/// Phrases by language tag.
pub type Cues = BTreeMap<Spanned<String>, Vec<Spanned<String>>>;

/// `ask.toml`
#[derive(Debug)]
pub struct AskFile {
    pub file: FileId,
    pub head: Option<AskHead>,
    pub names: Vec<Entry<Names>>,
    pub tables: Vec<Entry<Topic>>,
    pub sides: Vec<Entry<Side>>,
    pub implied: Vec<Entry<Implied>>,
    pub sessions: Vec<Entry<Session>>,
    pub scopes: Vec<Entry<Scope>>,
}

/// What stands before the sections.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct AskHead {
    pub endings: Vec<Spanned<String>>,
    pub fillers: Cues,
    pub foreign: Cues,
    pub link: Link,
    pub sets: BTreeMap<Spanned<String>, Cues>,
    pub asks: Asks,
}

/// `[asks]`
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Asks {
    pub must: Cues,
    pub skip: Cues,
    pub how: Cues,
    pub why: Cues,
}

/// `[link]`
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Link {
    pub back: Cues,
    pub forward: Cues,
    pub alike: Cues,
    pub both: Cues,
    pub not: Cues,
    pub instead: Cues,
    pub part: Cues,
}

/// `[names.<vocabulary>]`
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Names {
    pub company: Vec<Spanned<String>>,
    pub never: Vec<Spanned<String>>,
    pub unknown: Vec<Spanned<String>>,
}

/// `[table.<table>]`
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Topic {
    pub strong: Cues,
    pub cues: Cues,
    pub weak: Cues,
    pub mentions: BTreeMap<Spanned<String>, u32>,
    pub subject: Vec<Spanned<String>>,
    pub about: Cues,
}

/// `[side.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Side {
    /// None for machines that do not matter, in a question to any table.
    pub table: Option<Spanned<String>>,
    #[serde(default)]
    pub axes: Vec<Spanned<String>>,
    #[serde(default)]
    pub before: Cues,
    #[serde(default)]
    pub nouns: Cues,
    #[serde(default)]
    pub hints: Cues,
    #[serde(default)]
    pub after: Cues,
    #[serde(default)]
    pub own: BTreeMap<Spanned<String>, Cues>,
    #[serde(default)]
    pub own_before: BTreeMap<Spanned<String>, Cues>,
}

/// `[implied.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Implied {
    pub table: Spanned<String>,
    pub cues: Cues,
    pub facts: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// `[session.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Session {
    pub table: Spanned<String>,
    pub moves: Spanned<String>,
    pub reaches: Spanned<String>,
    pub cues: Cues,
    #[serde(default)]
    pub unless: Cues,
}

/// `[scope.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scope {
    pub cues: Cues,
    pub text: Spanned<Text>,
}

/// `[procedure.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Procedure {
    pub table: Spanned<String>,
    /// Groups of cues by the names of their sets: one of each must be there, as one of each of `cues`.
    #[serde(default)]
    pub sets: Vec<Spanned<String>>,
    #[serde(default)]
    pub cues: Vec<Cues>,
    #[serde(default)]
    pub names: Vec<Spanned<String>>,
    #[serde(default)]
    pub unless: Cues,
    pub reply: Spanned<Reply>,
    /// What is replied to "must I", where that is something else.
    pub must: Option<Reply>,
    pub because: Spanned<Text>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
    #[serde(default)]
    pub remedies: Vec<Spanned<String>>,
}
