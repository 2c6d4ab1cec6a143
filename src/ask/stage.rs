//! The table that is asked, and what its axes and sides make of an item.

use super::items::Item;
use crate::knowledge::ask::{Ask, Tells};
use crate::knowledge::{Axis, AxisId, Knowledge, OnAxis, Table, ValueId};

/// A name with the axis that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// Position of the item.
    pub(super) item: usize,
    /// Position of the axis.
    pub(super) axis: AxisId,
    /// Positions on the axis; none for something that is no value.
    pub(super) values: Vec<OnAxis>,
    /// Whether nothing around the name tells.
    pub(super) assumed: bool,
}

/// The table that is asked, and how questions to it are read.
#[derive(Clone, Copy)]
pub(super) struct Stage<'k> {
    pub(super) knowledge: &'k Knowledge,
    pub(super) table: &'k Table,
    pub(super) ask: &'k Ask,
}

impl Stage<'_> {
    /// Axes that an item can belong to, each with the values it has there.
    pub(super) fn axes(self, item: &Item) -> Vec<(AxisId, Vec<OnAxis>)> {
        let Some(vocabulary) = item.vocabulary() else { return Vec::new() };
        let axes = AxisId::of(&self.table.axes).filter(|(_, axis)| axis.vocabulary == vocabulary);
        let positions = |axis: &Axis| -> Vec<OnAxis> {
            item.name().map(|name| axis.all_positions(&name.values, &self.knowledge[vocabulary])).unwrap_or_default()
        };
        let all: Vec<(AxisId, &Axis)> = axes.collect();
        // Of several values that a name can have, one that another axis knows is none of an axis that only knows of it.
        let elsewhere = |id: AxisId, axis: &Axis, at: OnAxis| {
            let mut others = all.iter().filter(|(other, _)| *other != id);
            at.index() >= axis.inside && others.any(|(_, other)| other.inside().any(|inside| other[inside] == axis[at]))
        };
        let found = all.iter().map(|(id, axis)| {
            let mut values = positions(axis);
            if values.iter().any(|at| at.index() < axis.inside) {
                values.retain(|at| !elsewhere(*id, axis, *at));
            }
            (*id, values)
        });
        let mut found: Vec<(AxisId, Vec<OnAxis>)> = found.collect();
        // Of two axes a value that neither has is still something on one of them, of which nothing is known.
        if found.len() < 2 || found.iter().any(|(_, positions)| !positions.is_empty()) {
            found.retain(|(_, positions)| !positions.is_empty() || item.name().is_none());
        }
        found
    }

    /// The side of the table that an axis belongs to.
    pub(super) fn side_of(self, axis: AxisId) -> Option<usize> {
        self.ask.sides.iter().position(|side| side.is_of(&self.table.id) && side.axes.contains(&axis))
    }

    /// Whether the knowledge is about some of these values on this axis.
    pub(super) fn is_inside(self, axis: AxisId, values: &[OnAxis]) -> bool {
        values.iter().any(|value| value.index() < self.table[axis].inside)
    }

    /// Whether a side belongs to the table.
    pub(super) fn is_here(self, side: usize) -> bool {
        self.ask.sides.get(side).is_some_and(|side| side.is_of(&self.table.id))
    }

    /// Whether a side is that of machines that do not matter.
    pub(super) fn is_elsewhere(self, side: usize) -> bool {
        self.ask.sides.get(side).is_some_and(|side| side.is_of(&self.table.id) && side.axes.is_empty())
    }

    /// Values of one axis as values of another that draws on the same vocabulary.
    pub(super) fn translated(self, from: AxisId, to: AxisId, values: &[OnAxis]) -> Vec<OnAxis> {
        let (from, to) = (&self.table[from], &self.table[to]);
        let known: Vec<ValueId> = values.iter().map(|value| from[*value]).collect();
        to.all_positions(&known, &self.knowledge[to.vocabulary])
    }

    /// The noun that an item is.
    pub(super) fn noun(self, item: &Item) -> Option<Noun> {
        let cue = item.tells().iter().find_map(|one| match one {
            Tells::Noun(side, axis) if self.is_here(*side) => Some(Noun { side: *side, axis: *axis, hint: false }),
            Tells::Hint(side) if self.is_here(*side) => Some(Noun { side: *side, axis: None, hint: true }),
            _ => None,
        });
        // A name that can be only one thing says what the others around it are the names of.
        let name = || match self.axes(item).as_slice() {
            [(axis, _)] if item.name().is_some() => Some(Noun { side: self.side_of(*axis)?, axis: None, hint: false }),
            _ => None,
        };
        cue.or_else(name)
    }
}

/// A word for what has a name: `node`, `console`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    pub(super) side: usize,
    /// The axis, where it can be only one.
    pub(super) axis: Option<AxisId>,
    /// Whether it only nearly always tells the side.
    pub(super) hint: bool,
}
