//! A finding as an excerpt of the file it is about, the way compilers show it.

use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{FileId, Files, Finding, Label, Severity};
use crate::locale::{Messages, is_hostile, printable};

/// All of a finding as text that ends without a line break. `colour` adds terminal styles and changes nothing else.
pub fn emit(finding: &Finding, files: &Files, messages: &Messages, colour: bool) -> String {
    let level = match finding.severity {
        Severity::Warning => Level::WARNING.with_name(messages.text("warning-label")),
        Severity::Error | Severity::Fatal => Level::ERROR.with_name(messages.text("error-label")),
    };
    let headline = messages.say(&finding.message);
    let mut group = Group::with_title(level.primary_title(headline).id(finding.code.name()));
    for (file, own) in excerpts(finding, files) {
        let text = files.text(file);
        // Of the file, only the lines that are shown: the renderer goes through all it is given, for each finding.
        let (line, start) = files.line(file, own.first().map(|(span, ..)| span.start).unwrap_or_default());
        let end = own.iter().map(|(span, ..)| span.end).max().unwrap_or_default();
        let end = text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |length| end + length);
        let path = printable(&files.path(file)).into_owned();
        let excerpt = text.get(start..end).unwrap_or_default();
        if excerpt.len() > LONGEST_EXCERPT {
            let column = own.first().and_then(|(span, ..)| text.get(start..span.start)).unwrap_or_default();
            let column = column.chars().count() + 1;
            group = group.element(Origin::path(path).line(line).char_column(column));
            continue;
        }
        let mut snippet = Snippet::source(shown(excerpt)).line_start(line).path(path).fold(true);
        for (span, label, kind) in own {
            let said = label.message.as_ref().map(|message| messages.say(message));
            // What is escaped is longer than it was.
            let at = |at: usize| shown(excerpt.get(..at - start).unwrap_or_default()).len();
            snippet = snippet.annotation(kind.span(at(span.start)..at(span.end)).label(said));
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

/// Lines longer than this, in bytes, are not shown, only where they stand: nobody reads them, and each finding would take the time.
const LONGEST_EXCERPT: usize = 1 << 13;

/// Lines of a file as they can be shown. Control characters of ASCII are for the renderer, which has signs for them.
fn shown(text: &str) -> Cow<'_, str> {
    let hostile = |c: char| !c.is_ascii() && is_hostile(c);
    if !text.contains(hostile) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if hostile(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// A label with the bytes that are marked, inside the text.
type Marked<'f> = (Range<usize>, &'f Label, AnnotationKind);

/// The labels by file, that of the finding itself first, and within a file those together that stand near each other, in order.
fn excerpts<'f>(finding: &'f Finding, files: &Files) -> Vec<(FileId, Vec<Marked<'f>>)> {
    let mut found: Vec<(FileId, Vec<Marked<'f>>)> = Vec::new();
    for (label, kind) in labels(finding) {
        let (file, span) = files.within(&label.place);
        let span = within(files.text(file), &span);
        let near = |(other, marked): &&mut (FileId, Vec<Marked<'f>>)| {
            *other == file && marked.iter().any(|(other, ..)| other.start.abs_diff(span.start) < LONGEST_EXCERPT / 2)
        };
        match found.iter_mut().find(near) {
            Some((_, marked)) => marked.push((span, label, kind)),
            None => found.push((file, vec![(span, label, kind)])),
        }
    }
    for (_, marked) in &mut found {
        marked.sort_by_key(|(span, ..)| span.start);
    }
    found
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
