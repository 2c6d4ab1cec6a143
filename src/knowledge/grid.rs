//! The finite space of cells: every combination of one value per axis, numbered.
//!
//! A condition is a union of boxes, a box is one set of values per axis, a set is one bit per value. So whether two
//! conditions meet, or cover everything, is exact.

use serde::{Deserialize, Serialize};

use super::ids::{AxisId, OnAxis, PerAxis, at_mut};
use crate::limits;

/// A set of values of one axis: a bit for each. All but the longest axes do with one word, which stands in place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ValueSet {
    size: usize,
    first: u64,
    /// The words of the values from the 65th on.
    more: Vec<u64>,
}

impl ValueSet {
    /// No value, on an axis with `size` values.
    pub fn none(size: usize) -> Self {
        Self { size, first: 0, more: vec![0; size.saturating_sub(1) / 64] }
    }

    /// These values, on an axis with `size` values.
    pub fn of(size: usize, values: impl IntoIterator<Item = OnAxis>) -> Self {
        let mut set = Self::none(size);
        values.into_iter().for_each(|value| set.insert(value));
        set
    }

    /// How many values the axis has.
    pub fn size(&self) -> usize {
        self.size
    }

    pub fn count(&self) -> usize {
        self.words().map(|word| word.count_ones() as usize).sum()
    }

    pub fn is_clear(&self) -> bool {
        self.words().all(|word| *word == 0)
    }

    /// The values in it, ascending.
    pub fn ones(&self) -> impl DoubleEndedIterator<Item = OnAxis> + '_ {
        let bits = |(at, word): (usize, &u64)| Bits(*word).map(move |bit| OnAxis::new(at * 64 + bit));
        Bits(self.first)
            .map(OnAxis::new)
            .chain(self.more.iter().enumerate().flat_map(move |(at, word)| bits((at + 1, word))))
    }

    /// The one value in it; nothing if there is none or another.
    pub fn only(&self) -> Option<OnAxis> {
        if self.more.is_empty() && self.first.is_power_of_two() {
            return Some(OnAxis::new(self.first.trailing_zeros() as usize));
        }
        self.ones().next().filter(|_| self.count() == 1)
    }

    pub fn contains(&self, value: OnAxis) -> bool {
        let word = match value.index() / 64 {
            0 => Some(&self.first),
            at => self.more.get(at - 1),
        };
        word.is_some_and(|word| word >> (value.index() % 64) & 1 == 1)
    }

    pub fn insert(&mut self, value: OnAxis) {
        let word = match value.index() / 64 {
            0 => &mut self.first,
            at => at_mut(&mut self.more, at - 1),
        };
        *word |= 1 << (value.index() % 64);
    }

    pub fn clear(&mut self) {
        self.first = 0;
        self.more.fill(0);
    }

    pub fn union_with(&mut self, other: &Self) {
        self.combine(other, |own, other| own | other);
    }

    pub fn intersect_with(&mut self, other: &Self) {
        self.combine(other, |own, other| own & other);
    }

    pub fn difference_with(&mut self, other: &Self) {
        self.combine(other, |own, other| own & !other);
    }

    fn combine(&mut self, other: &Self, combined: impl Fn(u64, u64) -> u64) {
        self.first = combined(self.first, other.first);
        self.more.iter_mut().zip(&other.more).for_each(|(own, other)| *own = combined(*own, *other));
    }

    fn words(&self) -> impl Iterator<Item = &u64> {
        std::iter::once(&self.first).chain(&self.more)
    }
}

/// The numbers of the bits that are set in a word, ascending.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let lowest = (self.0 != 0).then_some(self.0.trailing_zeros())?;
        self.0 &= self.0 - 1;
        Some(lowest as usize)
    }
}

impl DoubleEndedIterator for Bits {
    fn next_back(&mut self) -> Option<usize> {
        let highest = self.0.checked_ilog2()?;
        self.0 &= !(1 << highest);
        Some(highest as usize)
    }
}

/// One set of values per axis: the cells that have one of each.
pub type Boxed = PerAxis<ValueSet>;

/// How cells are numbered: row-major, the last axis fastest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Grid {
    sizes: PerAxis<usize>,
    strides: PerAxis<usize>,
    cells: usize,
}

impl Grid {
    /// A grid over axes with so many values each.
    ///
    /// # Errors
    /// Gives the number of cells, or nothing where that overflows, when there are more than [`limits::CELLS`].
    pub fn new(sizes: Vec<usize>) -> Result<Self, Option<usize>> {
        let mut strides = vec![0; sizes.len()];
        let mut cells = 1_usize;
        for (stride, size) in strides.iter_mut().zip(&sizes).rev() {
            *stride = cells;
            cells = cells.checked_mul(*size).ok_or(None)?;
        }
        if cells > limits::CELLS {
            Err(Some(cells))
        } else {
            Ok(Self { sizes: sizes.into_iter().collect(), strides: strides.into_iter().collect(), cells })
        }
    }

    pub fn cells(&self) -> usize {
        self.cells
    }

    pub fn sizes(&self) -> &[usize] {
        self.sizes.as_slice()
    }

    /// The number of the cell with these values, one per axis.
    #[inline]
    pub fn cell(&self, values: &[OnAxis]) -> usize {
        self.strides.iter().zip(values).map(|(stride, value)| stride * value.index()).sum()
    }

    /// What one step on each axis adds to the number of a cell.
    pub fn strides(&self) -> &[usize] {
        self.strides.as_slice()
    }

    pub fn value(&self, cell: usize, axis: AxisId) -> OnAxis {
        OnAxis::new(cell / self.strides[axis] % self.sizes[axis])
    }

    /// The cell that has another value on one axis and is the same on all others.
    pub fn moved(&self, cell: usize, axis: AxisId, from: OnAxis, to: OnAxis) -> usize {
        cell + to.index() * self.strides[axis] - from.index() * self.strides[axis]
    }

    /// Visits the cells of a box in ascending order.
    pub fn each(&self, sets: &Boxed, visit: &mut impl FnMut(usize)) {
        each_from(0, sets.as_slice(), self.strides(), visit);
    }

    /// Visits the cells of a region, each once however its boxes overlap.
    pub fn each_once(&self, region: &Region, visit: &mut impl FnMut(usize)) {
        if let [only] = region.boxes() {
            return self.each(only, visit);
        }
        let mut seen = vec![false; self.cells];
        for sets in region.boxes() {
            self.each(sets, &mut |cell| {
                if !std::mem::replace(at_mut(&mut seen, cell), true) {
                    visit(cell);
                }
            });
        }
    }
}

fn each_from(base: usize, sets: &[ValueSet], strides: &[usize], visit: &mut impl FnMut(usize)) {
    let (Some((set, sets)), Some((stride, strides))) = (sets.split_first(), strides.split_first()) else {
        return visit(base);
    };
    for value in set.ones() {
        let cell = base + value.index() * stride;
        if sets.is_empty() { visit(cell) } else { each_from(cell, sets, strides, visit) }
    }
}

/// Where a condition holds: any of its boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    boxes: Vec<Boxed>,
}

impl Region {
    pub fn new(boxes: Vec<Boxed>) -> Self {
        Self { boxes }
    }

    /// The boxes. They may overlap.
    pub fn boxes(&self) -> &[Boxed] {
        &self.boxes
    }

    pub fn holds(&self, values: &[OnAxis]) -> bool {
        self.boxes().iter().any(|sets| sets.iter().zip(values).all(|(set, value)| set.contains(*value)))
    }

    pub fn is_empty(&self) -> bool {
        self.boxes().iter().all(|sets| sets.iter().any(ValueSet::is_clear))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_number_gives_its_values_back() {
        let grid = Grid::new(vec![3, 4, 5]).expect("60 cells");
        for cell in 0..grid.cells() {
            let values: Vec<OnAxis> = AxisId::all(3).map(|axis| grid.value(cell, axis)).collect();
            assert_eq!(grid.cell(&values), cell);
        }
    }

    #[test]
    fn a_grid_that_is_too_large_says_how_large() {
        assert_eq!(Grid::new(vec![5000, 5000]).map(|_| ()), Err(Some(25_000_000)));
        assert_eq!(Grid::new(vec![usize::MAX, 3]).map(|_| ()), Err(None));
    }
}
