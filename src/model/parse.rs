//! One TOML file taken apart section by section, so that a bad entry costs only itself.
//!
//! What sections there are is said once, by the code that takes them, in terms of [`Sections`]: a schema is drawn up by the
//! same code, with something else behind it than a file.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::cut::{cut_out, extent, last_end, quoted_around, strings};
use super::{Entry, described, place_of, schema};
use crate::diag::{Acknowledgement, Code, FileId, Files, Finding, Place, Report};
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
    text: &'f str,
    span: Range<usize>,
    table: DeTable<'f>,
    /// Where the syntax is broken.
    torn: Vec<usize>,
    report: &'r mut Report,
}

impl<'f, 'r> Document<'f, 'r> {
    /// Parses the file; every syntax error in it is reported.
    pub fn open(file: FileId, files: &'f Files, report: &'r mut Report) -> Self {
        let text = files.text(file);
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut last_line = None;
        for error in &errors {
            let at = error.span().map(|span| text.get(..span.start).unwrap_or(text).matches('\n').count());
            // One slip of the pen makes several errors on its line; the first is the one.
            if at.is_some() && std::mem::replace(&mut last_line, at) == at {
                continue;
            }
            report.push(match (error.message().starts_with("duplicate key"), error.span()) {
                (true, Some(span)) => duplicate(file, text, error, &span),
                _ => described(file, error, Code::Syntax),
            });
        }
        let torn: Vec<usize> = errors.iter().filter_map(|error| Some(error.span()?.start)).collect();
        if !errors.is_empty() {
            report.mark_damaged(file);
            report.mark_lost(torn.iter().flat_map(|at| quoted_around(text, *at)));
        }
        let span = table.span();
        Self { file, text, span, table: table.into_inner(), torn, report }
    }

    /// Whether the syntax is broken inside an entry, or right behind what of it could be read: then more of it is wrong for that reason
    /// alone.
    fn is_torn(&self, item: &Spanned<DeValue<'f>>) -> bool {
        let (start, end) = (item.span().start, last_end(item));
        let between = |from: usize, to: usize| self.text.get(from..to).unwrap_or_default();
        self.torn.iter().any(|at| start <= *at && (*at <= end || !between(end, *at).contains("\n[")))
    }

    /// Takes what is true of every kind of entry: where it ends, and what it acknowledges.
    fn common(&mut self, header: Range<usize>, item: &mut Spanned<DeValue<'f>>) {
        let whole = extent(header, item);
        if let DeValue::Table(table) = item.get_mut()
            && let Some(written) = table.remove("acknowledge")
        {
            self.acknowledged(written, vec![whole.clone()]);
        }
        self.report.note_entry(place_of(self.file, whole));
    }

    fn acknowledged(&mut self, written: Spanned<DeValue<'f>>, within: Vec<Range<usize>>) {
        let within: Vec<Place> = within.into_iter().map(|span| place_of(self.file, span)).collect();
        let Some(read) = self.read::<Vec<schema::Acknowledgement>>(written) else { return };
        for one in read {
            if one.because.get_ref().trim().is_empty() {
                let finding = Finding::new(Code::InvalidValue, Message::new("acknowledged-without-reason"));
                self.report.push(finding.at(place_of(self.file, one.because.span())));
            }
            let at = place_of(self.file, one.code.span());
            self.report.acknowledge(Acknowledgement { code: one.code.into_inner(), at, within: within.clone() });
        }
    }

    /// Reads a value. Every mistake in it is reported, not only the first: what is wrong is taken out, and the rest is read again.
    /// A key that does not exist costs nothing but itself; with any other mistake there is no value.
    fn read<T: DeserializeOwned>(&mut self, item: Spanned<DeValue<'f>>) -> Option<T> {
        let names = strings(&item);
        let read = self.attempt(item);
        if read.is_none() {
            self.report.mark_lost(names);
        }
        read
    }

    fn attempt<T: DeserializeOwned>(&mut self, mut item: Spanned<DeValue<'f>>) -> Option<T> {
        let (mut whole, mut cut) = (true, false);
        loop {
            let error = match T::deserialize(ValueDeserializer::from(item.clone())) {
                Ok(read) => return whole.then_some(read),
                Err(error) => error,
            };
            let missing = error.message().starts_with("missing field");
            if (missing && cut) || self.is_torn(&item) {
                return None;
            }
            let unknown = error.message().starts_with("unknown field");
            let code = if unknown { Code::UnknownKey } else { Code::InvalidValue };
            self.report.push(described(self.file, &error, code));
            let cut_away = error.span().filter(|_| !missing).and_then(|span| cut_out(&mut item, &span));
            let removed = cut_away?;
            self.report.mark_lost(strings(&removed));
            whole &= unknown;
            cut = true;
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

    fn list<T: DeserializeOwned>(&mut self, name: &'static str, id: fn(&T) -> &Spanned<String>) -> Vec<Entry<T>> {
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

    fn rest<T: DeserializeOwned>(&mut self) -> Option<T> {
        let mut table = std::mem::take(&mut self.table);
        if let Some(written) = table.remove("acknowledge") {
            let within = table.iter().map(|(key, value)| extent(key.span(), value)).collect();
            self.acknowledged(written, within);
        }
        let found = self.report.findings().len();
        let head = self.read(Spanned::new(self.span.clone(), DeValue::Table(table)));
        if !self.torn.is_empty() && head.is_none() {
            self.report.truncate(found);
        }
        head
    }
}

/// A key or header that stands twice, with the first one if it can be found.
fn duplicate(file: FileId, text: &str, error: &toml::de::Error, second: &Range<usize>) -> Finding {
    let finding = described(file, error, Code::DuplicateKey).help(Message::new("help-duplicate-key"));
    let key = text.get(second.clone()).unwrap_or_default();
    let before = text.get(..second.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let same = if before.get(line..).is_some_and(|lead| lead.starts_with('[')) {
        before.get(..line).and_then(|before| Some(before.rfind(&format!(".{key}]"))? + 1))
    } else {
        let entry = before.rfind("\n[").unwrap_or(0);
        before.get(entry..).and_then(|own| Some(entry + own.find(&format!("\n{key} "))? + 1))
    };
    match same {
        Some(first) => finding.beside(place_of(file, first..first + key.len()), Message::new("label-first")),
        None => finding,
    }
}
