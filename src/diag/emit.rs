//! A finding as an excerpt of the file it is about, the way compilers show it.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{FileId, Files, Finding, Label, Severity};
use crate::locale::{Messages, printable};

/// All of a finding as text that ends without a line break. `colour` adds terminal styles and changes nothing else.
pub fn emit(finding: &Finding, files: &Files, messages: &Messages, colour: bool) -> String {
    let level = match finding.severity {
        Severity::Warning => Level::WARNING.with_name(messages.text("warning-label")),
        Severity::Error | Severity::Fatal => Level::ERROR.with_name(messages.text("error-label")),
    };
    let headline = messages.say(&finding.message);
    let mut group = Group::with_title(level.primary_title(headline).id(finding.code.name()));
    for file in files_of(finding) {
        let text = files.text(file);
        let own = labels(finding).filter(|(label, _)| label.place.file == file);
        let own: Vec<_> = own.map(|(label, kind)| (within(text, &label.place.span), label, kind)).collect();
        // Of the file, only the lines that are shown: the renderer goes through all it is given, for each finding.
        let (line, start) = files.line(file, own.iter().map(|(span, ..)| span.start).min().unwrap_or_default());
        let end = own.iter().map(|(span, ..)| span.end).max().unwrap_or_default();
        let end = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| end + length);
        let mut snippet = Snippet::source(text.get(start..end).unwrap_or_default())
            .line_start(line)
            .path(printable(&files.path(file)).into_owned())
            .fold(true);
        for (span, label, kind) in own {
            let said = label.message.as_ref().map(|message| messages.say(message));
            snippet = snippet.annotation(kind.span(span.start - start..span.end - start).label(said));
        }
        group = group.element(snippet);
    }
    let mut groups = vec![group];
    if let Some(help) = &finding.help {
        let level = Level::HELP.with_name(messages.text("help-label"));
        groups.push(Group::with_title(level.secondary_title(messages.say(help))));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&groups)
}

/// Each file that the finding points into, its own first.
fn files_of(finding: &Finding) -> Vec<FileId> {
    let mut files: Vec<FileId> = Vec::new();
    for (label, _) in labels(finding) {
        if !files.contains(&label.place.file) {
            files.push(label.place.file);
        }
    }
    files
}

fn labels(finding: &Finding) -> impl Iterator<Item = (&Label, AnnotationKind)> {
    let primary = finding.primary.iter().map(|label| (label, AnnotationKind::Primary));
    primary.chain(finding.context.iter().map(|label| (label, AnnotationKind::Context)))
}

/// The span, kept inside the text and on character borders, so that drawing cannot fail.
pub fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = floor(span.start);
    start..floor(span.end).max(start)
}
