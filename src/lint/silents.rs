//! `idle-silent`: a silent entry accounts for cells about which no rule speaks. One that accounts for none which no other
//! entry accounts for says nothing, or says that nobody speaks where somebody does.

use super::prelude::*;
use crate::knowledge::{Outcome, StatementId};

const IDLE: Code = code!("idle-silent", Warning);

pub(super) static LINT: Lint = Lint { codes: &[IDLE], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let mut needed = vec![false; table.statements.len()];
        let mut instead: Vec<Option<Outcome<'_>>> = vec![None; table.statements.len()];
        for class in table.dense.classes() {
            for silent in class.outcome.silents {
                let alone = class.outcome.deciding().is_empty() && class.outcome.silents.len() == 1;
                *at_mut(&mut needed, silent.index()) |= alone;
                at_mut(&mut instead, silent.index()).get_or_insert(class.outcome);
            }
        }
        for ((id, _), entry) in table.of(Effect::Silent).zip(&file.silents) {
            if let Some(outcome) = at(&instead, id.index()).filter(|_| !*at(&needed, id.index())) {
                let finding = Finding::of(IDLE).with("silent", &entry.id).at(entry.at.clone());
                let finding = match speaker(file, table, id, &outcome) {
                    Some(place) => finding.beside(place, Message::new("label-speaks-there")),
                    None => finding,
                };
                report.push(finding);
            }
        }
    }
}

/// What accounts for a cell beside the silent entry.
fn speaker(file: &TableFile, table: &Table, silent: StatementId, outcome: &Outcome<'_>) -> Option<Place> {
    if let Some(rule) = outcome.deciding().first() {
        return Some(place_of_rule(file, &table[*rule]));
    }
    let other = outcome.silents.iter().find(|other| **other != silent)?;
    file.silents.iter().find(|entry| entry.id == table[*other].id).map(|entry| entry.at.clone())
}
