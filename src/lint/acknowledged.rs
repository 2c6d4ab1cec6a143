//! `stale-acknowledgement`: exceptions that the data knows of are not reported, and what is no exception any more is.

use std::str::FromStr as _;

use super::follows::Doubts;
use crate::diag::{Acknowledgement, Code, Finding, Place, Report};
use crate::locale::Message;

/// Takes acknowledged findings out of the report, and reports acknowledgements that take out nothing.
pub(super) fn apply(doubts: &Doubts<'_>, report: &mut Report) {
    let mut stale = Vec::new();
    for one in doubts.found.acknowledgements() {
        let Ok(code) = Code::from_str(&one.code) else {
            stale.push(unknown(one));
            continue;
        };
        let before = report.findings().len();
        report.retain(|finding| {
            let at = finding.primary.as_ref().map(|label| &label.place);
            finding.code != code || !at.is_some_and(|at| one.within.iter().any(|within| holds(within, at)))
        });
        if code.is_fatal() {
            stale.push(finding(one, "acknowledged-fatal"));
        } else if report.findings().len() == before
            && !doubts.are_about(&Finding::new(code, Message::new(code.name())), &one.at)
        {
            stale.push(finding(one, Code::StaleAcknowledgement.name()));
        }
    }
    for finding in stale {
        report.push(finding);
    }
}

fn holds(within: &Place, at: &Place) -> bool {
    within.file == at.file && within.span.start <= at.span.start && at.span.end <= within.span.end
}

fn finding(one: &Acknowledgement, message: &'static str) -> Finding {
    let finding = Finding::new(Code::StaleAcknowledgement, Message::new(message).with("code", &one.code));
    finding.at(one.at.clone()).help(Message::new("help-stale-acknowledgement"))
}

fn unknown(one: &Acknowledgement) -> Finding {
    use strum::VariantNames as _;
    finding(one, "acknowledged-unknown").did_you_mean(&one.code, Code::VARIANTS.iter().copied())
}
