//! What to do about a decision: the remedies written in the data, the smallest changes that help, what must be
//! installed, and the one next question.
//!
//! In: a [`Decision`]. Out: [`Advice`], as positions. Nothing is phrased here.

pub mod alternatives;
pub mod needs;
pub mod packages;
pub mod setup;

use indexmap::IndexSet;

use crate::decide::{Choice, Conclusion, Decision, Said, next_axis};
use crate::knowledge::{AxisId, Knowledge, RemedyId, Table};
pub use alternatives::Alternative;
pub use needs::NeededStep;
pub use packages::Package;

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Advice {
    /// Remedies of the rules that forbid whatever is chosen, else of all that forbid, in order, each once. For a supported answer those of the permits, unless the steps of
    /// `needs` say what to do.
    pub remedies: Vec<RemedyId>,
    /// Changes of the facts that reach a supported answer, least effort first. After `undocumented` they are what is
    /// documented nearby.
    pub alternatives: Vec<Alternative>,
    /// What the workstation must have, for a supported answer.
    pub needs: Vec<NeededStep>,
    /// For each choice of the answer, what there is to say about the package that it is.
    pub packages: Vec<Option<Package>>,
    /// The axis to ask about next, while the verdict is open.
    pub next_axis: Option<AxisId>,
}

pub fn advise(knowledge: &Knowledge, table: &Table, decision: &Decision) -> Advice {
    let alternatives = match &decision.conclusion {
        Conclusion::Unsupported { .. } | Conclusion::Undocumented { .. } => alternatives::alternatives(table, decision),
        Conclusion::Supported { .. } | Conclusion::Undetermined { .. } => Vec::new(),
    };
    Advice { alternatives, ..written(knowledge, table, decision) }
}

/// What to do, without alternatives.
pub fn written(knowledge: &Knowledge, table: &Table, decision: &Decision) -> Advice {
    let mut advice = Advice::default();
    match &decision.conclusion {
        Conclusion::Unsupported { forbids, .. } => {
            // Where nothing that can be chosen helps, what helps against one choice is beside the point.
            let chosen = |said: &Said| said.when.iter().any(|(axis, _)| table[axis].choice);
            let whatever = forbids.iter().any(|said| said.when.is_empty());
            let told = forbids.iter().filter(|said| !(whatever && chosen(said)));
            advice.remedies = remedies(table, told);
        }
        Conclusion::Undocumented { .. } => {}
        Conclusion::Undetermined { open, .. } => advice.next_axis = next_axis(open),
        Conclusion::Supported { permits, .. } => {
            let package = |choice| packages::package(knowledge, table, decision, choice);
            advice.packages = decision.choices.iter().map(package).collect();
            advice.needs = needs::of_decision(knowledge, table, decision);
            if advice.needs.is_empty() {
                let mut permits = permits.clone();
                permits.sort_by_key(|said| decision.best_choice().is_some_and(|best| !allows(said, best)));
                advice.remedies = remedies(table, permits.iter());
            }
        }
    }
    advice
}

/// Whether what a rule presumes goes with a choice.
fn allows(said: &Said, choice: &Choice) -> bool {
    said.when.iter().all(|(axis, set)| choice.values.iter().all(|(own, value)| *own != axis || set.contains(*value)))
}

/// The remedies of rules, each once.
fn remedies<'s>(table: &Table, rules: impl Iterator<Item = &'s Said>) -> Vec<RemedyId> {
    let remedies: IndexSet<RemedyId> = rules.flat_map(|said| &table[said.id].remedies).copied().collect();
    remedies.into_iter().collect()
}
