//! Cues in running text: every phrase that tells something about the names around it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::text::{Gap, Text};
use crate::knowledge::ask::{Cues, Tells};
use crate::knowledge::lexicon::{Hit, Line};
use crate::knowledge::stem::stem;

/// A cue that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Bytes of the question.
    pub(super) span: Range<usize>,
    /// Whether it begins inside a Korean word, so that it counts only right behind something that was read.
    pub(super) inside: bool,
    pub(super) tells: Vec<Tells>,
}

/// Every cue of the text, those inside others too.
pub(super) fn find(cues: &Cues, text: &Text<'_>) -> Vec<Found> {
    // A machine's name is no phrase.
    let words = text.words.iter().zip(&text.machine).zip(&text.article).enumerate();
    let (kept, words): (Vec<usize>, Vec<Cow<'_, str>>) = words
        .filter(|(_, (_, article))| !**article)
        .map(|(at, ((word, machine), _))| (at, if *machine { Cow::Borrowed("\u{0}") } else { stem(&word.text) }))
        .unzip();
    let line = Line::new(words.iter().map(AsRef::as_ref));
    let hits = cues.phrases.find_within(&line).into_iter();
    hits.filter_map(|hit| {
        let (span, inside) = place(text, &line, &kept, hit)?;
        Some(Found { span, inside, tells: cues.tells(hit.phrase).collect() })
    })
    .collect()
}

/// The place of a hit in the question, and whether it begins inside a word. No phrase goes on behind a comma.
fn place(text: &Text<'_>, line: &Line, kept: &[usize], hit: Hit) -> Option<(Range<usize>, bool)> {
    let (first, skipped) = line.word_at(hit.start);
    let (last, taken) = line.word_at(hit.end);
    let (first, last) = (*kept.get(first)?, *kept.get(last)?);
    let (word, end) = (text.words.get(first)?, text.words.get(last)?);
    if first < last && text.widest(first + 1..last + 1) >= Gap::Comma {
        return None;
    }
    let border = |ends: &[usize], characters: usize| ends.get(characters.checked_sub(1)?).copied();
    let start = border(&word.ends, skipped).unwrap_or(word.span.start);
    let stop = if line.ends_word(hit.end) { end.span.end } else { border(&end.ends, taken)? };
    Some((start..stop, skipped > 0))
}

/// Takes away the words of sides that something in the question puts out of account: `my boss has Vista. Can he ..`
pub(super) fn drop_absent_sides(found: &mut [Found]) {
    let tells = found.iter().flat_map(|cue| &cue.tells);
    let absent = tells.filter_map(|one| if let Tells::NoSide(side) = one { Some(*side) } else { None });
    let absent: BTreeSet<usize> = absent.collect();
    for cue in found {
        cue.tells.retain(|one| one.side().is_none_or(|side| !absent.contains(&side)));
    }
}
