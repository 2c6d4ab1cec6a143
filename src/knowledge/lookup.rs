//! From ids to a cell, for programs that ask many questions: built once, then no allocation a question.
//!
//! Only ids are known here; names as people and inventories write them are read by [`crate::decide::facts`].

use rustc_hash::FxHashMap;

use super::Knowledge;
use super::table::Table;

/// The ids of each axis, by position.
#[derive(Clone, Debug)]
pub struct Lookup<'k> {
    axes: Vec<Ids<'k>>,
}

/// The ids of one axis. Two words of an id are hashed instead of all of it: ids are long and differ at their ends.
#[derive(Clone, Debug)]
struct Ids<'k> {
    stride: usize,
    known: Vec<&'k str>,
    by_ends: FxHashMap<[u64; 2], usize>,
}

impl<'k> Lookup<'k> {
    /// The lookup of a table.
    #[must_use]
    pub fn new(knowledge: &'k Knowledge, table: &Table) -> Self {
        let axes = table.axes.iter().zip(table.grid.strides()).map(|(axis, stride)| {
            let vocabulary = knowledge.vocabulary(axis.vocabulary);
            let value = |position: usize| vocabulary.and_then(|vocabulary| axis.value(position, vocabulary));
            let ids = (0..axis.values.len()).map(|position| value(position).map_or("", |value| value.id.as_str()));
            Ids::new(*stride, ids.collect())
        });
        Self { axes: axes.collect() }
    }

    /// The cell with these values, one id per axis in the order of the axes. Nothing if an id is unknown.
    #[must_use]
    #[inline]
    pub fn cell(&self, ids: &[&str]) -> Option<usize> {
        if ids.len() != self.axes.len() {
            return None;
        }
        let mut cell = 0;
        for (axis, id) in self.axes.iter().zip(ids) {
            cell += axis.stride * axis.position(id)?;
        }
        Some(cell)
    }
}

impl<'k> Ids<'k> {
    fn new(stride: usize, known: Vec<&'k str>) -> Self {
        let by_ends = known.iter().enumerate().map(|(position, id)| (ends(id), position)).collect();
        Self { stride, known, by_ends }
    }

    /// The position of an id. Two ids may have the same ends: then the hash finds one, and the list the other.
    #[inline]
    fn position(&self, id: &str) -> Option<usize> {
        let found = *self.by_ends.get(&ends(id))?;
        if self.known.get(found) == Some(&id) { Some(found) } else { self.known.iter().position(|own| *own == id) }
    }
}

/// The first and the last eight bytes, with the length.
#[inline]
fn ends(id: &str) -> [u64; 2] {
    let bytes = id.as_bytes();
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => [u64::from_le_bytes(*first), u64::from_le_bytes(*last) ^ id.len() as u64],
        _ => [bytes.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)), id.len() as u64],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_and_no_other() {
        let ids =
            vec!["a", "b", "", "one-and-two-end", "one-or--two-end", "one-and-three-end", "12345678", "123456789"];
        let index = Ids::new(1, ids.clone());
        for (position, id) in ids.iter().enumerate() {
            assert_eq!(index.position(id), Some(position), "{id}");
        }
        for id in ["c", "one-xxx-two-end", "12345679", "1234567", "\0"] {
            assert_eq!(index.position(id), None, "{id}");
        }
    }
}
