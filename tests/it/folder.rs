//! Knowledge folders: their files as text, and what the library makes of them.

use std::path::{Path, PathBuf};

use canmanage::compile;
use canmanage::decide::Facts;
use canmanage::diag::{Files, Report, SourceFile};
use canmanage::knowledge::{Axis, Knowledge, OnAxis, Table};
use canmanage::{data, lint};
use serde::de::DeserializeOwned;

use crate::program::in_root;

/// Every folder of the project that must be whole.
pub const FOLDERS: [&str; 3] = ["data", "tests/packs/version-skew", "tests/packs/django-on-python"];

/// The files of a folder of the project.
pub fn files(folder: &str) -> Files {
    let (files, report) = data::read_folder(&in_root(folder)).expect("a knowledge folder");
    assert!(report.findings().is_empty(), "{folder}: {report:?}");
    files
}

/// A folder of the project, compiled and linted, without a finding.
pub fn knowledge(folder: &str) -> Knowledge {
    let (knowledge, report) = compiled(&files(folder));
    assert!(report.findings().is_empty(), "{folder}: {report:?}");
    knowledge.expect("it compiles")
}

/// What comes of files: the knowledge if there is any, and every finding.
pub fn compiled(files: &Files) -> (Option<Knowledge>, Report) {
    let (catalog, knowledge, mut report) = compile::load(files, Report::default());
    if let Some(knowledge) = &knowledge {
        report.extend(lint::check(&catalog, knowledge));
    }
    (knowledge, report)
}

/// A folder that exists in memory only.
pub fn in_memory(texts: &[(&str, String)]) -> Files {
    let mut files = Files::new("memory");
    for (path, text) in texts {
        files.push(SourceFile { path: (*path).to_owned(), text: text.clone() });
    }
    files
}

/// The facts that leave exactly one cell.
pub fn facts_of(table: &Table, cell: usize) -> Facts {
    let values = table.axis_ids().zip(table.values(cell));
    values.fold(Facts::none(table), |facts, (axis, value)| facts.with(axis, [value], table))
}

/// The id of the value at a position of an axis.
pub fn id<'k>(knowledge: &'k Knowledge, axis: &Axis, position: OnAxis) -> &'k str {
    &knowledge.value(axis, position).id
}

/// Which cell has these values, one id for each axis.
pub fn cell(knowledge: &Knowledge, table: &Table, ids: &[&str]) -> usize {
    let at = |(axis, wanted): (&Axis, &&str)| {
        let found = axis.all().find(|position| id(knowledge, axis, *position) == *wanted);
        found.unwrap_or_else(|| panic!("axis {} has no {wanted}", axis.id))
    };
    table.grid.cell(&table.axes.iter().zip(ids).map(at).collect::<Vec<_>>())
}

/// A text file, by its path from the root of the project.
#[track_caller]
pub fn text_of(path: impl AsRef<Path>) -> String {
    let path = crate::program::root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands in a TOML file, by its path from the root of the project. Its text never stands in a message.
#[track_caller]
pub fn toml_of<T: DeserializeOwned>(path: impl AsRef<Path> + Copy) -> T {
    let (path, text) = (path.as_ref().display(), text_of(path));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{path}, bytes {:?}: {}", error.span(), error.message()))
}

/// A copy of a folder of the project at a fresh place, changed in some files.
pub fn copy(folder: &str, name: &str, changes: &[(&str, &str, &str)]) -> PathBuf {
    let place = fresh(name);
    copied(folder, &place);
    for change in changes {
        changed(&place, *change);
    }
    place
}

/// Replaces a text of a file where it first stands.
#[track_caller]
pub fn changed(place: &Path, (path, from, to): (&str, &str, &str)) {
    let text = text_of(place.join(path));
    assert!(text.contains(from), "{path} has no `{from}`");
    written(place, path, text.replacen(from, to, 1));
}

/// Copies a folder of the project to a place, to be damaged there.
pub fn copied(folder: &str, to: &Path) {
    for (_, file) in files(folder).iter() {
        written(to, &file.path, &file.text);
    }
}

/// Writes a file, with the folders on the way to it.
pub fn written(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// An empty place of its own for a test.
pub fn fresh(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&place);
    std::fs::create_dir_all(&place).expect("a folder");
    place
}
