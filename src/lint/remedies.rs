//! `forbid-without-remedy`, `unused-remedy` and `unreachable-remedy`: whoever hears "unsupported" must hear what to do instead,
//! and what is written down to be done must be heard by someone.

use super::prelude::*;
use crate::knowledge::StatementId;

const HELPLESS: Code = code!("forbid-without-remedy", Warning);
const UNREACHABLE: Code = code!("unreachable-remedy", Warning);
const UNUSED: Code = code!("unused-remedy", Warning);

pub(super) static LINT: Lint = Lint { codes: &[HELPLESS, UNREACHABLE, UNUSED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    let mut shown = vec![false; catalog.remedies.len()];
    let mut named = vec![false; catalog.remedies.len()];
    for (file, table) in tables(catalog, knowledge) {
        helpless(file, table, knowledge, report);
        // A supported answer of the table that set-up is about shows its steps instead.
        let has_steps = knowledge.setup().is_some_and(|setup| setup.table == table.id);
        let mut holds = vec![false; table.statements.len()];
        for rule in table.dense.classes().iter().flat_map(|class| class.outcome.deciding()) {
            *at_mut(&mut holds, rule.index()) = true;
        }
        for (rule, holds) in table.statements.iter().zip(holds) {
            for remedy in &rule.remedies {
                *at_mut(&mut named, remedy.index()) = true;
                *at_mut(&mut shown, remedy.index()) |= (rule.effect == Effect::Forbid || !has_steps) && holds;
            }
        }
    }
    let procedures = knowledge.ask().procedures.iter().flat_map(|procedure| &procedure.remedies);
    let exclusions = knowledge.setup().map(|setup| setup.exclusions.as_slice()).unwrap_or_default();
    for remedy in procedures.chain(exclusions.iter().flat_map(|exclusion| &exclusion.remedies)) {
        *at_mut(&mut shown, remedy.index()) = true;
    }
    for ((entry, named), shown) in catalog.remedies.iter().zip(named).zip(shown) {
        let code = match (named, shown) {
            (_, true) => continue,
            (false, _) => UNUSED,
            (true, _) => UNREACHABLE,
        };
        report.push(Finding::of(code).with("remedy", &entry.id).at(entry.at.clone()));
    }
}

/// Forbids without a remedy, in whose cells no other forbid has one either.
fn helpless(file: &TableFile, table: &Table, knowledge: &Knowledge, report: &mut Report) {
    let mut alone: Vec<Option<(usize, usize)>> = vec![None; table.statements.len()];
    for class in table.dense.classes() {
        let helps = |rule: &StatementId| !table[*rule].remedies.is_empty();
        if class.outcome.forbids.iter().any(helps) {
            continue;
        }
        for forbid in class.outcome.forbids {
            at_mut(&mut alone, forbid.index()).get_or_insert((0, class.first)).0 += class.cells;
        }
    }
    for (rule, found) in table.statements.iter().zip(alone) {
        let Some((cells, first)) = found else { continue };
        let finding = Finding::of(HELPLESS).with("rule", &rule.id).number("cells", cells);
        let finding = finding.with("example", facts_of_cell(knowledge, table, first));
        report.push(finding.at(place_of_rule(file, rule)));
    }
}
