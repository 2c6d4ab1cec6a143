//! Facts out of the parts of names: what was said, what words imply, what a refusal leaves, and what a session to another machine changes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::beside::Beside;
use super::cases::{self, Said};
use super::cues::Found;
use super::items::Item;
use super::phrases::Phrase;
use super::signals::Signals;
use super::stage::{Role, Stage};
use super::text::{Gap, Text};
use super::{Gives, Read};
use super::{antecedents, called, corrections, phrases, session, settle};
use crate::decide::Facts;
use crate::knowledge::ask::{Heard, Sign, Tells};
use crate::knowledge::{AxisId, OnAxis, Table, ValueId, VocabularyId};

/// Further names that may be denied are read as said.
const MOST_DOUBTED: usize = 8;

/// A word for a machine stands at most so many items before what is refused of it.
const MOST_BEFORE: usize = 32;

/// Everything that the names of a question say about a table.
pub(super) struct Gathered {
    pub(super) facts: Facts,
    pub(super) cases: Vec<Facts>,
    pub(super) unknown: Vec<(AxisId, String)>,
    pub(super) reads: Vec<Read>,
    /// Whether what is asked is if the work must be done over a session.
    pub(super) session_asked: bool,
    /// Whether something that only may be so is passed over, since the question is about something else.
    pub(super) doubtful: bool,
}

/// Gathers facts, for every fair reading of the question, the best one first.
pub(super) fn gather(stage: Stage<'_>, text: &Text<'_>, items: &[Item], signals: &Signals) -> Vec<Gathered> {
    let mut phrases = phrases::phrases(stage, text, items);
    let refused: Vec<usize> = phrases.iter().flat_map(|phrase| phrase.denied.iter().copied()).collect();
    corrections::correct(stage, items, &mut phrases);
    corrections::change(stage, text, items, &mut phrases);
    corrections::former(stage, text, items, &mut phrases);
    let aside = Beside::new(stage.ask, text, items).names;
    for phrase in &mut phrases {
        phrase.denied.extend(aside.iter().filter(|at| phrase.items.contains(at)));
    }
    let refused: Vec<usize> = refused.into_iter().filter(|at| !aside.contains(at)).collect();
    let doubted = phrases::doubted(stage, text, items, &phrases);
    let gathered = |mut phrases: Vec<Phrase>| -> Vec<Gathered> {
        let readings = settle::assign(stage, items, &mut phrases);
        let one = |mut roles: Vec<Role>| {
            remain(stage, text, items, &refused, &mut roles);
            gather_one(stage, text, items, &phrases, &aside, signals, roles)
        };
        readings.into_iter().map(one).collect()
    };
    let mut readings = gathered(phrases.clone());
    for at in doubted.into_iter().take(MOST_DOUBTED) {
        let mut denied = phrases.clone();
        denied.iter_mut().filter(|phrase| phrase.items.contains(&at)).for_each(|phrase| phrase.denied.push(at));
        readings.extend(gathered(denied).into_iter().take(1));
    }
    readings
}

fn gather_one(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    phrases: &[Phrase],
    aside: &[usize],
    signals: &Signals,
    mut roles: Vec<Role>,
) -> Gathered {
    let mut reads: Vec<Read> = Vec::new();
    let session_asked = session::is_asked(items, signals);
    let linked =
        if session_asked { None } else { session::apply(stage, text, items, phrases, signals, &mut roles, &mut reads) };
    let denied: Vec<usize> = phrases.iter().flat_map(|phrase| phrase.denied.iter().copied()).collect();
    antecedents::resolve(stage, text, items, phrases, &mut roles);
    antecedents::bygone(text, items, &mut roles);
    antecedents::alike(stage, text, items, &mut roles);
    imply(stage, items, &mut roles, &mut reads);
    // What is offered instead says nothing where what it would take the place of has a name.
    let is_offered = |role: &Role| items.get(role.item).is_some_and(|item| signals.is_offered(item.span.start));
    let own: Vec<AxisId> = roles.iter().filter(|role| !is_offered(role)).map(|role| role.axis).collect();
    roles.retain(|role| !is_offered(role) || !own.contains(&role.axis));
    let mut said: Vec<Said> = Vec::new();
    let mut unknown = Vec::new();
    for role in &roles {
        let Some(item) = items.get(role.item) else { continue };
        if is_everything(stage, item, role) {
            // It could be any: no fact, though it was understood.
        } else if role.values.is_empty() {
            unknown.push((role.axis, text.get(&item.words()).to_owned(), item.span.start));
        } else {
            let (values, assumed) = (role.values.clone(), role.assumed);
            said.push(Said { axis: role.axis, values, at: item.span.start, assumed });
        }
        reads.push(read(item, role));
    }
    let told: Vec<Range<usize>> = reads.iter().map(|read| read.span.clone()).collect();
    for (at, item) in items.iter().enumerate().filter(|(_, item)| !told.contains(&item.words())) {
        let gives = match item.name() {
            Some(name) if denied.contains(&at) && !aside.contains(&at) => {
                Some(Gives::Denied { vocabulary: name.vocabulary, values: name.values.clone() })
            }
            _ => other(item),
        };
        reads.extend(gives.map(|gives| Read { span: item.words(), gives, assumed: false }));
    }
    reads.sort_by_key(|read| (read.span.start, read.span.end));
    reads.dedup();
    let called = called::called(stage, text, items, &roles, signals);
    // What the question names itself is not told by what is said before.
    let named: BTreeSet<AxisId> =
        said.iter().filter(|one| signals.is_in_question(one.at)).map(|one| one.axis).collect();
    let is_again = |one: &&Said| !named.contains(&one.axis) && called.iter().any(|part| part.contains(&one.at));
    let again: BTreeSet<(usize, AxisId)> = said.iter().filter(is_again).map(|one| (one.at, one.axis)).collect();
    let places: BTreeSet<usize> = again.iter().map(|(at, _)| *at).collect();
    let is_asked = |at: usize| signals.is_in_question(at) || places.contains(&at);
    let (facts, mut cases) = cases::asked_for(stage.table, cases::facts(stage.table, &said), &said, &is_asked);
    let is_lost = |axis: AxisId, some: &[OnAxis]| {
        facts.get(axis).is_some_and(|values| !some.iter().any(|value| values.contains(*value)))
    };
    let doubtful = said.iter().any(|one| one.assumed && is_lost(one.axis, &one.values));
    // What is told of another machine than the one that is asked about is no fact.
    let told_again: BTreeSet<AxisId> = again.iter().map(|(_, axis)| *axis).collect();
    unknown.retain(|(axis, _, at)| !told_again.contains(axis) || is_asked(*at));
    let mut unknown: Vec<(AxisId, String)> = unknown.into_iter().map(|(axis, name, _)| (axis, name)).collect();
    unknown.sort();
    unknown.dedup();
    for read in &mut reads {
        if let Gives::Fact { axis, values, .. } = &read.gives
            && is_lost(*axis, values)
            && told_again.contains(axis)
        {
            let axis = &stage.table[*axis];
            let values = values.iter().map(|value| axis[*value]).collect();
            read.gives = Gives::NotAsked { vocabulary: axis.vocabulary, values };
        }
    }
    if let Some(axes) = linked.filter(|_| cases.is_empty()) {
        cases = cases::of_one_machine(stage, &facts, axes);
    }
    let is_known = |one: &Said| !unknown.iter().any(|(axis, _)| *axis == one.axis);
    if said.iter().all(is_known) {
        return Gathered { facts, cases, unknown, reads, session_asked, doubtful };
    }
    // Of several machines one is something unknown: what is known of the others is true of them alone.
    let cases = if cases.is_empty() { vec![facts] } else { cases };
    let (facts, _) = cases::facts(stage.table, &said.into_iter().filter(is_known).collect::<Vec<_>>());
    Gathered { facts, cases, unknown, reads, session_asked, doubtful }
}

/// `not clustered`: of an axis that has all values of its vocabulary, what is refused leaves the one that remains.
fn remain(stage: Stage<'_>, text: &Text<'_>, items: &[Item], refused: &[usize], roles: &mut Vec<Role>) {
    for (id, axis) in AxisId::of(&stage.table.axes) {
        if axis.inside < stage.knowledge[axis.vocabulary].values.len() {
            continue;
        }
        let name = |at: &usize| items.get(*at)?.name().filter(|name| name.vocabulary == axis.vocabulary);
        let side = stage.side_of(id);
        let of_another = |at: usize| is_of_another(stage, items, at, side) || is_in_compound(stage, text, items, at);
        let own: Vec<usize> = refused.iter().copied().filter(|at| name(at).is_some() && !of_another(*at)).collect();
        let Some(item) = own.last().copied() else { continue };
        let values: BTreeSet<ValueId> = own.iter().filter_map(name).flat_map(|name| name.values.clone()).collect();
        let mut left = axis.inside().filter(|at| !values.contains(&axis[*at]));
        let (Some(value), None) = (left.next(), left.next()) else { continue };
        // `We have no other cluster .. the CCR`: what is named more closely stays; what is both named and refused is open.
        let is_refused =
            |role: &Role| role.values.iter().all(|at| values.contains(&axis[*at])) && role.values.len() == values.len();
        if roles.iter().filter(|role| role.axis == id).all(is_refused) {
            roles.push(Role { item, axis: id, values: vec![value], assumed: false });
        }
    }
}

/// `no cluster tools`: whether a word right behind a name makes it part of the name of something else.
fn is_in_compound(stage: Stage<'_>, text: &Text<'_>, items: &[Item], at: usize) -> bool {
    let end = items.get(at).map_or(0, |item| item.span.end);
    let next = text.words.partition_point(|word| word.span.start < end);
    let joined = text.gaps.get(next).is_some_and(|gap| *gap < Gap::Either);
    let Some(word) = text.words.get(next).filter(|_| joined) else { return false };
    let item = items.get(at + 1).filter(|item| item.span.start <= word.span.start);
    item.is_none_or(|item| item.name().is_some() || stage.noun(item).is_some())
}

/// `My workstation is not part of the cluster`: whether the last word for a machine before it in the sentence is that of another side.
fn is_of_another(stage: Stage<'_>, items: &[Item], at: usize, side: Option<usize>) -> bool {
    let before = items.get(at.saturating_sub(MOST_BEFORE)..=at).unwrap_or_default();
    let first = before.iter().rposition(|item| item.gap >= Gap::Stop).unwrap_or(0);
    let of = |one: &Tells| one.side().filter(|side| stage.is_here(*side) && !matches!(one, Tells::Hint(_)));
    let named = |item: &Item| item.name().and_then(|_| stage.noun(item)).map(|noun| noun.side);
    let before = before.iter().skip(first).take(before.len().saturating_sub(first + 1));
    let mut sides = before.filter_map(|item| item.tells().iter().find_map(of).or_else(|| named(item)));
    sides.next_back().is_some_and(|of| Some(of) != side)
}

/// Whether an answer is heard by a name that is no part of the question: that of a machine that does not matter.
pub(super) fn only_beside(table: &Table, heard: &Heard, reads: &[Read]) -> bool {
    let on_axis = |(axis, values): (AxisId, &[OnAxis]), (of, meant): (VocabularyId, &[ValueId])| {
        let axis = &table[axis];
        axis.vocabulary == of && values.iter().any(|value| meant.contains(&axis[*value]))
    };
    let told = |read: &Read, sign: (VocabularyId, &[ValueId])| match &read.gives {
        Gives::Fact { axis, values, .. } => on_axis((*axis, values), sign),
        _ => false,
    };
    let other = |read: &Read, (of, meant): (VocabularyId, &[ValueId])| match &read.gives {
        Gives::SetAside { axis, values } => on_axis((*axis, values), (of, meant)),
        Gives::NotAsked { vocabulary, values } | Gives::Denied { vocabulary, values } => {
            *vocabulary == of && values.iter().any(|value| meant.contains(value))
        }
        _ => false,
    };
    let placed = |of: VocabularyId| table.axes.iter().any(|axis| axis.vocabulary == of);
    // What the table has no axis for is told wherever it is named.
    let told = |sign: (VocabularyId, &[ValueId])| {
        reads.iter().any(|read| told(read, sign) || (!placed(sign.0) && other(read, sign)))
    };
    let beside = |sign: (VocabularyId, &[ValueId])| placed(sign.0) && reads.iter().any(|read| other(read, sign));
    heard.all.iter().any(|signs| {
        let names = signs.iter().map(|sign| match sign {
            Sign::Named(vocabulary, values) => Some((*vocabulary, values.as_slice())),
            Sign::Set(_) | Sign::Asks(_) => None,
        });
        let Some(names) = names.collect::<Option<Vec<_>>>() else { return false };
        names.iter().any(|sign| beside(*sign)) && !names.iter().any(|sign| told(*sign))
    })
}

/// Whether a name that cannot tell which of its values is meant can mean every value inside.
fn is_everything(stage: Stage<'_>, item: &Item, role: &Role) -> bool {
    let inside = stage.table[role.axis].inside();
    item.name().is_some_and(|name| name.ambiguous) && role.values.iter().copied().eq(inside)
}

/// The words of a question that told nothing at all; neighbours are one.
pub(super) fn ignored(text: &Text<'_>, items: &[Item], found: &[Found]) -> Vec<Range<usize>> {
    let mut taken: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
    taken
        .extend(found.iter().filter(|cue| cue.tells.iter().any(|one| !one.is_structure())).map(|cue| cue.span.clone()));
    taken.sort_by_key(|span| span.start);
    // How far the question is taken by everything that begins up to here.
    let mut reach = 0;
    let reaches: Vec<usize> = taken
        .iter()
        .map(|span| {
            reach = reach.max(span.end);
            reach
        })
        .collect();
    let is_taken = |span: &Range<usize>| {
        let before = taken.partition_point(|other| other.start < span.end);
        before.checked_sub(1).and_then(|at| reaches.get(at)).is_some_and(|reach| *reach > span.start)
    };
    let mut ignored: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, word) in text.words.iter().enumerate() {
        // Of one sign that stands for two letters the second has no place of its own.
        if word.span.is_empty() || is_taken(&word.span) || text.article.get(at) == Some(&true) {
            open = false;
            continue;
        }
        match ignored.last_mut().filter(|_| open && text.gaps.get(at).is_some_and(|gap| *gap < Gap::Comma)) {
            Some(span) => span.end = word.span.end,
            None => ignored.push(word.span.clone()),
        }
        open = true;
    }
    ignored
}

/// The words of a question that is about none of the tables.
pub(super) fn cues_only(items: &[Item]) -> Vec<Read> {
    let read = |item: &Item| Some(Read { span: item.words(), gives: other(item)?, assumed: false });
    items.iter().filter_map(read).collect()
}

fn read(item: &Item, role: &Role) -> Read {
    let ambiguous = item.name().is_some_and(|name| name.ambiguous);
    let gives = if role.values.is_empty() {
        Gives::Unknown { axis: role.axis }
    } else {
        Gives::Fact { axis: role.axis, values: role.values.clone(), ambiguous, implied: item.name().is_none() }
    };
    Read { span: item.words(), gives, assumed: role.assumed }
}

/// What an item tells that has no part in the facts.
fn other(item: &Item) -> Option<Gives> {
    if let Some(name) = item.name() {
        return Some(Gives::NotAsked { vocabulary: name.vocabulary, values: name.values.clone() });
    }
    let tells = item.tells();
    let told = |one: &Tells| match one {
        Tells::Foreign => Some(Gives::Foreign),
        Tells::Scope(_) => Some(Gives::Scope),
        Tells::Filler | Tells::Label => None,
        _ => Some(Gives::Cue),
    };
    tells.iter().find_map(told)
}

/// Words that are a fact, where nothing else tells the axis.
fn imply(stage: Stage<'_>, items: &[Item], roles: &mut Vec<Role>, reads: &mut Vec<Read>) {
    let here = |one: &Tells| {
        let implied = if let Tells::Implied(at) = one { stage.ask.implied.get(*at) } else { None };
        implied.filter(|implied| implied.table == stage.table.id)
    };
    for (at, item) in items.iter().enumerate() {
        for (axis, values) in item.tells().iter().filter_map(here).flat_map(|implied| &implied.facts) {
            // `.. of Exchange 2003. Can I use the System Manager?`: what is said already may be said again.
            let mut said = roles.iter().filter(|role| role.axis == *axis).peekable();
            if said.peek().is_some() && !said.any(|role| role.values == *values) {
                continue;
            }
            let gives = Gives::Fact { axis: *axis, values: values.clone(), ambiguous: false, implied: true };
            reads.push(Read { span: item.words(), gives, assumed: false });
            roles.push(Role { item: at, axis: *axis, values: values.clone(), assumed: false });
        }
    }
}
