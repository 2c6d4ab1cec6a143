//! Answers about procedure that change: the same id on both sides.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::knowledge::{Knowledge, Ruling};

/// An answer about procedure with another verdict or basis, or on one side only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProcedureChange {
    #[serde(rename = "procedure")]
    pub id: String,
    /// What the old side answers; nothing if it has no such answer.
    pub before: Option<Ruling>,
    pub after: Option<Ruling>,
}

impl ProcedureChange {
    /// Whether a question that was answered is now answered with another verdict, or no longer.
    pub fn changes_verdict(&self) -> bool {
        self.before.is_some_and(|before| self.after.is_none_or(|after| after.verdict != before.verdict))
    }
}

pub(super) fn changed(old: &Knowledge, new: &Knowledge) -> Vec<ProcedureChange> {
    let answer = |side: &Knowledge, id: &str| {
        let found = side.ask().procedures.iter().find(|procedure| procedure.id == id);
        found.map(|procedure| Ruling { verdict: procedure.verdict(), basis: Some(procedure.basis) })
    };
    let sides = old.ask().procedures.iter().chain(&new.ask().procedures);
    let ids: BTreeSet<&str> = sides.map(|procedure| procedure.id.as_str()).collect();
    let changes = ids.into_iter().map(|id| ProcedureChange {
        id: id.to_owned(),
        before: answer(old, id),
        after: answer(new, id),
    });
    changes.filter(|one| one.before != one.after).collect()
}
