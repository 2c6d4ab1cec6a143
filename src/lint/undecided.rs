//! `undecided-cell`: a cell about which no rule speaks must have a silent entry that says so.

use super::prelude::*;
use crate::review::cover::cover;
use crate::review::written::WrittenBox;

/// A hole is described by its largest boxes, as far as they can be written in so many letters: an excerpt has no second line.
const MOST_LETTERS: usize = 160;

const UNDECIDED: Code = code!("undecided-cell", Error);

pub(super) static LINT: Lint = Lint { codes: &[UNDECIDED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let cells = undecided(table);
        let Some(first) = cells.iter().position(|undecided| *undecided) else { continue };
        let finding = Finding::of(UNDECIDED)
            .with("table", &table.id)
            .number("cells", cells.iter().filter(|undecided| **undecided).count())
            .with("example", facts_of_cell(knowledge, table, first));
        let at = file.axes.first().map_or_else(|| file.at.clone(), |axis| axis.at.clone());
        report.push(match hole(knowledge, table, &cells) {
            Some(label) => finding.at_saying(at, label),
            None => finding.at(at),
        });
    }
}

/// The cells as a condition, whole or in part; nothing if they are too scattered for that.
fn hole(knowledge: &Knowledge, table: &Table, cells: &[bool]) -> Option<Message> {
    let mut parts = cover(&table.grid, |cell| at(cells, cell).then_some(0)).ok()?;
    parts.sort_by_key(|part| std::cmp::Reverse(part.cells()));
    let mut left = MOST_LETTERS;
    let boxes = parts.iter().map(|part| WrittenBox::in_table(table, knowledge, &part.sets).written);
    let fits = |written: &String| left.checked_sub(written.chars().count()).map(|rest| left = rest).is_some();
    let boxes: Vec<String> = boxes.filter(fits).collect();
    let when = if let [one] = boxes.as_slice() { one.clone() } else { format!("[{}]", boxes.join(", ")) };
    let message = Message::new("label-hole").with("when", when).number("others", parts.len() - boxes.len());
    (!boxes.is_empty()).then_some(message)
}

/// The cells for which nothing holds but cautions.
fn undecided(table: &Table) -> Vec<bool> {
    let outcomes = (0..table.dense.outcomes()).map(|number| table.dense.nth(number));
    let undecided = outcomes.map(|outcome| outcome.deciding().is_empty() && outcome.silents.is_empty());
    let undecided: Vec<bool> = undecided.collect();
    (0..table.grid.cells()).map(|cell| *at(&undecided, table.dense.number(cell))).collect()
}
