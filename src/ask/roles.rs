//! The part of each name: to which axis of the table it belongs.
//!
//! Names and nouns that stand together are a phrase. Its words, what stands before and behind it, how it hangs on its
//! neighbours, and at last what remains open, speak for one side of the table or the other. Nothing here is certain, so the
//! reading is shown with every answer.

use std::ops::Range;

use super::cues::Use;
use super::items::Item;
use super::text::Gap;
use crate::compile::ask::Ask;
use crate::compile::knowledge::Knowledge;
use crate::compile::table::Table;

/// How much each kind of evidence weighs, in thousandths of a vote.
mod weight {
    /// A noun that only this axis has: `SP1 console`.
    pub const OWN_NOUN: i32 = 5000;
    /// `from XP`.
    pub const BEFORE: i32 = 4000;
    /// `XP에서`, which is less clear: a server runs there as well.
    pub const AFTER: i32 = 3000;
    /// `2008 node`.
    pub const NOUN: i32 = 3000;
    /// `node 2008`.
    pub const NOUN_BEFORE: i32 = 1500;
    /// `XP or Vista`.
    pub const ALIKE: i32 = 2500;
    /// `console on XP`.
    pub const LINK: i32 = 2000;
    /// The axis has the value inside, another has it outside.
    pub const INSIDE: i32 = 2000;
    /// The same sentence, after a comma or after other words.
    pub const COMMA: i32 = 800;
    pub const SENTENCE: i32 = 300;
    /// The axis already has another value, and nothing says that it is one of several.
    pub const TAKEN: i32 = -3500;
    /// From this on, a phrase knows its side by itself.
    pub const ENOUGH: i32 = 1500;
}

/// Items that stand together.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) items: Range<usize>,
    before: Option<usize>,
    after: Option<usize>,
    /// How it hangs on the phrase before, and whether on the next one.
    link: Link,
    forward: bool,
    /// Whether a comma stands before it, or a word that makes it one of several.
    listed: bool,
    alike: bool,
    /// Whether its name has every part that it can have.
    both: bool,
    side: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    None,
    Sentence,
    Comma,
    Back,
    Alike,
}

/// A name with the axis that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// Position of the item.
    pub(super) item: usize,
    /// Position of the axis.
    pub(super) axis: usize,
    /// Positions on the axis; none for something that is no value.
    pub(super) values: Vec<usize>,
    /// Whether nothing around the name tells.
    pub(super) assumed: bool,
}

/// What is needed to tell parts.
#[derive(Clone, Copy)]
pub(super) struct Stage<'k> {
    pub(super) knowledge: &'k Knowledge,
    pub(super) table: &'k Table,
    pub(super) ask: &'k Ask,
}

impl Stage<'_> {
    /// The vocabulary of an item that stands for a value, a known one or not.
    pub(super) fn vocabulary(self, item: &Item) -> Option<usize> {
        let unknown = || {
            item.uses().iter().find_map(|one| if let Use::Unknown(vocabulary) = one { Some(*vocabulary) } else { None })
        };
        item.name().map(|name| name.vocabulary).or_else(unknown)
    }

    /// Axes that an item can belong to, each with the values it has there.
    fn axes(self, item: &Item) -> Vec<(usize, Vec<usize>)> {
        let Some(vocabulary) = self.vocabulary(item) else { return Vec::new() };
        let axes = self.table.axes.iter().enumerate().filter(|(_, axis)| axis.vocabulary == vocabulary);
        let found = axes.filter_map(|(at, axis)| {
            let Some(name) = item.name() else { return Some((at, Vec::new())) };
            let words = self.knowledge.vocabulary(vocabulary)?;
            let mut positions: Vec<usize> =
                name.values.iter().flat_map(|value| axis.positions(*value, words)).collect();
            positions.sort_unstable();
            positions.dedup();
            (!positions.is_empty()).then_some((at, positions))
        });
        found.collect()
    }

    /// The side of the table that an axis belongs to.
    pub(super) fn side_of(self, axis: usize) -> Option<usize> {
        self.ask.sides.iter().position(|side| side.table == self.table.id && side.axes.contains(&axis))
    }

    /// Whether a side belongs to the table.
    fn is_here(self, side: usize) -> bool {
        self.ask.sides.get(side).is_some_and(|side| side.table == self.table.id)
    }

    /// The noun that an item is: its side, and the axis, where it can be only one.
    pub(super) fn noun(self, item: &Item) -> Option<(usize, Option<usize>)> {
        let cue = item.uses().iter().find_map(|one| match one {
            Use::Noun(side, axis) if self.is_here(*side) => Some((*side, *axis)),
            _ => None,
        });
        // A name that can be only one thing says what the others around it are the names of.
        let name = || match self.axes(item).as_slice() {
            [(axis, _)] if item.name().is_some() => Some((self.side_of(*axis)?, None)),
            _ => None,
        };
        cue.or_else(name)
    }

    fn cue(self, item: &Item, pick: impl Fn(Use) -> Option<usize>) -> Option<usize> {
        item.uses().iter().find_map(|one| pick(*one).filter(|side| self.is_here(*side)))
    }
}

/// More unread words than this part a phrase.
const MOST_UNREAD: usize = 1;

/// The phrases of a question.
pub(super) fn phrases(stage: Stage<'_>, items: &[Item]) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut open = false;
    let (mut before, mut link, mut alike, mut both) = (None, Link::None, false, false);
    let (mut unread, mut gap, mut headed) = (0, Gap::Glued, false);
    for (at, item) in items.iter().enumerate() {
        unread += item.unread;
        gap = gap.max(item.gap);
        if item.gap == Gap::Stop {
            (before, link, alike, both) = (None, Link::None, false, false);
        }
        let uses = item.uses();
        if uses == [Use::Filler] {
            continue;
        }
        // A noun ends its phrase: what comes after other words is the next one.
        if gap >= Gap::Either || unread > MOST_UNREAD || (headed && unread > 0) {
            open = false;
        }
        if stage.vocabulary(item).is_some() || stage.noun(item).is_some() {
            match phrases.last_mut().filter(|_| open) {
                Some(phrase) => phrase.items.end = at + 1,
                None => {
                    let parted = match gap {
                        Gap::Stop => Link::None,
                        Gap::Comma => Link::Comma,
                        Gap::Either => Link::Alike,
                        _ => Link::Sentence,
                    };
                    let link = if link == Link::None { parted } else { link };
                    let alike = alike || gap == Gap::Either;
                    let items = at..at + 1;
                    let listed = gap == Gap::Comma;
                    phrases.push(Phrase {
                        items,
                        before,
                        after: None,
                        link,
                        forward: false,
                        listed,
                        alike,
                        both,
                        side: None,
                    });
                }
            }
            (open, alike, both, before, link) = (true, false, false, None, Link::None);
            (unread, gap, headed) = (0, Gap::Glued, item.name().is_none());
            continue;
        }
        if let Some(side) = stage.cue(item, |one| if let Use::After(side) = one { Some(side) } else { None })
            && open
            && let Some(phrase) = phrases.last_mut()
        {
            phrase.after = Some(side);
            open = false;
        } else if let Some(side) = stage.cue(item, |one| if let Use::Before(side) = one { Some(side) } else { None }) {
            before = Some(side);
            open = false;
        }
        if uses.contains(&Use::Both) {
            match phrases.last_mut().filter(|_| gap < Gap::Stop) {
                Some(phrase) => phrase.both = true,
                None => both = true,
            }
        }
        if uses.contains(&Use::Forward) && open {
            phrases.iter_mut().last().into_iter().for_each(|phrase| phrase.forward = true);
            open = false;
        }
        if uses.contains(&Use::Back) {
            (open, link) = (false, Link::Back);
        } else if uses.contains(&Use::Alike) {
            (open, alike, link) = (false, true, Link::Alike);
        } else if !uses.iter().all(|one| matches!(one, Use::Filler | Use::Implied(_))) {
            open = false;
        }
        unread = 0;
    }
    phrases
}

/// The part of each name.
pub(super) fn assign(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase]) -> Vec<Role> {
    let mut votes: Vec<Vote> = Vec::new();
    for (at, phrase) in phrases.iter_mut().enumerate() {
        let own = own_votes(stage, items, phrase, at);
        phrase.side = strongest(stage, items, phrase, &own);
        votes.extend(own);
    }
    link_back(stage, phrases, &mut votes);
    link_forward(stage, phrases, &mut votes);
    settle(stage, votes, phrases)
}

/// What speaks for each axis of one name.
struct Vote {
    item: usize,
    phrase: usize,
    vocabulary: usize,
    axes: Vec<(usize, Vec<usize>)>,
    scores: Vec<i32>,
    /// Whether the phrase itself says enough.
    known: bool,
}

impl Vote {
    fn add(&mut self, stage: Stage<'_>, side: usize, weight: i32) {
        for ((axis, _), score) in self.axes.iter().zip(&mut self.scores) {
            if stage.side_of(*axis) == Some(side) {
                *score += weight;
            }
        }
    }

    fn best(&self) -> i32 {
        self.scores.iter().copied().max().unwrap_or(0)
    }

    /// How clearly one axis is ahead.
    fn margin(&self) -> i32 {
        let mut sorted = self.scores.clone();
        sorted.sort_unstable_by(|left, right| right.cmp(left));
        match sorted.as_slice() {
            [first, second, ..] => first - second,
            _ => i32::MAX,
        }
    }
}

fn own_votes(stage: Stage<'_>, items: &[Item], phrase: &Phrase, number: usize) -> Vec<Vote> {
    let mut votes = Vec::new();
    let mut seen: Vec<usize> = Vec::new();
    for at in phrase.items.clone() {
        let Some(item) = items.get(at) else { continue };
        let Some(vocabulary) = stage.vocabulary(item) else { continue };
        let axes = stage.axes(item);
        let mut vote = Vote { item: at, phrase: number, vocabulary, scores: vec![0; axes.len()], axes, known: false };
        // A cue binds a name unless another name of the same kind stands between.
        let same = |other: &&Item| stage.vocabulary(other) == Some(vocabulary);
        let later = items.get(at + 1..phrase.items.end).unwrap_or_default();
        let earlier = items.get(phrase.items.start..at).unwrap_or_default();
        if let Some(side) = phrase.before.filter(|_| !seen.contains(&vocabulary)) {
            vote.add(stage, side, weight::BEFORE);
        }
        if let Some(side) = phrase.after.filter(|_| !later.iter().any(|other| same(&other))) {
            vote.add(stage, side, weight::AFTER);
        }
        let right = later.iter().take_while(|other| !same(other)).find_map(|other| stage.noun(other));
        let left = earlier.iter().rev().take_while(|other| !same(other)).find_map(|other| stage.noun(other));
        if let Some((side, axis)) = right {
            let own = axis.is_some_and(|axis| vote.axes.iter().any(|(candidate, _)| *candidate == axis));
            vote.add(stage, side, if own { weight::OWN_NOUN } else { weight::NOUN });
        } else if let Some((side, _)) = left {
            vote.add(stage, side, weight::NOUN_BEFORE);
        }
        vote.known = vote.best() >= weight::ENOUGH;
        seen.push(vocabulary);
        votes.push(vote);
    }
    votes
}

/// The side that a phrase is on by itself.
fn strongest(stage: Stage<'_>, items: &[Item], phrase: &Phrase, votes: &[Vote]) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    for vote in votes {
        for ((axis, _), score) in vote.axes.iter().zip(&vote.scores) {
            if let Some(side) = stage.side_of(*axis)
                && *score >= weight::ENOUGH
                && best.is_none_or(|(most, _)| *score > most)
            {
                best = Some((*score, side));
            }
        }
    }
    let noun = || items.get(phrase.items.clone())?.iter().rev().find_map(|item| stage.noun(item)).map(|(side, _)| side);
    best.map(|(_, side)| side).or(phrase.after).or(phrase.before).or_else(noun)
}

fn link_back(stage: Stage<'_>, phrases: &mut [Phrase], votes: &mut [Vote]) {
    for at in 1..phrases.len() {
        let Some(previous) = phrases.get(at - 1).and_then(|phrase| phrase.side) else { continue };
        let Some(phrase) = phrases.get_mut(at) else { continue };
        let weight = match phrase.link {
            Link::Back => weight::LINK,
            Link::Alike => weight::ALIKE,
            Link::Comma => weight::COMMA,
            Link::Sentence => weight::SENTENCE,
            Link::None => continue,
        };
        if phrase.forward && phrase.link != Link::Back {
            continue;
        }
        let own = votes.iter_mut().filter(|vote| vote.phrase == at);
        own.filter(|vote| !vote.known).for_each(|vote| vote.add(stage, previous, weight));
        if phrase.side.is_none() && weight >= weight::LINK {
            phrase.side = Some(previous);
        }
    }
}

fn link_forward(stage: Stage<'_>, phrases: &mut [Phrase], votes: &mut [Vote]) {
    for at in (1..phrases.len()).rev() {
        let Some(next) = phrases.get(at).and_then(|phrase| phrase.side) else { continue };
        // What is on a known machine is part of it: the console on the laptop, the release on the node.
        let hangs = phrases.get(at).is_some_and(|phrase| matches!(phrase.link, Link::Alike | Link::Back));
        let Some(phrase) = phrases.get_mut(at - 1) else { continue };
        if phrase.forward || (hangs && phrase.side.is_none()) {
            let own = votes.iter_mut().filter(|vote| vote.phrase == at - 1);
            own.filter(|vote| !vote.known).for_each(|vote| vote.add(stage, next, weight::LINK));
            phrase.side = phrase.side.or(Some(next));
        }
    }
}

/// Decides the clearest first, so that what is unclear can take what remains open.
fn settle(stage: Stage<'_>, mut votes: Vec<Vote>, phrases: &[Phrase]) -> Vec<Role> {
    let listed = listed(phrases);
    for vote in &mut votes {
        let inside = |axis: usize, values: &[usize]| {
            stage.table.axes.get(axis).is_some_and(|axis| values.iter().any(|value| *value < axis.inside))
        };
        let inner: Vec<bool> = vote.axes.iter().map(|(axis, values)| inside(*axis, values)).collect();
        for (score, inner) in vote.scores.iter_mut().zip(inner) {
            *score += if inner { weight::INSIDE } else { 0 };
        }
    }
    let mut order: Vec<usize> = (0..votes.len()).collect();
    order.sort_by_key(|at| votes.get(*at).map_or(0, |vote| -vote.margin().min(i32::MAX - 1)));
    let undecided =
        |vocabulary: usize| votes.iter().filter(|vote| vote.vocabulary == vocabulary && vote.margin() == 0).count();
    let several: Vec<usize> =
        votes.iter().map(|vote| vote.vocabulary).filter(|vocabulary| undecided(*vocabulary) > 1).collect();
    let mut roles: Vec<Role> = Vec::new();
    for at in order {
        let Some(vote) = votes.get(at) else { continue };
        let taken = |axis: usize, values: &[usize]| roles.iter().any(|role| role.axis == axis && role.values != values);
        let scored = vote.axes.iter().zip(&vote.scores).enumerate().map(|(place, ((axis, values), score))| {
            let one_of_several = listed.get(vote.phrase).is_some_and(|listed| *listed);
            let penalty = if taken(*axis, values) && !one_of_several { weight::TAKEN } else { 0 };
            // With nothing else to go by, the first of several names takes the first axis, a name alone the last.
            let place = i32::try_from(place).unwrap_or(0);
            let order = if several.contains(&vote.vocabulary) { -place } else { place };
            (score + penalty, order, *axis, values)
        });
        if let Some((_, _, axis, values)) = scored.max_by_key(|(score, order, _, _)| (*score, *order)) {
            let assumed = vote.axes.len() > 1 && vote.margin() < weight::COMMA;
            roles.push(Role { item: vote.item, axis, values: values.clone(), assumed });
        }
    }
    for vote in votes.iter().filter(|vote| phrases.get(vote.phrase).is_some_and(|phrase| phrase.both)) {
        for (axis, values) in &vote.axes {
            if !roles.iter().any(|role| role.axis == *axis) {
                roles.push(Role { item: vote.item, axis: *axis, values: values.clone(), assumed: false });
            }
        }
    }
    roles.sort_by_key(|role| role.item);
    roles
}

/// Whether each phrase is one of several: `XP, 2003 and 2008`.
fn listed(phrases: &[Phrase]) -> Vec<bool> {
    let mut listed = vec![false; phrases.len()];
    for (at, _) in phrases.iter().enumerate().filter(|(_, phrase)| phrase.alike) {
        let mut first = at;
        while first > 0 && (first == at || phrases.get(first).is_some_and(|phrase| phrase.listed)) {
            first -= 1;
        }
        listed.get_mut(first..=at).into_iter().flatten().for_each(|one| *one = true);
    }
    listed
}
