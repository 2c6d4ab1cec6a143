//! Names that are said and not meant after all: corrected ones, and what has changed since.

use std::ops::Range;

use super::items::{Item, end_before};
use super::phrases::{Link, Phrase};
use super::stage::Stage;
use super::text::{Gap, Text};
use crate::knowledge::ask::Tells;
use crate::knowledge::words::is_hangul;

/// A correction goes on over so many ends of sentences: `no wait. We rebuilt it. It is 2008.`
const MOST_STOPS: usize = 2;

/// More items than this stand between no two names of which one takes the other's place.
const FARTHEST: usize = 32;

/// Of a sentence that a correction ends so many names may be the one that is right.
const MOST_NAMES: usize = 8;

/// `2003 nodes, SP1 tools. No wait, 2008`: the first name behind a correction that contradicts one of its kind before takes its
/// place, unless the two are of different sides. `I wrote Vista, it is XP, sorry`: one that ends a sentence is about that sentence.
pub(super) fn correct(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase]) {
    let begins = |at: &usize| items.get(*at).is_none_or(|item| item.gap >= Gap::Stop);
    for (cue, _) in items.iter().enumerate().filter(|(_, item)| item.tells().contains(&Tells::Instead)) {
        let nearest = cue.saturating_sub(FARTHEST);
        let first = (nearest..=cue).rev().find(begins).unwrap_or(nearest);
        let last = (first..cue).rev().filter(|at| items.get(*at).is_some_and(|item| item.vocabulary().is_some()));
        let last = last.take(MOST_NAMES).collect::<Vec<usize>>();
        let is_denied = |at: &usize| {
            phrase_of(phrases, *at)
                .and_then(|number| phrases.get(number))
                .is_some_and(|phrase| phrase.denied.contains(at))
        };
        let made = last.iter().any(is_denied);
        let ends = begins(&(cue + 1));
        if ends && (made || last.into_iter().any(|by| replace(stage, items, phrases, first..by, by))) {
            continue;
        }
        let (mut stops, mut named) = (0, false);
        for (at, by) in items.iter().enumerate().skip(cue + 1).take(FARTHEST) {
            stops += usize::from(by.gap == Gap::Stop);
            // What is corrected stands in the first sentence that names something.
            let over = named && by.gap == Gap::Stop;
            if over || stops > MOST_STOPS || replace(stage, items, phrases, 0..cue, at) {
                break;
            }
            named |= by.vocabulary().is_some();
        }
    }
}

/// Whether a name takes the place of one of the earlier names.
fn replace(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase], earlier: Range<usize>, by: usize) -> bool {
    let side = |phrases: &[Phrase], number: Option<usize>| own_side(stage, items, phrases.get(number?)?);
    let (Some(item), number) = (items.get(by), phrase_of(phrases, by)) else { return false };
    let own = side(phrases, number);
    // `on 2008 SP2 (I mean Exchange SP2, Windows is 2008)`: what is said again corrects nothing.
    let mut of_kind = items.get(earlier.clone()).into_iter().flatten();
    let last = of_kind.rfind(|other| other.vocabulary() == item.vocabulary());
    if last.is_some_and(|last| !contradicts(last, item)) {
        return false;
    }
    let meant = earlier.rev().find_map(|at| {
        let other = items.get(at).filter(|other| contradicts(other, item))?;
        let number = phrase_of(phrases, at)?;
        let denied = phrases.get(number).is_none_or(|phrase| phrase.denied.contains(&at));
        let of = side(phrases, Some(number));
        let nowhere = of.is_some_and(|side| stage.is_elsewhere(side));
        (!denied && !nowhere && other.name().is_some() && (own.is_none() || of.is_none() || own == of))
            .then_some((at, number, of))
    });
    let Some((at, replaced, of)) = meant else { return false };
    phrases.get_mut(replaced).into_iter().for_each(|phrase| phrase.denied.push(at));
    if let (None, Some(side), Some(phrase)) = (own, of, number.and_then(|number| phrases.get_mut(number))) {
        phrase.before = Some((side, None));
    }
    true
}

/// `we replaced XP by Vista`, `2003에서 2008로 바꿨습니다`: of two names of one kind in a sentence about a change the first is no longer
/// so.
pub(super) fn change(stage: Stage<'_>, text: &Text<'_>, items: &[Item], phrases: &mut [Phrase]) {
    for (cue, _) in items.iter().enumerate().filter(|(_, item)| item.tells().contains(&Tells::Change)) {
        let begins = |gap: Gap| move |at: &usize| items.get(*at).is_none_or(|item| item.gap >= gap);
        // `I had it wiped: it is XP now`
        let colon = |at: usize| {
            let before = end_before(items, at)..items.get(at).map_or(0, |item| item.span.start);
            (cue + 1..at).all(|at| items.get(at).is_some_and(|item| item.name().is_none()))
                && text.get(&before).contains(':')
        };
        let ends = |at: &usize| begins(Gap::Stop)(at) || (begins(Gap::Comma)(at) && !colon(*at));
        let sentence = (0..=cue).rev().find(begins(Gap::Stop)).unwrap_or(0)
            ..(cue + 1..items.len()).find(ends).unwrap_or(items.len());
        // In Korean nothing of it stands behind the word.
        let korean = items.get(cue).is_some_and(|item| text.get(&item.span).contains(is_hangul));
        let sentence = sentence.start..if korean { cue } else { sentence.end };
        let sentence = near(&sentence, cue);
        let clause = (0..=cue).rev().find(begins(Gap::Comma)).unwrap_or(0);
        let names: Vec<(usize, &Item, usize)> = sentence
            .filter_map(|at| {
                let number = phrase_of(phrases, at)?;
                let is_said = phrases.get(number).is_some_and(|phrase| !phrase.denied.contains(&at));
                Some((at, items.get(at).filter(|item| is_said && item.vocabulary().is_some())?, number))
            })
            .collect();
        // Two of the clause come before one of the sentence; none of which the two are told of different machines.
        let pair = |(from, is_near): (usize, bool)| {
            names.iter().enumerate().filter(|(_, now)| now.0 >= clause).find_map(|(second, now)| {
                let mut earlier = names.iter().take(second).rev().filter(|then| then.0 >= from);
                let then = earlier.find(|then| contradicts(then.1, now.1))?;
                let sides = sides_of_change(stage, items, phrases, (then.2, now.2), (korean, is_near));
                let apart = matches!(sides, (Some(was), Some(is), _) if was != is);
                (!apart).then_some((then, now, sides))
            })
        };
        let Some(((then, _, former), (_, _, number), (was, is, before))) =
            pair((clause, true)).or_else(|| pair((0, false)))
        else {
            continue;
        };
        if let Some(phrase) = phrases.get_mut(*former) {
            phrase.denied.push(*then);
            // `replaced XP by Vista`: what matters no longer is only what was.
            phrase.before.take_if(|(side, _)| stage.is_elsewhere(*side));
        }
        if let Some(phrase) = phrases.get_mut(*number).filter(|_| is.is_none()) {
            phrase.before = was.or(before).map(|side| (side, None));
            phrase.after = None;
        }
    }
}

/// The sides of what was and of what is now, by the phrases that name them, and the last side that is told before.
fn sides_of_change(
    stage: Stage<'_>,
    items: &[Item],
    phrases: &[Phrase],
    (former, number): (usize, usize),
    (korean, is_near): (bool, bool),
) -> (Option<usize>, Option<usize>, Option<usize>) {
    // What stands beside them is that of the change: the noun before tells more.
    let of = |phrase: &Phrase| {
        // Behind what becomes something stands what a workstation has behind it as well: `2008로`.
        let phrase = Phrase { after: None, ..phrase.clone() };
        if korean { own_side(stage, items, &phrase) } else { noun_side(stage, items, &phrase) }
    };
    let nearest = phrases.get(former.saturating_sub(FARTHEST)..former).unwrap_or_default().iter().rev();
    let before = nearest.into_iter().find_map(|phrase| own_side(stage, items, phrase));
    let hangs = |phrase: &Phrase| !is_near || matches!(phrase.link, Link::Back | Link::Bracket);
    let was = phrases.get(former).and_then(|phrase| of(phrase).or(before.filter(|_| hangs(phrase))));
    // `관리 PC는 XP이고 CCR을 2008로 구축했습니다`: what stands between them is that of the second.
    let mut between = phrases.get(former + 1..number).unwrap_or_default().iter().rev();
    let is = phrases.get(number).and_then(of).or_else(|| between.find_map(|phrase| own_side(stage, items, phrase)));
    (was, is, before)
}

/// `now 2008, they were 2003`, `SP1 (RTM before)`: a name that was gives way to one of its kind in the sentence, unless the two are of
/// different sides.
pub(super) fn former(stage: Stage<'_>, text: &Text<'_>, items: &[Item], phrases: &mut [Phrase]) {
    let is_name = |at: &usize| items.get(*at).is_some_and(|item| item.vocabulary().is_some());
    let joins = |at: usize| items.get(at).is_some_and(|item| item.unread == 0 && item.gap < Gap::Comma);
    for (cue, item) in items.iter().enumerate().filter(|(_, item)| item.tells().contains(&Tells::Former)) {
        let korean = text.get(&item.span).contains(is_hangul);
        // `SP1 before SP2` tells of an order.
        let behind = Some(cue + 1).filter(|at| joins(*at) && !item.tells().contains(&Tells::Part));
        let ends = items.get(cue + 1).is_none_or(|next| next.gap >= Gap::Comma);
        let before = cue.checked_sub(1).filter(|_| joins(cue) && (ends || korean));
        let (behind, before) = (behind.filter(is_name), before.filter(is_name));
        let Some(then) = (if korean { before.or(behind) } else { behind.or(before) }) else { continue };
        let begins = |at: &usize| items.get(*at).is_none_or(|item| item.gap >= Gap::Stop);
        let first = (0..=then).rev().find(begins).unwrap_or(0);
        let last = (then + 1..items.len()).find(begins).unwrap_or(items.len());
        let side = |at: usize| {
            let number = phrase_of(phrases, at)?;
            let earlier = || phrases.iter().take(number).rev().find_map(|phrase| own_side(stage, items, phrase));
            own_side(stage, items, phrases.get(number)?).or_else(earlier)
        };
        let is_now = |at: &usize| {
            let Some(phrase) = phrase_of(phrases, *at).and_then(|number| phrases.get(number)) else { return false };
            let own = own_side(stage, items, phrase);
            let pair = items.get(*at).zip(items.get(then)).is_some_and(|(one, other)| contradicts(one, other));
            // `were 2003 or 2008`
            let alike = |at: usize| items.get(at).is_some_and(|item| item.tells().contains(&Tells::Alike));
            let either = then + 2 == *at && alike(then + 1);
            pair && !either
                && !phrase.denied.contains(at)
                && (own.is_none() || side(then).is_none_or(|of| own == Some(of)))
        };
        let near = near(&(first..last), then).filter(is_now).min_by_key(|at| at.abs_diff(then));
        let Some((now, of)) = near.map(|now| (now, side(then))) else { continue };
        let [then_in, now_in] = [then, now].map(|at| phrase_of(phrases, at));
        then_in.and_then(|number| phrases.get_mut(number)).into_iter().for_each(|phrase| phrase.denied.push(then));
        let phrase = now_in.and_then(|number| phrases.get_mut(number));
        if let Some(phrase) = phrase.filter(|phrase| own_side(stage, items, phrase).is_none()) {
            phrase.before = of.map(|side| (side, None));
        }
    }
}

/// The items of a sentence that are not far from one of them.
fn near(sentence: &Range<usize>, at: usize) -> Range<usize> {
    sentence.start.max(at.saturating_sub(FARTHEST))..sentence.end.min(at + FARTHEST)
}

fn phrase_of(phrases: &[Phrase], at: usize) -> Option<usize> {
    let number = phrases.partition_point(|phrase| phrase.items.end <= at);
    phrases.get(number)?.items.contains(&at).then_some(number)
}

/// The side of the last noun of a phrase.
fn noun_side(stage: Stage<'_>, items: &[Item], phrase: &Phrase) -> Option<usize> {
    let some = items.get(phrase.items.clone()).unwrap_or_default().iter().filter(|item| item.name().is_none());
    some.filter_map(|item| stage.noun(item)).rfind(|noun| !noun.hint).map(|noun| noun.side)
}

/// Whether two names are of one kind and have nothing in common.
fn contradicts(one: &Item, other: &Item) -> bool {
    let shared = |value| other.name().is_some_and(|name| name.values.contains(value));
    one.vocabulary().is_some()
        && one.vocabulary() == other.vocabulary()
        && !one.name().is_some_and(|name| name.values.iter().any(shared))
}

/// The side that a phrase itself says it is on.
fn own_side(stage: Stage<'_>, items: &[Item], phrase: &Phrase) -> Option<usize> {
    let mut nouns = items.get(phrase.items.clone()).unwrap_or_default().iter().filter_map(|item| stage.noun(item));
    let noun = nouns.rfind(|noun| !noun.hint).map(|noun| noun.side);
    phrase.before.map(|(side, _)| side).or(noun).or(phrase.after)
}
