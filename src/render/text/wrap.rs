//! Wrapping: one styled line becomes as many as its width needs.
//!
//! In: a line and the columns it may take. Out: printable lines without spaces at their ends, styles kept. Lines break
//! at spaces, so Korean keeps its words; a word longer than a whole line breaks between characters (grapheme clusters),
//! unless part of it is code, which is left long. Wrapping never cuts anything away but the spaces where it breaks.

use std::mem;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::locale::printable;
use crate::render::block::{Line, Style};

/// Breaks `line` into lines of at most `width` columns; no lines at all when it says nothing.
pub fn wrap(line: &Line, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut current = Line::new();
    let mut used = 0;
    for Word { gap, text } in words(line) {
        let (space, length) = (gap.width(), text.width());
        if !current.0.is_empty() && used + space + length <= width {
            current.append(&gap);
            current.append(&text);
            used += space + length;
            continue;
        }
        if !current.0.is_empty() {
            lines.push(mem::take(&mut current));
        }
        let mut pieces = break_up(text, width);
        current = pieces.pop().unwrap_or_default();
        used = current.width();
        lines.append(&mut pieces);
    }
    if !current.0.is_empty() {
        lines.push(current);
    }
    lines
}

/// Text without spaces, which may change style within, and the spaces before it.
#[derive(Default)]
struct Word {
    gap: Line,
    text: Line,
}

fn words(line: &Line) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = Word::default();
    for span in &line.0 {
        for part in printable(&span.text).split_inclusive(' ') {
            let text = part.trim_end_matches(' ');
            word.text.push(span.style, text);
            if text.len() < part.len() {
                if !word.text.0.is_empty() {
                    words.push(mem::take(&mut word));
                }
                word.gap.push(span.style, " ");
            }
        }
    }
    if !word.text.0.is_empty() {
        words.push(word);
    }
    words
}

/// The word in pieces that fit; in one piece if it fits already or holds code.
fn break_up(word: Line, width: usize) -> Vec<Line> {
    if word.width() <= width || word.0.iter().any(|span| span.style == Style::Code) {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let mut piece = Line::new();
    let mut used = 0;
    for span in &word.0 {
        for cluster in span.text.graphemes(true) {
            if used > 0 && used + cluster.width() > width {
                pieces.push(mem::take(&mut piece));
                used = 0;
            }
            piece.push(span.style, cluster);
            used += cluster.width();
        }
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: impl Into<Line>, width: usize, expected: &[&str]) {
        let lines = wrap(&line.into(), width);
        let texts: Vec<String> =
            lines.iter().map(|line| line.0.iter().map(|span| span.text.as_str()).collect()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn lines_break_at_spaces() {
        check("", 10, &[]);
        check("   ", 10, &[]);
        check("one two three", 7, &["one two", "three"]);
        check("one two three", 6, &["one", "two", "three"]);
        check("  one  two   three ", 8, &["one  two", "three"]);
        check("one\ntwo", 10, &["one two"]);
    }

    #[test]
    fn korean_keeps_its_words_unless_one_is_longer_than_the_line() {
        check("도메인 컨트롤러를 먼저 확인", 16, &["도메인", "컨트롤러를 먼저", "확인"]);
        check("예 관리워크스테이션을 쓴다", 10, &["예", "관리워크스", "테이션을", "쓴다"]);
        check("가나다", 3, &["가", "나", "다"]);
    }

    #[test]
    fn only_code_stays_long() {
        check("see abcdefghijkl now", 8, &["see", "abcdefgh", "ijkl now"]);
        check(Line::from("see ").code("abcdefghijkl").plain(", now"), 8, &["see", "abcdefghijkl,", "now"]);
        check(Line::new().code("a b").plain(" c"), 3, &["a b", "c"]);
    }

    #[test]
    fn a_character_is_never_torn_from_its_marks() {
        check("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
        check("👩‍💻👩‍💻", 1, &["👩‍💻", "👩‍💻"]);
    }

    #[test]
    fn styles_survive_a_break_and_a_word_may_change_style() {
        let line = Line::from("it is ").strong("not supported").plain(".");
        let expected = [Line::from("it is ").strong("not"), Line::new().strong("supported").plain(".")];
        assert_eq!(wrap(&line, 10), expected);
    }
}
