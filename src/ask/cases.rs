//! One question about several machines: a set of facts for all of them, and one for each.

use super::stage::Stage;
use crate::decide::{Conclusion, Facts, decide};
use crate::knowledge::{AxisId, OnAxis, Table, ValueSet};

/// More answers than this to one question would not be read.
const MOST_CASES: usize = 12;

/// A value that was said of an axis.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) axis: AxisId,
    /// Positions on the axis; several where one name means several.
    pub(super) values: Vec<OnAxis>,
    /// Where in the question.
    pub(super) at: usize,
    /// Whether nothing tells that it is of this axis.
    pub(super) assumed: bool,
}

/// What was said of one axis: each alternative with its first place.
struct Alternatives {
    axis: AxisId,
    choices: Vec<(Vec<OnAxis>, usize)>,
}

/// All facts together, and, where the question names several machines, the facts of each.
pub(super) fn facts(table: &Table, said: &[Said]) -> (Facts, Vec<Facts>) {
    let all: Vec<Alternatives> = table.axis_ids().map(|axis| alternatives(axis, said)).collect();
    let mut together = Facts::none(table);
    for one in &all {
        together = together.with(one.axis, one.choices.iter().flat_map(|(values, _)| values.iter().copied()), table);
    }
    let mut cases = vec![Facts::none(table)];
    let mut done: Vec<AxisId> = Vec::new();
    for one in all.iter().filter(|one| !one.choices.is_empty()) {
        if done.contains(&one.axis) {
            continue;
        }
        // Axes whose values take turns in the question go in pairs: this kind on this system, that kind on that one.
        let partners: Vec<&Alternatives> =
            all.iter().filter(|other| other.axis == one.axis || take_turns(one, other)).collect();
        done.extend(partners.iter().map(|partner| partner.axis));
        let mut next = Vec::new();
        for case in &cases {
            for at in 0..one.choices.len() {
                let chosen = partners.iter().filter_map(|partner| Some((partner.axis, &partner.choices.get(at)?.0)));
                next.push(
                    chosen.fold(case.clone(), |case, (axis, values)| case.with(axis, values.iter().copied(), table)),
                );
            }
        }
        cases = next;
        if cases.len() > MOST_CASES {
            return (together, Vec::new());
        }
    }
    if cases.len() < 2 { (together, Vec::new()) } else { (together, cases) }
}

/// Of several machines those that the question itself names: `Ours is 2003, theirs 2008. Can I manage the 2008 one?`
pub(super) fn asked_for(
    table: &Table,
    (facts, cases): (Facts, Vec<Facts>),
    said: &[Said],
    is_asked: &dyn Fn(usize) -> bool,
) -> (Facts, Vec<Facts>) {
    let asked = |case: &&Facts| {
        table.axis_ids().all(|axis| {
            let mut named = said.iter().filter(|one| one.axis == axis && is_asked(one.at)).peekable();
            let has = |value: &OnAxis| case.get(axis).is_some_and(|values| values.ones().any(|one| one == *value));
            named.peek().is_none() || named.any(|one| one.values.iter().any(has))
        })
    };
    let kept: Vec<Facts> = cases.iter().filter(asked).cloned().collect();
    match kept.as_slice() {
        [one] => (one.clone(), Vec::new()),
        some if some.is_empty() || some.len() == cases.len() => (facts, cases),
        some => {
            let values = |axis| some.iter().filter_map(move |case| case.get(axis)).flat_map(ValueSet::ones);
            let together =
                table.axis_ids().fold(Facts::none(table), |facts, axis| facts.with(axis, values(axis), table));
            (together, kept)
        }
    }
}

/// Facts for each system that a machine can have which is on both of these axes.
pub(super) fn of_one_machine(stage: Stage<'_>, facts: &Facts, (moves, reaches): (AxisId, AxisId)) -> Vec<Facts> {
    let (from, on) = (&stage.table[moves], &stage.table[reaches]);
    let both = |value: OnAxis| {
        let own = from.all_positions(&[on[value]], &stage.knowledge[from.vocabulary]);
        let inside = own.iter().any(|own| own.index() < from.inside);
        inside.then(|| facts.clone().with(moves, own, stage.table).with(reaches, [value], stage.table))
    };
    // A system that the release does not run on is none that the machine can have.
    let possible = |facts: &Facts| match decide(stage.table, facts, false).conclusion {
        Conclusion::Unsupported { forbids, .. } => !forbids.iter().any(|forbid| stage.table[forbid.id].rules_out),
        _ => true,
    };
    on.inside().filter_map(both).filter(possible).collect()
}

/// Different values of an axis. A name that means more than another one that was said is only another word for it.
fn alternatives(axis: AxisId, said: &[Said]) -> Alternatives {
    let mut choices: Vec<(Vec<OnAxis>, usize)> = Vec::new();
    let of_axis: Vec<&Said> = said.iter().filter(|one| one.axis == axis).collect();
    for one in &of_axis {
        let narrower = |other: &&&Said| {
            other.values.len() < one.values.len() && other.values.iter().all(|value| one.values.contains(value))
        };
        let known = choices.iter().any(|(values, _)| *values == one.values);
        if !known && of_axis.iter().find(narrower).is_none() {
            choices.push((one.values.clone(), one.at));
        }
    }
    Alternatives { axis, choices }
}

fn take_turns(one: &Alternatives, other: &Alternatives) -> bool {
    let count = one.choices.len();
    if count < 2 || other.choices.len() != count || one.axis == other.axis {
        return false;
    }
    let mut places: Vec<(usize, AxisId)> = one.choices.iter().map(|(_, at)| (*at, one.axis)).collect();
    places.extend(other.choices.iter().map(|(_, at)| (*at, other.axis)));
    places.sort_unstable();
    let paired = |pair: &[(usize, AxisId)]| matches!(pair, [(_, first), (_, second)] if first != second);
    places.chunks(2).all(paired)
}
