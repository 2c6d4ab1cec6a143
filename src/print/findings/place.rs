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

/// The folder and its files.
#[derive(Clone, Copy)]
pub struct Places<'f> {
    /// Where the folder is.
    pub folder: &'f Folder,
    /// What is in it.
    pub files: &'f Files,
}

/// Part of a text. Columns count UTF-16 units, as editors and code hosts do; the end is the column behind the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Region {
    pub start_line: usize,
    pub start_column: usize,
    pub end_line: usize,
    pub end_column: usize,
}

impl Places<'_> {
    /// The path of a file in the folder; what is about no file is about the one that makes it a knowledge folder.
    #[must_use]
    pub fn inner(&self, file: Option<FileId>) -> &str {
        file.and_then(|id| self.files.get(id)).map_or(crate::data::HEAD, |file| &file.path)
    }

    /// The path of a file, from the working directory where the folder is below it.
    #[must_use]
    pub fn path(&self, file: Option<FileId>) -> String {
        match self.folder {
            Folder::Below(folder) if folder.is_empty() => self.inner(file).to_owned(),
            Folder::Below(folder) | Folder::Elsewhere(folder) => format!("{folder}/{}", self.inner(file)),
        }
    }

    /// The same as a relative URI: from the working directory, else from the folder.
    #[must_use]
    pub fn uri(&self, file: Option<FileId>) -> String {
        let path = match self.folder {
            Folder::Below(_) => self.path(file),
            Folder::Elsewhere(_) => self.inner(file).to_owned(),
        };
        // `a:b` in front would be read as a scheme; the colon is among what is escaped.
        utf8_percent_encode(&path, ESCAPED).to_string()
    }

    /// The URI of the folder itself where it is not below the working directory, with a slash at its end.
    #[must_use]
    pub fn base(&self) -> Option<String> {
        let Folder::Elsewhere(folder) = self.folder else { return None };
        let rooted = if folder.starts_with('/') { folder.clone() } else { format!("/{folder}") };
        Some(format!("file://{}/", utf8_percent_encode(&rooted, ESCAPED)))
    }

    /// Lines and columns of a place. Something is always in it, unless the line is empty: a mark without width cannot be seen.
    #[must_use]
    pub fn region(&self, place: &Place) -> Region {
        let text = self.files.text(place.file);
        let Range { start, end } = widened(text, emit::within(text, &place.span));
        let position = |at: usize| {
            let (line, begins) = self.files.line(place.file, at);
            (line, text.get(begins..at).unwrap_or_default().encode_utf16().count() + 1)
        };
        let (start_line, start_column) = position(start);
        let (end_line, end_column) = position(end);
        Region { start_line, start_column, end_line, end_column }
    }

    /// Where to point at what is about the folder as a whole.
    #[must_use]
    pub fn entrance(&self) -> Option<Place> {
        crate::data::find(self.files, crate::data::HEAD).map(|file| Place { file, span: 0..0 })
    }

    /// The file a finding is about.
    #[must_use]
    pub fn file(&self, finding: &Finding) -> Option<FileId> {
        finding.primary.as_ref().map(|label| label.place.file)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceFile;

    #[test]
    fn regions_count_lines_and_utf_16_units_and_are_never_empty() {
        let text = "a = 1\nko = \"한😀글\"\r\n\nlast";
        let mut files = Files::new("");
        let file = files.push(SourceFile { path: "x.toml".to_owned(), text: text.to_owned() });
        let at = |part: &str| text.find(part).expect("the part");
        let places = Places { folder: &Folder::Below(String::new()), files: &files };
        let syllable = at("글");
        for (span, expected) in [
            (0..1, [1, 1, 1, 2]),
            (0..7, [1, 1, 2, 2]),
            (at("한")..at("😀"), [2, 7, 2, 8]),
            (syllable..syllable + 3, [2, 10, 2, 11]),
            (0..0, [1, 1, 1, 2]),
            (5..5, [1, 5, 1, 6]),
            (at("\nlast")..at("\nlast"), [3, 1, 3, 1]),
            (text.len()..text.len(), [4, 4, 4, 5]),
            (syllable + 1..syllable + 1, [2, 10, 2, 11]),
            (1000..2000, [4, 4, 4, 5]),
        ] {
            let region = places.region(&Place { file, span: span.clone() });
            let found = [region.start_line, region.start_column, region.end_line, region.end_column];
            assert_eq!(found, expected, "{span:?}");
        }
    }

    #[test]
    fn uris_are_relative_and_escaped() {
        let mut files = Files::new("");
        let file = Some(files.push(SourceFile { path: "tables/a:b #1% 한.toml".to_owned(), text: String::new() }));
        let escaped = "tables/a%3Ab%20%231%25%20%ED%95%9C.toml";
        for (folder, uri, base) in [
            (Folder::Below("my data".to_owned()), format!("my%20data/{escaped}"), None),
            (Folder::Below(String::new()), escaped.to_owned(), None),
            (Folder::Elsewhere("/x y".to_owned()), escaped.to_owned(), Some("file:///x%20y/")),
            (Folder::Elsewhere("C:/x".to_owned()), escaped.to_owned(), Some("file:///C%3A/x/")),
        ] {
            let places = Places { folder: &folder, files: &files };
            assert_eq!((places.uri(file).as_str(), places.base().as_deref()), (uri.as_str(), base));
        }
        let places = Places { folder: &Folder::Elsewhere("/x".to_owned()), files: &files };
        assert_eq!(places.path(None), "/x/knowledge.toml", "what is about no file");
    }
}
