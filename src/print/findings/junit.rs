//! Findings as a JUnit report: one case for each kind of finding, which fails if there is one of that kind.

use maud::{Markup, PreEscaped, html};

use super::place::Places;
use super::said;
use crate::diag::{Code, Finding};
use crate::lint;
use crate::locale::{Joined as _, Messages, printable};

/// The report as XML, of which HTML's elements with content and its escapes are a part. No clock: the cases have no times.
pub fn report(findings: &[Finding], places: Places<'_>, messages: &Messages) -> String {
    let of = |code: Code| findings.iter().filter(move |finding| finding.code == code).collect::<Vec<_>>();
    let cases: Vec<(Code, Vec<&Finding>)> = lint::codes().into_iter().map(|code| (code, of(code))).collect();
    let (tests, failures) = (cases.len(), cases.iter().filter(|(_, found)| !found.is_empty()).count());
    let report = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        testsuites name="canmanage" tests=(tests) failures=(failures) errors="0" {
            "\n"
            testsuite name="data check" tests=(tests) failures=(failures) errors="0" disabled="0" {
                "\n"
                @for (code, found) in &cases { (case(*code, found, places, messages)) "\n" }
            }
            "\n"
        }
        "\n"
    };
    report.into_string()
}

fn case(code: Code, findings: &[&Finding], places: Places<'_>, messages: &Messages) -> Markup {
    html! {
        testcase name=(code.name()) classname="canmanage.data.check" {
            @if let [first, ..] = findings {
                "\n"
                failure message=(messages.say(&first.message)) type=(code.name()) {
                    (findings.iter().map(|finding| listed(finding, places, messages)).joined("\n"))
                }
                "\n"
            }
        }
    }
}

/// `path:line:column: what is`, and below it what to do.
fn listed(finding: &Finding, places: Places<'_>, messages: &Messages) -> String {
    let path = places.path(places.file(finding));
    let at = finding.primary.as_ref().map(|label| places.region(&label.place));
    let at = at.map_or_else(String::new, |region| format!(":{}:{}", region.start_line, region.start_column));
    let text = said(finding, messages).replace('\n', "\n  ");
    format!("{}{at}: {text}", printable(&path))
}
