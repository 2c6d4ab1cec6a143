//! The smallest changes of the facts that reach a supported answer.
//!
//! A change is a set of axes with new values. It is small if no part of it does as well. What the asker can change, and with
//! how much effort, is data: the table's moves. Every change that reaches `supported` reaches it for all cells that fit, so none trades one
//! blocker for another. Nothing here is a statement of a source.

use crate::decide::{Conclusion, Decision, Facts, decide, verdict_of};
use crate::knowledge::ids::{AxisId, CautionId, MoveId, OnAxis, RuleId, SilentId};
use crate::knowledge::table::{Move, Table};
use crate::model::terms::{Basis, Verdict};

/// A change of the facts that reaches a supported answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Axes and their new values, by position.
    pub change: Vec<(AxisId, OnAxis)>,
    /// Positions of the moves that make it.
    pub moves: Vec<MoveId>,
    /// Of all moves together; less is easier.
    pub effort: u32,
    /// The facts after the change.
    pub facts: Facts,
    /// The basis of the answer after the change.
    pub basis: Basis,
    /// What stood in the way and no longer does.
    pub clears: Blockers,
    /// Positions of the cautions that apply after the change.
    pub cautions: Vec<CautionId>,
}

/// What stands in the way of a supported answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blockers {
    /// Rules forbid it.
    Forbids(Vec<RuleId>),
    /// No source speaks about it, as these entries say.
    Silents(Vec<SilentId>),
}

/// All of them: least effort first, then the firmest basis, then the order of the axes and their values.
#[must_use]
pub fn alternatives(table: &Table, decision: &Decision) -> Vec<Alternative> {
    let movable = movable(table, &decision.facts);
    let mut found: Vec<Alternative> = Vec::new();
    let mut enough: Vec<Vec<AxisId>> = Vec::new();
    for axes in subsets(&movable) {
        if enough.iter().any(|smaller| smaller.iter().all(|axis| axes.contains(axis))) {
            continue;
        }
        let reached = reached(table, decision, &axes);
        if !reached.is_empty() {
            enough.push(axes);
            found.extend(reached);
        }
    }
    found.sort_by_key(|one| (one.effort, one.basis, one.change.clone()));
    found
}

/// The alternatives that change exactly these axes.
fn reached(table: &Table, decision: &Decision, axes: &[AxisId]) -> Vec<Alternative> {
    let mut found = Vec::new();
    for change in changes(table, &decision.facts, axes) {
        let facts = applied(table, &decision.facts, &change);
        if verdict_of(table, &facts.cells(table), decision.strict) != Verdict::Supported {
            continue;
        }
        let after = decide(table, &facts, decision.strict);
        let Some(basis) = after.basis() else { continue };
        for moves in covers(table, &decision.facts, &change) {
            found.push(Alternative {
                effort: moves.iter().map(|one| table[*one].effort).sum(),
                change: change.clone(),
                moves,
                facts: facts.clone(),
                basis,
                clears: blockers(decision),
                cautions: after.cautions.clone(),
            });
        }
    }
    found
}

/// What stands in the way: after the change nothing does, so all of it is cleared.
fn blockers(decision: &Decision) -> Blockers {
    match &decision.conclusion {
        Conclusion::Unsupported { forbids, .. } => Blockers::Forbids(forbids.iter().collect()),
        Conclusion::Undocumented { silents, .. } => Blockers::Silents(silents.clone()),
        Conclusion::Supported { .. } | Conclusion::Undetermined { .. } => Blockers::Forbids(Vec::new()),
    }
}

/// Axes that something is known of and that some move can change.
fn movable(table: &Table, facts: &Facts) -> Vec<AxisId> {
    let moves = |axis: &AxisId| table.moves.iter().any(|one| one.changes.contains(axis));
    table.axis_ids().filter(|axis| facts.get(*axis).is_some()).filter(moves).collect()
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

/// The facts after a change.
fn applied(table: &Table, facts: &Facts, change: &[(AxisId, OnAxis)]) -> Facts {
    change.iter().fold(facts.clone(), |facts, (axis, value)| facts.with(*axis, [*value], table))
}

/// The sets of moves that together make the change, none of them to spare.
fn covers(table: &Table, facts: &Facts, change: &[(AxisId, OnAxis)]) -> Vec<Vec<MoveId>> {
    let usable = MoveId::of(&table.moves).filter(|(_, one)| can_make(one, table, facts, change));
    let usable: Vec<MoveId> = usable.map(|(id, _)| id).collect();
    let made = |moves: &[MoveId]| {
        let changes = |axis: &AxisId| moves.iter().any(|one| table[*one].changes.contains(axis));
        change.iter().all(|(axis, _)| changes(axis))
    };
    let mut covers: Vec<Vec<MoveId>> = Vec::new();
    for moves in subsets(&usable) {
        let spare = covers.iter().any(|fewer| fewer.iter().all(|one| moves.contains(one)));
        if !spare && made(&moves) {
            covers.push(moves);
        }
    }
    covers
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
