//! What each entry is worth: what would change if it were taken away.
//!
//! Nothing is compiled anew. Cells with the same outcome change in the same way, so each outcome is looked at once for each
//! of its entries, and counts as often as it has cells.

use serde::Serialize;

use crate::knowledge::dense::rulings;
use crate::knowledge::{Outcome, RuleId, Ruling, Spot, Table, at_mut};
use crate::model::{Effect, Verdict};

/// What would change without an entry. A cell counts in the first of the three that is true of it, with every rule counted
/// or strictly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worth {
    pub kind: Removable,
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
}

impl Worth {
    /// `permit.some-rule`
    pub fn name(&self) -> String {
        format!("{}.{}", self.kind, self.id)
    }

    pub fn is_idle(&self) -> bool {
        self.verdict + self.basis + self.said == 0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::Display)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Removable {
    Permit,
    Forbid,
    Caution,
    Silent,
}

/// What every rule, caution and silent entry of a table is worth, in the order of the table.
pub fn worth(table: &Table) -> Vec<Worth> {
    let mut all = nothing(table);
    table.dense.classes().iter().for_each(|class| weigh(table, &class.outcome, class.cells, &mut all));
    all
}

/// Every entry, with nothing counted yet: rules, cautions, silent entries.
fn nothing(table: &Table) -> Vec<Worth> {
    let new = |kind: Removable, id: &String, spot: &Spot| Worth {
        kind,
        id: id.clone(),
        spot: spot.clone(),
        cells: 0,
        verdict: 0,
        basis: 0,
        said: 0,
    };
    let rules = table.rules.iter().map(|rule| {
        let kind = if rule.effect == Effect::Forbid { Removable::Forbid } else { Removable::Permit };
        new(kind, &rule.id, &rule.spot)
    });
    let cautions = table.cautions.iter().map(|caution| new(Removable::Caution, &caution.id, &caution.spot));
    let silents = table.silents.iter().map(|silent| new(Removable::Silent, &silent.id, &silent.spot));
    rules.chain(cautions).chain(silents).collect()
}

/// Adds what the cells of one outcome would lose without each of its entries.
fn weigh(table: &Table, outcome: &Outcome<'_>, cells: usize, all: &mut [Worth]) {
    let verdicts = [outcome.plain.verdict, outcome.strict.verdict];
    let (first_caution, first_silent) = (table.rules.len(), table.rules.len() + table.cautions.len());
    for rule in outcome.forbids.iter().chain(outcome.permits) {
        let without = without(table, outcome, *rule);
        let rulings = [(outcome.plain, without.0), (outcome.strict, without.1)];
        let worth = at_mut(all, rule.index());
        worth.cells += cells;
        if rulings.iter().any(|(with, without)| with.verdict != without.verdict) {
            worth.verdict += cells;
        } else if rulings.iter().any(|(with, without)| with.basis != without.basis) {
            worth.basis += cells;
        } else {
            worth.said += cells;
        }
    }
    let mut count = |at: usize, shown: bool| {
        let worth = at_mut(all, at);
        worth.cells += cells;
        worth.said += if shown { cells } else { 0 };
    };
    for caution in outcome.cautions {
        let on = &table[*caution].verdicts;
        count(first_caution + caution.index(), on.is_empty() || verdicts.iter().any(|verdict| on.contains(verdict)));
    }
    for silent in outcome.silents {
        count(first_silent + silent.index(), verdicts.contains(&Verdict::Undocumented));
    }
}

/// The plain and the strict ruling of an outcome without one of its rules.
fn without(table: &Table, outcome: &Outcome<'_>, rule: RuleId) -> (Ruling, Ruling) {
    let others = outcome.forbids.iter().chain(outcome.permits).filter(|other| **other != rule);
    rulings(others.map(|other| (table[*other].effect, outcome.basis_of(*other, table))))
}
