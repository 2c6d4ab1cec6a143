//! A set of cells as a person would write it: few boxes, in the notation of `when`.

use fixedbitset::FixedBitSet;

use crate::compile::axis::Axis;
use crate::compile::grid::{Boxed, ValueSet, set_of};
use crate::compile::knowledge::Knowledge;
use crate::compile::table::Table;
use crate::decide::with_value;

/// Boxes that together are exactly the given cells; at most so many of them, and whether that is all.
///
/// Greedy: from the first cell that no box has yet, the largest box that can be grown axis by axis. Boxes may overlap, as
/// those of a condition may. Not always the fewest, but never a box within another.
pub(super) fn boxes(table: &Table, cells: &FixedBitSet, most: usize) -> (Vec<Boxed>, bool) {
    let mut left = cells.clone();
    let mut found = Vec::new();
    while let Some(first) = left.minimum() {
        if found.len() == most {
            return (found, false);
        }
        let orders = [(0..table.axes.len()).collect::<Vec<_>>(), (0..table.axes.len()).rev().collect()];
        let grown = orders.iter().map(|order| grown(table, cells, first, order));
        let Some(best) = grown.max_by_key(|sets| gain(table, &left, sets)) else { break };
        table.grid.each(&best, &mut |cell| left.set(cell, false));
        left.set(first, false);
        found.push(best);
    }
    (found, true)
}

/// How many cells that no box has yet a box would add.
fn gain(table: &Table, left: &FixedBitSet, sets: &Boxed) -> usize {
    let mut gain = 0;
    table.grid.each(sets, &mut |cell| gain += usize::from(left.contains(cell)));
    gain
}

/// The cell, widened on one axis after the other by every value for which all cells are among those given.
fn grown(table: &Table, cells: &FixedBitSet, first: usize, order: &[usize]) -> Boxed {
    let values = table.values(first);
    let mut sets: Boxed =
        table.axes.iter().zip(&values).map(|(axis, value)| set_of(axis.values.len(), [*value])).collect();
    for axis in order {
        let Some(size) = table.axes.get(*axis).map(|axis| axis.values.len()) else { continue };
        let fits = |value: &usize| {
            let mut all = true;
            table.grid.each(&with_value(&sets, *axis, *value), &mut |cell| all = all && cells.contains(cell));
            all
        };
        let wider = set_of(size, (0..size).filter(fits));
        if let Some(set) = sets.get_mut(*axis) {
            *set = wider;
        }
    }
    sets
}

/// Boxes as the condition that holds for them: `{ ... }`, or a list of several.
pub(super) fn written(knowledge: &Knowledge, table: &Table, boxes: &[Boxed]) -> String {
    let each: Vec<String> = boxes.iter().map(|sets| written_box(knowledge, table, sets)).collect();
    match each.as_slice() {
        [one] => one.clone(),
        several => format!("[{}]", several.join(", ")),
    }
}

fn written_box(knowledge: &Knowledge, table: &Table, sets: &Boxed) -> String {
    let limited = table.axes.iter().zip(sets).filter(|(axis, set)| set.count_ones(..) < axis.values.len());
    let terms: Vec<String> =
        limited.map(|(axis, set)| format!("{} = {}", axis.id, written_set(knowledge, axis, set))).collect();
    if terms.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", terms.join(", ")) }
}

/// The values of a set, or those it leaves out, whichever are fewer.
fn written_set(knowledge: &Knowledge, axis: &Axis, set: &ValueSet) -> String {
    let ids = |positions: &mut dyn Iterator<Item = usize>| -> Vec<String> {
        positions.filter_map(|position| id(knowledge, axis, position)).map(|id| format!("\"{id}\"")).collect()
    };
    let (own, others) = (ids(&mut set.ones()), ids(&mut set.zeroes()));
    match own.as_slice() {
        [one] => one.clone(),
        _ if others.len() < own.len() => format!("{{ not = [{}] }}", others.join(", ")),
        _ => format!("[{}]", own.join(", ")),
    }
}

/// A cell as facts that `check` takes.
pub(super) fn facts(knowledge: &Knowledge, table: &Table, cell: usize) -> String {
    let named = table.axes.iter().zip(table.values(cell));
    let named = named.filter_map(|(axis, value)| Some(format!("{}={}", axis.id, id(knowledge, axis, value)?)));
    named.collect::<Vec<_>>().join(" ")
}

fn id<'k>(knowledge: &'k Knowledge, axis: &Axis, position: usize) -> Option<&'k str> {
    axis.value(position, knowledge.vocabulary(axis.vocabulary)?).map(|value| value.id.as_str())
}
