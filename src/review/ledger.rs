//! The ledger of a table: every cell with what decides it, in boxes of cells with the same verdict on the same reasons.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::knowledge::axis::Axis;
use crate::knowledge::dense::Outcome;
use crate::knowledge::grid::{Boxed, ValueSet};
use crate::knowledge::ids::{RuleId, SilentId};
use crate::knowledge::table::{Count, Ruling, Table};
use crate::model::terms::Verdict;
use crate::review::cover::{Part, cover};

#[derive(Debug)]
pub struct Ledger<'t> {
    pub table: &'t Table,
    /// Boxes that cover every cell once, so that their cells add up to all there are.
    pub boxes: Vec<LedgerBox<'t>>,
    pub all: Count,
    /// The same without outside values.
    pub inside: Count,
}

#[derive(Debug)]
pub struct LedgerBox<'t> {
    pub cells: usize,
    pub sets: Boxed,
    pub ruling: Ruling,
    pub decided: Decided<'t>,
}

/// What decides a cell, as positions in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decided<'t> {
    /// By rules: all forbids that hold, or, where none does, all permits.
    Rules(&'t [RuleId]),
    /// By none; silent entries say how that is known, unless nobody noticed.
    Silents(&'t [SilentId]),
}

impl<'t> Decided<'t> {
    pub fn of(outcome: &Outcome<'t>) -> Self {
        match outcome.plain.verdict {
            Verdict::Supported | Verdict::Unsupported => Self::Rules(outcome.deciding()),
            Verdict::Undocumented | Verdict::Undetermined => Self::Silents(outcome.silents),
        }
    }
}

/// The ledger of a table; the number of boxes where they are too many to be a summary.
pub fn ledger(table: &Table) -> Result<Ledger<'_>, usize> {
    // Outcomes that differ only in what is said besides, such as a caution, are one in the ledger.
    let mut decided: IndexSet<(Decided<'_>, Ruling), FxBuildHasher> = IndexSet::default();
    let outcomes = (0..table.dense.outcomes()).map(|number| table.dense.nth(number));
    let labels = outcomes.map(|outcome| decided.insert_full((Decided::of(&outcome), outcome.plain)).0);
    let labels: Vec<u32> = labels.filter_map(|label| u32::try_from(label).ok()).collect();
    let parts = cover(&table.grid, |cell| labels.get(table.dense.number(cell)).copied())?;
    let boxed = |part: Part| {
        let (decided, ruling) = *decided.get_index(part.label as usize)?;
        Some(LedgerBox { cells: part.cells(), sets: part.sets, ruling, decided })
    };
    let count = |set: fn(&Axis) -> ValueSet| Count::of(table, &table.axes.iter().map(set).collect());
    let (all, inside) = (count(Axis::full_set), count(Axis::inside_set));
    Ok(Ledger { table, boxes: parts.into_iter().filter_map(boxed).collect(), all, inside })
}
