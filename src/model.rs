//! The knowledge files as typed values, each with its position; names are still names.
//!
//! In: the files. Out: a [`Catalog`] of all that could be read, and a finding for everything that could not: one bad entry
//! never hides the others. What a name refers to is not looked at here.

pub mod ask;
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
use ask::AskFile;
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
    /// Questions about how a thing is done.
    pub procedures: Vec<Entry<ask::Procedure>>,
    /// How a question in running text is read, if the folder says so.
    pub ask: Option<AskFile>,
    /// Facts with the answer they must get.
    pub expectations: Vec<Entry<Expectation>>,
}

/// Reads every file of a folder.
#[must_use]
pub fn parse(files: &Files) -> (Catalog, Report) {
    let mut report = Report::default();
    let mut catalog = Catalog::default();
    if let Some(file) = data::find(files, data::HEAD) {
        let mut document = Document::open(file, files, &mut report);
        catalog.head = document.rest::<Head>().map(|head| (file, head));
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
    }
    catalog.remedies = single(files, "remedies.toml", "remedy", &mut report);
    catalog.sources = single(files, "sources.toml", "source", &mut report);
    catalog.setup = data::find(files, "setup.toml").map(|file| {
        let mut document = Document::open(file, files, &mut report);
        SetupFile {
            file,
            capabilities: document.section("capability"),
            needs: document.section("need"),
            steps: document.section("step"),
            parameters: document.section("parameter"),
            exclusions: document.section("exclusion"),
            head: document.rest(),
        }
    });
    catalog.procedures = single(files, "procedures.toml", "procedure", &mut report);
    catalog.ask = data::find(files, "ask.toml").map(|file| {
        let mut document = Document::open(file, files, &mut report);
        AskFile {
            file,
            names: document.section("names"),
            tables: document.section("table"),
            sides: document.section("side"),
            implied: document.section("implied"),
            sessions: document.section("session"),
            scopes: document.section("scope"),
            head: document.rest(),
        }
    });
    catalog.expectations = single(files, "expectations.toml", "expect", &mut report);
    (catalog, report)
}

/// A file that holds one section and nothing else.
fn single<T: DeserializeOwned>(files: &Files, path: &str, section: &str, report: &mut Report) -> Vec<Entry<T>> {
    let Some(file) = data::find(files, path) else { return Vec::new() };
    let mut document = Document::open(file, files, report);
    let entries = document.section(section);
    document.rest::<schema::Nothing>();
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
    let finding = Finding::new(code, Message::new(code.name()).with("detail", detail));
    match error.span() {
        Some(span) => finding.at(place_of(file, span)),
        None => finding.at(place_of(file, 0..0)),
    }
}
