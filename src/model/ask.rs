//! `ask.toml` and `procedures.toml` as they are written: how running text becomes facts, and answers that are no cell.
//!
//! `data new` describes the keys.

#![allow(missing_docs, reason = "the keys are the format, described by `data new`")]

use std::collections::BTreeMap;

use serde::Deserialize;

use super::entry::{Entry, Spanned, keys};
use super::schema::Text;
use super::terms::{Basis, Reply};

/// Phrases by language tag.
pub type Cues = BTreeMap<Spanned<String>, Vec<Spanned<String>>>;

/// `ask.toml`
#[derive(Debug)]
pub struct AskFile {
    pub head: Option<AskHead>,
    pub names: Vec<Entry<Names>>,
    pub tables: Vec<Entry<Topic>>,
    pub sides: Vec<Entry<Side>>,
    pub implied: Vec<Entry<Implied>>,
    pub sessions: Vec<Entry<Session>>,
    pub scopes: Vec<Entry<Scope>>,
}

keys! {
    /// What stands before the sections.
    #[derive(Default)]
    #[serde(default)]
    pub struct AskHead {
        pub endings: Vec<Spanned<String>>,
        pub articles: Vec<Spanned<String>>,
        pub mine: Vec<Spanned<String>>,
        pub fillers: Cues,
        pub foreign: Cues,
        pub link: Link,
        pub sets: BTreeMap<Spanned<String>, Cues>,
        pub asks: Asks,
    }

    /// `[asks]`
    #[derive(Default)]
    #[serde(default)]
    pub struct Asks {
        pub must: Cues,
        pub need: Cues,
        pub skip: Cues,
        pub how: Cues,
        pub why: Cues,
        pub each: Cues,
        pub plea: Cues,
        pub whether: Cues,
    }

    /// `[link]`
    #[derive(Default)]
    #[serde(default)]
    pub struct Link {
        pub back: Cues,
        pub forward: Cues,
        pub alike: Cues,
        pub both: Cues,
        pub same: Cues,
        pub label: Cues,
        pub not: Cues,
        pub instead: Cues,
        pub aside: Cues,
        pub over: Cues,
        pub anew: Cues,
        pub now: Cues,
        pub later: Cues,
        pub change: Cues,
        pub former: Cues,
        pub part: Cues,
    }

    /// `[names.<vocabulary>]`
    #[derive(Default)]
    #[serde(default)]
    pub struct Names {
        pub company: Vec<Spanned<String>>,
        pub never: Vec<Spanned<String>>,
        pub unknown: Vec<Spanned<String>>,
    }

    /// `[table.<table>]`
    #[derive(Default)]
    #[serde(default)]
    pub struct Topic {
        pub strong: Cues,
        pub cues: Cues,
        pub weak: Cues,
        pub mentions: BTreeMap<Spanned<String>, u32>,
        pub subject: Vec<Spanned<String>>,
        pub about: Cues,
    }

    /// `[side.<id>]`
    pub struct Side {
        /// None for machines that do not matter, in a question to any table.
        pub table: Option<Spanned<String>>,
        pub axes: Vec<Spanned<String>> = default,
        pub before: Cues = default,
        pub nouns: Cues = default,
        pub hints: Cues = default,
        pub after: Cues = default,
        pub own: BTreeMap<Spanned<String>, Cues> = default,
        pub own_before: BTreeMap<Spanned<String>, Cues> = default,
        pub unless: Cues = default,
    }

    /// `[implied.<id>]`
    pub struct Implied {
        pub table: Spanned<String>,
        pub cues: Cues,
        pub facts: BTreeMap<Spanned<String>, Spanned<String>>,
    }

    /// `[session.<id>]`
    pub struct Session {
        pub table: Spanned<String>,
        pub moves: Spanned<String>,
        pub reaches: Spanned<String>,
        pub cues: Cues,
        pub unless: Cues = default,
    }

    /// `[scope.<id>]`
    pub struct Scope {
        pub cues: Cues,
        pub unless: Cues = default,
        pub text: Spanned<Text>,
    }

    /// `[procedure.<id>]`
    pub struct Procedure {
        pub table: Spanned<String>,
        pub heard: Vec<Spanned<String>>,
        pub reply: Spanned<Reply>,
        /// What a question is heard by that is replied otherwise.
        pub replies: BTreeMap<Reply, Vec<Spanned<String>>> = default,
        pub because: Spanned<Text>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
        pub remedies: Vec<Spanned<String>> = default,
    }
}
