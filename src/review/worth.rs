//! What each entry is worth: what would change if it were taken away.
//!
//! Nothing is compiled anew. Cells with the same outcome change in the same way, so each outcome is looked at once for each
//! of its entries, and counts as often as it has cells.

use serde::Serialize;

use crate::decide::{Conclusion, conclude, distinct, expectations};
use crate::knowledge::dense::{Outcome, rulings};
use crate::knowledge::table::{Ruling, Table};
use crate::knowledge::{Knowledge, Spot};
use crate::model::terms::{Effect, Verdict};
use crate::model::{Catalog, Entry, schema::Expectation};

/// What would change without an entry. A cell counts in the first of the three that is true of it, with every rule counted
/// or strictly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Worth {
    pub kind: Removable,
    pub id: String,
    #[serde(flatten)]
    pub spot: Spot,
    /// Cells in which it holds.
    pub cells: usize,
    /// Cells that would have another verdict.
    pub verdict: usize,
    /// Cells that would have the same verdict on another basis.
    pub basis: usize,
    /// Cells whose answer would only lack the entry itself, among its reasons or cautions.
    pub said: usize,
    /// Expectations that are met and would fail.
    pub expectations: usize,
}

impl Worth {
    /// `permit.some-rule`
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}.{}", self.kind, self.id)
    }

    /// Whether nothing at all would change.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.verdict + self.basis + self.said + self.expectations == 0
    }
}

/// The entries that can be taken away.
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
#[must_use]
pub fn worth(knowledge: &Knowledge, catalog: &Catalog, table: &Table) -> Vec<Worth> {
    let mut all = nothing(table);
    let mut cells = vec![0; table.dense.outcomes()];
    for number in (0..table.grid.cells()).filter_map(|cell| table.dense.number(cell)) {
        cells.get_mut(number).into_iter().for_each(|cells| *cells += 1);
    }
    for (number, cells) in cells.into_iter().enumerate() {
        if let Some(outcome) = table.dense.nth(number) {
            weigh(table, &outcome, cells, &mut all);
        }
    }
    for expectation in &catalog.expectations {
        for at in needed(knowledge, table, expectation) {
            all.get_mut(at).into_iter().for_each(|worth| worth.expectations += 1);
        }
    }
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
        expectations: 0,
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
    let mut count = |at: usize, field: fn(&mut Worth) -> Option<&mut usize>| {
        let Some(worth) = all.get_mut(at) else { return };
        worth.cells += cells;
        if let Some(number) = field(worth) {
            *number += cells;
        }
    };
    for rule in outcome.forbids.iter().chain(outcome.permits) {
        let without = without(table, outcome, *rule);
        let rulings = [(outcome.plain, without.0), (outcome.strict, without.1)];
        if rulings.iter().any(|(with, without)| with.verdict != without.verdict) {
            count(*rule as usize, |worth| Some(&mut worth.verdict));
        } else if rulings.iter().any(|(with, without)| with.basis != without.basis) {
            count(*rule as usize, |worth| Some(&mut worth.basis));
        } else {
            count(*rule as usize, |worth| Some(&mut worth.said));
        }
    }
    for caution in outcome.cautions {
        let on = table.cautions.get(*caution as usize).map(|caution| caution.verdicts.as_slice()).unwrap_or_default();
        let shown = on.is_empty() || verdicts.iter().any(|verdict| on.contains(verdict));
        count(first_caution + *caution as usize, if shown { |worth| Some(&mut worth.said) } else { |_| None });
    }
    for silent in outcome.silents {
        let shown = verdicts.contains(&Verdict::Undocumented);
        count(first_silent + *silent as usize, if shown { |worth| Some(&mut worth.said) } else { |_| None });
    }
}

/// The plain and the strict ruling of an outcome without one of its rules.
fn without(table: &Table, outcome: &Outcome<'_>, rule: u32) -> (Ruling, Ruling) {
    let others = outcome.forbids.iter().chain(outcome.permits).filter(|other| **other != rule);
    rulings(others.filter_map(|other| table.rule(*other)).map(|rule| (rule.effect, rule.basis)))
}

/// Positions, among all entries of the table, of those without which an expectation that is met would fail.
fn needed(knowledge: &Knowledge, table: &Table, entry: &Entry<Expectation>) -> Vec<usize> {
    let Ok((asked, facts)) = expectations::facts(entry, knowledge) else { return Vec::new() };
    if asked.id != table.id {
        return Vec::new();
    }
    let outcomes = distinct(table, &facts.cells(table));
    let met = |outcomes: &[Outcome<'_>]| {
        let conclusion = conclude(table, outcomes, entry.item.strict);
        let conclusion = conclusion.unwrap_or(Conclusion::Undetermined { open: Vec::new() });
        expectations::failures(&entry.item, table, &conclusion).is_empty()
    };
    if !met(&outcomes) {
        return Vec::new();
    }
    let first_silent = table.rules.len() + table.cautions.len();
    let mut held: Vec<usize> = Vec::new();
    for outcome in &outcomes {
        held.extend(outcome.forbids.iter().chain(outcome.permits).map(|rule| *rule as usize));
        held.extend(outcome.silents.iter().map(|silent| first_silent + *silent as usize));
    }
    held.sort_unstable();
    held.dedup();
    held.retain(|at| {
        let thinned: Vec<Thinned> = outcomes.iter().map(|outcome| Thinned::new(table, outcome, *at)).collect();
        !met(&thinned.iter().map(Thinned::outcome).collect::<Vec<_>>())
    });
    held
}

/// An outcome without one entry.
struct Thinned {
    rulings: (Ruling, Ruling),
    forbids: Vec<u32>,
    permits: Vec<u32>,
    silents: Vec<u32>,
}

impl Thinned {
    /// Takes away the entry at this position among all of the table.
    fn new(table: &Table, outcome: &Outcome<'_>, at: usize) -> Self {
        let first_silent = table.rules.len() + table.cautions.len();
        let others = |list: &[u32], first: usize| -> Vec<u32> {
            list.iter().filter(|member| first + **member as usize != at).copied().collect()
        };
        let (forbids, permits) = (others(outcome.forbids, 0), others(outcome.permits, 0));
        let rules = forbids.iter().chain(&permits).filter_map(|rule| table.rule(*rule));
        Self {
            rulings: rulings(rules.map(|rule| (rule.effect, rule.basis))),
            silents: others(outcome.silents, first_silent),
            forbids,
            permits,
        }
    }

    fn outcome(&self) -> Outcome<'_> {
        Outcome {
            plain: self.rulings.0,
            strict: self.rulings.1,
            forbids: &self.forbids,
            permits: &self.permits,
            cautions: &[],
            silents: &self.silents,
        }
    }
}
