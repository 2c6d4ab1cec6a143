//! The ledger of a table, and what each of its entries is worth.

use serde::Serialize;

use crate::knowledge::{Axis, Count, Table};
use crate::review::ledger::{Derived, LedgerBox, derived, ledger};
use crate::review::worth::{Worth, worth};
use crate::view::{Context, Edition};

/// `canmanage/ledger/1`
#[derive(Debug, Serialize)]
pub struct Proof {
    format: &'static str,
    pub knowledge: Edition,
    pub tables: Vec<ProvedTable>,
    pub idle: usize,
}

#[derive(Debug, Serialize)]
pub struct ProvedTable {
    pub table: String,
    #[serde(skip)]
    pub title: String,
    pub all: Count,
    pub inside: Count,
    pub boxes: Vec<LedgerBox>,
    pub entries: Vec<Worth>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<Derived>,
}

/// The ledgers of these tables. Of one with so many boxes that they are no summary: its id, and how many they are.
pub fn proof(cx: Context<'_>, tables: &[&Table], totals: bool) -> Result<Proof, (String, usize)> {
    let prove = |table: &&Table| proved(cx, table, totals).map_err(|boxes| (table.id.clone(), boxes));
    let tables: Vec<ProvedTable> = tables.iter().map(prove).collect::<Result<_, _>>()?;
    let entries = tables.iter().flat_map(|table| &table.entries);
    Ok(Proof {
        format: "canmanage/ledger/1",
        knowledge: cx.edition(),
        idle: entries.filter(|entry| entry.idle).count(),
        tables,
    })
}

fn proved(cx: Context<'_>, table: &Table, totals: bool) -> Result<ProvedTable, usize> {
    let count = |set| Count::of(table, &table.region(set));
    Ok(ProvedTable {
        table: table.id.clone(),
        title: cx.told(&table.title),
        all: count(Axis::full_set),
        inside: count(Axis::inside_set),
        boxes: ledger(cx.knowledge, table)?,
        totals: if totals { derived(cx.knowledge, table)? } else { Vec::new() },
        entries: worth(table),
    })
}
