//! By which of the answers of procedures a question is answered.

use super::items::Item;
use super::signals::Signals;
use crate::knowledge::ask::{Asks, Heard, Procedure, Sign, Tells};
use crate::knowledge::{Knowledge, Table};
use crate::model::Reply;

/// A cue of this weight makes the question one of its table.
const STRONG: u32 = 5;

/// What each cue of a procedure weighs, beside the cues of its table.
const PROCEDURE: u32 = 4;

/// From this on, what a procedure is heard by is clear, whatever else is asked for.
const SURE: u32 = 105;

/// The same where all that it is heard by stands in what is asked.
const WHOLE: u32 = 36;

/// An answer that is heard by so many things at once is not heard by chance.
const SPECIFIC: usize = 4;

/// How an answer may be heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hearing {
    /// In all that is said, unless a table is asked for more loudly.
    Plain,
    /// What is said beside the question speaks against none, and no table has an answer of its own.
    Asked,
}

/// The procedure that is asked for: all of its cues are there, it is about what is named, and no other table is asked for more
/// loudly. Of several the one whose cues tell most, of these the one whose cues take the most words. With it whether it stands also
/// against a table of which all is named.
pub(super) fn procedure<'k>(
    knowledge: &'k Knowledge,
    signals: &Signals,
    items: &[Item],
    scores: &[u32],
    (hearing, strange): (Hearing, bool),
) -> Option<(&'k Procedure, &'k Heard, bool)> {
    let ask = knowledge.ask();
    let asked = |signs: &Vec<Sign>| signs.iter().any(|sign| signals.is_asked(sign, items));
    let against =
        |sign: &Sign| signals.has(sign, items, true) && (hearing == Hearing::Plain || signals.is_asked(sign, items));
    let heard = |heard: &&Heard| {
        heard.all.iter().all(|signs| signs.iter().any(|sign| signals.has(sign, items, false)))
            && !heard.unless.iter().any(against)
    };
    let ways = ask.procedures.iter().flat_map(|procedure| {
        let table = knowledge.table(&procedure.table);
        let ways = procedure.heard.iter().filter(heard);
        ways.filter(move |heard| table.is_some_and(|table| is_inside(knowledge, table, heard, items)))
            .map(move |heard| (procedure, heard))
    });
    let asks = |one: Asks| signals.tell(Tells::Asks(one));
    let fits = |heard: &Heard| match heard.reply {
        Reply::Told | Reply::Unknown => asks(Asks::How),
        Reply::Needed | Reply::NotNeeded => (asks(Asks::Must) || asks(Asks::Need)) && !asks(Asks::How),
        _ => !asks(Asks::Must) && !asks(Asks::Need) && !asks(Asks::How),
    };
    // What is asked weighs more than what is said beside it, and who asks whether something is so is not told how it is done.
    let weight = |heard: &Heard| -> u32 {
        let each = heard.all.iter().zip(&heard.weights);
        let sum: u32 = each.map(|(signs, weight)| if asked(signs) { weight * 2 } else { *weight }).sum();
        if heard.reply == Reply::Told && !fits(heard) { sum * 2 / 3 } else { sum }
    };
    let weigh = |(at, (_, heard)): &(usize, (&Procedure, &Heard))| {
        // Most of all where all of it is asked.
        let whole = signals.has_question() && heard.all.iter().all(asked);
        (if whole { weight(heard) * 3 / 2 } else { weight(heard) }, signals.length(heard), std::cmp::Reverse(*at))
    };
    // Where no table is asked, an answer has to be clear.
    let clear = |heard: &Heard| {
        let whole = heard.all.iter().all(asked);
        let least = match (strange, whole) {
            (true, _) => SURE + SURE / 4,
            (false, true) => WHOLE,
            (false, false) => SURE,
        };
        (whole || !(strange || heard.reply == Reply::Yes)) && weight(heard) >= least
    };
    // Who neither asks how nor about any of it is told nothing of how it is done.
    let wanted = |heard: &Heard| heard.reply != Reply::Told || fits(heard) || heard.all.iter().any(asked);
    let ways = ways.filter(|(_, heard)| wanted(heard) && (hearing == Hearing::Plain || clear(heard)));
    let ways: Vec<(usize, (&Procedure, &Heard))> = ways.enumerate().collect();
    let (_, (best, _)) = ways.iter().max_by_key(|one| weigh(one))?;
    // Which answer it is, most words tell; what it says to whom, what he asks.
    let own = ways.iter().filter(|(_, (procedure, _))| procedure.id == best.id);
    let (_, (_, heard)) = own.max_by_key(|one| (fits(one.1.1), weigh(one)))?;
    if hearing == Hearing::Asked {
        return Some((best, heard, true));
    }
    let is_own = |topic: usize| ask.topics.get(topic).is_some_and(|topic| topic.table == best.table);
    let strong = |own: bool| signals.weights.iter().any(|(topic, weight)| *weight >= STRONG && is_own(*topic) == own);
    if strong(false) && !strong(true) && weight(heard) < SURE {
        return None;
    }
    let most = |own: bool| {
        let scores = scores.iter().enumerate().filter(|(topic, _)| is_own(*topic) == own);
        scores.map(|(_, score)| *score).max().unwrap_or(0)
    };
    let each = PROCEDURE * u32::try_from(heard.all.len()).unwrap_or(1);
    let loud = heard.all.len() >= SPECIFIC && weight(heard) >= SURE && heard.all.iter().all(asked);
    let most_telling = heard.all.iter().zip(&heard.weights).max_by_key(|(_, weight)| **weight);
    let own = best.table == knowledge.default_table && most_telling.is_some_and(|(signs, _)| asked(signs));
    let sure = loud || (own && heard.reply == Reply::No);
    (most(true) + each >= most(false)).then_some((best, heard, sure))
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
