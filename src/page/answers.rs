//! The answers to every set of facts of a table that can be picked: each axis with one value, with several that have a name, or open.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use super::form::{Pick, picks};
use super::markup::{self, Markup};
use super::pool::{Pool, Slot};
use super::speech::Speech;
use crate::advise::alternatives::alternatives_by;
use crate::advise::{Advice, written};
use crate::decide::{Decision, Facts, decide, verdict_of};
use crate::knowledge::{AxisId, Knowledge, Table};
use crate::model::Verdict;
use crate::print::{self, Block, Item, Line, Marker};
use crate::view::{Answer, Context, answer::answer};

/// Where the answers are in the pool, one for each set of facts: the last axis changes first, and on an axis open comes before its picks.
pub fn answers(pool: &mut Pool, speech: &Speech<'_>, table: &Table) -> Vec<Slot> {
    let mut sets = vec![Facts::none(table)];
    for axis in table.axis_ids() {
        let picks = picks(&table[axis], speech.first.knowledge);
        let with = |facts: Facts| {
            let picked = |pick: &Pick<'_>| facts.clone().with(axis, pick.values.iter().copied(), table);
            let picked = picks.iter().map(picked).collect::<Vec<_>>();
            std::iter::once(facts).chain(picked)
        };
        sets = sets.into_iter().flat_map(with).collect();
    }
    let (mut verdicts, mut drawings) = (FxHashMap::default(), FxHashMap::default());
    let mut slot = |facts: &Facts| {
        let decision = decide(table, facts, speech.first.invocation.strict);
        let advice = advice(speech, table, &decision, &mut verdicts);
        // The form shows the facts themselves, and without them thousands of answers are the same.
        let answer = (Decision { facts: Facts::none(table), cells: Vec::new(), ..decision }, advice);
        if let Some(slot) = drawings.get(&answer) {
            return *slot;
        }
        let slot = draw(pool, speech, table, &answer.0, &answer.1);
        drawings.insert(answer, slot);
        slot
    };
    sets.iter().map(&mut slot).collect()
}

/// What a short answer needs: alternatives only where no remedy says what to do. To look for them takes longest, so the verdicts that
/// are found on the way are kept.
fn advice(speech: &Speech<'_>, table: &Table, decision: &Decision, verdicts: &mut FxHashMap<Facts, Verdict>) -> Advice {
    let written = written(speech.first.knowledge, table, decision);
    let ends_here = matches!(decision.verdict(), Verdict::Supported | Verdict::Undetermined);
    if ends_here || !written.remedies.is_empty() {
        return written;
    }
    let mut verdict = |facts: &Facts| {
        let found = || verdict_of(table, facts, decision.strict);
        verdicts.get(facts).copied().unwrap_or_else(|| *verdicts.entry(facts.clone()).or_insert_with(found))
    };
    Advice { alternatives: alternatives_by(table, decision, &mut verdict), ..written }
}

fn draw(pool: &mut Pool, speech: &Speech<'_>, table: &Table, decision: &Decision, advice: &Advice) -> Slot {
    let languages = speech.each(|cx| parts(*cx, table, decision, advice));
    let mut list = vec![pool.text(print::matrix::kind(decision.verdict(), decision.basis()))];
    for at in 0..languages.first().map_or(0, |parts| parts.len()) {
        let part: Vec<Markup> = languages.iter().filter_map(|parts| parts.get(at).cloned()).collect();
        list.push(pool.markup(&part));
    }
    pool.list(list)
}

/// What `check` says without the facts: the first reason in a sentence, the verdict, the rest, and what the workstation must have.
pub fn parts(cx: Context<'_>, table: &Table, decision: &Decision, advice: &Advice) -> [Markup; 4] {
    let mut told = answer(cx, table, decision, advice);
    // Said by the form and behind the verdict, and where they name the facts again by `supported_if`.
    told.named.clear();
    told.strict = false;
    told.supported_by.clear();
    let reason = told.reasons.first().map(|reason| print::first_sentence(&reason.because));
    let why = reason.or(told.next_question.as_ref().map(|question| question.text.as_str())).unwrap_or_default();
    let mut blocks = print::short::with(&told, None, cx.messages).into_iter();
    let verdict: Vec<Block> = blocks.next().into_iter().collect();
    let rest: Vec<Block> = blocks.chain(supported_if(&told, cx)).collect();
    let steps = told.needs.iter().map(|step| print::answer::step_item(step, cx.messages));
    let steps = print::titled("answer-needs", steps, cx.messages);
    [markup::line(&Line::from(why)), markup::blocks(&verdict), markup::blocks(&rest), markup::blocks(&steps)]
}

/// What would have to be known besides for a supported answer.
fn supported_if(answer: &Answer, cx: Context<'_>) -> Vec<Block> {
    let items = answer.supported_if.iter().map(|when| Item::new(Marker::Bullet, when.told()));
    print::titled("answer-supported-by", items, cx.messages)
}

pub struct Tree {
    /// The axes from the root to the leaves.
    pub order: Vec<AxisId>,
    /// For each list of answers, its root: a list for the first axis of what follows if it is open and from each of its picks, where
    /// the same stands for the next axis.
    pub roots: Vec<Slot>,
}

/// Equal branches are one, so the axis that leaves the fewest different ones is put last, then the same for those before it.
pub fn tree(pool: &mut Pool, knowledge: &Knowledge, table: &Table, answers: &[Vec<Slot>]) -> Tree {
    let mut left: Vec<AxisId> = table.axis_ids().collect();
    let mut order = Vec::new();
    let mut levels: Vec<Vec<Slot>> = answers.to_vec();
    while !left.is_empty() {
        let sizes: Vec<usize> = left.iter().map(|axis| picks(&table[*axis], knowledge).len() + 1).collect();
        let slots = |at: &usize| {
            let different: HashSet<Vec<Slot>> = levels.iter().flat_map(|level| branches(level, &sizes, *at)).collect();
            different.iter().map(Vec::len).sum::<usize>()
        };
        let Some(last) = (0..left.len()).min_by_key(slots) else { break };
        for level in &mut levels {
            *level = branches(level, &sizes, last).map(|branch| pool.list(branch)).collect();
        }
        order.insert(0, left.remove(last));
    }
    Tree { order, roots: levels.concat() }
}

/// What stands along one of the axes, for all values of the others.
fn branches<'l>(level: &'l [Slot], sizes: &[usize], at: usize) -> impl Iterator<Item = Vec<Slot>> + use<'l> {
    let step: usize = sizes.iter().skip(at + 1).product();
    let size = sizes.get(at).copied().unwrap_or(1);
    let along =
        move |part: &'l [Slot]| (0..step).map(move |first| part.iter().skip(first).step_by(step).copied().collect());
    level.chunks(size * step).flat_map(along)
}
