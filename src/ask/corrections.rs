//! Names that are said and not meant after all: corrected ones, and those that are told beside the question.

use std::ops::Range;

use super::items::Item;
use super::phrases::Phrase;
use super::stage::Stage;
use super::text::Gap;
use crate::knowledge::ask::Tells;

/// A correction goes on over so many ends of sentences: `no wait. We rebuilt it. It is 2008.`
const MOST_STOPS: usize = 2;

/// `2003 nodes, SP1 tools. No wait, 2008`: the first name behind a correction that contradicts one of its kind before takes its
/// place, unless the two are of different sides.
pub(super) fn correct(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase]) {
    for (cue, _) in items.iter().enumerate().filter(|(_, item)| item.tells().contains(&Tells::Instead)) {
        let mut stops = 0;
        for (at, by) in items.iter().enumerate().skip(cue + 1) {
            stops += usize::from(by.gap == Gap::Stop);
            if stops > MOST_STOPS {
                break;
            }
            if replace(stage, items, phrases, 0..cue, at) {
                break;
            }
        }
    }
}

/// Whether a name takes the place of one of the earlier names.
fn replace(stage: Stage<'_>, items: &[Item], phrases: &mut [Phrase], earlier: Range<usize>, by: usize) -> bool {
    let phrase_of = |phrases: &[Phrase], at: usize| phrases.iter().position(|phrase| phrase.items.contains(&at));
    let side = |phrases: &[Phrase], number: Option<usize>| own_side(stage, items, phrases.get(number?)?);
    let (Some(item), number) = (items.get(by), phrase_of(phrases, by)) else { return false };
    let own = side(phrases, number);
    let meant = earlier.rev().find_map(|at| {
        let other = items.get(at).filter(|other| contradicts(other, item))?;
        let number = phrase_of(phrases, at)?;
        let denied = phrases.get(number).is_none_or(|phrase| phrase.denied.contains(&at));
        let of = side(phrases, Some(number));
        (!denied && other.name().is_some() && (own.is_none() || of.is_none() || own == of)).then_some((at, number, of))
    });
    let Some((at, replaced, of)) = meant else { return false };
    phrases.get_mut(replaced).into_iter().for_each(|phrase| phrase.denied.push(at));
    if let (None, Some(side), Some(phrase)) = (own, of, number.and_then(|number| phrases.get_mut(number))) {
        phrase.before = Some((side, None));
    }
    true
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
    let nouns = items.get(phrase.items.clone()).unwrap_or_default().iter().filter_map(|item| stage.noun(item));
    let noun = nouns.filter(|noun| !noun.hint).last().map(|noun| noun.side);
    phrase.before.map(|(side, _)| side).or(noun).or(phrase.after)
}

/// Which names stand aside: what was read somewhere, what was so or will be, and is no fact where the question itself says something of
/// the same kind. `Until May it was RTM`, `it was RTM until May`.
pub(super) fn aside(items: &[Item]) -> Vec<usize> {
    let mut marked = vec![false; items.len()];
    for (at, item) in items.iter().enumerate() {
        let before = clause_before(items, at);
        let over = item.tells().contains(&Tells::Over) && before.clone().any(|at| is_name(items, at));
        let range = if over {
            before
        } else if item.tells().contains(&Tells::Aside) {
            let ends = (at + 1..items.len()).find(|at| items.get(*at).is_none_or(|item| !goes_on(item, Gap::Stop)));
            at + 1..ends.unwrap_or(items.len())
        } else {
            continue;
        };
        marked.get_mut(range).into_iter().flatten().for_each(|one| *one = true);
    }
    let is_aside = |at: usize| marked.get(at) == Some(&true);
    let said = |at: usize| {
        let vocabulary = items.get(at).and_then(|item| item.name()).map(|name| name.vocabulary);
        let others = items.iter().enumerate().filter(|(other, _)| !is_aside(*other));
        vocabulary.is_some() && others.into_iter().any(|(_, other)| other.vocabulary() == vocabulary)
    };
    (0..items.len()).filter(|at| is_aside(*at) && said(*at)).collect()
}

/// The items of a clause that stand before one of it.
fn clause_before(items: &[Item], at: usize) -> Range<usize> {
    let ends = |item: &Item| item.tells().contains(&Tells::Over) || item.tells().contains(&Tells::Anew);
    let begins = (0..at).rev().find(|one| {
        let parted = items.get(one + 1).is_some_and(|next| next.gap >= Gap::Comma);
        parted || items.get(*one).is_some_and(ends)
    });
    begins.map_or(0, |one| one + 1)..at
}

fn goes_on(item: &Item, end: Gap) -> bool {
    item.gap < end && !item.tells().contains(&Tells::Anew)
}

fn is_name(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| item.name().is_some())
}
