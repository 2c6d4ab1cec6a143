//! `idle-move`: a move that changes no answer to a supported one, because no supported cell has a value that it leads to.

use super::{Lint, tables};
use crate::diag::code::code;
use crate::diag::{Code, Finding, Report};
use crate::knowledge::Knowledge;
use crate::knowledge::grid::ValueSet;
use crate::knowledge::table::{Move, Table};
use crate::model::Catalog;
use crate::model::terms::Verdict;

const IDLE: Code = code!("idle-move", Warning);

pub(super) static LINT: Lint = Lint { codes: &[IDLE], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let supported = supported(table);
        for (entry, one) in file.moves.iter().zip(&table.moves) {
            if !one.changes.first().is_some_and(|axis| leads_on(table, one, *axis, &supported)) {
                let finding = Finding::of(IDLE).with("move", &entry.id).at(entry.at.clone());
                report.push(finding.usual_help());
            }
        }
    }
}

/// For each axis, the values of supported cells.
fn supported(table: &Table) -> Vec<ValueSet> {
    let mut found: Vec<ValueSet> = table.axes.iter().map(|axis| ValueSet::with_capacity(axis.values.len())).collect();
    for cell in 0..table.grid.cells() {
        if table.dense.ruling(cell).is_some_and(|ruling| ruling.verdict == Verdict::Supported) {
            found.iter_mut().enumerate().for_each(|(axis, set)| set.insert(table.grid.value(cell, axis)));
        }
    }
    found
}

fn leads_on(table: &Table, one: &Move, axis: usize, supported: &[ValueSet]) -> bool {
    let (Some(axis_of), Some(reached)) = (table.axes.get(axis), supported.get(axis)) else { return false };
    let mut reached = reached.clone();
    reached.intersect_with(&axis_of.inside_set());
    for (_, to) in one.to.iter().filter(|(to, _)| *to == axis) {
        reached.intersect_with(to);
    }
    let rank = |value: usize| axis_of.ranks.get(value).copied().flatten();
    let lowest = (0..axis_of.values.len()).filter_map(rank).min();
    reached.ones().any(|value| !one.upward.contains(&axis) || rank(value) > lowest)
}
