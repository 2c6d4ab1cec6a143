//! Of several machines the one that the question calls by a word of its own: `The CCR in Pune is 2008, the one in Bonn 2003. May I manage
//! the Pune server?`

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::items::{Item, end_before};
use super::signals::Signals;
use super::stage::{Role, Stage};
use super::text::{Gap, Text};
use crate::knowledge::ask::Tells;
use crate::knowledge::stem::stem;
use crate::knowledge::words::Word;

/// A part of the text that is about one machine: its bytes, and what is said of the machine there.
struct Part<'r> {
    span: Range<usize>,
    roles: Vec<&'r Role>,
}

/// The parts of the text that are about machines which the question calls by a word, or a name, that stands in no other such part.
pub(super) fn called(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    roles: &[Role],
    signals: &Signals,
) -> Vec<Range<usize>> {
    let mut called = Vec::new();
    let disowned = disowned(text, items);
    let is_free = |at: &usize| {
        let place = text.words.get(*at).map_or(0, |word| word.span.start);
        disowned.get(disowned.partition_point(|clause| clause.end <= place)).is_none_or(|clause| place < clause.start)
    };
    // A word that begins a sentence is a name where it is written the same within one.
    let within = text.words.iter().zip(&text.gaps).filter(|(_, gap)| **gap < Gap::Stop);
    let written: BTreeSet<&str> = within.map(|(word, _)| text.get(&word.span)).collect();
    for side in 0..stage.ask.sides.len() {
        let words = (0..text.words.len()).filter(is_free);
        let is_label = |at: &usize| is_label(stage, text, items, side, *at, signals, &written);
        let words: Vec<usize> = words.filter(is_label).collect();
        let labels: BTreeSet<Cow<'_, str>> =
            words.iter().filter_map(|at| Some(stem(&text.words.get(*at)?.text))).collect();
        let parts = parts(stage, text, items, roles, side, (signals, &labels));
        if parts.len() < 2 {
            continue;
        }
        // For each of them, the parts that it stands in.
        let mut holding: BTreeMap<Cow<'_, str>, BTreeSet<usize>> = BTreeMap::new();
        let words = text.words.iter().zip(&text.article).filter(|(_, article)| !**article).map(|(word, _)| word);
        for word in words.filter(|word| !signals.is_focus(word.span.start)) {
            let at = parts.partition_point(|part| part.span.end <= word.span.start);
            let label = stem(&word.text);
            if labels.contains(&label) && parts.get(at).is_some_and(|part| part.span.contains(&word.span.start)) {
                holding.entry(label).or_default().insert(at);
            }
        }
        let held = holding.values().filter(|held| held.len() == 1).flatten().filter_map(|at| parts.get(*at));
        called.extend(held.map(|part| part.span.clone()));
        let start = |role: &Role| items.get(role.item).map_or(0, |item| item.span.start);
        let asked = roles.iter().filter(|role| stage.side_of(role.axis) == Some(side) && signals.is_focus(start(role)));
        let held = asked.filter_map(|role| {
            let says = |other: &Role| other.axis == role.axis && shares(other, role);
            only(parts.iter().filter(|part| part.roles.iter().any(|other| says(other))))
        });
        called.extend(held.map(|part| part.span.clone()));
        called.extend(own_part(stage, text, items, side, &parts, signals));
    }
    called
}

/// The part that is about the asker's own machine, where the question is: `My PC is XP. The kiosks are Vista. May I manage it from my PC?`
fn own_part(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    side: usize,
    parts: &[Part<'_>],
    signals: &Signals,
) -> Option<Range<usize>> {
    let place = |at: &usize| text.words.get(*at).map_or(0, |word| word.span.start);
    let (asked, told): (Vec<usize>, Vec<usize>) =
        mine(stage, text, items, side).into_iter().partition(|at| signals.is_focus(place(at)));
    // `from my PC or from the server`
    let or = |at: &usize| {
        let first = items.partition_point(|item| item.span.end <= place(at));
        let near = items.iter().take(first + 3).skip(first.saturating_sub(2));
        near.filter(|item| signals.is_focus(item.span.start)).any(|item| item.tells().contains(&Tells::Alike))
    };
    if asked.is_empty() || asked.iter().any(or) {
        return None;
    }
    // `my PC` is rather the PC than `my colleague`.
    let noun = |at: &usize| text.words.get(at + 1).map(|word| stem(&word.text));
    let again: Vec<usize> =
        told.iter().copied().filter(|at| asked.iter().any(|asked| noun(asked) == noun(at))).collect();
    // Another may be called so: `The laptop is Vista. .. from my laptop`.
    let mut outside = text.words.iter().filter(|word| !signals.is_focus(word.span.start));
    let is_named = outside.any(|word| asked.iter().filter_map(noun).any(|noun| noun == stem(&word.text)));
    let told = if again.is_empty() && !is_named { told } else { again };
    let own = only(parts.iter().filter(|part| told.iter().any(|at| part.span.contains(&place(at)))));
    own.map(|part| part.span.clone())
}

/// The words that stand before the asker's own machine of a side: `my PC`.
fn mine(stage: Stage<'_>, text: &Text<'_>, items: &[Item], side: usize) -> Vec<usize> {
    let is_mine = |at: &usize| {
        let (Some(word), Some(next)) = (text.words.get(*at), text.words.get(at + 1)) else { return false };
        let item = items.get(items.partition_point(|item| item.span.end <= next.span.start));
        stage.ask.mine.contains(&word.text)
            && item.is_some_and(|item| {
                let own = |one: &Tells| one.side() == Some(side);
                item.span.start <= next.span.start && item.tells().iter().any(own)
            })
    };
    (0..text.words.len()).filter(is_mine).collect()
}

/// The clauses that say of a machine that it is not ours, the words for that included: `CL-EAST is handled by another team`.
fn disowned(text: &Text<'_>, items: &[Item]) -> Vec<Range<usize>> {
    let mut clauses: Vec<Range<usize>> = Vec::new();
    for cue in items.iter().filter(|item| item.tells().contains(&Tells::Over)) {
        let behind = clauses.last().map_or(0, |last| last.end);
        let words = text.words.partition_point(|word| word.span.start < behind)
            ..=text.words.partition_point(|word| word.span.start < cue.span.start);
        let begins = words.rev().find(|at| text.gaps.get(*at).is_some_and(|gap| *gap >= Gap::Comma));
        clauses.push(begins.and_then(|at| text.words.get(at)).map_or(behind, |word| word.span.start)..cue.span.end);
    }
    clauses
}

fn shares(one: &Role, other: &Role) -> bool {
    one.values.iter().any(|value| other.values.contains(value))
}

fn only<'p, 'r>(mut parts: impl Iterator<Item = &'p Part<'r>>) -> Option<&'p Part<'r>> {
    let part = parts.next()?;
    parts.next().is_none().then_some(part)
}

/// What is said outside of the question about machines of a side, parted where a sentence ends and where another value of the same axis
/// begins.
fn parts<'r>(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    roles: &'r [Role],
    side: usize,
    (signals, labels): (&Signals, &BTreeSet<Cow<'_, str>>),
) -> Vec<Part<'r>> {
    let end = items.last().map_or(0, |item| item.span.end);
    let border = |at: usize, least: Gap| items.get(at).is_none_or(|item| item.gap >= least);
    let place = |at: usize| items.get(at).map_or(end, |item| item.span.start);
    let mut own: Vec<&Role> = roles.iter().filter(|role| stage.side_of(role.axis) == Some(side)).collect();
    own.retain(|role| !signals.is_focus(place(role.item)));
    own.sort_by_key(|role| role.item);
    let mut parts: Vec<Part<'r>> = Vec::new();
    let mut sentence = 0..0;
    for role in own {
        if !sentence.contains(&place(role.item)) {
            sentence = text.sentence(place(role.item));
        }
        let (begins, ends) = (sentence.start, sentence.end);
        let last = parts.last_mut().filter(|part| part.span.end == ends);
        match last {
            None => parts.push(Part { span: begins..ends, roles: vec![role] }),
            Some(part) => {
                let other = |said: &&&Role| said.axis == role.axis && !shares(said, role);
                let joins = |at: &usize| {
                    let tells = items.get(*at).map_or(&[][..], Item::tells);
                    border(*at, Gap::Comma) || tells.iter().any(|one| matches!(one, Tells::Alike | Tells::Part))
                };
                let first = part
                    .roles
                    .iter()
                    .rfind(|said| other(said))
                    .map(|said| (said.item + 1..=role.item).find(joins).unwrap_or(role.item));
                // `was SP1 and went to SP2` is one machine.
                let another = |first: &usize| {
                    let between = end_before(items, *first)..place(role.item);
                    let from = text.words.partition_point(|word| word.span.start < between.start);
                    let words = text.words.get(from..).unwrap_or_default().iter();
                    let mut words = words.take_while(|word| word.span.start < between.end);
                    let is_called = |word: &Word| labels.contains(&stem(&word.text));
                    let some = items.get(*first..=role.item).unwrap_or_default();
                    words.any(is_called)
                        || some.iter().any(|item| {
                            let noun = stage.noun(item).is_some_and(|noun| noun.side == side && !noun.hint);
                            noun || item.tells().contains(&Tells::Label)
                        })
                };
                if let Some(first) = first.filter(another) {
                    let begins = end_before(items, first);
                    part.span.end = begins;
                    let of_next = part.roles.iter().position(|said| place(said.item) >= begins);
                    let mut roles = part.roles.split_off(of_next.unwrap_or(part.roles.len()));
                    roles.push(role);
                    parts.push(Part { span: begins..ends, roles });
                } else {
                    part.roles.push(role);
                }
            }
        }
    }
    parts
}

/// Whether a word of the question may be what a machine is called: one that nobody reads, written like a name, one right before the word
/// for a machine of the side, or a number or one or two capitals right behind it.
fn is_label(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    side: usize,
    at: usize,
    signals: &Signals,
    within: &BTreeSet<&str>,
) -> bool {
    let Some(word) = text.words.get(at) else { return false };
    if !signals.is_focus(word.span.start) || text.article.get(at) == Some(&true) {
        return false;
    }
    let behind = items.partition_point(|item| item.span.end <= word.span.start);
    let taken = items.get(behind).filter(|item| item.span.start <= word.span.start);
    if taken.is_some_and(|item| !item.tells().contains(&Tells::Label) || item.span.start != word.span.start) {
        return false;
    }
    let own = |item: &Item| {
        let axes = stage.axes(item);
        let named = item.name().is_some() && !axes.is_empty();
        stage.noun(item).is_some_and(|noun| noun.side == side && !noun.hint)
            || (named && axes.iter().all(|(axis, _)| stage.side_of(*axis) == Some(side)))
    };
    let end = taken.map_or(word.span.end, |item| item.span.end);
    let next = items.get(behind + usize::from(taken.is_some()));
    let beside = next.is_some_and(|next| text.get(&(end..next.span.start)).trim().is_empty() && own(next));
    // `cluster 2`
    let before = behind.checked_sub(1).and_then(|before| items.get(before));
    let written = text.get(&word.span);
    let is_short = written.len() <= 2 && written.bytes().all(|one| one.is_ascii_digit() || one.is_ascii_uppercase());
    let numbered = is_short
        && before.is_some_and(|before| own(before) && text.get(&(before.span.end..word.span.start)).trim().is_empty());
    // `the older one`
    let one = end > word.span.end;
    let shouted = written.len() > 1 && !written.contains(|one: char| one.is_ascii_lowercase());
    let is_name = shouted || within.contains(written);
    let proper = written.starts_with(|one: char| one.is_ascii_uppercase()) && written != "I" && is_name;
    beside || one || ((proper || numbered) && taken.is_none())
}
