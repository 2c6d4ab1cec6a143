//! What a verdict rests on, and what that presumes.

use indexmap::IndexMap;
use serde::Serialize;

use super::Context;
use crate::decide::{Conclusion, Decision, Said, When};
use crate::knowledge::{AxisId, RuleId, SilentId, Table, Text};
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

    /// Each title with its values, in a line.
    pub fn told(&self) -> String {
        self.named.iter().map(|(title, names)| format!("{title}: {names}")).collect::<Vec<_>>().join("; ")
    }
}

/// What the verdict rests on, in the order in which it is told.
pub fn reasons(cx: Context<'_>, table: &Table, decision: &Decision) -> Vec<Reason> {
    let silences = silences(decision).iter().map(|said| Reason {
        when: presumed(cx, table, &said.when),
        because: said_text(cx, table, &table[said.id].because, said),
        sources: cx.source_ids(&table[said.id].sources),
        ..Reason::silent(&table[said.id].id)
    });
    let rules = rules(decision).map(|(said, role)| {
        let rule = &table[said.id];
        Reason {
            rule: rule.id.clone(),
            effect: rule.effect,
            basis: said.basis,
            when: presumed(cx, table, &said.when),
            because: said_text(cx, table, &rule.because, said),
            as_of: rule.as_of.clone(),
            origin: cx.origin(&rule.sources),
            sources: cx.source_ids(&rule.sources),
            role,
        }
    });
    silences.chain(rules).collect()
}

/// A text of an entry that holds, with the values that it shows.
pub(super) fn said_text<I>(cx: Context<'_>, table: &Table, text: &Text, said: &Said<I>) -> String {
    let shown = |axis: AxisId| said.shown.iter().find(|(own, _)| *own == axis).map(|(_, set)| set);
    cx.filled(table, text, shown)
}

pub(super) fn presumed(cx: Context<'_>, table: &Table, when: &When) -> Presumed {
    let axes = || when.iter().map(|(axis, set)| (&table[axis], set));
    Presumed {
        ids: axes().map(|(axis, set)| (axis.id.clone(), cx.ids(axis, set))).collect(),
        named: axes().map(|(axis, set)| (cx.told(&axis.title), cx.names(axis, set))).collect(),
        short: axes()
            .map(|(axis, set)| format!("{} {}", axis.id, cx.shorts(axis, set)))
            .collect::<Vec<_>>()
            .join(" + "),
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

pub(super) fn rules(decision: &Decision) -> impl Iterator<Item = (&Said<RuleId>, ReasonRole)> {
    let (deciding, others, role): (&[Said<RuleId>], &[Said<RuleId>], ReasonRole) = match &decision.conclusion {
        Conclusion::Supported { permits, .. } => (permits, &[], ReasonRole::Decides),
        Conclusion::Unsupported { forbids, overruled, .. } => (forbids, overruled, ReasonRole::Overruled),
        Conclusion::Undocumented { discounted, .. } => (&[], discounted, ReasonRole::Discounted),
        Conclusion::Undetermined { .. } => (&[], &[], ReasonRole::Decides),
    };
    deciding.iter().map(|said| (said, ReasonRole::Decides)).chain(others.iter().map(move |said| (said, role)))
}

pub(super) fn silences(decision: &Decision) -> &[Said<SilentId>] {
    match &decision.conclusion {
        Conclusion::Undocumented { silents, .. } => silents,
        _ => &[],
    }
}
