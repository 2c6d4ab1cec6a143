//! Groups cells by the conditions that hold there.
//!
//! Goes down the axes from the first to the last: at each value, only the boxes that have it go further. Where the same boxes
//! arrive again at the same axis, what was found for them is copied. So the cost is that of the different corners of a table
//! and the conditions that reach them, not of its cells times its conditions; and past a limit it stops instead of filling
//! the memory.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

use crate::knowledge::{AxisId, Boxed, Grid, PerAxis, Region, at, at_mut, part};

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
        known: (0..axes).map(|_| FxHashMap::default()).collect(),
        remembered: 0,
        lists: (0..axes).map(|_| Vec::new()).collect(),
        regions: Vec::new(),
    };
    if grid.cells() > 0 {
        walk.down(0, 0, &all)?;
    }
    Some((walk.cells, walk.classes))
}

impl Classes {
    pub(super) fn iter(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.ends.len()).map(|class| self.of(class))
    }

    /// The number of the class with these members. Nothing if that is one too many.
    fn number(&mut self, members: &[u32]) -> Option<u32> {
        let mut hasher = FxHasher::default();
        members.hash(&mut hasher);
        let mut hash = hasher.finish();
        while let Some(class) = self.by_hash.get(&hash) {
            if self.of(*class as usize) == members {
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

    fn of(&self, class: usize) -> &[u32] {
        let start = if class == 0 { 0 } else { *at(&self.ends, class - 1) };
        part(&self.members, start, *at(&self.ends, class))
    }
}

/// The way down the axes.
struct Walk<'r> {
    grid: &'r Grid,
    boxes: Vec<(u32, &'r Boxed)>,
    cells: Vec<u32>,
    classes: Classes,
    /// For each axis, the lists of boxes that arrived there, and the first cell of what was found.
    known: PerAxis<FxHashMap<Vec<u32>, usize>>,
    remembered: usize,
    /// For each axis, the boxes that go on at each value; kept to be used again.
    lists: PerAxis<Vec<Vec<u32>>>,
    regions: Vec<u32>,
}

impl Walk<'_> {
    /// Fills the cells from `first` on that share their values on the axes before `axis`; `arrived` are the boxes that have these.
    fn down(&mut self, axis: usize, first: usize, arrived: &[u32]) -> Option<()> {
        let (Some(size), Some(stride)) = (self.grid.sizes().get(axis), self.grid.strides().get(axis)) else {
            return self.arrive(first, arrived);
        };
        let this = AxisId::new(axis);
        if let Some(same) = self.known[this].get(arrived) {
            self.cells.copy_within(*same..same + size * stride, first);
            return Some(());
        }
        let mut lists = std::mem::take(&mut self.lists[this]);
        lists.resize_with(*size, Vec::new);
        lists.iter_mut().for_each(Vec::clear);
        for own in arrived {
            let (_, sets) = at(&self.boxes, *own as usize);
            sets[this].ones().for_each(|value| at_mut(&mut lists, value.index()).push(*own));
        }
        for (value, list) in lists.iter().enumerate() {
            self.down(axis + 1, first + value * stride, list)?;
        }
        self.lists[this] = lists;
        if self.remembered + arrived.len() < MEMORY {
            self.remembered += arrived.len() + 1;
            self.known[this].insert(arrived.to_vec(), first);
        }
        Some(())
    }

    /// One cell: the regions of the boxes that arrived are its class.
    fn arrive(&mut self, cell: usize, arrived: &[u32]) -> Option<()> {
        self.regions.clear();
        self.regions.extend(arrived.iter().map(|own| at(&self.boxes, *own as usize).0));
        self.regions.dedup();
        let class = self.classes.number(&self.regions)?;
        *at_mut(&mut self.cells, cell) = class;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::grid::ValueSet;
    use crate::knowledge::ids::OnAxis;

    #[test]
    fn classes_hold_exactly_the_regions_of_their_cells() {
        let grid = Grid::new(vec![3, 3]).expect("9 cells");
        let row = || ValueSet::of(3, [OnAxis::new(0)]);
        let all = || ValueSet::of(3, OnAxis::all(3));
        let boxed = |sets: [ValueSet; 2]| sets.into_iter().collect::<Boxed>();
        let overlapping = Region::new(vec![boxed([row(), all()]), boxed([all(), row()])]);
        let corner = Region::new(vec![boxed([row(), row()])]);
        let regions = [&overlapping, &corner];
        let (class_of, classes) = classify(&grid, regions.into_iter()).expect("few classes");
        for (cell, class) in class_of.into_iter().enumerate() {
            let values = [0, 1].map(|axis| grid.value(cell, AxisId::new(axis)));
            let holds = regions.iter().zip(0..).filter(|(region, _)| region.holds(&values));
            let expected: Vec<u32> = holds.map(|(_, at)| at).collect();
            assert_eq!(classes.of(class as usize), expected, "{values:?}");
        }
    }

    #[test]
    fn a_table_with_too_many_different_outcomes_is_given_up() {
        let size = 1030;
        let grid = Grid::new(vec![size, size]).expect("1.06 million cells");
        let all = || ValueSet::of(size, OnAxis::all(size));
        let one = |at| ValueSet::of(size, [at]);
        let lines = OnAxis::all(size).flat_map(|at| [[one(at), all()], [all(), one(at)]]);
        let regions: Vec<Region> = lines.map(|sets| Region::new(vec![sets.into_iter().collect()])).collect();
        assert!(size * size > MOST_CLASSES);
        assert!(classify(&grid, regions.iter()).is_none());
    }
}
