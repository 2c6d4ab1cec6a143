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

/// A table with more axes than this is refused: no reader could follow it, and axes are gone down one within the other.
pub const MOST_AXES: usize = 64;

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
        if let [only] = region.boxes() {
            return self.each(only, visit);
        }
        let mut seen = ValueSet::with_capacity(self.cells);
        for sets in region.boxes() {
            self.each(sets, &mut |cell| {
                if !seen.put(cell) {
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
    fn a_grid_that_is_too_large_says_how_large() {
        assert_eq!(Grid::new(vec![5000, 5000]).map(|_| ()), Err(Some(25_000_000)));
        assert_eq!(Grid::new(vec![usize::MAX, 3]).map(|_| ()), Err(None));
    }
}
