//! `idle-silent`: a silent entry accounts for cells about which no rule speaks. One that accounts for none which no other
//! entry accounts for says nothing, or says that nobody speaks where somebody does.

use super::prelude::*;
use crate::knowledge::{Outcome, SilentId};

const IDLE: Code = code!("idle-silent", Warning);

pub(super) static LINT: Lint = Lint { codes: &[IDLE], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let mut needed = vec![false; table.silents.len()];
        let mut instead: Vec<Option<Outcome<'_>>> = vec![None; table.silents.len()];
        for class in table.dense.classes() {
            for silent in class.outcome.silents {
                let alone = class.outcome.deciding().is_empty() && class.outcome.silents.len() == 1;
                *at_mut(&mut needed, silent.index()) |= alone;
                at_mut(&mut instead, silent.index()).get_or_insert(class.outcome);
            }
        }
        for (((position, entry), needed), instead) in SilentId::of(&file.silents).zip(needed).zip(instead) {
            if let Some(outcome) = instead.filter(|_| !needed) {
                let finding = Finding::of(IDLE).with("silent", &entry.id).at(entry.at.clone());
                let finding = match speaker(file, table, position, &outcome) {
                    Some(place) => finding.beside(place, Message::new("label-speaks-there")),
                    None => finding,
                };
                report.push(finding);
            }
        }
    }
}

/// What accounts for a cell beside the silent entry at a position.
fn speaker(file: &TableFile, table: &Table, position: SilentId, outcome: &Outcome<'_>) -> Option<Place> {
    if let Some(rule) = outcome.deciding().first() {
        return Some(place_of_rule(file, &table[*rule]));
    }
    let other = outcome.silents.iter().find(|silent| **silent != position)?;
    file.silents.get(other.index()).map(|entry| entry.at.clone())
}
