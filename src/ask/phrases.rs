//! Phrases: names and nouns that stand together, and how each hangs on its neighbours.

use std::ops::Range;

use super::items::Item;
use super::stage::Stage;
use super::text::{Gap, Text};
use crate::knowledge::ask::Tells;
use crate::knowledge::words::is_hangul;
use crate::knowledge::{AxisId, VocabularyId};

/// Items that stand together.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) items: Range<usize>,
    /// The side that stands before it, and the axis, where the cue stands before no other; the side that stands behind it.
    pub(super) before: Option<(usize, Option<AxisId>)>,
    pub(super) after: Option<usize>,
    /// How it hangs on the phrase before, and whether on the next one.
    pub(super) link: Link,
    pub(super) forward: bool,
    /// Whether it is one of several.
    pub(super) series: Series,
    /// Whether its name has every part that it can have.
    pub(super) both: bool,
    /// Names in it that are said not to be meant, by item.
    pub(super) denied: Vec<usize>,
    /// The side that it turns out to be on.
    pub(super) side: Option<usize>,
    /// Whether words that nobody knows stand right before it.
    pub(super) strange: bool,
}

/// Whether a phrase is one of several: after a comma, or after a word that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Series {
    Alone,
    Listed,
    Alike,
}

/// How a phrase hangs on the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    None,
    Sentence,
    Comma,
    Bracket,
    Back,
    Alike,
}

/// Two names with more unread words than this between them are in different phrases.
const MOST_UNREAD: usize = 1;

/// What has been met since the last phrase.
#[derive(Clone, Copy)]
struct Between {
    before: Option<(usize, Option<AxisId>)>,
    link: Link,
    series: Series,
    both: bool,
    denied: bool,
    unread: usize,
    gap: Gap,
}

impl Between {
    const NOTHING: Self = Self {
        before: None,
        link: Link::None,
        series: Series::Alone,
        both: false,
        denied: false,
        unread: 0,
        gap: Gap::Glued,
    };

    /// The phrase that an item begins.
    fn phrase(self, at: usize) -> Phrase {
        let parted = match self.gap {
            Gap::Stop => Link::None,
            Gap::Comma => Link::Comma,
            Gap::Bracket => Link::Bracket,
            Gap::Either if self.unread == 0 => Link::Alike,
            _ => Link::Sentence,
        };
        Phrase {
            items: at..at + 1,
            before: self.before,
            after: None,
            link: if self.link == Link::None { parted } else { self.link },
            forward: false,
            series: match (self.series, self.gap) {
                (Series::Alike, _) => Series::Alike,
                (_, Gap::Either) if self.unread == 0 => Series::Alike,
                (_, Gap::Comma) => Series::Listed,
                _ => Series::Alone,
            },
            both: self.both,
            denied: Vec::new(),
            side: None,
            strange: self.unread > 0,
        }
    }
}

/// The phrases of a question.
pub(super) fn phrases(stage: Stage<'_>, text: &Text<'_>, items: &[Item]) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut between = Between::NOTHING;
    let (mut open, mut headed) = (false, false);
    // `neither SP1 or SP2`: what is denied, and what would be with it.
    let mut denied: Option<VocabularyId> = None;
    let mut carried: Option<VocabularyId> = None;
    for (at, item) in items.iter().enumerate() {
        if item.gap == Gap::Stop {
            between = Between { unread: between.unread, gap: between.gap, ..Between::NOTHING };
        }
        between.unread += item.unread;
        between.gap = between.gap.max(item.gap);
        if item.tells().iter().all(|one| matches!(one, Tells::Filler | Tells::Same | Tells::Label))
            && item.name().is_none()
        {
            continue;
        }
        // A noun ends its phrase: what comes after other words is the next one.
        if between.gap >= Gap::Either || between.unread > MOST_UNREAD || (headed && between.unread > 0) {
            open = false;
        }
        let noun = stage.noun(item).filter(|_| item.name().is_none());
        // `server is, console SP1`: what stands before a comma is not of what is called otherwise behind it.
        if item.gap >= Gap::Comma && noun.is_some_and(|noun| between.before.is_some_and(|(side, _)| side != noun.side))
        {
            between.before = None;
        }
        if item.vocabulary().is_some() || stage.noun(item).is_some() {
            match phrases.last_mut().filter(|_| open) {
                Some(phrase) => phrase.items.end = at + 1,
                None => phrases.push(between.phrase(at)),
            }
            let named = item.vocabulary().filter(|_| item.unread == 0 && item.gap < Gap::Comma);
            denied = named.filter(|kind| between.denied || carried == Some(*kind));
            carried = None;
            if denied.is_some() {
                phrases.last_mut().into_iter().for_each(|phrase| phrase.denied.push(at));
            }
            open = true;
            headed = item.name().is_none();
            between = Between::NOTHING;
            // `Nodes = 2008`, `management: XP`: a heading tells the side of what stands behind it.
            if let Some(noun) = noun.filter(|_| text.heads(item.span.end)) {
                between.before = Some((noun.side, noun.axis));
                open = false;
            }
            continue;
        }
        between.denied = false;
        carried = denied.filter(|_| item.unread == 0 && item.gap < Gap::Comma && item.tells().contains(&Tells::Alike));
        denied = None;
        if mark(stage, text, items, at, &mut phrases, &mut between, open) {
            open = false;
        }
        between.unread = 0;
    }
    phrases
}

/// Notes what a cue says about the phrase behind or before it; whether that ends the phrase.
fn mark(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    at: usize,
    phrases: &mut [Phrase],
    between: &mut Between,
    open: bool,
) -> bool {
    let tells = items.get(at).map_or(&[][..], Item::tells);
    let next = items.get(at + 1);
    let after = tells.iter().find_map(|one| match one {
        Tells::After(side) if stage.is_here(*side) => Some(*side),
        _ => None,
    });
    let before = tells.iter().find_map(|one| match one {
        Tells::Before(side, axis) if stage.is_here(*side) => Some((*side, *axis)),
        _ => None,
    });
    let mut last = phrases.last_mut().filter(|_| open);
    match (after, before, last.as_deref_mut()) {
        (Some(side), _, Some(phrase)) => phrase.after = Some(side),
        (_, Some(cue), _) => between.before = Some(cue),
        _ => {}
    }
    if tells.contains(&Tells::Forward)
        && let Some(phrase) = &mut last
    {
        phrase.forward = true;
    }
    if tells.contains(&Tells::Both) && !is_of_one(stage, items, at) {
        let near = items.get(at.saturating_sub(2)..=at).unwrap_or_default().iter().rev();
        let mut before = near
            .scan(true, |goes_on, one| goes_on.then(|| std::mem::replace(goes_on, one.gap < Gap::Comma)).map(|_| one));
        let topic = before.any(|one| stage.noun(one).is_some_and(|noun| !noun.hint));
        mark_both(stage, next, phrases, topic, between);
    }
    // `The DC is 2003. We are on SP1`: a sentence of its own.
    let apart = between.gap >= Gap::Stop && items.get(at).is_some_and(|item| item.unread > 0);
    if tells.contains(&Tells::Back) && !apart {
        between.link = Link::Back;
    } else if tells.contains(&Tells::Alike) && between.gap < Gap::Stop {
        (between.series, between.link) = (Series::Alike, Link::Alike);
    }
    if tells.contains(&Tells::Not) {
        // `클러스터로 묶여 있지 않습니다`: in Korean what is denied stands before.
        let korean = items.get(at).is_some_and(|item| text.get(&item.span).contains(is_hangul));
        let joined = korean && between.gap < Gap::Comma && between.unread == 0;
        match phrases.last_mut().filter(|_| joined) {
            Some(phrase) if !asks(text, items, at) => {
                let is_name = |at: &usize| items.get(*at).is_some_and(|item| item.name().is_some());
                phrase.denied.extend(phrase.items.clone().rev().find(is_name));
            }
            Some(_) => {}
            None => between.denied = !korean && !asks(text, items, at),
        }
    }
    // `from it I open a session to the server`
    if tells.iter().any(|one| matches!(one, Tells::Session(_))) {
        between.before = None;
    }
    if tells.contains(&Tells::Instead) {
        (between.series, between.link) = (Series::Alone, Link::Alike);
    }
    !tells.iter().all(|one| matches!(one, Tells::Filler | Tells::Implied(_)))
}

/// `Isn't XP supported?` asks, and `문제 없습니까?`.
fn asks(text: &Text<'_>, items: &[Item], at: usize) -> bool {
    items.get(at).is_some_and(|item| {
        let written = text.get(&item.span);
        let ends = || {
            items.get(at + 1).is_none_or(|next| next.gap >= Gap::Stop)
                && text.get(&text.sentence(item.span.start)).contains('?')
        };
        if written.contains(is_hangul) {
            return ends();
        }
        item.unread == 0 && (at == 0 || item.gap >= Gap::Stop) && written.contains(['\'', '’'])
    })
}

/// `The workstations are all XP`: whether it says that all machines of one side are the same, and nothing of another side.
fn is_of_one(stage: Stage<'_>, items: &[Item], at: usize) -> bool {
    let item = |back: usize| at.checked_sub(back).and_then(|at| items.get(at));
    let joined = item(0).is_some_and(|item| item.unread == 0 && item.gap < Gap::Comma);
    let list = item(1).is_some_and(|item| item.gap == Gap::Comma);
    let several = item(2).is_some_and(|item| list || item.tells().contains(&Tells::Alike));
    joined && !several && item(1).is_some_and(|item| item.name().is_none() && stage.noun(item).is_some())
}

/// `SP1 on both sides`, `all boxes 2003`. In `both nodes 2003` and `the nodes are all 2003` it says how many nodes there are.
fn mark_both(stage: Stage<'_>, next: Option<&Item>, phrases: &mut [Phrase], topic: bool, between: &mut Between) {
    let beside = next.filter(|next| next.unread == 0 && next.gap < Gap::Comma);
    let noun = beside.filter(|next| next.vocabulary().is_none()).and_then(|next| stage.noun(next));
    if noun.is_some_and(|noun| !noun.hint) {
        return;
    }
    let named = noun.is_some() || beside.is_some_and(|next| next.vocabulary().is_some());
    match phrases.last_mut().filter(|_| between.gap < Gap::Stop && !named) {
        Some(phrase) => phrase.both = true,
        None if topic => between.both = true,
        None => (between.both, between.link) = (true, Link::None),
    }
}

/// Names that may be denied: the one behind a denial that is not about the word next to it (`never got past RTM`), in Korean the
/// one before. Whoever reads them as said reads something into the question.
pub(super) fn doubted(stage: Stage<'_>, text: &Text<'_>, items: &[Item], phrases: &[Phrase]) -> Vec<usize> {
    let denied = |at: usize| phrases.iter().any(|phrase| phrase.denied.contains(&at));
    let names = |at: &usize| items.get(*at).is_some_and(|item| item.name().is_some() && !stage.axes(item).is_empty());
    let mut doubted = Vec::new();
    let speaks_against = |at: usize, item: &Item| item.tells().contains(&Tells::Not) && !asks(text, items, at);
    for (at, item) in items.iter().enumerate().filter(|(at, item)| speaks_against(*at, item)) {
        // `not the console`: that is what it is about.
        let beside =
            items.get(at + 1).filter(|next| next.unread == 0 && next.gap < Gap::Comma && next.name().is_none());
        if beside.is_some_and(|next| stage.noun(next).is_some()) {
            continue;
        }
        let korean = text.get(&item.span).contains(is_hangul);
        // `was not touched and runs on 2003`
        let goes_on = |item: &Item| item.gap < Gap::Comma && !item.tells().contains(&Tells::Alike);
        let within = |some: &[Item]| some.iter().all(goes_on);
        let behind =
            (at + 1..items.len()).find(names).filter(|next| within(items.get(at + 1..=*next).unwrap_or_default()));
        let before = (0..at).rev().find(names).filter(|last| within(items.get(last + 1..=at).unwrap_or_default()));
        let meant = if korean { before } else { behind };
        doubted.extend(meant.filter(|meant| !denied(*meant)));
    }
    doubted
}
