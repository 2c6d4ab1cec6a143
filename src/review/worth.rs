//! What each entry is worth: what would change if it were taken away.
//!
//! Nothing is compiled anew. Cells with the same outcome change in the same way, so each outcome is looked at once for each
//! of its entries, and counts as often as it has cells.

use serde::Serialize;

use crate::knowledge::dense::rulings;
use crate::knowledge::{Outcome, Ruling, Spot, Statement, StatementId, Table, at_mut};
use crate::model::Effect;

/// What would change without an entry. A cell counts in the first of the three that is true of it, with every rule counted
/// or strictly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worth {
    pub kind: Effect,
    pub id: String,
    #[serde(flatten)]
    pub spot: Spot,
    pub cells: usize,
    /// Cells that would have another verdict.
    pub verdict: usize,
    /// Cells that would have the same verdict on another basis.
    pub basis: usize,
    /// Cells whose answer would only lack the entry itself, among its reasons or cautions.
    pub said: usize,
    pub idle: bool,
}

impl Worth {
    /// `permit.some-rule`
    pub fn name(&self) -> String {
        format!("{}.{}", self.kind, self.id)
    }
}

/// What every rule, caution and silent entry of a table is worth, in the order of the table.
pub fn worth(table: &Table) -> Vec<Worth> {
    let nothing = |one: &Statement| {
        let (id, spot) = (one.id.clone(), Spot::clone(&one.spot));
        Worth { kind: one.effect, id, spot, cells: 0, verdict: 0, basis: 0, said: 0, idle: false }
    };
    let mut all: Vec<Worth> = table.statements.iter().map(nothing).collect();
    table.dense.classes().iter().for_each(|class| weigh(table, &class.outcome, class.cells, &mut all));
    for one in &mut all {
        one.idle = one.verdict + one.basis + one.said == 0;
    }
    all
}

/// Adds what the cells of one outcome would lose without each of its statements.
fn weigh(table: &Table, outcome: &Outcome<'_>, cells: usize, all: &mut [Worth]) {
    for id in outcome.statements() {
        let (statement, worth) = (&table[id], at_mut(all, id.index()));
        worth.cells += cells;
        if !statement.effect.decides() {
            worth.said += if outcome.tells(statement) { cells } else { 0 };
            continue;
        }
        let without = without(table, outcome, id);
        let rulings = [(outcome.plain, without.0), (outcome.strict, without.1)];
        if rulings.iter().any(|(with, without)| with.verdict != without.verdict) {
            worth.verdict += cells;
        } else if rulings.iter().any(|(with, without)| with.basis != without.basis) {
            worth.basis += cells;
        } else {
            worth.said += cells;
        }
    }
}

/// The plain and the strict ruling of an outcome without one of its rules.
fn without(table: &Table, outcome: &Outcome<'_>, rule: StatementId) -> (Ruling, Ruling) {
    let others = outcome.forbids.iter().chain(outcome.permits).filter(|other| **other != rule);
    rulings(others.filter_map(|other| Some((table[*other].effect, outcome.basis_of(*other, table)?))))
}
