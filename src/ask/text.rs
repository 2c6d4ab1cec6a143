//! A question as words, with what stands between them, and which of them are names of machines.

use std::ops::Range;

use super::spelling::mended;
use crate::knowledge::ask::Ask;
use crate::knowledge::words::{self, ARROW, ARROWS, Pattern, Word, is_hangul};

/// What stands between a word and the one before it. The later in this list, the more it parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing.
    Glued,
    /// Space, a hyphen.
    Space,
    /// A slash or an ampersand: this or that.
    Either,
    /// A bracket that opens.
    Bracket,
    /// A comma, a colon, a bracket that closes or the end of a line.
    Comma,
    /// The end of a sentence.
    Stop,
}

/// A word longer than this, in bytes, is no name with an ending.
const LONGEST_GLUED: usize = 40;

/// A word of more characters than this is not read, even in a text without spaces.
const LONGEST_READ: usize = 256;

/// The words of a question.
pub(super) struct Text<'q> {
    pub(super) question: &'q str,
    pub(super) words: Vec<Word>,
    /// For each word, what stands before it.
    pub(super) gaps: Vec<Gap>,
    /// For each word, whether it is passed over within cues.
    pub(super) article: Vec<bool>,
    /// For each word, whether it is part of the name of a machine, or too long to be anything.
    pub(super) machine: Vec<bool>,
}

impl<'q> Text<'q> {
    /// Parts the question. A word of the knowledge is nothing but itself; any other may be a name of the asker's own, or
    /// misspelt.
    pub(super) fn new(question: &'q str, ask: &Ask) -> Self {
        let knows = &|word: &str| ask.knows(word);
        let mut text = Self { question, words: Vec::new(), gaps: Vec::new(), article: Vec::new(), machine: Vec::new() };
        let mut behind = 0;
        for word in words::spanned(question) {
            let between = question.get(behind..word.span.start).unwrap_or_default();
            text.push_arrow(between, behind);
            behind = word.span.end;
            let gap = gap(between);
            let beside = question.get(word.span.end..).is_some_and(|rest| rest.starts_with(is_hangul))
                || question.get(..word.span.start).is_some_and(|rest| rest.ends_with(is_hangul));
            let parts = unglued(word, &ask.endings, beside, knows);
            for (at, part) in parts.into_iter().enumerate() {
                text.push(part, if at == 0 { gap } else { Gap::Glued });
            }
        }
        text.mark_machines(knows);
        for (word, _) in text.words.iter_mut().zip(&text.machine).filter(|(_, machine)| !**machine) {
            if !knows(&word.text)
                && let Some(meant) = mended(&word.text, &ask.words)
            {
                word.ends = vec![word.span.end; meant.chars().count()];
                word.text = meant.to_owned();
            }
        }
        // `cluster A`, unless everything is written that way.
        let lower = question.contains(char::is_lowercase);
        let is_label = |word: &Word, gap: Gap| {
            lower && gap == Gap::Space && text.get(&word.span).chars().eq(word.text.to_uppercase().chars().take(1))
        };
        let words = text.words.iter().zip(&text.gaps);
        text.article = words.map(|(word, gap)| ask.is_article(&word.text) && !is_label(word, *gap)).collect();
        text
    }

    /// The question between two places.
    pub(super) fn get(&self, span: &Range<usize>) -> &'q str {
        self.question.get(span.clone()).unwrap_or_default()
    }

    /// Whether what ends here is a heading of what follows.
    pub(super) fn heads(&self, end: usize) -> bool {
        let rest = self.question.get(end..).unwrap_or_default().trim_start_matches(' ');
        rest.starts_with('=') || rest.starts_with(": ")
    }

    /// The bytes of the sentence that a place is in.
    pub(super) fn sentence(&self, place: usize) -> Range<usize> {
        let begins = |at: &usize| self.gaps.get(*at).is_some_and(|gap| *gap >= Gap::Stop);
        let start = |at: usize| self.words.get(at).map(|word| word.span.start);
        let behind = self.words.partition_point(|word| word.span.start <= place);
        let first = (0..behind).rev().find(begins).and_then(start).unwrap_or(0);
        first..(behind..self.words.len()).find(begins).and_then(start).unwrap_or(self.question.len())
    }

    /// What stands in these bytes, before any comma, and is written like the name of a machine: in capitals, with a digit or joined.
    pub(super) fn machine_within(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let first = self.words.partition_point(|word| word.span.start < span.start);
        let last = self.words.partition_point(|word| word.span.end <= span.end);
        let near = |at: &usize| self.gaps.get(*at).is_some_and(|gap| *gap < Gap::Comma);
        (first..last).take_while(near).find_map(|at| self.machine_at(at))
    }

    fn machine_at(&self, first: usize) -> Option<Range<usize>> {
        let end = (first + 1..self.words.len()).find(|at| !self.is_joined(*at)).unwrap_or(self.words.len());
        let span = self.span(&(first..end))?;
        let name = self.get(&span);
        let shouted = |one: char| one.is_ascii() && !one.is_ascii_lowercase();
        let like = end > first + 1 || name.contains(|one: char| one.is_ascii_digit());
        (like && name.chars().all(shouted) && name.contains(|one: char| one.is_ascii_uppercase())).then_some(span)
    }

    /// The bytes of some words.
    pub(super) fn span(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let some = self.words.get(words.clone())?;
        Some(some.first()?.span.start..some.last()?.span.end)
    }

    /// The widest gap in front of any of the words.
    pub(super) fn widest(&self, words: Range<usize>) -> Gap {
        self.gaps.get(words).into_iter().flatten().copied().max().unwrap_or(Gap::Glued)
    }

    fn push(&mut self, word: Word, gap: Gap) {
        self.gaps.push(gap);
        // Nobody writes such a word, and looking for names inside it would take time with the square of its length.
        self.machine.push(word.ends.len() > LONGEST_READ);
        self.words.push(word);
    }

    fn push_arrow(&mut self, between: &str, behind: usize) {
        let sign = || Some((between.find('>')?, 1)).filter(|_| between.trim() == ">" && !self.is_tagged(behind));
        let found = ARROWS.iter().find_map(|arrow| Some((between.find(arrow)?, arrow.len()))).or_else(sign);
        if let Some((at, length)) = found {
            let span = behind + at..behind + at + length;
            self.push(Word { text: ARROW.to_owned(), ends: vec![span.end], span }, Gap::Space);
        }
    }

    /// Whether the last word stands in angle brackets, or the sign begins a line: `<mika> ..`, a quoted line.
    fn is_tagged(&self, behind: usize) -> bool {
        let before = self.words.last().and_then(|word| self.question.get(..word.span.start)).unwrap_or_default();
        let line = self.question.get(behind..).unwrap_or_default().trim_start_matches(' ').starts_with('>');
        self.words.is_empty() || before.ends_with('<') || !line
    }

    /// Marks the words of `MBX-CCR-01` and `EXCH_2007_A`: joined, and part of it known to nobody and with a digit or in
    /// capitals. `2008-based` is none.
    fn mark_machines(&mut self, knows: &dyn Fn(&str) -> bool) {
        let mut from = 0;
        while from < self.words.len() {
            let joined = (from + 1..self.words.len()).find(|at| !self.is_joined(*at)).unwrap_or(self.words.len());
            let parts = self.words.get(from..joined).unwrap_or_default();
            let shouted = |word: &Word| {
                let mut written = self.question.get(word.span.clone()).unwrap_or_default().chars();
                written.all(|one| one.is_ascii_uppercase() || one.is_ascii_digit())
            };
            let strange = |word: &Word| {
                let written = self.question.get(word.span.clone()).unwrap_or_default();
                let digit = written.chars().any(|one| one.is_ascii_digit());
                !knows(&word.text) && (digit || shouted(word)) && written.is_ascii()
            };
            if parts.len() > 1 && (parts.iter().any(strange) || (parts.len() > 2 && parts.iter().all(shouted))) {
                self.machine.get_mut(from..joined).into_iter().flatten().for_each(|machine| *machine = true);
            }
            from = joined;
        }
    }

    /// Whether a word hangs on the one before it the way parts of a machine's name do.
    fn is_joined(&self, at: usize) -> bool {
        let (Some(word), Some(before)) = (self.words.get(at), at.checked_sub(1).and_then(|at| self.words.get(at)))
        else {
            return false;
        };
        let between = self.question.get(before.span.end..word.span.start).unwrap_or_default();
        let hangul = word.text.starts_with(is_hangul) || before.text.ends_with(is_hangul);
        !hangul
            && (matches!(between, "-" | "_" | "\\" | "@")
                || (between.is_empty() && self.gaps.get(at) == Some(&Gap::Glued)))
    }
}

/// `XPSP3` as `XP` and `SP3`, if both are known, and any two known words in a text written without spaces; any other word as
/// it is.
fn unglued(word: Word, endings: &[Pattern], spaceless: bool, knows: &dyn Fn(&str) -> bool) -> Vec<Word> {
    if word.text.len() > LONGEST_GLUED || !word.text.is_ascii() || knows(&word.text) {
        return vec![word];
    }
    for at in 1..word.text.len() {
        let (Some(front), Some(rest)) = (word.text.get(..at), word.text.get(at..)) else { continue };
        if knows(front)
            && (endings.iter().any(|ending| ending.fits(rest)) || (spaceless && rest.len() > 1 && knows(rest)))
            && let Some((front, rest)) = word.parted(at)
        {
            return vec![front, rest];
        }
    }
    vec![word]
}

fn gap(between: &str) -> Gap {
    let between = &words::without_signs(between);
    let ends = |text: &str| text.contains(['!', '?', ';', '。']) || text.contains("\n\n") || text.contains("\r\n\r\n");
    let dot = between.find('.').is_some_and(|at| at + 1 < between.len());
    // A line that begins with a dash or a bullet is an item of a list.
    let item = between.rsplit_once('\n').is_some_and(|(_, rest)| rest.contains(['-', '*', '•', '·']));
    if between.is_empty() {
        Gap::Glued
    } else if dot || item || ends(between) {
        Gap::Stop
    } else if between.contains([',', ':', '、', '\n', ')', ']'])
        || between.contains(" - ")
        || between.contains(['–', '—'])
    {
        Gap::Comma
    } else if between.contains(['(', '[']) {
        Gap::Bracket
    } else if between.contains(['/', '&', '|', '+']) {
        Gap::Either
    } else {
        Gap::Space
    }
}
