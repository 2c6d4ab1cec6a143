//! What the cues of a question tell before any table is chosen.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::asking::{Asking, is_telling};
use super::cues::Found;
use super::items::Item;
use crate::knowledge::ValueId;
use crate::knowledge::ask::{Ask, Asks, Heard, Sign, Tells};

/// Everything that any cue of the question tells.
pub(super) struct Signals {
    told: BTreeSet<Tells>,
    /// For each cue of a topic that was found, the topic and the weight.
    pub(super) weights: Vec<(usize, u32)>,
    /// For each set of phrases, how many bytes the longest one takes that was found.
    lengths: BTreeMap<usize, usize>,
    /// The sets of which a phrase stands in what is asked.
    focus: BTreeSet<usize>,
    asking: Asking,
    /// Where what asks whether something must be ends.
    musts: Vec<usize>,
    /// Whether any word for something was found.
    pub(super) asks: bool,
    /// Whether nothing is out of scope but machines that do not matter and what is said beside the question.
    pub(super) beside: bool,
    /// Whether nothing is but machines that do not matter.
    pub(super) only_machines: bool,
    /// Every noun, those inside longer cues too, with its side.
    pub(super) nouns: Vec<(Range<usize>, usize)>,
}

impl Signals {
    pub(super) fn new(ask: &Ask, question: &str, found: &[Found], items: &[Item]) -> Self {
        // What another product or another kind of thing is called, or a machine that does not matter, is no cue of ours.
        let against: BTreeSet<usize> = found.iter().flat_map(|cue| &cue.tells).filter_map(no_scope).collect();
        let is_strange = |one: &Tells| match one {
            Tells::Foreign => true,
            Tells::Scope(at) => !against.contains(at),
            Tells::Before(..) => ask.is_elsewhere(*one),
            _ => false,
        };
        let strangers = items.iter().filter(|item| item.tells().iter().any(is_strange));
        let taken: Vec<_> = strangers.map(|item| item.span.clone()).collect();
        let free = |cue: &Found| {
            let at = taken.partition_point(|span| span.end <= cue.span.start);
            taken.get(at).is_none_or(|span| span.start >= cue.span.end || *span == cue.span)
        };
        // What another product is called begins with what it is.
        let foreign = items.iter().filter(|item| item.tells().contains(&Tells::Foreign));
        let foreign: Vec<_> = foreign.map(|item| item.span.clone()).collect();
        let of_foreign =
            |span: &Range<usize>| foreign.iter().any(|name| name.start == span.start && span.end <= name.end);
        // A part of a name is none of something else: `Windows Web Server 2008`.
        let named: Vec<_> = items.iter().filter(|item| item.name().is_some()).map(|item| item.span.clone()).collect();
        let within = |span: &Range<usize>| named.iter().any(|name| name.start <= span.start && span.end <= name.end);
        // `move mailbox` is no part of `move mailbox server`.
        let ours = |cue: &&Found| cue.tells.iter().any(|one| matches!(one, Tells::Topic(..)));
        let ours: Vec<_> = found.iter().filter(ours).map(|cue| &cue.span).collect();
        let inside_ours = |span: &Range<usize>| {
            ours.iter().any(|our| our.start <= span.start && span.end <= our.end && our.len() > span.len())
        };
        let elsewhere = |one: &Tells| ask.is_elsewhere(*one);
        let machines: Vec<_> = items.iter().filter(|item| item.tells().iter().any(elsewhere)).collect();
        let is_machine = |span: &Range<usize>| {
            machines.iter().any(|item| item.span.start <= span.start && span.end <= item.span.end)
        };
        let (mut beside, mut only_machines) = (true, true);
        let part = |span: &Range<usize>| {
            named.iter().any(|name| name.start <= span.start && span.end <= name.end && name.len() > span.len())
        };
        let asking = Asking::new(question, found, items);
        let mut told = BTreeSet::new();
        let mut musts = Vec::new();
        let mut counted: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        let mut weights = Vec::new();
        let mut lengths = BTreeMap::new();
        let mut focus = BTreeSet::new();
        let mut cues: Vec<&Found> = found.iter().collect();
        cues.sort_by_key(|cue| (cue.span.start, std::cmp::Reverse(cue.span.end)));
        let mut behind: Vec<(usize, usize)> = Vec::new();
        for cue in cues {
            let free = free(cue);
            // A syllable within a Korean word is no word: `동안` is not `안`.
            let first = question.get(cue.span.clone()).and_then(|cue| cue.split_whitespace().next());
            let syllable = cue.inside && first.is_some_and(|word| word.chars().nth(1).is_none());
            // The heaviest first: a phrase counts once for each topic.
            for one in cue.tells.iter().rev() {
                let counts = match one {
                    Tells::Topic(..) => free && !part(&cue.span),
                    Tells::Asks(asks) => free && asking.counts(*asks, &cue.span),
                    Tells::Scope(at) => !against.contains(at) && !within(&cue.span) && !inside_ours(&cue.span),
                    Tells::Set(_) => (free || of_foreign(&cue.span)) && !syllable,
                    _ => free,
                };
                if !counts {
                    continue;
                }
                told.insert(*one);
                if *one == Tells::Asks(Asks::Must) {
                    musts.push(cue.span.end);
                }
                beside &= !matches!(one, Tells::Scope(_)) || is_machine(&cue.span) || !asking.asks(cue.span.end);
                only_machines &= !matches!(one, Tells::Scope(_)) || is_machine(&cue.span);
                if let Tells::Set(set) = one {
                    let longest: &mut usize = lengths.entry(*set).or_default();
                    *longest = cue.span.len().max(*longest);
                    if asking.is_focus(cue.span.start) {
                        focus.insert(*set);
                    }
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
        Self { told, weights, lengths, focus, asking, musts, asks, beside, only_machines, nouns: nouns.collect() }
    }

    /// Whether a cue has a noun of this side in it: `log on to the node`.
    pub(super) fn names_inside(&self, cue: &Range<usize>, side: Option<usize>) -> bool {
        let inside = |span: &Range<usize>| cue.start <= span.start && span.end <= cue.end;
        self.nouns.iter().any(|(span, of)| Some(*of) == side && inside(span))
    }

    /// Whether a sign is there, or `surely` so: a name that can mean something else as well is no sure sign.
    pub(super) fn has(&self, sign: &Sign, items: &[Item], surely: bool) -> bool {
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

    /// Whether what stands here is part of what is asked.
    pub(super) fn is_focus(&self, at: usize) -> bool {
        self.asking.is_focus(at)
    }

    /// Whether what stands here is in a sentence that asks.
    pub(super) fn is_in_question(&self, at: usize) -> bool {
        self.asking.is_in_question(at)
    }

    /// Whether any sentence is known to ask.
    pub(super) fn has_question(&self) -> bool {
        self.asking.has_question()
    }

    /// Whether what stands here is offered instead of what is asked.
    pub(super) fn is_offered(&self, at: usize) -> bool {
        self.asking.is_offered(at)
    }

    /// Where the last word that asks whether something must be ends before a place.
    pub(super) fn must_before(&self, place: usize) -> Option<usize> {
        self.musts.iter().copied().filter(|end| *end <= place).max()
    }

    /// Whether a sign stands in what is asked.
    pub(super) fn is_asked(&self, sign: &Sign, items: &[Item]) -> bool {
        match sign {
            Sign::Set(set) => self.focus.contains(set),
            Sign::Asks(asks) => self.tell(Tells::Asks(*asks)),
            Sign::Named(vocabulary, values) => items.iter().any(|item| {
                item.name().is_some_and(|name| {
                    name.vocabulary == *vocabulary
                        && name.values.iter().any(|value| values.contains(value))
                        && self.asking.is_focus(name.core.start)
                })
            }),
        }
    }

    /// How many bytes of the question tell what a procedure is heard by.
    pub(super) fn length(&self, heard: &Heard) -> usize {
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

fn no_scope(one: &Tells) -> Option<usize> {
    if let Tells::NoScope(at) = one { Some(*at) } else { None }
}
