//! Every cell that both sides have, compared; those that are not the same, as boxes.

use indexmap::IndexSet;
use rustc_hash::FxHashMap;
use serde::Serialize;

use super::arrivals::{Arrival, arrivals};
use super::axes::{self, AxisChange};
use super::compared::{By, Compared, EntriesShown, How, Rulings};
use crate::knowledge::{Axis, Grid, Knowledge, Table, Vocabulary};
use crate::model::Basis;
use crate::review::cover::{LabelledBox, cover};
use crate::review::written::WrittenBox;

/// A table whose answers, axes or values are not the same.
#[derive(Debug, Serialize)]
pub struct TableChange {
    pub table: String,
    pub side: Has,
    /// How many cells were compared.
    pub cells: usize,
    pub axes: Vec<AxisChange>,
    /// What changed, in boxes that share no cell.
    pub changes: Vec<CellChange>,
    /// What is said of cells that only the new side has, for a value in them is new.
    pub arrivals: Vec<Arrival>,
}

/// Which side has a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Has {
    Common,
    Added,
    Removed,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CellChange {
    /// The gravest thing that changes.
    pub kind: Gravity,
    /// On the axes that were compared, which have the values of both sides.
    #[serde(flatten)]
    pub place: WrittenBox,
    pub before: Rulings,
    pub after: Rulings,
    /// Which entries make the difference.
    pub by: Vec<By>,
}

/// What changes in a cell, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gravity {
    /// The verdict, with every rule counted or strictly.
    Verdict,
    /// The basis of the same verdict.
    Basis,
    /// Whether the cell counts while facts are open, or is ruled out.
    World,
    /// Only which reasons and cautions are given.
    Said,
}

/// Every table that differs, in the order of the new side, then those that are gone.
pub(super) fn tables(old: &Knowledge, new: &Knowledge) -> Result<Vec<TableChange>, String> {
    let mut found = Vec::new();
    let alone = |table: &Table, side: Has| TableChange {
        table: table.id.clone(),
        side,
        cells: 0,
        axes: Vec::new(),
        changes: Vec::new(),
        arrivals: Vec::new(),
    };
    for table in new.tables() {
        let compared = match old.table(&table.id) {
            Some(before) => compared((old, before), (new, table)).ok_or_else(|| table.id.clone())?,
            None => alone(table, Has::Added),
        };
        if compared.side == Has::Added || !compared.axes.is_empty() || !compared.changes.is_empty() {
            found.push(compared);
        }
    }
    found.extend(old.tables().filter(|table| new.table(&table.id).is_none()).map(|table| alone(table, Has::Removed)));
    Ok(found)
}

/// A table of both sides. Nothing if that is too much.
fn compared(old: (&Knowledge, &Table), new: (&Knowledge, &Table)) -> Option<TableChange> {
    let sides = [Compared::new(old), Compared::new(new)];
    let shared = shared(&sides);
    let grid = Grid::new(shared.iter().map(|shared| shared.axis.values.len()).collect()).ok()?;
    let [old_side, new_side] = &sides;
    let cells = cells_of(&grid, &shared, 0).into_iter().zip(cells_of(&grid, &shared, 1));
    let cells: Vec<(usize, usize)> = cells.collect();
    let mut known: FxHashMap<(usize, usize), Option<usize>> = FxHashMap::default();
    let mut differences: IndexSet<Difference> = IndexSet::new();
    let label = |cell: usize| {
        let (old, new) = *cells.get(cell)?;
        let (old, new) = (old_side.table.dense.number(old), new_side.table.dense.number(new));
        let difference = || Difference::of((old_side, old), (new_side, new));
        *known.entry((old, new)).or_insert_with(|| Some(differences.insert_full(difference()?).0))
    };
    let parts = cover(&grid, label).ok()?;
    let cell_change = |part: LabelledBox| {
        let Difference { kind, before, after, by } = differences.get_index(part.label)?.clone();
        let place = WrittenBox::of(shared.iter().map(|shared| (&shared.axis, shared.vocabulary)), &part.sets);
        Some(CellChange { kind, place, before, after, by })
    };
    let mut changes: Vec<CellChange> = parts.into_iter().filter_map(cell_change).collect();
    changes.sort_by_key(|change| change.kind);
    Some(TableChange {
        table: new.1.id.clone(),
        side: Has::Common,
        cells: grid.cells(),
        axes: axes::changes(&sides, &cells),
        changes,
        arrivals: arrivals(old_side, new_side)?,
    })
}

/// What is different between two outcomes.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Difference {
    kind: Gravity,
    before: Rulings,
    after: Rulings,
    by: Vec<By>,
}

impl Difference {
    fn of((old, before): (&Compared<'_>, usize), (new, after): (&Compared<'_>, usize)) -> Option<Self> {
        let (old_outcome, new_outcome) = (old.table.dense.nth(before), new.table.dense.nth(after));
        let ((old_rules, old_besides), (new_rules, new_besides)) = (old.shown(&old_outcome), new.shown(&new_outcome));
        let (before, after) = (Rulings::of(&old_outcome), Rulings::of(&new_outcome));
        let mut by = between(&old_rules, &new_rules);
        let ruled_out = |rules: &EntriesShown<'_>| {
            let bases = || rules.values().filter(|(_, rules_out)| *rules_out).map(|(basis, _)| *basis);
            (bases().next().is_some(), bases().any(|basis| basis == Some(Basis::Stated)))
        };
        let kind = if before.verdicts() != after.verdicts() {
            Gravity::Verdict
        } else if before != after {
            Gravity::Basis
        } else if ruled_out(&old_rules) != ruled_out(&new_rules) {
            Gravity::World
        } else {
            by.extend(between(&old_besides, &new_besides));
            Gravity::Said
        };
        (kind != Gravity::Said || !by.is_empty()).then_some(Self { kind, before, after, by })
    }
}

fn between(old: &EntriesShown<'_>, new: &EntriesShown<'_>) -> Vec<By> {
    let by = |how: How, name: &str| By { how, entry: name.to_owned() };
    let mut found: Vec<By> = Vec::new();
    for (name, does) in new {
        match old.get(name) {
            None => found.push(by(How::Holds, name)),
            Some(did) if did != does => found.push(by(How::Otherwise, name)),
            Some(_) => {}
        }
    }
    found.extend(old.keys().filter(|name| !new.contains_key(*name)).map(|name| by(How::HoldsNoMore, name)));
    found.sort();
    found
}

/// An axis cut down to what is compared, where its values come from, and what each of them adds to the number of a cell on either side.
struct SharedAxis<'s> {
    axis: Axis,
    vocabulary: &'s Vocabulary,
    steps: [Vec<usize>; 2],
}

/// The axes of both sides with the values of both. One that only one side has ranges over its inside values there.
fn shared<'s>(sides: &[Compared<'s>; 2]) -> Vec<SharedAxis<'s>> {
    let [old, new] = sides;
    let mut found = Vec::new();
    let gone = old.table.axes.iter().filter(|axis| new.axis(&axis.id).is_none()).map(|axis| (old, axis));
    for (side, axis) in new.table.axes.iter().map(|axis| (new, axis)).chain(gone) {
        let vocabulary = side.vocabulary(axis);
        let own = side.ids(axis);
        let stands = sides.each_ref().map(|side| {
            let (at, axis) = side.axis(&axis.id)?;
            Some((*side.table.grid.strides().get(at.index())?, side.ids(axis)))
        });
        let is_alone = stands.iter().any(Option::is_none);
        let step = |stand: &Option<(usize, Vec<&str>)>, id: &str| match stand {
            None => Some(0),
            Some((stride, ids)) => ids.iter().position(|own| *own == id).map(|at| at * stride),
        };
        let mut axis = axis.clone();
        let mut steps = [Vec::new(), Vec::new()];
        let mut values = Vec::new();
        for ((at, value), id) in axis.values.iter().enumerate().zip(own) {
            let [Some(before), Some(after)] = stands.each_ref().map(|stand| step(stand, id)) else { continue };
            if is_alone && at >= axis.inside {
                continue;
            }
            values.push((at < axis.inside, *value));
            let [old_steps, new_steps] = &mut steps;
            old_steps.push(before);
            new_steps.push(after);
        }
        axis.inside = values.iter().filter(|(inside, _)| *inside).count();
        axis.values = values.into_iter().map(|(_, value)| value).collect();
        found.push(SharedAxis { axis, vocabulary, steps });
    }
    found
}

/// For each cell of the comparison, the number of the cell of one side.
fn cells_of(grid: &Grid, shared: &[SharedAxis<'_>], side: usize) -> Vec<usize> {
    let mut cells = vec![0];
    for shared in shared {
        let Some(steps) = shared.steps.get(side) else { continue };
        cells = cells.iter().flat_map(|base| steps.iter().map(move |step| base + step)).collect();
    }
    cells.truncate(grid.cells());
    cells
}
