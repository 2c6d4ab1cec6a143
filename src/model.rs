//! The knowledge files as typed values, each with its position; names are still names.
//!
//! In: the files. Out: a [`Catalog`] of all that could be read, and a finding for everything that could not: one bad entry
//! never hides the others. What a name refers to is not looked at here.

pub mod ask;
pub mod braces;
pub mod condition;
pub mod entry;
pub mod pair;
pub mod parse;
pub mod parts;
pub mod runbook;
pub mod schema;
pub mod series;
pub mod setup;
pub mod terms;
pub mod unreadable;

pub use entry::{Entry, Exception, Spanned, Unusual};
pub use terms::{AttributeKind, Basis, Effect, Origin, Reply, Shell, Verdict};

use strum::IntoEnumIterator as _;

use crate::data::{self, FileKind};
use crate::diag::{FileId, Files, Place, Report};
use ask::{AskFile, Procedure};
use parse::{Document, Notes, Sections, Written};
use runbook::RunbookFile;
use schema::{Axis, Expectation, Head, Remedy, Source, TableHead, Total, VocabularyHead};
use setup::SetupFile;

/// A file of `vocabulary/`.
#[derive(Debug)]
pub struct VocabularyFile {
    /// Its beginning.
    pub at: Place,
    pub id: String,
    pub head: Option<VocabularyHead>,
    pub attributes: Vec<Entry<schema::Attribute>>,
    pub values: Vec<Entry<schema::Value>>,
    pub groups: Vec<Entry<schema::Group>>,
}

/// A value or a group, and how it is called.
pub struct Named<'c> {
    pub id: &'c str,
    pub at: &'c Place,
    /// Of a value: a group goes by its aliases.
    pub name: Option<&'c Spanned<schema::Text>>,
    pub aliases: &'c [Spanned<String>],
}

impl<'c> Named<'c> {
    fn of<T>(entry: &'c Entry<T>, name: Option<&'c Spanned<schema::Text>>, aliases: &'c [Spanned<String>]) -> Self {
        Self { id: &entry.id, at: &entry.at, name, aliases }
    }
}

impl VocabularyFile {
    /// All that goes by a name: the values, then the groups.
    pub fn named(&self) -> impl Iterator<Item = Named<'_>> {
        let values = self.values.iter().map(|one| Named::of(one, Some(&one.name), &one.aliases));
        values.chain(self.groups.iter().map(|one| Named::of(one, None, &one.aliases)))
    }
}

/// A file of `tables/`.
#[derive(Debug)]
pub struct TableFile {
    /// Its beginning.
    pub at: Place,
    pub id: String,
    pub head: Option<TableHead>,
    pub axes: Vec<Entry<Axis>>,
    pub permits: Vec<Entry<schema::Rule>>,
    pub forbids: Vec<Entry<schema::Rule>>,
    pub cautions: Vec<Entry<schema::Caution>>,
    pub silents: Vec<Entry<schema::Silent>>,
    pub moves: Vec<Entry<schema::Move>>,
    pub totals: Vec<Entry<Total>>,
}

/// A knowledge folder, read but not yet connected.
#[derive(Debug, Default)]
pub struct Catalog {
    pub head: Option<Head>,
    pub vocabularies: Vec<VocabularyFile>,
    pub tables: Vec<TableFile>,
    pub remedies: Vec<Entry<Remedy>>,
    pub sources: Vec<Entry<Source>>,
    pub setup: Option<SetupFile>,
    pub runbook: Option<RunbookFile>,
    pub procedures: Vec<Entry<Procedure>>,
    pub ask: Option<AskFile>,
    pub expectations: Vec<Entry<Expectation>>,
    pub exceptions: Vec<Exception>,
    pub unusual: Vec<Unusual>,
}

impl Catalog {
    /// Where commands are typed that do not say so.
    pub fn shell(&self) -> Shell {
        self.head.as_ref().and_then(|head| head.shell).unwrap_or_default()
    }
}

pub fn parse(files: &Files) -> (Catalog, Report) {
    let mut notes = Notes::default();
    let mut catalog = Catalog::default();
    for (file, id) in data::folders().flat_map(|folder| data::members(files, folder)) {
        notes.look_at(id, &files.beginning(file));
    }
    for kind in FileKind::iter() {
        let members: Vec<(FileId, &str)> = match kind.folder() {
            Some(folder) => data::members(files, folder).collect(),
            None => data::find(files, &kind.path("")).map(|file| (file, "")).into_iter().collect(),
        };
        for (file, id) in members {
            catalog.take(kind, files.beginning(file), id, &mut Document::open(file, files, &mut notes));
        }
    }
    catalog.exceptions = notes.exceptions;
    catalog.unusual = notes.unusual;
    (catalog, notes.report)
}

impl Catalog {
    /// Takes from `sections` what a file of this kind has, which begins at a place; `id` names it where there can be several.
    pub fn take(&mut self, kind: FileKind, at: Place, id: &str, sections: &mut impl Sections) {
        match kind {
            FileKind::Knowledge => self.head = sections.rest(),
            FileKind::Vocabulary => self.vocabularies.push(vocabulary(at, id, sections)),
            FileKind::Table => self.tables.push(table(at, id, sections)),
            FileKind::Remedies => self.remedies = single(sections, "remedy"),
            FileKind::Sources => self.sources = single(sections, "source"),
            FileKind::Setup => self.setup = Some(setup(at, sections)),
            FileKind::Runbook => self.runbook = Some(runbook(sections)),
            FileKind::Procedures => self.procedures = single(sections, "procedure"),
            FileKind::Ask => self.ask = Some(ask(sections)),
            FileKind::Expectations => self.expectations = single(sections, "expect"),
        }
    }
}

fn vocabulary(at: Place, id: &str, sections: &mut impl Sections) -> VocabularyFile {
    let attributes = sections.section("attribute");
    let mut values = sections.section("value");
    values.extend(sections.series("series"));
    let groups = sections.section("group");
    VocabularyFile { at, id: id.to_owned(), attributes, values, groups, head: sections.rest() }
}

fn table(at: Place, id: &str, sections: &mut impl Sections) -> TableFile {
    TableFile {
        at,
        id: id.to_owned(),
        axes: sections.list("axis", |axis: &Axis| &axis.id),
        permits: sections.section("permit"),
        forbids: sections.section("forbid"),
        cautions: sections.section("caution"),
        silents: sections.section("silent"),
        moves: sections.section("move"),
        totals: sections.section("total"),
        head: sections.rest(),
    }
}

fn setup(at: Place, sections: &mut impl Sections) -> SetupFile {
    SetupFile {
        at,
        capabilities: sections.section("capability"),
        needs: sections.section("need"),
        steps: sections.section("step"),
        parameters: sections.section("parameter"),
        exclusions: sections.section("exclusion"),
        programs: sections.section("program"),
        preconditions: sections.section("precondition"),
        head: sections.rest(),
    }
}

fn runbook(sections: &mut impl Sections) -> RunbookFile {
    RunbookFile { steps: sections.section("step"), checks: sections.section("check"), head: sections.rest() }
}

fn ask(sections: &mut impl Sections) -> AskFile {
    AskFile {
        names: sections.section("names"),
        tables: sections.section("table"),
        sides: sections.section("side"),
        implied: sections.section("implied"),
        sessions: sections.section("session"),
        scopes: sections.section("scope"),
        head: sections.rest(),
    }
}

fn single<T: Written>(sections: &mut impl Sections, name: &'static str) -> Vec<Entry<T>> {
    let entries = sections.section(name);
    sections.rest::<schema::Nothing>();
    entries
}
