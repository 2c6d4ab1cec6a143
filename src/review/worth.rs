//! What each entry is worth: what would change if it were taken away.
//!
//! Nothing is compiled anew. Cells with the same outcome change in the same way, so each outcome is looked at once for each
//! of its entries, and counts as often as it has cells.

use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::decide::{Decision, decide, decide_as_if, expectations};
use crate::knowledge::dense::{Outcome, rulings};
use crate::knowledge::ids::{RuleId, SilentId};
use crate::knowledge::table::{Ruling, Table};
use crate::knowledge::{Knowledge, Spot};
use crate::model::terms::{Basis, Effect, Verdict};
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
    pub fn name(&self) -> String {
        format!("{}.{}", self.kind, self.id)
    }

    /// Whether nothing at all would change.
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
pub fn worth(knowledge: &Knowledge, catalog: &Catalog, table: &Table) -> Vec<Worth> {
    let mut all = nothing(table);
    let mut cells = vec![0; table.dense.outcomes()];
    for number in (0..table.grid.cells()).map(|cell| table.dense.number(cell)) {
        cells.get_mut(number).into_iter().for_each(|cells| *cells += 1);
    }
    for (number, cells) in cells.into_iter().enumerate() {
        weigh(table, &table.dense.nth(number), cells, &mut all);
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
            count(rule.index(), |worth| Some(&mut worth.verdict));
        } else if rulings.iter().any(|(with, without)| with.basis != without.basis) {
            count(rule.index(), |worth| Some(&mut worth.basis));
        } else {
            count(rule.index(), |worth| Some(&mut worth.said));
        }
    }
    for caution in outcome.cautions {
        let on = &table[*caution].verdicts;
        let shown = on.is_empty() || verdicts.iter().any(|verdict| on.contains(verdict));
        count(first_caution + caution.index(), if shown { |worth| Some(&mut worth.said) } else { |_| None });
    }
    for silent in outcome.silents {
        let shown = verdicts.contains(&Verdict::Undocumented);
        count(first_silent + silent.index(), if shown { |worth| Some(&mut worth.said) } else { |_| None });
    }
}

/// The plain and the strict ruling of an outcome without one of its rules.
fn without(table: &Table, outcome: &Outcome<'_>, rule: RuleId) -> (Ruling, Ruling) {
    let others = outcome.forbids.iter().chain(outcome.permits).filter(|other| **other != rule);
    rulings(others.map(|other| (table[*other].effect, outcome.basis_of(*other, table))))
}

/// Positions, among all entries of the table, of those without which an expectation that is met would fail.
fn needed(knowledge: &Knowledge, table: &Table, entry: &Entry<Expectation>) -> Vec<usize> {
    let Ok((asked, facts)) = expectations::facts(entry, knowledge) else { return Vec::new() };
    if asked.id != table.id {
        return Vec::new();
    }
    let mut numbers: Vec<usize> = Vec::new();
    table.grid.each(&facts.cells(table), &mut |cell| numbers.push(table.dense.number(cell)));
    numbers.sort_unstable();
    numbers.dedup();
    let met = |decision: &Decision| expectations::failures(&entry.item, table, &decision.conclusion).is_empty();
    if !met(&decide(table, &facts, entry.item.strict)) {
        return Vec::new();
    }
    let first_silent = table.rules.len() + table.cautions.len();
    let mut held: Vec<usize> = Vec::new();
    for outcome in numbers.iter().map(|number| table.dense.nth(*number)) {
        held.extend(outcome.forbids.iter().chain(outcome.permits).map(|rule| rule.index()));
        held.extend(outcome.silents.iter().map(|silent| first_silent + silent.index()));
    }
    held.sort_unstable();
    held.dedup();
    held.retain(|at| {
        let thinned = numbers.iter().map(|number| (*number, Thinned::new(table, &table.dense.nth(*number), *at)));
        let thinned: FxHashMap<usize, Thinned> = thinned.collect();
        let outcome = |number: usize| thinned.get(&number).map_or_else(|| table.dense.nth(number), Thinned::outcome);
        !met(&decide_as_if(table, &facts, entry.item.strict, &outcome))
    });
    held
}

/// An outcome without one entry.
struct Thinned {
    rulings: (Ruling, Ruling),
    forbids: Vec<RuleId>,
    permits: Vec<RuleId>,
    silents: Vec<SilentId>,
    weaker: Vec<(RuleId, Basis)>,
}

impl Thinned {
    /// Takes away the entry at this position among all of the table.
    fn new(table: &Table, outcome: &Outcome<'_>, at: usize) -> Self {
        let first_silent = table.rules.len() + table.cautions.len();
        let others = |rules: &[RuleId]| rules.iter().copied().filter(|rule| rule.index() != at).collect::<Vec<_>>();
        let (forbids, permits) = (others(outcome.forbids), others(outcome.permits));
        let rules = forbids.iter().chain(&permits);
        let silents = outcome.silents.iter().copied().filter(|silent| first_silent + silent.index() != at);
        Self {
            rulings: rulings(rules.map(|rule| (table[*rule].effect, outcome.basis_of(*rule, table)))),
            silents: silents.collect(),
            weaker: outcome.weaker.to_vec(),
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
            weaker: &self.weaker,
        }
    }
}
