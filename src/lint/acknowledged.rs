//! `stale-acknowledgement`: exceptions that the data knows of are not reported, and what is no exception any more is.

use super::prelude::*;
use crate::model::Exception;

const STALE: Code = code!("stale-acknowledgement", Warning);

pub(super) static LINT: Lint = Lint { codes: &[STALE], check };

/// Takes acknowledged findings out of the report, and reports acknowledgements that take out nothing.
fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    let mut stale = Vec::new();
    for one in &catalog.exceptions {
        let Some(code) = super::code(&one.code) else {
            let known = super::codes();
            stale.push(finding(one, "acknowledged-unknown").did_you_mean(&one.code, known.into_iter().map(Code::name)));
            continue;
        };
        let before = report.findings().len();
        report.retain(|finding| {
            let at = finding.primary.as_ref().map(|label| &label.place);
            finding.code != code || !at.is_some_and(|at| one.within.iter().any(|within| holds(within, at)))
        });
        if code.is_fatal() {
            stale.push(finding(one, "acknowledged-fatal"));
        } else if report.findings().len() == before {
            stale.push(finding(one, STALE.name()));
        }
    }
    for finding in stale {
        report.push(finding);
    }
}

fn holds(within: &Place, at: &Place) -> bool {
    within.start <= at.start && at.end <= within.end
}

fn finding(one: &Exception, message: &'static str) -> Finding {
    let finding = Finding::new(STALE, Message::new(message).with("code", &one.code)).at(one.at.clone());
    finding.help(Message::new("help-stale-acknowledgement"))
}
