//! The smallest changes of the facts that reach a supported answer.
//!
//! A change is a set of axes with new values. It is small if no part of it does as well. What the asker can change, and with
//! how much effort, is data: the table's moves. Every change that reaches `supported` reaches it for all cells that fit, so none trades one
//! blocker for another. Nothing here is a statement of a source.

use crate::decide::{Conclusion, Decision, Facts, Said, decide, verdict_of};
use crate::knowledge::{AxisId, Move, MoveId, OnAxis, RemedyId, StatementId, Table};
use crate::model::{Basis, Verdict};

/// A change of the facts that reaches a supported answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Alternative {
    pub change: Vec<(AxisId, OnAxis)>,
    pub moves: Vec<MoveId>,
    /// Of all moves together; less is easier.
    pub effort: u32,
    pub facts: Facts,
    /// The basis of the answer after the change.
    pub basis: Basis,
    /// What stood in the way and no longer does.
    pub clears: Vec<StatementId>,
    /// The cautions that apply after the change.
    pub cautions: Vec<StatementId>,
}

/// All of them: least effort first, then the firmest basis, then the values to suggest first.
pub fn alternatives(table: &Table, decision: &Decision) -> Vec<Alternative> {
    alternatives_by(table, decision, &mut |facts| verdict_of(table, facts, decision.strict))
}

/// The same for who asks about many facts and remembers verdicts.
pub fn alternatives_by(
    table: &Table,
    decision: &Decision,
    verdict: &mut dyn FnMut(&Facts) -> Verdict,
) -> Vec<Alternative> {
    let mut found: Vec<Alternative> = Vec::new();
    smallest(&movable(table, &decision.facts), |axes| {
        let before = found.len();
        found.extend(reached(table, decision, axes, verdict));
        found.len() > before
    });
    found.sort_by_cached_key(|one| {
        let values = one.change.iter().map(|(axis, value)| (table[*axis].preference(*value), *axis));
        let moves = one.moves.iter().map(|one| table[*one].id.clone());
        (one.effort, one.basis, one.change.len(), values.collect::<Vec<_>>(), moves.collect::<Vec<_>>())
    });
    found
}

/// The alternatives that change exactly these axes.
fn reached(
    table: &Table,
    decision: &Decision,
    axes: &[AxisId],
    verdict: &mut dyn FnMut(&Facts) -> Verdict,
) -> Vec<Alternative> {
    let mut found = Vec::new();
    for change in changes(table, &decision.facts, axes) {
        let facts = applied(table, &decision.facts, &change);
        if verdict(&facts) != Verdict::Supported {
            continue;
        }
        let after = decide(table, &facts, decision.strict);
        let Some(basis) = after.basis() else { continue };
        for moves in covers(table, &decision.facts, &change) {
            found.push(Alternative {
                effort: moves.iter().map(|one| table[*one].effort).sum(),
                change: change.clone(),
                moves,
                facts: chosen(table, &after),
                basis,
                clears: blockers(decision),
                cautions: after.cautions.iter().map(|said| said.id).collect(),
            });
        }
    }
    found
}

/// What stands in the way: after the change nothing does, so all of it is cleared.
fn blockers(decision: &Decision) -> Vec<StatementId> {
    let said: &[Said] = match &decision.conclusion {
        Conclusion::Unsupported { forbids, .. } => forbids,
        Conclusion::Undocumented { silents, .. } => silents,
        Conclusion::Supported { .. } | Conclusion::Undetermined { .. } => &[],
    };
    let mut ids: Vec<StatementId> = said.iter().map(|said| said.id).collect();
    ids.dedup();
    ids
}

/// The facts of a supported answer with what can be chosen there.
fn chosen(table: &Table, after: &Decision) -> Facts {
    let values = after.choices.iter().flat_map(|choice| &choice.values);
    let mut facts = after.facts.clone();
    for axis in table.axis_ids() {
        facts = facts.with(axis, values.clone().filter(|(own, _)| *own == axis).map(|(_, value)| *value), table);
    }
    facts
}

/// Alternatives that differ in the values of one axis alone, as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub first: Alternative,
    /// The facts after any of the changes.
    pub facts: Facts,
}

/// As many lines as an answer shows by default.
pub const HANDFUL: usize = 5;

/// The alternatives for people: the nearest, in as few lines as they can be told in, without those that a remedy of the answer
/// describes.
pub fn lines(table: &Table, alternatives: &[Alternative], remedies: &[RemedyId]) -> Vec<Line> {
    let told = |one: &MoveId| table[*one].remedies.iter().any(|remedy| remedies.contains(remedy));
    let mut lines: Vec<Line> = Vec::new();
    for one in alternatives.iter().filter(|one| !one.moves.iter().all(told)) {
        let same = |line: &&mut Line| {
            let other = &line.first;
            one.moves == other.moves
                && one.basis == other.basis
                && one.cautions == other.cautions
                && one.change.iter().map(|(axis, _)| axis).eq(other.change.iter().map(|(axis, _)| axis))
        };
        let merged = lines.iter_mut().filter(same).find_map(|line| {
            let facts = merged(table, &line.facts, &one.facts)?;
            line.facts = facts;
            Some(())
        });
        if merged.is_none() {
            lines.push(Line { first: one.clone(), facts: one.facts.clone() });
        }
    }
    lines.truncate(HANDFUL);
    lines
}

/// Facts that say either of two, if these differ on one axis alone.
fn merged(table: &Table, one: &Facts, other: &Facts) -> Option<Facts> {
    let mut differing = table.axis_ids().filter(|axis| one.get(*axis) != other.get(*axis));
    let Some(axis) = differing.next() else { return Some(one.clone()) };
    let both = one.get(axis)?.ones().chain(other.get(axis)?.ones());
    differing.next().is_none().then(|| one.clone().with(axis, both, table))
}

/// Axes that something is known of and that some move can change.
fn movable(table: &Table, facts: &Facts) -> Vec<AxisId> {
    let moves = |axis: &AxisId| table.moves.iter().any(|one| one.changes.contains(axis));
    table.axis_ids().filter(|axis| facts.get(*axis).is_some()).filter(moves).collect()
}

/// The sets of these that do it, none of them with one to spare.
fn smallest<I: Copy + Ord>(all: &[I], mut do_it: impl FnMut(&[I]) -> bool) -> Vec<Vec<I>> {
    let mut found: Vec<Vec<I>> = Vec::new();
    for subset in subsets(all) {
        let is_spare = found.iter().any(|fewer| fewer.iter().all(|one| subset.contains(one)));
        if !is_spare && do_it(&subset) {
            found.push(subset);
        }
    }
    found
}

/// Every non-empty subset, smaller ones first.
fn subsets<I: Copy + Ord>(axes: &[I]) -> Vec<Vec<I>> {
    let mut subsets: Vec<Vec<I>> = vec![Vec::new()];
    for axis in axes {
        let longer: Vec<Vec<I>> =
            subsets.iter().map(|subset| subset.iter().copied().chain([*axis]).collect()).collect();
        subsets.extend(longer);
    }
    subsets.retain(|subset| !subset.is_empty());
    subsets.sort_by_key(|subset| (subset.len(), subset.clone()));
    subsets
}

/// Every way to give each of the axes an inside value that it does not have.
fn changes(table: &Table, facts: &Facts, axes: &[AxisId]) -> Vec<Vec<(AxisId, OnAxis)>> {
    axes.iter().fold(vec![Vec::new()], |changes, axis| {
        let fresh = |value: &OnAxis| facts.get(*axis).is_none_or(|set| !set.contains(*value));
        let values: Vec<OnAxis> = table[*axis].inside().filter(fresh).collect();
        let longer = |change: Vec<(AxisId, OnAxis)>| {
            values
                .iter()
                .map(move |value| change.iter().copied().chain([(*axis, *value)]).collect())
                .collect::<Vec<_>>()
        };
        changes.into_iter().flat_map(longer).collect()
    })
}

fn applied(table: &Table, facts: &Facts, change: &[(AxisId, OnAxis)]) -> Facts {
    change.iter().fold(facts.clone(), |facts, (axis, value)| facts.with(*axis, [*value], table))
}

/// The sets of moves that together make the change, none of them to spare.
fn covers(table: &Table, facts: &Facts, change: &[(AxisId, OnAxis)]) -> Vec<Vec<MoveId>> {
    let usable = MoveId::of(&table.moves).filter(|(_, one)| can_make(one, table, facts, change));
    let usable: Vec<MoveId> = usable.map(|(id, _)| id).collect();
    smallest(&usable, |moves| change.iter().all(|(axis, _)| moves.iter().any(|one| table[*one].changes.contains(axis))))
}

/// Whether a move can make its part of the change: its first axis changes, and every axis of it only as the move allows.
fn can_make(one: &Move, table: &Table, facts: &Facts, change: &[(AxisId, OnAxis)]) -> bool {
    let first = one.changes.first().is_some_and(|first| change.iter().any(|(axis, _)| axis == first));
    let part = || change.iter().filter(|(axis, _)| one.changes.contains(axis));
    let allowed = |(axis, value): &(AxisId, OnAxis)| {
        let target = one.to.iter().all(|(limited, set)| limited != axis || set.contains(*value));
        target && (!one.upward.contains(axis) || is_upward(table, facts, *axis, *value))
    };
    first && part().all(allowed)
}

/// Whether the value is a higher version than each that the axis can have now.
fn is_upward(table: &Table, facts: &Facts, axis: AxisId, value: OnAxis) -> bool {
    let rank = |value: OnAxis| table[axis].rank(value);
    let now = facts.get(axis);
    now.is_some_and(|now| now.ones().all(|own| rank(own).zip(rank(value)).is_some_and(|(own, new)| own < new)))
}
