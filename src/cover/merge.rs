//! Boxes by putting together what is equal, axis by axis.
//!
//! Every cell starts as a box of its own. On one axis after the other, boxes that are the same on all axes done so far, and
//! have the same label, become one. Equal lines of cells are recognised and done once, so the cost is that of looking at
//! each cell once, whatever stands in it, as long as lines repeat.

use rustc_hash::FxHashMap;

use super::{MOST_BOXES, Part};
use crate::knowledge::grid::{Boxed, ValueSet};
use crate::knowledge::ids::{AxisId, OnAxis};

/// As many cells are looked at before no further order of axes is tried.
const PATIENCE: usize = 1 << 22;

/// The list of no boxes.
const EMPTY: u32 = 0;

/// The boxes of the best of several orders of the axes.
pub(super) fn merged(sizes: &[usize], labels: &[Option<u32>]) -> Result<Vec<Part>, usize> {
    let mut best: Option<Merger> = None;
    let mut spent = 0;
    for order in orders(sizes.len()) {
        if spent > 0 && spent + labels.len() > PATIENCE {
            break;
        }
        let mut merger = Merger::new(&order);
        merger.merge(sizes, labels);
        spent += labels.len() + merger.boxes.len() + merger.entries.len();
        if best.as_ref().is_none_or(|best| merger.found() < best.found()) {
            best = Some(merger);
        }
    }
    let Some(best) = best else { return Ok(Vec::new()) };
    if best.found() > MOST_BOXES { Err(best.found()) } else { Ok(best.parts(sizes)) }
}

/// Orders of the axes, each once: first those that begin with different axes, then the others.
fn orders(axes: usize) -> Vec<Vec<usize>> {
    let last_first: Vec<usize> = (0..axes).rev().collect();
    let mut orders: Vec<Vec<usize>> = Vec::new();
    let mut add = |order: Vec<usize>| {
        if !orders.contains(&order) {
            orders.push(order);
        }
    };
    for start in 0..axes.max(1) {
        let mut order = last_first.clone();
        order.rotate_left(start.min(axes));
        add(order.clone());
        order.reverse();
        add(order);
    }
    if axes <= 5 {
        permutations(&mut Vec::new(), axes, &mut add);
    }
    orders
}

fn permutations(chosen: &mut Vec<usize>, axes: usize, add: &mut impl FnMut(Vec<usize>)) {
    if chosen.len() == axes {
        return add(chosen.clone());
    }
    for axis in (0..axes).filter(|axis| !chosen.contains(axis)).collect::<Vec<_>>() {
        chosen.push(axis);
        permutations(chosen, axes, add);
        chosen.pop();
    }
}

/// Sets, boxes and lists of boxes, each kept once and known by its number.
struct Merger {
    /// The axes in the order in which they are merged.
    order: Vec<usize>,
    sets: Vec<Vec<u32>>,
    set_numbers: FxHashMap<Vec<u32>, u32>,
    /// A set of the axis merged last, and the box of the axes before; the first box has no axes.
    boxes: Vec<(u32, u32)>,
    box_numbers: FxHashMap<(u32, u32), u32>,
    /// Boxes with labels, list after list.
    entries: Vec<(u32, u32)>,
    /// Where each list ends.
    ends: Vec<usize>,
    /// The one list that is left at the end.
    result: u32,
}

impl Merger {
    fn new(order: &[usize]) -> Self {
        Self {
            order: order.to_vec(),
            sets: Vec::new(),
            set_numbers: FxHashMap::default(),
            boxes: vec![(0, 0)],
            box_numbers: FxHashMap::default(),
            entries: Vec::new(),
            ends: vec![0],
            result: EMPTY,
        }
    }

    fn merge(&mut self, sizes: &[usize], labels: &[Option<u32>]) {
        let mut level = self.single(labels);
        let mut left: Vec<usize> = (0..sizes.len()).collect();
        for axis in self.order.clone() {
            let size = |axis: &usize| sizes.get(*axis).copied().unwrap_or(1);
            let at = left.iter().position(|left| *left == axis).unwrap_or(0);
            let inner: usize = left.iter().skip(at + 1).map(size).product();
            left.retain(|left| *left != axis);
            level = self.merge_axis(&level, size(&axis), inner.max(1));
        }
        self.result = level.first().copied().unwrap_or(EMPTY);
    }

    /// Each cell as a list of one box, or of none.
    fn single(&mut self, labels: &[Option<u32>]) -> Vec<u32> {
        let mut lists: FxHashMap<u32, u32> = FxHashMap::default();
        let list = |label: &Option<u32>| match label {
            None => EMPTY,
            Some(label) => *lists.entry(*label).or_insert_with(|| {
                self.entries.push((0, *label));
                close(&self.entries, &mut self.ends)
            }),
        };
        labels.iter().map(list).collect()
    }

    /// For each line of cells along an axis, the boxes in it.
    fn merge_axis(&mut self, level: &[u32], size: usize, inner: usize) -> Vec<u32> {
        let mut known: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
        let mut merged = Vec::with_capacity(level.len() / size.max(1));
        let mut line: Vec<u32> = Vec::with_capacity(size);
        for block in level.chunks(size.max(1) * inner) {
            for start in 0..inner {
                line.clear();
                line.extend(block.iter().skip(start).step_by(inner));
                let list = match known.get(&line) {
                    Some(list) => *list,
                    None => {
                        let list = self.merge_line(&line);
                        known.insert(line.clone(), list);
                        list
                    }
                };
                merged.push(list);
            }
        }
        merged
    }

    /// The boxes of one line: for each box and label that occurs in it, the set of values where it does.
    fn merge_line(&mut self, line: &[u32]) -> u32 {
        let mut found: Vec<((u32, u32), Vec<u32>)> = Vec::new();
        let mut places: FxHashMap<(u32, u32), usize> = FxHashMap::default();
        for (value, list) in (0_u32..).zip(line) {
            for entry in self.list(*list) {
                let place = *places.entry(*entry).or_insert(found.len());
                match found.get_mut(place) {
                    Some((_, values)) => values.push(value),
                    None => found.push((*entry, vec![value])),
                }
            }
        }
        for ((inner, label), values) in found {
            let set = number(values, &mut self.set_numbers, &mut self.sets);
            let own = number((set, inner), &mut self.box_numbers, &mut self.boxes);
            self.entries.push((own, label));
        }
        close(&self.entries, &mut self.ends)
    }

    fn list(&self, list: u32) -> &[(u32, u32)] {
        let end = self.ends.get(list as usize).copied().unwrap_or(0);
        let start = (list as usize).checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.entries.get(start..end).unwrap_or_default()
    }

    fn found(&self) -> usize {
        self.list(self.result).len()
    }

    fn parts(&self, sizes: &[usize]) -> Vec<Part> {
        self.list(self.result).iter().map(|(own, label)| self.part(*own, *label, sizes)).collect()
    }

    fn part(&self, mut own: u32, label: u32, sizes: &[usize]) -> Part {
        let mut sets: Boxed = sizes.iter().map(|size| ValueSet::none(*size)).collect();
        for axis in self.order.iter().rev() {
            let Some((set, inner)) = self.boxes.get(own as usize) else { continue };
            let values = self.sets.get(*set as usize).map(Vec::as_slice).unwrap_or_default();
            for value in values {
                sets[AxisId::new(*axis)].insert(OnAxis::new(*value as usize));
            }
            own = *inner;
        }
        Part { sets, label }
    }
}

/// Ends the list that was written last, and gives its number.
fn close(entries: &[(u32, u32)], ends: &mut Vec<usize>) -> u32 {
    ends.push(entries.len());
    u32::try_from(ends.len() - 1).unwrap_or(u32::MAX)
}

/// The number of a thing that is kept once.
fn number<T: Clone + Eq + std::hash::Hash>(thing: T, numbers: &mut FxHashMap<T, u32>, things: &mut Vec<T>) -> u32 {
    *numbers.entry(thing).or_insert_with_key(|thing| {
        things.push(thing.clone());
        u32::try_from(things.len() - 1).unwrap_or(u32::MAX)
    })
}
