//! Where the entries of a table hold, seen from its different outcomes: there are far fewer of them than cells.

use crate::knowledge::{Class, Outcome, StatementId, at, at_mut};

/// A list of an outcome: its forbids, permits or cautions.
pub(super) type Members = for<'o> fn(&Outcome<'o>) -> &'o [StatementId];

/// Where an entry holds, seen from the others of its list.
#[derive(Clone)]
pub(super) struct Extent {
    pub cells: usize,
    /// The entries that hold wherever it does, itself among them.
    pub within: Vec<StatementId>,
}

/// For each statement, where it holds if the list has it. Each class cuts down what its own entries are within, so the cost is that of
/// reading the classes, not that of comparing every two entries.
pub(super) fn extents(classes: &[Class<'_>], statements: usize, members: Members) -> Vec<Extent> {
    let mut extents = vec![Extent { cells: 0, within: Vec::new() }; statements];
    let mut seen = vec![usize::MAX; statements];
    for (number, class) in classes.iter().enumerate() {
        let own = members(&class.outcome);
        for entry in own {
            *at_mut(&mut seen, entry.index()) = number;
        }
        for entry in own {
            let extent = at_mut(&mut extents, entry.index());
            if extent.cells == 0 {
                extent.within = own.to_vec();
            } else {
                extent.within.retain(|other| *at(&seen, other.index()) == number);
            }
            extent.cells += class.cells;
        }
    }
    extents
}
