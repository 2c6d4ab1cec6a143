//! Axes that are not the same on both sides: their values, and what they say of choosing.

use serde::Serialize;

use super::compared::Compared;
use crate::knowledge::Axis;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AxisChange {
    pub axis: String,
    /// Values that only the new side has; all of them if the axis is new.
    pub added: Vec<String>,
    /// Values that only the old side has; all of them if the axis is gone.
    pub removed: Vec<String>,
    /// Values that are inside now and were not, old or new: an open axis ranges over them.
    pub inward: Vec<String>,
    /// Values that were inside and are outside now.
    pub outward: Vec<String>,
    /// Keys by which something else is chosen while the axis is open.
    pub keys: Vec<Key>,
}

/// A key of an axis that says what is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::Display)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Key {
    Choice,
    Prefer,
    Matches,
}

impl AxisChange {
    /// Whether facts that were answered before may be answered with another verdict, or no longer.
    pub(super) fn changes_verdicts(&self) -> bool {
        let moved = [&self.removed, &self.inward, &self.outward].iter().any(|values| !values.is_empty());
        moved || self.keys.contains(&Key::Choice)
    }
}

/// Every axis that differs. `cells` are the numbers of each cell that both sides have.
pub(super) fn changes([old, new]: &[Compared<'_>; 2], cells: &[(usize, usize)]) -> Vec<AxisChange> {
    let gone = old.table.axes.iter().filter(|axis| new.axis(&axis.id).is_none());
    let ids = new.table.axes.iter().chain(gone).map(|axis| axis.id.as_str());
    let changes = ids.map(|id| {
        let values = |side: &Compared<'_>| -> Vec<(String, bool)> {
            let Some((_, axis)) = side.axis(id) else { return Vec::new() };
            side.ids(axis).into_iter().enumerate().map(|(at, id)| (id.to_owned(), at < axis.inside)).collect()
        };
        let (before, after) = (values(old), values(new));
        let without = |these: &[(String, bool)], those: &[(String, bool)]| -> Vec<String> {
            let is_there = |id: &String| those.iter().any(|(other, _)| other == id);
            these.iter().filter(|(id, _)| !is_there(id)).map(|(id, _)| id.clone()).collect()
        };
        let turned = |inward: bool| -> Vec<String> {
            let was_inside = |id: &String| before.iter().any(|(other, inside)| other == id && *inside);
            let is_old = |id: &String| before.iter().any(|(other, _)| other == id);
            let turned = after
                .iter()
                .filter(|(id, inside)| *inside == inward && was_inside(id) != inward && (inward || is_old(id)));
            turned.map(|(id, _)| id.clone()).collect()
        };
        AxisChange {
            axis: id.to_owned(),
            added: without(&after, &before),
            removed: without(&before, &after),
            inward: turned(true),
            outward: turned(false),
            keys: keys(id, (old, new), cells),
        }
    });
    let is_one = |change: &AxisChange| {
        let values = [&change.added, &change.removed, &change.inward, &change.outward];
        values.iter().any(|values| !values.is_empty()) || !change.keys.is_empty()
    };
    changes.filter(is_one).collect()
}

fn keys(id: &str, (old, new): (&Compared<'_>, &Compared<'_>), cells: &[(usize, usize)]) -> Vec<Key> {
    let (Some((_, before)), Some((_, after))) = (old.axis(id), new.axis(id)) else { return Vec::new() };
    let (before_ids, after_ids) = (old.ids(before), new.ids(after));
    // The values of both sides, those first that are suggested first.
    let preferred = |axis: &Axis, own: &[&str], others: &[&str]| {
        let ranked = axis.all().zip(own).filter(|(_, id)| others.contains(*id));
        let mut ranked: Vec<(u32, String)> = ranked.map(|(at, id)| (axis.preference(at), (*id).to_owned())).collect();
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    };
    let matches = |side: &Compared<'_>, axis: &Axis, cell: usize| {
        axis.matches.as_ref().is_some_and(|matches| matches.region.holds(&side.table.values(cell)))
    };
    let differs = [
        (Key::Choice, before.choice != after.choice),
        (Key::Prefer, preferred(before, &before_ids, &after_ids) != preferred(after, &after_ids, &before_ids)),
        (Key::Matches, cells.iter().any(|(one, other)| matches(old, before, *one) != matches(new, after, *other))),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(key, _)| key).collect()
}
