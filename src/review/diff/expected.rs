//! Expectations that move: the same facts, asked of both sides.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::snapshot::Snapshot;
use crate::decide::{decide, expectations};
use crate::knowledge::Knowledge;
use crate::model::schema::Expectation;
use crate::model::{Basis, Catalog, Entry, Verdict};

/// An expectation whose facts are answered otherwise, or that is met on one side only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectationChange {
    pub id: String,
    /// What the old side answers; nothing if it cannot be asked.
    pub before: Option<ExpectationAnswer>,
    pub after: Option<ExpectationAnswer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectationAnswer {
    pub verdict: Verdict,
    pub basis: Option<Basis>,
    /// Ids of what it rests on, sorted.
    pub reasons: Vec<String>,
    /// Whether it is as this side's expectation of that name wants it; nothing if it has none.
    pub met: Option<bool>,
}

/// Every expectation of either side that moves. Its facts are those of the new side, if it has it.
pub(super) fn moved(old: &Snapshot, new: &Snapshot) -> Vec<ExpectationChange> {
    let (in_old, in_new) = (by_id(&old.catalog), by_id(&new.catalog));
    let ids: BTreeSet<&str> = in_old.keys().chain(in_new.keys()).copied().collect();
    let mut found = Vec::new();
    for id in ids {
        let (before, after) = (in_old.get(id).copied(), in_new.get(id).copied());
        let Some(asked) = after.or(before) else { continue };
        let (from, to) = (answer(asked, before, &old.knowledge), answer(asked, after, &new.knowledge));
        let said = |answer: &Option<ExpectationAnswer>| {
            answer.clone().map(|answer| (answer.verdict, answer.basis, answer.reasons))
        };
        let met = |answer: &Option<ExpectationAnswer>| answer.as_ref().and_then(|answer| answer.met);
        if said(&from) != said(&to) || (met(&from).is_some() && met(&to).is_some() && met(&from) != met(&to)) {
            found.push(ExpectationChange { id: id.to_owned(), before: from, after: to });
        }
    }
    found
}

fn by_id(catalog: &Catalog) -> BTreeMap<&str, &Entry<Expectation>> {
    catalog.expectations.iter().map(|entry| (entry.id.as_str(), entry)).collect()
}

fn answer(
    asked: &Entry<Expectation>,
    own: Option<&Entry<Expectation>>,
    knowledge: &Knowledge,
) -> Option<ExpectationAnswer> {
    let (table, facts) = expectations::facts(asked, knowledge).ok()?;
    let conclusion = decide(table, &facts, asked.strict).conclusion;
    let mut reasons: Vec<String> = expectations::reasons(table, &conclusion).into_iter().map(str::to_owned).collect();
    reasons.sort();
    Some(ExpectationAnswer {
        verdict: conclusion.verdict(),
        basis: conclusion.basis(),
        reasons,
        met: own.map(|own| expectations::failures(own, table, &conclusion).is_empty()),
    })
}
