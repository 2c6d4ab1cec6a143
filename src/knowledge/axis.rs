//! One axis of a table: which values it has, and how names reach them.

use serde::{Deserialize, Serialize};

use super::grid::{ValueSet, set_of};
use super::{Citation, Text, Value, Vocabulary};

/// An axis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Axis {
    /// As in `id=value`.
    pub id: String,
    /// Position of its vocabulary.
    pub vocabulary: usize,
    /// For people.
    pub title: Text,
    /// What to ask when the answer depends on it.
    pub question: Text,
    /// How the asker can find out.
    pub find_out: Option<Text>,
    /// Who says how to find out.
    pub sources: Vec<Citation>,
    /// Its values, by position in the vocabulary: the inside ones first.
    pub values: Vec<usize>,
    /// How many of them are inside.
    pub inside: usize,
    /// For each value, its place in the order of versions; none for a value without one.
    pub ranks: Vec<Option<u32>>,
}

impl Axis {
    /// The inside values: what the axis ranges over while nothing is known.
    #[must_use]
    pub fn inside_set(&self) -> ValueSet {
        set_of(self.values.len(), 0..self.inside)
    }

    /// Every value, outside ones too.
    #[must_use]
    pub fn full_set(&self) -> ValueSet {
        set_of(self.values.len(), 0..self.values.len())
    }

    /// The value at a position of this axis.
    #[must_use]
    pub fn value<'v>(&self, position: usize, vocabulary: &'v Vocabulary) -> Option<&'v Value> {
        vocabulary.values.get(*self.values.get(position)?)
    }

    /// Positions on this axis of several values of the vocabulary, ascending, each once.
    #[must_use]
    pub fn all_positions(&self, values: &[usize], vocabulary: &Vocabulary) -> Vec<usize> {
        let mut found: Vec<usize> = values.iter().flat_map(|value| self.positions(*value, vocabulary)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Positions on this axis of a value of the vocabulary: itself, else what it refines, else all that refine it. Empty where the
    /// axis has none of these.
    #[must_use]
    pub fn positions(&self, value: usize, vocabulary: &Vocabulary) -> Vec<usize> {
        let at = |wanted: usize| self.values.iter().position(|&value| value == wanted);
        if let Some(position) = at(value) {
            return vec![position];
        }
        let parent = vocabulary.values.get(value).and_then(|value| value.refines);
        if let Some(position) = parent.and_then(at) {
            return vec![position];
        }
        let refines = |&&own: &&usize| vocabulary.values.get(own).is_some_and(|own| own.refines == Some(value));
        self.values.iter().filter(refines).filter_map(|&own| at(own)).collect()
    }
}
