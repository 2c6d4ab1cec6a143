//! The finite space of cells: every combination of one value per axis, numbered.
//!
//! A condition is a union of boxes, a box is one set of values per axis, a set is one bit per value. So whether two
//! conditions meet, or cover everything, is exact.

use fixedbitset::FixedBitSet;
use serde::{Deserialize, Serialize};

use super::lazy::Lazy;

/// A set of values of one axis, by position on the axis.
pub type ValueSet = FixedBitSet;

/// One set of values per axis: the cells that have one of each.
pub type Boxed = Vec<ValueSet>;

/// A table with more cells than this is refused: a dense table of it would not be small any more.
pub const MOST_CELLS: usize = 1 << 24;

/// How cells are numbered: row-major, the last axis fastest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Grid {
    sizes: Vec<usize>,
    strides: Vec<usize>,
    cells: usize,
}

impl Grid {
    /// A grid over axes with so many values each.
    ///
    /// # Errors
    /// Gives the number of cells, or nothing where that overflows, when there are more than [`MOST_CELLS`].
    pub fn new(sizes: Vec<usize>) -> Result<Self, Option<usize>> {
        let mut strides = vec![0; sizes.len()];
        let mut cells = 1_usize;
        for (stride, size) in strides.iter_mut().zip(&sizes).rev() {
            *stride = cells;
            cells = cells.checked_mul(*size).ok_or(None)?;
        }
        if cells > MOST_CELLS { Err(Some(cells)) } else { Ok(Self { sizes, strides, cells }) }
    }

    /// The number of cells.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// How many values each axis has.
    #[must_use]
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// The number of the cell with these values, one per axis, each by position on its axis.
    #[must_use]
    #[inline]
    pub fn cell(&self, values: &[usize]) -> usize {
        self.strides.iter().zip(values).map(|(stride, value)| stride * value).sum()
    }

    /// What one step on each axis adds to the number of a cell.
    #[must_use]
    pub fn strides(&self) -> &[usize] {
        &self.strides
    }

    /// The value on one axis of a cell.
    #[must_use]
    pub fn value(&self, cell: usize, axis: usize) -> usize {
        match (self.strides.get(axis), self.sizes.get(axis)) {
            (Some(stride), Some(size)) if *stride > 0 && *size > 0 => cell / stride % size,
            _ => 0,
        }
    }

    /// The cell that has another value on one axis and is the same on all others.
    #[must_use]
    pub fn moved(&self, cell: usize, axis: usize, from: usize, to: usize) -> usize {
        let stride = self.strides.get(axis).copied().unwrap_or(0);
        (cell + to * stride).saturating_sub(from * stride)
    }

    /// Visits the cells of a box in ascending order.
    pub fn each(&self, sets: &[ValueSet], visit: &mut impl FnMut(usize)) {
        self.each_from(0, sets, visit);
    }

    /// Visits the cells of a region, each once however its boxes overlap.
    pub fn each_once(&self, region: &Region, visit: &mut impl FnMut(usize)) {
        let mut seen = vec![false; self.cells];
        for sets in region.boxes() {
            self.each(sets, &mut |cell| {
                if seen.get_mut(cell).is_some_and(|seen| !std::mem::replace(seen, true)) {
                    visit(cell);
                }
            });
        }
    }

    fn each_from(&self, base: usize, sets: &[ValueSet], visit: &mut impl FnMut(usize)) {
        let axis = self.sizes.len() - sets.len().min(self.sizes.len());
        let (Some((set, rest)), Some(stride)) = (sets.split_first(), self.strides.get(axis)) else {
            return visit(base);
        };
        for value in set.ones() {
            let cell = base + value * stride;
            if rest.is_empty() { visit(cell) } else { self.each_from(cell, rest, visit) }
        }
    }
}

/// Where a condition holds: any of its boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    boxes: Lazy<Vec<Boxed>>,
}

impl Region {
    /// The union of boxes.
    #[must_use]
    pub fn new(boxes: Vec<Boxed>) -> Self {
        Self { boxes: Lazy::new(boxes) }
    }

    /// The boxes. They may overlap.
    #[must_use]
    pub fn boxes(&self) -> &[Boxed] {
        self.boxes.get()
    }

    /// Whether the cell with these values, by position on each axis, is in it.
    #[must_use]
    pub fn holds(&self, values: &[usize]) -> bool {
        self.boxes().iter().any(|sets| sets.iter().zip(values).all(|(set, value)| set.contains(*value)))
    }

    /// Whether it has no cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.boxes().iter().all(|sets| sets.iter().any(FixedBitSet::is_clear))
    }
}

/// The set of these positions, among `size`.
pub fn set_of(size: usize, positions: impl IntoIterator<Item = usize>) -> ValueSet {
    let mut set = ValueSet::with_capacity(size);
    for position in positions.into_iter().filter(|position| *position < size) {
        set.insert(position);
    }
    set
}

/// Groups cells by the conditions that hold there.
///
/// Gives, for each cell, the number of its class, and for each class the positions of its regions, ascending. Refines a partition
/// region by region, so the cost is the number of cells in all regions together, not cells times regions.
#[must_use]
pub fn classify<'r>(grid: &Grid, regions: impl Iterator<Item = &'r Region>) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut class_of = vec![0_u32; grid.cells()];
    let mut classes: Vec<Vec<u32>> = vec![Vec::new()];
    for (position, region) in (0_u32..).zip(regions) {
        let before = classes.len();
        let mut moved: Vec<Option<u32>> = vec![None; before];
        for sets in region.boxes() {
            grid.each(sets, &mut |cell| {
                let Some(class) = class_of.get_mut(cell) else { return };
                // A class made in this round already has the region: boxes may overlap.
                let Some(target) = moved.get_mut(*class as usize) else { return };
                *class = *target.get_or_insert_with(|| {
                    let mut members = classes.get(*class as usize).cloned().unwrap_or_default();
                    members.push(position);
                    classes.push(members);
                    u32::try_from(classes.len() - 1).unwrap_or(u32::MAX)
                });
            });
        }
    }
    renumber(class_of, classes)
}

/// Drops classes that no cell is in any more, and numbers the others by their first cell.
fn renumber(mut class_of: Vec<u32>, mut classes: Vec<Vec<u32>>) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut fresh: Vec<Option<u32>> = vec![None; classes.len()];
    let mut kept = Vec::new();
    for class in &mut class_of {
        let (Some(slot), Some(members)) = (fresh.get_mut(*class as usize), classes.get_mut(*class as usize)) else {
            continue;
        };
        *class = *slot.get_or_insert_with(|| {
            kept.push(std::mem::take(members));
            u32::try_from(kept.len() - 1).unwrap_or(u32::MAX)
        });
    }
    (class_of, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_number_gives_its_values_back() {
        let grid = Grid::new(vec![3, 4, 5]).expect("60 cells");
        for cell in 0..grid.cells() {
            let values: Vec<usize> = (0..3).map(|axis| grid.value(cell, axis)).collect();
            assert_eq!(grid.cell(&values), cell);
        }
    }

    #[test]
    fn classes_hold_exactly_the_regions_of_their_cells() {
        let grid = Grid::new(vec![3, 3]).expect("9 cells");
        let row = |at| set_of(3, [at]);
        let all = set_of(3, 0..3);
        let overlapping = Region::new(vec![vec![row(0), all.clone()], vec![all.clone(), row(0)]]);
        let corner = Region::new(vec![vec![row(0), row(0)]]);
        let (class_of, classes) = classify(&grid, [&overlapping, &corner].into_iter());
        for cell in 0..9 {
            let values = [grid.value(cell, 0), grid.value(cell, 1)];
            let expected: Vec<u32> = [&overlapping, &corner]
                .iter()
                .zip(0..)
                .filter(|(region, _)| region.holds(&values))
                .map(|(_, at)| at)
                .collect();
            assert_eq!(classes[class_of[cell] as usize], expected, "{values:?}");
        }
    }

    #[test]
    fn a_grid_that_is_too_large_says_how_large() {
        assert_eq!(Grid::new(vec![5000, 5000]).map(|_| ()), Err(Some(25_000_000)));
        assert_eq!(Grid::new(vec![usize::MAX, 3]).map(|_| ()), Err(None));
    }
}
