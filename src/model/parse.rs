//! One TOML file taken apart section by section, so that a bad entry costs only itself.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::{Acknowledgement, Entry, described, place_of, schema};
use crate::diag::{Code, FileId, Files, Finding, Place, Report};
use crate::locale::Message;

/// A parsed file of which sections are taken one after the other. What is left at the end must be the head.
pub struct Document<'f, 'r> {
    file: FileId,
    span: Range<usize>,
    table: DeTable<'f>,
    damaged: bool,
    extents: Vec<Place>,
    acknowledgements: Vec<Acknowledgement>,
    report: &'r mut Report,
}

impl<'f, 'r> Document<'f, 'r> {
    /// Parses the file; every syntax error in it is reported.
    pub fn open(file: FileId, files: &'f Files, report: &'r mut Report) -> Self {
        let (table, errors) = DeTable::parse_recoverable(files.text(file));
        for error in &errors {
            let code = if error.message().starts_with("duplicate key") { Code::DuplicateKey } else { Code::Syntax };
            report.push(described(file, error, code));
        }
        if !errors.is_empty() {
            report.mark_damaged(file);
        }
        let span = table.span();
        Self { file, span, table: table.into_inner(), damaged: !errors.is_empty(), extents: Vec::new(), acknowledgements: Vec::new(), report }
    }

    /// Takes `[name.<id>]`, all of it, in the order of the file.
    pub fn section<T: DeserializeOwned>(&mut self, name: &str) -> Vec<Entry<T>> {
        let Some((_, value)) = self.table.remove_entry(name) else { return Vec::new() };
        let span = value.span();
        let DeValue::Table(items) = value.into_inner() else {
            let message = Message::new("section-not-table").with("section", name);
            self.report.push(Finding::new(Code::InvalidValue, message).at(place_of(self.file, span)));
            return Vec::new();
        };
        let mut entries: Vec<Entry<T>> = Vec::new();
        for (key, mut item) in items {
            self.common(key.span(), &mut item);
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

    /// Takes `[[name]]`, each with the id it carries.
    pub fn list<T: DeserializeOwned>(&mut self, name: &str, id: impl Fn(&T) -> &Spanned<String>) -> Vec<Entry<T>> {
        let Some((_, value)) = self.table.remove_entry(name) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(items) = value.into_inner() else {
            let message = Message::new("section-not-list").with("section", name);
            self.report.push(Finding::new(Code::InvalidValue, message).at(place_of(self.file, span)));
            return Vec::new();
        };
        let mut entries = Vec::new();
        for mut item in items {
            self.common(item.span(), &mut item);
            if let Some(item) = self.read(item) {
                let key = id(&item);
                entries.push(Entry { id: key.get_ref().clone(), at: place_of(self.file, key.span()), item });
            }
        }
        entries
    }

    /// Takes what no section claimed: the head of the file. Nothing, if the file is broken or the head is.
    pub fn rest<T: DeserializeOwned>(&mut self) -> Option<T> {
        let mut table = std::mem::take(&mut self.table);
        let mut claimed = Vec::new();
        if let Some(written) = table.remove("acknowledge") {
            let within = table.iter().map(|(key, value)| extent(key.span(), value)).collect();
            self.acknowledged(written, within, &mut claimed);
        }
        self.acknowledgements.append(&mut claimed);
        let found = self.report.findings().len();
        let head = self.read(Spanned::new(self.span.clone(), DeValue::Table(table)));
        if self.damaged && head.is_none() {
            self.report.truncate(found);
        }
        head
    }

    /// The entries that were taken: each from its header to the end of its last value.
    pub fn into_entries(self) -> (Vec<Place>, Vec<Acknowledgement>) {
        (self.extents, self.acknowledgements)
    }

    /// Takes what is true of every kind of entry: where it ends, and what it acknowledges.
    fn common(&mut self, header: Range<usize>, item: &mut Spanned<DeValue<'f>>) {
        let whole = extent(header, item);
        if let DeValue::Table(table) = item.get_mut()
            && let Some(written) = table.remove("acknowledge")
        {
            let mut claimed = Vec::new();
            self.acknowledged(written, vec![whole.clone()], &mut claimed);
            self.acknowledgements.append(&mut claimed);
        }
        self.extents.push(place_of(self.file, whole));
    }

    fn acknowledged(
        &mut self,
        written: Spanned<DeValue<'f>>,
        within: Vec<Range<usize>>,
        claimed: &mut Vec<Acknowledgement>,
    ) {
        let within: Vec<Place> = within.into_iter().map(|span| place_of(self.file, span)).collect();
        let Some(read) = self.read::<Vec<schema::Acknowledgement>>(written) else { return };
        for one in read {
            if one.because.get_ref().trim().is_empty() {
                let finding = Finding::new(Code::InvalidValue, Message::new("acknowledged-without-reason"));
                self.report.push(finding.at(place_of(self.file, one.because.span())));
            }
            let at = place_of(self.file, one.code.span());
            claimed.push(Acknowledgement { code: one.code.into_inner(), at, within: within.clone() });
        }
    }

    /// Reads a value. Every mistake in it is reported, not only the first: what is wrong is taken out, and the rest is read again.
    /// A key that does not exist costs nothing but itself; with any other mistake there is no value.
    fn read<T: DeserializeOwned>(&mut self, mut item: Spanned<DeValue<'f>>) -> Option<T> {
        let (mut whole, mut cut) = (true, false);
        loop {
            let error = match T::deserialize(ValueDeserializer::from(item.clone())) {
                Ok(read) => return whole.then_some(read),
                Err(error) => error,
            };
            let missing = error.message().starts_with("missing field");
            if missing && cut {
                return None;
            }
            let unknown = error.message().starts_with("unknown field");
            let code = if unknown { Code::UnknownKey } else { Code::InvalidValue };
            self.report.push(described(self.file, &error, code));
            if missing || !error.span().is_some_and(|span| cut_out(&mut item, &span)) {
                return None;
            }
            whole &= unknown;
            cut = true;
        }
    }
}

/// From the start of a header or key to the end of the last value under it.
fn extent(header: Range<usize>, item: &Spanned<DeValue<'_>>) -> Range<usize> {
    header.start..last_end(item).max(header.end)
}

fn last_end(item: &Spanned<DeValue<'_>>) -> usize {
    let own = item.span().end;
    let inner = match item.get_ref() {
        DeValue::Table(table) => table.iter().map(|(_, value)| last_end(value)).max(),
        DeValue::Array(values) => values.iter().map(last_end).max(),
        _ => None,
    };
    own.max(inner.unwrap_or(own))
}

/// Takes out the key at these bytes, however deep it stands, or else the key of the table whose value they are in.
fn cut_out(item: &mut Spanned<DeValue<'_>>, at: &Range<usize>) -> bool {
    cut_key(item.get_mut(), at) || {
        let DeValue::Table(table) = item.get_mut() else { return false };
        let holds = |value: &Spanned<DeValue<'_>>| value.span().start <= at.start && at.end <= last_end(value);
        let found = table.iter().find(|(_, value)| holds(value)).map(|(key, _)| key.get_ref().to_string());
        found.is_some_and(|key| table.remove(key.as_str()).is_some())
    }
}

fn cut_key(value: &mut DeValue<'_>, at: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => {
            let found = table.iter().find(|(key, _)| key.span() == *at).map(|(key, _)| key.get_ref().to_string());
            match found {
                Some(key) => table.remove(key.as_str()).is_some(),
                None => table.iter_mut().any(|(_, value)| cut_key(value.get_mut(), at)),
            }
        }
        DeValue::Array(values) => values.iter_mut().any(|value| cut_key(value.get_mut(), at)),
        _ => false,
    }
}
