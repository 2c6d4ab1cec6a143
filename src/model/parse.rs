//! One TOML file taken apart section by section, so that a bad entry costs only itself.
//!
//! What sections there are is said once, by the code that takes them, in terms of [`Sections`]: a schema is drawn up by the
//! same code, with something else behind it than a file.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::{Entry, described, place_of};
use crate::diag::{Code, FileId, Files, Finding, Report};
use crate::locale::Message;

/// Something of which sections are taken one after the other, and at last what stands outside of them.
pub trait Sections {
    /// Takes `[name.<id>]`, all of it, in the order of the file.
    fn section<T: DeserializeOwned>(&mut self, name: &'static str) -> Vec<Entry<T>>;

    /// Takes `[[name]]`, each with the id it carries.
    fn list<T: DeserializeOwned>(&mut self, name: &'static str, id: fn(&T) -> &Spanned<String>) -> Vec<Entry<T>>;

    /// Takes what no section claimed: the head of the file. Nothing, if the file is broken or the head is.
    fn rest<T: DeserializeOwned>(&mut self) -> Option<T>;
}

/// A parsed file of which sections are taken one after the other. What is left at the end must be the head.
pub struct Document<'f, 'r> {
    file: FileId,
    span: std::ops::Range<usize>,
    table: DeTable<'f>,
    damaged: bool,
    report: &'r mut Report,
}

impl<'f, 'r> Document<'f, 'r> {
    /// Parses the file; every syntax error in it is reported.
    pub fn open(file: FileId, files: &'f Files, report: &'r mut Report) -> Self {
        let (table, errors) = DeTable::parse_recoverable(files.text(file));
        for error in &errors {
            report.push(described(file, error, Code::Syntax));
        }
        if !errors.is_empty() {
            report.mark_damaged(file);
        }
        let span = table.span();
        Self { file, span, table: table.into_inner(), damaged: !errors.is_empty(), report }
    }

    fn read<T: DeserializeOwned>(&mut self, item: Spanned<DeValue<'f>>) -> Option<T> {
        match T::deserialize(ValueDeserializer::from(item)) {
            Ok(item) => Some(item),
            Err(error) => {
                let code =
                    if error.message().starts_with("unknown field") { Code::UnknownKey } else { Code::InvalidValue };
                self.report.push(described(self.file, &error, code));
                None
            }
        }
    }
}

impl Sections for Document<'_, '_> {
    fn section<T: DeserializeOwned>(&mut self, name: &'static str) -> Vec<Entry<T>> {
        let Some((_, value)) = self.table.remove_entry(name) else { return Vec::new() };
        let span = value.span();
        let DeValue::Table(items) = value.into_inner() else {
            let message = Message::new("section-not-table").with("section", name);
            self.report.push(Finding::new(Code::InvalidValue, message).at(place_of(self.file, span)));
            return Vec::new();
        };
        let mut entries: Vec<Entry<T>> = Vec::new();
        for (key, item) in items {
            let at = place_of(self.file, key.span());
            let id = key.into_inner().into_owned();
            match self.read(item) {
                Some(item) => entries.push(Entry { id, at, item }),
                None => self.report.mark_unread(id),
            }
        }
        entries.sort_by_key(|entry| entry.at.span.start);
        entries
    }

    fn list<T: DeserializeOwned>(&mut self, name: &'static str, id: fn(&T) -> &Spanned<String>) -> Vec<Entry<T>> {
        let Some((_, value)) = self.table.remove_entry(name) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(items) = value.into_inner() else {
            let message = Message::new("section-not-list").with("section", name);
            self.report.push(Finding::new(Code::InvalidValue, message).at(place_of(self.file, span)));
            return Vec::new();
        };
        let mut entries = Vec::new();
        for item in items {
            if let Some(item) = self.read(item) {
                let key = id(&item);
                entries.push(Entry { id: key.get_ref().clone(), at: place_of(self.file, key.span()), item });
            }
        }
        entries
    }

    fn rest<T: DeserializeOwned>(&mut self) -> Option<T> {
        let table = std::mem::take(&mut self.table);
        let found = self.report.findings().len();
        let head = self.read(Spanned::new(self.span.clone(), DeValue::Table(table)));
        if self.damaged && head.is_none() {
            self.report.truncate(found);
        }
        head
    }
}
