//! Names become indices, conditions become sets of cells, rules become one dense table per question.
//!
//! In: a [`Catalog`]. Out: a [`Knowledge`] that borrows nothing from the files, can be stored as
//! bytes, and can no longer hold a dangling name. What cannot be connected is a finding; all of them are reported.

mod amounts;
mod axis;
mod classes;
mod condition;
mod prelude;
mod procedures;
mod questions;
mod references;
mod runbook;
mod setup;
mod tables;
mod terms;
mod texts;
mod variants;
mod vocabulary;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::collections::btree_map::{self, BTreeMap};
use std::mem::take;

use semver::Version;

use crate::data;
use crate::diag::{Code, Files, Finding, Place, Report};
use crate::knowledge::{Digest, Knowledge, Part, Source, SourceId, Spot, Table, Vocabulary};
use crate::limits;
use crate::locale::{self, Message};
use crate::model::{self, Catalog, Entry, Spanned, schema};

/// The newest format of a knowledge folder that this program reads.
pub const FORMAT: Version = Version::new(1, 1, 0);

/// In a report with more findings, no near matches are looked for.
const MOST_SUGGESTED: usize = 100;

/// Compiles what was parsed, and adds to the report of the parsing. There is no knowledge if anything in it is beyond use; the
/// report says what. What could not be read is not looked into any further: nobody knows what else follows from it.
pub fn compile(catalog: &Catalog, parsed: Report, files: &Files) -> (Option<Knowledge>, Report) {
    if parsed.is_fatal() {
        return (None, parsed);
    }
    let mut compiler = Compiler {
        files,
        report: RefCell::new(parsed),
        format: 0,
        languages: Vec::new(),
        untold: RefCell::default(),
        sources: Vec::new(),
        places: BTreeMap::new(),
        remedies: Vec::new(),
        vocabularies: Vec::new(),
        torn: RefCell::default(),
        room: Cell::new(0),
        cells: Cell::new(limits::ALL_CELLS),
    };
    let knowledge = compiler.knowledge(catalog);
    compiler.report_untold(catalog);
    let report = compiler.report.into_inner();
    (knowledge.filter(|_| !report.is_fatal()), report)
}

/// What every part of the compilation needs: what can be referred to so far, and where to put what is wrong.
struct Compiler<'f> {
    files: &'f Files,
    report: RefCell<Report>,
    /// The minor version of the format of the folder.
    format: u64,
    /// The languages that every text must have.
    languages: Vec<String>,
    untold: RefCell<Untold>,
    sources: Vec<Source>,
    /// Where each of them is, by id.
    places: BTreeMap<String, SourceId>,
    remedies: Vec<String>,
    vocabularies: Vec<Vocabulary>,
    /// Axes with a value that could not be found: what they seem not to have may be that one.
    torn: RefCell<BTreeSet<String>>,
    /// The bits that the conditions of the table at hand may still take.
    room: Cell<usize>,
    /// The cells that tables may still have.
    cells: Cell<usize>,
}

/// How many texts there are, and where one lacks a language.
#[derive(Default)]
struct Untold {
    texts: usize,
    /// For each language, in how many of them there is one, and in how many the same as in the first.
    told: Vec<(usize, usize)>,
    lacking: BTreeMap<String, Vec<Place>>,
}

impl Compiler<'_> {
    fn knowledge(&mut self, catalog: &Catalog) -> Option<Knowledge> {
        let head = catalog.head.as_ref()?;
        self.check_format(head)?;
        self.format = head.format.minor;
        self.check_amounts(catalog);
        if self.report.borrow().is_fatal() {
            return None;
        }
        self.languages = self.languages(head);
        self.sources = catalog.sources.iter().map(|entry| self.source(entry)).collect();
        self.places = SourceId::of(&self.sources).map(|(at, source)| (source.id.clone(), at)).collect();
        self.remedies = catalog.remedies.iter().map(|entry| entry.id.clone()).collect();
        self.vocabularies = catalog.vocabularies.iter().map(|parsed| self.vocabulary(parsed)).collect();
        self.reject_shared_ids(catalog);
        self.check_gives(catalog);
        let tables: Vec<_> = catalog.tables.iter().filter_map(|parsed| self.table(parsed)).collect();
        // What refers to a table that could not be compiled is not looked at.
        if tables.len() < catalog.tables.len() {
            return None;
        }
        self.table_named(&head.default_table, &tables);
        let ask = self.ask(catalog, &tables);
        let setup = self.setup(catalog, &tables);
        let runbook = self.runbook(catalog, &tables);
        Some(Knowledge {
            name: head.name.clone(),
            version: head.version.to_string(),
            digest: Digest::of(self.files.clone()),
            title: self.text(&head.title),
            default_table: (&head.default_table).into(),
            remedies: catalog
                .remedies
                .iter()
                .map(|entry| self.remedy(entry, catalog.shell()))
                .collect::<Vec<_>>()
                .into(),
            languages: take(&mut self.languages),
            sources: take(&mut self.sources).into(),
            vocabularies: take(&mut self.vocabularies).into_iter().map(Part::from).collect(),
            tables: tables.into_iter().map(|table| (table.id.clone(), table.into())).collect(),
            expectations: catalog.expectations.len(),
            setup: setup.into(),
            runbook: runbook.into(),
            ask: ask.into(),
            texts: self.untold.get_mut().texts,
            told: take(&mut self.untold.get_mut().told),
        })
    }

    /// Whether the folder is written in this minor version of the format or a later one: an older one answers as it did.
    fn since(&self, minor: u64) -> bool {
        self.format >= minor
    }

    fn report(&self, finding: Finding) {
        self.report.borrow_mut().push(finding);
    }

    fn findings(&self) -> usize {
        self.report.borrow().findings().len()
    }

    fn check_format(&self, head: &schema::Head) -> Option<()> {
        let written = &head.format;
        if ((FORMAT.major, 0)..=(FORMAT.major, FORMAT.minor)).contains(&(written.major, written.minor)) {
            return Some(());
        }
        let finding = Finding::of(Code::FORMAT_TOO_NEW).with("format", written.to_string());
        self.report(finding.with("readable", FORMAT.to_string()).at(head.format.span()));
        None
    }

    fn languages(&self, head: &schema::Head) -> Vec<String> {
        let languages = head.languages.to_vec();
        let at = || head.languages.span();
        if languages.is_empty() {
            self.report(Finding::invalid(Message::new("no-languages")).at(at()));
        }
        for tag in languages.iter().filter(|tag| !locale::is_tag(tag)) {
            let finding = Finding::invalid(Message::new("no-language-tag").with("tag", tag)).at(at());
            self.report(finding.help(Message::new("help-no-language-tag")));
        }
        languages
    }

    fn table_named<'k>(&self, name: &Spanned<String>, tables: &'k [Table]) -> Option<&'k Table> {
        self.position("table", name, tables.iter().map(|table| table.id.as_str())).and_then(|at| tables.get(at))
    }

    /// What a package gives must be a capability of the set-up.
    fn check_gives(&self, catalog: &Catalog) {
        let known = catalog.setup.iter().flat_map(|setup| &setup.capabilities).map(|entry| entry.id.as_str());
        for entry in catalog.vocabularies.iter().flat_map(|file| &file.values) {
            if let Some(gives) = &entry.gives {
                self.position("capability", gives, known.clone());
            }
        }
    }

    /// The position among the known names of one that is written somewhere; that there is none is reported.
    fn position<'n>(
        &self,
        kind: &'static str,
        name: &Spanned<String>,
        known: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<usize> {
        let found = known.clone().position(|id| id == name.as_str());
        if found.is_none() {
            self.dangling(kind, name.span(), name, known);
        }
        found
    }

    /// Reports a name that refers to nothing, with the nearest name that would.
    fn dangling<'n>(&self, kind: &'static str, at: Place, name: &str, known: impl IntoIterator<Item = &'n str>) {
        let message = Message::new(Code::DANGLING_REFERENCE.name()).with("kind", kind).with("name", name);
        let label = Message::new("label-no-such").with("kind", kind);
        let finding = Finding::new(Code::DANGLING_REFERENCE, message).at_saying(at, label);
        // Who has so many is not helped by one name more, and each is compared with all that are known.
        if self.findings() >= MOST_SUGGESTED {
            return self.report(finding);
        }
        let finding = finding.did_you_mean(name, known);
        let elsewhere =
            self.vocabularies.iter().find(|vocabulary| kind == "value" && vocabulary.position(name).is_some());
        self.report(match elsewhere {
            Some(vocabulary) => finding.help(Message::new("help-elsewhere").with("vocabulary", &vocabulary.id)),
            None => finding,
        });
    }

    /// Reports an id that stands twice, at both places.
    fn duplicate(&self, name: &str, first: Place, second: Place) {
        let finding = Finding::of(Code::DUPLICATE_ID).with("name", name);
        let finding = finding.at_saying(second, Message::new("label-again"));
        self.report(finding.beside(first, Message::new("label-first")));
    }

    /// A value's id, or a group's, may stand only once in all vocabularies, and an axis's once in its table.
    fn reject_shared_ids(&self, catalog: &Catalog) {
        let values =
            catalog.vocabularies.iter().flat_map(|file| file.values.iter().map(|entry| (&entry.id, &entry.at)));
        let groups =
            catalog.vocabularies.iter().flat_map(|file| file.groups.iter().map(|entry| (&entry.id, &entry.at)));
        self.reject_repeats(values.chain(groups));
        for folder in data::folders() {
            let ids: Vec<(String, Place)> = data::members(self.files, folder)
                .map(|(file, id)| (id.to_owned(), self.files.beginning(file)))
                .collect();
            self.reject_repeats(ids.iter().map(|(id, at)| (id, at)));
        }
        for table in &catalog.tables {
            self.reject_repeats(table.axes.iter().map(|axis| (&axis.id, &axis.at)));
            let mut seen: BTreeMap<&String, &Place> = BTreeMap::new();
            for rule in table.permits.iter().chain(&table.forbids) {
                if let Some(first) = seen.insert(&rule.id, &rule.at) {
                    self.duplicate(&rule.id, first.clone(), rule.at.clone());
                }
            }
        }
    }

    fn reject_repeats<'e>(&self, entries: impl Iterator<Item = (&'e String, &'e Place)>) {
        // Names on a command line go by their letters, whatever their case, and so do files on some systems.
        let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
        for (id, at) in entries {
            match seen.entry(id.to_ascii_lowercase()) {
                btree_map::Entry::Occupied(first) => self.duplicate(id, (*first.get()).clone(), at.clone()),
                btree_map::Entry::Vacant(new) => {
                    new.insert(at);
                }
            }
        }
    }

    fn spot<T>(&self, entry: &Entry<T>) -> Spot {
        self.spot_of(&entry.at)
    }

    fn spot_of(&self, at: &Place) -> Spot {
        let path = self.files.get(self.files.file_at(at)).map(|file| file.path.clone());
        Spot { path: path.unwrap_or_default(), line: self.files.position(at).0 }
    }
}

/// Parses and compiles in one step; `read` is what was found when the files were read.
///
/// The catalog keeps the positions that lints need. There is no knowledge if the report is fatal.
///
/// ```
/// use std::path::Path;
///
/// let (files, read) = canmanage::data::read_folder(Path::new("data")).map_err(|_| "no such folder")?;
/// let (_, knowledge, report) = canmanage::compile::load(&files, read);
/// assert!(report.findings().is_empty());
/// assert!(knowledge.is_some_and(|knowledge| knowledge.table("manage").is_some()));
/// # Ok::<(), &str>(())
/// ```
pub fn load(files: &Files, read: Report) -> (Catalog, Option<Knowledge>, Report) {
    let (catalog, parsed) = model::parse(files);
    let mut report = read;
    report.extend(parsed);
    let (knowledge, report) = compile(&catalog, report, files);
    (catalog, knowledge, report)
}
