//! Findings about a knowledge folder, for machines. For people they are excerpts: see [`crate::diag::emit`].
//!
//! Each format is a function of the same values.

pub mod github;
pub mod junit;
pub mod place;
pub mod sarif;

use crate::diag::{Files, Finding, Label, Severity};
use crate::locale::Messages;
use crate::render::json::{FindingV1, FindingsV1, PlaceV1};

/// `canmanage/findings/1`
#[must_use]
pub fn json(findings: &[Finding], files: &Files, messages: &Messages) -> FindingsV1 {
    let warnings = findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
    FindingsV1 {
        format: "canmanage/findings/1",
        errors: findings.len() - warnings,
        warnings,
        findings: findings.iter().map(|found| finding(found, files, messages)).collect(),
    }
}

/// How a finding counts for machines, which know no third level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

fn level(finding: &Finding) -> Level {
    level_of(finding.severity)
}

fn level_of(severity: Severity) -> Level {
    if severity == Severity::Warning { Level::Warning } else { Level::Error }
}

/// The whole of a finding in sentences: what is, what is to be said at its place, what to do.
fn said(finding: &Finding, messages: &Messages) -> String {
    let mut lines = vec![messages.say(&finding.message)];
    lines.extend(finding.primary.iter().filter_map(|label| label.message.as_ref()).map(|label| messages.say(label)));
    lines.extend(finding.help.iter().map(|help| format!("{}: {}", messages.text("help-label"), messages.say(help))));
    lines.join("\n")
}

fn finding(finding: &Finding, files: &Files, messages: &Messages) -> FindingV1 {
    let place = |label: &Label| {
        let (line, column) = files.position(&label.place);
        let message = label.message.as_ref().map(|message| messages.say(message));
        PlaceV1 { path: files.path(label.place.file), line, column, message }
    };
    FindingV1 {
        code: finding.code.name(),
        level: level(finding).name(),
        message: messages.say(&finding.message),
        place: finding.primary.as_ref().map(place),
        related: finding.context.iter().map(place).collect(),
        help: finding.help.as_ref().map(|help| messages.say(help)),
    }
}
