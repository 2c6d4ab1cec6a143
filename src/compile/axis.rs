//! One axis of a table: its values found in their vocabulary, and ranked by version.

use semver::Version;
use toml::Spanned;

use super::Compiler;
use super::references::References;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding};
use crate::knowledge::Vocabulary;
use crate::knowledge::axis::Axis;
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
        let Some(vocabulary) = vocabularies.iter().position(|vocabulary| vocabulary.id == *wanted) else {
            let known = vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
            self.dangling("vocabulary", place(file, &item.vocabulary), wanted, known);
            return None;
        };
        if ["differ", "agree"].contains(&entry.id.as_str()) {
            let message = Message::new("reserved-axis").with("name", &entry.id);
            self.report.push(Finding::new(Code::INVALID_VALUE, message).at(entry.at.clone()));
        }
        let mut values = Vec::new();
        self.axis_values(file, &item.inside, vocabularies.get(vocabulary)?, &mut values);
        let inside = values.len();
        self.axis_values(file, &item.outside, vocabularies.get(vocabulary)?, &mut values);
        if inside == 0 {
            let finding = Finding::new(Code::EMPTY_CONDITION, Message::new("empty-axis").with("name", &entry.id));
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

fn ranks(values: &[usize], vocabulary: &Vocabulary) -> Vec<Option<u32>> {
    let version = |value: &usize| Version::parse(vocabulary.values.get(*value)?.version.as_deref()?).ok();
    let mut order: Vec<Version> = values.iter().filter_map(version).collect();
    order.sort();
    order.dedup();
    let rank = |value: &usize| u32::try_from(order.binary_search(&version(value)?).ok()?).ok();
    values.iter().map(rank).collect()
}
