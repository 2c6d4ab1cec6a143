//! Where the entries of a table hold, seen from its different outcomes: there are far fewer of them than cells.

use crate::knowledge::{Class, Outcome, at, at_mut};

/// A list of an outcome: its forbids, permits or cautions.
pub(super) type Members<I> = for<'o> fn(&Outcome<'o>) -> &'o [I];

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
