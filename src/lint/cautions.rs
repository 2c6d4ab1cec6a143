//! `conflicting-cautions` and `unheard-caution`: what is said beside a verdict must be said once, in one way, and to someone.
//!
//! Two cautions conflict if they say the same sentence and can stand under one answer, or if they hold for the same cells,
//! cite the same places and yet say different things: then one passage is told in two ways.

use std::collections::BTreeSet;

use super::classes::extents;
use super::prelude::*;
use crate::knowledge::{Class, Statement};

const CONFLICTING: Code = code!("conflicting-cautions", Warning);
const UNHEARD: Code = code!("unheard-caution", Warning);

pub(super) static LINT: Lint = Lint { codes: &[CONFLICTING, UNHEARD], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let classes = table.dense.classes();
        conflicting(file, table, &classes, report);
        unheard(file, table, &classes, report);
    }
}

fn conflicting(file: &TableFile, table: &Table, classes: &[Class<'_>], report: &mut Report) {
    let extents = extents(classes, table.statements.len(), |outcome| outcome.cautions);
    let all = || table.of(Effect::Caution).zip(&file.cautions);
    for (number, ((second, later), later_entry)) in all().enumerate() {
        for ((first, earlier), entry) in all().take(number) {
            let [extent, later_extent] = [first, second].map(|id| at(&extents, id.index()));
            let both = |class: &Class<'_>| [first, second].iter().all(|id| class.outcome.cautions.contains(id));
            let twice = earlier.text == later.text && meet(earlier, later) && classes.iter().any(both);
            let in_two_ways = earlier.text != later.text
                && same(&cited(entry), &cited(later_entry))
                && same(&earlier.verdicts, &later.verdicts)
                && extent.cells == later_extent.cells
                && extent.within.contains(&second);
            if twice || in_two_ways {
                let label = if twice { "label-said-twice" } else { "label-said-otherwise" };
                let finding = Finding::of(CONFLICTING).with("one", &entry.id).with("two", &later_entry.id);
                let finding = finding.at_saying(later_entry.at.clone(), Message::new(label));
                report.push(finding.beside(entry.at.clone(), Message::new("label-first")));
            }
        }
    }
}

/// What a caution cites, as written: what it refers to may not be there.
fn cited(entry: &Entry<schema::Caution>) -> Vec<&str> {
    entry.sources.iter().map(|source| source.as_str()).collect()
}

/// Whether one answer can have both.
fn meet(one: &Statement, other: &Statement) -> bool {
    one.verdicts.is_empty() || one.verdicts.iter().any(|verdict| other.is_on(*verdict))
}

fn same<T: Ord>(one: &[T], other: &[T]) -> bool {
    BTreeSet::from_iter(one) == BTreeSet::from_iter(other)
}

/// A caution that is only for answers with some verdict is said if one of its cells has it, strictly or not. Answers that depend on
/// what was not said are left alone: nearly every caution can stand under one.
fn unheard(file: &TableFile, table: &Table, classes: &[Class<'_>], report: &mut Report) {
    let mut heard = vec![false; table.statements.len()];
    for class in classes {
        for id in class.outcome.cautions {
            let caution = &table[*id];
            *at_mut(&mut heard, id.index()) |= caution.is_on(Verdict::Undetermined) || class.outcome.tells(caution);
        }
    }
    for (_, entry) in table.of(Effect::Caution).zip(&file.cautions).filter(|((id, _), _)| !*at(&heard, id.index())) {
        report.push(Finding::of(UNHEARD).with("caution", &entry.id).at(entry.at.clone()));
    }
}
