//! What a workstation must have for a supported answer, and the steps by which it gets it.

use std::collections::{BTreeMap, BTreeSet};

use crate::decide::Decision;
use crate::knowledge::ids::{CapabilityId, PreconditionId, StepId};
use crate::knowledge::setup::{Precondition, Step};
use crate::knowledge::{AxisId, Knowledge, OnAxis, Setup, Table};
use crate::model::Basis;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NeededStep {
    pub step: StepId,
    /// How firmly it holds here; none: no source was found.
    pub basis: Option<Basis>,
    /// Whether its sources do not speak about this cell, and why it is taken all the same is to be said.
    pub taken_over: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needed {
    pub capabilities: BTreeSet<CapabilityId>,
    /// The steps, in an order in which they can be taken.
    pub steps: Vec<NeededStep>,
    /// Capabilities that no step gives there.
    pub without_step: BTreeSet<CapabilityId>,
    /// What must hold before the first step.
    pub preconditions: Vec<PreconditionId>,
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
    let mut taken = BTreeMap::new();
    for cell in cells {
        for capability in setup.capabilities_of(cell) {
            needed.capabilities.insert(capability);
            let gives = |(_, step): &(StepId, &Step)| step.gives == Some(capability) && step.region.holds(cell);
            match StepId::of(&setup.steps).find(gives) {
                Some((step, _)) => take(setup, step, cell, &mut taken),
                None => drop(needed.without_step.insert(capability)),
            }
        }
    }
    let holds = |(_, one): &(PreconditionId, &Precondition)| cells.iter().any(|cell| one.region.holds(cell));
    needed.preconditions = PreconditionId::of(&setup.preconditions).filter(holds).map(|(id, _)| id).collect();
    needed.steps = taken.into_values().collect();
    needed
}

/// Takes a step and those that come before it. A step needed for several cells is as firm as where it is least firm.
fn take(setup: &Setup, at: StepId, cell: &[OnAxis], taken: &mut BTreeMap<StepId, NeededStep>) {
    let step = &setup[at];
    let over = step.taken_over.as_ref().filter(|over| over.region.holds(cell));
    let basis = over.map_or(step.basis, |over| Some(over.basis));
    let needed = taken.entry(at).or_insert(NeededStep { step: at, basis, taken_over: false });
    needed.basis = needed.basis.zip(basis).map(|(one, other)| one.max(other));
    needed.taken_over |= over.is_some();
    for earlier in step.after.iter().filter(|earlier| setup[**earlier].region.holds(cell)) {
        take(setup, *earlier, cell, taken);
    }
}
