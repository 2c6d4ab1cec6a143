//! In which cells of an answer something holds, as conditions: per axis the values, no axis and no value more than is needed.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::FxHashMap;

use crate::knowledge::{AxisId, Boxed, Grid, OnAxis, ValueSet};

/// The cells that share a value, by what they are and their number without it.
type Slice = Vec<(bool, usize)>;

/// What must be known besides the facts: for each of some axes, one of these values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct When(Vec<(AxisId, ValueSet)>);

impl When {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (AxisId, &ValueSet)> {
        self.0.iter().map(|(axis, set)| (*axis, set))
    }

    pub fn holds(&self, grid: &Grid, cell: usize) -> bool {
        self.0.iter().all(|(axis, set)| set.contains(grid.value(cell, *axis)))
    }
}

/// Conditions of which each is met by cells inside alone, and which together meet all of them. No cell may be in both lists.
pub(super) fn conditions(grid: &Grid, inside: &[usize], outside: &[usize]) -> Vec<When> {
    let parts = parts(grid, inside.to_vec(), outside.to_vec());
    let found: IndexSet<When> = parts.iter().map(|part| narrowest(grid, part, outside)).collect();
    found.into_iter().collect()
}

fn hull(grid: &Grid, cells: &[usize]) -> Boxed {
    let sets = AxisId::all(grid.sizes().len()).zip(grid.sizes());
    sets.map(|(axis, size)| ValueSet::of(*size, cells.iter().map(|cell| grid.value(*cell, axis)))).collect()
}

fn is_in(grid: &Grid, cell: usize, sets: &Boxed) -> bool {
    sets.each().all(|(axis, set)| set.contains(grid.value(cell, axis)))
}

/// Cells inside, parted until the box around each part has no cell outside: by the axis that needs the fewest parts.
fn parts(grid: &Grid, inside: Vec<usize>, outside: Vec<usize>) -> Vec<Vec<usize>> {
    let around = hull(grid, &inside);
    let outside: Vec<usize> = outside.into_iter().filter(|cell| is_in(grid, *cell, &around)).collect();
    if outside.is_empty() {
        return vec![inside];
    }
    let groups = around.each().map(|(axis, set)| (axis, alike(grid, axis, set, &inside, &outside)));
    let fewest = groups.filter(|(_, groups)| groups.len() > 1).min_by_key(|(_, groups)| groups.len());
    let Some((axis, groups)) = fewest else { return vec![inside] };
    let of = |cells: &[usize], group: &[OnAxis]| {
        cells.iter().copied().filter(|cell| group.contains(&grid.value(*cell, axis))).collect::<Vec<_>>()
    };
    groups.iter().flat_map(|group| parts(grid, of(&inside, group), of(&outside, group))).collect()
}

/// The values of an axis, those together that have the same cells inside and outside.
fn alike(grid: &Grid, axis: AxisId, set: &ValueSet, inside: &[usize], outside: &[usize]) -> Vec<Vec<OnAxis>> {
    let first = OnAxis::new(0);
    let mut slices: FxHashMap<OnAxis, Vec<(bool, usize)>> = FxHashMap::default();
    for (is_inside, cells) in [(true, inside), (false, outside)] {
        for cell in cells {
            let value = grid.value(*cell, axis);
            slices.entry(value).or_default().push((is_inside, grid.moved(*cell, axis, value, first)));
        }
    }
    let mut groups: IndexMap<Slice, Vec<OnAxis>> = IndexMap::new();
    for value in set.ones() {
        let mut slice = slices.remove(&value).unwrap_or_default();
        slice.sort_unstable();
        groups.entry(slice).or_default().push(value);
    }
    groups.into_values().collect()
}

/// The box around cells, without the axes that are not needed to keep the cells outside out.
fn narrowest(grid: &Grid, inside: &[usize], outside: &[usize]) -> When {
    let mut sets: Vec<(AxisId, ValueSet)> = hull(grid, inside).each().map(|(axis, set)| (axis, set.clone())).collect();
    for axis in AxisId::all(grid.sizes().len()) {
        let others = When(sets.iter().filter(|(own, _)| *own != axis).cloned().collect());
        if !outside.iter().any(|cell| others.holds(grid, *cell)) {
            sets = others.0;
        }
    }
    When(sets)
}
