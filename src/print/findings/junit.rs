//! Findings as a JUnit report: one case for each kind of finding, which fails if there is one of that kind.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::place::Places;
use super::said;
use crate::diag::{Code, Finding};
use crate::lint;
use crate::locale::{Joined as _, Messages, printable};

/// The report as XML. No clock: the cases have no times.
pub fn report(findings: &[Finding], places: Places<'_>, messages: &Messages) -> io::Result<String> {
    let of = |code: Code| findings.iter().filter(move |finding| finding.code == code);
    let cases = lint::codes().len().to_string();
    let failures = lint::codes().into_iter().filter(|code| of(*code).next().is_some()).count().to_string();
    let counts = [("tests", cases.as_str()), ("failures", &failures), ("errors", "0")];
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 4);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let suites = xml.create_element("testsuites").with_attribute(("name", "canmanage")).with_attributes(counts);
    suites.write_inner_content(|xml| {
        let suite = xml.create_element("testsuite").with_attribute(("name", "data check")).with_attributes(counts);
        suite.with_attribute(("disabled", "0")).write_inner_content(|xml| {
            lint::codes()
                .into_iter()
                .try_for_each(|code| case(xml, code, &of(code).collect::<Vec<_>>(), places, messages))
        })?;
        Ok(())
    })?;
    Ok(String::from_utf8_lossy(&xml.into_inner()).into_owned() + "\n")
}

fn case<W: Write>(
    xml: &mut Writer<W>,
    code: Code,
    findings: &[&Finding],
    places: Places<'_>,
    messages: &Messages,
) -> io::Result<()> {
    let case = xml.create_element("testcase");
    let case = case.with_attributes([("name", code.name()), ("classname", "canmanage.data.check")]);
    let Some(first) = findings.first() else { return case.write_empty().map(drop) };
    let message = messages.say(&first.message);
    let listed = findings.iter().map(|finding| listed(finding, places, messages)).joined("\n");
    case.write_inner_content(|xml| {
        let failure = xml.create_element("failure");
        let failure = failure.with_attributes([("message", message.as_str()), ("type", code.name())]);
        failure.write_text_content(BytesText::new(&listed)).map(drop)
    })?;
    Ok(())
}

/// `path:line:column: what is`, and below it what to do.
fn listed(finding: &Finding, places: Places<'_>, messages: &Messages) -> String {
    let path = places.path(places.file(finding));
    let at = finding.primary.as_ref().map(|label| places.region(&label.place));
    let at = at.map_or_else(String::new, |region| format!(":{}:{}", region.start_line, region.start_column));
    let text = said(finding, messages).replace('\n', "\n  ");
    format!("{}{at}: {text}", printable(&path))
}
