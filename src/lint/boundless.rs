//! `boundless-condition`: a condition that names no axis holds for every cell. That is rarely meant, and everything that follows from it is
//! reported elsewhere.

use super::prelude::*;
use crate::model::condition::Conjunction;

const BOUNDLESS: Code = code!("boundless-condition", Warning);

pub(super) static LINT: Lint = Lint { codes: &[BOUNDLESS], check };

fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    for file in &catalog.tables {
        let rules = file.permits.iter().chain(&file.forbids).map(|entry| (&entry.id, &entry.when));
        let cautions = file.cautions.iter().map(|entry| (&entry.id, &entry.when));
        let silents = file.silents.iter().map(|entry| (&entry.id, &entry.when));
        for (id, when) in rules.chain(cautions).chain(silents) {
            if when.all().iter().any(|conjunction| Conjunction::span(conjunction).is_none()) {
                report.push(Finding::of(BOUNDLESS).with("entry", id).at(when.span()));
            }
        }
    }
}
