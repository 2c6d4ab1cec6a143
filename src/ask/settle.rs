//! To which axis each name belongs: the assignment of all names of a vocabulary for which most speaks, taken together.
//!
//! Names and nouns that stand together are a phrase. Its words, what stands before and behind it, how it hangs on its
//! neighbours, and at last what remains open, speak for one side of the table or the other. Nothing here is certain, so the
//! reading is shown with every answer.

use std::collections::BTreeSet;

use super::items::Item;
use super::phrases::{Link, Phrase, Series};
use super::stage::{Noun, Role, Stage};
use super::votes::{Vote, votes, weight};
use crate::knowledge::{AxisId, OnAxis, VocabularyId};

/// With more ways than this to give out the axes, each name takes the one for which most speaks, and that is all.
const MOST_WAYS: usize = 1 << 12;

/// More fair readings of one question than this are not looked at.
const MOST_READINGS: usize = 8;

/// The axis of each name, in every fair reading of the question, the best one first.
pub(super) fn assign(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase]) -> Vec<Vec<Role>> {
    let votes = votes(stage, items, phrases);
    let listed = listed(phrases);
    let mut vocabularies: Vec<VocabularyId> = votes.iter().map(|vote| vote.vocabulary).collect();
    vocabularies.sort_unstable();
    vocabularies.dedup();
    let mut readings: Vec<Vec<Role>> = vec![Vec::new()];
    for vocabulary in vocabularies {
        let mut names: Vec<Vote> =
            votes.iter().filter(|vote| vote.vocabulary == vocabulary && !vote.axes.is_empty()).cloned().collect();
        prefer_missing(stage, items, phrases, &mut names);
        prefer_found(stage, &mut names, &listed);
        prefer_same(stage, &mut names);
        prefer_beside(stage, &mut names);
        let names: Vec<&Vote> = names.iter().collect();
        let ways = fair(&names, &listed);
        let roles = |way: &Vec<usize>| -> Vec<Role> {
            let each = names.iter().zip(way).enumerate();
            each.filter_map(|(name, (vote, at))| {
                let (axis, values) = vote.axes.get(*at)?;
                let assumed = ways.iter().any(|other| other.get(name) != Some(at));
                Some(Role { item: vote.item, axis: *axis, values: values.clone(), assumed })
            })
            .collect()
        };
        let with = |way| readings.iter().map(move |reading| [reading.as_slice(), &roles(way)].concat());
        readings = ways.iter().flat_map(with).take(MOST_READINGS).collect();
    }
    for roles in &mut readings {
        spread(&votes, phrases, roles);
        roles.sort_by_key(|role| role.item);
    }
    readings
}

/// Names of one kind of which nothing tells whose they are, one alone or a list, belong to what is found, not to what is chosen: who
/// says one level says that of the server.
fn prefer_found(stage: Stage<'_>, names: &mut [Vote], listed: &[bool]) {
    let broader = |vote: &Vote| names.iter().any(|other| is_broader(vote, other));
    let together = names.len() == 1 || names.iter().all(|vote| listed.get(vote.phrase) == Some(&true) || broader(vote));
    if !together || names.iter().any(|vote| vote.margin() >= weight::COMMA) {
        return;
    }
    for vote in names {
        for ((axis, _), score) in vote.axes.iter().zip(&mut vote.scores) {
            *score += if stage.table[*axis].choice { 0 } else { weight::COMMA };
        }
    }
}

/// Whether a name means more than another: `2007 .. SP1 or SP2`.
fn is_broader(vote: &Vote, other: &Vote) -> bool {
    vote.axes
        .iter()
        .zip(&other.axes)
        .any(|((_, some), (_, values))| values.len() < some.len() && values.iter().all(|value| some.contains(value)))
}

/// `Can he manage it from that PC? It is 2003`: a machine that is named without its system takes one of which nothing tells whose it is.
fn prefer_missing(stage: Stage<'_>, items: &[Item], phrases: &[Phrase], names: &mut [Vote]) {
    let decided: Vec<AxisId> =
        names.iter().filter(|vote| vote.margin() >= weight::COMMA).filter_map(|vote| Some(vote.chosen()?.0)).collect();
    // `XP nodes` tells whose it is.
    let noun = |vote: &Vote| {
        let next = items.get(vote.item + 1).filter(|next| next.name().is_none() && next.unread == 0);
        next.is_some_and(|next| stage.noun(next).is_some_and(|noun| !noun.hint))
    };
    let mut open = names.iter_mut().filter(|vote| vote.margin() < weight::COMMA && !noun(vote));
    let (Some(vote), None) = (open.next(), open.next()) else { return };
    let bare = |axis: AxisId| {
        let of_axis = |phrase: &&Phrase| {
            let some = items.get(phrase.items.clone()).unwrap_or_default();
            let has_name = some.iter().any(|item| item.vocabulary() == Some(vote.vocabulary));
            let nouns = some.iter().filter(|item| item.name().is_none()).filter_map(|item| stage.noun(item));
            let own = |noun: Noun| {
                !noun.hint && Some(noun.side) == stage.side_of(axis) && noun.axis.is_none_or(|of| of == axis)
            };
            !has_name && nouns.into_iter().any(own)
        };
        !stage.table[axis].choice && !decided.contains(&axis) && phrases.iter().any(|phrase| of_axis(&phrase))
    };
    let missing: Vec<bool> = vote.axes.iter().map(|(axis, _)| bare(*axis)).collect();
    if missing.iter().filter(|one| **one).count() == 1 {
        for (score, _) in vote.scores.iter_mut().zip(&missing).filter(|(_, missing)| **missing) {
            *score += weight::NOUN_BEFORE;
        }
    }
}

/// Something outside that has its part in one place has the same in another that does not tell: `2010 is coming: is the 2010 console ..`
fn prefer_same(stage: Stage<'_>, names: &mut [Vote]) {
    let parts: Vec<(AxisId, Vec<OnAxis>)> =
        names.iter().filter(|vote| vote.margin() >= weight::NOUN).filter_map(Vote::chosen).collect();
    for vote in names.iter_mut().filter(|vote| vote.margin() == 0) {
        for (part, score) in vote.axes.iter().zip(&mut vote.scores) {
            *score += if parts.contains(part) && !stage.is_inside(part.0, &part.1) { weight::LINK } else { 0 };
        }
    }
}

/// Something of another generation of which nothing tells whose it is, beside a name of the one that is known, is found: nobody
/// chooses what he does not speak of. `We still have a 2010 server. May I manage the 2007 cluster ..`
fn prefer_beside(stage: Stage<'_>, names: &mut [Vote]) {
    let major = |axis: AxisId, value: OnAxis| {
        let axis = &stage.table[axis];
        stage.knowledge[axis.vocabulary][axis[value]].version.as_ref().map(|version| version.major)
    };
    let known = |vote: &Vote| {
        vote.axes.iter().any(|(axis, values)| {
            let mut own = stage.table[*axis].inside().map(|value| major(*axis, value));
            own.any(|own| values.iter().any(|value| major(*axis, *value) == own))
        })
    };
    if !names.iter().any(known) {
        return;
    }
    for vote in names.iter_mut().filter(|vote| vote.margin() == 0 && !known(vote)) {
        for ((axis, _), score) in vote.axes.iter().zip(&mut vote.scores) {
            *score += if stage.table[*axis].choice { weight::CROWDED } else { 0 };
        }
    }
}

/// `SP1 on both sides`: such a name has every axis that it can have and that no other one has.
fn spread(votes: &[Vote], phrases: &[Phrase], roles: &mut Vec<Role>) {
    let alone = |phrase: &Phrase| phrase.before.is_none() && phrase.link != Link::Back;
    let mut both: Vec<bool> = phrases.iter().map(|phrase| phrase.both && alone(phrase)).collect();
    // `2008 and SP2 at both ends`
    for (at, phrase) in phrases.iter().enumerate().skip(1).rev() {
        let joined = phrase.link == Link::Alike && both.get(at) == Some(&true);
        let kinds = |number: usize| votes.iter().filter(move |vote| vote.phrase == number).map(|vote| vote.vocabulary);
        let other = kinds(at - 1).all(|kind| !kinds(at).any(|own| own == kind));
        let before = both.get_mut(at - 1).zip(phrases.get(at - 1));
        if let Some((before, phrase)) = before.filter(|(_, phrase)| joined && other && alone(phrase)) {
            *before |= phrase.items.len() == kinds(at - 1).count();
        }
    }
    // `all PCs are Vista`: of whose it is something is said.
    for vote in votes.iter().filter(|vote| !vote.known && both.get(vote.phrase) == Some(&true)) {
        for (axis, values) in &vote.axes {
            if !roles.iter().any(|role| role.axis == *axis) {
                roles.push(Role { item: vote.item, axis: *axis, values: values.clone(), assumed: false });
            }
        }
    }
}

/// The ways to give out the axes, for each name the position of its own: the best one, and those that are as good but for what
/// the order of words may mean.
fn fair(names: &[&Vote], listed: &[bool]) -> Vec<Vec<usize>> {
    let preferred = preferred(names);
    let ways = names.iter().try_fold(1_usize, |ways, vote| ways.checked_mul(vote.axes.len()));
    let Some(ways) = ways.filter(|ways| *ways <= MOST_WAYS) else {
        let alone = |(vote, preferred): (&&Vote, &Option<usize>)| {
            let scored = vote.scores.iter().enumerate().map(|(at, score)| (*score, Some(at) == *preferred, at));
            scored.max().map_or(0, |(_, _, at)| at)
        };
        return vec![names.iter().zip(&preferred).map(alone).collect()];
    };
    let way = |mut rest: usize| -> Vec<usize> {
        let digit = |vote: &&Vote| {
            let at = rest % vote.axes.len().max(1);
            rest /= vote.axes.len().max(1);
            at
        };
        names.iter().map(digit).collect()
    };
    let mut scored: Vec<(i32, Vec<usize>)> =
        (0..ways).map(way).map(|chosen| (score(names, &chosen, &preferred, listed), chosen)).collect();
    // Stable: of ways that are as good the first one comes first.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let taken = |chosen: &[usize]| -> usize {
        let axes = names.iter().zip(chosen).filter_map(|(vote, at)| Some(vote.axes.get(*at)?.0));
        axes.collect::<BTreeSet<AxisId>>().len()
    };
    let (best, most) = scored.first().map_or((0, 0), |(score, chosen)| (*score, taken(chosen)));
    // Nobody names a thing twice and leaves open what could have been named.
    let is_fair = |chosen: &Vec<usize>| taken(chosen) >= most;
    let near = scored.into_iter().take_while(|(score, _)| best - score < weight::COMMA - weight::ORDER);
    near.map(|(_, chosen)| chosen).filter(is_fair).collect()
}

/// Everything that speaks for an assignment.
fn score(names: &[&Vote], chosen: &[usize], preferred: &[Option<usize>], listed: &[bool]) -> i32 {
    let mut total = 0;
    let mut taken: Vec<(AxisId, &Vec<OnAxis>, bool)> = Vec::new();
    // `A 2003 cluster in Leeds, a 2008 cluster in Hull`
    let of_names = names.iter().filter(|vote| vote.of_name).count() > 1;
    for ((vote, at), preferred) in names.iter().zip(chosen).zip(preferred) {
        total += vote.scores.get(*at).copied().unwrap_or(0) + if Some(*at) == *preferred { weight::ORDER } else { 0 };
        if let Some((axis, values)) = vote.axes.get(*at) {
            let several = listed.get(vote.phrase).is_some_and(|listed| *listed) || (of_names && vote.of_name);
            taken.push((*axis, values, several));
        }
    }
    let empty =
        names.iter().flat_map(|vote| &vote.axes).any(|(axis, _)| !taken.iter().any(|(other, ..)| other == axis));
    if !empty {
        return total;
    }
    for (at, (axis, values, several)) in taken.iter().enumerate() {
        let others = taken.iter().take(at).filter(|(other, ..)| other == axis);
        // A name that means more than the other is only another word for it.
        let narrower = |one: &[OnAxis], other: &[OnAxis]| one.iter().all(|value| other.contains(value));
        let apart = |other: &Vec<OnAxis>| !narrower(other, values) && !narrower(values, other);
        let mut crowded = others.clone().filter(|(_, other, listed)| apart(other) && !(*several && *listed));
        if crowded.next().is_some() {
            total += weight::CROWDED;
        } else if others.clone().any(|(_, other, _)| *other == *values) {
            total += weight::REPEATED;
        }
    }
    total
}

/// Where nothing else tells: of several names the first takes the first axis, a name alone the last.
fn preferred(names: &[&Vote]) -> Vec<Option<usize>> {
    let undecided = names.iter().filter(|vote| vote.margin() == 0).count();
    let mut met = 0;
    let each = names.iter().map(|vote| {
        let last = vote.axes.len().checked_sub(1)?;
        if vote.margin() != 0 || undecided < 2 {
            return Some(last);
        }
        met += 1;
        Some(last.min(met - 1))
    });
    each.collect()
}

/// Whether each phrase is one of several: `XP, 2003 and 2008`.
fn listed(phrases: &[Phrase]) -> Vec<bool> {
    let mut listed = vec![false; phrases.len()];
    for (at, _) in phrases.iter().enumerate().filter(|(_, phrase)| phrase.series == Series::Alike) {
        let mut first = at;
        while first > 0 && (first == at || phrases.get(first).is_some_and(|phrase| phrase.series != Series::Alone)) {
            first -= 1;
        }
        listed.get_mut(first..=at).into_iter().flatten().for_each(|one| *one = true);
    }
    listed
}
