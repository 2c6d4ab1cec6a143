//! Boxes by growing: from the first cell that is left, the largest box of cells that are left and have its label.

use super::Part;
use crate::knowledge::grid::{Boxed, Grid, ValueSet};
use crate::knowledge::ids::{AxisId, OnAxis};

/// As many cells are looked at before growing is given up.
const PATIENCE: usize = 1 << 22;

/// The boxes, unless there would be at least `beat` of them, or finding them takes too long.
pub(super) fn grown(grid: &Grid, labels: &[Option<u32>], beat: usize) -> Option<Vec<Part>> {
    let mut field = Field { grid, left: labels.to_vec(), patience: PATIENCE };
    let axes = grid.sizes().len();
    let mut parts = Vec::new();
    for cell in 0..labels.len() {
        let Some(label) = field.left.get(cell).copied().flatten() else { continue };
        if parts.len() + 1 >= beat {
            return None;
        }
        let mut largest: Option<Part> = None;
        for first in 0..axes.max(1) {
            for backwards in [false, true] {
                let order = (0..axes).map(|step| (first + if backwards { axes - step } else { step }) % axes);
                let order = order.map(AxisId::new);
                let part = Part { sets: field.grow(cell, label, order)?, label };
                if largest.as_ref().is_none_or(|largest| part.cells() > largest.cells()) {
                    largest = Some(part);
                }
            }
        }
        let largest = largest?;
        grid.each(&largest.sets, &mut |cell| field.left.get_mut(cell).into_iter().for_each(|left| *left = None));
        parts.push(largest);
    }
    Some(parts)
}

/// The cells that are left.
struct Field<'g> {
    grid: &'g Grid,
    left: Vec<Option<u32>>,
    patience: usize,
}

impl Field<'_> {
    /// The box around a cell, widened on one axis after the other as far as it goes.
    fn grow(&mut self, cell: usize, label: u32, order: impl Iterator<Item = AxisId>) -> Option<Boxed> {
        let sizes = AxisId::of(self.grid.sizes());
        let mut sets: Boxed = sizes.map(|(axis, size)| ValueSet::of(*size, [self.grid.value(cell, axis)])).collect();
        for axis in order {
            let mut widened = sets[axis].clone();
            for value in OnAxis::all(widened.size()) {
                sets[axis] = ValueSet::of(widened.size(), [value]);
                if !widened.contains(value) && self.has_all(&sets, label)? {
                    widened.insert(value);
                }
            }
            sets[axis] = widened;
        }
        Some(sets)
    }

    /// Whether every cell of the box is left and has the label. Nothing when patience is at an end.
    fn has_all(&mut self, sets: &Boxed, label: u32) -> Option<bool> {
        let mut all = true;
        let mut seen = 0;
        self.grid.each(sets, &mut |cell| {
            seen += 1;
            all &= self.left.get(cell).copied().flatten() == Some(label);
        });
        self.patience = self.patience.checked_sub(seen)?;
        Some(all)
    }
}
