//! A session to another machine: that machine does the work, whatever the asker sits at.

use std::ops::Range;

use super::items::{Item, end_before};
use super::phrases::{Link, Phrase};
use super::signals::Signals;
use super::stage::{Role, Stage};
use super::text::{Gap, Text};
use super::{Gives, Read};
use crate::knowledge::AxisId;
use crate::knowledge::ask::{Session, Tells};
use crate::knowledge::words::is_hangul;

/// At most so many words that nobody read stand between a session and its machine.
const MOST_UNREAD: usize = 5;

/// A machine that a session leads to is among so many phrases before it.
const MOST_PHRASES: usize = 16;

/// Further sessions of a question are not looked at.
const MOST_SESSIONS: usize = 12;

/// The machine at the far end.
struct FarEnd {
    /// The items that name it.
    items: Range<usize>,
    /// Whether it is a machine of the other side: a node of the cluster itself.
    reached: bool,
    /// Whether nothing is told of it but, at most, what it is called.
    unknown: bool,
}

/// The word for a session.
struct Cue<'s> {
    /// Its item.
    at: usize,
    /// What the machine is called that it leads to.
    called: Option<Range<usize>>,
    signals: &'s Signals,
}

/// Makes the machine at the far end of a session the one that does the work, and notes what no longer matters. Where it is a machine of
/// the other side of which nothing is told, gives the axes that have the same value then.
pub(super) fn apply(
    stage: Stage<'_>,
    text: &Text<'_>,
    items: &[Item],
    phrases: &[Phrase],
    signals: &Signals,
    roles: &mut Vec<Role>,
    reads: &mut Vec<Read>,
) -> Option<(AxisId, AxisId)> {
    let mut ends: Vec<(&Item, &Session, FarEnd)> = Vec::new();
    let is_cue = |item: &Item| item.tells().iter().any(|one| matches!(one, Tells::Session(_)));
    // `May I manage it from here, or do I have to log on to the node?`: the session is what is offered instead.
    let is_meant = |item: &Item| is_cue(item) && !signals.is_offered(item.span.start);
    let cues = items.iter().enumerate().filter(|(_, item)| is_meant(item)).take(MOST_SESSIONS);
    for (at, item) in cues {
        let number = item.tells().iter().find_map(|one| if let Tells::Session(at) = one { Some(*at) } else { None });
        let Some(number) = number.filter(|number| !signals.tell(Tells::NoSession(*number))) else { continue };
        let Some(session) = stage.ask.sessions.get(number) else { continue };
        let other = stage.side_of(session.reaches);
        // `2008 노드에 접속해서`: the cue itself may name the machine, or one right behind its system may.
        let names = |cue: Option<&Item>| cue.is_some_and(|cue| signals.names_inside(&cue.span, other));
        let session_cue = |at: usize| items.get(at).filter(|one| one.tells().contains(&Tells::Session(number)));
        let machine = names(Some(item));
        let named_behind = |phrase: &Range<usize>| names(session_cue(phrase.end));
        let cue = Cue { at, called: called(text, items, at), signals };
        let far = far_end(stage, session, text, items, phrases, &cue, &named_behind)
            .map(|far| FarEnd { reached: far.reached || machine || named_behind(&far.items), ..far })
            .or_else(|| machine.then(|| FarEnd { items: at..at + 1, reached: true, unknown: false }))
            .or_else(|| {
                (cue.called.is_some() || is_open(text, items, at, signals)).then_some(FarEnd {
                    items: at..at,
                    reached: false,
                    unknown: true,
                })
            });
        ends.extend(far.map(|far| (item, session, far)));
    }
    // `mstsc on the old machine to log on to a node`: the node is where it ends; of others, the last one.
    ends.reverse();
    ends.sort_by_key(|(_, _, far)| (!far.reached, far.unknown));
    for (item, session, far) in ends {
        if let Some(told) = relocate(stage, session, &far, items, roles, reads) {
            reads.push(Read { span: item.words(), gives: Gives::Session, assumed: false });
            return (!told).then_some((session.moves, session.reaches));
        }
    }
    None
}

/// Whether what must be is a session: `Must they use Remote Desktop, or may they ..`
pub(super) fn is_asked(items: &[Item], signals: &Signals) -> bool {
    let mut sessions =
        items.iter().enumerate().filter(|(_, item)| item.tells().iter().any(|one| matches!(one, Tells::Session(_))));
    sessions.any(|(at, item)| {
        let Some(must) = signals.must_before(item.span.start) else { return false };
        let first = items.partition_point(|item| item.span.start < must);
        let between = items.get(first..=at).unwrap_or_default();
        // What stands before the first of them stands before the word.
        let parted = between.iter().skip(1).any(|one| one.gap >= Gap::Comma);
        !parted && !between.iter().any(|one| one.name().is_some() || one.tells().contains(&Tells::Part))
    })
}

/// Changes the parts; nothing if no machine is the far end. Otherwise says whether all is told of it that the question can tell: not so of
/// one of the other side whose system has no name.
fn relocate(
    stage: Stage<'_>,
    session: &Session,
    far: &FarEnd,
    items: &[Item],
    roles: &mut Vec<Role>,
    reads: &mut Vec<Read>,
) -> Option<bool> {
    let system = |role: &&Role| role.axis == session.moves || role.axis == session.reaches;
    let named = roles.iter().filter(|role| far.items.contains(&role.item)).find(system).cloned();
    let known = roles.iter().find(|role| role.axis == session.reaches).cloned();
    let end = named.or_else(|| known.filter(|_| far.reached));
    if end.is_none() && !far.reached && !far.unknown {
        return None;
    }
    let at = end.as_ref().map(|end| end.item);
    roles.retain(|role| {
        let aside = role.axis == session.moves && Some(role.item) != at;
        if aside && let Some(item) = items.get(role.item) {
            let gives = Gives::SetAside { axis: role.axis, values: role.values.clone() };
            reads.push(Read { span: item.words(), gives, assumed: false });
        }
        let moved = !far.reached && Some(role.item) == at && role.axis == session.reaches;
        !aside && !moved
    });
    let Some(end) = end else { return Some(far.unknown) };
    for axis in [session.moves, session.reaches] {
        let known = roles.iter().any(|role| role.axis == axis);
        if !known && (axis == session.moves || far.reached) {
            let values = stage.translated(end.axis, axis, &end.values);
            roles.push(Role { item: end.item, axis, values, assumed: false });
        }
    }
    Some(true)
}

/// The machine that a session leads to: named behind the cue, or, the Korean way, before it.
fn far_end(
    stage: Stage<'_>,
    session: &Session,
    text: &Text<'_>,
    items: &[Item],
    phrases: &[Phrase],
    &Cue { at, ref called, signals }: &Cue<'_>,
    named_behind: &dyn Fn(&Range<usize>) -> bool,
) -> Option<FarEnd> {
    let (own, other) = (stage.side_of(session.moves), stage.side_of(session.reaches));
    let has = |range: &Range<usize>, side: Option<usize>| {
        let words = items.get(range.clone()).into_iter().flatten().filter(|item| item.name().is_none());
        let nouns = words.filter_map(|item| stage.noun(item));
        nouns.into_iter().any(|noun| Some(noun.side) == side && !noun.hint)
    };
    // `log on to the CCR`
    let beside = |range: &Range<usize>| {
        let named = |item: &Item| matches!(stage.axes(item).as_slice(), [(axis, _)] if stage.side_of(*axis) == other);
        (at + 1..=at + 2).contains(&range.start)
            && items.get(range.start).is_some_and(|item| item.name().is_some() && named(item))
    };
    let reached =
        |range: &Range<usize>| (has(range, other) || named_behind(range) || beside(range)) && !has(range, own);
    let mut candidates: Vec<usize> = Vec::new();
    let behind = phrases.iter().enumerate().filter(|(_, phrase)| phrase.items.start > at);
    candidates.extend(behind.map(|(number, _)| number).take(2));
    // What stands in brackets is told of the machine before them.
    let start = |at: usize| items.get(at).map_or(0, |item| item.span.start);
    let in_bracket = |phrase: &Phrase| {
        let mut open = 0_i32;
        let between = start(phrase.items.start)..start(at);
        text.get(&between).chars().any(|one| {
            open += i32::from(one == '(') - i32::from(one == ')');
            open < 0
        })
    };
    let own_words = |phrase: &Phrase| phrase.items.end <= at && phrase.link != Link::Bracket && !in_bracket(phrase);
    let last = phrases.partition_point(|phrase| phrase.items.start < at);
    let before = (0..last).rev().take(MOST_PHRASES).find(|number| phrases.get(*number).is_some_and(own_words));
    // `RDP 붙어서`
    let korean = items.get(at).is_some_and(|cue| {
        let next = text.words.partition_point(|word| word.span.start < cue.span.end);
        let next = text.words.get(next).filter(|_| text.gaps.get(next).is_some_and(|gap| *gap < Gap::Comma));
        text.get(&cue.span).contains(is_hangul) || next.is_some_and(|word| word.text.contains(is_hangul))
    });
    match before {
        // `I sit at XP and RDP to MGT01`: such a machine is not the one before.
        Some(before) if called.is_none() => candidates.insert(if korean { 0 } else { candidates.len() }, before),
        _ => {}
    }
    // `RDP into EXADM01. It runs 2008`: a machine that is called by its name is what the next sentence is about.
    let told_of_next = |phrase: &Phrase| {
        let called = items.get(at).is_some_and(|cue| {
            let next = text.words.partition_point(|word| word.span.start < cue.span.end);
            text.gaps.get(next).is_some_and(|gap| *gap < Gap::Stop)
        });
        let between = items.get(at + 1..=phrase.items.start).unwrap_or_default();
        let stops = between.iter().filter(|item| item.gap == Gap::Stop).count();
        let unread: usize = between.iter().map(|item| item.unread).sum();
        let first = between.iter().position(|item| item.name().is_some() || stage.noun(item).is_some());
        called
            && stops == 1
            && unread <= MOST_UNREAD
            && first == between.len().checked_sub(1)
            && !reached(&phrase.items)
            && items.get(phrase.items.start).is_some_and(|item| !signals.is_in_question(item.span.start))
    };
    candidates.retain(|number| {
        phrases.get(*number).is_some_and(|phrase| {
            let (first, last) = (phrase.items.start.min(at), phrase.items.start.max(at));
            // `비스타에서 원격 데스크톱으로`
            let after = phrase.after.filter(|_| korean && phrase.items.end <= at);
            let from = after.or(phrase.before.map(|(side, _)| side));
            let sat_at = own.is_some() && from == own;
            (near(items, first, last) || told_of_next(phrase)) && (!sat_at || reached(&phrase.items))
        })
    });
    let phrase = |number: &usize| phrases.get(*number).map(|phrase| &phrase.items);
    let names = |range: &Range<usize>| {
        let mut some = items.get(range.clone()).into_iter().flatten();
        some.any(|item| stage.axes(item).iter().any(|(axis, _)| *axis == session.moves))
    };
    let machine = candidates.iter().copied().find(|number| phrase(number).is_some_and(&reached));
    // `MGT01 is 2008. I RDP to MGT01`
    let told = called.as_ref().map(|called| told_of(text, called)).unwrap_or_default();
    let is_told = |range: &Range<usize>| {
        let place = items.get(range.start).map_or(0, |item| item.span.start);
        told.get(told.partition_point(|sentence| sentence.end <= place)).is_some_and(|sentence| sentence.start <= place)
    };
    let elsewhere =
        (0..phrases.len()).filter(|number| phrase(number).is_some_and(|range| names(range) && is_told(range)));
    let system = || candidates.iter().copied().chain(elsewhere).find(|number| phrase(number).is_some_and(&names));
    let chosen = machine.or_else(system)?;
    let mut far =
        FarEnd { items: phrase(&chosen)?.clone(), reached: phrase(&chosen).is_some_and(reached), unknown: false };
    // `our jump server, a Windows Server 2003`: what it runs may stand behind a comma.
    if let Some(next) = phrases.get(chosen + 1)
        && !names(&far.items)
        && matches!(next.link, Link::Comma | Link::Bracket)
        && names(&next.items)
        && (far.reached || !has(&next.items, other))
    {
        far.items.end = next.items.end;
    }
    Some(far)
}

/// Whether what is asked is about a session of which nothing tells where it leads: `may I manage it via Remote Desktop?`
fn is_open(text: &Text<'_>, items: &[Item], cue: usize, signals: &Signals) -> bool {
    let Some(item) = items.get(cue) else { return false };
    let next = text.words.partition_point(|word| word.span.start < item.span.end);
    let ends = text.gaps.get(next).is_none_or(|gap| *gap >= Gap::Comma);
    // `from Vista, or only via Remote Desktop`
    let before = items.get(cue.saturating_sub(2)..cue).unwrap_or_default();
    let either = before.iter().any(|item| item.tells().contains(&Tells::Alike));
    ends && !either && signals.is_in_question(item.span.start)
}

/// What the machine is called that a session leads to: `RDP to MGT01`, `MGT01에 원격 접속`.
fn called(text: &Text<'_>, items: &[Item], cue: usize) -> Option<Range<usize>> {
    let (before, own) = (end_before(items, cue), &items.get(cue)?.span);
    let says = |item: &&Item| {
        !item.tells().iter().all(|one| matches!(one, Tells::Filler | Tells::Label | Tells::Over))
            || item.name().is_some()
    };
    let behind = items.iter().skip(cue + 1).find(says).map_or(text.question.len(), |next| next.span.start);
    let korean = text.get(own).contains(is_hangul);
    let named_before = || text.machine_within(&(before..own.start)).filter(|_| korean);
    named_before().or_else(|| text.machine_within(&(own.end..behind)))
}

/// Where a machine is told of: behind its name in another place than this one, or behind the kind of such machines, up to the end of the
/// sentence, and what follows a question what it is: `What is MGT01? A 2008 box`.
fn told_of(text: &Text<'_>, called: &Range<usize>) -> Vec<Range<usize>> {
    let name = text.get(called);
    // `The CAS servers are 2003. I log on to CAS01`
    let kind = name.trim_end_matches(|one: char| !one.is_ascii_alphabetic());
    let kinds = text.words.iter().map(|word| word.span.clone()).filter(|span| kind != name && text.get(span) == kind);
    let is_part = |one: char| one.is_ascii_alphanumeric();
    let is_whole = |span: &Range<usize>| {
        !text.get(&(0..span.start)).ends_with(is_part)
            && !text.get(&(span.end..text.question.len())).starts_with(is_part)
    };
    let names = text.question.match_indices(name).map(|(at, _)| at..at + name.len()).filter(is_whole);
    let mut places: Vec<Range<usize>> = names.chain(kinds).filter(|span| span.start != called.start).collect();
    places.sort_unstable_by_key(|span| span.start);
    let mut told: Vec<Range<usize>> = Vec::new();
    for span in places {
        if told.last().is_some_and(|last| span.start < last.end) {
            continue;
        }
        let sentence = text.sentence(span.start);
        let asks = text.get(&sentence).contains('?');
        told.push(span.end..if asks { text.sentence(sentence.end).end } else { sentence.end });
    }
    told
}

/// Whether two items stand in the same sentence, with few words between.
fn near(items: &[Item], from: usize, to: usize) -> bool {
    let between = items.get(from + 1..=to).unwrap_or_default();
    let unread: usize = between.iter().map(|item| item.unread).sum();
    unread <= MOST_UNREAD && between.iter().all(|item| item.gap < Gap::Stop)
}
