//! What speaks for each part that a name can have: the nouns and cues of its phrase, and how phrases hang together.

use super::items::Item;
use super::phrases::{Link, Phrase};
use super::stage::Stage;
use crate::knowledge::{AxisId, OnAxis, ValueId, VocabularyId};

/// How much each kind of evidence weighs, in thousandths of a vote.
pub(super) mod weight {
    /// A noun that only this axis has: `SP1 console`.
    pub const OWN_NOUN: i32 = 5000;
    /// `from XP`.
    pub const BEFORE: i32 = 4000;
    /// `XP에서`, which is less clear: a server runs there as well.
    pub const AFTER: i32 = 3000;
    /// `2008 node`.
    pub const NOUN: i32 = 3000;
    /// `XP or Vista`.
    pub const ALIKE: i32 = 1900;
    /// `console on XP`.
    pub const LINK: i32 = 2000;
    /// `XP box`: nearly always a workstation.
    pub const HINT: i32 = 1800;
    /// `node 2008`.
    pub const NOUN_BEFORE: i32 = 1500;
    /// After a comma, or in the same sentence after other words.
    pub const COMMA: i32 = 900;
    pub const SENTENCE: i32 = 300;
    /// The axis has the value inside, another has it outside.
    pub const INSIDE: i32 = 2900;
    /// Two different values on one axis and none on another, though nothing says that they are several.
    pub const CROWDED: i32 = -3500;
    /// The same value twice on one axis and none on another.
    pub const REPEATED: i32 = -1000;
    /// What the order of names may mean, for each name.
    pub const ORDER: i32 = 1;
    /// From this on, a phrase knows its side by itself.
    pub const ENOUGH: i32 = 1500;
}

/// What speaks for each axis of one name.
#[derive(Clone)]
pub(super) struct Vote {
    pub(super) item: usize,
    pub(super) phrase: usize,
    pub(super) vocabulary: VocabularyId,
    /// Axes that it can belong to, each with its values there.
    pub(super) axes: Vec<(AxisId, Vec<OnAxis>)>,
    pub(super) scores: Vec<i32>,
    /// What speaks for a machine that does not matter.
    elsewhere: i32,
    /// Whether it is told of something that has a name itself: `2003 cluster`.
    pub(super) of_name: bool,
    /// Whether the phrase itself says enough.
    pub(super) known: bool,
}

impl Vote {
    fn add(&mut self, stage: Stage<'_>, side: usize, weight: i32) {
        if stage.is_elsewhere(side) {
            self.elsewhere += weight;
        }
        for ((axis, _), score) in self.axes.iter().zip(&mut self.scores) {
            if stage.side_of(*axis) == Some(side) {
                *score += weight;
            }
        }
    }

    fn best(&self) -> i32 {
        self.scores.iter().copied().max().unwrap_or(0).max(self.elsewhere)
    }

    /// The axis for which most speaks, with the values there.
    pub(super) fn chosen(&self) -> Option<(AxisId, Vec<OnAxis>)> {
        let (part, _) = self.axes.iter().zip(&self.scores).max_by_key(|(_, score)| **score)?;
        Some(part.clone())
    }

    /// How clearly one axis is ahead.
    pub(super) fn margin(&self) -> i32 {
        let mut sorted = self.scores.clone();
        sorted.sort_unstable_by(|left, right| right.cmp(left));
        match sorted.as_slice() {
            [first, second, ..] => first - second,
            _ => i32::MAX,
        }
    }
}

/// What speaks for each name of a question. Phrases learn which side they are on.
pub(super) fn votes(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase]) -> Vec<Vote> {
    let mut votes: Vec<Vote> = Vec::new();
    for (at, phrase) in phrases.iter_mut().enumerate() {
        let own = own_votes(stage, items, phrase, at);
        phrase.side = strongest(stage, items, phrase, &own);
        votes.extend(own);
    }
    link_back(stage, items, phrases, &mut votes);
    link_forward(stage, items, phrases, &mut votes);
    for vote in &mut votes {
        let inner: Vec<bool> = vote.axes.iter().map(|(axis, values)| stage.is_inside(*axis, values)).collect();
        for (score, inner) in vote.scores.iter_mut().zip(inner) {
            *score += if inner { weight::INSIDE } else { 0 };
        }
        if vote.elsewhere > 0 && vote.elsewhere + weight::INSIDE > vote.best() {
            (vote.axes, vote.scores) = (Vec::new(), Vec::new());
        }
    }
    votes
}

/// What the phrase of a name says itself. A cue binds a name unless another name of the same kind stands between.
fn own_votes(stage: Stage<'_>, items: &[Item], phrase: &Phrase, number: usize) -> Vec<Vote> {
    let mut votes = Vec::new();
    let mut seen: Vec<VocabularyId> = Vec::new();
    for at in phrase.items.clone().filter(|at| !phrase.denied.contains(at)) {
        let Some(item) = items.get(at) else { continue };
        let Some(vocabulary) = item.vocabulary() else { continue };
        let axes = stage.axes(item);
        let mut vote = Vote {
            item: at,
            phrase: number,
            vocabulary,
            scores: vec![0; axes.len()],
            axes,
            elsewhere: 0,
            of_name: false,
            known: false,
        };
        let same = |other: &&Item| other.vocabulary() == Some(vocabulary);
        let later = items.get(at + 1..phrase.items.end).unwrap_or_default();
        let earlier = items.get(phrase.items.start..at).unwrap_or_default();
        let fits = |axis: Option<AxisId>| axis.is_none_or(|axis| vote.axes.iter().any(|(own, _)| *own == axis));
        if let Some((side, _)) = phrase.before.filter(|(_, axis)| !seen.contains(&vocabulary) && fits(*axis)) {
            vote.add(stage, side, weight::BEFORE);
        }
        // `Vista CCR`: a name beside it tells nothing of one that only one axis has inside.
        let at_home = axes_inside(stage, &vote) == 1;
        let noun = |other: &Item| stage.noun(other).filter(|_| !(at_home && other.name().is_some()));
        let right = later.iter().take_while(|other| !same(other)).find(|other| noun(other).is_some());
        let of_name = right.is_some_and(|other| other.name().is_some());
        let right = right.and_then(noun);
        // `2003 관리 서버를`: the noun tells more than what stands behind it.
        let apart = |side: usize| right.is_some_and(|noun| !noun.hint && noun.side != side);
        if let Some(side) = phrase.after.filter(|side| !later.iter().any(|other| same(&other)) && !apart(*side)) {
            vote.add(stage, side, weight::AFTER);
        }
        let left = earlier.iter().rev().take_while(|other| !same(other)).find_map(noun);
        // `clustered RTM box`
        let right = right.filter(|noun| !noun.hint || left.is_none_or(|left| left.hint || left.side == noun.side));
        if let Some(noun) = right {
            vote.of_name = of_name;
            let own = noun.axis.is_some_and(|axis| vote.axes.iter().any(|(candidate, _)| *candidate == axis));
            // `on 2003 SP1 tools`: of what is named right before them the tools are.
            let taken = noun.axis.is_some_and(|axis| {
                let named = |other: &Item| other.vocabulary() == Some(stage.table[axis].vocabulary);
                !own && phrase.link == Link::Back && later.first().is_some_and(named)
            });
            let weight = match (noun.hint || taken, own) {
                (true, _) => weight::HINT,
                (_, true) => weight::OWN_NOUN,
                _ => weight::NOUN,
            };
            vote.add(stage, noun.side, weight);
        } else if let Some(noun) = left.filter(|noun| !noun.hint) {
            // `EMC SP2`: a noun right before it that only this axis has.
            let beside = item.unread == 0 && earlier.last().is_some_and(|last| last.name().is_none());
            let own = beside && noun.axis.is_some_and(|axis| vote.axes.iter().any(|(own, _)| *own == axis));
            vote.add(stage, noun.side, if own { weight::NOUN } else { weight::NOUN_BEFORE });
        }
        vote.known =
            vote.best() > weight::HINT || (vote.best() >= weight::ENOUGH && !right.is_some_and(|noun| noun.hint));
        seen.push(vocabulary);
        votes.push(vote);
    }
    votes
}

fn axes_inside(stage: Stage<'_>, vote: &Vote) -> usize {
    vote.axes.iter().filter(|(axis, values)| stage.is_inside(*axis, values)).count()
}

/// The side that a phrase is on by itself.
fn strongest(stage: Stage<'_>, items: &[Item], phrase: &Phrase, votes: &[Vote]) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    let nowhere = (0..stage.ask.sides.len()).find(|side| stage.is_elsewhere(*side));
    for vote in votes {
        let sides = vote.axes.iter().map(|(axis, _)| stage.side_of(*axis)).zip(vote.scores.iter().copied());
        for (side, score) in sides.chain([(nowhere, vote.elsewhere)]) {
            if let Some(side) = side
                && score >= weight::ENOUGH
                && best.is_none_or(|(most, _)| score > most)
            {
                best = Some((score, side));
            }
        }
    }
    let noun = || items.get(phrase.items.clone())?.iter().rev().find_map(|item| stage.noun(item)).map(|noun| noun.side);
    // A value that only one axis has inside nearly always belongs there.
    let at_home = || {
        votes.iter().find_map(|vote| {
            let home: Vec<AxisId> = vote
                .axes
                .iter()
                .filter(|(axis, values)| stage.is_inside(*axis, values))
                .map(|(axis, _)| *axis)
                .collect();
            if let [axis] = home.as_slice() { stage.side_of(*axis) } else { None }
        })
    };
    // `replaced our management server`: what does not matter any more has a name.
    let before = phrase.before.map(|(side, _)| side).filter(|side| !votes.is_empty() || !stage.is_elsewhere(*side));
    best.map(|(_, side)| side).or(phrase.after).or(before).or_else(noun).or_else(at_home)
}

fn link_back(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase], votes: &mut [Vote]) {
    for at in 1..phrases.len() {
        let Some(before) = phrases.get(at - 1) else { continue };
        let Some(previous) = before.side else { continue };
        // `The domain controllers stay at 2003`
        let bare = !items.get(before.items.clone()).into_iter().flatten().any(|item| item.vocabulary().is_some());
        let noun = before.items.end.checked_sub(1).and_then(|last| stage.noun(items.get(last)?));
        let chosen = noun.is_some_and(|noun| noun.axis.is_some_and(|axis| stage.table[axis].choice));
        // `XP workstation, SP2 on the CCR`: what it is on tells more than what stands before the comma.
        let hangs = phrases.get(at + 1).is_some_and(|next| next.link == Link::Back && next.side.is_some());
        let Some(phrase) = phrases.get_mut(at) else { continue };
        let weight = match phrase.link {
            Link::Comma if hangs && phrase.side.is_none() => continue,
            Link::Back | Link::Bracket => weight::LINK,
            Link::Alike => weight::ALIKE,
            Link::Comma => weight::COMMA,
            // `The console says SP1`
            Link::Sentence if bare && noun.is_some_and(|noun| noun.axis.is_some() && !noun.hint) => weight::NOUN_BEFORE,
            Link::Sentence => weight::SENTENCE,
            Link::None => continue,
        };
        let own = votes.iter_mut().filter(|vote| vote.phrase == at);
        // `the tools on the file server`: such a machine matters after all.
        if chosen && phrase.link == Link::Back && phrase.side.is_some_and(|side| stage.is_elsewhere(side)) {
            own.for_each(|vote| {
                vote.elsewhere = 0;
                vote.add(stage, previous, weight::NOUN);
            });
            phrase.side = Some(previous);
            continue;
        }
        // That a machine does not matter says nothing about the next one.
        let beside = !phrase.strange;
        // `domain controllers are 2008, TMG is as well`: nor does one that nobody knows in the same breath.
        let noun = items.get(phrase.items.clone()).into_iter().flatten().any(|item| stage.noun(item).is_some());
        let open = phrase.before.is_none() && phrase.after.is_none() && !noun;
        let joined = [Link::Comma, Link::Alike].contains(&phrase.link) || (phrase.link == Link::Sentence && bare);
        let stranger = !beside && open && joined;
        let apart = stage.is_elsewhere(previous) && (weight < weight::ALIKE || !beside) && !stranger;
        if apart || (phrase.forward && phrase.link != Link::Back) {
            continue;
        }
        own.filter(|vote| !vote.known).for_each(|vote| vote.add(stage, previous, weight));
        if phrase.side.is_none() && weight >= weight::COMMA {
            phrase.side = Some(previous);
        }
    }
}

fn link_forward(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase], votes: &mut [Vote]) {
    let names_in = |phrase: &Phrase| -> Vec<(VocabularyId, Vec<ValueId>)> {
        let some = items.get(phrase.items.clone()).into_iter().flatten();
        let values = |item: &Item| item.name().map(|name| name.values.clone()).unwrap_or_default();
        some.filter_map(|item| Some((item.vocabulary()?, values(item)))).collect()
    };
    for at in (1..phrases.len()).rev() {
        let Some(next) = phrases.get(at) else { continue };
        let Some(side) = next.side else { continue };
        let (link, named) = (next.link, names_in(next));
        let Some(phrase) = phrases.get_mut(at - 1) else { continue };
        // What is on a known machine is part of it: the console on the laptop, the release on the node. And of two names the
        // one may tell the part of the other.
        let hangs = match link {
            Link::Back => phrase.side.is_none(),
            // `SP2 and SP2 tools` are two things.
            Link::Alike => {
                let other = |(kind, values): &(VocabularyId, Vec<ValueId>)| {
                    named.iter().any(|(of, same)| of == kind && same != values)
                };
                phrase.side.is_none() && names_in(phrase).iter().any(other)
            }
            _ => false,
        };
        if phrase.forward || hangs {
            let own = votes.iter_mut().filter(|vote| vote.phrase == at - 1);
            own.filter(|vote| !vote.known).for_each(|vote| vote.add(stage, side, weight::LINK));
            phrase.side = phrase.side.or(Some(side));
        }
    }
}
