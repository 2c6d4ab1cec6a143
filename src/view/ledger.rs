//! The ledger of a table, and what each of its entries is worth.

use serde::Serialize;

use crate::knowledge::{Citation, Count, Table};
use crate::model::{Basis, Verdict};
use crate::review::ledger::{Decided, Derived, LedgerBox, derived, ledger};
use crate::review::worth::{Worth, worth};
use crate::review::written::WrittenBox;
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
    pub boxes: Vec<ProvedBox>,
    pub entries: Vec<Weighed>,
    /// Each total, if that is what was asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<ProvedTotal>,
}

/// A total with the boxes that it is the sum of.
#[derive(Debug, Serialize)]
pub struct ProvedTotal {
    pub total: String,
    pub written: Option<Count>,
    pub counted: Count,
    pub boxes: Vec<ProvedBox>,
}

impl ProvedTotal {
    /// Whether the data says otherwise.
    pub fn is_wrong(&self) -> bool {
        self.written.is_some_and(|written| written != self.counted)
    }
}

/// Cells with the same verdict on the same reasons.
#[derive(Debug, Serialize)]
pub struct ProvedBox {
    #[serde(flatten)]
    pub place: WrittenBox,
    pub verdict: Verdict,
    pub basis: Option<Basis>,
    pub decided: Vec<String>,
    pub sources: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct Weighed {
    #[serde(flatten)]
    pub worth: Worth,
    pub idle: bool,
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
    let boxes = |boxes: &[LedgerBox<'_>]| boxes.iter().map(|one| proved_box(table, one, cx)).collect();
    let total = |one: Derived<'_>| ProvedTotal {
        total: one.total.to_owned(),
        written: one.written,
        counted: one.counted,
        boxes: boxes(&one.boxes),
    };
    let ledger = ledger(table)?;
    Ok(ProvedTable {
        table: table.id.clone(),
        title: cx.told(&table.title),
        all: ledger.all,
        inside: ledger.inside,
        boxes: boxes(&ledger.boxes),
        totals: if totals { derived(table)?.into_iter().map(total).collect() } else { Vec::new() },
        entries: worth(table).into_iter().map(|worth| Weighed { idle: worth.is_idle(), worth }).collect(),
    })
}

fn proved_box(table: &Table, one: &LedgerBox<'_>, cx: Context<'_>) -> ProvedBox {
    let (decided, citations): (Vec<&String>, Vec<&[Citation]>) = match one.decided {
        Decided::Rules(rules) => rules.iter().map(|at| (&table[*at].id, table[*at].sources.as_slice())).unzip(),
        Decided::Silents(silents) => silents.iter().map(|at| (&table[*at].id, table[*at].sources.as_slice())).unzip(),
    };
    ProvedBox {
        place: WrittenBox::in_table(table, cx.knowledge, &one.sets),
        verdict: one.ruling.verdict,
        basis: one.ruling.basis,
        decided: decided.into_iter().cloned().collect(),
        sources: cx.source_ids(&citations.concat()),
    }
}
