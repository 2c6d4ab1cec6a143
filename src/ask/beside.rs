//! What is told beside the question: what was read somewhere, what was so or will be. `Until May it was RTM`, `it was RTM until May`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::items::{Item, end_before};
use super::text::{Gap, Text};
use crate::knowledge::ask::{Ask, Tells};

/// So many clauses a word that says of a machine that it is not ours goes back to find it.
const MOST_CLAUSES: usize = 4;

/// What is told beside the question.
pub(super) struct Beside {
    /// For each item, whether it is; none where nothing but that is named: then it is what is asked.
    marked: Vec<bool>,
    /// Names that are no fact.
    pub(super) names: Vec<usize>,
}

impl Beside {
    pub(super) fn new(ask: &Ask, text: &Text<'_>, items: &[Item]) -> Self {
        let (asking, own) = (asking(text, items), own_names(ask, items));
        let mut marked = marked(items, &asking);
        if own.iter().all(|at| marked.get(*at) == Some(&true)) {
            marked.fill(false);
        }
        let mut alien = alien(ask, items, &asking);
        if own.iter().all(|at| marked.get(*at) == Some(&true) || alien.contains(at)) {
            alien.clear();
        }
        let beside = |at: &usize| marked.get(*at) == Some(&true) || alien.contains(at);
        let names = (0..items.len()).filter(|at| is_name(items, *at) && beside(at)).collect();
        Self { marked, names }
    }

    /// The items of the question itself.
    pub(super) fn without(&self, items: &[Item]) -> Vec<Item> {
        let own = items.iter().zip(&self.marked).filter(|(_, marked)| !**marked);
        own.map(|(item, _)| item.clone()).collect()
    }

    /// Whether a place is in what is told beside.
    pub(super) fn takes(&self, question: &str, items: &[Item], place: usize) -> bool {
        let behind = items.partition_point(|item| item.span.start <= place);
        let last = behind.checked_sub(1).and_then(|last| Some((self.marked.get(last)?, items.get(last)?)));
        last.is_some_and(|(marked, item)| {
            let between = question.get(item.span.end.min(place)..place).unwrap_or_default();
            *marked && !between.contains(['.', '?', '!', ';', '\n'])
        })
    }
}

/// For each item, whether its sentence asks.
fn asking(text: &Text<'_>, items: &[Item]) -> Vec<bool> {
    let (mut sentence, mut asks) = (0..0, false);
    let mut is_asking = |item: &Item| {
        if !sentence.contains(&item.span.start) {
            sentence = text.sentence(item.span.start);
            asks = text.get(&sentence).contains('?');
        }
        asks
    };
    items.iter().map(&mut is_asking).collect()
}

/// The names in sentences and lines that say something of machines which do not matter and of no others: `SRV1 - domain controller,
/// Windows Server 2008`.
fn alien(ask: &Ask, items: &[Item], asking: &[bool]) -> BTreeSet<usize> {
    let borders = (1..items.len()).filter(|at| items.get(*at).is_some_and(|item| item.gap >= Gap::Stop));
    let borders: Vec<usize> = [0].into_iter().chain(borders).chain([items.len()]).collect();
    let sentences = borders.windows(2).filter_map(|pair| if let [from, to] = pair { Some(*from..*to) } else { None });
    // `replaced XP by Vista` tells what is so now.
    let elsewhere = |item: &Item| {
        let tells = item.tells();
        tells.iter().any(|one| ask.is_elsewhere(*one)) && !tells.contains(&Tells::Change)
    };
    let own = |one: &Tells| {
        let side = matches!(one, Tells::Noun(..) | Tells::Before(..) | Tells::After(_) | Tells::Hint(_));
        let other = matches!(one, Tells::Both | Tells::Label | Tells::Now);
        (side || other) && !ask.is_elsewhere(*one)
    };
    let is_alien = |sentence: &Range<usize>| {
        let some = items.get(sentence.clone()).unwrap_or_default();
        let first = some.iter().find(|item| item.vocabulary().is_some() || elsewhere(item));
        let is_said = asking.get(sentence.start) == Some(&false);
        is_said && first.is_some_and(elsewhere) && !some.iter().flat_map(Item::tells).any(own)
    };
    sentences.filter(is_alien).flatten().filter(|at| is_name(items, *at)).collect()
}

/// Names that are not right behind a word for a machine that does not matter.
pub(super) fn own_names(ask: &Ask, items: &[Item]) -> Vec<usize> {
    let is_own = |at: &usize| {
        let before = items.get(at.saturating_sub(2)..*at).unwrap_or_default();
        is_name(items, *at) && !before.iter().any(|item| item.tells().iter().any(|one| ask.is_elsewhere(*one)))
    };
    (0..items.len()).filter(is_own).collect()
}

/// The items that words for it stand before, or behind.
fn marked(items: &[Item], asking: &[bool]) -> Vec<bool> {
    let mut marked = vec![false; items.len()];
    let later = is_later(items);
    // Who asks for what is to come asks for what is planned.
    let counts = |item: &Item| !(later && item.tells().contains(&Tells::Later));
    for (at, item) in items.iter().enumerate().filter(|(_, item)| counts(item)) {
        let before = clause_before(items, at);
        // `The head office has a CCR, but that is not our concern`
        let names = |range: &Range<usize>| range.clone().any(|at| is_name(items, at));
        let same = |at: &usize| items.get(*at).is_some_and(|item| item.gap < Gap::Stop);
        let before = std::iter::successors(Some(before), |clause| {
            let only = !item.tells().contains(&Tells::Aside) && !names(clause) && same(&clause.start);
            let border = clause.start.checked_sub(1).filter(|_| only && asking.get(at) == Some(&false))?;
            Some(clause_before(items, border))
        });
        let before = before.take(MOST_CLAUSES).last().map_or(at..at, |clause| clause.start..at);
        let over = item.tells().contains(&Tells::Over) && names(&before);
        // `on site until Friday and has brought ..`: what only may stand before is told before.
        let joined = |item: &Item| item.tells().iter().any(|one| matches!(one, Tells::Alike | Tells::Part));
        let last = before.clone().last().and_then(|last| items.get(last));
        let begins = !item.tells().contains(&Tells::Over) || (item.unread == 0 && last.is_none_or(joined));
        let range = if over {
            before
        } else if begins && item.tells().contains(&Tells::Aside) {
            let ends = (at + 1..items.len()).find(|at| items.get(*at).is_none_or(|item| !goes_on(item, Gap::Stop)));
            at + 1..ends.unwrap_or(items.len())
        } else {
            continue;
        };
        marked.get_mut(range).into_iter().flatten().for_each(|one| *one = true);
    }
    marked
}

/// The items of a clause that stand before one of it.
fn clause_before(items: &[Item], at: usize) -> Range<usize> {
    let ends = |item: &Item| item.tells().iter().any(|one| matches!(one, Tells::Over | Tells::Anew | Tells::Now));
    let begins = (0..at).rev().find(|one| {
        let parted = items.get(one + 1).is_some_and(|next| next.gap >= Gap::Comma);
        parted || items.get(*one).is_some_and(ends)
    });
    begins.map_or(0, |one| one + 1)..at
}

fn goes_on(item: &Item, end: Gap) -> bool {
    item.gap < end && !item.tells().iter().any(|one| matches!(one, Tells::Over | Tells::Anew | Tells::Now))
}

fn is_name(items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| item.vocabulary().is_some())
}

/// Whether what is to come is asked for.
fn is_later(items: &[Item]) -> bool {
    items.iter().any(|item| item.tells().contains(&Tells::Later) && !item.tells().contains(&Tells::Aside))
}

/// The items that are told of what is so now, in a question about what is to come: `Right now it is 2003. .. Will I be able to ..`
pub(super) fn bygone(text: &Text<'_>, items: &[Item]) -> Vec<usize> {
    let now = items.iter().enumerate().filter(|(_, item)| item.tells().contains(&Tells::Now) && is_later(items));
    // A bracket parts no clause.
    let begins = |at: &usize| {
        let before = end_before(items, *at);
        let item = items.get(*at);
        item.is_none_or(|item| item.gap >= Gap::Stop || text.get(&(before..item.span.start)).contains([',', ':', '\n']))
    };
    let clauses = now.map(|(at, _)| {
        (0..=at).rev().find(begins).unwrap_or(0)..(at + 1..items.len()).find(begins).unwrap_or(items.len())
    });
    clauses.flatten().collect()
}
