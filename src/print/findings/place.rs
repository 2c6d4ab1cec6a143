//! Where a finding is, the way machines say it: a path or URI with forward slashes, lines and columns from 1.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::diag::{FileId, Files, Finding, Place, emit};

/// What stays as it is in the path of a URI.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'+').remove(b'@');

/// Where the knowledge folder is, seen from where the program was started. Forward slashes, none at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Folder {
    /// In the working directory or below it; empty where it is that directory.
    Below(String),
    /// Anywhere else: the whole path.
    Elsewhere(String),
}

#[derive(Clone, Copy)]
pub struct Places<'f> {
    pub folder: &'f Folder,
    pub files: &'f Files,
}

/// Part of a text. Columns count UTF-16 units, as editors and code hosts do; the end is the column behind the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TextRegion {
    pub start_line: usize,
    pub start_column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

impl Places<'_> {
    /// The path of a file in the folder; what is about no file is about the one that makes it a knowledge folder.
    pub fn inner(&self, file: Option<FileId>) -> &str {
        file.and_then(|id| self.files.get(id)).map_or(crate::data::HEAD, |file| &file.path)
    }

    /// The path of a file, from the working directory where the folder is below it.
    pub fn path(&self, file: Option<FileId>) -> String {
        match self.folder {
            Folder::Below(folder) if folder.is_empty() => self.inner(file).to_owned(),
            Folder::Below(folder) | Folder::Elsewhere(folder) => format!("{folder}/{}", self.inner(file)),
        }
    }

    /// The same as a relative URI: from the working directory, else from the folder.
    pub fn uri(&self, file: Option<FileId>) -> String {
        let path = match self.folder {
            Folder::Below(_) => self.path(file),
            Folder::Elsewhere(_) => self.inner(file).to_owned(),
        };
        // `a:b` in front would be read as a scheme; the colon is among what is escaped.
        utf8_percent_encode(&path, ESCAPED).to_string()
    }

    /// The URI of the folder itself where it is not below the working directory, with a slash at its end.
    pub fn base(&self) -> Option<String> {
        let Folder::Elsewhere(folder) = self.folder else { return None };
        let rooted = if folder.starts_with('/') { folder.clone() } else { format!("/{folder}") };
        Some(format!("file://{}/", utf8_percent_encode(&rooted, ESCAPED)))
    }

    /// Lines and columns of a place. Something is always in it, unless the line is empty: a mark without width cannot be seen.
    pub fn region(&self, place: &Place) -> TextRegion {
        let (file, span) = self.files.within(place);
        let text = self.files.text(file);
        let Range { start, end } = widened(text, emit::within(text, &span));
        let position = |at: usize| {
            let (line, begins) = self.files.line(file, at);
            (line, text.get(begins..at).unwrap_or_default().encode_utf16().count() + 1)
        };
        let (start_line, start_column) = position(start);
        let (end_line, end_column) = position(end);
        TextRegion { start_line, start_column, end_line, end_column }
    }

    /// Where to point at what is about the folder as a whole.
    pub fn entrance(&self) -> Option<Place> {
        crate::data::find(self.files, crate::data::HEAD).map(|file| self.files.beginning(file))
    }

    pub fn file(&self, finding: &Finding) -> Option<FileId> {
        finding.primary.as_ref().map(|label| self.files.file_at(&label.place))
    }
}

/// An empty span with the character behind it, else with the one before, in its line.
fn widened(text: &str, span: Range<usize>) -> Range<usize> {
    if !span.is_empty() {
        return span;
    }
    let in_line = |c: &char| !matches!(c, '\n' | '\r');
    let behind = text.get(span.start..).and_then(|rest| rest.chars().next()).filter(in_line);
    let before = text.get(..span.start).and_then(|rest| rest.chars().next_back()).filter(in_line);
    match (behind, before) {
        (Some(c), _) => span.start..span.start + c.len_utf8(),
        (None, Some(c)) => span.start - c.len_utf8()..span.end,
        (None, None) => span,
    }
}
