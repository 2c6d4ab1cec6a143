//! Where a question asks, and what is only said beside it.

use std::ops::Range;

use super::cues::Found;
use super::items::Item;
use crate::knowledge::ask::{Asks, Tells};
use crate::knowledge::words::is_hangul;

/// No more phrases that ask how than so many share words.
const MOST_NEAR: usize = 8;

/// Where a question asks: who says that he does not know which one it is does not ask for it, nor does a statement beside a
/// question.
pub(super) struct Asking {
    /// What fillers take, in order: where each begins, and how far all up to it reach.
    fillers: Vec<(usize, usize)>,
    /// Where each sentence ends, and whether with a question mark; nothing in a text without any.
    ends: Vec<(usize, bool)>,
    /// Where a clause ends, and where one begins to ask whether, and whether a filler does: `is it`.
    stops: Vec<usize>,
    whether: Vec<(usize, bool)>,
    /// Where names and words for something stand: a sentence without any asks for nothing that is known here.
    known: Vec<usize>,
    /// The sentences that ask, with the one before where they say of nothing what it is: `Does that work?`
    focus: Vec<Range<usize>>,
    /// Where the sentences end that ask for nothing known, beside one that does: `May I manage it from XP? What do you think?`
    idle: Vec<usize>,
    /// What is offered instead: `May they, or must it be done from the 2008 machine?`
    offered: Vec<Range<usize>>,
}

impl Asking {
    pub(super) fn new(question: &str, found: &[Found], items: &[Item]) -> Self {
        let fillers = found.iter().filter(|cue| cue.tells.contains(&Tells::Filler));
        let mut fillers: Vec<(usize, usize)> = fillers.map(|cue| (cue.span.start, cue.span.end)).collect();
        fillers.sort_unstable();
        let mut reach = 0;
        for (_, end) in &mut fillers {
            reach = reach.max(*end);
            *end = reach;
        }
        let signs = question.match_indices(['?', '!', '.', ';', '\n']);
        // A dot within a number or a file's name ends nothing.
        let inside = |at: usize| question.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let signs = signs.filter(|(at, sign)| *sign != "." || !inside(*at));
        let mut ends: Vec<(usize, bool)> = signs.map(|(at, sign)| (at, sign == "?")).collect();
        // A sign without a word before it asks nothing.
        let mut begins = 0;
        for (at, asks) in &mut ends {
            *asks &= question.get(begins..*at).is_some_and(|sentence| sentence.contains(char::is_alphanumeric));
            begins = *at + 1;
        }
        if !ends.iter().any(|(_, asks)| *asks) {
            ends = pleaded(question.len(), &ends, found, items);
        }
        let stops = question.match_indices(['?', '!', '.', ',', ':', ';', '\n']);
        let stops: Vec<usize> = stops.filter(|(at, sign)| *sign != "." || !inside(*at)).map(|(at, _)| at).collect();
        // In English such a word begins the clause.
        let begins = |at: usize| {
            let before = stops.partition_point(|stop| *stop < at).checked_sub(1).and_then(|before| stops.get(before));
            let between = question.get(before.map_or(0, |stop| stop + 1)..at).unwrap_or_default();
            question.get(at..).is_some_and(|rest| rest.starts_with(is_hangul))
                || !between.contains(char::is_alphanumeric)
        };
        let whether =
            found.iter().filter(|cue| cue.tells.contains(&Tells::Asks(Asks::Whether))).map(|cue| cue.span.start);
        // One that a filler before it takes asks nothing; one that begins a filler may.
        let whether = whether.filter(|at| begins(*at) && !aside(&fillers, &(*at..usize::MAX)));
        let whether = whether.map(|at| (at, aside(&fillers, &(at..at)))).collect();
        let cues = found.iter().filter(|cue| cue.tells.iter().any(is_telling)).map(|cue| cue.span.start);
        let names = items.iter().filter(|item| item.name().is_some()).map(|item| item.span.start);
        let mut known: Vec<usize> = cues.chain(names).collect();
        known.sort_unstable();
        let (focus, offered) = focus(&ends, found, items);
        let idle = idle(&ends, found, items);
        Self { fillers, ends, stops, whether, known, focus, idle, offered }
    }

    /// Whether what ends here stands in a question; in a text without any all may be one.
    pub(super) fn asks(&self, at: usize) -> bool {
        let end = self.ends.partition_point(|(end, _)| *end < at);
        self.ends.is_empty() || self.ends.get(end).is_some_and(|(_, asks)| *asks)
    }

    /// Whether what stands here is part of what is asked; in a text without any question mark all may be.
    pub(super) fn is_focus(&self, at: usize) -> bool {
        self.ends.is_empty() || self.focus.iter().any(|sentence| sentence.contains(&at))
    }

    /// Whether what stands here is in a sentence that asks; in a text without any question mark all may be.
    pub(super) fn is_in_question(&self, at: usize) -> bool {
        self.ends.is_empty() || (self.asks(at) && !self.is_offered(at))
    }

    /// Whether any sentence is known to ask.
    pub(super) fn has_question(&self) -> bool {
        !self.ends.is_empty()
    }

    /// Whether what stands here is offered instead of what is asked.
    pub(super) fn is_offered(&self, at: usize) -> bool {
        self.offered.iter().any(|part| part.contains(&at))
    }

    pub(super) fn counts(&self, what: Asks, cue: &Range<usize>) -> bool {
        let stop = self.stops.get(self.stops.partition_point(|stop| *stop < cue.end));
        let end = self.ends.partition_point(|(at, _)| *at < cue.end);
        let next = self.ends.get(end).map_or(usize::MAX, |(at, _)| *at);
        let later = |stop: usize, (at, filler): (usize, bool)| at > if filler { next } else { stop } && self.asks(at);
        let over = stop.is_some_and(|stop| self.whether.iter().any(|one| later(*stop, *one)));
        if (matches!(what, Asks::How | Asks::Why) && over) || (what == Asks::How && self.idle.contains(&next)) {
            return false;
        }
        if matches!(what, Asks::Must | Asks::Need | Asks::How) && self.is_offered(cue.start) {
            return false;
        }
        let aside = aside(&self.fillers, cue);
        // `One computer for both clusters. Is that possible?`
        if what == Asks::Each {
            return !aside && self.is_focus(cue.start);
        }
        let from = end.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |(at, _)| *at);
        let first = self.known.partition_point(|at| *at < from);
        !aside && self.asks(cue.end) && (what == Asks::Why || self.known.get(first).is_some_and(|at| *at < next))
    }
}

/// Where names and words for what is known here stand.
fn subjects(found: &[Found], items: &[Item]) -> Vec<usize> {
    let tells = |one: &Tells| matches!(one, Tells::Noun(..) | Tells::Topic(_, 3..));
    let cues = found.iter().filter(|cue| cue.tells.iter().any(tells)).map(|cue| cue.span.start);
    let names = items.iter().filter(|item| item.name().is_some()).map(|item| item.span.start);
    cues.chain(names).collect()
}

/// Where the sentences end that ask for nothing known, beside one that does.
fn idle(ends: &[(usize, bool)], found: &[Found], items: &[Item]) -> Vec<usize> {
    // A phrase that shares words with what asks how (`which version`) is none for what is asked for.
    let how = |cue: &&Found| cue.tells.contains(&Tells::Asks(Asks::How));
    let mut hows: Vec<&Range<usize>> = found.iter().filter(how).map(|cue| &cue.span).collect();
    hows.sort_unstable_by_key(|how| how.start);
    let apart = |cue: &&Found| {
        let before = hows.get(..hows.partition_point(|how| how.start < cue.span.end)).unwrap_or_default();
        !before.iter().rev().take(MOST_NEAR).any(|how| cue.span.start < how.end)
    };
    let sets = found.iter().filter(|cue| cue.tells.iter().any(|one| matches!(one, Tells::Set(_))));
    let mut about = subjects(found, items);
    about.extend(sets.filter(apart).map(|cue| cue.span.start));
    about.sort_unstable();
    let is_about = |sentence: &Range<usize>| {
        about.get(about.partition_point(|at| *at < sentence.start)).is_some_and(|at| *at < sentence.end)
    };
    let starts = [0].into_iter().chain(ends.iter().map(|(at, _)| *at));
    let asking = starts.zip(ends).filter(|(_, (_, asks))| *asks);
    let (telling, idle): (Vec<_>, Vec<_>) = asking.map(|(start, (end, _))| start..*end).partition(is_about);
    if telling.is_empty() { Vec::new() } else { idle.into_iter().map(|sentence| sentence.end).collect() }
}

/// The same without any question mark: what is asked begins with the sentence of the last plea, or with one before where nothing known
/// follows. `Our nodes are 2008, the workstation XP. Please tell me whether that works.`
fn pleaded(length: usize, ends: &[(usize, bool)], found: &[Found], items: &[Item]) -> Vec<(usize, bool)> {
    let pleas = found.iter().filter(|cue| cue.tells.contains(&Tells::Asks(Asks::Plea)));
    let Some(last) = pleas.map(|cue| cue.span.start).max() else { return Vec::new() };
    let (known, borders) = (subjects(found, items), ends.iter().map(|(at, _)| *at).chain([length]));
    let begins = |start: &usize| *start <= last && known.iter().any(|at| at >= start);
    let start = ends.iter().map(|(at, _)| *at).filter(begins).max().unwrap_or(0);
    // What stands behind the plea is only said, unless all begins with it.
    let end = ends.iter().map(|(at, _)| *at).find(|at| *at > last && start > 0).unwrap_or(length);
    borders.map(|at| (at, start < at && at <= end)).collect()
}

/// The sentences that ask, each with those before it up to the first that says what it is about; and what is offered instead there.
fn focus(ends: &[(usize, bool)], found: &[Found], items: &[Item]) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let known = subjects(found, items);
    let mut from = 0;
    let mut sentences: Vec<(Range<usize>, bool)> = Vec::new();
    for (end, asks) in ends {
        sentences.push((from..*end, *asks));
        from = *end;
    }
    let about = |sentence: &Range<usize>| known.iter().any(|at| sentence.contains(at));
    // `May I, or do I have to ..`: what is offered instead is asked as well, but it is not what the question is about.
    let starts = |at: usize, tells: fn(&Tells) -> bool| {
        found.iter().any(|cue| (at..at + 2).contains(&cue.span.start) && cue.tells.iter().any(tells))
    };
    let or = |cue: &&Found| {
        cue.tells.contains(&Tells::Alike) && starts(cue.span.end, |one| *one == Tells::Asks(Asks::Whether))
    };
    let ors: Vec<usize> = found.iter().filter(or).map(|cue| cue.span.start).collect();
    let (mut focus, mut offered) = (Vec::new(), Vec::new());
    for (at, (sentence, _)) in sentences.iter().enumerate().filter(|(_, (_, asks))| *asks) {
        // One that begins the sentence goes on with what was asked before.
        let first = ors.iter().copied().find(|or| sentence.contains(or) && *or > sentence.start + 2);
        let asked = sentence.start..first.unwrap_or(sentence.end);
        focus.push(asked.clone());
        offered.extend(first.map(|or| or..sentence.end));
        if !about(&asked) {
            let before = sentences.iter().take(at).rev().map(|(sentence, _)| sentence);
            focus.extend(before.clone().find(|sentence| about(sentence)).cloned());
        }
    }
    (focus, offered)
}

/// Whether fillers take the cue: one that begins before it, or a longer one that begins with it.
fn aside(fillers: &[(usize, usize)], cue: &Range<usize>) -> bool {
    let reach = |before: usize| before.checked_sub(1).and_then(|last| fillers.get(last)).map_or(0, |(_, end)| *end);
    let before = fillers.partition_point(|(start, _)| *start < cue.start);
    let with = fillers.partition_point(|(start, _)| *start <= cue.start);
    reach(before) > cue.start || reach(with) > cue.end
}

/// Whether it is a word for something that is known here.
pub(super) fn is_telling(one: &Tells) -> bool {
    matches!(one, Tells::Set(_) | Tells::Topic(..) | Tells::Noun(..))
}
