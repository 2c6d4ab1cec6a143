//! `permit-overruled` and `conflicting-rules`: a permit that never comes to anything, because some forbid holds in each of its
//! cells. If one forbid holds for exactly its cells, the two contradict each other outright.

use super::classes::extents;
use super::prelude::*;
use crate::knowledge::{Class, Statement, StatementId};

/// More forbids than this in one excerpt are not read.
const MOST_LABELS: usize = 3;

/// What stands in the way of a permit.
#[derive(Clone, Default)]
struct Overruled {
    cells: usize,
    free: bool,
    everywhere: Vec<StatementId>,
    /// A forbid of each class, in the order of the classes.
    some: Vec<StatementId>,
}

const CONFLICTING: Code = code!("conflicting-rules", Error);
const OVERRULED: Code = code!("permit-overruled", Warning);

pub(super) static LINT: Lint = Lint { codes: &[CONFLICTING, OVERRULED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let classes = table.dense.classes();
        let forbids = extents(&classes, table.statements.len(), |outcome| outcome.forbids);
        for (permit, found) in table.statements.iter().zip(overruled(table, &classes)) {
            if permit.effect != Effect::Permit || found.cells == 0 || found.free {
                continue;
            }
            let same = |forbid: &&StatementId| forbids.get(forbid.index()).is_some_and(|own| own.cells == found.cells);
            match found.everywhere.iter().find(same).map(|forbid| &table[*forbid]) {
                Some(forbid) => report.push(conflicting(file, permit, forbid)),
                None => report.push(overruled_by(file, table, permit, &found)),
            }
        }
    }
}

fn overruled(table: &Table, classes: &[Class<'_>]) -> Vec<Overruled> {
    let mut found = vec![Overruled::default(); table.statements.len()];
    for class in classes {
        let forbids = class.outcome.forbids;
        for permit in class.outcome.permits {
            let one = at_mut(&mut found, permit.index());
            if one.cells == 0 {
                one.everywhere = forbids.to_vec();
            }
            one.cells += class.cells;
            one.free |= forbids.is_empty();
            one.everywhere.retain(|forbid| forbids.binary_search(forbid).is_ok());
            one.some.extend(forbids.first().filter(|forbid| !one.some.contains(forbid) && !one.free));
        }
    }
    found
}

fn conflicting(file: &TableFile, permit: &Statement, forbid: &Statement) -> Finding {
    let finding = Finding::of(CONFLICTING).with("permit", &permit.id).with("forbid", &forbid.id);
    let finding = finding.at(place_of_rule(file, permit));
    finding.beside(place_of_rule(file, forbid), Message::new("label-same-cells"))
}

fn overruled_by(file: &TableFile, table: &Table, permit: &Statement, found: &Overruled) -> Finding {
    let finding = Finding::of(OVERRULED).with("permit", &permit.id).number("cells", found.cells);
    let finding = finding.at(place_of_rule(file, permit));
    let (forbids, label) = match found.everywhere.split_at_checked(1) {
        Some((one, _)) => (one, "label-overrules-all"),
        None => (found.some.as_slice(), "label-overrules-some"),
    };
    let places = forbids.iter().take(MOST_LABELS).map(|forbid| place_of_rule(file, &table[*forbid]));
    places.fold(finding, |finding, place| finding.beside(place, Message::new(label)))
}
