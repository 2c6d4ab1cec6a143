//! Cells that only the new side has, because a value in them is new on its axis: what is said of them, and by which entries.
//!
//! Such a cell has no verdict that could change. All the more it must be named: an open range or a rule that does not mention the axis
//! gives it one, and nobody wrote that value into it.

use indexmap::IndexSet;
use serde::Serialize;

use super::compared::{By, Compared, How, Rulings};
use crate::knowledge::{Boxed, OnAxis, ValueSet};
use crate::review::cover::{LabelledBox, cover};
use crate::review::written::WrittenBox;

/// New cells with the same verdict by the same entries.
#[derive(Debug, Serialize)]
pub struct Arrival {
    #[serde(flatten)]
    pub place: WrittenBox,
    pub is: Rulings,
    /// The rules that decide, or the silent entries that say that nobody speaks.
    pub by: Vec<By>,
}

/// Every cell of the new side that has a value which the old side has not on that axis. Nothing if they are too many to be shown.
pub(super) fn arrivals(old: &Compared<'_>, new: &Compared<'_>) -> Option<Vec<Arrival>> {
    let table = new.table;
    // An axis that is new is compared as a whole.
    let fresh = table.axes.iter().map(|axis| {
        let known = old.axis(&axis.id).map(|(_, before)| old.ids(before));
        let ids = new.ids(axis);
        let added = |at: &OnAxis| match (&known, ids.get(at.index())) {
            (Some(known), Some(id)) => !known.contains(id),
            _ => false,
        };
        ValueSet::of(axis.values.len(), axis.all().filter(added))
    });
    let fresh: Boxed = fresh.collect();
    if fresh.iter().all(ValueSet::is_clear) {
        return Some(Vec::new());
    }
    let mut found: IndexSet<(Rulings, Vec<By>)> = IndexSet::new();
    let labels = (0..table.dense.outcomes()).map(|number| {
        let outcome = table.dense.nth(number);
        let (rules, besides) = new.shown(&outcome);
        let silents = besides.keys().filter(|name| name.starts_with("silent."));
        let by = rules.keys().chain(silents).map(|name| By { how: How::Holds, entry: (*name).to_owned() });
        found.insert_full((Rulings::of(&outcome), by.collect())).0
    });
    let labels: Vec<usize> = labels.collect();
    let is_new = |cell: usize| table.axis_ids().any(|axis| fresh[axis].contains(table.grid.value(cell, axis)));
    let label = |cell: usize| labels.get(table.dense.number(cell)).copied().filter(|_| is_new(cell));
    let arrival = |part: LabelledBox| {
        let (is, by) = found.get_index(part.label)?.clone();
        Some(Arrival { place: WrittenBox::in_table(table, new.knowledge, &part.sets), is, by })
    };
    let mut arrivals: Vec<Arrival> = cover(&table.grid, label).ok()?.into_iter().filter_map(arrival).collect();
    arrivals.sort_by_key(|one| one.is.plain.verdict);
    Some(arrivals)
}
