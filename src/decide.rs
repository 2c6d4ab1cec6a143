//! What follows from what the asker knows: a pure function of a table and facts.
//!
//! In: a [`Table`] and [`Facts`]. Out: a [`Decision`], in which a verdict cannot exist without what it rests on. The order of rules
//! never matters. Nothing is phrased here, and nothing is advised.

pub mod expectations;
pub mod facts;

use crate::knowledge::dense::Outcome;
use crate::knowledge::grid::{Boxed, set_of};
use crate::knowledge::table::Table;
use crate::model::terms::{Basis, Verdict};
pub use facts::Facts;

/// The answer to facts, as positions in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What was known.
    pub facts: Facts,
    /// Whether only what is stated counted.
    pub strict: bool,
    /// The verdict and what it rests on.
    pub conclusion: Conclusion,
    /// Positions of the cautions that apply.
    pub cautions: Vec<u32>,
}

/// A verdict together with what it rests on. Rules are positions in [`Table::rules`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conclusion {
    /// Every cell that fits is supported.
    Supported {
        /// As firm as the weakest of the cells, each of which is as firm as its firmest permit.
        basis: Basis,
        /// Every permit that holds for one of the cells.
        permits: Reasons,
    },
    /// Every cell that fits is unsupported.
    Unsupported {
        /// As for `Supported`, by forbids.
        basis: Basis,
        /// The forbids that hold whatever else is the case; where none does, all that hold for one of the cells.
        forbids: Reasons,
        /// Permits that would hold for every cell, were it not for the forbids.
        overruled: Vec<u32>,
    },
    /// No rule speaks about any of the cells.
    Undocumented {
        /// Entries that record why that is known.
        silents: Vec<u32>,
        /// Rules that would speak if more than what is stated counted.
        discounted: Vec<u32>,
    },
    /// The cells do not share a verdict.
    Undetermined {
        /// The axes on which the verdict depends, at least one.
        open: Vec<OpenAxis>,
    },
}

/// One rule or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    first: u32,
    others: Vec<u32>,
}

impl Reasons {
    /// The reasons, unless there are none.
    #[must_use]
    pub fn new(rules: &[u32]) -> Option<Self> {
        let (first, others) = rules.split_first()?;
        Some(Self { first: *first, others: others.to_vec() })
    }

    /// Each of them, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

/// An axis on which the verdict depends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAxis {
    /// Its position.
    pub axis: usize,
    /// For each value it can still have, what the verdict would be.
    pub outcomes: Vec<(usize, Verdict)>,
}

impl Conclusion {
    /// The verdict alone.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Supported { .. } => Verdict::Supported,
            Self::Unsupported { .. } => Verdict::Unsupported,
            Self::Undocumented { .. } => Verdict::Undocumented,
            Self::Undetermined { .. } => Verdict::Undetermined,
        }
    }

    /// The basis of the verdict; none where no rule decides.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        match self {
            Self::Supported { basis, .. } | Self::Unsupported { basis, .. } => Some(*basis),
            Self::Undocumented { .. } | Self::Undetermined { .. } => None,
        }
    }
}

impl Decision {
    /// The verdict alone.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.conclusion.verdict()
    }

    /// The basis of the verdict; none where no rule decides.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        self.conclusion.basis()
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
/// let Conclusion::Undetermined { open } = decision.conclusion else { panic!("nothing is known yet") };
/// assert!(!open.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn decide(table: &Table, facts: &Facts, strict: bool) -> Decision {
    let cells = facts.cells(table);
    let outcomes = distinct(table, &cells);
    let conclusion = conclude(table, &outcomes, strict)
        .unwrap_or_else(|| Conclusion::Undetermined { open: open_axes(table, &cells, strict) });
    let mut decision = Decision { facts: facts.clone(), strict, conclusion, cautions: Vec::new() };
    decision.cautions = cautions(table, &outcomes, decision.verdict());
    decision
}

/// The verdict that all cells of a box share, or that they share none.
#[must_use]
pub fn verdict_of(table: &Table, cells: &Boxed, strict: bool) -> Verdict {
    let mut shared: Option<Verdict> = None;
    table.grid.each(cells, &mut |cell| {
        if let Some(outcome) = table.outcome(cell) {
            let verdict = outcome.ruling(strict).verdict;
            shared =
                Some(shared.map_or(verdict, |shared| if shared == verdict { shared } else { Verdict::Undetermined }));
        }
    });
    shared.unwrap_or(Verdict::Undocumented)
}

/// The different outcomes of the cells, in the order of the first cell of each.
#[must_use]
pub fn distinct<'t>(table: &'t Table, cells: &Boxed) -> Vec<Outcome<'t>> {
    let mut seen = vec![false; table.dense.outcomes()];
    let mut outcomes = Vec::new();
    table.grid.each(cells, &mut |cell| {
        if let Some(seen) = table.dense.number(cell).and_then(|number| seen.get_mut(number))
            && !std::mem::replace(seen, true)
        {
            outcomes.extend(table.outcome(cell));
        }
    });
    outcomes
}

/// What follows from outcomes that share a verdict, whichever cells they are of. Nothing if they share none.
#[must_use]
pub fn conclude(table: &Table, outcomes: &[Outcome<'_>], strict: bool) -> Option<Conclusion> {
    let counted = |rules: &[u32]| -> Vec<u32> {
        let counts = |rule: &&u32| !strict || table.rule(**rule).is_some_and(|rule| rule.basis == Basis::Stated);
        rules.iter().filter(counts).copied().collect()
    };
    let Some(first) = outcomes.first().map(|outcome| outcome.ruling(strict).verdict) else {
        return Some(undocumented(table, outcomes, strict));
    };
    if outcomes.iter().any(|outcome| outcome.ruling(strict).verdict != first) {
        return None;
    }
    let weakest = outcomes.iter().filter_map(|outcome| outcome.ruling(strict).basis).max();
    let ever = |list: for<'o> fn(&Outcome<'o>) -> &'o [u32]| counted(&any_of(outcomes, list));
    let always = |list: for<'o> fn(&Outcome<'o>) -> &'o [u32]| counted(&all_of(outcomes, list));
    let forbids =
        Reasons::new(&always(|outcome| outcome.forbids)).or_else(|| Reasons::new(&ever(|outcome| outcome.forbids)));
    let permits = Reasons::new(&ever(|outcome| outcome.permits));
    Some(match (first, weakest, forbids, permits) {
        (Verdict::Unsupported, Some(basis), Some(forbids), _) => {
            Conclusion::Unsupported { basis, forbids, overruled: always(|outcome| outcome.permits) }
        }
        (Verdict::Supported, Some(basis), _, Some(permits)) => Conclusion::Supported { basis, permits },
        _ => undocumented(table, outcomes, strict),
    })
}

fn undocumented(table: &Table, outcomes: &[Outcome<'_>], strict: bool) -> Conclusion {
    let mut discounted = any_of(outcomes, |outcome| outcome.forbids);
    discounted.extend(any_of(outcomes, |outcome| outcome.permits));
    discounted.retain(|rule| strict && table.rule(*rule).is_some_and(|rule| rule.basis != Basis::Stated));
    Conclusion::Undocumented { silents: any_of(outcomes, |outcome| outcome.silents), discounted }
}

/// Positions listed by any outcome, ascending.
fn any_of(outcomes: &[Outcome<'_>], list: for<'o> fn(&Outcome<'o>) -> &'o [u32]) -> Vec<u32> {
    let mut found: Vec<u32> = outcomes.iter().flat_map(|outcome| list(outcome)).copied().collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Positions listed by every outcome, ascending.
fn all_of(outcomes: &[Outcome<'_>], list: for<'o> fn(&Outcome<'o>) -> &'o [u32]) -> Vec<u32> {
    let mut found = any_of(outcomes, list);
    found.retain(|position| outcomes.iter().all(|outcome| list(outcome).contains(position)));
    found
}

/// Cautions of any cell, or, while the verdict is open, of every cell: a caution that may not apply would only confuse.
fn cautions(table: &Table, outcomes: &[Outcome<'_>], verdict: Verdict) -> Vec<u32> {
    let mut found = match verdict {
        Verdict::Undetermined => all_of(outcomes, |outcome| outcome.cautions),
        _ => any_of(outcomes, |outcome| outcome.cautions),
    };
    found.retain(|position| {
        let caution = table.cautions.get(*position as usize);
        caution.is_some_and(|caution| caution.verdicts.is_empty() || caution.verdicts.contains(&verdict))
    });
    found
}

fn open_axes(table: &Table, cells: &Boxed, strict: bool) -> Vec<OpenAxis> {
    let open = cells.iter().enumerate().filter(|(axis, _)| matters(table, cells, *axis, strict));
    open.map(|(axis, set)| {
        let outcome = |value: usize| (value, verdict_of(table, &with_value(cells, axis, value), strict));
        OpenAxis { axis, outcomes: set.ones().map(outcome).collect() }
    })
    .collect()
}

/// Whether two cells that differ only on this axis have different verdicts.
fn matters(table: &Table, cells: &Boxed, axis: usize, strict: bool) -> bool {
    let Some(set) = cells.get(axis) else { return false };
    let values: Vec<usize> = set.ones().collect();
    let Some((first, others)) = values.split_first() else { return false };
    let verdict = |cell: usize| table.outcome(cell).map(|outcome| outcome.ruling(strict).verdict);
    let mut found = false;
    table.grid.each(&with_value(cells, axis, *first), &mut |cell| {
        found =
            found || others.iter().any(|other| verdict(table.grid.moved(cell, axis, *first, *other)) != verdict(cell));
    });
    found
}

/// The box with one axis fixed.
#[must_use]
pub fn with_value(cells: &Boxed, axis: usize, value: usize) -> Boxed {
    let mut cells = cells.clone();
    if let Some(set) = cells.get_mut(axis) {
        *set = set_of(set.len(), [value]);
    }
    cells
}
