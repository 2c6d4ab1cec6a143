//! One axis of a table: which values it has, and how names reach them.

use semver::Version;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::Compiler;
use super::grid::{ValueSet, set_of};
use super::knowledge::{Citation, Text, Value, Vocabulary};
use super::references::References;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding};
use crate::locale::Message;
use crate::model::{Entry, place, schema};

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

impl Compiler<'_> {
    pub(super) fn axis(
        &mut self,
        entry: &Entry<schema::Axis>,
        vocabularies: &[Vocabulary],
        references: &References,
        texts: &Texts,
    ) -> Option<Axis> {
        let (file, item) = (entry.at.file, &entry.item);
        let wanted = item.vocabulary.get_ref();
        let Some(vocabulary) = vocabularies.iter().position(|vocabulary| vocabulary.id == *wanted) else {
            let known = vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
            self.dangling("vocabulary", place(file, &item.vocabulary), wanted, known);
            return None;
        };
        if ["differ", "agree"].contains(&entry.id.as_str()) {
            let message = Message::new("reserved-axis").with("name", &entry.id);
            self.report.push(Finding::new(Code::InvalidValue, message).at(entry.at.clone()));
        }
        let mut values = Vec::new();
        self.axis_values(file, &item.inside, vocabularies.get(vocabulary)?, &mut values);
        let inside = values.len();
        self.axis_values(file, &item.outside, vocabularies.get(vocabulary)?, &mut values);
        if inside == 0 {
            let finding = Finding::new(Code::EmptyCondition, Message::new("empty-axis").with("name", &entry.id));
            self.report.push(finding.at(entry.at.clone()));
        }
        Some(Axis {
            id: entry.id.clone(),
            vocabulary,
            title: self.text(texts, file, &item.title),
            question: self.text(texts, file, &item.question),
            find_out: item.find_out.as_ref().map(|text| self.text(texts, file, text)),
            sources: self.citations(file, &item.sources, references),
            ranks: ranks(&values, vocabularies.get(vocabulary)?),
            values,
            inside,
        })
    }

    fn axis_values(
        &mut self,
        file: FileId,
        names: &[Spanned<String>],
        vocabulary: &Vocabulary,
        values: &mut Vec<usize>,
    ) {
        for name in names {
            match vocabulary.position(name.get_ref()) {
                Some(position) if values.contains(&position) => {
                    let message = Message::new(Code::DuplicateId.name()).with("name", name.get_ref());
                    self.report.push(Finding::new(Code::DuplicateId, message).at(place(file, name)));
                }
                Some(position) => values.push(position),
                None => {
                    let known = vocabulary.values.iter().map(|value| value.id.as_str());
                    self.dangling("value", place(file, name), name.get_ref(), known);
                }
            }
        }
    }
}

fn ranks(values: &[usize], vocabulary: &Vocabulary) -> Vec<Option<u32>> {
    let version = |value: &usize| Version::parse(vocabulary.values.get(*value)?.version.as_deref()?).ok();
    let mut order: Vec<Version> = values.iter().filter_map(version).collect();
    order.sort();
    order.dedup();
    let rank = |value: &usize| u32::try_from(order.binary_search(&version(value)?).ok()?).ok();
    values.iter().map(rank).collect()
}
