//! One axis of a table: its values found in their vocabulary, and ranked by version.

use semver::Version;
use toml::Spanned;

use super::Compiler;
use super::references::References;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding};
use crate::knowledge::Vocabulary;
use crate::knowledge::axis::Axis;
use crate::knowledge::ids::{ValueId, VocabularyId};
use crate::locale::Message;
use crate::model::{Entry, place, schema};

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
            self.report.push(Finding::new(Code::InvalidValue, message).at(entry.at.clone()));
        }
        let mut values = Vec::new();
        self.axis_values(file, &item.inside, vocabulary, &mut values);
        let inside = values.len();
        self.axis_values(file, &item.outside, vocabulary, &mut values);
        if inside == 0 {
            let finding = Finding::new(Code::EmptyCondition, Message::new("empty-axis").with("name", &entry.id));
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
            values,
            inside,
        })
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

fn ranks(values: &[ValueId], vocabulary: &Vocabulary) -> Vec<Option<u32>> {
    let version = |value: &ValueId| Version::parse(vocabulary[*value].version.as_deref()?).ok();
    let mut order: Vec<Version> = values.iter().filter_map(version).collect();
    order.sort();
    order.dedup();
    let rank = |value: &ValueId| u32::try_from(order.binary_search(&version(value)?).ok()?).ok();
    values.iter().map(rank).collect()
}
