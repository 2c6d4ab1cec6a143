//! Groups cells by the conditions that hold there.
//!
//! Goes down the axes from the first to the last: at each value, only the boxes that have it go further. Where the same boxes
//! arrive again at the same axis, what was found for them is copied. So the cost is that of the different corners of a table
//! and the conditions that reach them, not of its cells times its conditions; and past a limit it stops instead of filling
//! the memory.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

use crate::knowledge::grid::{Boxed, Grid, Region};

/// A table whose cells have more different outcomes than this is refused.
pub(super) const MOST_CLASSES: usize = 1 << 20;

/// The same if its outcomes together rest on more entries than this.
pub(super) const MOST_MEMBERS: usize = 1 << 25;

/// As many boxes are remembered, in all lists together, to recognise a list that comes again.
const MEMORY: usize = 1 << 24;

/// For each class the positions of its regions, ascending.
pub(super) struct Classes {
    /// Where each class ends in `members`.
    ends: Vec<u32>,
    members: Vec<u32>,
    /// The class with a hash, or with the next free number.
    by_hash: FxHashMap<u64, u32>,
}

/// For each cell, the number of its class, and the classes, numbered by their first cells. Nothing if they are too many.
pub(super) fn classify<'r>(grid: &Grid, regions: impl Iterator<Item = &'r Region>) -> Option<(Vec<u32>, Classes)> {
    let boxes = (0_u32..).zip(regions).flat_map(|(region, own)| own.boxes().iter().map(move |sets| (region, sets)));
    let boxes: Vec<(u32, &Boxed)> = boxes.collect();
    let all = (0..u32::try_from(boxes.len()).ok()?).collect::<Vec<u32>>();
    let axes = grid.sizes().len();
    let mut walk = Walk {
        grid,
        boxes,
        cells: vec![0; grid.cells()],
        classes: Classes { ends: Vec::new(), members: Vec::new(), by_hash: FxHashMap::default() },
        known: vec![FxHashMap::default(); axes],
        remembered: 0,
        lists: vec![Vec::new(); axes],
        regions: Vec::new(),
    };
    if grid.cells() > 0 {
        walk.down(0, 0, &all)?;
    }
    Some((walk.cells, walk.classes))
}

impl Classes {
    /// Where each class ends, and the members of all, class after class.
    pub(super) fn into_parts(self) -> (Vec<u32>, Vec<u32>) {
        (self.ends, self.members)
    }

    /// The number of the class with these members. Nothing if that is one too many.
    fn number(&mut self, members: &[u32]) -> Option<u32> {
        let mut hasher = FxHasher::default();
        members.hash(&mut hasher);
        let mut hash = hasher.finish();
        while let Some(class) = self.by_hash.get(&hash) {
            if self.of(*class) == members {
                return Some(*class);
            }
            hash = hash.wrapping_add(1);
        }
        if self.ends.len() >= MOST_CLASSES || self.members.len() + members.len() > MOST_MEMBERS {
            return None;
        }
        let class = u32::try_from(self.ends.len()).ok()?;
        self.members.extend_from_slice(members);
        self.ends.push(u32::try_from(self.members.len()).ok()?);
        self.by_hash.insert(hash, class);
        Some(class)
    }

    fn of(&self, class: u32) -> &[u32] {
        let class = class as usize;
        let start = class.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(class).copied().unwrap_or(0);
        self.members.get(start as usize..end as usize).unwrap_or_default()
    }
}

/// The way down the axes.
struct Walk<'r> {
    grid: &'r Grid,
    /// Each box with the position of its region.
    boxes: Vec<(u32, &'r Boxed)>,
    cells: Vec<u32>,
    classes: Classes,
    /// For each axis, the lists of boxes that arrived there, and the first cell of what was found.
    known: Vec<FxHashMap<Vec<u32>, usize>>,
    remembered: usize,
    /// For each axis, the boxes that go on at each value; kept to be used again.
    lists: Vec<Vec<Vec<u32>>>,
    regions: Vec<u32>,
}

impl Walk<'_> {
    /// Fills the cells from `first` on that share their values on the axes before `axis`; `arrived` are the boxes that have these.
    fn down(&mut self, axis: usize, first: usize, arrived: &[u32]) -> Option<()> {
        let (Some(size), Some(stride)) = (self.grid.sizes().get(axis), self.grid.strides().get(axis)) else {
            return self.arrive(first, arrived);
        };
        if let Some(same) = self.known.get(axis).and_then(|known| known.get(arrived)) {
            self.cells.copy_within(*same..same + size * stride, first);
            return Some(());
        }
        let mut lists = self.lists.get_mut(axis).map(std::mem::take).unwrap_or_default();
        lists.resize_with(*size, Vec::new);
        lists.iter_mut().for_each(Vec::clear);
        for own in arrived {
            let set = self.boxes.get(*own as usize).and_then(|(_, sets)| sets.get(axis));
            for value in set.into_iter().flat_map(|set| set.ones()) {
                lists.get_mut(value).into_iter().for_each(|list| list.push(*own));
            }
        }
        for (value, list) in lists.iter().enumerate() {
            self.down(axis + 1, first + value * stride, list)?;
        }
        self.lists.get_mut(axis).into_iter().for_each(|kept| *kept = std::mem::take(&mut lists));
        if self.remembered + arrived.len() < MEMORY {
            self.remembered += arrived.len() + 1;
            self.known.get_mut(axis)?.insert(arrived.to_vec(), first);
        }
        Some(())
    }

    /// One cell: the regions of the boxes that arrived are its class.
    fn arrive(&mut self, cell: usize, arrived: &[u32]) -> Option<()> {
        self.regions.clear();
        self.regions.extend(arrived.iter().filter_map(|own| self.boxes.get(*own as usize)).map(|(region, _)| *region));
        self.regions.dedup();
        let class = self.classes.number(&self.regions)?;
        self.cells.get_mut(cell).into_iter().for_each(|slot| *slot = class);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::grid::set_of;

    #[test]
    fn classes_hold_exactly_the_regions_of_their_cells() {
        let grid = Grid::new(vec![3, 3]).expect("9 cells");
        let row = |at| set_of(3, [at]);
        let all = set_of(3, 0..3);
        let overlapping = Region::new(vec![vec![row(0), all.clone()], vec![all.clone(), row(0)]]);
        let corner = Region::new(vec![vec![row(0), row(0)]]);
        let regions = [&overlapping, &corner];
        let (class_of, classes) = classify(&grid, regions.into_iter()).expect("few classes");
        for (cell, class) in class_of.into_iter().enumerate() {
            let values = [grid.value(cell, 0), grid.value(cell, 1)];
            let holds = regions.iter().zip(0..).filter(|(region, _)| region.holds(&values));
            let expected: Vec<u32> = holds.map(|(_, at)| at).collect();
            assert_eq!(classes.of(class), expected, "{values:?}");
        }
    }

    #[test]
    fn a_table_with_too_many_different_outcomes_is_given_up() {
        let size = 1030;
        let grid = Grid::new(vec![size, size]).expect("1.06 million cells");
        let all = || set_of(size, 0..size);
        let lines = (0..size).flat_map(|at| [vec![set_of(size, [at]), all()], vec![all(), set_of(size, [at])]]);
        let regions: Vec<Region> = lines.map(|sets| Region::new(vec![sets])).collect();
        assert!(size * size > MOST_CLASSES);
        assert!(classify(&grid, regions.iter()).is_none());
    }
}
