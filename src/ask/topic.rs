//! What a question is about: one of the tables, a procedure, or something that is not answered here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::cues::Found;
use super::items::Item;
use super::names::Mention;
use crate::knowledge::ask::{Ask, Procedure, Scope, Tells, Topic};
use crate::knowledge::{Knowledge, Table, ValueId, VocabularyId};

/// What each cue of a procedure weighs, beside the cues of its table.
const PROCEDURE: u32 = 4;

/// What a session to another machine weighs for the table that knows it.
const SESSION: u32 = 4;

/// What each cue of something out of scope weighs.
const SCOPE: u32 = 4;

/// From this weight on, a cue is a word for its topic.
const ENOUGH: u32 = 3;

/// A cue of this weight makes the question one of its table.
const STRONG: u32 = 5;

/// What all cues together count that only may go with a topic.
const MOST_WEAK: u32 = 2;

/// What is asked, before the facts are gathered.
#[derive(Clone, Copy)]
pub(super) enum Choice<'k> {
    Table { table: &'k Table, shown: bool },
    Procedure { table: &'k Table, procedure: &'k Procedure },
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

/// Everything that any cue of the question tells.
pub(super) struct Signals {
    told: BTreeSet<Tells>,
    /// For each cue of a topic that was found, the topic and the weight.
    weights: Vec<(usize, u32)>,
    /// For each procedure, how many bytes its longest cues take, by group.
    lengths: BTreeMap<(usize, usize), usize>,
    /// Every noun, those inside longer cues too, with its side.
    nouns: Vec<(Range<usize>, usize)>,
}

impl Signals {
    pub(super) fn new(ask: &Ask, question: &str, found: &[Found], items: &[Item]) -> Self {
        // What another product or another kind of thing is called, or a machine that does not matter, is no cue of ours.
        let strange = |one: &Tells| match one {
            Tells::Foreign | Tells::Scope(_) => true,
            Tells::Before(side, _) => ask.sides.get(*side).is_some_and(|side| side.table.is_none()),
            _ => false,
        };
        let strangers = items.iter().filter(|item| item.tells().iter().any(strange));
        let taken: Vec<_> = strangers.map(|item| item.span.clone()).collect();
        let free = |cue: &&Found| {
            let at = taken.partition_point(|span| span.end <= cue.span.start);
            taken.get(at).is_none_or(|span| span.start >= cue.span.end || *span == cue.span)
        };
        let asking = Asking::new(question, found);
        let mut told = BTreeSet::new();
        let mut counted: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        let mut weights = Vec::new();
        let mut lengths = BTreeMap::new();
        let mut cues: Vec<&Found> = found.iter().filter(free).collect();
        cues.sort_by_key(|cue| (cue.span.start, std::cmp::Reverse(cue.span.end)));
        let mut behind: Vec<(usize, usize)> = Vec::new();
        for cue in cues {
            for one in &cue.tells {
                if matches!(one, Tells::Asks(_)) && !asking.counts(&cue.span) {
                    continue;
                }
                told.insert(*one);
                if let Tells::Procedure(procedure, group) = one {
                    let longest: &mut usize = lengths.entry((*procedure, *group)).or_default();
                    *longest = cue.span.len().max(*longest);
                }
                if let Tells::Topic(topic, weight) = one {
                    // Of two cues of a topic that share words the longer one counts.
                    let end = behind.iter_mut().find(|(other, _)| other == topic);
                    let free = end.as_ref().is_none_or(|(_, end)| cue.span.start >= *end);
                    if free && counted.insert((*topic, cue.span.start, cue.span.end)) {
                        weights.push((*topic, *weight));
                        match end {
                            Some((_, end)) => *end = cue.span.end,
                            None => behind.push((*topic, cue.span.end)),
                        }
                    }
                }
            }
        }
        let nouns = found.iter().flat_map(|cue| cue.tells.iter().map(|one| (&cue.span, *one)));
        let nouns = nouns
            .filter_map(|(span, one)| if let Tells::Noun(side, _) = one { Some((span.clone(), side)) } else { None });
        Self { told, weights, lengths, nouns: nouns.collect() }
    }

    /// Whether a cue has a noun of this side in it: `log on to the node`.
    pub(super) fn names_inside(&self, cue: &Range<usize>, side: Option<usize>) -> bool {
        let inside = |span: &Range<usize>| cue.start <= span.start && span.end <= cue.end;
        self.nouns.iter().any(|(span, of)| Some(*of) == side && inside(span))
    }

    /// How many bytes of the question the cues of a procedure take.
    fn length(&self, procedure: usize) -> usize {
        self.lengths.range((procedure, 0)..(procedure + 1, 0)).map(|(_, length)| length).sum()
    }

    pub(super) fn tell(&self, one: Tells) -> bool {
        self.told.contains(&one)
    }
}

/// Where a question asks: who says that he does not know which one it is does not ask for it, nor does a statement beside a
/// question.
struct Asking {
    /// What fillers take, in order: where each begins, and how far all up to it reach.
    fillers: Vec<(usize, usize)>,
    /// Where each sentence ends, and whether with a question mark; nothing in a text without any.
    ends: Vec<(usize, bool)>,
}

impl Asking {
    fn new(question: &str, found: &[Found]) -> Self {
        let fillers = found.iter().filter(|cue| cue.tells.contains(&Tells::Filler));
        let mut fillers: Vec<(usize, usize)> = fillers.map(|cue| (cue.span.start, cue.span.end)).collect();
        fillers.sort_unstable();
        let mut reach = 0;
        for (_, end) in &mut fillers {
            reach = reach.max(*end);
            *end = reach;
        }
        let signs = question.match_indices(['?', '!', '.', '\n']);
        // A dot within a number or a file's name ends nothing.
        let inside = |at: usize| question.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let signs = signs.filter(|(at, sign)| *sign != "." || !inside(*at));
        let ends =
            if question.contains('?') { signs.map(|(at, sign)| (at, sign == "?")).collect() } else { Vec::new() };
        Self { fillers, ends }
    }

    fn counts(&self, cue: &Range<usize>) -> bool {
        let before = self.fillers.partition_point(|(start, _)| *start < cue.start);
        let aside = before.checked_sub(1).and_then(|at| self.fillers.get(at)).is_some_and(|(_, end)| cue.start < *end);
        let end = self.ends.get(self.ends.partition_point(|(at, _)| *at < cue.end));
        !aside && end.is_none_or(|(_, asks)| *asks)
    }
}

/// Chooses what the question is about.
pub(super) fn choose<'k>(knowledge: &'k Knowledge, signals: &Signals, items: &[Item]) -> Choice<'k> {
    let ask = knowledge.ask();
    let scope = scope(ask, signals);
    let strange = scope.is_some();
    let about: Vec<bool> = (0..ask.topics.len()).map(|at| is_about(knowledge, at, signals, items, strange)).collect();
    let weigh = |(at, about): (usize, &bool)| if *about { score(ask, at, signals, items) } else { 0 };
    let scores: Vec<u32> = about.iter().enumerate().map(weigh).collect();
    let about = about.contains(&true);
    let best = scores.iter().copied().max().unwrap_or(0);
    if let Some((scope, weight)) = scope
        && (!about || weight > best)
    {
        return Choice::OutOfScope(Some(scope));
    }
    if let Some(procedure) = procedure(knowledge, signals, items, &scores)
        && let Some(table) = knowledge.table(&procedure.table)
    {
        return Choice::Procedure { table, procedure };
    }
    let named = items.iter().any(|item| item.name().is_some() || is_unknown(item));
    if !named && (!about || best < ENOUGH) {
        return Choice::OutOfScope(scope.map(|(scope, _)| scope));
    }
    let chosen = |topic: &Topic| knowledge.table(&topic.table);
    let first = scores.iter().position(|score| *score == best && best > 0);
    let shown = first.and_then(|at| ask.topics.get(at)).and_then(chosen);
    match shown.or_else(|| knowledge.default_table()) {
        Some(table) => Choice::Table { table, shown: shown.is_some() },
        None => Choice::OutOfScope(None),
    }
}

fn is_unknown(item: &Item) -> bool {
    item.tells().iter().any(|one| matches!(one, Tells::Unknown(_)))
}

/// The weight of everything that speaks for a topic.
fn score(ask: &Ask, at: usize, signals: &Signals, items: &[Item]) -> u32 {
    let Some(topic) = ask.topics.get(at) else { return 0 };
    let weights = || signals.weights.iter().filter(|(of, _)| *of == at).map(|(_, weight)| *weight);
    // However many words may go with a topic, they are no word for it.
    let weak: u32 = weights().filter(|weight| *weight < ENOUGH).sum();
    let cues = weights().filter(|weight| *weight >= ENOUGH).sum::<u32>() + weak.min(MOST_WEAK);
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
    cues.min(12) + mentions + if session { SESSION } else { 0 }
}

/// What the question is about that is not answered here, and how strongly.
fn scope<'k>(ask: &'k Ask, signals: &Signals) -> Option<(&'k Scope, u32)> {
    let told = |at: usize| signals.tell(Tells::Scope(at));
    let found: Vec<usize> = (0..ask.scopes.len()).filter(|at| told(*at)).collect();
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

/// The procedure that is asked for: all of its cues are there, it is about what is named, and no other table is asked for more
/// loudly. Of several the one with the most cues, of these the one whose cues take the most words.
fn procedure<'k>(knowledge: &'k Knowledge, signals: &Signals, items: &[Item], scores: &[u32]) -> Option<&'k Procedure> {
    let ask = knowledge.ask();
    let named = |(vocabulary, values): &(VocabularyId, Vec<ValueId>)| {
        items
            .iter()
            .filter_map(Item::name)
            .any(|name| name.vocabulary == *vocabulary && name.values.iter().any(|value| values.contains(value)))
    };
    let asked = ask.procedures.iter().enumerate().filter(|(at, procedure)| {
        (0..procedure.groups).all(|group| signals.tell(Tells::Procedure(*at, group)))
            && procedure.names.iter().all(named)
            && !signals.tell(Tells::NoProcedure(*at))
            && knowledge.table(&procedure.table).is_some_and(|table| is_inside(knowledge, table, procedure, items))
    });
    let (_, best) = asked.max_by_key(|(at, procedure)| {
        (procedure.groups + procedure.names.len(), signals.length(*at), std::cmp::Reverse(*at))
    })?;
    let is_own = |topic: usize| ask.topics.get(topic).is_some_and(|topic| topic.table == best.table);
    let strong = |own: bool| signals.weights.iter().any(|(topic, weight)| *weight >= STRONG && is_own(*topic) == own);
    if strong(false) && !strong(true) {
        return None;
    }
    let most = |own: bool| {
        let scores = scores.iter().enumerate().filter(|(topic, _)| is_own(*topic) == own);
        scores.map(|(_, score)| *score).max().unwrap_or(0)
    };
    let weight = PROCEDURE * u32::try_from(best.groups + best.names.len()).unwrap_or(1);
    (most(true) + weight > most(false)).then_some(best)
}

/// Whether nothing is named that the table of a procedure has on none of its axes, or only outside: an answer about service
/// packs of one release is none about another release.
fn is_inside(knowledge: &Knowledge, table: &Table, procedure: &Procedure, items: &[Item]) -> bool {
    items.iter().filter_map(Item::name).all(|name| {
        let vocabulary = &knowledge[name.vocabulary];
        let mut axes = table.axes.iter().filter(|axis| axis.vocabulary == name.vocabulary).peekable();
        axes.peek().is_none()
            || procedure
                .names
                .iter()
                .any(|(of, values)| *of == name.vocabulary && name.values.iter().any(|value| values.contains(value)))
            || axes.any(|axis| axis.all_positions(&name.values, vocabulary).iter().any(|at| at.index() < axis.inside))
    })
}
