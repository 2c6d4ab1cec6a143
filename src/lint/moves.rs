//! `idle-move`: a move that changes no answer to a supported one, because no supported cell has a value that it leads to.

use super::prelude::*;
use crate::knowledge::{AxisId, Boxed, Move, ValueSet};

const IDLE: Code = code!("idle-move", Warning);

pub(super) static LINT: Lint = Lint { codes: &[IDLE], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let supported = supported(table);
        for (entry, one) in file.moves.iter().zip(&table.moves) {
            if !one.changes.first().is_some_and(|axis| leads_on(table, one, *axis, &supported)) {
                report.push(Finding::of(IDLE).with("move", &entry.id).at(entry.at.clone()));
            }
        }
    }
}

fn supported(table: &Table) -> Boxed {
    let mut found: Boxed = table.axes.iter().map(|axis| ValueSet::none(axis.values.len())).collect();
    for cell in table.cells(Verdict::Supported) {
        table.axis_ids().for_each(|axis| found[axis].insert(table.grid.value(cell, axis)));
    }
    found
}

fn leads_on(table: &Table, one: &Move, axis: AxisId, supported: &Boxed) -> bool {
    let axis_of = &table[axis];
    let mut reached = supported[axis].clone();
    reached.intersect_with(&axis_of.inside_set());
    for (_, to) in one.to.iter().filter(|(to, _)| *to == axis) {
        reached.intersect_with(to);
    }
    let rank = |value| axis_of.rank(value);
    let lowest = axis_of.all().filter_map(rank).min();
    reached.ones().any(|value| !one.upward.contains(&axis) || rank(value) > lowest)
}
