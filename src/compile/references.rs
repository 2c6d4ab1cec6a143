//! Sources and remedies: the entries that every other entry refers to by name.

use super::Compiler;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding, Place};
use crate::knowledge::ids::{PlaceId, RemedyId, SourceId};
use crate::knowledge::{Citation, Remedy, Source, SourcePlace};
use crate::locale::Message;
use crate::model::{Catalog, Spanned, place};

/// What can be referred to.
pub struct References {
    sources: Vec<Source>,
    remedies: Vec<String>,
}

impl References {
    pub fn new(compiler: &mut Compiler<'_>, catalog: &Catalog, texts: &Texts) -> Self {
        let sources = catalog.sources.iter().map(|entry| {
            let file = entry.at.file;
            compiler.check_date(file, entry.item.date.as_ref());
            let mut places: Vec<_> = entry.item.place.iter().collect();
            places.sort_by_key(|(id, _)| id.span().start);
            Source {
                id: entry.id.clone(),
                title: compiler.text(texts, file, &entry.item.title),
                publisher: entry.item.publisher.clone(),
                date: entry.item.date.as_ref().map(|date| date.get_ref().clone()),
                origin: entry.item.origin,
                places: places
                    .into_iter()
                    .map(|(id, item)| SourcePlace {
                        id: id.get_ref().clone(),
                        at: compiler.text(texts, file, &item.at),
                    })
                    .collect(),
                spot: compiler.spot(entry),
            }
        });
        Self { sources: sources.collect(), remedies: catalog.remedies.iter().map(|entry| entry.id.clone()).collect() }
    }

    pub fn into_sources(self) -> Vec<Source> {
        self.sources
    }
}

/// How many days the month has.
fn days(year: &str, month: &str) -> u8 {
    let year: u32 = year.parse().unwrap_or_default();
    match month {
        "02" if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        "02" => 28,
        "04" | "06" | "09" | "11" => 30,
        _ => 31,
    }
}

impl Compiler<'_> {
    /// A date is a year, a year and month, or a day: digits as in ISO 8601, months and days that exist.
    pub(super) fn check_date(&mut self, file: FileId, date: Option<&Spanned<String>>) {
        let Some(date) = date else { return };
        let parts: Vec<&str> = date.get_ref().split('-').collect();
        let digits =
            |part: &&str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        let within = |part: &&str, most: u8| {
            digits(part, 2) && part.parse().is_ok_and(|number: u8| (1..=most).contains(&number))
        };
        let is_date = match parts.as_slice() {
            [year] => digits(year, 4),
            [year, month] => digits(year, 4) && within(month, 12),
            [year, month, day] => digits(year, 4) && within(month, 12) && within(day, days(year, month)),
            _ => false,
        };
        if !is_date {
            let message = Message::new("bad-date").with("date", date.get_ref());
            self.report.push(
                Finding::new(Code::INVALID_VALUE, message).at(place(file, date)).help(Message::new("help-bad-date")),
            );
        }
    }

    /// `source` or `source/place`, each resolved; what does not exist is reported and left out.
    pub(super) fn citations(
        &mut self,
        file: FileId,
        cited: &[Spanned<String>],
        references: &References,
    ) -> Vec<Citation> {
        cited.iter().filter_map(|name| self.citation(place(file, name), name.get_ref(), references)).collect()
    }

    fn citation(&mut self, at: Place, name: &str, references: &References) -> Option<Citation> {
        let (id, wanted) = name.split_once('/').map_or((name, None), |(id, place)| (id, Some(place)));
        let Some((source, found)) = SourceId::of(&references.sources).find(|(_, source)| source.id == id) else {
            self.dangling("source", at, id, references.sources.iter().map(|source| source.id.as_str()));
            return None;
        };
        let Some(wanted) = wanted else { return Some(Citation { source, place: None }) };
        let place = found.places.iter().position(|place| place.id == wanted).map(PlaceId::new);
        if place.is_none() {
            self.dangling("place", at, wanted, found.places.iter().map(|place| place.id.as_str()));
        }
        place.map(|place| Citation { source, place: Some(place) })
    }

    /// Remedies by name, in the order given; what does not exist is reported and left out.
    pub(super) fn remedy_names(
        &mut self,
        file: FileId,
        names: &[Spanned<String>],
        references: &References,
    ) -> Vec<RemedyId> {
        let mut found = Vec::new();
        for name in names {
            match references.remedies.iter().position(|id| id == name.get_ref()) {
                Some(index) => found.push(RemedyId::new(index)),
                None => {
                    let known = references.remedies.iter().map(String::as_str);
                    self.dangling("remedy", place(file, name), name.get_ref(), known);
                }
            }
        }
        found
    }

    pub(super) fn remedies(&mut self, catalog: &Catalog, references: &References, texts: &Texts) -> Vec<Remedy> {
        let mut remedies = Vec::new();
        for entry in &catalog.remedies {
            let file = entry.at.file;
            remedies.push(Remedy {
                id: entry.id.clone(),
                title: self.text(texts, file, &entry.item.title),
                text: self.text(texts, file, &entry.item.text),
                commands: entry.item.commands.clone(),
                shell: entry.item.shell.unwrap_or(catalog.shell()),
                basis: entry.item.basis,
                sources: self.citations(file, &entry.item.sources, references),
                spot: self.spot(entry),
            });
        }
        remedies
    }
}
