//! Findings about a knowledge folder, for machines: each format is a function of the same values. For people they are
//! excerpts: see [`crate::diag::emit`].

pub mod github;
pub mod junit;
pub mod place;
pub mod sarif;

use serde::Serialize;

use crate::diag::{Files, Finding, Label, Report, Severity};
use crate::locale::Messages;

/// `canmanage/findings/1`
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the key of the JSON")]
pub struct Findings {
    format: &'static str,
    errors: usize,
    warnings: usize,
    findings: Vec<ToldFinding>,
}

#[derive(Debug, Serialize)]
struct ToldFinding {
    code: &'static str,
    level: Level,
    message: String,
    place: Option<At>,
    related: Vec<At>,
    help: Option<String>,
}

/// A place in a file, lines and columns from 1.
#[derive(Debug, Serialize)]
struct At {
    path: String,
    line: usize,
    column: usize,
    message: Option<String>,
}

/// How a finding counts for machines, which know no third level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::Display)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
enum Level {
    Error,
    Warning,
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        if severity == Severity::Warning { Self::Warning } else { Self::Error }
    }
}

pub fn json(report: &Report, files: &Files, messages: &Messages) -> Findings {
    let at = |label: &Label| {
        let (line, column) = files.position(&label.place);
        let message = label.message.as_ref().map(|message| messages.say(message));
        At { path: files.path(files.file_at(&label.place)), line, column, message }
    };
    let told = |finding: &Finding| ToldFinding {
        code: finding.code.name(),
        level: finding.severity.into(),
        message: messages.say(&finding.message),
        place: finding.primary.as_ref().map(at),
        related: finding.context.iter().map(at).collect(),
        help: finding.help.as_ref().map(|help| messages.say(help)),
    };
    let (errors, warnings) = report.counts();
    Findings {
        format: "canmanage/findings/1",
        errors,
        warnings,
        findings: report.findings().iter().map(told).collect(),
    }
}

/// The whole of a finding in sentences: what is, what is to be said at its place, what to do.
fn said(finding: &Finding, messages: &Messages) -> String {
    let mut lines = vec![messages.say(&finding.message)];
    lines.extend(finding.primary.iter().filter_map(|label| label.message.as_ref()).map(|label| messages.say(label)));
    lines.extend(finding.help.iter().map(|help| format!("{}: {}", messages.text("help-label"), messages.say(help))));
    lines.join("\n")
}
