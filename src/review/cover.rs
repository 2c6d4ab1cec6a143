//! Cells with a label each become few boxes: what a reader is shown instead of a list of a thousand cells.
//!
//! In: a grid, and a label for each cell that is to be covered. Out: boxes, one set of values per axis, disjoint, each with
//! the label that all its cells have. So the sizes of the boxes add up to the number of cells that were covered.
//!
//! To find the very fewest boxes is NP-hard already in the plane. Here every cell starts as a box of its own, and on one axis
//! after the other, boxes that are the same on all axes done so far and have the same label become one. The order of the axes
//! matters, so each axis is once the first. Trying all permutations, or growing boxes from cells, was tried and found no fewer.
//! Equal lines of cells are recognised and done once, so an order costs one look at each cell.

use indexmap::{IndexMap, IndexSet};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::knowledge::{AxisId, Boxed, Grid, OnAxis, ValueSet};

/// More boxes than this are no summary any more, and would fill the memory of a small computer.
pub const MOST_BOXES: usize = 1 << 18;

/// As many cells are looked at before no further order of the axes is tried.
const PATIENCE: usize = 1 << 20;

/// A box and the label that all its cells have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelledBox {
    /// One set of values per axis, none of them empty.
    pub sets: Boxed,
    pub label: usize,
}

impl LabelledBox {
    pub fn cells(&self) -> usize {
        self.sets.iter().map(ValueSet::count).product()
    }

    /// The values of its first cell.
    fn corner(&self) -> Vec<Option<OnAxis>> {
        self.sets.iter().map(|set| set.ones().next()).collect()
    }
}

/// Few disjoint boxes that cover the cells with a label and no others, ordered by their first cells; the number of boxes
/// where they are more than [`MOST_BOXES`].
///
/// ```
/// use canmanage::knowledge::grid::Grid;
/// use canmanage::knowledge::ids::{AxisId, OnAxis};
/// use canmanage::review::cover::cover;
///
/// let grid = Grid::new(vec![3, 4]).map_err(|_| "twelve cells are not many")?;
/// let is_second = |cell| usize::from(grid.value(cell, AxisId::new(0)) == OnAxis::new(1));
/// let parts = cover(&grid, |cell| Some(is_second(cell))).map_err(|_| "two boxes are not many")?;
/// assert_eq!(parts.iter().map(|part| part.cells()).collect::<Vec<_>>(), [8, 4]);
/// # Ok::<(), &str>(())
/// ```
pub fn cover(grid: &Grid, label: impl FnMut(usize) -> Option<usize>) -> Result<Vec<LabelledBox>, usize> {
    let labels: Vec<Option<u32>> = (0..grid.cells()).map(label).map(|label| u32::try_from(label?).ok()).collect();
    let orders = (PATIENCE / labels.len().max(1)).clamp(1, grid.sizes().len().max(1));
    let merged = (0..orders).map(|first| Merged::new(grid.sizes(), &labels, first));
    let Some(best) = merged.min_by_key(|merged| merged.found.len()) else { return Ok(Vec::new()) };
    if best.found.len() > MOST_BOXES {
        return Err(best.found.len());
    }
    let mut parts = best.parts(grid.sizes());
    parts.sort_by_cached_key(LabelledBox::corner);
    Ok(parts)
}

/// Things that are kept once and known by their number.
type Numbered<T> = IndexSet<T, FxBuildHasher>;

/// A box by number, and its label.
type Labelled = (usize, u32);

/// The boxes of one order of the axes.
#[derive(Default)]
struct Merged {
    /// The axes in the order in which they were merged.
    order: Vec<usize>,
    sets: Numbered<Vec<usize>>,
    /// A set of the axis merged last, and the box of the axes before; the first box has no axes.
    boxes: Numbered<(usize, usize)>,
    found: Vec<Labelled>,
}

impl Merged {
    /// Begins with one axis and goes on with those behind it, as in a ring.
    fn new(sizes: &[usize], labels: &[Option<u32>], first: usize) -> Self {
        let axes = sizes.len();
        let mut merged = Self { order: (first..axes).chain(0..first).collect(), ..Self::default() };
        let (no_axes, _) = merged.boxes.insert_full((0, 0));
        let mut lists: Numbered<Vec<Labelled>> = Numbered::default();
        let cell = |label: &Option<u32>| lists.insert_full(label.iter().map(|label| (no_axes, *label)).collect()).0;
        let mut level: Vec<usize> = labels.iter().map(cell).collect();
        for axis in merged.order.clone() {
            // What is left stands in the order of the grid: before `first` nothing is done yet while an axis behind it is.
            let end = if axis < first { first } else { axes };
            let inner = sizes.get(axis + 1..end).map_or(1, |behind| behind.iter().product());
            level = merged.merge(&level, sizes.get(axis).copied().unwrap_or(1), inner, &mut lists);
        }
        merged.found = level.first().and_then(|list| lists.get_index(*list)).cloned().unwrap_or_default();
        merged
    }

    /// For each line of cells along an axis, the number of the list of boxes in it.
    fn merge(&mut self, level: &[usize], size: usize, inner: usize, lists: &mut Numbered<Vec<Labelled>>) -> Vec<usize> {
        let mut known: FxHashMap<Vec<usize>, usize> = FxHashMap::default();
        let mut merged = Vec::with_capacity(level.len() / size.max(1));
        let mut line: Vec<usize> = Vec::with_capacity(size);
        for block in level.chunks((size * inner).max(1)) {
            for start in 0..inner {
                line.clear();
                line.extend(block.iter().skip(start).step_by(inner));
                let list = known.get(&line).copied().unwrap_or_else(|| {
                    let list = self.merge_line(&line, lists);
                    known.insert(line.clone(), list);
                    list
                });
                merged.push(list);
            }
        }
        merged
    }

    /// The boxes of one line: each box and label that occurs in it, with the set of values where it does.
    fn merge_line(&mut self, line: &[usize], lists: &mut Numbered<Vec<Labelled>>) -> usize {
        let mut found: IndexMap<Labelled, Vec<usize>, FxBuildHasher> = IndexMap::default();
        for (value, list) in line.iter().enumerate() {
            for labelled in lists.get_index(*list).into_iter().flatten() {
                found.entry(*labelled).or_default().push(value);
            }
        }
        let widened = found.into_iter().map(|((inner, label), values)| {
            let (set, _) = self.sets.insert_full(values);
            (self.boxes.insert_full((set, inner)).0, label)
        });
        lists.insert_full(widened.collect()).0
    }

    fn parts(&self, sizes: &[usize]) -> Vec<LabelledBox> {
        let part = |(own, label): &Labelled| LabelledBox { sets: self.unfolded(*own, sizes), label: *label as usize };
        self.found.iter().map(part).collect()
    }

    /// The sets of a box by axis.
    fn unfolded(&self, mut own: usize, sizes: &[usize]) -> Boxed {
        let mut sets: Boxed = sizes.iter().map(|size| ValueSet::none(*size)).collect();
        for axis in self.order.iter().rev() {
            let Some((set, inner)) = self.boxes.get_index(own) else { continue };
            for value in self.sets.get_index(*set).into_iter().flatten() {
                sets[AxisId::new(*axis)].insert(OnAxis::new(*value));
            }
            own = *inner;
        }
        sets
    }
}
