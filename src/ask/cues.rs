//! Cues in running text: every phrase that tells something about the names around it, found in one pass.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use rustc_hash::FxHashSet;

use super::text::{Gap, Text};
use crate::knowledge::ask::{Ask, Cue};
use crate::knowledge::ids::{AxisId, VocabularyId};
use crate::knowledge::words::{Pattern, is_hangul};

/// What a cue tells. Numbers are positions in [`Ask`], or of a vocabulary or an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Use {
    /// Nothing.
    Filler,
    /// Another product.
    Foreign,
    /// Something of a vocabulary that is no value.
    Unknown(VocabularyId),
    /// What follows belongs to what stands before.
    Back,
    /// What stands before belongs to what follows.
    Forward,
    /// Both have the same part.
    Alike,
    /// The name beside it has every part that it can have.
    Both,
    /// Stands before a name of this side; of this axis, if it stands before no other.
    Before(usize, Option<AxisId>),
    /// What a name of this side is the name of, and the axis, where it can be only one.
    Noun(usize, Option<AxisId>),
    /// The same, but not always.
    Hint(usize),
    /// Stands behind a name of this side.
    After(usize),
    /// The name behind it is not meant.
    Not,
    /// The name before it is not meant, but the one behind it.
    Instead,
    /// Ends a phrase and tells nothing.
    Part,
    /// A fact.
    Implied(usize),
    /// A session to another machine, and what speaks against it.
    Session(usize),
    NoSession(usize),
    /// A topic and how much the cue weighs.
    Topic(usize, u32),
    /// The question is about what this topic is about.
    About(usize),
    /// What is not answered here.
    Scope(usize),
    /// A procedure, the group of its cues; and what speaks against it.
    Procedure(usize, usize),
    NoProcedure(usize),
}

impl Use {
    /// Whether the cue is the name of something that is no value.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Foreign | Self::Unknown(_) | Self::Scope(_))
    }

    /// Whether the cue is part of how names hang together: then it is read once, where it is longest.
    pub(super) fn is_structure(self) -> bool {
        !matches!(
            self,
            Self::NoSession(_) | Self::Topic(..) | Self::About(_) | Self::Procedure(..) | Self::NoProcedure(_)
        )
    }
}

/// A cue that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Bytes of the question.
    pub(super) span: Range<usize>,
    /// Whether it begins inside a Korean word, so that it counts only right behind something that was read.
    pub(super) inside: bool,
    pub(super) uses: Vec<Use>,
}

/// All cues.
pub(super) struct Lexicon {
    finder: Option<AhoCorasick>,
    cues: Vec<(Cue, Vec<Use>)>,
    /// Every word of every cue, and those with a number in them.
    words: FxHashSet<String>,
    numbered: Vec<Pattern>,
}

impl Lexicon {
    pub(super) fn new(ask: &Ask) -> Self {
        let mut all: BTreeMap<Vec<String>, (Cue, Vec<Use>)> = BTreeMap::new();
        each(ask, &mut |cue, tells| {
            let written = cue.iter().map(|pattern| pattern.as_str().to_owned()).collect();
            let (_, uses) = all.entry(written).or_insert_with(|| (cue.clone(), Vec::new()));
            if !uses.contains(&tells) {
                uses.push(tells);
            }
        });
        let cues: Vec<(Cue, Vec<Use>)> = all.into_values().collect();
        let finder = AhoCorasick::new(cues.iter().map(|(cue, _)| joined(cue.iter().map(Pattern::as_str)))).ok();
        let all = || cues.iter().flat_map(|(cue, _)| cue);
        let words = all().filter_map(Pattern::literal).map(str::to_owned).collect();
        let numbered = all().filter(|pattern| pattern.literal().is_none()).cloned().collect();
        Self { finder, cues, words, numbered }
    }

    /// Every word of any cue.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Whether a word is part of any cue.
    pub(super) fn knows(&self, word: &str) -> bool {
        let numbered = |pattern: &Pattern| pattern.literal().is_none() && pattern.as_str() != "#" && pattern.fits(word);
        self.words.contains(word) || self.numbered.iter().any(numbered)
    }

    /// Every cue of the text, those inside others too.
    pub(super) fn find(&self, text: &Text<'_>) -> Vec<Found> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let mut line = String::new();
        let mut begins: Vec<usize> = Vec::new();
        for (at, word) in text.words.iter().enumerate() {
            begins.push(line.len());
            // A machine's name is no phrase, and neither are words with a full stop between.
            let machine = text.machine.get(at) == Some(&true);
            line.push_str(&if machine { String::from("\u{0}") } else { plain(&word.text) });
            line.push(' ');
        }
        let mut found = Vec::new();
        for hit in finder.find_overlapping_iter(&line) {
            let Some((cue, uses)) = self.cues.get(hit.pattern().as_usize()) else { continue };
            if let Some((span, inside)) = place(text, &begins, &line, hit.start()..hit.end(), cue) {
                found.push(Found { span, inside, uses: uses.clone() });
            }
        }
        found
    }
}

/// The place of a hit in the question, and whether it begins inside a word; nothing if it tears words or its numbers differ.
fn place(text: &Text<'_>, begins: &[usize], line: &str, hit: Range<usize>, cue: &Cue) -> Option<(Range<usize>, bool)> {
    let first = begins.partition_point(|begin| *begin <= hit.start).checked_sub(1)?;
    let last = begins.partition_point(|begin| *begin < hit.end).checked_sub(1)?;
    let (word, end) = (text.words.get(first)?, text.words.get(last)?);
    let skipped = line.get(*begins.get(first)?..hit.start)?.chars().count();
    let taken = line.get(hit.start.max(*begins.get(last)?)..hit.end)?;
    let whole = line.get(hit.end..)?.starts_with(' ');
    let hangul = |text: &str| text.ends_with(is_hangul);
    if (skipped > 0 && !word.text.starts_with(is_hangul)) || (!whole && !hangul(taken)) {
        return None;
    }
    let numbers = cue.iter().any(|pattern| pattern.as_str().contains(|one: char| one == '#' || one.is_ascii_digit()));
    let words = text.words.get(first..=last)?;
    // No phrase goes on behind a comma.
    if first < last && text.widest(first + 1..last + 1) >= Gap::Comma {
        return None;
    }
    if numbers && !cue.iter().zip(words).all(|(pattern, word)| pattern.fits(&word.text) || hangul(&word.text)) {
        return None;
    }
    let start = if skipped == 0 { word.span.start } else { *word.ends.get(skipped - 1)? };
    let length = taken.chars().count() + if first == last { skipped } else { 0 };
    let stop = if whole { end.span.end } else { *end.ends.get(length.checked_sub(1)?)? };
    Some((start..stop, skipped > 0))
}

/// A word with `#` for each of its numbers: what cues with and without numbers are compared by first.
fn plain(word: &str) -> String {
    let mut plain = String::new();
    let mut number = false;
    for one in word.chars() {
        if one.is_ascii_digit() {
            if !number {
                plain.push('#');
            }
        } else {
            plain.push(one);
        }
        number = one.is_ascii_digit();
    }
    plain
}

fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.map(plain).collect::<Vec<_>>().join(" ")
}

/// Visits every cue with what it tells.
fn each(ask: &Ask, visit: &mut impl FnMut(&Cue, Use)) {
    let mut all = |cues: &[Cue], tells: Use| cues.iter().for_each(|cue| visit(cue, tells));
    all(&ask.fillers, Use::Filler);
    all(&ask.foreign, Use::Foreign);
    all(&ask.back, Use::Back);
    all(&ask.forward, Use::Forward);
    all(&ask.alike, Use::Alike);
    all(&ask.both, Use::Both);
    all(&ask.not, Use::Not);
    all(&ask.instead, Use::Instead);
    all(&ask.part, Use::Part);
    for names in &ask.names {
        all(&names.unknown, Use::Unknown(names.vocabulary));
    }
    for (at, side) in ask.sides.iter().enumerate() {
        side.before.iter().for_each(|(cue, axis)| all(std::slice::from_ref(cue), Use::Before(at, *axis)));
        all(&side.after, Use::After(at));
        all(&side.hints, Use::Hint(at));
        side.nouns.iter().for_each(|(cue, axis)| all(std::slice::from_ref(cue), Use::Noun(at, *axis)));
    }
    for (at, implied) in ask.implied.iter().enumerate() {
        all(&implied.cues, Use::Implied(at));
    }
    for (at, session) in ask.sessions.iter().enumerate() {
        all(&session.cues, Use::Session(at));
        all(&session.unless, Use::NoSession(at));
    }
    for (at, topic) in ask.topics.iter().enumerate() {
        topic.cues.iter().for_each(|(cue, weight)| all(std::slice::from_ref(cue), Use::Topic(at, *weight)));
        all(&topic.about, Use::About(at));
    }
    for (at, scope) in ask.scopes.iter().enumerate() {
        all(&scope.cues, Use::Scope(at));
    }
    for (at, procedure) in ask.procedures.iter().enumerate() {
        procedure.cues.iter().enumerate().for_each(|(group, cues)| all(cues, Use::Procedure(at, group)));
        all(&procedure.unless, Use::NoProcedure(at));
    }
}
