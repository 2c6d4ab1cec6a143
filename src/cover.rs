//! Cells with a label each become few boxes: what a reader is shown instead of a list of a thousand cells.
//!
//! In: a grid, and a label for each cell that is to be covered. Out: boxes, one set of values per axis, disjoint, each with
//! the label that all its cells have. So the sizes of the boxes add up to the number of cells that were covered.
//!
//! To find the very fewest boxes is NP-hard already in the plane. Two ways are tried and the better one is kept. The first
//! puts together what is equal, axis by axis, in several orders of the axes: its cost grows with the number of cells. The
//! second grows the largest box it can from each cell that is left, and is tried while a table is small. What either finds
//! is made smaller until no two boxes can be put together any more. The result is the same in every run.

mod grow;
mod merge;
mod written;

use rustc_hash::FxHashMap;

use crate::knowledge::grid::{Boxed, Grid, ValueSet};
use crate::knowledge::ids::{AxisId, OnAxis};
pub use written::{written, written_of};

/// More boxes than this are no summary any more, and would fill the memory of a small computer.
pub const MOST_BOXES: usize = 1 << 18;

/// A box and the label that all its cells have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// One set of values per axis, none of them empty.
    pub sets: Boxed,
    /// The label.
    pub label: u32,
}

impl Part {
    /// How many cells it has.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.sets.iter().map(ValueSet::count).product()
    }

    /// The values of its first cell.
    fn corner(&self) -> Vec<Option<OnAxis>> {
        self.sets.iter().map(|set| set.ones().next()).collect()
    }
}

/// Few disjoint boxes that cover the cells with a label and no others, ordered by their first cells.
///
/// ```
/// use canmanage::knowledge::grid::Grid;
/// use canmanage::cover::cover;
/// use canmanage::knowledge::ids::{AxisId, OnAxis};
///
/// let grid = Grid::new(vec![3, 4]).map_err(|_| "twelve cells are not many")?;
/// let parts = cover(&grid, |cell| Some(u32::from(grid.value(cell, AxisId::new(0)) == OnAxis::new(1)))).map_err(|_| "two boxes are not many")?;
/// assert_eq!(parts.iter().map(|part| part.cells()).collect::<Vec<_>>(), [8, 4]);
/// # Ok::<(), &str>(())
/// ```
///
/// # Errors
/// Gives the number of boxes when there are more than [`MOST_BOXES`].
pub fn cover(grid: &Grid, label: impl Fn(usize) -> Option<u32>) -> Result<Vec<Part>, usize> {
    let labels: Vec<Option<u32>> = (0..grid.cells()).map(label).collect();
    let mut best = joined(merge::merged(grid.sizes(), &labels)?);
    if let Some(grown) = grow::grown(grid, &labels, best.len()) {
        let grown = joined(grown);
        if grown.len() < best.len() {
            best = grown;
        }
    }
    best.sort_by_cached_key(Part::corner);
    Ok(best)
}

/// The same cells in fewer boxes: two that differ on one axis only are one, as long as there are such.
fn joined(mut parts: Vec<Part>) -> Vec<Part> {
    let axes = parts.first().map_or(0, |part| part.sets.len());
    loop {
        let before = parts.len();
        for axis in AxisId::all(axes) {
            parts = joined_on(parts, axis);
        }
        if parts.len() == before {
            return parts;
        }
    }
}

fn joined_on(parts: Vec<Part>, axis: AxisId) -> Vec<Part> {
    let mut kept: Vec<Part> = Vec::with_capacity(parts.len());
    let mut known: FxHashMap<(Boxed, u32), usize> = FxHashMap::default();
    for part in parts {
        let mut others = part.sets.clone();
        others[axis].clear();
        let at = *known.entry((others, part.label)).or_insert(kept.len());
        match kept.get_mut(at) {
            Some(kept) => kept.sets[axis].union_with(&part.sets[axis]),
            None => kept.push(part),
        }
    }
    kept
}

#[cfg(test)]
mod tests;
