//! Names of one vocabulary in running text: every place where the words can be read as a value, longest first.
//!
//! The words go the way of [`Vocabulary::read`]: spellings made equal, noise set aside. What is different is that a name has
//! to be found in the midst of others, so its place is kept all along.

use std::collections::BTreeSet;
use std::ops::Range;

use super::text::{Gap, Text};
use crate::knowledge::ask::{Ask, Names};
use crate::knowledge::lexicon::Line;
use crate::knowledge::names::MOST_REWRITES;
use crate::knowledge::words::{self, Pattern, Word, is_hangul};
use crate::knowledge::{Knowledge, Reading, ValueId, Vocabulary, VocabularyId};
use crate::limits;

/// More words than any name has.
const LONGEST: usize = 8;

/// More syllables than any Korean word of a name or cue has.
const LONGEST_WORD: usize = 16;

/// More pieces than any version number has: `Version 8.1 (Build 240.6)`.
const LONGEST_NUMBER: usize = 5;

/// A place that can be read as a name.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Bytes of the question.
    pub(super) span: Range<usize>,
    /// The same without words that the name could do without.
    pub(super) core: Range<usize>,
    /// Position of the vocabulary.
    pub(super) vocabulary: VocabularyId,
    /// What it can mean, by position in the vocabulary.
    pub(super) values: Vec<ValueId>,
    /// Whether one of these is meant and the name cannot tell which.
    pub(super) ambiguous: bool,
}

/// A word on its way to a spelling.
#[derive(Clone, Debug)]
struct Piece {
    text: String,
    span: Range<usize>,
    /// Whether it was written otherwise.
    rewritten: bool,
    noise: bool,
}

impl AsRef<str> for Piece {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// Stands where no name goes on. No word is empty.
const END: &str = "";

/// Reads names of one vocabulary.
pub(super) struct Reader<'k> {
    at: VocabularyId,
    knowledge: &'k Knowledge,
    vocabulary: &'k Vocabulary,
    ask: &'k Ask,
    names: &'k Names,
}

impl<'k> Reader<'k> {
    pub(super) fn new(at: VocabularyId, knowledge: &'k Knowledge) -> Option<Self> {
        let ask = knowledge.ask();
        Some(Self { at, knowledge, vocabulary: &knowledge[at], ask, names: ask.names.get(at.index())? })
    }

    /// Every place that can be read as a name.
    pub(super) fn find(&self, text: &Text<'_>) -> Vec<Mention> {
        let mut pieces = self.rewritten(self.pieces(text));
        self.mark_noise(&mut pieces);
        let kept: Vec<usize> =
            (0..pieces.len()).filter(|at| pieces.get(*at).is_some_and(|piece| !piece.noise)).collect();
        let piece = |at: &usize| pieces.get(*at).map_or(END, |piece| piece.text.as_str());
        let line = Line::new(kept.iter().map(piece));
        let mut starts: Vec<usize> =
            self.names.spellings.find(&line).iter().map(|hit| line.word_at(hit.start).0).collect();
        starts.dedup();
        let mut found = Vec::new();
        for from in starts {
            let longer = (1..=LONGEST).map_while(|length| kept.get(from..from + length));
            // With a word in it that stands in no name, it is none.
            let longer = longer.take_while(|some| some.last().is_some_and(|last| self.may_be_part(piece(last))));
            // `2008R2` is two words of one place: what reads both comes first.
            let read: Vec<Mention> = longer.filter_map(|some| self.read(text, &pieces, some)).collect();
            found.extend(read.into_iter().rev());
        }
        found.extend(self.numbers(text));
        found
    }

    fn may_be_part(&self, word: &str) -> bool {
        self.vocabulary.knows(word) || word.contains(|one: char| one.is_ascii_digit())
    }

    /// The words, Korean ones parted behind what the vocabulary knows; an end where no name goes on.
    fn pieces(&self, text: &Text<'_>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, word) in text.words.iter().enumerate() {
            let start = word.span.start;
            let mut end =
                || pieces.push(Piece { text: END.to_owned(), span: start..start, rewritten: false, noise: false });
            let parted = text.gaps.get(at).is_some_and(|gap| *gap >= Gap::Comma);
            if parted {
                end();
            }
            if text.machine.get(at) == Some(&true) {
                end();
                continue;
            }
            for part in self.parts(word, text.gaps.get(at) == Some(&Gap::Glued)) {
                let bare = words::without_stray_letter(&part.text, |word| self.vocabulary.knows(word)).to_owned();
                pieces.push(Piece { text: bare, span: part.span, rewritten: false, noise: false });
            }
        }
        pieces
    }

    /// `비스타에서` as `비스타` and `에서`: a Korean word parted behind what anybody knows of it. A single
    /// syllable is enough only behind a name or before something known.
    fn parts(&self, word: &Word, glued: bool) -> Vec<Word> {
        let knows = |word: &str| self.ask.knows(word);
        let mut parts = Vec::new();
        let mut rest = word.clone();
        let mut inside = glued;
        while rest.text.starts_with(is_hangul) && !self.vocabulary.knows(&rest.text) {
            let ends: Vec<usize> = rest.text.char_indices().skip(1).map(|(at, _)| at).take(LONGEST_WORD).collect();
            let fitting = ends.into_iter().enumerate().rev().find_map(|(before, end)| {
                let (front, behind) = rest.text.split_at_checked(end)?;
                let enough = before > 0 || inside || knows(behind);
                if enough && knows(front) { rest.parted(before + 1) } else { None }
            });
            let Some((front, behind)) = fitting else { break };
            parts.push(front);
            rest = behind;
            inside = true;
        }
        parts.push(rest);
        parts
    }

    /// One spelling for each word, by the vocabulary's rules in their order, until they change nothing. Only those are tried
    /// that fit somewhere, and these are looked for again whenever one of them has changed something.
    fn rewritten(&self, mut pieces: Vec<Piece>) -> Vec<Piece> {
        let most = limits::WORDS + 4 * pieces.len();
        for _ in 0..MOST_REWRITES {
            let mut changed = false;
            let mut fitting = self.fitting(&pieces);
            while let Some(at) = fitting.pop_first() {
                let Some(rewrite) = self.vocabulary.rewrites.get(at) else { continue };
                if replace(&mut pieces, &rewrite.from, &rewrite.to) {
                    // What grows without end has no spelling; a lint tells of it.
                    if pieces.len() > most {
                        return pieces;
                    }
                    fitting = self.fitting(&pieces).split_off(&(at + 1));
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        pieces
    }

    /// Positions of the rewrites that fit somewhere.
    fn fitting(&self, pieces: &[Piece]) -> BTreeSet<usize> {
        let line = Line::new(pieces.iter().map(|piece| piece.text.as_str()));
        let hits = self.names.rewrites.find(&line).into_iter();
        hits.filter_map(|hit| self.names.order.get(hit.phrase)).copied().collect()
    }

    fn mark_noise(&self, pieces: &mut [Piece]) {
        let line = Line::new(pieces.iter().map(|piece| piece.text.as_str()));
        for hit in self.names.noise.find(&line) {
            let words = line.word_at(hit.start).0..=line.word_at(hit.end).0;
            let some = pieces.get_mut(words).unwrap_or_default();
            let links = matches!(some, [piece] if self.ask.cues.is_link(&piece.text));
            if !links {
                for piece in some {
                    piece.noise = true;
                }
            }
        }
    }

    /// Whether a single word is noise of this vocabulary and says nothing about how names hang together.
    fn is_noise(&self, word: &str) -> bool {
        self.names.noise.knows(word) && !self.ask.cues.is_link(word)
    }

    fn read(&self, text: &Text<'_>, pieces: &[Piece], kept: &[usize]) -> Option<Mention> {
        let words: Vec<String> = kept.iter().filter_map(|at| pieces.get(*at)).map(|piece| piece.text.clone()).collect();
        let reading = self.vocabulary.read_spelling(&words)?;
        let (first, last) = (*kept.first()?, *kept.last()?);
        let core = pieces.get(first)?.span.start..pieces.get(last)?.span.end;
        // `plain RTM (2003 as well)`: in front of a bracket stands another name.
        let opens = |written: &str| written.contains(['(', '[']) && !written.contains([')', ']']);
        let mut front = core.start;
        let mut beside = |piece: &Piece| {
            let between = piece.span.end..std::mem::replace(&mut front, piece.span.start);
            piece.noise && !opens(text.get(&between))
        };
        let noise_before = pieces.get(..first)?.iter().rev().take_while(|piece| beside(piece)).count();
        let noise_behind = pieces.iter().skip(last + 1).take_while(|piece| piece.noise).count();
        let written = pieces.get(first..=last)?;
        // `RTM (2003 as well)` is no `2003 (RTM)`.
        if opens(text.get(&core)) && !text.get(&(core.start..core.end + 1)).ends_with([')', ']', ',']) {
            return None;
        }
        // What is left of the name without the words that say nothing about its value.
        let noise = reading.values.first().map(|value| &self.vocabulary[*value].noise);
        let bare = noise.map_or_else(|| words.clone(), |noise| words::strip(words.clone(), noise)).join(" ");
        let telling = |piece: &Piece| piece.noise && self.is_telling(&piece.text, &bare);
        let before = pieces.iter().take(first).rev().take(noise_before);
        // `2003 service pack 2`: that the level is written otherwise tells nothing.
        let is_core = |piece: &Piece| bare.split(' ').any(|word| word == piece.text);
        let accompanied = before.into_iter().any(telling)
            || written.iter().any(|piece| (piece.rewritten && !piece.noise && is_core(piece)) || telling(piece));
        if !self.counts(&bare, accompanied) || !self.counts(&words.join(" "), accompanied) {
            return None;
        }
        let span = pieces.get(first - noise_before)?.span.start..pieces.get(last + noise_behind)?.span.end;
        Some(Mention { core, ..self.mention(span, reading) })
    }

    /// Whether a word beside a spelling shows that this vocabulary is meant: not if another one has both.
    fn is_telling(&self, word: &str, spelling: &str) -> bool {
        let others = VocabularyId::of(&self.ask.names).filter(|(at, _)| *at != self.at);
        let of_value = |at: VocabularyId| {
            let noise = self.knowledge[at].values.iter().flat_map(|value| &value.noise);
            noise.into_iter().any(|phrase| matches!(phrase.as_slice(), [one] if one.fits(word)))
        };
        let has = |at: VocabularyId, other: &Names| {
            other.spellings.position(spelling).is_some() && (other.noise.knows(word) || of_value(at))
        };
        !others.into_iter().any(|(at, other)| has(at, other))
    }

    fn counts(&self, spelling: &str, accompanied: bool) -> bool {
        let listed = |list: &[String]| list.iter().any(|listed| listed == spelling);
        !listed(&self.names.never) && (accompanied || !listed(&self.names.company))
    }

    /// Version numbers. One of two parts counts only where it is said to be one, or named with the product.
    fn numbers(&self, text: &Text<'_>) -> Vec<Mention> {
        let mut found = Vec::new();
        for at in 0..text.words.len() {
            if text.machine.get(at) == Some(&true) {
                continue;
            }
            for length in 1..=LONGEST_NUMBER {
                let Some(mut span) = text.span(&(at..at + length)) else { break };
                if length > 1 && text.widest(at + length - 1..at + length) == Gap::Stop {
                    break;
                }
                if !text.get(&span).contains(|one: char| one.is_ascii_digit()) {
                    continue;
                }
                if text.get(&(span.start..span.end + 1)).ends_with(')') && text.get(&span).contains('(') {
                    span.end += 1;
                }
                let written = text.get(&span);
                // `Tools say 8.1.240.6, server 8.2.176.2`: what stands behind a comma is part of it only if it is a number.
                if written.rsplit_once(',').is_some_and(|(_, last)| !last.contains(|one: char| one.is_ascii_digit())) {
                    continue;
                }
                let Some(reading) = self.vocabulary.read_number(written) else { continue };
                let bare =
                    written.chars().all(|one| one.is_ascii_digit() || one == '.') && written.matches('.').count() < 2;
                let mut beside = at.checked_sub(1).into_iter().chain([at + length]).filter_map(|at| text.words.get(at));
                if !bare || beside.any(|word| self.is_noise(&word.text) || self.ask.knows(&word.text)) {
                    found.push(self.mention(span, reading));
                }
            }
        }
        found
    }

    fn mention(&self, span: Range<usize>, reading: Reading) -> Mention {
        Mention { core: span.clone(), span, vocabulary: self.at, values: reading.values, ambiguous: reading.ambiguous }
    }
}

/// Replaces a phrase wherever it stands, and says whether it did. What is put in its place stands where the phrase stood.
fn replace(pieces: &mut Vec<Piece>, from: &[Pattern], to: &[Pattern]) -> bool {
    let fits = |at: usize| pieces.get(at..).and_then(|rest| words::fit_phrase(from, rest));
    if (0..pieces.len()).all(|at| fits(at).is_none()) {
        return false;
    }
    let mut changed = false;
    let most = limits::WORDS + 4 * pieces.len();
    let mut done = Vec::with_capacity(pieces.len());
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let fitting = fits(at)
            .filter(|_| done.len() <= most)
            .and_then(|numbers| Some((numbers, pieces.get(at + from.len() - 1)?.span.end)));
        let Some((numbers, end)) = fitting else {
            done.push(piece.clone());
            at += 1;
            continue;
        };
        let filled = words::fill_phrase(to, numbers);
        let same =
            filled.len() == from.len() && filled.iter().zip(pieces.iter().skip(at)).all(|(new, old)| *new == old.text);
        changed |= !same;
        let span = piece.span.start..end;
        done.extend(filled.into_iter().map(|text| Piece { text, span: span.clone(), rewritten: !same, noise: false }));
        at += from.len();
    }
    *pieces = done;
    changed
}
