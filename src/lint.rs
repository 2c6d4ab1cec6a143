//! What can be wrong with knowledge that compiles: one concern a file.
//!
//! In: the parsed catalog, for positions, and the compiled knowledge. Out: findings, without those that the data acknowledges.
//! No query needs this. A new lint is a file here, named in `LINTS`; an example of each of its kinds of finding in
//! `tests/lints/<code>/`; and its sentences: `<code>`, `code-<code>`, `why-<code>`, `mend-<code>`, and `help-<code>`.

mod acknowledged;
mod attributes;
mod boundless;
mod cautions;
mod classes;
mod expectations;
mod ids;
mod moves;
mod order;
mod overruled;
mod prelude;
mod ranges;
mod remedies;
mod repeated;
mod rewrites;
mod runbook;
mod shadowed;
mod silents;
mod sources;
mod spellings;
mod steps;
mod totals;
mod translations;
mod undecided;
mod unused;

use crate::diag::{Code, Place, Report, Severity};
use crate::knowledge::{Axis, Knowledge, OnAxis, Statement, Table};
use crate::locale::Joined as _;
use crate::model::{Catalog, Effect, TableFile};

/// A concern: the kinds of finding it reports, and what looks at the whole knowledge for them.
struct Lint {
    codes: &'static [Code],
    check: fn(&Catalog, &Knowledge, &mut Report),
}

const LINTS: &[&Lint] = &[
    &attributes::LINT,
    &boundless::LINT,
    &cautions::LINT,
    &expectations::LINT,
    &ids::LINT,
    &moves::LINT,
    &order::LINT,
    &overruled::LINT,
    &ranges::LINT,
    &remedies::LINT,
    &repeated::LINT,
    &rewrites::LINT,
    &runbook::LINT,
    &shadowed::LINT,
    &silents::LINT,
    &sources::LINT,
    &spellings::LINT,
    &steps::LINT,
    &totals::LINT,
    &translations::LINT,
    &undecided::LINT,
    &unused::LINT,
    &acknowledged::LINT, // at last: it looks at what the others have found
];

pub fn codes() -> Vec<Code> {
    let mut codes: Vec<Code> = LINTS.iter().flat_map(|lint| lint.codes).chain(Code::OF_NO_LINT).copied().collect();
    codes.sort();
    codes
}

pub fn code(name: &str) -> Option<Code> {
    codes().into_iter().find(|code| code.name() == name)
}

pub fn check(catalog: &Catalog, knowledge: &Knowledge) -> Report {
    run(LINTS.iter(), catalog, knowledge)
}

/// Only what may make an answer wrong: whoever asks is not told of the rest and does not wait for it.
pub fn errors(catalog: &Catalog, knowledge: &Knowledge) -> Report {
    let is_grave = |lint: &&&Lint| lint.codes.iter().any(|code| code.severity() > Severity::Warning);
    let mut report = run(LINTS.iter().filter(is_grave).chain([&&acknowledged::LINT]), catalog, knowledge);
    report.retain(|finding| finding.severity > Severity::Warning);
    report
}

fn run<'l>(lints: impl Iterator<Item = &'l &'static Lint>, catalog: &Catalog, knowledge: &Knowledge) -> Report {
    let mut report = Report::default();
    for lint in lints {
        (lint.check)(catalog, knowledge, &mut report);
    }
    report
}

/// Each table as it is written and as it was compiled.
fn tables<'k>(catalog: &'k Catalog, knowledge: &'k Knowledge) -> impl Iterator<Item = (&'k TableFile, &'k Table)> {
    catalog.tables.iter().filter_map(|file| Some((file, knowledge.table(&file.id)?)))
}

fn place_of_rule(file: &TableFile, rule: &Statement) -> Place {
    let entries = if rule.effect == Effect::Permit { &file.permits } else { &file.forbids };
    let entry = entries.iter().find(|entry| entry.id == rule.id);
    entry.map_or_else(|| file.at.clone(), |entry| entry.at.clone())
}

/// A cell as facts that `check` takes: `axis=value` for each axis.
fn facts_of_cell(knowledge: &Knowledge, table: &Table, cell: usize) -> String {
    let fact = |(axis, value): (&Axis, OnAxis)| format!("{}={}", axis.id, knowledge.value(axis, value).id);
    table.axes.iter().zip(table.values(cell)).map(fact).joined(" ")
}
