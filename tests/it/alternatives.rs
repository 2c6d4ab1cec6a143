//! Alternatives against brute force: for every cell of every table, each one offered is supported, and none smaller or equal was
//! missed. The brute force tries every other cell and every set of moves; it shares nothing with src/advise.

use std::collections::BTreeSet;

use canmanage::advise::alternatives::{HANDFUL, Line, lines};
use canmanage::decide::decide;
use canmanage::knowledge::{AxisId, Move, MoveId, OnAxis, Table};
use canmanage::model::Verdict;

use crate::folder;

/// Axes with their new values.
type Change = Vec<(AxisId, OnAxis)>;

#[test]
fn every_cell_is_offered_exactly_the_smallest_changes_that_help() {
    for name in folder::FOLDERS {
        let knowledge = folder::knowledge(name);
        for table in knowledge.tables() {
            let supported = supported(table);
            for cell in 0..table.grid.cells() {
                let values = table.values(cell);
                let facts = folder::facts_of(table, cell);
                let decision = decide(table, &facts, false);
                let offered: BTreeSet<Change> = canmanage::advise::alternatives::alternatives(table, &decision)
                    .into_iter()
                    .map(|alternative| alternative.change)
                    .collect();
                let expected = if decision.verdict() == Verdict::Supported {
                    offered.clone()
                } else {
                    smallest(table, &values, &supported)
                };
                assert_eq!(offered, expected, "{name}, {}: {values:?}", table.id);
            }
        }
    }
}

/// The supported cells.
fn supported(table: &Table) -> Vec<Vec<OnAxis>> {
    table.cells(Verdict::Supported).map(|cell| table.values(cell)).collect()
}

/// Of all changes that lead to a supported cell and can be made, those of which no part does as well.
fn smallest(table: &Table, values: &[OnAxis], supported: &[Vec<OnAxis>]) -> BTreeSet<Change> {
    let change = |target: &Vec<OnAxis>| -> Change {
        let moved = AxisId::of(target).filter(|(axis, value)| values[axis.index()] != **value);
        moved.map(|(axis, value)| (axis, *value)).collect()
    };
    // An axis may keep an outside value: a permit that names it reaches it, but nothing leads there.
    let leads = |target: &&Vec<OnAxis>| {
        AxisId::of(target.as_slice())
            .all(|(axis, value)| value.index() < table[axis].inside || values[axis.index()] == *value)
    };
    let reachable: Vec<Change> =
        supported.iter().filter(leads).map(change).filter(|change| can_be_made(table, values, change)).collect();
    let axes = |change: &Change| change.iter().map(|(axis, _)| *axis).collect::<BTreeSet<_>>();
    let is_smallest = |change: &&Change| {
        !reachable.iter().any(|other| axes(other).is_subset(&axes(change)) && axes(other) != axes(change))
    };
    reachable.iter().filter(is_smallest).cloned().collect()
}

/// Whether some set of moves makes the change: each does its part as it may, and together they do all of it.
fn can_be_made(table: &Table, values: &[OnAxis], change: &Change) -> bool {
    let moves: Vec<&Move> = table.moves.iter().filter(|one| may(one, table, values, change)).collect();
    (0_u32..1 << moves.len()).any(|set| {
        let chosen: Vec<&&Move> =
            moves.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, one)| one).collect();
        change.iter().all(|(axis, _)| chosen.iter().any(|one| one.changes.contains(axis)))
    })
}

fn may(one: &Move, table: &Table, values: &[OnAxis], change: &Change) -> bool {
    let target = |axis: AxisId| change.iter().find(|(changed, _)| *changed == axis).map(|(_, value)| *value);
    target(one.changes[0]).is_some()
        && one.changes.iter().filter_map(|axis| Some((*axis, target(*axis)?))).all(|(axis, value)| {
            let allowed = one.to.iter().filter(|(limited, _)| *limited == axis).all(|(_, set)| set.contains(value));
            let ranks = &table[axis].ranks;
            let (old, new) = (ranks[values[axis.index()].index()], ranks[value.index()]);
            let higher = old.is_some() && new.is_some() && new > old;
            allowed && (higher || !one.upward.contains(&axis))
        })
}

#[test]
fn alternatives_come_with_the_least_effort_first_and_clear_every_blocker() {
    let knowledge = folder::knowledge("data");
    let table = knowledge.table("manage").unwrap();
    for cell in 0..table.grid.cells() {
        let values = table.values(cell);
        let facts = folder::facts_of(table, cell);
        let decision = decide(table, &facts, false);
        if decision.verdict() == Verdict::Supported {
            continue;
        }
        let alternatives = canmanage::advise::alternatives::alternatives(table, &decision);
        assert!(alternatives.is_sorted_by_key(|one| one.effort), "{values:?}");
        let outcome = table.outcome(cell);
        for alternative in alternatives {
            let blockers = if outcome.forbids.is_empty() { outcome.silents } else { outcome.forbids };
            // In the order of the table instead of that in which they are told.
            let mut clears = alternative.clears;
            clears.sort_unstable();
            assert_eq!(clears, blockers, "{values:?}");
            assert_eq!(decide(table, &alternative.facts, false).verdict(), Verdict::Supported, "{values:?}");
        }
    }
}

#[test]
fn alternatives_for_people_are_few_and_repeat_no_remedy() {
    let knowledge = folder::knowledge("data");
    for table in knowledge.tables() {
        for cell in 0..table.grid.cells() {
            let decision = decide(table, &folder::facts_of(table, cell), false);
            let advice = canmanage::advise::advise(&knowledge, table, &decision);
            let lines = lines(table, &advice.alternatives, &advice.remedies);
            let told = |line: &Line| {
                let described = |one: &MoveId| table[*one].remedies.iter().any(|own| advice.remedies.contains(own));
                line.first.moves.iter().all(described)
            };
            assert!(!lines.iter().any(told), "{:?}", table.values(cell));
            assert!(lines.len() <= HANDFUL, "{} lines for {:?}", lines.len(), table.values(cell));
            for line in lines {
                assert_eq!(decide(table, &line.facts, false).verdict(), Verdict::Supported, "{:?}", table.values(cell));
            }
        }
    }
}
