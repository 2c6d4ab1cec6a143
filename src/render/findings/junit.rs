//! Findings as a JUnit report: one case for each kind of finding, which fails if there is one of that kind.

use quick_junit::{NonSuccessKind, Report, SerializeError, TestCase, TestCaseStatus, TestSuite};

use super::place::Places;
use super::said;
use crate::diag::{Code, Finding};
use crate::lint;
use crate::locale::{Messages, printable};

/// The report as XML. No clock: the cases have no times.
///
/// # Errors
/// As `quick_junit`: never for text.
pub fn report(findings: &[Finding], places: Places<'_>, messages: &Messages) -> Result<String, SerializeError> {
    let mut suite = TestSuite::new("data check");
    for code in lint::codes() {
        let own: Vec<&Finding> = findings.iter().filter(|finding| finding.code == code).collect();
        suite.add_test_case(case(code, &own, places, messages));
    }
    let mut report = Report::new("canmanage");
    report.add_test_suite(suite);
    report.to_string()
}

fn case(code: Code, findings: &[&Finding], places: Places<'_>, messages: &Messages) -> TestCase {
    let mut status = TestCaseStatus::success();
    if let Some(first) = findings.first() {
        status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        let listed = findings.iter().map(|finding| listed(finding, places, messages)).collect::<Vec<_>>().join("\n");
        status.set_message(messages.say(&first.message)).set_type(code.name()).set_description(listed);
    }
    let mut case = TestCase::new(code.name(), status);
    case.set_classname("canmanage.data.check");
    case
}

/// `path:line:column: what is`, and below it what to do.
fn listed(finding: &Finding, places: Places<'_>, messages: &Messages) -> String {
    let path = places.path(places.file(finding));
    let at = finding.primary.as_ref().map(|label| places.region(&label.place));
    let at = at.map_or_else(String::new, |region| format!(":{}:{}", region.start_line, region.start_column));
    let text = said(finding, messages).replace('\n', "\n  ");
    format!("{}{at}: {text}", printable(&path))
}
