//! To which axis each name belongs: the assignment of all names of a vocabulary for which most speaks, taken together.
//!
//! Names and nouns that stand together are a phrase. Its words, what stands before and behind it, how it hangs on its
//! neighbours, and at last what remains open, speak for one side of the table or the other. Nothing here is certain, so the
//! reading is shown with every answer.

use super::items::Item;
use super::phrases::{Phrase, Series};
use super::stage::{Role, Stage};
use super::votes::{Vote, votes, weight};

/// With more ways than this to give out the parts, each name takes what speaks for it alone.
const MOST_WAYS: usize = 1 << 12;

/// The axis of each name.
pub(super) fn assign(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase]) -> Vec<Role> {
    let votes = votes(stage, items, phrases);
    let listed = listed(phrases);
    let mut vocabularies: Vec<usize> = votes.iter().map(|vote| vote.vocabulary).collect();
    vocabularies.sort_unstable();
    vocabularies.dedup();
    let mut roles: Vec<Role> = Vec::new();
    for vocabulary in vocabularies {
        let names: Vec<&Vote> =
            votes.iter().filter(|vote| vote.vocabulary == vocabulary && !vote.axes.is_empty()).collect();
        let chosen = best(&names, &listed);
        for (vote, at) in names.iter().zip(chosen) {
            let Some((axis, values)) = vote.axes.get(at) else { continue };
            let assumed = vote.axes.len() > 1 && vote.margin() < weight::COMMA;
            roles.push(Role { item: vote.item, axis: *axis, values: values.clone(), assumed });
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

/// For each name the position of its axis.
fn best(names: &[&Vote], listed: &[bool]) -> Vec<usize> {
    let preferred = preferred(names);
    let alone = |(vote, preferred): (&&Vote, &Option<usize>)| {
        let scored = vote.scores.iter().enumerate().map(|(at, score)| (*score, Some(at) == *preferred, at));
        scored.max().map_or(0, |(_, _, at)| at)
    };
    let ways = names.iter().try_fold(1_usize, |ways, vote| ways.checked_mul(vote.axes.len()));
    if ways.is_none_or(|ways| ways > MOST_WAYS) {
        return names.iter().zip(&preferred).map(alone).collect();
    }
    let mut best: Option<(i32, Vec<usize>)> = None;
    for way in 0..ways.unwrap_or(0) {
        let mut rest = way;
        let chosen: Vec<usize> = names
            .iter()
            .map(|vote| {
                let at = rest % vote.axes.len().max(1);
                rest /= vote.axes.len().max(1);
                at
            })
            .collect();
        let score = score(names, &chosen, &preferred, listed);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, chosen));
        }
    }
    best.map(|(_, chosen)| chosen).unwrap_or_default()
}

/// Everything that speaks for an assignment.
fn score(names: &[&Vote], chosen: &[usize], preferred: &[Option<usize>], listed: &[bool]) -> i32 {
    let mut total = 0;
    let mut taken: Vec<(usize, &Vec<usize>, bool)> = Vec::new();
    for ((vote, at), preferred) in names.iter().zip(chosen).zip(preferred) {
        total += vote.scores.get(*at).copied().unwrap_or(0) + i32::from(Some(*at) == *preferred);
        if let Some((axis, values)) = vote.axes.get(*at) {
            taken.push((*axis, values, listed.get(vote.phrase).is_some_and(|listed| *listed)));
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
        let narrower = |one: &[usize], other: &[usize]| one.iter().all(|value| other.contains(value));
        let apart = |other: &Vec<usize>| !narrower(other, values) && !narrower(values, other);
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
