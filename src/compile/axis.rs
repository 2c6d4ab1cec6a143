//! One axis of a table: its values found in their vocabulary, and ranked by version.

use semver::Version;

use super::Compiler;
use super::condition::Space;
use super::references::References;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding};
use crate::knowledge::Vocabulary;
use crate::knowledge::axis::{Axis, Matches};
use crate::knowledge::ids::{ValueId, VocabularyId};
use crate::locale::Message;
use crate::model::{Entry, Spanned, place, schema};

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
        let Some((id, vocabulary)) = VocabularyId::of(vocabularies).find(|(_, vocabulary)| vocabulary.id == *wanted)
        else {
            let known = vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
            self.dangling("vocabulary", place(file, &item.vocabulary), wanted, known);
            return None;
        };
        if ["differ", "agree"].contains(&entry.id.as_str()) {
            let message = Message::new("reserved-axis").with("name", &entry.id);
            self.report.push(Finding::new(Code::INVALID_VALUE, message).at(entry.at.clone()));
        }
        let mut values = Vec::new();
        self.axis_values(file, &item.inside, vocabulary, &mut values);
        let inside = values.len();
        self.axis_values(file, &item.outside, vocabulary, &mut values);
        if inside == 0 {
            let finding = Finding::new(Code::EMPTY_CONDITION, Message::new("empty-axis").with("name", &entry.id));
            self.report.push(finding.at(entry.at.clone()));
        }
        Some(Axis {
            id: entry.id.clone(),
            vocabulary: id,
            title: self.text(texts, file, &item.title),
            question: self.text(texts, file, &item.question),
            find_out: item.find_out.as_ref().map(|text| self.text(texts, file, text)),
            sources: self.citations(file, &item.sources, references),
            ranks: ranks(&values, vocabulary),
            choice: item.choice,
            preferences: self.preferences(file, &item.prefer, &values, vocabulary),
            matches: None,
            values,
            inside,
        })
    }

    /// Places among the values to suggest: as listed, then by id, so that the order in which values are written decides nothing.
    fn preferences(
        &mut self,
        file: FileId,
        listed: &[Spanned<String>],
        values: &[ValueId],
        vocabulary: &Vocabulary,
    ) -> Vec<u32> {
        let id = |value: &ValueId| vocabulary[*value].id.as_str();
        let mut order: Vec<&str> = Vec::new();
        for name in listed {
            match values.iter().map(id).find(|own| own == name.get_ref()) {
                Some(own) => order.push(own),
                None => self.dangling("value", place(file, name), name.get_ref(), values.iter().map(id)),
            }
        }
        let mut others: Vec<&str> = values.iter().map(id).filter(|own| !order.contains(own)).collect();
        others.sort_unstable();
        order.extend(others);
        let placed = |value: &ValueId| (0..).zip(&order).find(|(_, own)| **own == id(value)).map_or(0, |(at, _)| at);
        values.iter().map(placed).collect()
    }

    /// Where a value of the axis carries the same attribute as that of another.
    pub(super) fn matches(&mut self, entry: &Entry<schema::Axis>, space: Space<'_>, texts: &Texts) -> Option<Matches> {
        let (file, written) = (entry.at.file, entry.item.matches.as_ref()?);
        let region = self.agreeing(file, &entry.item.id, written, space);
        Some(Matches { text: self.text(texts, file, &written.text), region })
    }

    fn axis_values(
        &mut self,
        file: FileId,
        names: &[Spanned<String>],
        vocabulary: &Vocabulary,
        values: &mut Vec<ValueId>,
    ) {
        for name in names {
            match vocabulary.position(name.get_ref()) {
                Some(position) if values.contains(&position) => {
                    let message = Message::new(Code::DUPLICATE_ID.name()).with("name", name.get_ref());
                    self.report.push(Finding::new(Code::DUPLICATE_ID, message).at(place(file, name)));
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

fn ranks(values: &[ValueId], vocabulary: &Vocabulary) -> Vec<Option<u32>> {
    let version = |value: &ValueId| Version::parse(vocabulary[*value].version.as_deref()?).ok();
    let mut order: Vec<Version> = values.iter().filter_map(version).collect();
    order.sort();
    order.dedup();
    let rank = |value: &ValueId| u32::try_from(order.binary_search(&version(value)?).ok()?).ok();
    values.iter().map(rank).collect()
}
