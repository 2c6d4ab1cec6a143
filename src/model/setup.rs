//! `setup.toml` as it is written: what a workstation needs, how it gets it, and what excludes what.
//!
//! `data new` describes the keys.

#![allow(missing_docs, reason = "the keys are the format, described by `data new`")]

use serde::Deserialize;

use super::condition::When;
use super::entry::{Entry, Spanned, keys};
use super::schema::Text;
use super::terms::{Basis, Shell};
use crate::diag::Place;

/// `setup.toml`
#[derive(Debug)]
pub struct SetupFile {
    /// Its beginning.
    pub at: Place,
    pub head: Option<SetupHead>,
    pub capabilities: Vec<Entry<Titled>>,
    pub needs: Vec<Entry<Need>>,
    pub steps: Vec<Entry<Step>>,
    pub parameters: Vec<Entry<Titled>>,
    pub exclusions: Vec<Entry<Exclusion>>,
    pub programs: Vec<Entry<Program>>,
    pub preconditions: Vec<Entry<Precondition>>,
}

keys! {
    /// What stands before the sections.
    pub struct SetupHead {
        pub table: Spanned<String>,
        pub workstation: Spanned<String>,
        pub level: Option<Spanned<String>>,
        pub target: Spanned<Text>,
    }

    /// `[capability.<id>]` and `[parameter.<id>]`
    pub struct Titled {
        pub title: Spanned<Text>,
    }

    /// `[need.<id>]`
    pub struct Need {
        pub when: Spanned<When>,
        pub capability: Spanned<String>,
        pub because: Spanned<Text>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
    }

    /// `[step.<id>]`
    pub struct Step {
        pub when: Spanned<When>,
        pub gives: Option<Spanned<String>>,
        pub after: Vec<Spanned<String>> = default,
        pub package: Option<Spanned<String>>,
        pub title: Spanned<Text>,
        pub text: Spanned<Text>,
        pub commands: Vec<Spanned<String>> = default,
        pub shell: Option<Shell>,
        pub verify: Option<Spanned<Text>>,
        pub basis: Option<Basis>,
        pub sources: Vec<Spanned<String>> = default,
        pub taken_over: Option<TakenOver>,
    }

    /// Cells for which the source of a step does not speak.
    pub struct TakenOver {
        pub when: Spanned<When>,
        pub basis: Basis,
        pub because: Spanned<Text>,
    }

    /// `[exclusion.<id>]`
    pub struct Exclusion {
        pub capabilities: Vec<Spanned<String>>,
        pub because: Spanned<Text>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
        pub remedies: Vec<Spanned<String>> = default,
    }

    /// `[program.<id>]`
    pub struct Program {
        pub runs: String,
        pub returns: Vec<Return>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
    }

    /// What a program says with its exit code.
    pub struct Return {
        pub code: u32,
        pub done: bool = default,
        pub text: Spanned<Text>,
    }

    /// `[precondition.<id>]`
    pub struct Precondition {
        pub when: Spanned<When>,
        pub command: Spanned<String>,
        pub text: Spanned<Text>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
    }
}
