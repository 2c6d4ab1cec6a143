//! One axis of a table: which values it has, and how names reach them.

use serde::{Deserialize, Serialize};

use super::entry::{Citation, Text};
use super::grid::{Region, ValueSet};
use super::ids::{OnAxis, ValueId, VocabularyId, at, leads};
use super::vocabulary::{Value, Vocabulary};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Axis {
    /// As in `id=value`.
    pub id: String,
    pub vocabulary: VocabularyId,
    pub title: Text,
    /// What to ask when the answer depends on it.
    pub question: Text,
    pub find_out: Option<Text>,
    /// Who says how to find out.
    pub sources: Vec<Citation>,
    /// Its values, by position in the vocabulary: the inside ones first.
    pub values: Vec<ValueId>,
    /// How many of them are inside.
    pub inside: usize,
    /// For each value, its place in the order of versions; none for a value without one.
    pub ranks: Vec<Option<u32>>,
    /// Whether the asker decides the value instead of finding it.
    pub choice: bool,
    /// For each value, its place among those to suggest.
    pub preferences: Vec<u32>,
    /// Which values come first among those to suggest.
    pub matches: Option<Matches>,
}

/// That values go well with those of another axis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Matches {
    pub text: Text,
    pub region: Region,
}

leads!(OnAxis in Axis.values: ValueId);

impl Axis {
    /// The inside values: what the axis ranges over while nothing is known.
    pub fn inside_set(&self) -> ValueSet {
        ValueSet::of(self.values.len(), self.inside())
    }

    /// Every value, outside ones too.
    pub fn full_set(&self) -> ValueSet {
        ValueSet::of(self.values.len(), self.all())
    }

    pub fn inside(&self) -> impl DoubleEndedIterator<Item = OnAxis> + Clone + use<> {
        OnAxis::all(self.inside)
    }

    pub fn all(&self) -> impl DoubleEndedIterator<Item = OnAxis> + Clone + use<> {
        OnAxis::all(self.values.len())
    }

    /// Where the value is in the order of versions; none for a value without one.
    pub fn rank(&self, value: OnAxis) -> Option<u32> {
        *at(&self.ranks, value.index())
    }

    /// The lesser, the sooner a value is suggested.
    pub fn preference(&self, value: OnAxis) -> u32 {
        *at(&self.preferences, value.index())
    }

    pub fn value<'v>(&self, value: OnAxis, vocabulary: &'v Vocabulary) -> &'v Value {
        &vocabulary[self[value]]
    }

    /// The value of the vocabulary on this axis, if it is there itself.
    pub fn find(&self, wanted: ValueId) -> Option<OnAxis> {
        OnAxis::of(&self.values).find(|(_, value)| **value == wanted).map(|(on_axis, _)| on_axis)
    }

    /// Several values of the vocabulary on this axis, ascending, each once.
    pub fn all_positions(&self, values: &[ValueId], vocabulary: &Vocabulary) -> Vec<OnAxis> {
        let mut found: Vec<OnAxis> = values.iter().flat_map(|value| self.positions(*value, vocabulary)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// A value of the vocabulary on this axis: itself, else what it refines, else all that refine it. Empty where the axis has none
    /// of these.
    pub fn positions(&self, value: ValueId, vocabulary: &Vocabulary) -> Vec<OnAxis> {
        let itself = || self.find(value);
        let parent = || vocabulary[value].refines.and_then(|parent| self.find(parent));
        match itself().or_else(parent) {
            Some(found) => vec![found],
            None => self.all().filter(|own| vocabulary[self[*own]].refines == Some(value)).collect(),
        }
    }
}
