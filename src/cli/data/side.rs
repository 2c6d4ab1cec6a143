//! A knowledge folder to be proved or compared: one on disk, or one of a revision.

use std::path::Path;

use crate::cli::data::revision::Revision;
use crate::cli::failure::Failure;
use crate::diag::{Files, Report};
use crate::knowledge::Knowledge;
use crate::model::Catalog;
use crate::{compile, data};

/// A knowledge folder as it is written, and compiled.
pub struct Side {
    pub files: Files,
    pub catalog: Catalog,
    pub knowledge: Knowledge,
}

/// Reads a folder, or `REV:PATH` where there is no such folder.
pub fn read(named: &Path) -> Result<Side, Failure> {
    let (files, report) = match Revision::of(named) {
        Some(revision) => data::of_texts(&revision.to_string(), revision.files()?).map_err(Failure::Input)?,
        None => data::read_folder(named).map_err(Failure::Input)?,
    };
    compiled(files, report)
}

fn compiled(files: Files, read: Report) -> Result<Side, Failure> {
    let (catalog, knowledge, mut report) = compile::load(&files, read);
    report.sort();
    match knowledge {
        Some(knowledge) => Ok(Side { files, catalog, knowledge }),
        None => Err(Failure::Knowledge(Box::new((report, files)))),
    }
}
