//! The ledger of a table: every cell with what decides it, in boxes of cells with the same verdict on the same reasons; and its
//! totals, each with the boxes that it is the sum of.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use serde::Serialize;

use crate::knowledge::{Axis, Boxed, Citation, Count, Knowledge, Region, Ruling, StatementId, Table, at, at_mut};
use crate::model::schema::SupportedTotal;
use crate::review::cover::{LabelledBox, cover};
use crate::review::written::WrittenBox;

/// Cells with the same verdict on the same statements.
#[derive(Debug, Serialize)]
pub struct LedgerBox {
    #[serde(flatten)]
    pub place: WrittenBox,
    #[serde(flatten)]
    pub ruling: Ruling,
    /// Ids of what the ruling rests on: rules, else silent entries.
    pub decided: Vec<String>,
    pub sources: Vec<String>,
    #[serde(skip)]
    pub sets: Boxed,
}

/// Boxes that hold every cell of a table once; their number where they are too many to be a summary.
pub fn ledger(knowledge: &Knowledge, table: &Table) -> Result<Vec<LedgerBox>, usize> {
    boxes(knowledge, table, |_| true)
}

/// A total with the boxes that it is the sum of.
#[derive(Debug, Serialize)]
pub struct Derived {
    pub total: String,
    /// As the data has it; nothing where the table has no totals.
    pub written: Option<Count>,
    pub counted: Count,
    /// Boxes that hold each of its cells once.
    pub boxes: Vec<LedgerBox>,
}

impl Derived {
    /// Whether the data says otherwise.
    pub fn is_wrong(&self) -> bool {
        self.written.is_some_and(|written| written != self.counted)
    }
}

/// Every total of a table, each with the boxes of its cells. A table without totals has the two that are written most.
pub fn derived(knowledge: &Knowledge, table: &Table) -> Result<Vec<Derived>, usize> {
    let usual = || [("inside", table.region(Axis::inside_set), None), ("all", table.region(Axis::full_set), None)];
    let written = table.totals.iter().map(|total| (total.id.as_str(), total.region.clone(), Some(total.expected)));
    let wanted: Vec<_> = if table.totals.is_empty() { usual().into() } else { written.collect() };
    let derive = |(total, region, written): (&str, Region, Option<Count>)| {
        let mut within = vec![false; table.grid.cells()];
        table.grid.each_once(&region, &mut |cell| *at_mut(&mut within, cell) = true);
        let boxes = boxes(knowledge, table, |cell| *at(&within, cell))?;
        Ok(Derived { total: total.to_owned(), written, counted: Count::of(table, &region), boxes })
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
fn boxes(knowledge: &Knowledge, table: &Table, wanted: impl Fn(usize) -> bool) -> Result<Vec<LedgerBox>, usize> {
    // Outcomes that differ only in what is said besides, such as a caution, are one in the ledger.
    let mut decided: IndexSet<(&[StatementId], Ruling), FxBuildHasher> = IndexSet::default();
    let outcomes = (0..table.dense.outcomes()).map(|number| table.dense.nth(number));
    let labels = outcomes.map(|outcome| decided.insert_full((outcome.grounds(), outcome.plain)).0);
    let labels: Vec<usize> = labels.collect();
    let label = |cell| labels.get(table.dense.number(cell)).copied().filter(|_| wanted(cell));
    let parts = cover(&table.grid, label)?;
    let boxed = |part: LabelledBox| {
        let (grounds, ruling) = *decided.get_index(part.label)?;
        let statements = || grounds.iter().map(|at| &table[*at]);
        let citations: Vec<Citation> = statements().flat_map(|one| &one.sources).copied().collect();
        Some(LedgerBox {
            place: WrittenBox::in_table(table, knowledge, &part.sets),
            ruling,
            decided: statements().map(|one| one.id.clone()).collect(),
            sources: knowledge.source_ids(&citations),
            sets: part.sets,
        })
    };
    Ok(parts.into_iter().filter_map(boxed).collect())
}
