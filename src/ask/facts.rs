//! Facts out of the parts of names: what was said, what words imply, and what a session to another machine changes.

use std::ops::Range;

use super::cases::{self, Said};
use super::cues::{Found, Use};
use super::items::Item;
use super::roles::{self, Phrase, Role, Stage};
use super::text::{Gap, Text};
use super::topic::Signals;
use super::{Gives, Read};
use crate::compile::words::is_hangul;
use crate::decide::Facts;

/// Everything that the names of a question say about a table.
pub(super) struct Gathered {
    pub(super) facts: Facts,
    pub(super) cases: Vec<Facts>,
    pub(super) unknown: Vec<(usize, String)>,
    pub(super) reads: Vec<Read>,
}

/// Gathers facts.
pub(super) fn gather(stage: Stage<'_>, text: &Text<'_>, items: &[Item], signals: &Signals) -> Gathered {
    let mut phrases = roles::phrases(stage, items);
    let mut roles = roles::assign(stage, items, &mut phrases);
    if std::env::var("TRACE").is_ok() {
        for p in &phrases {
            eprintln!("{p:?}");
        }
    }
    let mut reads: Vec<Read> = Vec::new();
    session(stage, text, items, &phrases, signals, &mut roles, &mut reads);
    imply(stage, items, &mut roles, &mut reads);
    let mut said: Vec<Said> = Vec::new();
    let mut unknown = Vec::new();
    for role in &roles {
        let Some(item) = items.get(role.item) else { continue };
        if is_everything(stage, item, role) {
            // It could be any: no fact, though it was understood.
        } else if role.values.is_empty() {
            unknown.push((role.axis, text.get(&item.span).to_owned()));
        } else {
            said.push(Said { axis: role.axis, values: role.values.clone(), at: item.span.start });
        }
        reads.push(read(item, role));
    }
    unknown.sort();
    unknown.dedup();
    unknown.retain(|(axis, _)| !said.iter().any(|one| one.axis == *axis));
    reads.extend(
        items
            .iter()
            .enumerate()
            .filter(|(at, _)| !roles.iter().any(|role| role.item == *at))
            .filter_map(|(_, item)| Some(Read { span: item.span.clone(), gives: other(item)?, assumed: false })),
    );
    let told: Vec<Range<usize>> =
        reads.iter().filter(|read| read.gives != Gives::Cue).map(|read| read.span.clone()).collect();
    reads.retain(|read| read.gives != Gives::Cue || !told.contains(&read.span));
    reads.sort_by_key(|read| (read.span.start, read.span.end));
    reads.dedup();
    let (facts, cases) = cases::facts(stage.table, &said);
    Gathered { facts, cases, unknown, reads }
}

/// Whether a name that cannot tell which of its values is meant can mean every value inside.
fn is_everything(stage: Stage<'_>, item: &Item, role: &Role) -> bool {
    let inside = stage.table.axes.get(role.axis).map_or(0, |axis| axis.inside);
    item.name().is_some_and(|name| name.ambiguous) && role.values.iter().copied().eq(0..inside)
}

/// The words of a question that told nothing at all; neighbours are one.
pub(super) fn ignored(text: &Text<'_>, items: &[Item], found: &[Found]) -> Vec<Range<usize>> {
    let mut taken: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
    taken.extend(found.iter().filter(|cue| cue.uses.iter().any(|one| !one.is_structure())).map(|cue| cue.span.clone()));
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
        if is_taken(&word.span) {
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
    let read = |item: &Item| Some(Read { span: item.span.clone(), gives: other(item)?, assumed: false });
    items.iter().filter_map(read).collect()
}

fn read(item: &Item, role: &Role) -> Read {
    let ambiguous = item.name().is_some_and(|name| name.ambiguous);
    let gives = if role.values.is_empty() {
        Gives::Unknown { axis: role.axis }
    } else {
        Gives::Fact { axis: role.axis, values: role.values.clone(), ambiguous, implied: item.name().is_none() }
    };
    Read { span: item.span.clone(), gives, assumed: role.assumed }
}

/// What an item tells that has no part in the facts.
fn other(item: &Item) -> Option<Gives> {
    if let Some(name) = item.name() {
        return Some(Gives::NotAsked { vocabulary: name.vocabulary, values: name.values.clone() });
    }
    let uses = item.uses();
    let told = |one: &Use| match one {
        Use::Foreign => Some(Gives::Foreign),
        Use::Filler => None,
        _ => Some(Gives::Cue),
    };
    uses.iter().filter_map(told).next()
}

/// Words that are a fact, where nothing else tells the axis.
fn imply(stage: Stage<'_>, items: &[Item], roles: &mut Vec<Role>, reads: &mut Vec<Read>) {
    let named: Vec<usize> = roles.iter().map(|role| role.axis).collect();
    let mut done: Vec<usize> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        for implied in item
            .uses()
            .iter()
            .filter_map(|one| if let Use::Implied(at) = one { stage.ask.implied.get(*at) } else { None })
        {
            if implied.table != stage.table.id {
                continue;
            }
            for (axis, values) in implied.facts.iter().filter(|(axis, _)| !named.contains(axis)) {
                if done.contains(axis) {
                    continue;
                }
                done.push(*axis);
                reads.push(Read {
                    span: item.span.clone(),
                    gives: Gives::Fact { axis: *axis, values: values.clone(), ambiguous: false, implied: true },
                    assumed: false,
                });
                roles.push(Role { item: at, axis: *axis, values: values.clone(), assumed: false });
            }
        }
    }
}

/// A session to another machine: that machine does the work, whatever the asker sits at.
fn session(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    phrases: &[Phrase],
    signals: &Signals,
    roles: &mut Vec<Role>,
    reads: &mut Vec<Read>,
) {
    for (at, item) in items.iter().enumerate() {
        let Some(number) = item.uses().iter().find_map(|one| if let Use::Session(at) = one { Some(*at) } else { None })
        else {
            continue;
        };
        let Some(session) = stage.ask.sessions.get(number).filter(|session| session.table == stage.table.id) else {
            continue;
        };
        if signals.tell(Use::NoSession(number)) {
            continue;
        }
        let Some(far) = far_end(stage, text, items, phrases, at) else { continue };
        let inside = |role: &Role| far.contains(&role.item);
        let other = stage.side_of(session.reaches);
        let machine = items
            .get(far.clone())
            .into_iter()
            .flatten()
            .any(|item| stage.noun(item).is_some_and(|(side, axis)| Some(side) == other && axis.is_none()));
        let system = |role: &&Role| role.axis == session.moves || role.axis == session.reaches;
        let named: Option<Role> = roles.iter().filter(|role| inside(role)).find(system).cloned();
        let reached = roles.iter().find(|role| role.axis == session.reaches).cloned();
        let Some(end) = named.clone().or_else(|| reached.filter(|_| machine)) else { continue };
        // What the asker sits at does not matter any more.
        roles.retain(|role| {
            let aside = role.axis == session.moves && !far.contains(&role.item);
            if aside && let Some(item) = items.get(role.item) {
                let gives = Gives::SetAside { axis: role.axis, values: role.values.clone() };
                reads.push(Read { span: item.span.clone(), gives, assumed: false });
            }
            !aside
        });
        let (moves, reaches) = (session.moves, session.reaches);
        for axis in [moves, reaches] {
            let has =
                roles.iter().any(|role| role.axis == axis && (axis == moves || role.item == end.item || !machine));
            let others = axis == reaches && (!machine || roles.iter().any(|role| role.axis == reaches));
            if !has && !others {
                let fitting = translated(stage, end.axis, axis, &end.values);
                roles.push(Role { item: end.item, axis, values: fitting, assumed: false });
            }
        }
        reads.push(Read { span: item.span.clone(), gives: Gives::Session, assumed: false });
        break;
    }
}

/// The items that name the far end of a session: behind the cue, or, the Korean way, before it.
fn far_end(stage: Stage<'_>, text: &Text<'_>, items: &[Item], phrases: &[Phrase], at: usize) -> Option<Range<usize>> {
    let cue = items.get(at)?;
    let whole = text.get(&cue.span);
    let behind =
        phrases.iter().find(|phrase| phrase.items.start > at).filter(|phrase| near(items, at, phrase.items.start));
    let before = phrases
        .iter()
        .rev()
        .find(|phrase| phrase.items.end <= at)
        .filter(|phrase| near(items, phrase.items.end - 1, at));
    let korean =
        whole.contains(is_hangul) || items.get(at + 1).is_some_and(|next| text.get(&next.span).contains(is_hangul));
    // The cue itself may name the machine: `from the node itself`.
    let own = stage.noun(cue).map(|_| at..at + 1);
    let found = if korean { before.or(behind) } else { behind.or(before) };
    found.map(|phrase| phrase.items.clone()).or(own)
}

/// Whether two items stand in the same sentence, with few words between.
fn near(items: &[Item], from: usize, to: usize) -> bool {
    let between = items.get(from + 1..=to).unwrap_or_default();
    let unread: usize = between.iter().map(|item| item.unread).sum();
    unread <= 4 && between.iter().all(|item| item.gap < Gap::Stop)
}

/// Values of one axis as values of another that draws on the same vocabulary.
fn translated(stage: Stage<'_>, from: usize, to: usize, values: &[usize]) -> Vec<usize> {
    let axes = &stage.table.axes;
    let (Some(from), Some(to)) = (axes.get(from), axes.get(to)) else { return Vec::new() };
    let Some(vocabulary) = stage.knowledge.vocabulary(to.vocabulary) else { return Vec::new() };
    let known = values.iter().filter_map(|value| from.values.get(*value));
    let mut found: Vec<usize> = known.flat_map(|value| to.positions(*value, vocabulary)).collect();
    found.sort_unstable();
    found.dedup();
    found
}
