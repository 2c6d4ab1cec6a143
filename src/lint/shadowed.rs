//! `duplicate-rule` and `shadowed-rule`: rules that say nothing which another rule does not say.
//!
//! Two rules of one effect are duplicates if they hold for exactly the same cells. A rule is shadowed if another one of the same
//! effect holds at least wherever it does, at least as firmly: then it can be taken away and no verdict and no basis changes,
//! strictly or not.

use super::classes::{Members, classes, extents};
use super::{Lint, tables};
use crate::diag::{Code, Finding, Place, Report, code};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::RuleId;
use crate::knowledge::table::Rule;
use crate::locale::Message;
use crate::model::terms::Effect;
use crate::model::{Catalog, TableFile};

const DUPLICATE: Code = code!("duplicate-rule", Warning);
const SHADOWED: Code = code!("shadowed-rule", Warning);

pub(super) static LINT: Lint = Lint { codes: &[DUPLICATE, SHADOWED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let classes = classes(table);
        for members in [|outcome| outcome.permits, |outcome| outcome.forbids] as [Members<RuleId>; 2] {
            let extents = extents(&classes, table.rules.len(), members);
            for ((position, rule), extent) in RuleId::of(&table.rules).zip(&extents) {
                let others = || extent.within.iter().copied().filter(move |other| *other != position);
                let as_firm = |other: &RuleId| {
                    let own = classes.iter().map(|class| &class.outcome).filter(|own| members(own).contains(&position));
                    own.clone().all(|own| own.basis_of(*other, table) <= own.basis_of(position, table))
                };
                let same_cells = |other: &RuleId| extents.get(other.index()).is_some_and(|o| o.cells == extent.cells);
                if let Some(first) = others().filter(same_cells).find(|other| *other < position) {
                    report.extend_with(duplicate(file, rule, &table[first]));
                } else if let Some(wider) = others().filter(|other| !same_cells(other)).find(as_firm) {
                    report.extend_with(shadowed(file, rule, &table[wider]));
                }
            }
        }
    }
}

fn duplicate(file: &TableFile, rule: &Rule, first: &Rule) -> Option<Finding> {
    let finding = Finding::of(DUPLICATE)
        .with("one", &first.id)
        .with("two", &rule.id)
        .at_saying(at(file, rule)?, Message::new("label-again"));
    Some(finding.beside(at(file, first)?, Message::new("label-first")))
}

fn shadowed(file: &TableFile, rule: &Rule, wider: &Rule) -> Option<Finding> {
    let finding = Finding::of(SHADOWED).with("rule", &rule.id).with("by", &wider.id).at(at(file, rule)?);
    let label = Message::new("label-wider").with("basis", wider.basis.to_string());
    Some(finding.beside(at(file, wider)?, label))
}

/// Where a rule stands.
pub(super) fn at(file: &TableFile, rule: &Rule) -> Option<Place> {
    let entries = match rule.effect {
        Effect::Permit => &file.permits,
        _ => &file.forbids,
    };
    entries.iter().find(|entry| entry.id == rule.id).map(|entry| entry.at.clone())
}
