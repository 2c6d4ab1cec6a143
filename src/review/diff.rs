//! Two states of one knowledge: which answers change, by which edit, and which expectations move.
//!
//! In: the files, the catalog and the compiled knowledge of both. Out: a [`Diff`]. Every cell that both have is compared, so
//! what is not in it is proved to be the same. Values go by their ids, entries by kind and id: a new name is another thing.

pub mod answers;
pub mod arrivals;
pub mod axes;
pub mod compared;
pub mod edits;
pub mod expected;
pub mod names;
pub mod plans;
pub mod procedures;
mod snapshot;
pub mod stars;

use serde::Serialize;

use answers::{Gravity, Has, TableChange};
use axes::AxisChange;
use edits::Edit;
use expected::ExpectationChange;
use names::NameChange;
use plans::PlanChange;
use procedures::ProcedureChange;
pub use snapshot::Snapshot;

#[derive(Debug, Serialize)]
pub struct Diff {
    /// The tables whose answers change, or whose axes and values do.
    pub tables: Vec<TableChange>,
    /// Plans of typical upgrades that are others, or no longer there.
    pub plans: Vec<PlanChange>,
    pub procedures: Vec<ProcedureChange>,
    pub names: Vec<NameChange>,
    /// Expectations whose facts are answered otherwise, or that are met on one side only.
    pub expectations: Vec<ExpectationChange>,
    /// What was written otherwise, entry by entry: everything but comments, white space and the order of keys.
    pub edits: Vec<Edit>,
}

impl Diff {
    /// Whether facts that were answered before are now answered with another verdict, or no longer: what a star stands for. Where
    /// an axis has other inside values or is no longer one to choose on, or other cells are ruled out, facts that leave axes open may be;
    /// where a name means other values of an axis, facts that are given by it may be; and that counts.
    pub fn changes_verdicts(&self) -> bool {
        let moved = self.names.iter().any(|name| name.moved);
        self.changes_cells() || self.tables.iter().any(changes_open) || moved
    }

    /// What has or may have another verdict: `cells`, else facts with an `open` axis, else facts given by `names`.
    pub fn what_changes(&self) -> &'static str {
        match self.changes_cells() {
            true => "cells",
            false if self.tables.iter().any(changes_open) => "open",
            false => "names",
        }
    }

    fn changes_cells(&self) -> bool {
        let cells = |table: &TableChange| {
            table.side == Has::Removed || table.changes.iter().any(|change| change.kind == Gravity::Verdict)
        };
        self.tables.iter().any(cells)
            || self.plans.iter().any(PlanChange::changes_verdict)
            || self.procedures.iter().any(ProcedureChange::changes_verdict)
    }

    /// Whether any answer to facts changes: a verdict, a basis, what is said, or what a name means.
    pub fn changes_answers(&self) -> bool {
        let none = self.tables.is_empty() && self.plans.is_empty() && self.procedures.is_empty();
        !none || !self.names.is_empty() || !self.expectations.is_empty()
    }

    /// Whether the two states say the same.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty() && !self.changes_answers()
    }
}

fn changes_open(table: &TableChange) -> bool {
    table.axes.iter().any(AxisChange::changes_verdicts)
        || table.changes.iter().any(|change| change.kind == Gravity::World)
}

/// Compares two states.
///
/// # Errors
/// Gives the id of a table that cannot be compared, because its cells on both sides together, or the boxes that change, are too
/// many.
pub fn diff(old: &Snapshot, new: &Snapshot) -> Result<Diff, String> {
    Ok(Diff {
        edits: edits::edits(&old.files, &new.files),
        tables: answers::tables(&old.knowledge, &new.knowledge)?,
        expectations: expected::moved(old, new),
        plans: plans::changed(&old.knowledge, &new.knowledge)?,
        procedures: procedures::changed(&old.knowledge, &new.knowledge),
        names: names::renamed(&old.knowledge, &new.knowledge),
    })
}
