//! The ledger of a table: every cell with what decides it, in boxes of cells with the same verdict on the same reasons; and its
//! totals, each with the boxes that it is the sum of.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use crate::knowledge::{Axis, Boxed, Count, Outcome, Region, RuleId, Ruling, SilentId, Table, at_mut};
use crate::model::Verdict;
use crate::model::schema::SupportedTotal;
use crate::review::cover::{LabelledBox, cover};

#[derive(Debug)]
pub struct Ledger<'t> {
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
    let count = |set| Count::of(table, &table.region(set));
    let (all, inside) = (count(Axis::full_set), count(Axis::inside_set));
    Ok(Ledger { boxes: boxes(table, |_| true)?, all, inside })
}

/// A total with where its numbers come from.
#[derive(Debug)]
pub struct Derived<'t> {
    pub total: &'t str,
    /// As the data has it; nothing where the table has no totals.
    pub written: Option<Count>,
    pub counted: Count,
    /// Boxes that hold each of its cells once.
    pub boxes: Vec<LedgerBox<'t>>,
}

/// Every total of a table, each with the boxes of its cells. A table without totals has the two that are written most.
pub fn derived<'t>(table: &'t Table) -> Result<Vec<Derived<'t>>, usize> {
    let usual = || [("inside", table.region(Axis::inside_set), None), ("all", table.region(Axis::full_set), None)];
    let written = table.totals.iter().map(|total| (total.id.as_str(), total.region.clone(), Some(total.expected)));
    let wanted: Vec<_> = if table.totals.is_empty() { usual().into() } else { written.collect() };
    let derive = |(total, region, written): (&'t str, Region, Option<Count>)| {
        let mut within = vec![false; table.grid.cells()];
        table.grid.each_once(&region, &mut |cell| *at_mut(&mut within, cell) = true);
        let boxes = boxes(table, |cell| within.get(cell).is_some_and(|is_within| *is_within))?;
        Ok(Derived { total, written, counted: Count::of(table, &region), boxes })
    };
    wanted.into_iter().map(derive).collect()
}

pub fn sums(count: &Count) -> Vec<String> {
    let Count { cells, supported, unsupported, undocumented } = count;
    let SupportedTotal { stated, reading, inferred } = supported;
    vec![
        format!("cells = {cells}"),
        format!("supported = {{ stated = {stated}, reading = {reading}, inferred = {inferred} }}"),
        format!("unsupported = {unsupported}"),
        format!("undocumented = {undocumented}"),
    ]
}

/// The sums that are not as they are written: what was counted, and how much more or less that is.
pub fn differences(written: &Count, counted: &Count) -> String {
    let numbers = |count: &Count| {
        let SupportedTotal { stated, reading, inferred } = count.supported;
        [count.cells, stated, reading, inferred, count.unsupported, count.undocumented]
    };
    let names = ["cells", "supported.stated", "supported.reading", "supported.inferred", "unsupported", "undocumented"];
    let pairs = numbers(written).into_iter().zip(numbers(counted)).zip(names);
    let told = pairs.filter(|((written, counted), _)| written != counted).map(|((written, counted), name)| {
        let sign = if counted > written { '+' } else { '−' };
        format!("{name} = {counted} ({sign}{})", counted.abs_diff(written))
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Boxes that hold each of the wanted cells once, with what decides it.
fn boxes(table: &Table, wanted: impl Fn(usize) -> bool) -> Result<Vec<LedgerBox<'_>>, usize> {
    // Outcomes that differ only in what is said besides, such as a caution, are one in the ledger.
    let mut decided: IndexSet<(Decided<'_>, Ruling), FxBuildHasher> = IndexSet::default();
    let outcomes = (0..table.dense.outcomes()).map(|number| table.dense.nth(number));
    let labels = outcomes.map(|outcome| decided.insert_full((Decided::of(&outcome), outcome.plain)).0);
    let labels: Vec<u32> = labels.filter_map(|label| u32::try_from(label).ok()).collect();
    let label = |cell| labels.get(table.dense.number(cell)).copied().filter(|_| wanted(cell));
    let parts = cover(&table.grid, label)?;
    let boxed = |part: LabelledBox| {
        let (decided, ruling) = *decided.get_index(part.label as usize)?;
        Some(LedgerBox { cells: part.cells(), sets: part.sets, ruling, decided })
    };
    Ok(parts.into_iter().filter_map(boxed).collect())
}
