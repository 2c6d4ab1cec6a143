//! What to do about a decision: the remedies written in the data, the smallest changes that help, what must be
//! installed, and the one next question.
//!
//! In: a [`Decision`]. Out: [`Advice`], as positions. Nothing is phrased here.

pub mod alternatives;
pub mod needs;
pub mod setup;

use crate::decide::{Conclusion, Decision, OpenAxis, with_value};
use crate::knowledge::Knowledge;
use crate::knowledge::grid::Boxed;
use crate::knowledge::ids::{AxisId, RemedyId};
use crate::knowledge::table::Table;
use crate::model::terms::Verdict;
pub use alternatives::Alternative;
pub use needs::NeededStep;

/// What to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// Remedies of the rules that forbid, by position in the knowledge, in order, each once.
    pub remedies: Vec<RemedyId>,
    /// Changes of the facts that reach a supported answer, least effort first. After `undocumented` they are what is
    /// documented nearby.
    pub alternatives: Vec<Alternative>,
    /// What the workstation must have, for a supported answer.
    pub needs: Vec<NeededStep>,
    /// The axis to ask about next, while the verdict is open.
    pub next_axis: Option<AxisId>,
}

/// Advises.
#[must_use]
pub fn advise(knowledge: &Knowledge, table: &Table, decision: &Decision) -> Advice {
    let mut advice = Advice::default();
    match &decision.conclusion {
        Conclusion::Unsupported { forbids, .. } => {
            let mut remedies: Vec<RemedyId> = Vec::new();
            for remedy in forbids.iter().flat_map(|rule| &table[rule].remedies) {
                if !remedies.contains(remedy) {
                    remedies.push(*remedy);
                }
            }
            advice.remedies = remedies;
            advice.alternatives = alternatives::alternatives(table, decision);
        }
        Conclusion::Undocumented { .. } => advice.alternatives = alternatives::alternatives(table, decision),
        Conclusion::Undetermined { open } => advice.next_axis = next_axis(table, decision, open),
        Conclusion::Supported { .. } => advice.needs = needs::of_decision(knowledge, table, decision),
    }
    advice
}

/// The axis whose answer leaves the fewest cells unsettled; among equals the one that parts the verdicts best, then
/// the first.
pub(crate) fn next_axis(table: &Table, decision: &Decision, open: &[OpenAxis]) -> Option<AxisId> {
    let cells = decision.facts.cells(table);
    let cost = |open: &&OpenAxis| {
        let parts = open.outcomes.iter().map(|(value, verdict)| (with_value(&cells, open.axis, *value), *verdict));
        parts.fold((0, 0), |(unsettled, mixed), (part, verdict)| {
            let counts = counts(table, &part, decision.strict);
            let size: usize = counts.iter().sum();
            let left = if verdict == Verdict::Undetermined { size } else { 0 };
            (unsettled + left, mixed + size - counts.into_iter().max().unwrap_or(0))
        })
    };
    open.iter().min_by_key(cost).map(|open| open.axis)
}

/// How many cells of the box have each verdict.
fn counts(table: &Table, cells: &Boxed, strict: bool) -> [usize; 3] {
    let mut counts = [0; 3];
    table.grid.each(cells, &mut |cell| {
        let slot = match table.outcome(cell).ruling(strict).verdict {
            Verdict::Supported => &mut counts[0],
            Verdict::Unsupported => &mut counts[1],
            _ => &mut counts[2],
        };
        *slot += 1;
    });
    counts
}
