//! `unreachable-step`: a step of the runbook is taken when a node without a server is upgraded, so it must hold for some cell in which
//! that is supported. One that does not is a step nobody will ever read.

use super::prelude::*;

const UNREACHABLE: Code = code!("unreachable-step", Warning);

pub(super) static LINT: Lint = Lint { codes: &[UNREACHABLE], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    let (Some(file), Some(runbook)) = (&catalog.runbook, knowledge.runbook()) else { return };
    let Some(table) = knowledge.table(&runbook.upgrade.table) else { return };
    let (role, passive) = (runbook.upgrade.role, runbook.upgrade.passive);
    let planned = table.cells(Verdict::Supported).filter(|cell| table.grid.value(*cell, role) == passive);
    let cells: Vec<_> = planned.map(|cell| table.values(cell)).collect();
    for (step, entry) in runbook.steps.iter().zip(&file.steps) {
        let holds = |cell: &Vec<_>| step.region.as_ref().is_none_or(|region| region.holds(cell));
        if !step.does.migrates() && !cells.iter().any(holds) {
            report.push(Finding::of(UNREACHABLE).with("step", &step.id).at(entry.at.clone()));
        }
    }
}
