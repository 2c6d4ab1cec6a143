//! A cell as facts that `check` takes.

use crate::knowledge::Knowledge;
use crate::knowledge::table::Table;

/// `axis=value` for each axis.
pub(super) fn facts(knowledge: &Knowledge, table: &Table, cell: usize) -> String {
    let named = table.axes.iter().zip(table.values(cell)).map(|(axis, value)| {
        let value = axis.value(value, &knowledge[axis.vocabulary]);
        format!("{}={}", axis.id, value.id)
    });
    named.collect::<Vec<_>>().join(" ")
}
