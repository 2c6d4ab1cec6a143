//! The ledger of a table: every cell with what decides it, and what each entry is worth.
//!
//! In: a compiled table, and the expectations as they are written. Out: a [`Ledger`], in which boxes stand for cells with the
//! same verdict on the same reasons, and a [`Worth`] for each rule, caution and silent entry: what would change without it. No query
//! needs this.

mod proof;

use rustc_hash::FxHashMap;

use crate::cover::{Part, cover};
use crate::knowledge::axis::Axis;
use crate::knowledge::dense::Outcome;
use crate::knowledge::grid::Boxed;
use crate::knowledge::ids::{RuleId, SilentId};
use crate::knowledge::table::{Count, Ruling, Table};
use crate::model::terms::Verdict;
pub use proof::{Kind, Worth, worth};

/// What decides each cell of a table.
#[derive(Debug)]
pub struct Ledger<'t> {
    /// The table.
    pub table: &'t Table,
    /// Boxes that cover every cell once, so that their cells add up to all there are.
    pub boxes: Vec<Entry<'t>>,
    /// Every cell by its verdict.
    pub all: Count,
    /// The same without outside values.
    pub inside: Count,
}

/// Cells with the same verdict on the same reasons.
#[derive(Debug)]
pub struct Entry<'t> {
    /// How many cells.
    pub cells: usize,
    /// Which.
    pub sets: Boxed,
    /// What is known of them.
    pub ruling: Ruling,
    /// What decides them.
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
    /// What decides cells of this outcome.
    #[must_use]
    pub fn of(outcome: &Outcome<'t>) -> Self {
        match outcome.plain.verdict {
            Verdict::Supported | Verdict::Unsupported => Self::Rules(outcome.deciding()),
            Verdict::Undocumented | Verdict::Undetermined => Self::Silents(outcome.silents),
        }
    }
}

/// The ledger of a table.
///
/// # Errors
/// Gives the number of boxes when they are too many to be a summary: see [`crate::cover::MOST_BOXES`].
pub fn ledger(table: &Table) -> Result<Ledger<'_>, usize> {
    let mut known: FxHashMap<Decided<'_>, u32> = FxHashMap::default();
    let mut decided: Vec<(Ruling, Decided<'_>)> = Vec::new();
    // Outcomes that differ only in what is said besides, such as a caution, are one in the ledger.
    let labels = (0..table.dense.outcomes()).map(|number| table.dense.nth(number)).map(|outcome| {
        *known.entry(Decided::of(&outcome)).or_insert_with_key(|key| {
            decided.push((outcome.plain, *key));
            u32::try_from(decided.len() - 1).unwrap_or(u32::MAX)
        })
    });
    let labels: Vec<u32> = labels.collect();
    let parts = cover(&table.grid, |cell| labels.get(table.dense.number(cell)).copied())?;
    let entry = |part: Part| {
        let (ruling, decided) = *decided.get(part.label as usize)?;
        Some(Entry { cells: part.cells(), sets: part.sets, ruling, decided })
    };
    let (all, inside) = sums(table);
    Ok(Ledger { table, boxes: parts.into_iter().filter_map(entry).collect(), all, inside })
}

/// Every cell by its verdict, and those of inside values alone.
fn sums(table: &Table) -> (Count, Count) {
    let (mut all, mut inside) = (Count::default(), Count::default());
    let add = |sets: &Boxed, count: &mut Count| {
        table.grid.each(sets, &mut |cell| count.add(table.dense.ruling(cell)));
    };
    add(&table.axes.iter().map(Axis::full_set).collect(), &mut all);
    add(&table.axes.iter().map(Axis::inside_set).collect(), &mut inside);
    (all, inside)
}
