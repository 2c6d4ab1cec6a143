//! One question, compiled: axes, rules, and a dense table that holds for each cell what decides it.
//!
//! How a table comes about is in `compile/tables`.

use serde::{Deserialize, Serialize};

use super::axis::Axis;
use super::dense::{Dense, Outcome, Ruling};
use super::entry::Text;
use super::grid::{Grid, Region, ValueSet};
use super::ids::{AxisId, MoveId, OnAxis, RemedyId, StatementId, leads};
use super::part::Part;
use super::statement::Statement;
use crate::model::schema::SupportedTotal;
use crate::model::{Basis, Effect, Verdict};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Table {
    pub id: String,
    pub title: Text,
    /// What a verdict of it answers.
    pub question: Text,
    /// Axes that run down a grid, by position.
    pub rows: Vec<AxisId>,
    pub columns: Vec<AxisId>,
    pub axes: Vec<Axis>,
    /// What is said of its cells: permits and forbids in the order of the file, then cautions, then silent entries.
    pub statements: Vec<Statement>,
    /// Ways in which the asker could change the facts.
    pub moves: Vec<Move>,
    /// The ledger's sums, as written down.
    pub totals: Part<Vec<Total>>,
    pub grid: Grid,
    pub dense: Dense,
}

impl Table {
    pub fn outcome(&self, cell: usize) -> Outcome<'_> {
        self.dense.outcome(cell)
    }

    pub fn axis(&self, id: &str) -> Option<(AxisId, &Axis)> {
        AxisId::of(&self.axes).find(|(_, axis)| axis.id.eq_ignore_ascii_case(id))
    }

    pub fn axis_ids(&self) -> impl DoubleEndedIterator<Item = AxisId> + Clone + use<> {
        AxisId::all(self.axes.len())
    }

    /// The statements of one kind.
    pub fn of(&self, effect: Effect) -> impl Iterator<Item = (StatementId, &Statement)> + Clone {
        StatementId::of(&self.statements).filter(move |(_, own)| own.effect == effect)
    }

    /// The permits and forbids.
    pub fn rules(&self) -> impl Iterator<Item = (StatementId, &Statement)> + Clone {
        StatementId::of(&self.statements).filter(|(_, own)| own.effect.decides())
    }

    /// The cells with such values: all, or the inside ones.
    pub fn region(&self, set: fn(&Axis) -> ValueSet) -> Region {
        Region::new(vec![self.axes.iter().map(set).collect()])
    }

    /// The cells with this verdict, every rule counted.
    pub fn cells(&self, verdict: Verdict) -> impl Iterator<Item = usize> {
        (0..self.grid.cells()).filter(move |cell| self.dense.ruling(*cell).verdict == verdict)
    }

    pub fn values(&self, cell: usize) -> Vec<OnAxis> {
        self.axis_ids().map(|axis| self.grid.value(cell, axis)).collect()
    }
}

leads!(AxisId in Table.axes: Axis);
leads!(StatementId in Table.statements: Statement);
leads!(MoveId in Table.moves: Move);

impl Outcome<'_> {
    /// How firmly a statement holds; none for a silent entry.
    pub fn basis_of(&self, id: StatementId, table: &Table) -> Option<Basis> {
        let weaker = self.weaker.iter().find(|(own, _)| *own == id);
        weaker.map(|(_, basis)| *basis).or(table[id].basis)
    }

    /// Whether a caution or a silent entry that holds is told beside the rulings.
    pub fn tells(&self, statement: &Statement) -> bool {
        let verdicts = [self.plain.verdict, self.strict.verdict];
        match statement.effect {
            Effect::Silent => verdicts.contains(&Verdict::Undocumented),
            _ => verdicts.iter().any(|verdict| statement.is_on(*verdict)),
        }
    }
}

/// A way in which the asker could change the facts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Move {
    pub id: String,
    /// Axes it changes, by position: the first must change, the others may.
    pub changes: Vec<AxisId>,
    /// Axes it changes only to these values.
    pub to: Vec<(AxisId, ValueSet)>,
    /// Axes it changes only to a higher version.
    pub upward: Vec<AxisId>,
    /// Less is easier.
    pub effort: u32,
    pub remedies: Vec<RemedyId>,
    /// What to do; `{axis}` stands for the value after the change, `{axis.attribute}` for what it carries.
    pub text: Text,
}

/// Sums of the ledger that the data asserts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Total {
    pub id: String,
    pub region: Region,
    pub expected: Count,
}

/// Cells counted by verdict, the supported ones by basis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub cells: usize,
    pub supported: SupportedTotal,
    pub unsupported: usize,
    pub undocumented: usize,
}

impl Count {
    pub fn of(table: &Table, region: &Region) -> Self {
        let mut count = Self::default();
        table.grid.each_once(region, &mut |cell| count.add(table.dense.ruling(cell)));
        count
    }

    pub fn add(&mut self, ruling: Ruling) {
        self.cells += 1;
        match (ruling.verdict, ruling.basis) {
            (Verdict::Supported, Some(Basis::Stated)) => self.supported.stated += 1,
            (Verdict::Supported, Some(Basis::Reading)) => self.supported.reading += 1,
            (Verdict::Supported, Some(Basis::Inferred)) => self.supported.inferred += 1,
            (Verdict::Unsupported, _) => self.unsupported += 1,
            _ => self.undocumented += 1,
        }
    }
}
