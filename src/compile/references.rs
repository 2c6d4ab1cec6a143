//! Sources and remedies: the entries that every other entry refers to by name.

use super::prelude::*;
use crate::knowledge::{PlaceId, Remedy, Source, SourcePlace, at as entry_at};

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
    pub(super) fn source(&self, entry: &Entry<schema::Source>) -> Source {
        let mut places: Vec<_> = entry.place.iter().collect();
        places.sort_by_key(|(id, _)| id.span().start);
        let place = |(id, item): (&Spanned<String>, &schema::SourcePlace)| SourcePlace {
            id: id.into(),
            at: self.text(&item.at),
        };
        Source {
            id: entry.id.clone(),
            title: self.text(&entry.title),
            publisher: entry.publisher.clone(),
            date: self.date(entry.date.as_ref()),
            url: self.url(entry.url.as_ref()),
            origin: entry.origin,
            places: places.into_iter().map(place).collect(),
            spot: self.spot(entry),
        }
    }

    /// A link that a page may carry: a browser runs what stands behind other schemes.
    fn url(&self, url: Option<&Spanned<String>>) -> Option<String> {
        let url = url?;
        let web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
        if !web || !url.bytes().all(|byte| byte.is_ascii_graphic()) {
            let message = Message::new("bad-url").with("url", url);
            self.report(Finding::invalid(message).at(url.span()).help(Message::new("help-bad-url")));
        }
        Some(url.into())
    }

    /// A date as it is written: a year, a year and month, or a day, in digits as in ISO 8601, months and days that exist.
    pub(super) fn date(&self, date: Option<&Spanned<String>>) -> Option<String> {
        let date = date?;
        let parts: Vec<&str> = date.split('-').collect();
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
            let message = Message::new("bad-date").with("date", date);
            self.report(Finding::invalid(message).at(date.span()).help(Message::new("help-bad-date")));
        }
        Some(date.into())
    }

    /// `source` or `source/place`, each resolved; what does not exist is reported and left out.
    pub(super) fn citations(&self, cited: &[Spanned<String>]) -> Vec<Citation> {
        cited.iter().filter_map(|name| self.citation(name.span(), name)).collect()
    }

    fn citation(&self, at: Place, name: &str) -> Option<Citation> {
        let (id, wanted) = name.split_once('/').map_or((name, None), |(id, place)| (id, Some(place)));
        let Some(source) = self.places.get(id).copied() else {
            self.dangling("source", at, id, self.sources.iter().map(|source| source.id.as_str()));
            return None;
        };
        let found = entry_at(&self.sources, source.index());
        let Some(wanted) = wanted else { return Some(Citation { source, place: None }) };
        let place = found.places.iter().position(|place| place.id == wanted).map(PlaceId::new);
        if place.is_none() {
            self.dangling("place", at, wanted, found.places.iter().map(|place| place.id.as_str()));
        }
        place.map(|place| Citation { source, place: Some(place) })
    }

    /// Remedies by name, in the order given; what does not exist is reported and left out.
    pub(super) fn remedy_names(&self, names: &[Spanned<String>]) -> Vec<RemedyId> {
        let known = self.remedies.iter().map(String::as_str);
        names.iter().filter_map(|name| self.position("remedy", name, known.clone())).map(RemedyId::new).collect()
    }

    pub(super) fn remedy(&self, entry: &Entry<schema::Remedy>, shell: Shell) -> Remedy {
        Remedy {
            id: entry.id.clone(),
            title: self.text(&entry.title),
            text: self.text(&entry.text),
            commands: entry.commands.clone(),
            shell: entry.shell.unwrap_or(shell),
            basis: entry.basis,
            sources: self.citations(&entry.sources),
            spot: self.spot(entry),
        }
    }
}
