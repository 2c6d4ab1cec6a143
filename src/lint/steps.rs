//! `unmet-need` and `competing-steps`: in every supported cell of the set-up table, each capability that is needed must come
//! from exactly one step. With none a checklist would be short of something; with two the order of the file would decide.

use std::collections::BTreeSet;

use super::Lint;
use crate::diag::{Code, Finding, Report, code};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::OnAxis;
use crate::knowledge::setup::Setup;
use crate::locale::Message;
use crate::model::Catalog;
use crate::model::setup::SetupFile;
use crate::model::terms::Verdict;

const COMPETING: Code = code!("competing-steps", Error);
const UNMET: Code = code!("unmet-need", Error);

pub(super) static LINT: Lint = Lint { codes: &[COMPETING, UNMET], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    let (Some(file), Some(setup)) = (&catalog.setup, knowledge.setup()) else { return };
    let Some(table) = knowledge.table(&setup.table) else { return };
    let mut unmet: BTreeSet<usize> = BTreeSet::new();
    let mut competing: BTreeSet<(usize, usize)> = BTreeSet::new();
    for cell in 0..table.grid.cells() {
        if table.outcome(cell).plain.verdict != Verdict::Supported {
            continue;
        }
        let values = table.values(cell);
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
    unmet.iter().filter_map(|capability| unmet_need(file, *capability)).for_each(|finding| report.push(finding));
    competing.iter().filter_map(|pair| competing_steps(file, *pair)).for_each(|finding| report.push(finding));
}

/// Positions of the steps that give a capability in a cell.
fn giving(setup: &Setup, capability: usize, values: &[OnAxis]) -> Vec<usize> {
    let gives = setup.steps.iter().enumerate().filter(|(_, step)| step.gives == Some(capability));
    gives.filter(|(_, step)| step.region.holds(values)).map(|(at, _)| at).collect()
}

fn unmet_need(file: &SetupFile, capability: usize) -> Option<Finding> {
    let entry = file.capabilities.get(capability)?;
    Some(Finding::of(UNMET).with("capability", &entry.id).at(entry.at.clone()))
}

fn competing_steps(file: &SetupFile, (first, second): (usize, usize)) -> Option<Finding> {
    let (first, second) = (file.steps.get(first)?, file.steps.get(second)?);
    let finding = Finding::of(COMPETING)
        .with("one", &first.id)
        .with("two", &second.id)
        .at_saying(second.at.clone(), Message::new("label-again"));
    Some(finding.beside(first.at.clone(), Message::new("label-first")))
}
