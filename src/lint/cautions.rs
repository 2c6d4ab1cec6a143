//! `conflicting-cautions` and `unheard-caution`: what is said beside a verdict must be said once, in one way, and to someone.
//!
//! Two cautions conflict if they say the same sentence and can stand under one answer, or if they hold for the same cells,
//! cite the same places and yet say different things: then one passage is told in two ways.

use super::classes::{Class, classes, extents};
use super::{Lint, tables};
use crate::diag::{Code, Finding, Report, code};
use crate::knowledge::Knowledge;
use crate::knowledge::ids::CautionId;
use crate::knowledge::table::{Caution, Table};
use crate::locale::Message;
use crate::model::terms::Verdict;
use crate::model::{Catalog, TableFile};

const CONFLICTING: Code = code!("conflicting-cautions", Warning);
const UNHEARD: Code = code!("unheard-caution", Warning);

pub(super) static LINT: Lint = Lint { codes: &[CONFLICTING, UNHEARD], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        let classes = classes(table);
        conflicting(file, table, &classes, report);
        unheard(file, table, &classes, report);
    }
}

fn conflicting(file: &TableFile, table: &Table, classes: &[Class<'_>], report: &mut Report) {
    let extents = extents(classes, table.cautions.len(), |outcome| outcome.cautions);
    for (second, later) in table.cautions.iter().enumerate() {
        for (first, earlier) in table.cautions.iter().enumerate().take(second) {
            let twice = earlier.text == later.text && meet(earlier, later) && {
                let [first, second] = [first, second].map(CautionId::new);
                let both = |class: &Class<'_>| [first, second].iter().all(|at| class.outcome.cautions.contains(at));
                classes.iter().any(both)
            };
            let cells = |at: usize| extents.get(at).map_or(0, |extent| extent.cells);
            let within = |at: usize, other: usize| {
                extents.get(at).is_some_and(|extent| extent.within.contains(&CautionId::new(other)))
            };
            let in_two_ways = earlier.text != later.text
                && same(&cited(file, first), &cited(file, second))
                && same(&earlier.verdicts, &later.verdicts)
                && cells(first) == cells(second)
                && within(first, second);
            let label = if twice { "label-said-twice" } else { "label-said-otherwise" };
            if twice || in_two_ways {
                report.extend_with(clash(file, second, first, label));
            }
        }
    }
}

/// What the caution at a position cites, as written: what it refers to may not be there.
fn cited(file: &TableFile, position: usize) -> Vec<&str> {
    let entry = file.cautions.get(position);
    entry.iter().flat_map(|entry| &entry.item.sources).map(|source| source.get_ref().as_str()).collect()
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

fn clash(file: &TableFile, second: usize, first: usize, label: &'static str) -> Option<Finding> {
    let (first, second) = (file.cautions.get(first)?, file.cautions.get(second)?);
    let finding = Finding::of(CONFLICTING)
        .with("one", &first.id)
        .with("two", &second.id)
        .at_saying(second.at.clone(), Message::new(label));
    Some(finding.beside(first.at.clone(), Message::new("label-first")))
}

/// A caution that is only for answers with some verdict is said if one of its cells has it, strictly or not. Answers that depend on
/// what was not said are left alone: nearly every caution can stand under one.
fn unheard(file: &TableFile, table: &Table, classes: &[Class<'_>], report: &mut Report) {
    let mut heard = vec![false; table.cautions.len()];
    for class in classes {
        let verdicts = [class.outcome.plain.verdict, class.outcome.strict.verdict];
        for position in class.outcome.cautions {
            let caution = &table[*position];
            if let Some(heard) = heard.get_mut(position.index()) {
                *heard = *heard
                    || caution.verdicts.is_empty()
                    || caution.verdicts.contains(&Verdict::Undetermined)
                    || verdicts.iter().any(|verdict| caution.verdicts.contains(verdict));
            }
        }
    }
    for (entry, _) in file.cautions.iter().zip(&heard).filter(|(_, heard)| !**heard) {
        report.push(Finding::of(UNHEARD).with("caution", &entry.id).at(entry.at.clone()));
    }
}
