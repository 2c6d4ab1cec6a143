//! One question, compiled: axes, rules, and a dense table that holds for each cell what decides it.
//!
//! How a table comes about is in `compile/tables`.

use serde::{Deserialize, Serialize};

use super::axis::Axis;
use super::dense::{Dense, Outcome, Ruling};
use super::entry::{Citation, Spot, Text};
use super::grid::{Grid, Region, ValueSet};
use super::ids::{AxisId, CautionId, MoveId, OnAxis, RemedyId, RuleId, SilentId, leads};
use super::part::Part;
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
    /// Permits and forbids, in the order of the file.
    pub rules: Vec<Rule>,
    /// What is said without deciding.
    pub cautions: Vec<Caution>,
    /// What no source speaks about.
    pub silents: Part<Vec<Silence>>,
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

    /// The cells with such values: all, or the inside ones.
    pub fn region(&self, set: fn(&Axis) -> ValueSet) -> Region {
        Region::new(vec![self.axes.iter().map(set).collect()])
    }

    pub fn values(&self, cell: usize) -> Vec<OnAxis> {
        self.axis_ids().map(|axis| self.grid.value(cell, axis)).collect()
    }
}

leads!(AxisId in Table.axes: Axis);
leads!(RuleId in Table.rules: Rule);
leads!(CautionId in Table.cautions: Caution);
leads!(SilentId in Table.silents: Silence);
leads!(MoveId in Table.moves: Move);

impl Outcome<'_> {
    pub fn basis_of(&self, rule: RuleId, table: &Table) -> Basis {
        let weaker = self.weaker.iter().find(|(own, _)| *own == rule);
        weaker.map_or(table[rule].basis, |(_, basis)| *basis)
    }
}

/// A permit or a forbid.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Unique among the rules of its table.
    pub id: String,
    pub effect: Effect,
    pub region: Region,
    pub written: String,
    pub because: Text,
    /// Axes of which `because` shows values, or what these carry.
    pub shows: Vec<AxisId>,
    pub basis: Basis,
    /// Whose word it is, and whose what `because` shows.
    pub sources: Vec<Citation>,
    /// The date of a source that calls this provisional, or as of which what it shows is known.
    pub as_of: Option<String>,
    /// What to do instead, by position, in order.
    pub remedies: Vec<RemedyId>,
    /// Whether its cells cannot be met with, so that an open axis does not range over them.
    pub rules_out: bool,
    pub reach: usize,
    pub spot: Spot,
}

/// Something to be said that decides nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Caution {
    pub id: String,
    pub region: Region,
    pub written: String,
    /// Said only on answers with one of these verdicts; on all if empty.
    pub verdicts: Vec<Verdict>,
    pub text: Text,
    /// As of a rule.
    pub shows: Vec<AxisId>,
    pub basis: Basis,
    pub sources: Vec<Citation>,
    pub as_of: Option<String>,
    pub spot: Spot,
}

/// The record that no source speaks about some cells.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Silence {
    pub id: String,
    pub region: Region,
    pub written: String,
    pub because: Text,
    /// As of a rule.
    pub shows: Vec<AxisId>,
    /// Where it was looked for.
    pub sources: Vec<Citation>,
    pub spot: Spot,
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
