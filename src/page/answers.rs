//! The answers.

use super::markup::{self, Markup};
use super::pool::Pool;
use crate::advise::advise;
use crate::decide::{Facts, decide};
use crate::knowledge::ids::AxisId;
use crate::knowledge::table::Table;
use crate::view::{self, Context};
use crate::print;

/// Walks every set of facts.
pub fn table(pool: &mut Pool, contexts: &[Context<'_>], table: &Table, strict: bool, full: bool) -> usize {
    axis(pool, contexts, table, strict, full, AxisId::of(&table.axes).map(|(id, _)| id).collect(), Facts::none(table))
}

fn axis(pool: &mut Pool, contexts: &[Context<'_>], table: &Table, strict: bool, full: bool, left: Vec<AxisId>, facts: Facts) -> usize {
    let Some((first, rest)) = left.split_first() else { return answer(pool, contexts, table, strict, full, &facts) };
    let mut list = vec![axis(pool, contexts, table, strict, full, rest.to_vec(), facts.clone())];
    for value in table[*first].all() {
        list.push(axis(pool, contexts, table, strict, full, rest.to_vec(), facts.clone().with(*first, [value], table)));
    }
    pool.list(list)
}

fn answer(pool: &mut Pool, contexts: &[Context<'_>], table: &Table, strict: bool, full: bool, facts: &Facts) -> usize {
    let Some(cx) = contexts.first() else { return 0 };
    let decision = decide(table, facts, strict);
    let advice = advise(cx.knowledge, table, &decision);
    let mut short = Vec::new();
    let mut long = Vec::new();
    for cx in contexts {
        let mut answer = view::answer::answer(*cx, table, &decision, &advice);
        answer.named.clear();
        answer.unasked.clear();
        answer.supported_by.clear();
        short.push(markup::blocks(&print::check::whole(&answer, cx.messages)));
        if full {
            long.push(markup::blocks(&print::answer::body(&answer, cx.messages)));
        }
    }
    let short = pool.markup(&short.iter().collect::<Vec<&Markup>>());
    if full {
        let long = pool.markup(&long.iter().collect::<Vec<&Markup>>());
        return pool.list(vec![short, long]);
    }
    short
}
