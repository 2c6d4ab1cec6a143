//! What a question is made of: names and the cues that hold them together, each word read once, the longest phrase first.

use std::ops::Range;

use super::cues::Found;
use super::names::Mention;
use super::text::{Gap, Text};
use crate::knowledge::VocabularyId;
use crate::knowledge::ask::Tells;

/// Something that was read.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Bytes of the question.
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
    /// The widest gap since the item before, and how many words nobody could read.
    pub(super) gap: Gap,
    pub(super) unread: usize,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Name(Mention),
    Cue(Vec<Tells>),
}

impl Item {
    pub(super) fn tells(&self) -> &[Tells] {
        match &self.kind {
            Kind::Cue(tells) => tells,
            Kind::Name(_) => &[],
        }
    }

    /// The vocabulary of an item that stands for a value, a known one or not.
    pub(super) fn vocabulary(&self) -> Option<VocabularyId> {
        let unknown = |one: &Tells| if let Tells::Unknown(vocabulary) = one { Some(*vocabulary) } else { None };
        self.name().map(|name| name.vocabulary).or_else(|| self.tells().iter().find_map(unknown))
    }

    /// Bytes of the question, without words behind a name that say nothing about it.
    pub(super) fn words(&self) -> Range<usize> {
        self.span.start..self.name().map_or(self.span.end, |name| name.core.end)
    }

    /// `Vista (6.0.6002)`: takes in a version number right behind a name if it only says the same again, or less.
    fn takes(&mut self, number: &Mention, text: &Text<'_>) -> bool {
        let Kind::Name(name) = &self.kind else { return false };
        let same = name.vocabulary == number.vocabulary
            && name.values.iter().all(|value| number.values.contains(value))
            && text.get(&number.core).starts_with(|one: char| one.is_ascii_digit())
            && text.get(&number.core).contains('.');
        if same {
            self.span.end = number.span.end;
        }
        same
    }

    pub(super) fn name(&self) -> Option<&Mention> {
        match &self.kind {
            Kind::Name(mention) => Some(mention),
            Kind::Cue(_) => None,
        }
    }
}

/// The items of a question in order, and the words of it that are in none.
/// `here` says which cues count: those of other tables do not; `placed`, which vocabularies have a place.
pub(super) fn read(
    text: &Text<'_>,
    mentions: &[Mention],
    cues: &[Found],
    here: &dyn Fn(Tells) -> bool,
    placed: &dyn Fn(VocabularyId) -> bool,
    own: &dyn Fn(&[Tells], VocabularyId) -> bool,
) -> Vec<Item> {
    let cues = structure(mentions.iter().filter(|mention| placed(mention.vocabulary)), cues, here);
    let mentions: Vec<Mention> = mentions.iter().map(|one| headless(one, &cues, own)).collect();
    let mut candidates: Vec<Candidate<'_>> = Vec::new();
    candidates.extend(mentions.iter().map(Candidate::Name));
    candidates.extend(cues.iter().map(Candidate::Cue));
    // The longest first among those that begin together; a name before a cue of the same words.
    candidates.sort_by_key(|one| (one.span().start, std::cmp::Reverse(one.span().end), one.rank()));
    let mut items: Vec<Item> = Vec::new();
    let (mut behind, mut taken) = (0, false);
    let mut at = 0;
    while let Some(candidate) = candidates.get(at) {
        at += 1;
        let span = candidate.span();
        if candidate.core() < behind || (candidate.is_inside() && span.start != behind) {
            continue;
        }
        let kind = match candidate {
            // What is named that nothing is asked about here takes no word from its neighbours.
            Candidate::Name(mention) if !placed(mention.vocabulary) => {
                Kind::Name(Mention { span: mention.core.clone(), ..(*mention).clone() })
            }
            Candidate::Name(mention) => {
                let near = candidates.partition_point(|one| one.span().start <= mention.span.end + 1);
                let first = candidates.partition_point(|one| one.span().start < mention.span.start);
                let other = |one: &Mention| one.span.end <= mention.span.start || one.span.start >= mention.span.end;
                // `SP1 tools` elsewhere says nothing about what is named here.
                let headed = |one: &Mention| {
                    let from = candidates.partition_point(|cue| cue.span().start < one.core.end);
                    let behind = one.core.end..one.span.end + 2;
                    candidates
                        .get(from..)
                        .into_iter()
                        .flatten()
                        .take_while(|cue| behind.contains(&cue.span().start))
                        .any(|cue| matches!(cue, Candidate::Cue(cue) if own(&cue.tells, one.vocabulary)))
                };
                let elsewhere =
                    |of: VocabularyId| mentions.iter().any(|one| one.vocabulary == of && other(one) && !headed(one));
                // No noun goes with a name of the line before.
                let line = |at: &Range<usize>| !text.get(&(mention.core.end..at.start)).contains(['\n', ',']);
                let beside = |one: &&Candidate<'_>| one.span().start < mention.core.end || line(one.span());
                let some: Vec<&Candidate<'_>> =
                    candidates.get(first..near).unwrap_or_default().iter().filter(beside).collect();
                let whole = shortened(mention, &some, own, &elsewhere);
                Kind::Name(whole)
            }
            Candidate::Cue(cue) => {
                let together = candidates.get(at..).unwrap_or_default();
                let noun = noun_within(text, items.last(), cue, together, own);
                Kind::Cue(cue.tells.iter().chain(noun.into_iter().flatten()).copied().collect())
            }
        };
        let span = if let Kind::Name(mention) = &kind { &mention.span } else { span };
        let span = span.start.max(behind)..span.end;
        let (mut gap, unread) = between(text, behind, span.start);
        // The bracket round such a number parts nothing.
        if taken && text.get(&(behind..span.start)).trim() == ")" {
            gap = Gap::Space;
        }
        taken = false;
        behind = span.end;
        if let (Kind::Name(name), Some(last)) = (&kind, items.last_mut())
            && unread == 0
            && matches!(gap, Gap::Glued | Gap::Space | Gap::Bracket)
            && last.takes(name, text)
        {
            taken = true;
            continue;
        }
        items.push(Item { span, kind, gap, unread });
    }
    items
}

/// `The RTM console is installed`: what a cue that says whose the next name is, and stands right behind a name, tells of that one by its
/// first words.
fn noun_within<'c>(
    text: &Text<'_>,
    last: Option<&Item>,
    cue: &Found,
    together: &[Candidate<'c>],
    own: &dyn Fn(&[Tells], VocabularyId) -> bool,
) -> Option<&'c [Tells]> {
    let beside = |last: &&Item| text.get(&(last.span.end..cue.span.start)).trim().is_empty();
    let of = last.filter(beside)?.name()?.vocabulary;
    if !cue.tells.iter().any(|one| matches!(one, Tells::Before(..))) {
        return None;
    }
    let mut same = together.iter().take_while(|one| one.span().start == cue.span.start);
    same.find_map(|one| match one {
        Candidate::Cue(cue) if own(&cue.tells, of) => Some(cue.tells.as_slice()),
        _ => None,
    })
}

/// Where the item before one ends; the beginning of the text, if it is the first.
pub(super) fn end_before(items: &[Item], at: usize) -> usize {
    at.checked_sub(1).and_then(|last| items.get(last)).map_or(0, |last| last.span.end)
}

/// The cues that hold names together. A cue with a name in it that is asked about is none, unless it is the name of something else
/// altogether.
fn structure<'m>(
    mentions: impl Iterator<Item = &'m Mention>,
    cues: &[Found],
    here: &dyn Fn(Tells) -> bool,
) -> Vec<Found> {
    let mut cores: Vec<&Range<usize>> = mentions.map(|mention| &mention.core).collect();
    cores.sort_by_key(|core| (core.start, core.end));
    let named = |span: &Range<usize>| {
        let from = cores.partition_point(|core| core.start < span.start);
        let inside = cores.iter().skip(from).take_while(|core| core.start < span.end);
        inside.into_iter().any(|core| core.end <= span.end)
    };
    let kept = cues.iter().filter_map(|cue| {
        let within = named(&cue.span);
        let strange = cue.tells.iter().any(|one| matches!(one, Tells::Scope(_)));
        let counts = |one: &Tells| one.is_structure() && here(*one) && (!within || strange || one.is_name());
        let tells: Vec<Tells> = cue.tells.iter().copied().filter(counts).collect();
        (!tells.is_empty()).then(|| Found { span: cue.span.clone(), inside: cue.inside, tells })
    });
    kept.collect()
}

enum Candidate<'c> {
    Name(&'c Mention),
    Cue(&'c Found),
}

impl Candidate<'_> {
    fn span(&self) -> &Range<usize> {
        match self {
            Self::Name(mention) => &mention.span,
            Self::Cue(cue) => &cue.span,
        }
    }

    /// Where it begins without words that it can do without.
    fn core(&self) -> usize {
        match self {
            Self::Name(mention) => mention.core.start,
            Self::Cue(cue) => cue.span.start,
        }
    }

    fn is_inside(&self) -> bool {
        matches!(self, Self::Cue(cue) if cue.inside)
    }

    fn rank(&self) -> usize {
        match self {
            Self::Name(_) => 0,
            Self::Cue(_) => 1,
        }
    }
}

/// `server SP1`: what a name can do without may be the noun for what it names, before it as well.
fn headless(mention: &Mention, cues: &[Found], own: &dyn Fn(&[Tells], VocabularyId) -> bool) -> Mention {
    let heads = |cue: &Found| {
        cue.span.start == mention.span.start
            && cue.span.end <= mention.core.start
            && own(&cue.tells, mention.vocabulary)
    };
    let start = if cues.iter().any(heads) { mention.core.start } else { mention.span.start };
    Mention { span: start..mention.span.end, ..mention.clone() }
}

/// The name without its last words where these are a name of their own, of what is named right behind them: in `XP SP1 tools`
/// the tools are SP1, and in `2003 SP1 CCR` the server is where nothing `elsewhere` is of that kind.
fn shortened(
    mention: &Mention,
    near: &[&Candidate<'_>],
    own: &dyn Fn(&[Tells], VocabularyId) -> bool,
    elsewhere: &dyn Fn(VocabularyId) -> bool,
) -> Mention {
    let names = || near.iter().filter_map(|one| if let Candidate::Name(name) = one { Some(*name) } else { None });
    let behind = mention.core.end..mention.core.end + 2;
    let noun_of = |vocabulary: VocabularyId| {
        near.iter().any(|one| match one {
            Candidate::Cue(cue) => behind.contains(&cue.span.start) && own(&cue.tells, vocabulary),
            Candidate::Name(name) => {
                let third = name.vocabulary != vocabulary && name.vocabulary != mention.vocabulary;
                third && behind.contains(&name.core.start) && !elsewhere(vocabulary)
            }
        })
    };
    // `SP1 server`: what a name can do without may be the noun for what it names.
    let noun = near.iter().any(|one| match one {
        Candidate::Cue(cue) => {
            cue.span.start >= mention.core.end
                && cue.span.start < mention.span.end
                && own(&cue.tells, mention.vocabulary)
        }
        Candidate::Name(_) => false,
    });
    let trimmed = || Mention {
        span: mention.span.start..if noun { mention.core.end } else { mention.span.end },
        ..mention.clone()
    };
    let tail = names().find(|tail| {
        tail.vocabulary != mention.vocabulary
            && tail.core.end == mention.core.end
            && tail.core.start > mention.core.start
            && noun_of(tail.vocabulary)
            && !noun_of(mention.vocabulary)
    });
    let Some(tail) = tail else { return trimmed() };
    let front = names().filter(|front| {
        front.vocabulary == mention.vocabulary
            && front.core.start == mention.core.start
            && front.core.end <= tail.core.start
    });
    let Some(front) = front.max_by_key(|front| front.core.end) else { return trimmed() };
    Mention { span: front.span.start..front.core.end, ..front.clone() }
}

/// The widest gap between two places, and how many words stand there.
fn between(text: &Text<'_>, from: usize, to: usize) -> (Gap, usize) {
    let first = text.words.partition_point(|word| word.span.start < from);
    let last = text.words.partition_point(|word| word.span.start < to);
    let unread = text.article.get(first..last).into_iter().flatten().filter(|article| !**article).count();
    (text.widest(first..last + 1), unread)
}
