//! Findings about a knowledge folder, for machines. For people they are excerpts: see [`crate::diag::emit`].

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

fn finding(finding: &Finding, files: &Files, messages: &Messages) -> FindingV1 {
    let place = |label: &Label| {
        let (line, column) = files.position(&label.place);
        let message = label.message.as_ref().map(|message| messages.say(message));
        PlaceV1 { path: files.path(label.place.file), line, column, message }
    };
    FindingV1 {
        code: finding.code.name(),
        level: if finding.severity == Severity::Warning { "warning" } else { "error" },
        message: messages.say(&finding.message),
        place: finding.primary.as_ref().map(place),
        related: finding.context.iter().map(place).collect(),
        help: finding.help.as_ref().map(|help| messages.say(help)),
    }
}
