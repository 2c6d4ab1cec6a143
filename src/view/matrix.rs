//! The grid, or a slice of it.

use indexmap::IndexMap;
use serde::Serialize;

use super::{Context, Edition};
use crate::knowledge::dense::Outcome;
use crate::knowledge::grid::Boxed;
use crate::knowledge::ids::{AxisId, StatementId};
use crate::knowledge::table::{Count, Table};
use crate::model::terms::{Basis, Verdict};

/// `canmanage/matrix/1`: every cell of the slice, in axis order. What JSON leaves out is for people only.
#[derive(Clone, Debug, Serialize)]
pub struct Matrix {
    pub format: &'static str,
    pub knowledge: Edition,
    pub table: String,
    pub axes: IndexMap<String, Vec<String>>,
    pub cells: Vec<Cell>,
    #[serde(skip)]
    pub title: String,
    /// The axes as people read them, in the order of the table.
    #[serde(skip)]
    pub named: Vec<NamedAxis>,
    /// The axes that run down, by position.
    #[serde(skip)]
    pub rows: Vec<usize>,
    #[serde(skip)]
    pub columns: Vec<usize>,
    #[serde(skip)]
    pub count: Count,
    /// Whether only what is stated counts.
    #[serde(skip)]
    pub strict: bool,
}

/// An axis with those of its values that the slice has.
#[derive(Clone, Debug)]
pub struct NamedAxis {
    pub title: String,
    pub names: Vec<String>,
    /// For the heads of grids.
    pub shorts: Vec<String>,
}

/// One cell: its values by axis, then what is known about it.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    #[serde(flatten)]
    pub values: IndexMap<String, String>,
    pub verdict: Verdict,
    pub basis: Option<Basis>,
    pub rules: Vec<String>,
}

impl Matrix {
    /// The cell at a row and a column: for each of their axes a value by its place in the slice.
    pub fn cell(&self, row: &[usize], column: &[usize]) -> Option<&Cell> {
        let value = |at: usize| {
            let mut pairs = self.rows.iter().zip(row).chain(self.columns.iter().zip(column));
            pairs.find(|(axis, _)| **axis == at).map_or(0, |(_, value)| *value)
        };
        let axes = self.named.iter().enumerate();
        self.cells.get(axes.fold(0, |number, (at, axis)| number * axis.names.len() + value(at)))
    }
}

/// The cells of a box, laid out with these axes down and across.
pub fn matrix(cx: Context<'_>, table: &Table, cells: &Boxed, rows: Vec<AxisId>, columns: Vec<AxisId>) -> Matrix {
    let strict = cx.invocation.strict;
    let mut told = Vec::new();
    let mut count = Count::default();
    table.grid.each(cells, &mut |number| {
        let outcome = table.outcome(number);
        let ruling = outcome.ruling(strict);
        let named = table.axes.iter().zip(table.values(number));
        let named = named.map(|(axis, value)| (axis.id.clone(), cx.value(axis, value).id.clone()));
        count.add(ruling);
        told.push(Cell {
            values: named.collect(),
            verdict: ruling.verdict,
            basis: ruling.basis,
            rules: deciding(table, outcome, strict),
        });
    });
    let axes = || table.axes.iter().zip(cells);
    let named = axes().map(|(axis, set)| {
        let values = || set.ones().map(|value| cx.value(axis, value));
        NamedAxis {
            title: cx.told(&axis.title),
            names: values().map(|value| cx.told(&value.name)).collect(),
            shorts: values().map(|value| value.short.clone()).collect(),
        }
    });
    Matrix {
        format: "canmanage/matrix/1",
        knowledge: cx.edition(),
        table: table.id.clone(),
        axes: axes().map(|(axis, set)| (axis.id.clone(), cx.ids(axis, set))).collect(),
        cells: told,
        title: cx.told(&table.title),
        named: named.collect(),
        rows: rows.into_iter().map(AxisId::index).collect(),
        columns: columns.into_iter().map(AxisId::index).collect(),
        count,
        strict,
    }
}

fn deciding(table: &Table, outcome: Outcome<'_>, strict: bool) -> Vec<String> {
    let strict_permits = strict && outcome.ruling(true).verdict == Verdict::Supported;
    let deciding = if strict_permits { outcome.permits } else { outcome.deciding() };
    let counts = |rule: &&StatementId| !strict || outcome.basis_of(**rule, table) == Some(Basis::Stated);
    deciding.iter().filter(counts).map(|rule| table[*rule].id.clone()).collect()
}
