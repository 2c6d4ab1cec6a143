//! The different outcomes of a table's cells, each once: there are far fewer of them than cells.

use crate::knowledge::{Outcome, Table, at, at_mut};

/// Cells for which exactly the same entries hold.
pub(super) struct Class<'t> {
    pub outcome: Outcome<'t>,
    pub cells: usize,
    pub first: usize,
}

/// A list of an outcome: its forbids, permits or cautions.
pub(super) type Members<I> = for<'o> fn(&Outcome<'o>) -> &'o [I];

pub(super) fn classes(table: &Table) -> Vec<Class<'_>> {
    let mut found: Vec<Option<Class<'_>>> = Vec::new();
    found.resize_with(table.dense.outcomes(), || None);
    for cell in 0..table.grid.cells() {
        match at_mut(&mut found, table.dense.number(cell)) {
            Some(class) => class.cells += 1,
            slot @ None => *slot = Some(Class { outcome: table.outcome(cell), cells: 1, first: cell }),
        }
    }
    found.into_iter().flatten().collect()
}

/// Where an entry holds, seen from the others of its list.
#[derive(Clone)]
pub(super) struct Extent<I> {
    pub cells: usize,
    /// The entries that hold wherever it does, itself among them.
    pub within: Vec<I>,
}

/// For each entry of a list, where it holds. Each class cuts down what its own entries are within, so the cost is that of
/// reading the classes, not that of comparing every two entries.
pub(super) fn extents<I: Copy + Into<usize>>(
    classes: &[Class<'_>],
    entries: usize,
    members: Members<I>,
) -> Vec<Extent<I>> {
    let mut extents = vec![Extent { cells: 0, within: Vec::new() }; entries];
    let mut seen = vec![usize::MAX; entries];
    for (number, class) in classes.iter().enumerate() {
        let own = members(&class.outcome);
        for entry in own {
            *at_mut(&mut seen, (*entry).into()) = number;
        }
        for entry in own {
            let extent = at_mut(&mut extents, (*entry).into());
            if extent.cells == 0 {
                extent.within = own.to_vec();
            } else {
                extent.within.retain(|other| *at(&seen, (*other).into()) == number);
            }
            extent.cells += class.cells;
        }
    }
    extents
}
