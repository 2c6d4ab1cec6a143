//! Answers about procedure that change: the same id on both sides.

use std::collections::BTreeSet;

use crate::knowledge::Knowledge;
use crate::model::terms::{Basis, Verdict};

/// An answer about procedure with another verdict or basis, or on one side only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its name.
    pub id: String,
    /// What the old side answers; nothing if it has no such answer.
    pub before: Option<(Verdict, Basis)>,
    /// What the new side answers.
    pub after: Option<(Verdict, Basis)>,
}

impl Answered {
    /// Whether a question that was answered is now answered with another verdict, or no longer.
    #[must_use]
    pub fn changes_verdict(&self) -> bool {
        self.before.is_some_and(|(before, _)| self.after.is_none_or(|(after, _)| after != before))
    }
}

/// Every answer about procedure that changes.
pub(super) fn changed(old: &Knowledge, new: &Knowledge) -> Vec<Answered> {
    let answer = |side: &Knowledge, id: &str| {
        let found = side.ask().procedures.iter().find(|procedure| procedure.id == id);
        found.map(|procedure| (procedure.verdict(), procedure.basis))
    };
    let sides = old.ask().procedures.iter().chain(&new.ask().procedures);
    let ids: BTreeSet<&str> = sides.map(|procedure| procedure.id.as_str()).collect();
    let answered =
        ids.into_iter().map(|id| Answered { id: id.to_owned(), before: answer(old, id), after: answer(new, id) });
    answered.filter(|one| one.before != one.after).collect()
}
