//! One side of a comparison: a table with its entries by name; and what is said of a cell, by which entries.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::knowledge::{Axis, AxisId, Knowledge, Outcome, Ruling, Statement, StatementId, Table, Vocabulary, at};
use crate::model::{Basis, Verdict};

/// What is known about a cell, with every rule counted and strictly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rulings {
    #[serde(flatten)]
    pub plain: Ruling,
    #[serde(rename = "strict_verdict", serialize_with = "verdict_alone")]
    pub strict: Ruling,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn verdict_alone<S: Serializer>(ruling: &Ruling, serializer: S) -> Result<S::Ok, S::Error> {
    ruling.verdict.serialize(serializer)
}

impl Rulings {
    pub(super) fn of(outcome: &Outcome<'_>) -> Self {
        Self { plain: outcome.plain, strict: outcome.strict }
    }

    pub(super) fn verdicts(self) -> [Verdict; 2] {
        [self.plain.verdict, self.strict.verdict]
    }
}

/// An entry that makes a difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct By {
    pub how: How,
    /// `permit.some-rule`
    pub entry: String,
}

/// How an entry makes a difference in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// It holds now.
    Holds,
    HoldsNoMore,
    /// It holds as before, on another basis, for other verdicts, or ruling out what it did not.
    Otherwise,
}

/// Entries by name, the rules with their basis and whether they rule out.
pub(super) type EntriesShown<'n> = BTreeMap<&'n str, (Option<Basis>, bool)>;

/// One side of the comparison: the table, and the name of each of its statements.
pub(super) struct Compared<'s> {
    pub(super) knowledge: &'s Knowledge,
    pub(super) table: &'s Table,
    names: Vec<String>,
}

impl<'s> Compared<'s> {
    pub(super) fn new((knowledge, table): (&'s Knowledge, &'s Table)) -> Self {
        Self { knowledge, table, names: table.statements.iter().map(Statement::name).collect() }
    }

    pub(super) fn axis(&self, id: &str) -> Option<(AxisId, &'s Axis)> {
        AxisId::of(&self.table.axes).find(|(_, axis)| axis.id == id)
    }

    pub(super) fn vocabulary(&self, axis: &Axis) -> &'s Vocabulary {
        &self.knowledge[axis.vocabulary]
    }

    pub(super) fn ids(&self, axis: &Axis) -> Vec<&'s str> {
        axis.values.iter().map(|value| self.vocabulary(axis)[*value].id.as_str()).collect()
    }

    /// The entries that are shown for an outcome, those that decide apart from the others; each with what it does.
    pub(super) fn shown(&self, outcome: &Outcome<'s>) -> (EntriesShown<'_>, EntriesShown<'_>) {
        let name = |id: &StatementId| at(&self.names, id.index()).as_str();
        let rules = outcome.forbids.iter().chain(outcome.permits);
        let rules = rules.map(|rule| (name(rule), (outcome.basis_of(*rule, self.table), self.table[*rule].rules_out)));
        let besides = outcome.cautions.iter().chain(outcome.silents);
        let besides = besides.filter(|id| outcome.tells(&self.table[**id])).map(|id| (name(id), (None, false)));
        (rules.collect(), besides.collect())
    }
}
