//! Knowledge folders as the verbs take them: on disk, or as a revision has them.

use std::path::Path;

use crate::cli::failure::Failure;
use crate::cli::raw::Raw;
use crate::cli::revision::Revision;
use crate::diag::{Files, Report};
use crate::knowledge::Knowledge;
use crate::model::Catalog;
use crate::{compile, data, embedded, lint};

/// A folder as it is written, what was made of it, and what is wrong with it.
pub struct Loaded {
    pub files: Files,
    pub catalog: Catalog,
    pub knowledge: Option<Knowledge>,
    pub report: Report,
}

/// A folder that compiles.
pub struct Compiled {
    pub files: Files,
    pub catalog: Catalog,
    pub knowledge: Knowledge,
}

/// Reads a folder, or `REV:PATH` where there is no such folder.
pub fn load(named: &Path) -> Result<Loaded, Failure> {
    let (files, read) = match Revision::of(named) {
        Some(revision) => data::of_texts(&revision.to_string(), revision.files()?),
        None => data::read_folder(named),
    }
    .map_err(Failure::Input)?;
    let (catalog, knowledge, mut report) = compile::load(&files, read);
    report.sort();
    Ok(Loaded { files, catalog, knowledge, report })
}

/// The knowledge of a command line that is not finished yet, without a word about what is wrong.
pub fn quietly(raw: &Raw<'_>) -> Option<Knowledge> {
    match raw.last("--data") {
        Some(folder) => load(Path::new(folder)).ok()?.compiled().ok().map(|compiled| compiled.knowledge),
        None => embedded::knowledge().ok(),
    }
}

impl Loaded {
    /// With what the lints say of it, if it compiles.
    pub fn linted(mut self) -> Self {
        if let Some(knowledge) = &self.knowledge {
            self.report.extend(lint::check(&self.catalog, knowledge));
            self.report.sort();
        }
        self
    }

    /// The knowledge; what is wrong with it is the failure if there is none.
    pub fn compiled(self) -> Result<Compiled, Failure> {
        let Self { files, catalog, knowledge, report } = self;
        match knowledge {
            Some(knowledge) => Ok(Compiled { files, catalog, knowledge }),
            None => Err(Failure::Knowledge(Box::new((report, files)))),
        }
    }
}
