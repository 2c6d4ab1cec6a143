//! `duplicate-rule` and `shadowed-rule`: rules that say nothing which another rule does not say.
//!
//! Two rules of one effect are duplicates if they hold for exactly the same cells. A rule is shadowed if another one of the same
//! effect holds at least wherever it does, at least as firmly: then it can be taken away and no verdict and no basis changes,
//! strictly or not.

use super::classes::{Members, extents};
use super::prelude::*;
use crate::knowledge::{Statement, StatementId};

const DUPLICATE: Code = code!("duplicate-rule", Warning);
const SHADOWED: Code = code!("shadowed-rule", Warning);

pub(super) static LINT: Lint = Lint { codes: &[DUPLICATE, SHADOWED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let classes = table.dense.classes();
        for members in [|outcome| outcome.permits, |outcome| outcome.forbids] as [Members; 2] {
            let extents = extents(&classes, table.statements.len(), members);
            for ((position, rule), extent) in StatementId::of(&table.statements).zip(&extents) {
                let others = || extent.within.iter().copied().filter(move |other| *other != position);
                let as_firm = |other: &StatementId| {
                    let own = classes.iter().map(|class| &class.outcome).filter(|own| members(own).contains(&position));
                    own.clone().all(|own| own.basis_of(*other, table) <= own.basis_of(position, table))
                };
                let same_cells =
                    |other: &StatementId| extents.get(other.index()).is_some_and(|o| o.cells == extent.cells);
                if let Some(first) = others().filter(same_cells).find(|other| *other < position) {
                    report.push(duplicate(file, rule, &table[first]));
                } else if let Some(wider) = others().filter(|other| !same_cells(other)).find(as_firm) {
                    report.push(shadowed(file, rule, &table[wider]));
                }
            }
        }
    }
}

fn duplicate(file: &TableFile, rule: &Statement, first: &Statement) -> Finding {
    let finding = Finding::of(DUPLICATE).with("one", &first.id).with("two", &rule.id);
    let finding = finding.at_saying(place_of_rule(file, rule), Message::new("label-again"));
    finding.beside(place_of_rule(file, first), Message::new("label-first"))
}

fn shadowed(file: &TableFile, rule: &Statement, wider: &Statement) -> Finding {
    let finding = Finding::of(SHADOWED).with("rule", &rule.id).with("by", &wider.id).at(place_of_rule(file, rule));
    let label =
        Message::new("label-wider").with("basis", wider.basis.map(|basis| basis.to_string()).unwrap_or_default());
    finding.beside(place_of_rule(file, wider), label)
}
