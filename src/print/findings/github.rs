//! Findings as commands of a GitHub workflow: each becomes an annotation of the line it is about.

use std::fmt::Write as _;

use super::place::Places;
use super::{Level, said};
use crate::diag::Finding;
use crate::locale::{Messages, printable};

/// A line a finding, the most severe first: of many annotations, the host shows the first ones only.
#[must_use]
pub fn commands(findings: &[Finding], places: Places<'_>, messages: &Messages) -> String {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted.into_iter().fold(String::new(), |mut all, finding| {
        let _ = writeln!(all, "{}", command(finding, places, messages));
        all
    })
}

fn command(finding: &Finding, places: Places<'_>, messages: &Messages) -> String {
    let name = Level::from(finding.severity);
    let mut properties = vec![("file", places.path(places.file(finding)))];
    if let Some(label) = &finding.primary {
        let region = places.region(&label.place);
        properties.push(("line", region.start_line.to_string()));
        properties.push(("endLine", region.end_line.to_string()));
        // Columns are read only where start and end are on one line.
        if region.start_line == region.end_line {
            properties.push(("col", region.start_column.to_string()));
            properties.push(("endColumn", region.end_column.to_string()));
        }
    }
    properties.push(("title", finding.code.name().to_owned()));
    let properties = properties.iter().map(|(key, value)| format!("{key}={}", property(value)));
    format!("::{name} {}::{}", properties.collect::<Vec<_>>().join(","), data(&said(finding, messages)))
}

/// Text behind the second `::`. What could end the command, and so begin another, is escaped.
fn data(text: &str) -> String {
    let lines = text.split('\n').map(|line| printable(line).replace('%', "%25").replace('\r', "%0D"));
    lines.collect::<Vec<_>>().join("%0A")
}

/// The value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_the_command() {
        for (text, as_data, as_property) in [
            ("plain", "plain", "plain"),
            ("50% a, b: c", "50%25 a, b: c", "50%25 a%2C b%3A c"),
            ("a\n::error::b", "a%0A::error::b", "a%0A%3A%3Aerror%3A%3Ab"),
            ("a\r\nb", r"a\u{d}%0Ab", r"a\u{d}%0Ab"),
            ("%0A\u{1b}[0m", r"%250A\u{1b}[0m", r"%250A\u{1b}[0m"),
        ] {
            assert_eq!((data(text).as_str(), property(text).as_str()), (as_data, as_property));
        }
    }
}
