//! What the facts leave open: the worlds that can be met with, and in each of them what can be chosen.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::facts::Facts;
use super::when::{When, conditions};
use crate::knowledge::{Axis, AxisId, Boxed, OnAxis, Ruling, Table, ValueSet};
use crate::model::{Basis, Verdict};

/// Values for the axes that the asker decides.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    pub values: Vec<(AxisId, OnAxis)>,
    /// How firmly it is supported, in the weakest world.
    pub basis: Basis,
    /// The worlds in which it is chosen; nothing, if it holds in all of them.
    pub when: When,
    /// Whether it goes well with what is given in each of them, as its axis wants it (`matches`).
    pub matches: bool,
}

/// An axis on which the verdict depends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpenAxis {
    pub axis: AxisId,
    /// For each value that it has in some world, what the verdict would be.
    pub outcomes: Vec<(OnAxis, Verdict)>,
    /// How many worlds would be left unsettled if it were known, and how many would not have the verdict of most.
    cost: (usize, usize),
}

/// The axis among these whose answer settles most.
pub fn next_axis<'o>(open: impl IntoIterator<Item = &'o OpenAxis>) -> Option<AxisId> {
    open.into_iter().min_by_key(|open| open.cost).map(|open| open.axis)
}

/// Every way in which facts can turn out. A cell is a world plus a choice.
pub(super) struct Worlds<'w> {
    table: &'w Table,
    strict: bool,
    /// The axes that the asker decides, and has not decided yet.
    deciding: Vec<AxisId>,
    /// For each world, its cell with the first value of every axis that the asker decides.
    cells: Vec<usize>,
    /// For each choice, what it adds to the number of that cell.
    choices: Vec<usize>,
    verdicts: Vec<Verdict>,
}

impl<'w> Worlds<'w> {
    pub(super) fn new(table: &'w Table, facts: &Facts, strict: bool) -> Self {
        let sets = facts.cells(table);
        let decides = |axis: AxisId| table[axis].choice && facts.get(axis).is_none();
        let only = |wanted: bool| -> Vec<usize> {
            let first = |axis: &Axis| ValueSet::of(axis.values.len(), [OnAxis::new(0)]);
            let kept = |(axis, set): (AxisId, &ValueSet)| {
                if decides(axis) == wanted { set.clone() } else { first(&table[axis]) }
            };
            let mut cells = Vec::new();
            table.grid.each(&sets.each().map(kept).collect::<Boxed>(), &mut |cell| cells.push(cell));
            cells
        };
        let (cells, choices) = (only(false), only(true));
        let deciding = table.axis_ids().filter(|axis| decides(*axis)).collect();
        let mut all = Self { table, strict, deciding, cells, choices, verdicts: Vec::new() };
        all.leave_out_what_is_ruled_out();
        all.verdicts = all.cells.iter().map(|world| all.verdict_in(*world)).collect();
        all
    }

    /// Worlds that cannot be met with do not count, unless the facts leave no other.
    fn leave_out_what_is_ruled_out(&mut self) {
        if self.cells.len() < 2 || !self.table.statements.iter().any(|rule| rule.rules_out) {
            return;
        }
        let mut known: FxHashMap<usize, bool> = FxHashMap::default();
        let mut is_met = |cell: usize| {
            let number = self.table.dense.number(cell);
            *known.entry(number).or_insert_with(|| {
                let outcome = self.table.dense.nth(number);
                let counts = |rule| !self.strict || outcome.basis_of(rule, self.table) == Some(Basis::Stated);
                !outcome.forbids.iter().any(|rule| self.table[*rule].rules_out && counts(*rule))
            })
        };
        let met: Vec<usize> = self
            .cells
            .iter()
            .copied()
            .filter(|world| self.choices.iter().any(|choice| is_met(world + choice)))
            .collect();
        if !met.is_empty() {
            self.cells = met;
        }
    }

    fn ruling(&self, cell: usize) -> Ruling {
        self.table.outcome(cell).ruling(self.strict)
    }

    /// The best that a choice can reach in a world.
    fn verdict_in(&self, world: usize) -> Verdict {
        let mut all_unsupported = true;
        for choice in &self.choices {
            match self.ruling(world + choice).verdict {
                Verdict::Supported => return Verdict::Supported,
                Verdict::Unsupported => {}
                Verdict::Undocumented | Verdict::Undetermined => all_unsupported = false,
            }
        }
        if all_unsupported { Verdict::Unsupported } else { Verdict::Undocumented }
    }

    /// What all worlds share.
    pub(super) fn verdict(&self) -> Verdict {
        shared(self.verdicts.iter().copied())
    }

    fn support(&self, world: usize, choice: usize) -> Option<Basis> {
        let ruling = self.ruling(world + choice);
        ruling.basis.filter(|_| ruling.verdict == Verdict::Supported)
    }

    /// For each supported world, the basis of its firmest choice.
    pub(super) fn firmest(&self) -> impl Iterator<Item = Basis> {
        self.cells
            .iter()
            .filter_map(|world| self.choices.iter().filter_map(|choice| self.support(*world, *choice)).min())
    }

    /// The choices that hold in every world, the best first; and how the best choice follows from the world, where none holds in
    /// every one or this is firmer. For worlds that are all supported.
    pub(super) fn choices(&self) -> (Vec<Choice>, Vec<Choice>) {
        if self.deciding.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let weakest = |choice: usize| -> Option<Basis> {
            self.cells.iter().try_fold(Basis::Stated, |weakest, world| Some(weakest.max(self.support(*world, choice)?)))
        };
        let mut holding: Vec<(Basis, Preference, usize)> = self
            .choices
            .iter()
            .filter_map(|choice| Some((weakest(*choice)?, self.preference(&self.cells, *choice), *choice)))
            .collect();
        holding.sort_unstable();
        let firm = self.firmest().max();
        let follows = holding.first().is_none_or(|(basis, ..)| Some(*basis) > firm);
        let choices = holding.into_iter();
        let choices =
            choices.map(|(basis, _, offset)| self.choice(offset, basis, &self.cells, When::default())).collect();
        if !follows {
            return (choices, Vec::new());
        }
        let mut chosen: BTreeMap<(Preference, usize), (Basis, Vec<usize>)> = BTreeMap::new();
        for world in &self.cells {
            let supported = self.choices.iter().filter_map(|choice| Some((self.support(*world, *choice)?, *choice)));
            let ranked = supported.map(|(basis, choice)| (basis, self.preference(&[*world], choice), choice));
            let Some((basis, _, best)) = ranked.min() else { continue };
            let (weakest, worlds) =
                chosen.entry((self.preference(&[], best), best)).or_insert((Basis::Stated, Vec::new()));
            *weakest = basis.max(*weakest);
            worlds.push(*world);
        }
        let followed = chosen.into_iter().flat_map(|((_, offset), (basis, inside))| {
            let whens = conditions(&self.table.grid, &inside, &self.without(&inside));
            whens.into_iter().map(|when| self.choice(offset, basis, &inside, when)).collect::<Vec<_>>()
        });
        (choices, followed.collect())
    }

    /// The worlds that are not among these.
    fn without(&self, these: &[usize]) -> Vec<usize> {
        self.cells.iter().copied().filter(|world| these.binary_search(world).is_err()).collect()
    }

    fn choice(&self, offset: usize, basis: Basis, worlds: &[usize], when: When) -> Choice {
        let values = self.deciding.iter().map(|axis| (*axis, self.table.grid.value(offset, *axis))).collect();
        let wanted = self.deciding.iter().any(|axis| self.table[*axis].matches.is_some());
        let matches = wanted && self.preference(worlds, offset).iter().all(|(apart, _)| !apart);
        Choice { values, basis, when, matches }
    }

    /// The lesser, the better: per axis whether the choice is apart, in some of these worlds, from what it should match, then its place
    /// among the values to suggest.
    fn preference(&self, worlds: &[usize], choice: usize) -> Preference {
        let of = |axis: &AxisId| {
            let matches = self.table[*axis].matches.as_ref();
            let fits = |world: &usize| matches.is_none_or(|own| own.region.holds(&self.table.values(world + choice)));
            (!worlds.iter().all(fits), self.table[*axis].preference(self.table.grid.value(choice, *axis)))
        };
        self.deciding.iter().map(of).collect()
    }

    /// The cells that an answer with this verdict is about.
    pub(super) fn cells(&self, verdict: Verdict, choices: &[Choice], follows: &[Choice]) -> Vec<usize> {
        let grid = &self.table.grid;
        let offset = |choice: &Choice| -> usize {
            choice.values.iter().map(|(axis, value)| grid.moved(0, *axis, OnAxis::new(0), *value)).sum()
        };
        let mut cells = Vec::new();
        for world in &self.cells {
            if verdict == Verdict::Supported && !self.deciding.is_empty() {
                let chosen = choices.iter().chain(follows).filter(|choice| choice.when.holds(grid, *world));
                cells.extend(chosen.map(|choice| world + offset(choice)));
            } else {
                cells.extend(self.choices.iter().map(|choice| world + choice));
            }
        }
        if verdict == Verdict::Undocumented {
            cells.retain(|cell| self.ruling(*cell).verdict == Verdict::Undocumented);
        }
        cells.sort_unstable();
        cells.dedup();
        cells
    }

    /// The axes on which the verdict depends, with what each of their values would lead to.
    pub(super) fn open(&self) -> Vec<OpenAxis> {
        let given = || self.table.axis_ids().filter(|axis| !self.deciding.contains(axis));
        let open: Vec<OpenAxis> = given().filter(|axis| self.matters(*axis)).map(|axis| self.outcomes(axis)).collect();
        if !open.is_empty() {
            return open;
        }
        // Ruled-out worlds can leave none that differ in one axis alone: then every axis with a choice of values matters.
        given().map(|axis| self.outcomes(axis)).filter(|open| open.outcomes.len() > 1).collect()
    }

    /// Whether two worlds that differ only on this axis have different verdicts.
    fn matters(&self, axis: AxisId) -> bool {
        let grid = &self.table.grid;
        let mut seen: FxHashMap<usize, Verdict> = FxHashMap::default();
        self.cells.iter().zip(&self.verdicts).any(|(world, verdict)| {
            let rest = grid.moved(*world, axis, grid.value(*world, axis), OnAxis::new(0));
            *seen.entry(rest).or_insert(*verdict) != *verdict
        })
    }

    fn outcomes(&self, axis: AxisId) -> OpenAxis {
        let mut by_value: BTreeMap<OnAxis, Vec<Verdict>> = BTreeMap::new();
        for (world, verdict) in self.cells.iter().zip(&self.verdicts) {
            by_value.entry(self.table.grid.value(*world, axis)).or_default().push(*verdict);
        }
        let mut cost = (0, 0);
        let mut outcomes = Vec::new();
        for (value, verdicts) in by_value {
            let outcome = shared(verdicts.iter().copied());
            let same = |one: &Verdict| verdicts.iter().filter(|other| *other == one).count();
            let most = verdicts.iter().map(same).max().unwrap_or(0);
            cost.0 += if outcome == Verdict::Undetermined { verdicts.len() } else { 0 };
            cost.1 += verdicts.len() - most;
            outcomes.push((value, outcome));
        }
        OpenAxis { axis, outcomes, cost }
    }

    /// What would have to be known for a supported answer.
    pub(super) fn supported(&self) -> Vec<When> {
        let supported = self.cells.iter().zip(&self.verdicts).filter(|(_, verdict)| **verdict == Verdict::Supported);
        let inside: Vec<usize> = supported.map(|(world, _)| *world).collect();
        if inside.is_empty() {
            return Vec::new();
        }
        conditions(&self.table.grid, &inside, &self.without(&inside))
    }
}

/// What is preferred of choices on the same basis: the lesser.
type Preference = Vec<(bool, u32)>;

/// The verdict that all share, or that they share none.
fn shared(mut verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let first = verdicts.next().unwrap_or(Verdict::Undocumented);
    if verdicts.all(|verdict| verdict == first) { first } else { Verdict::Undetermined }
}
