//! The ledger of a table, and what each of its entries is worth.

use indexmap::IndexMap;
use serde::Serialize;

use crate::knowledge::Citation;
use crate::knowledge::table::{Count, Table};
use crate::model::terms::{Basis, Verdict};
use crate::review::ledger::{Decided, Derived, Ledger, LedgerBox};
use crate::review::worth::Worth;
use crate::review::written::written;
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

/// Cells with the same verdict on the same reasons. An axis that `when` does not mention has any of its values.
#[derive(Debug, Serialize)]
pub struct ProvedBox {
    pub cells: usize,
    pub when: IndexMap<String, Vec<String>>,
    /// The same in the notation of the data.
    #[serde(skip)]
    pub written: String,
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

/// What is known of a table.
pub struct Proved<'t> {
    pub ledger: Ledger<'t>,
    pub worths: Vec<Worth>,
    pub totals: Vec<Derived<'t>>,
}

pub fn proof(proved: Vec<Proved<'_>>, cx: Context<'_>) -> Proof {
    Proof {
        format: "canmanage/ledger/1",
        knowledge: cx.edition(),
        idle: proved.iter().flat_map(|one| &one.worths).filter(|worth| worth.is_idle()).count(),
        tables: proved.into_iter().map(|proved| proved_table(proved, cx)).collect(),
    }
}

fn proved_table(Proved { ledger, worths, totals }: Proved<'_>, cx: Context<'_>) -> ProvedTable {
    let boxes = |boxes: &[LedgerBox<'_>]| boxes.iter().map(|one| proved_box(ledger.table, one, cx)).collect();
    let total = |one: Derived<'_>| ProvedTotal {
        total: one.total.to_owned(),
        written: one.written,
        counted: one.counted,
        boxes: boxes(&one.boxes),
    };
    ProvedTable {
        table: ledger.table.id.clone(),
        title: cx.text(&ledger.table.title).to_owned(),
        all: ledger.all,
        inside: ledger.inside,
        boxes: boxes(&ledger.boxes),
        totals: totals.into_iter().map(total).collect(),
        entries: worths.into_iter().map(|worth| Weighed { idle: worth.is_idle(), worth }).collect(),
    }
}

fn proved_box(table: &Table, one: &LedgerBox<'_>, cx: Context<'_>) -> ProvedBox {
    let deciding: Vec<(&str, &[Citation])> = match one.decided {
        Decided::Rules(rules) => {
            let rules = rules.iter().map(|rule| &table[*rule]);
            rules.map(|rule| (rule.id.as_str(), rule.sources.as_slice())).collect()
        }
        Decided::Silents(silents) => {
            let silents = silents.iter().map(|silent| &table[*silent]);
            silents.map(|silent| (silent.id.as_str(), silent.sources.as_slice())).collect()
        }
    };
    let citations: Vec<Citation> = deciding.iter().flat_map(|(_, sources)| *sources).copied().collect();
    let some = table.axes.iter().zip(&one.sets).filter(|(axis, set)| set.count() < axis.values.len());
    ProvedBox {
        cells: one.cells,
        when: some.map(|(axis, set)| (axis.id.clone(), cx.ids(axis, set))).collect(),
        written: written(&table.axes, &cx.knowledge.vocabularies, &one.sets),
        verdict: one.ruling.verdict,
        basis: one.ruling.basis,
        decided: deciding.iter().map(|(id, _)| (*id).to_owned()).collect(),
        sources: cx.source_ids(&citations),
    }
}
