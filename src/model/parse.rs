//! One TOML file taken apart section by section, so that a bad entry costs only itself.
//!
//! What sections there are is said once, by the code that takes them, in terms of [`Sections`]: a schema is drawn up by the
//! same code, with something else behind it than a file.

use std::ops::Range;

use serde::de::value::Error as Stop;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;
use toml::de::{DeString, DeTable, DeValue, ValueDeserializer};

use super::entry::{Entry, Exception, Spanned, Unusual, moved, moved_table};
use super::schema;
use super::series::Series;
use super::unreadable::{TomlError, unknown_key};
use crate::diag::{Code, FileId, Files, Finding, Place, Report};
use crate::limits;
use crate::locale::{Message, is_hostile};

/// What can be read from a file, and in the program also be told as a schema.
#[cfg(schema)]
pub trait Written: DeserializeOwned + schemars::JsonSchema {}
#[cfg(schema)]
impl<T: DeserializeOwned + schemars::JsonSchema> Written for T {}
#[cfg(not(schema))]
pub use serde::de::DeserializeOwned as Written;

/// Something of which sections are taken one after the other, and at last what stands outside of them.
pub trait Sections {
    /// Takes `[name.<id>]`, all of it, in the order of the file.
    fn section<T: Written>(&mut self, name: &'static str) -> Vec<Entry<T>>;

    /// Takes `[name.<id>]`, each of which stands for several entries.
    fn series<T: Written>(&mut self, name: &'static str) -> Vec<Entry<T>>;

    fn list<T: Written>(&mut self, name: &'static str, id: fn(&T) -> &Spanned<String>) -> Vec<Entry<T>>;

    /// Takes what no section claimed: the head of the file. Nothing, if the file is broken or the head is.
    fn rest<T: Written>(&mut self) -> Option<T>;
}

/// What the documents of a folder leave beside their entries.
#[derive(Default)]
pub struct Notes {
    pub report: Report,
    pub exceptions: Vec<Exception>,
    pub unusual: Vec<Unusual>,
}

impl Notes {
    /// Notes an id that is not as ids are: with what hides or steers in it, or the beginning of a formula, it is refused; for any
    /// other a lint has a word.
    pub fn look_at(&mut self, id: &str, at: &Place) {
        if id.is_empty() || id.contains(is_hostile) || id.starts_with(['=', '+', '-', '@']) {
            let finding = Finding::invalid(Message::new("hostile-id").with("name", id)).at(at.clone());
            self.report.push(finding.help(Message::new("help-unusual-id")));
        } else if !is_kebab(id) {
            self.unusual.push(Unusual { id: id.to_owned(), at: at.clone() });
        }
    }
}

/// Lower-case ASCII letters and digits, in words parted by one hyphen.
fn is_kebab(id: &str) -> bool {
    let plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    id.split('-').all(|word| !word.is_empty() && plain(word))
}

/// A parsed file of which sections are taken one after the other. What is left at the end must be the head.
pub struct Document<'f, 'n> {
    text: &'f str,
    /// The first byte of the file among those of all: the places of what is read count from there.
    start: usize,
    span: Place,
    table: DeTable<'f>,
    /// Where the syntax is broken, ascending.
    torn: Vec<usize>,
    asked: Vec<&'static str>,
    notes: &'n mut Notes,
}

impl<'f, 'n> Document<'f, 'n> {
    /// Parses the file; every syntax error in it is reported.
    pub fn open(file: FileId, files: &'f Files, notes: &'n mut Notes) -> Self {
        let (text, start) = (files.text(file), files.start(file));
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut torn = Vec::new();
        let mut last_line = None;
        let (mut left_open, mut twice) = (false, false);
        for (number, error) in errors.iter().enumerate() {
            let span = error.span().unwrap_or(0..0);
            torn.push(start + span.start);
            // One slip of the pen makes several errors on its line; the first is the one.
            let line = Some(files.line(file, span.start).0);
            if left_open || std::mem::replace(&mut last_line, line) == line {
                continue;
            }
            let unreadable = TomlError { text, start, span: span.clone(), says: error.message() };
            if let Some(finding) = unreadable.left_open() {
                // All that comes behind it is taken for more of the same list.
                left_open = true;
                notes.report.push(finding);
                continue;
            }
            // Nobody reads so many that each would have to be compared with all before it.
            let first = (number < limits::FINDINGS).then(|| same_key_before(text, &span)).flatten();
            let finding = match first {
                Some(first) => Finding::of(Code::DUPLICATE_KEY)
                    .with("key", text.get(span.clone()).unwrap_or_default())
                    .at(moved(span, start))
                    .beside(moved(first, start), Message::new("label-first")),
                // The keys of an entry whose header stands twice.
                None if twice && error.message().starts_with("duplicate key") => continue,
                None => unreadable.syntax(),
            };
            twice |= finding.code == Code::DUPLICATE_KEY;
            notes.report.push(finding);
        }
        torn.sort_unstable();
        let span = moved(table.span(), start);
        Self { text, start, span, table: moved_table(table.into_inner(), start), torn, asked: Vec::new(), notes }
    }

    fn report(&mut self, finding: Finding) {
        self.notes.report.push(finding);
    }

    fn invalid(&mut self, message: Message, at: Place) {
        self.report(Finding::invalid(message).at(at));
    }

    /// What stands at a place.
    fn written(&self, at: Place) -> &'f str {
        self.text.get(at.start - self.start..at.end - self.start).unwrap_or_default()
    }

    /// Whether the syntax is broken inside an entry or right behind what could be read of it: nobody knows how it was meant.
    fn is_torn(&self, item: &toml::Spanned<DeValue<'f>>) -> bool {
        let (start, end) = (item.span().start, last_end(item));
        let headers_before = |at: usize| at > end && self.written(end..at).contains("\n[");
        let first = self.torn.get(self.torn.partition_point(|at| *at < start));
        first.is_some_and(|at| !headers_before(*at))
    }

    /// Takes the exceptions that an entry, or the head, acknowledges within some places.
    fn exceptions(&mut self, table: &mut DeTable<'f>, within: &[Place]) {
        let read = table.remove("acknowledge").and_then(|written| self.read::<Vec<schema::Acknowledgement>>(written));
        for one in read.unwrap_or_default() {
            if one.because.trim().is_empty() {
                self.invalid(Message::new("acknowledged-without-reason"), one.because.span());
            }
            let (at, within) = (one.code.span(), within.to_vec());
            self.notes.exceptions.push(Exception { code: one.code.into_inner(), at, within });
        }
    }

    fn entry<T: DeserializeOwned>(&mut self, header: Place, mut item: toml::Spanned<DeValue<'f>>) -> Option<T> {
        if self.is_torn(&item) {
            return None;
        }
        let whole = header.start..last_end(&item).max(header.end);
        if let DeValue::Table(table) = item.get_mut() {
            self.exceptions(table, &[whole]);
        }
        self.read(item)
    }

    /// Reads a value. A key of its own that nothing asks for costs nothing but itself; with any other mistake there is no value.
    fn read<T: DeserializeOwned>(&mut self, item: toml::Spanned<DeValue<'f>>) -> Option<T> {
        self.read_with(item, &[])
    }

    /// The same, where `besides` are no keys of the value and might have been meant all the same.
    fn read_with<T: DeserializeOwned>(
        &mut self,
        mut item: toml::Spanned<DeValue<'f>>,
        besides: &[&'static str],
    ) -> Option<T> {
        let mut misspelt = Vec::new();
        if let (DeValue::Table(table), Some(known)) = (item.get_mut(), keys::<T>()) {
            misspelt.extend(table.keys().filter(|key| !known.contains(&&**key.get_ref())).cloned());
            for key in &misspelt {
                table.remove(&**key.get_ref());
                let near = known.iter().chain(besides).copied();
                let finding = unknown_key(key.get_ref(), key.span()).did_you_mean(key.get_ref(), near);
                self.notes.report.push(finding);
            }
        }
        let error = match T::deserialize(ValueDeserializer::from(item.clone())) {
            Ok(read) => return Some(read),
            Err(error) => error,
        };
        let (text, start) = (self.text, self.start);
        let span = error.span().map_or(0..0, |at| at.start - start..at.end - start);
        let unreadable = TomlError { text, start, span, says: error.message() };
        match error.span().and_then(|span| key_at(&item, &span)) {
            Some(key) => self.report(unreadable.unknown_key(key.get_ref(), key.span())),
            // What is wrong with the whole of it is that a key is missing: the one that is misspelt.
            None if !misspelt.is_empty() && error.span() == Some(item.span()) => {}
            None => self.report(unreadable.value()),
        }
        None
    }

    /// A section by its name, if it is of the right kind.
    fn take<S>(
        &mut self,
        name: &'static str,
        otherwise: &'static str,
        kind: fn(DeValue<'f>) -> Option<S>,
    ) -> Option<S> {
        self.asked.push(name);
        let value = self.table.remove(name)?;
        let span = value.span();
        let section = kind(value.into_inner());
        if section.is_none() {
            self.invalid(Message::new(otherwise).with("section", name), span);
        }
        section
    }

    fn table(&mut self, name: &'static str) -> DeTable<'f> {
        let items = self.take(name, "section-not-table", |value| match value {
            DeValue::Table(items) => Some(items),
            _ => None,
        });
        items.unwrap_or_default()
    }
}

impl Sections for Document<'_, '_> {
    fn section<T: Written>(&mut self, name: &'static str) -> Vec<Entry<T>> {
        let mut entries: Vec<Entry<T>> = Vec::new();
        for (key, item) in self.table(name) {
            if let Some(item) = self.entry(key.span(), item) {
                let at = key.span();
                self.notes.look_at(key.get_ref(), &at);
                entries.push(Entry { id: key.into_inner().into_owned(), at, item });
            }
        }
        entries.sort_by_key(|entry| entry.at.start);
        entries
    }

    fn series<T: Written>(&mut self, name: &'static str) -> Vec<Entry<T>> {
        let mut entries: Vec<Entry<T>> = Vec::new();
        for (key, item) in self.table(name) {
            if self.is_torn(&item) {
                continue;
            }
            let (span, end) = (item.span(), last_end(&item));
            let DeValue::Table(mut pattern) = item.into_inner() else {
                self.invalid(Message::new("section-not-table").with("section", name), key.span());
                continue;
            };
            let whole = key.span().start..end.max(key.span().end);
            self.exceptions(&mut pattern, &[whole]);
            let own = ["id", "each"].into_iter().filter_map(|key| pattern.remove_entry(key)).collect();
            let Some(series) = self.read::<Series>(toml::Spanned::new(span.clone(), DeValue::Table(own))) else {
                continue;
            };
            let written = self.written(key.span().start..end);
            let most = usize::try_from(limits::FOLDER).unwrap_or(usize::MAX);
            let mut room = most;
            for member in &series.each {
                let Some(left) = room.checked_sub(member.most_bytes(written)) else {
                    self.invalid(Message::new("series-too-large").number("most", most), member.span());
                    break;
                };
                room = left;
                let found = self.notes.report.findings().len();
                let mut lacking = member.lacking(&series.id, &series.id.span());
                let entry = member.entry(&pattern, &mut lacking);
                for (name, at) in lacking {
                    let message = Message::new("series-lacks").with("name", name);
                    let finding = Finding::invalid(message).at(member.span());
                    self.report(finding.beside(at, Message::new("label-named-here")));
                }
                let at = member.span();
                let item = self.read(toml::Spanned::new(span.clone(), DeValue::Table(entry)));
                let id = member.id(&series.id);
                self.notes.look_at(&id, &at);
                entries.extend(item.map(|item| Entry { id, at, item }));
                // What is wrong with the pattern is so for each of them.
                if self.notes.report.findings().len() > found {
                    break;
                }
            }
        }
        entries.sort_by_key(|entry| entry.at.start);
        entries
    }

    fn list<T: Written>(&mut self, name: &'static str, id: fn(&T) -> &Spanned<String>) -> Vec<Entry<T>> {
        let items = self.take(name, "section-not-list", |value| match value {
            DeValue::Array(items) => Some(items),
            _ => None,
        });
        let mut entries = Vec::new();
        for item in items.into_iter().flatten() {
            if let Some(item) = self.entry(item.span(), item) {
                let (key, at) = (String::from(id(&item)), id(&item).span());
                self.notes.look_at(&key, &at);
                entries.push(Entry { id: key, at, item });
            }
        }
        entries
    }

    fn rest<T: Written>(&mut self) -> Option<T> {
        if !self.torn.is_empty() {
            return None;
        }
        let mut table = std::mem::take(&mut self.table);
        let lines: Vec<_> = table.iter().map(|(key, value)| key.span().start..last_end(value)).collect();
        self.exceptions(&mut table, &lines);
        let besides = std::mem::take(&mut self.asked);
        self.read_with(toml::Spanned::new(self.span.clone(), DeValue::Table(table)), &besides)
    }
}

/// The key at this place, however deep it stands: a mistake there is that nothing asks for it.
fn key_at<'i, 'f>(item: &'i toml::Spanned<DeValue<'f>>, at: &Place) -> Option<&'i toml::Spanned<DeString<'f>>> {
    match item.get_ref() {
        DeValue::Table(table) => {
            let own = table.keys().find(|key| key.span() == *at);
            own.or_else(|| table.values().find_map(|value| key_at(value, at)))
        }
        DeValue::Array(values) => values.iter().find_map(|value| key_at(value, at)),
        _ => None,
    }
}

/// Where the last value in a value ends.
fn last_end(item: &toml::Spanned<DeValue<'_>>) -> usize {
    let own = item.span().end;
    let inner = match item.get_ref() {
        DeValue::Table(table) => table.values().map(last_end).max(),
        DeValue::Array(values) => values.iter().map(last_end).max(),
        _ => None,
    };
    own.max(inner.unwrap_or(own))
}

/// If a key or the header of an entry stands at these bytes: where the same one stands before, in the same table.
fn same_key_before(text: &str, second: &Range<usize>) -> Option<Range<usize>> {
    let (key, before) = (text.get(second.clone())?, text.get(..second.start)?);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let behind = text.get(second.end..)?.trim_start();
    let first = if before.get(line..)?.starts_with('[') && behind.starts_with(']') {
        let header = format!("\n{}{key}]", before.get(line..)?);
        before.get(..line)?.rfind(&header)? + header.len() - key.len() - 1
    } else if behind.starts_with('=') && !key.is_empty() {
        let entry = before.rfind("\n[").unwrap_or(0);
        entry + before.get(entry..)?.find(&format!("\n{key} "))? + 1
    } else {
        return None;
    };
    Some(first..first + key.len())
}

/// The keys that a type asks for; nothing, if it is read from no table or from one with any keys.
fn keys<T: DeserializeOwned>() -> Option<&'static [&'static str]> {
    struct Asked<'a>(&'a mut Option<&'static [&'static str]>);

    impl<'de> Deserializer<'de> for Asked<'_> {
        type Error = Stop;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
            Err(Stop::custom(""))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            keys: &'static [&'static str],
            _: V,
        ) -> Result<V::Value, Stop> {
            *self.0 = Some(keys);
            Err(Stop::custom(""))
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }

    let mut keys = None;
    let _ = T::deserialize(Asked(&mut keys));
    keys
}
