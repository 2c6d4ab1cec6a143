//! Knowledge folders as the verbs take them: on disk, or as a revision has them.

use std::path::Path;

use strum::IntoEnumIterator as _;

use crate::cli::failure::Failure;
use crate::cli::raw::Raw;
use crate::cli::revision::Revision;
use crate::diag::{Files, Problem, Report};
use crate::knowledge::Knowledge;
use crate::locale::{self, Language, Message};
use crate::model::{self, Catalog};
use crate::review::diff::Snapshot;
use crate::view::Invocation;
use crate::{compile, data, embedded};

/// A folder as it is written, what was made of it, and what is wrong with it.
pub struct Loaded {
    pub files: Files,
    pub catalog: Catalog,
    pub knowledge: Option<Knowledge>,
    pub report: Report,
}

/// How much of a folder is compiled. All of it is read: what cannot be read is told by every verb.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Whole,
    /// What facts are answered from: neither how questions are read, nor what is answered without a table.
    Facts,
}

/// Reads a folder, or `REV:PATH` where there is no such folder.
pub fn load(named: &Path, extent: Extent) -> Result<Loaded, Failure> {
    let (files, mut report) = read(named)?;
    let (mut catalog, parsed) = model::parse(&files);
    report.extend(parsed);
    if extent == Extent::Facts {
        catalog.ask = None;
        catalog.procedures.clear();
    }
    let (knowledge, mut report) = compile::compile(&catalog, report, &files);
    report.sort();
    Ok(Loaded { files, catalog, knowledge, report })
}

fn read(named: &Path) -> Result<(Files, Report), Failure> {
    match Revision::of(named) {
        Some(revision) => data::of_texts(&revision.to_string(), revision.files()?),
        None => data::read_folder(named),
    }
    .map_err(Failure::Input)
}

/// Refuses a language that neither the program speaks nor the knowledge that is worked with. What is wrong with a folder is told later.
pub fn check_language(tag: &str, folder: Option<&Path>) -> Result<(), Failure> {
    if Language::of_tag(tag).is_some() || folder.is_some_and(|folder| read(folder).is_err()) {
        return Ok(());
    }
    let own = languages(folder);
    if locale::is_tag(tag) && locale::nearest_tag(tag, &own).is_some() {
        return Ok(());
    }
    let known = spoken(&own);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    Err(Problem::new(Message::new("unknown-language").with("tag", tag), Problem::known(&known)).into())
}

/// The languages of the knowledge of a folder, else of the embedded one; those of the program where it names none.
pub fn languages(folder: Option<&Path>) -> Vec<String> {
    let own = match folder {
        None => embedded::knowledge().map(|knowledge| knowledge.languages).ok(),
        Some(folder) => read(folder).ok().and_then(|(files, _)| {
            let head = model::parse(&files).0.head?;
            Some(head.languages.into_inner())
        }),
    };
    own.filter(|own| !own.is_empty()).unwrap_or_else(|| spoken(&[]))
}

/// The languages of a knowledge and those of the program besides.
pub fn spoken(own: &[String]) -> Vec<String> {
    let besides = Language::iter().map(|language| language.to_string()).filter(|tag| !own.contains(tag));
    own.iter().cloned().chain(besides).collect()
}

/// The knowledge of a command line that is not finished yet, without a word about what is wrong.
pub fn quietly(raw: &Raw<'_>) -> Option<Knowledge> {
    match raw.last("--data") {
        Some(folder) => load(Path::new(folder), Extent::Facts).ok()?.compiled().ok().map(|snapshot| snapshot.knowledge),
        None => embedded::knowledge().ok(),
    }
}

impl Loaded {
    /// With what lints say of it, if it compiles.
    pub fn linted(mut self, lints: fn(&Catalog, &Knowledge) -> Report) -> Self {
        if let Some(knowledge) = &self.knowledge {
            self.report.extend(lints(&self.catalog, knowledge));
            let prove = Invocation::default().command("data", ["prove", "--data", self.files.root()]);
            self.report.help_with("prove", &prove);
            self.report.sort();
        }
        self
    }

    /// The knowledge; what is wrong with it is the failure if there is none.
    pub fn compiled(self) -> Result<Snapshot, Failure> {
        let Self { files, catalog, knowledge, report } = self;
        match knowledge {
            Some(knowledge) => Ok(Snapshot { files, catalog, knowledge }),
            None => Err(Failure::Knowledge(Box::new((report, files)))),
        }
    }
}
