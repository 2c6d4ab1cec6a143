//! The knowledge files as typed values, each with its position; names are still names.
//!
//! In: the files. Out: a [`Catalog`] of all that could be read, and a finding for everything that could not: one bad entry
//! never hides the others. What a name refers to is not looked at here.

pub mod condition;
pub mod parse;
pub mod schema;
pub mod setup;
pub mod terms;

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;

use crate::data;
use crate::diag::{Code, FileId, Files, Finding, Place, Report};
use crate::locale::Message;
use parse::Document;
use schema::{Axis, Expectation, Head, Remedy, Source, TableHead, Total, VocabularyHead};
use setup::SetupFile;

/// One entry of a section: its id, where the id stands, and what was written under it.
#[derive(Debug)]
pub struct Entry<T> {
    /// The id, as written.
    pub id: String,
    /// Where the id stands.
    pub at: Place,
    /// What was written.
    pub item: T,
}

/// A file of `vocabulary/`.
#[derive(Debug)]
pub struct VocabularyFile {
    /// The file.
    pub file: FileId,
    /// The name of the file.
    pub id: String,
    /// What is said of the vocabulary as a whole, if it could be read.
    pub head: Option<VocabularyHead>,
    /// `[attribute.<id>]`
    pub attributes: Vec<Entry<schema::Attribute>>,
    /// `[value.<id>]`
    pub values: Vec<Entry<schema::Value>>,
    /// `[group.<id>]`
    pub groups: Vec<Entry<schema::Group>>,
}

/// A file of `tables/`.
#[derive(Debug)]
pub struct TableFile {
    /// The file.
    pub file: FileId,
    /// The name of the file.
    pub id: String,
    /// What is said of the table as a whole, if it could be read.
    pub head: Option<TableHead>,
    /// `[[axis]]`
    pub axes: Vec<Entry<Axis>>,
    /// `[permit.<id>]`
    pub permits: Vec<Entry<schema::Rule>>,
    /// `[forbid.<id>]`
    pub forbids: Vec<Entry<schema::Rule>>,
    /// `[caution.<id>]`
    pub cautions: Vec<Entry<schema::Caution>>,
    /// `[silent.<id>]`
    pub silents: Vec<Entry<schema::Silent>>,
    /// `[move.<id>]`
    pub moves: Vec<Entry<schema::Move>>,
    /// `[total.<id>]`
    pub totals: Vec<Entry<Total>>,
}

/// An exception that an entry knows of, with a reason that only its readers need.
#[derive(Debug)]
pub struct Acknowledgement {
    /// The kind of finding, as written.
    pub code: String,
    /// Where the kind stands.
    pub at: Place,
    /// Where such a finding is no surprise: the entry, or all keys of the head of a file.
    pub within: Vec<Place>,
}

/// A knowledge folder, read but not yet connected.
#[derive(Debug, Default)]
pub struct Catalog {
    /// `knowledge.toml`, if it could be read.
    pub head: Option<(FileId, Head)>,
    /// Who exists.
    pub vocabularies: Vec<VocabularyFile>,
    /// What is known.
    pub tables: Vec<TableFile>,
    /// What to do instead.
    pub remedies: Vec<Entry<Remedy>>,
    /// On whose word.
    pub sources: Vec<Entry<Source>>,
    /// What a workstation needs, if the folder says so.
    pub setup: Option<SetupFile>,
    /// Facts with the answer they must get.
    pub expectations: Vec<Entry<Expectation>>,
    /// Exceptions that entries know of.
    pub acknowledgements: Vec<Acknowledgement>,
    /// Every entry, from its header to the end of its last value.
    pub extents: Vec<Place>,
}

impl Catalog {
    /// Keeps what is true of every kind of entry.
    fn keep(&mut self, document: Document<'_, '_>) {
        let (extents, acknowledgements) = document.into_entries();
        self.extents.extend(extents);
        self.acknowledgements.extend(acknowledgements);
    }
}

/// Reads every file of a folder.
#[must_use]
pub fn parse(files: &Files) -> (Catalog, Report) {
    let mut report = Report::default();
    let mut catalog = Catalog::default();
    if let Some(file) = data::find(files, data::HEAD) {
        let mut document = Document::open(file, files, &mut report);
        catalog.head = document.rest::<Head>().map(|head| (file, head));
        catalog.keep(document);
    }
    for (file, id) in data::members(files, "vocabulary") {
        let mut document = Document::open(file, files, &mut report);
        catalog.vocabularies.push(VocabularyFile {
            file,
            id: id.to_owned(),
            attributes: document.section("attribute"),
            values: document.section("value"),
            groups: document.section("group"),
            head: document.rest(),
        });
        catalog.keep(document);
    }
    for (file, id) in data::members(files, "tables") {
        let mut document = Document::open(file, files, &mut report);
        catalog.tables.push(TableFile {
            file,
            id: id.to_owned(),
            axes: document.list("axis", |axis: &Axis| &axis.id),
            permits: document.section("permit"),
            forbids: document.section("forbid"),
            cautions: document.section("caution"),
            silents: document.section("silent"),
            moves: document.section("move"),
            totals: document.section("total"),
            head: document.rest(),
        });
        catalog.keep(document);
    }
    catalog.remedies = single(files, "remedies.toml", "remedy", &mut catalog, &mut report);
    catalog.sources = single(files, "sources.toml", "source", &mut catalog, &mut report);
    if let Some(file) = data::find(files, "setup.toml") {
        let mut document = Document::open(file, files, &mut report);
        catalog.setup = Some(SetupFile {
            file,
            capabilities: document.section("capability"),
            needs: document.section("need"),
            steps: document.section("step"),
            parameters: document.section("parameter"),
            exclusions: document.section("exclusion"),
            head: document.rest(),
        });
        catalog.keep(document);
    }
    catalog.expectations = single(files, "expectations.toml", "expect", &mut catalog, &mut report);
    (catalog, report)
}

/// A file that holds one section and nothing else.
fn single<T: DeserializeOwned>(
    files: &Files,
    path: &str,
    section: &str,
    catalog: &mut Catalog,
    report: &mut Report,
) -> Vec<Entry<T>> {
    let Some(file) = data::find(files, path) else { return Vec::new() };
    let mut document = Document::open(file, files, report);
    let entries = document.section(section);
    document.rest::<schema::Nothing>();
    catalog.keep(document);
    entries
}

/// The place of a spanned value in a file.
#[must_use]
pub fn place<T>(file: FileId, spanned: &Spanned<T>) -> Place {
    place_of(file, spanned.span())
}

/// Bytes of a file as a place.
#[must_use]
pub fn place_of(file: FileId, span: Range<usize>) -> Place {
    Place { file, span }
}

/// A finding about a syntax or shape that the TOML library describes in its own words.
pub(crate) fn described(file: FileId, error: &toml::de::Error, code: Code) -> Finding {
    let detail = error.message().lines().collect::<Vec<_>>().join("; ");
    let finding = Finding::new(code, Message::new(code.name()).with("detail", &detail));
    // The library quotes the key that is unknown first, then those it knows.
    let mut quoted = detail.split('`').skip(1).step_by(2);
    let finding = match (code, quoted.next()) {
        (Code::UnknownKey, Some(wrong)) => finding.did_you_mean(wrong, quoted),
        _ => finding,
    };
    match error.span() {
        Some(span) => finding.at(place_of(file, span)),
        None => finding.at(place_of(file, 0..0)),
    }
}
