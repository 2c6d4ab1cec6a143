//! What follows from what the asker knows: a pure function of a table and facts.
//!
//! In: a [`Table`] and [`Facts`]. Out: a [`Decision`]. What the facts leave open is either for the asker to choose (a choice axis) or
//! to be found out; one value for each axis of the second kind is a world (`worlds`), and an answer holds in every world. The order
//! of rules never matters. Nothing is phrased here, and nothing is advised.

pub mod expectations;
pub mod facts;
mod when;
mod worlds;

use std::collections::BTreeSet;

use crate::knowledge::{AxisId, Outcome, StatementId, Table, ValueSet};
use crate::model::{Basis, Effect, Verdict};
pub use facts::Facts;
pub use when::When;
use worlds::Worlds;
pub use worlds::{Choice, OpenAxis, next_axis};

/// The answer to facts, as positions in the table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decision {
    pub facts: Facts,
    /// Whether only what is stated counted.
    pub strict: bool,
    pub conclusion: Conclusion,
    /// For a supported answer, what can be chosen whatever else is open: the best first. Empty if nothing is left to choose.
    pub choices: Vec<Choice>,
    /// For a supported answer, how the best choice follows from what is open: where no choice holds in every world, or where this
    /// one is firmer.
    pub follows: Vec<Choice>,
    pub cautions: Vec<Said>,
    /// The cells that the answer is about: those of its choices, if it is supported.
    pub cells: Vec<usize>,
}

/// A verdict together with what it rests on: the reasons that always hold first, of these the firmest, of these the most specific.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Conclusion {
    /// In every world something can be chosen that is supported.
    Supported {
        /// As firm as the weakest world, each of which is as firm as its firmest choice.
        basis: Basis,
        permits: Vec<Said>,
    },
    /// Every cell is unsupported.
    Unsupported {
        /// As firm as the weakest cell, each of which is as firm as its firmest forbid.
        basis: Basis,
        forbids: Vec<Said>,
        /// Whether there are several forbids, and each holds in every cell.
        each_alone: bool,
        /// Permits that would hold in every cell, were it not for the forbids.
        overruled: Vec<Said>,
    },
    /// In every world no choice is supported, and not all of them are unsupported.
    Undocumented {
        /// Entries that record why that is known.
        silents: Vec<Said>,
        /// Rules that would speak if more than what is stated counted.
        discounted: Vec<Said>,
    },
    /// The worlds do not share a verdict.
    Undetermined {
        /// The axes on which the verdict depends, at least one.
        open: Vec<OpenAxis>,
        /// What would have to be known besides for a supported answer: any of these.
        supported: Vec<When>,
    },
}

/// An entry that holds, and where. One that holds in parts of the answer that no single condition describes is said for each.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Said {
    pub id: StatementId,
    /// How firmly, in the weakest of these cells; none for a silent entry.
    pub basis: Option<Basis>,
    /// What it presumes beyond the facts; nothing, if it holds in every cell of the answer.
    pub when: When,
    /// The values that its text shows, of each axis of which it does.
    pub shown: Vec<(AxisId, ValueSet)>,
}

impl Conclusion {
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Supported { .. } => Verdict::Supported,
            Self::Unsupported { .. } => Verdict::Unsupported,
            Self::Undocumented { .. } => Verdict::Undocumented,
            Self::Undetermined { .. } => Verdict::Undetermined,
        }
    }

    /// The basis of the verdict; none where no rule decides.
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Self::Supported { basis, .. } | Self::Unsupported { basis, .. } => Some(*basis),
            Self::Undocumented { .. } | Self::Undetermined { .. } => None,
        }
    }
}

impl Decision {
    pub fn verdict(&self) -> Verdict {
        self.conclusion.verdict()
    }

    /// The basis of the verdict; none where no rule decides.
    pub fn basis(&self) -> Option<Basis> {
        self.conclusion.basis()
    }

    /// The best choice that holds whatever is open, unless following what is open is firmer.
    pub fn best_choice(&self) -> Option<&Choice> {
        self.choices.first().filter(|_| self.follows.is_empty())
    }
}

/// Decides. `strict` counts only rules whose basis is [`Basis::Stated`].
///
/// ```
/// use canmanage::decide::{Conclusion, Facts, decide};
///
/// let knowledge = canmanage::embedded::knowledge()?;
/// let table = knowledge.default_table().ok_or("no table")?;
/// let decision = decide(table, &Facts::none(table), false);
/// let Conclusion::Undetermined { open, .. } = decision.conclusion else { panic!("nothing is known yet") };
/// assert!(!open.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn decide(table: &Table, facts: &Facts, strict: bool) -> Decision {
    if let Some(cell) = facts.cell(table) {
        return decide_cell(table, facts, strict, cell);
    }
    let worlds = Worlds::new(table, facts, strict);
    let verdict = worlds.verdict();
    let (choices, follows) = if verdict == Verdict::Supported { worlds.choices() } else { Default::default() };
    let cells = worlds.cells(verdict, &choices, &follows);
    let answer = Answer { table, strict, parts: &parts(table, &cells) };
    let conclusion = match verdict {
        Verdict::Supported => answer.supported(worlds.firmest().max().unwrap_or(Basis::Inferred)),
        Verdict::Unsupported => answer.unsupported(),
        Verdict::Undocumented => answer.undocumented(),
        Verdict::Undetermined => Conclusion::Undetermined { open: worlds.open(), supported: worlds.supported() },
    };
    let cautions = answer.cautions(verdict);
    Decision { facts: facts.clone(), strict, conclusion, choices, follows, cautions, cells }
}

/// Decides where nothing is open: no worlds, no choices.
fn decide_cell(table: &Table, facts: &Facts, strict: bool, cell: usize) -> Decision {
    let (outcome, cells) = (table.outcome(cell), vec![cell]);
    let ruling = outcome.ruling(strict);
    let part = [(outcome, cells)];
    let answer = Answer { table, strict, parts: &part };
    let conclusion = match ruling.verdict {
        Verdict::Supported => answer.supported(answer.basis()),
        Verdict::Unsupported => answer.unsupported(),
        Verdict::Undocumented | Verdict::Undetermined => answer.undocumented(),
    };
    let cautions = answer.cautions(ruling.verdict);
    let [(_, cells)] = part;
    Decision { facts: facts.clone(), strict, conclusion, choices: Vec::new(), follows: Vec::new(), cautions, cells }
}

/// The verdict of [`decide`] without what it rests on.
pub fn verdict_of(table: &Table, facts: &Facts, strict: bool) -> Verdict {
    Worlds::new(table, facts, strict).verdict()
}

/// The cells that an answer is about, by what holds there.
struct Answer<'a> {
    table: &'a Table,
    strict: bool,
    parts: &'a [Part<'a>],
}

/// An outcome with the cells that have it.
type Part<'t> = (Outcome<'t>, Vec<usize>);

/// Each different outcome of these cells.
fn parts<'t>(table: &'t Table, cells: &[usize]) -> Vec<Part<'t>> {
    let mut numbered: Vec<(usize, usize)> = cells.iter().map(|cell| (table.dense.number(*cell), *cell)).collect();
    numbered.sort_unstable();
    let parts = numbered.chunk_by(|(one, _), (other, _)| one == other).filter_map(|part| {
        let (number, _) = part.first()?;
        Some((table.dense.nth(*number), part.iter().map(|(_, cell)| *cell).collect()))
    });
    parts.collect()
}

impl<'a> Answer<'a> {
    fn supported(&self, basis: Basis) -> Conclusion {
        Conclusion::Supported { basis, permits: self.rules(Effect::Permit) }
    }

    fn unsupported(&self) -> Conclusion {
        let forbids = self.rules(Effect::Forbid);
        let mut overruled = self.rules(Effect::Permit);
        overruled.retain(|said| said.when.is_empty());
        let each_alone = forbids.len() > 1 && forbids.iter().all(|said| said.when.is_empty());
        Conclusion::Unsupported { basis: self.basis(), forbids, each_alone, overruled }
    }

    fn undocumented(&self) -> Conclusion {
        Conclusion::Undocumented { silents: self.silents(), discounted: self.discounted() }
    }

    /// The basis of the weakest cell.
    fn basis(&self) -> Basis {
        let bases = self.parts.iter().filter_map(|(outcome, _)| outcome.ruling(self.strict).basis);
        bases.max().unwrap_or(Basis::Inferred)
    }

    /// The rules of one effect that count here.
    fn rules(&self, effect: Effect) -> Vec<Said> {
        let counts = |basis: Basis| !self.strict || basis == Basis::Stated;
        self.rules_that(|outcome| if effect == Effect::Forbid { outcome.forbids } else { outcome.permits }, counts)
    }

    /// The rules that do not count because they are not stated.
    fn discounted(&self) -> Vec<Said> {
        let discounts = |basis: Basis| self.strict && basis != Basis::Stated;
        let mut found = self.rules_that(|outcome| outcome.forbids, discounts);
        found.extend(self.rules_that(|outcome| outcome.permits, discounts));
        found
    }

    fn rules_that(
        &self,
        list: impl Fn(&Outcome<'a>) -> &'a [StatementId],
        counts: impl Fn(Basis) -> bool,
    ) -> Vec<Said> {
        let mut found = self.said(list, |outcome, rule| outcome.basis_of(rule, self.table).is_some_and(&counts));
        found.sort_by_key(|said| {
            let rule = &self.table[said.id];
            (!said.when.is_empty(), said.basis, rule.reach, &rule.id)
        });
        found
    }

    fn silents(&self) -> Vec<Said> {
        self.said(|outcome| outcome.silents, |_, _| true)
    }

    /// The cautions on answers with this verdict. While it is open, only those that hold whatever comes out: others would confuse.
    fn cautions(&self, verdict: Verdict) -> Vec<Said> {
        let mut found = self.said(|outcome| outcome.cautions, |_, caution| self.table[caution].is_on(verdict));
        found.retain(|said| verdict != Verdict::Undetermined || said.when.is_empty());
        found
    }

    /// Each statement of a list that counts where it holds: those that always do first, then in the order of the table.
    fn said(
        &self,
        list: impl Fn(&Outcome<'a>) -> &'a [StatementId],
        counts: impl Fn(&Outcome<'a>, StatementId) -> bool,
    ) -> Vec<Said> {
        let said = |id: StatementId, basis: Option<Basis>, when: When, cells: &[&Vec<usize>]| {
            let values = |axis: &AxisId| (*axis, self.values(*axis, &when, cells));
            Said { id, basis, shown: self.table[id].shows.iter().map(values).collect(), when }
        };
        if let [(outcome, cells)] = self.parts {
            let held = list(outcome).iter().copied().filter(|id| counts(outcome, *id));
            return held.map(|id| said(id, outcome.basis_of(id, self.table), When::default(), &[cells])).collect();
        }
        let ids: BTreeSet<StatementId> = self.parts.iter().flat_map(|(outcome, _)| list(outcome)).copied().collect();
        let mut found = Vec::new();
        for id in ids {
            let mut weakest = None;
            let (mut inside, mut outside) = (Vec::new(), Vec::new());
            for (outcome, cells) in self.parts {
                if list(outcome).contains(&id) && counts(outcome, id) {
                    weakest = weakest.max(outcome.basis_of(id, self.table));
                    inside.push(cells);
                } else {
                    outside.push(cells);
                }
            }
            let flat = |parts: &[&Vec<usize>]| parts.iter().copied().flatten().copied().collect::<Vec<_>>();
            let whens = match (inside.is_empty(), outside.is_empty()) {
                (_, true) => vec![When::default()],
                (true, _) => Vec::new(),
                _ => when::conditions(&self.table.grid, &flat(&inside), &flat(&outside)),
            };
            found.extend(whens.into_iter().map(|when| said(id, weakest, when, &inside)));
        }
        found.sort_by_key(|said| (!said.when.is_empty(), said.id));
        found
    }

    /// The values of an axis in those of the cells that meet a condition.
    fn values(&self, axis: AxisId, when: &When, cells: &[&Vec<usize>]) -> ValueSet {
        let grid = &self.table.grid;
        let cells = cells.iter().flat_map(|part| part.iter().copied()).filter(|cell| when.holds(grid, *cell));
        ValueSet::of(self.table[axis].values.len(), cells.map(|cell| grid.value(cell, axis)))
    }
}
