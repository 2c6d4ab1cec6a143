//! What two states of a knowledge do not have in common, and whether the changelog says so.

use serde::Serialize;

use crate::review::diff::Diff;

/// `canmanage/diff/1`
#[derive(Debug, Serialize)]
pub struct Reviewed {
    format: &'static str,
    /// A verdict changes, a name is read otherwise, or something that could be asked is gone.
    pub verdicts_change: bool,
    pub answers_change: bool,
    /// Starred lines that the changelog has not had before.
    pub starred: Vec<String>,
    #[serde(flatten)]
    pub diff: Diff,
}

impl Reviewed {
    pub fn new(diff: Diff, starred: Vec<String>) -> Self {
        let (verdicts_change, answers_change) = (diff.changes_verdicts(), diff.changes_answers());
        Self { format: "canmanage/diff/1", verdicts_change, answers_change, starred, diff }
    }

    /// Whether a verdict changes and no starred line says so.
    pub fn lacks_star(&self) -> bool {
        self.verdicts_change && self.starred.is_empty()
    }
}
