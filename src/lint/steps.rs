//! `uninstalled-level`, `unmet-need` and `competing-steps`: in every supported cell of the set-up table, each capability that is needed must come
//! from exactly one step. With none a checklist would be short of something; with two the order of the file would decide. And where
//! set-up installs most values of the level that it chooses, it must install each that is supported.

use std::collections::BTreeSet;

use super::prelude::*;
use crate::knowledge::ids::{CapabilityId, StepId};
use crate::knowledge::setup::Need;
use crate::knowledge::{AxisId, OnAxis, Setup};

const COMPETING: Code = code!("competing-steps", Error);
const UNINSTALLED: Code = code!("uninstalled-level", Error);
const UNMET: Code = code!("unmet-need", Error);

pub(super) static LINT: Lint = Lint { codes: &[COMPETING, UNINSTALLED, UNMET], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    let (Some(file), Some(setup)) = (&catalog.setup, knowledge.setup()) else { return };
    let Some(table) = knowledge.table(&setup.table) else { return };
    let (mut unmet, mut competing) = (BTreeSet::new(), BTreeSet::new());
    let (mut levels, mut bare): (BTreeSet<OnAxis>, BTreeSet<OnAxis>) = Default::default();
    for values in table.cells(Verdict::Supported).map(|cell| table.values(cell)) {
        if let Some(level) = setup.level.and_then(|axis| values.get(axis.index())) {
            levels.insert(*level);
            let installed = setup.needs.iter().any(|need| singles_out(setup, need) && need.region.holds(&values));
            if !installed {
                bare.insert(*level);
            }
        }
        for capability in setup.capabilities_of(&values) {
            match giving(setup, capability, &values).as_slice() {
                [] => {
                    unmet.insert(capability);
                }
                [_] => {}
                [first, second, ..] => {
                    competing.insert((*first, *second));
                }
            }
        }
    }
    // Where most need nothing of their own, set-up installs no levels: some just need something more.
    if let Some(axis) = setup.level.filter(|_| 2 * bare.len() < levels.len()) {
        let written = file.head.as_ref().and_then(|head| head.level.as_ref());
        let at = written.map_or_else(|| file.at.clone(), Spanned::span);
        for level in bare {
            let id = &knowledge.value(&table[axis], level).id;
            report.push(Finding::of(UNINSTALLED).with("value", id).with("axis", &table[axis].id).at(at.clone()));
        }
    }
    for entry in unmet.into_iter().map(|capability| at(&file.capabilities, capability.index())) {
        report.push(Finding::of(UNMET).with("capability", &entry.id).at(entry.at.clone()));
    }
    for (first, second) in competing {
        let (first, second) = (at(&file.steps, first.index()), at(&file.steps, second.index()));
        let finding = Finding::of(COMPETING).with("one", &first.id).with("two", &second.id);
        let finding = finding.at_saying(second.at.clone(), Message::new("label-again"));
        report.push(finding.beside(first.at.clone(), Message::new("label-first")));
    }
}

/// Whether what is needed is that of some values of the level, not of all.
fn singles_out(setup: &Setup, need: &Need) -> bool {
    let of_some = |level: AxisId| need.region.boxes().iter().any(|sets| sets[level].count() < sets[level].size());
    setup.level.is_some_and(of_some)
}

fn giving(setup: &Setup, capability: CapabilityId, values: &[OnAxis]) -> Vec<StepId> {
    let gives = StepId::of(&setup.steps).filter(|(_, step)| step.gives == Some(capability));
    gives.filter(|(_, step)| step.region.holds(values)).map(|(at, _)| at).collect()
}
