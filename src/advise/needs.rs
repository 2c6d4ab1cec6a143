//! What a workstation must have for a supported answer, and the steps by which it gets it.

use crate::decide::Decision;
use crate::knowledge::{AxisId, Knowledge, OnAxis, Setup, Table};
use crate::model::Basis;

/// A step to be taken, by position in the set-up data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NeededStep {
    pub step: usize,
    /// How firmly it holds here; none: no source was found.
    pub basis: Option<Basis>,
    /// Whether its sources do not speak about this cell, and why it is taken all the same is to be said.
    pub taken_over: bool,
}

/// What some cells need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    /// Positions of the capabilities, ascending.
    pub capabilities: Vec<usize>,
    /// The steps, in an order in which they can be taken.
    pub steps: Vec<NeededStep>,
    /// Capabilities that no step gives there.
    pub without_step: Vec<usize>,
    /// Positions of what must hold before the first step.
    pub preconditions: Vec<usize>,
}

/// The steps that a supported answer needs with its best choice; where that follows from what is open, those that it always needs.
pub fn of_decision(knowledge: &Knowledge, table: &Table, decision: &Decision) -> Vec<NeededStep> {
    let Some(setup) = knowledge.setup() else { return Vec::new() };
    if setup.table != table.id {
        return Vec::new();
    }
    let cells = cells_of_best(table, decision);
    let mut steps = of_cells(setup, &cells).steps;
    if !decision.follows.is_empty() {
        let each: Vec<Needed> = cells.into_iter().map(|cell| of_cells(setup, &[cell])).collect();
        steps.retain(|one| each.iter().all(|needed| needed.steps.iter().any(|other| other.step == one.step)));
    }
    steps
}

/// The cells of an answer with its best choice.
pub(super) fn cells_of_best(table: &Table, decision: &Decision) -> Vec<Vec<OnAxis>> {
    let best = decision.best_choice().map(|choice| choice.values.as_slice()).unwrap_or_default();
    let chosen = |cell: &Vec<OnAxis>| {
        AxisId::of(cell).all(|(axis, value)| !best.iter().any(|(own, best)| *own == axis && best != value))
    };
    decision.cells.iter().map(|cell| table.values(*cell)).filter(chosen).collect()
}

/// What a workstation needs for all of these cells.
pub fn of_cells(setup: &Setup, cells: &[Vec<OnAxis>]) -> Needed {
    let mut needed = Needed::default();
    let mut taken: Vec<Option<NeededStep>> = vec![None; setup.steps.len()];
    for cell in cells {
        for capability in setup.capabilities_of(cell) {
            needed.capabilities.push(capability);
            let gives =
                |step: &crate::knowledge::setup::Step| step.gives == Some(capability) && step.region.holds(cell);
            match setup.steps.iter().position(gives) {
                Some(step) => take(setup, step, cell, &mut taken),
                None => needed.without_step.push(capability),
            }
        }
    }
    let holds = |at: &usize| {
        let precondition = setup.preconditions.get(*at);
        precondition.is_some_and(|precondition| cells.iter().any(|cell| precondition.region.holds(cell)))
    };
    needed.preconditions = (0..setup.preconditions.len()).filter(holds).collect();
    needed.steps = taken.into_iter().flatten().collect();
    for list in [&mut needed.capabilities, &mut needed.without_step] {
        list.sort_unstable();
        list.dedup();
    }
    needed
}

/// Takes a step and those that come before it. A step needed for several cells is as firm as where it is least firm.
fn take(setup: &Setup, at: usize, cell: &[OnAxis], taken: &mut [Option<NeededStep>]) {
    let Some(step) = setup.steps.get(at) else { return };
    let over = step.taken_over.as_ref().filter(|over| over.region.holds(cell));
    let basis = over.map_or(step.basis, |over| Some(over.basis));
    if let Some(slot) = taken.get_mut(at) {
        let before = slot.unwrap_or(NeededStep { step: at, basis, taken_over: false });
        let weaker = before.basis.zip(basis).map(|(one, other)| one.max(other));
        *slot = Some(NeededStep { step: at, basis: weaker, taken_over: before.taken_over || over.is_some() });
    }
    for earlier in &step.after {
        if setup.steps.get(*earlier).is_some_and(|earlier| earlier.region.holds(cell)) {
            take(setup, *earlier, cell, taken);
        }
    }
}
