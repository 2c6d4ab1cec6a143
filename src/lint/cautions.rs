//! `conflicting-cautions` and `unheard-caution`: what is said beside a verdict must be said once, in one way, and to someone.
//!
//! Two cautions conflict if they say the same sentence and can stand under one answer, or if they hold for the same cells,
//! cite the same places and yet say different things: then one passage is told in two ways.

use super::classes::extents;
use super::prelude::*;
use crate::knowledge::{Caution, CautionId, Class};

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
    let extents = extents(classes, table.cautions.len(), |outcome| outcome.cautions);
    let all = || CautionId::of(&table.cautions).zip(&extents).zip(&file.cautions);
    for (number, (((second, later), later_extent), later_entry)) in all().enumerate() {
        for (((first, earlier), extent), entry) in all().take(number) {
            let both = |class: &Class<'_>| [first, second].iter().all(|at| class.outcome.cautions.contains(at));
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
    entry.item.sources.iter().map(|source| source.get_ref().as_str()).collect()
}

/// Whether one answer can have both.
fn meet(one: &Caution, other: &Caution) -> bool {
    one.verdicts.is_empty()
        || other.verdicts.is_empty()
        || one.verdicts.iter().any(|verdict| other.verdicts.contains(verdict))
}

fn same<T: Ord + Clone>(one: &[T], other: &[T]) -> bool {
    let sorted = |list: &[T]| {
        let mut list = list.to_vec();
        list.sort();
        list.dedup();
        list
    };
    sorted(one) == sorted(other)
}

/// A caution that is only for answers with some verdict is said if one of its cells has it, strictly or not. Answers that depend on
/// what was not said are left alone: nearly every caution can stand under one.
fn unheard(file: &TableFile, table: &Table, classes: &[Class<'_>], report: &mut Report) {
    let mut heard = vec![false; table.cautions.len()];
    for class in classes {
        let verdicts = [class.outcome.plain.verdict, class.outcome.strict.verdict];
        for position in class.outcome.cautions {
            let caution = &table[*position];
            *at_mut(&mut heard, position.index()) |= caution.verdicts.is_empty()
                || caution.verdicts.contains(&Verdict::Undetermined)
                || verdicts.iter().any(|verdict| caution.verdicts.contains(verdict));
        }
    }
    for (entry, _) in file.cautions.iter().zip(&heard).filter(|(_, heard)| !**heard) {
        report.push(Finding::of(UNHEARD).with("caution", &entry.id).at(entry.at.clone()));
    }
}
