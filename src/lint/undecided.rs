//! `undecided-cell`: a cell about which no rule speaks must have a silent entry that says so.

use fixedbitset::FixedBitSet;

use super::{hole, tables};
use crate::compile::knowledge::Knowledge;
use crate::compile::table::Table;
use crate::diag::{Code, Finding, Report};
use crate::locale::Message;
use crate::model::{Catalog, place_of};

/// A hole of more boxes than this is none that could be described.
const MOST_BOXES: usize = 4;

pub(super) fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let cells = undecided(table);
        let Some(first) = cells.minimum() else { continue };
        let (boxes, all) = hole::boxes(table, &cells, MOST_BOXES);
        let message = Message::new(Code::UndecidedCell.name())
            .with("table", &table.id)
            .number("cells", cells.count_ones(..))
            .with("example", hole::facts(knowledge, table, first));
        let label = Message::new(if all { "label-hole" } else { "label-hole-begins" })
            .with("when", hole::written(knowledge, table, &boxes));
        let at = file.axes.first().map_or_else(|| place_of(file.file, 0..0), |axis| axis.at.clone());
        let finding = Finding::new(Code::UndecidedCell, message).at_saying(at, label);
        report.push(finding.help(Message::new("help-undecided-cell")));
    }
}

/// The cells for which nothing holds but cautions.
fn undecided(table: &Table) -> FixedBitSet {
    let mut numbers = vec![None; table.dense.outcomes()];
    let mut found = FixedBitSet::with_capacity(table.grid.cells());
    for cell in 0..table.grid.cells() {
        let Some(known) = table.dense.number(cell).and_then(|number| numbers.get_mut(number)) else { continue };
        let speaks = || table.outcome(cell).is_some_and(|one| !one.deciding().is_empty() || !one.silents.is_empty());
        if !*known.get_or_insert_with(speaks) {
            found.insert(cell);
        }
    }
    found
}
