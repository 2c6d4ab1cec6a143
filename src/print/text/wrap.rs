//! Wrapping: one styled line becomes as many as its width needs.
//!
//! In: a line and the columns it may take. Out: printable lines without spaces at their ends, styles kept. Lines break
//! at spaces, so Korean keeps its words; a word longer than a whole line breaks between characters (grapheme clusters),
//! unless part of it is code, which is left long. Wrapping never cuts anything away but the spaces where it breaks.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::locale::printable;
use crate::print::block::{Line, Style, columns};

/// Breaks `line` into lines of at most `width` columns; no lines at all when it says nothing.
pub fn wrap(line: &Line, width: usize) -> Vec<Line> {
    let runs = Runs::of(line);
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut used = 0;
    for word in runs.words() {
        let length = columns(runs.text(&word));
        let fitting = lines.last_mut().map(|last| (word.start - last.end, last));
        match fitting {
            Some((space, last)) if used + space + length <= width => {
                last.end = word.end;
                used += space + length;
            }
            _ => {
                lines.extend(runs.break_up(word, length, width));
                used = lines.last().map_or(0, |last| columns(runs.text(last)));
            }
        }
    }
    lines.iter().map(|range| runs.line(range)).collect()
}

/// A line as one printable text, and where each style ends in it.
struct Runs {
    text: String,
    styles: Vec<(usize, Style)>,
}

impl Runs {
    fn of(line: &Line) -> Self {
        let mut runs = Self { text: String::new(), styles: Vec::new() };
        for span in &line.0 {
            runs.text.push_str(&printable(&span.text));
            runs.styles.push((runs.text.len(), span.style));
        }
        runs
    }

    fn text(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Where each word is: text without spaces, which may change style within.
    fn words(&self) -> impl Iterator<Item = Range<usize>> {
        let mut end = 0;
        self.text.split(' ').filter_map(move |word| {
            let start = end;
            end = start + word.len() + 1;
            (!word.is_empty()).then_some(start..start + word.len())
        })
    }

    fn spans(&self, range: &Range<usize>) -> impl Iterator<Item = (Style, Range<usize>)> {
        let mut start = 0;
        let parts = self.styles.iter().map(move |(end, style)| {
            let part = start..*end;
            start = *end;
            (*style, part)
        });
        let range = range.clone();
        let within = parts.map(move |(style, part)| (style, part.start.max(range.start)..part.end.min(range.end)));
        within.filter(|(_, part)| part.start < part.end)
    }

    /// The word in pieces that fit; in one piece if it fits already or holds code.
    fn break_up(&self, word: Range<usize>, length: usize, width: usize) -> Vec<Range<usize>> {
        if length <= width || self.spans(&word).any(|(style, _)| style == Style::Code) {
            return vec![word];
        }
        let mut pieces = Vec::new();
        let mut piece = word.start..word.start;
        let mut used = 0;
        for cluster in self.text(&word).graphemes(true) {
            let length = columns(cluster);
            if used > 0 && used + length > width {
                pieces.push(piece.clone());
                piece.start = piece.end;
                used = 0;
            }
            piece.end += cluster.len();
            used += length;
        }
        pieces.push(piece);
        pieces
    }

    fn line(&self, range: &Range<usize>) -> Line {
        let mut line = Line::new();
        for (style, part) in self.spans(range) {
            line.push(style, self.text(&part));
        }
        line
    }
}
