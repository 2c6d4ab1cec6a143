//! What can be wrong with knowledge that compiles, and with the sound parts of knowledge that does not: one concern a file.
//!
//! In: the parsed catalog, for positions, the compiled knowledge, and what was found so far. Out: findings, without those that
//! only follow from a mistake already reported, and without those that the data acknowledges. No query needs this.

mod acknowledged;
mod cautions;
mod cell;
mod classes;
mod expectations;
mod follows;
mod moves;
mod order;
mod overruled;
mod remedies;
mod repeated;
mod shadowed;
mod silents;
mod sources;
mod spellings;
mod steps;
mod totals;
mod translations;
mod undecided;
mod unused;

use crate::diag::Report;
use crate::knowledge::Knowledge;
use crate::knowledge::table::Table;
use crate::model::{Catalog, TableFile};

/// A concern: looks at the whole knowledge and reports.
type Lint = fn(&Catalog, &Knowledge, &mut Report);

const LINTS: [Lint; 16] = [
    cautions::check,
    expectations::check,
    moves::check,
    order::check,
    overruled::check,
    remedies::check,
    repeated::check,
    shadowed::check,
    silents::check,
    sources::check,
    spellings::check,
    steps::check,
    totals::check,
    translations::check,
    undecided::check,
    unused::check,
];

/// Every lint over the whole knowledge, or over a draft of it; `found` is what was wrong before.
#[must_use]
pub fn check(catalog: &Catalog, knowledge: &Knowledge, found: &Report) -> Report {
    let mut report = Report::default();
    for lint in LINTS {
        lint(catalog, knowledge, &mut report);
    }
    let doubts = follows::Doubts { catalog, knowledge, found };
    doubts.drop_from(&mut report);
    acknowledged::apply(&doubts, &mut report);
    report
}

/// Each table as it is written and as it was compiled.
fn tables<'k>(catalog: &'k Catalog, knowledge: &'k Knowledge) -> impl Iterator<Item = (&'k TableFile, &'k Table)> {
    catalog.tables.iter().filter_map(|file| Some((file, knowledge.table(&file.id)?)))
}
