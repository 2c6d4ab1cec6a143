//! Many phrases, sorted, and which of them a line of words has where.
//!
//! Cues, spellings, rewrites and noise are all looked for this way. A lexicon is made when the knowledge is compiled and is
//! one string, and where in it each phrase begins, so that reading it back costs next to nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::flat::{FlatNumber, FlatNumbers, position};
use super::ids::word;
use super::words::{Pattern, is_hangul};

/// Stands behind each phrase, before all that can stand in one.
const END: u8 = b'\n';

/// Sorted phrases, words parted by one space, `#` for a number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lexicon {
    /// Each with a line break behind it; as bytes, since most of them are never looked at.
    #[serde(borrow)]
    text: Cow<'static, [u8]>,
    /// Where each begins.
    starts: FlatNumbers,
}

/// A phrase of a lexicon that stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Position of the phrase in the lexicon.
    pub phrase: usize,
    /// Bytes of the line.
    pub start: usize,
    pub end: usize,
}

impl Lexicon {
    pub fn new(phrases: impl IntoIterator<Item = String>) -> Self {
        Self::sorted(phrases.into_iter().filter(|phrase| !phrase.is_empty()).collect::<BTreeSet<String>>())
    }

    /// Of phrases in their order, none of them empty or twice.
    pub fn sorted(phrases: impl IntoIterator<Item = String>) -> Self {
        let (mut text, mut starts) = (Vec::new(), Vec::new());
        for phrase in phrases {
            starts.push(word(text.len()));
            text.extend(phrase.into_bytes());
            text.push(END);
        }
        Self { text: text.into(), starts: starts.into_iter().collect() }
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().map(|start| self.phrase(*start))
    }

    /// The position of a phrase as it is written, `#` included.
    pub fn position(&self, phrase: &str) -> Option<usize> {
        self.starts.binary_search_by(|start| self.phrase(*start).cmp(phrase)).ok()
    }

    /// Whether a word is one of the phrases. A lone `#` would be any number and does not count.
    pub fn knows(&self, word: &str) -> bool {
        let mut known = false;
        self.prefixes(word, &mut |phrase, length| {
            known |= length == word.len() && self.starts.get(phrase).is_some_and(|start| self.phrase(*start) != "#");
        });
        known
    }

    /// Phrases with this first letter.
    pub fn with_initial(&self, letter: u8) -> impl Iterator<Item = &str> {
        let first = self.starts.partition_point(|start| self.byte(*start, 0) < letter);
        let rest = self.starts.iter().skip(first).take_while(move |start| self.byte(**start, 0) == letter);
        rest.map(|start| self.phrase(*start))
    }

    /// Every phrase that stands in the line as whole words.
    pub fn find(&self, line: &Line) -> Vec<Hit> {
        let mut hits = Vec::new();
        for start in &line.begins {
            self.find_at(line, *start, &mut hits, Line::ends_word);
        }
        hits
    }

    /// The same, but a Hangul word may have anything before and behind the phrase: it takes endings, and is written together
    /// with its neighbours.
    pub fn find_within(&self, line: &Line) -> Vec<Hit> {
        let mut hits = Vec::new();
        for start in &line.begins {
            let mut at = *start;
            for letter in line.text.get(*start..).unwrap_or_default().chars().take_while(|letter| *letter != ' ') {
                if at > *start && !line.text.get(*start..).is_some_and(|word| word.starts_with(is_hangul)) {
                    break;
                }
                self.find_at(line, at, &mut hits, |line, end| {
                    line.ends_word(end) || line.text.get(..end).is_some_and(|before| before.ends_with(is_hangul))
                });
                at += letter.len_utf8();
            }
        }
        hits
    }

    fn find_at(&self, line: &Line, start: usize, hits: &mut Vec<Hit>, ends: impl Fn(&Line, usize) -> bool) {
        self.prefixes(line.text.get(start..).unwrap_or_default(), &mut |phrase, length| {
            if ends(line, start + length) {
                hits.push(Hit { phrase, start, end: start + length });
            }
        });
    }

    /// Visits every phrase that the text begins with, and how many bytes of the text it takes.
    fn prefixes(&self, text: &str, visit: &mut impl FnMut(usize, usize)) {
        self.walk(0..self.starts.len(), 0, text.as_bytes(), 0, visit);
    }

    /// `among` are the phrases whose first `depth` bytes fit the first `taken` bytes of the text.
    fn walk(
        &self,
        mut among: std::ops::Range<usize>,
        mut depth: usize,
        text: &[u8],
        mut taken: usize,
        visit: &mut impl FnMut(usize, usize),
    ) {
        while !among.is_empty() {
            // The shortest stands first: it may end here.
            if self.starts.get(among.start).is_some_and(|start| self.byte(*start, depth) == END) {
                visit(among.start, taken);
                among.start += 1;
            }
            let Some(next) = text.get(taken) else { return };
            let digits = text.iter().skip(taken).take_while(|byte| byte.is_ascii_digit()).count();
            if digits > 0 {
                self.walk(self.narrowed(&among, depth, b'#'), depth + 1, text, taken + digits, visit);
            }
            among = self.narrowed(&among, depth, *next);
            depth += 1;
            taken += 1;
        }
    }

    /// Those of the phrases that have this byte next.
    fn narrowed(&self, among: &std::ops::Range<usize>, depth: usize, next: u8) -> std::ops::Range<usize> {
        let some = self.starts.get(among.clone()).unwrap_or_default();
        let first = some.partition_point(|start| self.byte(*start, depth) < next);
        let behind = some.partition_point(|start| self.byte(*start, depth) <= next);
        among.start + first..among.start + behind
    }

    /// The phrase that begins here.
    fn phrase(&self, start: FlatNumber) -> &str {
        let rest = self.text.get(position(start)..).unwrap_or_default();
        rest.split(|byte| *byte == END).next().and_then(|phrase| str::from_utf8(phrase).ok()).unwrap_or_default()
    }

    /// A byte of the phrase that begins here, or of its end.
    fn byte(&self, start: FlatNumber, depth: usize) -> u8 {
        self.text.get(position(start) + depth).copied().unwrap_or(END)
    }
}

/// Words as a line to look for phrases in, each with a space behind it.
#[derive(Debug, Default)]
pub struct Line {
    text: String,
    begins: Vec<usize>,
}

impl Line {
    pub fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut line = Self::default();
        for word in words {
            line.begins.push(line.text.len());
            line.text.push_str(word);
            line.text.push(' ');
        }
        line
    }

    /// The word that has this byte, and how many characters of it stand before.
    pub fn word_at(&self, byte: usize) -> (usize, usize) {
        let word = self.begins.partition_point(|begin| *begin <= byte).saturating_sub(1);
        let begin = self.begins.get(word).copied().unwrap_or_default();
        (word, self.text.get(begin..byte).unwrap_or_default().chars().count())
    }

    /// Whether a word ends here.
    pub fn ends_word(&self, byte: usize) -> bool {
        self.text.as_bytes().get(byte) == Some(&b' ')
    }
}

/// A phrase as it stands in a lexicon.
pub fn written(phrase: &[Pattern]) -> String {
    phrase.iter().map(Pattern::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, Line};

    fn found(lexicon: &Lexicon, words: &str, within: bool) -> Vec<String> {
        let line = Line::new(words.split(' '));
        let hits = if within { lexicon.find_within(&line) } else { lexicon.find(&line) };
        let text = |at: usize| lexicon.iter().nth(at).unwrap_or_default();
        hits.iter().map(|hit| format!("{}@{}", text(hit.phrase), line.word_at(hit.start).0)).collect()
    }

    #[test]
    fn phrases_are_found_as_whole_words_with_any_number_for_a_sign() {
        let lexicon = Lexicon::new(["sp#", "sp", "service pack #", "service", "2003", "net #.#"].map(str::to_owned));
        for (words, expected) in [
            ("sp12 spx", vec!["sp#@0"]),
            ("service pack 2", vec!["service@0", "service pack #@0"]),
            ("net 2.0 2003", vec!["net #.#@0", "2003@2"]),
            ("net 2", vec![]),
        ] {
            assert_eq!(found(&lexicon, words, false), expected, "{words}");
        }
        assert!(lexicon.knows("sp3") && lexicon.knows("sp") && !lexicon.knows("spx") && !lexicon.knows("pack"));
    }

    #[test]
    fn korean_phrases_stand_inside_words() {
        let lexicon = Lexicon::new(["에서", "에 접속", "to"].map(str::to_owned));
        assert_eq!(found(&lexicon, "서버에서는 서버에 접속해 tomato", true), ["에서@0", "에 접속@1"]);
        assert_eq!(found(&lexicon, "서버에서는 to", false), ["to@1"]);
    }
}
