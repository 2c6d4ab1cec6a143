//! `failed-expectation`: facts with the answer they must get.

use super::prelude::*;
use crate::decide::expectations::{facts, failures, reasons};
use crate::decide::{self, Conclusion};
use crate::model::schema::Expectation;

const FAILED: Code = code!("failed-expectation", Error);

pub(super) static LINT: Lint = Lint { codes: &[FAILED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for entry in &catalog.expectations {
        match facts(entry, knowledge) {
            Ok((table, facts)) => {
                let decision = decide::decide(table, &facts, entry.strict);
                check_one(entry, table, &decision.conclusion, report);
            }
            Err(finding) => report.push(*finding),
        }
    }
}

fn check_one(entry: &Entry<Expectation>, table: &Table, conclusion: &Conclusion, report: &mut Report) {
    let reasons = reasons(table, conclusion);
    for label in failures(entry, table, conclusion) {
        let message = Message::new(FAILED.name()).with("expectation", &entry.id);
        let mut finding = Finding::new(FAILED, message).at_saying(entry.at.clone(), label);
        if !reasons.is_empty() {
            finding = finding.help(Message::new("help-failed-expectation").with("rules", reasons.join(", ")));
        }
        report.push(finding);
    }
}
