//! `setup.toml` as it is written: what a workstation needs, how it gets it, and what excludes what.
//!
//! `data new` describes the keys.

#![allow(missing_docs, reason = "the keys are the format, described by `data new`")]

use serde::Deserialize;

use super::condition::When;
use super::entry::{Entry, Spanned};
use super::schema::Text;
use super::terms::{Basis, Shell};
use crate::diag::FileId;

/// `setup.toml`
#[derive(Debug)]
pub struct SetupFile {
    pub file: FileId,
    pub head: Option<SetupHead>,
    pub capabilities: Vec<Entry<Capability>>,
    pub needs: Vec<Entry<Need>>,
    pub steps: Vec<Entry<Step>>,
    pub parameters: Vec<Entry<Parameter>>,
    pub exclusions: Vec<Entry<Exclusion>>,
    pub programs: Vec<Entry<Program>>,
    pub preconditions: Vec<Entry<Precondition>>,
}

/// What stands before the sections.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SetupHead {
    pub table: Spanned<String>,
    pub workstation: Spanned<String>,
    pub level: Option<Spanned<String>>,
    pub target: Spanned<Text>,
}

/// `[capability.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Capability {
    pub title: Spanned<Text>,
}

/// `[need.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Need {
    pub when: Spanned<When>,
    pub capability: Spanned<String>,
    pub because: Spanned<Text>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
}

/// `[step.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Step {
    pub when: Spanned<When>,
    pub gives: Option<Spanned<String>>,
    #[serde(default)]
    pub after: Vec<Spanned<String>>,
    pub package: Option<Spanned<String>>,
    pub title: Spanned<Text>,
    pub text: Spanned<Text>,
    #[serde(default)]
    pub commands: Vec<Spanned<String>>,
    pub shell: Option<Shell>,
    pub verify: Option<Spanned<Text>>,
    pub basis: Option<Basis>,
    #[serde(default)]
    pub sources: Vec<Spanned<String>>,
    pub taken_over: Option<TakenOver>,
}

/// Cells for which the source of a step does not speak.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TakenOver {
    pub when: Spanned<When>,
    pub basis: Basis,
    pub because: Spanned<Text>,
}

/// `[parameter.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Parameter {
    pub title: Spanned<Text>,
}

/// `[exclusion.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Exclusion {
    pub capabilities: Vec<Spanned<String>>,
    pub because: Spanned<Text>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
    #[serde(default)]
    pub remedies: Vec<Spanned<String>>,
}

/// `[program.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Program {
    pub runs: String,
    pub returns: Vec<Return>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
}

/// What a program says with its exit code.
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Return {
    pub code: u32,
    #[serde(default)]
    pub done: bool,
    pub text: Spanned<Text>,
}

/// `[precondition.<id>]`
#[derive(Debug, Deserialize)]
#[cfg_attr(schema, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Precondition {
    pub when: Spanned<When>,
    pub command: Spanned<String>,
    pub text: Spanned<Text>,
    pub basis: Basis,
    pub sources: Vec<Spanned<String>>,
}
