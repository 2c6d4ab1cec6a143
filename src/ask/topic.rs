//! What a question is about: one of the tables, a procedure, or something that is not answered here.

use super::beside::own_names;
use super::heard::{Hearing, procedure};
use super::items::Item;
use super::names::Mention;
use super::signals::Signals;
use crate::knowledge::ask::{Ask, Asks, Heard, Procedure, Scope, Tells, Topic};
use crate::knowledge::{AxisId, Knowledge, Table, ValueId, VocabularyId};
use crate::model::Reply;

/// What a session to another machine weighs for the table that knows it.
const SESSION: u32 = 4;

/// What it weighs that the names of a question are all that a table asks for.
const FILLED: u32 = 2;

/// What it weighs for the table that is asked by default that everything is named which is found there.
const WHOLE: u32 = 3;

/// What each cue of something out of scope weighs.
const SCOPE: u32 = 4;

/// From this weight on, a cue is a word for its topic.
const ENOUGH: u32 = 3;

/// What the words of a topic count at most.
const MOST: u32 = 12;

/// What all cues together count that only may go with a topic.
const MOST_WEAK: u32 = 2;

/// What is asked, before the facts are gathered.
#[derive(Clone, Copy)]
pub(super) enum Choice<'k> {
    Table { table: &'k Table, shown: bool },
    Procedure { table: &'k Table, procedure: &'k Procedure, heard: &'k Heard },
    OutOfScope(Option<&'k Scope>),
}

impl<'k> Choice<'k> {
    pub(super) fn table(&self) -> Option<&'k Table> {
        match self {
            Self::Table { table, .. } | Self::Procedure { table, .. } => Some(table),
            Self::OutOfScope(_) => None,
        }
    }
}

/// Chooses what the question is about; without `hearing`, which of the tables. `within` reads the question as one to a table.
pub(super) fn choose<'k>(
    knowledge: &'k Knowledge,
    signals: &Signals,
    items: &[Item],
    within: &dyn Fn(&str) -> Vec<Item>,
    hearing: Option<Hearing>,
) -> Choice<'k> {
    let ask = knowledge.ask();
    let scope = scope(ask, signals);
    // Two names of what is asked by default are no part of what is said beside it.
    let placed = |of: VocabularyId| {
        knowledge.default_table().is_some_and(|table| table.axes.iter().any(|axis| axis.vocabulary == of))
    };
    let own = own_names(ask, items).into_iter().filter_map(|at| items.get(at)?.vocabulary());
    let several = own.filter(|of| placed(*of)).count() > 2;
    let strange = scope.is_some();
    let about: Vec<bool> = (0..ask.topics.len()).map(|at| is_about(knowledge, at, signals, items, strange)).collect();
    let chosen = |topic: &Topic| knowledge.table(&topic.table);
    let told = |at: &usize| signals.weights.iter().any(|(topic, weight)| topic == at && *weight >= ENOUGH);
    let first = knowledge.default_table().map_or("", |table| table.id.as_str());
    let plain = ask.topics.iter().position(|topic| topic.table == first).is_some_and(|at| told(&at));
    let whole = knowledge.default_table().is_some_and(|table| is_whole(table, &within(&table.id)));
    let besides = [Asks::How, Asks::Must, Asks::Skip].into_iter().any(|one| signals.tell(Tells::Asks(one)));
    let why = signals.tell(Tells::Asks(Asks::Why));
    // `tools SP1, CCR on 2003`: what is chosen there is no part of another table.
    let is_chosen = |of: VocabularyId| {
        let is_choice = |table: &Table, axis: AxisId| table[axis].choice && table[axis].vocabulary == of;
        let here = |table: &Table, side: usize| ask.sides.get(side).filter(|side| side.is_of(&table.id));
        let chosen = |table: &Table, one: &Tells| match one {
            Tells::Noun(side, Some(axis)) => here(table, *side).is_some() && is_choice(table, *axis),
            Tells::Before(side, _) => {
                here(table, *side).is_some_and(|side| side.axes.iter().any(|axis| is_choice(table, *axis)))
            }
            _ => false,
        };
        let told = |table| items.iter().flat_map(Item::tells).any(|one| chosen(table, one));
        knowledge.default_table().is_some_and(told)
    };
    let filled = |table: &Table| {
        !plain
            && !table.axes.iter().any(|axis| is_chosen(axis.vocabulary))
            && is_filled(knowledge, table, &within(&table.id))
    };
    let weigh = |(at, about): (usize, &bool)| {
        let table = ask.topics.get(at).and_then(chosen);
        let Some(table) = table.filter(|table| *about && is_fit(knowledge, table, items)) else { return 0 };
        let spoken = score(ask, at, signals, items);
        let named = if filled(table) { FILLED } else { WHOLE * u32::from(whole && table.id == first) };
        spoken + if spoken >= ENOUGH { named } else { 0 }
    };
    let scores: Vec<u32> = about.iter().enumerate().map(weigh).collect();
    let best = scores.iter().copied().max().unwrap_or(0);
    // What is named beside something strange may be what it belongs to: only what is asked speaks against it.
    let asked = |at: usize| match cue_score(at, signals) {
        ENOUGH.. if signals.beside => scores.get(at).copied().unwrap_or(0),
        own => own,
    };
    let asked = about.iter().enumerate().filter(|(_, about)| **about).map(|(at, _)| asked(at)).max().unwrap_or(0);
    let about = about.contains(&true);
    if let Some((scope, weight)) = scope
        && (!about || weight >= asked)
        && !(signals.only_machines && several)
        && hearing != Some(Hearing::Asked)
    {
        return Choice::OutOfScope(Some(scope));
    }
    // The table that is asked by default has all that it needs.
    let by_table = whole && plain && !besides && hearing == Some(Hearing::Plain);
    if let Some(hearing) = hearing
        && let Some((procedure, heard, sure)) = procedure(knowledge, signals, items, &scores, (hearing, strange))
        && let Some(table) = knowledge.table(&procedure.table)
        && !(by_table
            && !sure
            && (table.id != first
                || (!why && matches!(heard.reply, Reply::Told | Reply::Needed | Reply::NotNeeded | Reply::No))))
    {
        return Choice::Procedure { table, procedure, heard };
    }
    if knowledge.default_table().is_some_and(|table| is_of_others(knowledge, table, items)) {
        return Choice::OutOfScope(None);
    }
    // One name alone asks nothing that any table is about.
    let named = items.iter().filter(|item| item.name().is_some() || is_unknown(item)).count();
    let clear = |name: &Mention| name.values.len() == 1;
    let bare = named == 1 && !about && !signals.asks && items.iter().filter_map(Item::name).all(clear);
    if bare || (named == 0 && (!about || best < ENOUGH)) {
        return Choice::OutOfScope(scope.map(|(scope, _)| scope));
    }
    let best = scores.iter().position(|score| *score == best && best > 0);
    let first =
        best.filter(told).or_else(|| ask.topics.iter().position(|topic| chosen(topic).is_some_and(filled))).or(best);
    let shown = first.and_then(|at| ask.topics.get(at)).and_then(chosen);
    match shown.or_else(|| knowledge.default_table()) {
        Some(table) => Choice::Table { table, shown: shown.is_some() },
        None => Choice::OutOfScope(None),
    }
}

/// Whether all releases that are named are of generations that the table knows by name only: what holds there is another matter.
fn is_of_others(knowledge: &Knowledge, table: &Table, items: &[Item]) -> bool {
    table.axes.iter().any(|axis| {
        let vocabulary = &knowledge[axis.vocabulary];
        let major = |value: ValueId| vocabulary[value].version.as_ref().map(|version| version.major);
        let own: Vec<Option<u64>> = axis.inside().map(|at| major(axis[at])).collect();
        let names = items.iter().filter_map(Item::name).filter(|name| name.vocabulary == axis.vocabulary);
        let values: Vec<Option<u64>> = names.flat_map(|name| &name.values).map(|value| major(*value)).collect();
        !values.is_empty() && values.iter().all(|value| value.is_some() && !own.contains(value))
    })
}

/// Whether every name that could have a place in a table has one: in a question about an upgrade nobody names Windows Vista.
fn is_fit(knowledge: &Knowledge, table: &Table, items: &[Item]) -> bool {
    items.iter().filter_map(Item::name).all(|name| {
        let mut axes = table.axes.iter().filter(|axis| axis.vocabulary == name.vocabulary).peekable();
        axes.peek().is_none()
            || axes.any(|axis| !axis.all_positions(&name.values, &knowledge[name.vocabulary]).is_empty())
    })
}

/// Whether the names of a question are one for each axis of a table and none of them is rather one of the table that is asked by default:
/// `SP1 on 2008`.
fn is_filled(knowledge: &Knowledge, table: &Table, items: &[Item]) -> bool {
    let inside = |table: &Table, name: &Mention| {
        let of = table.axes.iter().filter(|axis| axis.vocabulary == name.vocabulary);
        of.into_iter().any(|axis| {
            axis.all_positions(&name.values, &knowledge[name.vocabulary]).iter().any(|at| at.index() < axis.inside)
        })
    };
    let elsewhere = |name: &Mention| knowledge.default_table().is_some_and(|other| inside(other, name));
    // `Exchange 2007` beside `SP1` says nothing more, and `not SP2` nothing.
    let denied = |at: usize| {
        at.checked_sub(1).is_some_and(|at| items.get(at).is_some_and(|item| item.tells().contains(&Tells::Not)))
    };
    let names = items.iter().enumerate().filter(|(at, _)| !denied(*at)).filter_map(|(_, item)| item.name());
    let names: Vec<&Mention> = names.collect();
    table.axes.iter().all(|axis| {
        let of_axis = || names.iter().filter(|name| name.vocabulary == axis.vocabulary);
        let shared = table.axes.iter().filter(|other| other.vocabulary == axis.vocabulary).count() > 1;
        let Some(first) =
            of_axis().find(|name| name.values.len() == 1).or_else(|| of_axis().next()).filter(|_| !shared)
        else {
            return false;
        };
        // The same named twice is rather that of two machines.
        let rest = || of_axis().filter(|other| !std::ptr::eq(**other, *first));
        rest().all(|other| other.values != first.values && other.values.len() > 1)
            && (inside(table, first) || !elsewhere(first))
    })
}

/// Whether a question names as many things of each kind as a table finds: two systems, a release and how the server is built.
fn is_whole(table: &Table, items: &[Item]) -> bool {
    let found = |vocabulary: VocabularyId| {
        table.axes.iter().filter(|axis| axis.vocabulary == vocabulary && !axis.choice).count()
    };
    let named = |vocabulary: VocabularyId| items.iter().filter(|item| item.vocabulary() == Some(vocabulary)).count();
    table.axes.iter().all(|axis| named(axis.vocabulary) >= found(axis.vocabulary).max(1))
}

fn is_unknown(item: &Item) -> bool {
    item.tells().iter().any(|one| matches!(one, Tells::Unknown(_)))
}

/// The weight of everything that speaks for a topic.
fn score(ask: &Ask, at: usize, signals: &Signals, items: &[Item]) -> u32 {
    let Some(topic) = ask.topics.get(at) else { return 0 };
    let named = |vocabulary: VocabularyId, values: &Option<Vec<ValueId>>| {
        items.iter().filter_map(Item::name).any(|name| {
            let meant = |values: &Vec<ValueId>| name.values.iter().all(|value| values.contains(value));
            name.vocabulary == vocabulary && values.as_ref().is_none_or(meant)
        })
    };
    let mentions: u32 =
        topic.mentions.iter().filter(|(at, values, _)| named(*at, values)).map(|(_, _, weight)| *weight).sum();
    let session = ask.sessions.iter().enumerate().any(|(at, session)| {
        session.table == topic.table && signals.tell(Tells::Session(at)) && !signals.tell(Tells::NoSession(at))
    });
    cue_score(at, signals) + mentions + if session { SESSION } else { 0 }
}

/// The weight of its words.
fn cue_score(at: usize, signals: &Signals) -> u32 {
    let weights = || signals.weights.iter().filter(|(of, _)| *of == at).map(|(_, weight)| *weight);
    // However many words may go with a topic, they are no word for it.
    let weak: u32 = weights().filter(|weight| *weight < ENOUGH).sum();
    let cues = weights().filter(|weight| *weight >= ENOUGH).sum::<u32>() + weak.min(MOST_WEAK);
    cues.min(MOST)
}

/// What the question is about that is not answered here, and how strongly.
fn scope<'k>(ask: &'k Ask, signals: &Signals) -> Option<(&'k Scope, u32)> {
    let found: Vec<usize> = (0..ask.scopes.len()).filter(|at| signals.tell(Tells::Scope(*at))).collect();
    let first = ask.scopes.get(*found.first()?)?;
    Some((first, SCOPE * u32::try_from(found.len()).unwrap_or(1)))
}

/// Whether the question shows that it is about what a topic is about. Beside something `strange`, which is not answered here, a name
/// that means several things (a cluster) may be part of that.
fn is_about(knowledge: &Knowledge, at: usize, signals: &Signals, items: &[Item], strange: bool) -> bool {
    let Some(topic) = knowledge.ask().topics.get(at) else { return false };
    let Some(table) = knowledge.table(&topic.table) else { return false };
    let vocabularies: Vec<VocabularyId> = topic.subject.iter().map(|axis| table[*axis].vocabulary).collect();
    let telling = |name: &Mention| vocabularies.contains(&name.vocabulary) && !(strange && name.values.len() > 1);
    let named = items.iter().filter_map(Item::name).any(telling);
    let unknown = |one: &Tells| matches!(one, Tells::Unknown(at) if vocabularies.contains(at));
    topic.subject.is_empty()
        || named
        || items.iter().flat_map(Item::tells).any(unknown)
        || signals.tell(Tells::About(at))
}
