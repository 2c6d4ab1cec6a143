//! `undecided-cell`: a cell about which no rule speaks must have a silent entry that says so.

use crate::compile::knowledge::Knowledge;
use crate::compile::table::Table;
use crate::diag::{Code, Finding, Report};
use crate::locale::Message;
use crate::model::terms::Verdict;
use crate::model::{Catalog, place_of};

pub(super) fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in catalog.tables.iter().filter_map(|file| Some((file, knowledge.table(&file.id)?))) {
        let undecided: Vec<usize> = (0..table.grid.cells()).filter(|cell| is_undecided(table, *cell)).collect();
        let Some(first) = undecided.first() else { continue };
        let message = Message::new(Code::UndecidedCell.name())
            .with("table", &table.id)
            .number("cells", undecided.len())
            .with("example", facts(knowledge, table, *first));
        let at = file.axes.first().map_or_else(|| place_of(file.file, 0..0), |axis| axis.at.clone());
        report.push(Finding::new(Code::UndecidedCell, message).at(at).help(Message::new("help-undecided-cell")));
    }
}

fn is_undecided(table: &Table, cell: usize) -> bool {
    table
        .outcome(cell)
        .is_some_and(|outcome| outcome.plain.verdict == Verdict::Undocumented && outcome.silents.is_empty())
}

/// The cell as facts that `check` takes.
fn facts(knowledge: &Knowledge, table: &Table, cell: usize) -> String {
    let named = table.axes.iter().zip(table.values(cell)).filter_map(|(axis, value)| {
        let value = axis.value(value, knowledge.vocabulary(axis.vocabulary)?)?;
        Some(format!("{}={}", axis.id, value.id))
    });
    named.collect::<Vec<_>>().join(" ")
}
