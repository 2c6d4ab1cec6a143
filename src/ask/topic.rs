//! What a question is about: one of the tables, a procedure, or something that is not answered here.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::cues::Found;
use super::items::Item;
use super::names::Mention;
use crate::knowledge::ask::{Ask, Asks, Heard, Procedure, Scope, Sign, Tells, Topic};
use crate::knowledge::words::is_hangul;
use crate::knowledge::{Knowledge, Table, ValueId, VocabularyId};
use crate::model::Reply;

/// What each cue of a procedure weighs, beside the cues of its table.
const PROCEDURE: u32 = 4;

/// From this on, what a procedure is heard by is clear, whatever else is asked for.
const SURE: u32 = 90;

/// What a session to another machine weighs for the table that knows it.
const SESSION: u32 = 4;

/// What it weighs that the names of a question are all that a table asks for.
const FILLED: u32 = 2;

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

/// Everything that any cue of the question tells.
pub(super) struct Signals {
    told: BTreeSet<Tells>,
    /// For each cue of a topic that was found, the topic and the weight.
    weights: Vec<(usize, u32)>,
    /// For each set of phrases, how many bytes the longest one takes that was found.
    lengths: BTreeMap<usize, usize>,
    /// Whether any word for something was found.
    asks: bool,
    /// How often the question speaks of what is not answered here.
    strange: u32,
    /// Every noun, those inside longer cues too, with its side.
    nouns: Vec<(Range<usize>, usize)>,
}

impl Signals {
    pub(super) fn new(ask: &Ask, question: &str, found: &[Found], items: &[Item]) -> Self {
        // What another product or another kind of thing is called, or a machine that does not matter, is no cue of ours.
        let against: BTreeSet<usize> = found.iter().flat_map(|cue| &cue.tells).filter_map(no_scope).collect();
        let is_strange = |one: &Tells| match one {
            Tells::Foreign => true,
            Tells::Scope(at) => !against.contains(at),
            Tells::Before(side, _) => ask.sides.get(*side).is_some_and(|side| side.table.is_none()),
            _ => false,
        };
        let strangers = items.iter().filter(|item| item.tells().iter().any(is_strange));
        let taken: Vec<_> = strangers.map(|item| item.span.clone()).collect();
        let free = |cue: &&Found| {
            let at = taken.partition_point(|span| span.end <= cue.span.start);
            let apart = taken.get(at).is_none_or(|span| span.start >= cue.span.end || *span == cue.span);
            let own = |one: &Tells| match one {
                Tells::Scope(_) => true,
                Tells::Set(_) => taken.get(at).is_some_and(|span| span.start == cue.span.start),
                _ => false,
            };
            apart || cue.tells.iter().any(own)
        };
        // A part of a name is none of something else: `Windows Web Server 2008`.
        let named: Vec<_> = items.iter().filter(|item| item.name().is_some()).map(|item| item.span.clone()).collect();
        let within = |span: &Range<usize>| named.iter().any(|name| name.start <= span.start && span.end <= name.end);
        let asking = Asking::new(question, found, items);
        let mut told = BTreeSet::new();
        let mut counted: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        let mut weights = Vec::new();
        let mut lengths = BTreeMap::new();
        let mut cues: Vec<&Found> = found.iter().filter(free).collect();
        cues.sort_by_key(|cue| (cue.span.start, std::cmp::Reverse(cue.span.end)));
        let mut behind: Vec<(usize, usize)> = Vec::new();
        let (mut strange, mut strange_end) = (0, 0);
        for cue in cues {
            // The heaviest first: a phrase counts once for each topic.
            for one in cue.tells.iter().rev() {
                let counts = match one {
                    Tells::Asks(asks) => asking.counts(*asks, &cue.span),
                    Tells::Scope(at) => !against.contains(at) && !within(&cue.span),
                    _ => true,
                };
                if !counts {
                    continue;
                }
                told.insert(*one);
                if matches!(one, Tells::Scope(_)) && cue.span.start >= strange_end {
                    (strange, strange_end) = (strange + 1, cue.span.end);
                }
                if let Tells::Set(set) = one {
                    let longest: &mut usize = lengths.entry(*set).or_default();
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
        let asks = told.iter().any(is_telling);
        Self { told, weights, lengths, asks, strange, nouns: nouns.collect() }
    }

    /// Whether a cue has a noun of this side in it: `log on to the node`.
    pub(super) fn names_inside(&self, cue: &Range<usize>, side: Option<usize>) -> bool {
        let inside = |span: &Range<usize>| cue.start <= span.start && span.end <= cue.end;
        self.nouns.iter().any(|(span, of)| Some(*of) == side && inside(span))
    }

    /// Whether a sign is there, or `surely` so: a name that can mean something else as well is no sure sign.
    fn has(&self, sign: &Sign, items: &[Item], surely: bool) -> bool {
        match sign {
            Sign::Set(set) => self.lengths.contains_key(set),
            Sign::Asks(asks) => self.tell(Tells::Asks(*asks)),
            Sign::Named(vocabulary, values) => {
                let meant = |value: &ValueId| values.contains(value);
                let mut named = items.iter().filter_map(Item::name).filter(|name| name.vocabulary == *vocabulary);
                named.any(|name| if surely { name.values.iter().all(meant) } else { name.values.iter().any(meant) })
            }
        }
    }

    /// How many bytes of the question tell what a procedure is heard by.
    fn length(&self, heard: &Heard) -> usize {
        let longest = |signs: &Vec<Sign>| {
            let lengths =
                signs.iter().filter_map(|sign| if let Sign::Set(set) = sign { self.lengths.get(set) } else { None });
            lengths.max().copied().unwrap_or(0)
        };
        heard.all.iter().map(longest).sum()
    }

    pub(super) fn tell(&self, one: Tells) -> bool {
        self.told.contains(&one)
    }
}

/// Whether it is a word for something that is known here.
fn is_telling(one: &Tells) -> bool {
    matches!(one, Tells::Set(_) | Tells::Topic(..) | Tells::Noun(..))
}

fn no_scope(one: &Tells) -> Option<usize> {
    if let Tells::NoScope(at) = one { Some(*at) } else { None }
}

/// Where a question asks: who says that he does not know which one it is does not ask for it, nor does a statement beside a
/// question.
struct Asking {
    /// What fillers take, in order: where each begins, and how far all up to it reach.
    fillers: Vec<(usize, usize)>,
    /// Where each sentence ends, and whether with a question mark; nothing in a text without any.
    ends: Vec<(usize, bool)>,
    /// Where a clause ends, and where one begins to ask whether.
    stops: Vec<usize>,
    whether: Vec<usize>,
    /// Where names and words for something stand: a sentence without any asks for nothing that is known here.
    known: Vec<usize>,
}

impl Asking {
    fn new(question: &str, found: &[Found], items: &[Item]) -> Self {
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
        let stops = question.match_indices(['?', '!', '.', ',', ':', '\n']);
        let stops: Vec<usize> = stops.filter(|(at, sign)| *sign != "." || !inside(*at)).map(|(at, _)| at).collect();
        // In English such a word begins the clause.
        let begins = |at: usize| {
            let before = stops.partition_point(|stop| *stop < at).checked_sub(1).and_then(|before| stops.get(before));
            let between = question.get(before.map_or(0, |stop| stop + 1)..at).unwrap_or_default();
            question.get(at..).is_some_and(|rest| rest.starts_with(is_hangul))
                || !between.contains(char::is_alphanumeric)
        };
        let whether = found.iter().filter(|cue| cue.tells.contains(&Tells::Asks(Asks::Whether)));
        let whether = whether.map(|cue| cue.span.start).filter(|at| begins(*at) && !aside(&fillers, *at)).collect();
        let cues = found.iter().filter(|cue| cue.tells.iter().any(is_telling)).map(|cue| cue.span.start);
        let names = items.iter().filter(|item| item.name().is_some()).map(|item| item.span.start);
        let mut known: Vec<usize> = cues.chain(names).collect();
        known.sort_unstable();
        Self { fillers, ends, stops, whether, known }
    }

    fn counts(&self, what: Asks, cue: &Range<usize>) -> bool {
        let stop = self.stops.get(self.stops.partition_point(|stop| *stop < cue.end));
        let over = stop.is_some_and(|stop| self.whether.iter().any(|at| at > stop));
        if matches!(what, Asks::How | Asks::Why) && over {
            return false;
        }
        let aside = aside(&self.fillers, cue.start);
        let end = self.ends.partition_point(|(at, _)| *at < cue.end);
        let asks = self.ends.is_empty() || self.ends.get(end).is_some_and(|(_, asks)| *asks);
        let from = end.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |(at, _)| *at);
        let to = self.ends.get(end).map_or(usize::MAX, |(at, _)| *at);
        let first = self.known.partition_point(|at| *at < from);
        !aside && asks && (what == Asks::Why || self.known.get(first).is_some_and(|at| *at < to))
    }
}

/// Whether fillers take the place.
fn aside(fillers: &[(usize, usize)], at: usize) -> bool {
    let before = fillers.partition_point(|(start, _)| *start < at);
    before.checked_sub(1).and_then(|before| fillers.get(before)).is_some_and(|(_, end)| at < *end)
}

/// Chooses what the question is about; without `answers`, which of the tables. `within` reads the question as one to a table.
pub(super) fn choose<'k>(
    knowledge: &'k Knowledge,
    signals: &Signals,
    items: &[Item],
    within: &dyn Fn(&str) -> Vec<Item>,
    answers: bool,
) -> Choice<'k> {
    let ask = knowledge.ask();
    let scope = scope(ask, signals);
    let strange = scope.is_some();
    let about: Vec<bool> = (0..ask.topics.len()).map(|at| is_about(knowledge, at, signals, items, strange)).collect();
    let chosen = |topic: &Topic| knowledge.table(&topic.table);
    let told = |at: &usize| signals.weights.iter().any(|(topic, weight)| topic == at && *weight >= ENOUGH);
    let default = ask
        .topics
        .iter()
        .position(|topic| Some(topic.table.as_str()) == knowledge.default_table().map(|table| table.id.as_str()));
    let by_default = default.is_some_and(|at| told(&at));
    let filled = |table: &Table| !by_default && is_filled(knowledge, table, &within(&table.id));
    let weigh = |(at, about): (usize, &bool)| {
        let Some(table) =
            ask.topics.get(at).and_then(chosen).filter(|table| *about && has_place(knowledge, table, items))
        else {
            return 0;
        };
        let score = score(ask, at, signals, items);
        score + if score >= ENOUGH && filled(table) { FILLED } else { 0 }
    };
    let scores: Vec<u32> = about.iter().enumerate().map(weigh).collect();
    let about = about.contains(&true);
    let best = scores.iter().copied().max().unwrap_or(0);
    // Names alone, and words that only may go with a topic, do not make what is about something else a question to us.
    let clear = signals.weights.iter().any(|(_, weight)| *weight >= ENOUGH);
    if let Some((scope, weight)) = scope
        && (!about || !clear || weight >= best)
    {
        return Choice::OutOfScope(Some(scope));
    }
    if answers
        && let Some((procedure, heard)) = procedure(knowledge, signals, items, &scores)
        && let Some(table) = knowledge.table(&procedure.table)
    {
        return Choice::Procedure { table, procedure, heard };
    }
    // One name alone asks nothing that any table is about.
    let named = items.iter().filter(|item| item.name().is_some() || is_unknown(item)).count();
    let clear = |name: &Mention| name.values.len() == 1;
    let bare = named == 1 && !about && !signals.asks && items.iter().filter_map(Item::name).all(clear);
    if bare || (named == 0 && (!about || best < ENOUGH)) {
        return Choice::OutOfScope(scope.map(|(scope, _)| scope));
    }
    let first = scores.iter().position(|score| *score == best && best > 0);
    let first =
        first.filter(told).or_else(|| ask.topics.iter().position(|topic| chosen(topic).is_some_and(filled))).or(first);
    let shown = first.and_then(|at| ask.topics.get(at)).and_then(chosen);
    match shown.or_else(|| knowledge.default_table()) {
        Some(table) => Choice::Table { table, shown: shown.is_some() },
        None => Choice::OutOfScope(None),
    }
}

/// Whether every name that could have a place in a table has one: in a question about an upgrade nobody names Windows Vista.
fn has_place(knowledge: &Knowledge, table: &Table, items: &[Item]) -> bool {
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
        let named = || names.iter().filter(|name| name.vocabulary == axis.vocabulary);
        let shared = table.axes.iter().filter(|other| other.vocabulary == axis.vocabulary).count() > 1;
        let Some(first) = named().find(|name| name.values.len() == 1).or_else(|| named().next()).filter(|_| !shared)
        else {
            return false;
        };
        // The same named twice is rather that of two machines.
        let rest = || named().filter(|other| !std::ptr::eq(**other, *first));
        rest().all(|other| other.values != first.values && other.values.len() > 1)
            && (inside(table, first) || !elsewhere(first))
    })
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
    let first = (0..ask.scopes.len()).find(|at| signals.tell(Tells::Scope(*at)))?;
    Some((ask.scopes.get(first)?, SCOPE * signals.strange))
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
/// loudly. Of several the one whose cues tell most, of these the one whose cues take the most words.
fn procedure<'k>(
    knowledge: &'k Knowledge,
    signals: &Signals,
    items: &[Item],
    scores: &[u32],
) -> Option<(&'k Procedure, &'k Heard)> {
    let ask = knowledge.ask();
    let heard = |heard: &&Heard| {
        heard.all.iter().all(|signs| signs.iter().any(|sign| signals.has(sign, items, false)))
            && !heard.unless.iter().any(|sign| signals.has(sign, items, true))
    };
    let asked = ask.procedures.iter().flat_map(|procedure| {
        let table = knowledge.table(&procedure.table);
        let ways = procedure.heard.iter().filter(heard);
        ways.filter(move |heard| table.is_some_and(|table| is_inside(knowledge, table, heard, items)))
            .map(move |heard| (procedure, heard))
    });
    let weigh = |(at, (_, heard)): &(usize, (&Procedure, &Heard))| {
        (heard.weights.iter().sum::<u32>(), signals.length(heard), std::cmp::Reverse(*at))
    };
    let asked: Vec<(usize, (&Procedure, &Heard))> = asked.enumerate().collect();
    let (_, (best, _)) = asked.iter().max_by_key(|one| weigh(one))?;
    // Which answer it is, most words tell; what it says to whom, what he asks.
    let asks = |one: Asks| signals.tell(Tells::Asks(one));
    let fits = |heard: &Heard| match heard.reply {
        Reply::Told | Reply::Unknown => asks(Asks::How),
        Reply::Needed | Reply::NotNeeded => (asks(Asks::Must) || asks(Asks::Need)) && !asks(Asks::How),
        _ => !asks(Asks::Must) && !asks(Asks::Need) && !asks(Asks::How),
    };
    let own = asked.iter().filter(|(_, (procedure, _))| procedure.id == best.id);
    let (_, (_, heard)) = own.max_by_key(|one| (fits(one.1.1), weigh(one)))?;
    let is_own = |topic: usize| ask.topics.get(topic).is_some_and(|topic| topic.table == best.table);
    let strong = |own: bool| signals.weights.iter().any(|(topic, weight)| *weight >= STRONG && is_own(*topic) == own);
    if strong(false) && !strong(true) && heard.weights.iter().sum::<u32>() < SURE {
        return None;
    }
    let most = |own: bool| {
        let scores = scores.iter().enumerate().filter(|(topic, _)| is_own(*topic) == own);
        scores.map(|(_, score)| *score).max().unwrap_or(0)
    };
    let weight = PROCEDURE * u32::try_from(heard.all.len()).unwrap_or(1);
    (most(true) + weight > most(false)).then_some((best, heard))
}

/// Whether nothing is named that the table of a procedure has on none of its axes, or only outside: an answer about service
/// packs of one release is none about another release.
fn is_inside(knowledge: &Knowledge, table: &Table, heard: &Heard, items: &[Item]) -> bool {
    items.iter().filter_map(Item::name).all(|name| {
        let vocabulary = &knowledge[name.vocabulary];
        let mut axes = table.axes.iter().filter(|axis| axis.vocabulary == name.vocabulary).peekable();
        axes.peek().is_none()
            || heard.all.iter().flatten().any(|sign| {
                matches!(sign, Sign::Named(of, values)
                    if *of == name.vocabulary && name.values.iter().any(|value| values.contains(value)))
            })
            || axes.any(|axis| axis.all_positions(&name.values, vocabulary).iter().any(|at| at.index() < axis.inside))
    })
}
