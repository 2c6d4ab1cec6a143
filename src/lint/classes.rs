//! The different outcomes of a table's cells, each once: there are far fewer of them than cells.

use crate::knowledge::dense::Outcome;
use crate::knowledge::table::Table;

/// Cells for which exactly the same entries hold.
pub(super) struct Class<'t> {
    /// What holds for them.
    pub outcome: Outcome<'t>,
    /// How many they are.
    pub cells: usize,
    /// The first of them.
    pub first: usize,
}

/// A list of an outcome: its forbids, permits, cautions or silent entries.
pub(super) type Members = for<'o> fn(&Outcome<'o>) -> &'o [u32];

/// All classes of a table, by their first cells.
pub(super) fn classes(table: &Table) -> Vec<Class<'_>> {
    let mut found: Vec<Option<Class<'_>>> = Vec::new();
    found.resize_with(table.dense.outcomes(), || None);
    for cell in 0..table.grid.cells() {
        let Some(slot) = table.dense.number(cell).and_then(|number| found.get_mut(number)) else { continue };
        match slot {
            Some(class) => class.cells += 1,
            None => *slot = table.outcome(cell).map(|outcome| Class { outcome, cells: 1, first: cell }),
        }
    }
    found.into_iter().flatten().collect()
}

/// Where an entry holds, seen from the others of its list.
#[derive(Clone, Default)]
pub(super) struct Extent {
    /// In how many cells.
    pub cells: usize,
    /// Positions of the entries that hold wherever it does, itself among them.
    pub within: Vec<u32>,
}

/// For each entry of a list, where it holds. Each class cuts down what its own entries are within, so the cost is that of
/// reading the classes, not that of comparing every two entries.
pub(super) fn extents(classes: &[Class<'_>], entries: usize, members: Members) -> Vec<Extent> {
    let mut extents = vec![Extent::default(); entries];
    let mut seen = vec![usize::MAX; entries];
    for (number, class) in classes.iter().enumerate() {
        let own = members(&class.outcome);
        for entry in own {
            if let Some(mark) = seen.get_mut(*entry as usize) {
                *mark = number;
            }
        }
        for entry in own {
            let Some(extent) = extents.get_mut(*entry as usize) else { continue };
            if extent.cells == 0 {
                extent.within = own.to_vec();
            } else {
                extent.within.retain(|other| seen.get(*other as usize) == Some(&number));
            }
            extent.cells += class.cells;
        }
    }
    extents
}
