//! What a verdict rests on, and what that presumes.

use indexmap::IndexMap;
use serde::Serialize;

use super::Context;
use crate::decide::{Conclusion, Decision, Said, When};
use crate::knowledge::{AxisId, Table};
use crate::locale::Joined as _;
use crate::model::{Basis, Effect, Origin};

/// A rule that holds, or the record that no source speaks.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    pub rule: String,
    pub effect: Effect,
    /// None for `silent`.
    pub basis: Option<Basis>,
    pub when: Presumed,
    pub because: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Whose word it is, if it is not the vendor's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    pub sources: Vec<String>,
    #[serde(skip)]
    pub role: ReasonRole,
}

/// What a reason has to do with the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonRole {
    Decides,
    /// A permit that holds, and that a forbid overrules.
    Overruled,
    /// A rule that would decide if more than what is stated counted.
    Discounted,
}

/// What is presumed beyond the facts: for each of some axes, the ids of the values.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Presumed {
    pub ids: IndexMap<String, Vec<String>>,
    /// Titles and display names.
    #[serde(skip)]
    pub named: Vec<(String, String)>,
    /// The same in a few words: `server SP1/SP2, on 2003`.
    #[serde(skip)]
    pub short: String,
}

impl Presumed {
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    pub fn told(&self) -> String {
        self.named.iter().map(|(title, names)| format!("{title}: {names}")).joined("; ")
    }
}

/// What the verdict rests on, in the order in which it is told.
pub fn reasons(cx: Context<'_>, table: &Table, decision: &Decision) -> Vec<Reason> {
    let told = grounds(decision).map(|(said, role)| {
        let statement = &table[said.id];
        Reason {
            rule: statement.id.clone(),
            effect: statement.effect,
            basis: said.basis,
            when: presumed(cx, table, &said.when),
            because: said_text(cx, table, said),
            as_of: statement.as_of.clone(),
            origin: said.basis.and_then(|_| cx.origin(&statement.sources)),
            sources: cx.source_ids(&statement.sources),
            role,
        }
    });
    told.collect()
}

/// The text of a statement that holds, with the values that it shows.
pub(super) fn said_text(cx: Context<'_>, table: &Table, said: &Said) -> String {
    let shown = |axis: AxisId| said.shown.iter().find(|(own, _)| *own == axis).map(|(_, set)| set);
    cx.filled(table, &table[said.id].text, shown)
}

pub(super) fn presumed(cx: Context<'_>, table: &Table, when: &When) -> Presumed {
    let axes = || when.iter().map(|(axis, set)| (&table[axis], set));
    Presumed {
        ids: axes().map(|(axis, set)| (axis.id.clone(), cx.ids(axis, set))).collect(),
        named: axes().map(|(axis, set)| (cx.told(&axis.title), cx.names(axis, set))).collect(),
        short: axes().map(|(axis, set)| format!("{} {}", axis.id, cx.shorts(axis, set))).joined(" + "),
    }
}

impl Reason {
    /// A reason that decides nothing, without its text.
    pub(super) fn silent(id: &str) -> Self {
        Self {
            rule: id.to_owned(),
            effect: Effect::Silent,
            basis: None,
            when: Presumed::default(),
            because: String::new(),
            as_of: None,
            origin: None,
            sources: Vec::new(),
            role: ReasonRole::Decides,
        }
    }
}

/// What a verdict rests on, and what has to do with it.
pub(super) fn grounds(decision: &Decision) -> impl Iterator<Item = (&Said, ReasonRole)> {
    let (deciding, others, role): (&[Said], &[Said], ReasonRole) = match &decision.conclusion {
        Conclusion::Supported { permits, .. } => (permits, &[], ReasonRole::Decides),
        Conclusion::Unsupported { forbids, overruled, .. } => (forbids, overruled, ReasonRole::Overruled),
        Conclusion::Undocumented { silents, discounted } => (silents, discounted, ReasonRole::Discounted),
        Conclusion::Undetermined { .. } => (&[], &[], ReasonRole::Decides),
    };
    deciding.iter().map(|said| (said, ReasonRole::Decides)).chain(others.iter().map(move |said| (said, role)))
}
