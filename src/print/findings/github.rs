//! Findings as commands of a GitHub workflow: each becomes an annotation of the line it is about.

use std::fmt::Write as _;

use super::place::Places;
use super::{Level, said};
use crate::diag::Finding;
use crate::locale::{Joined as _, Messages, printable};

/// A line a finding, the most severe first: of many annotations, the host shows the first ones only.
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
    format!("::{name} {}::{}", properties.joined(","), data(&said(finding, messages)))
}

/// Text behind the second `::`. What could end the command, and so begin another, is escaped.
pub fn data(text: &str) -> String {
    let lines = text.split('\n').map(|line| printable(line).replace('%', "%25").replace('\r', "%0D"));
    lines.joined("%0A")
}

pub fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
