//! Where the text of the knowledge comes from: the files of a folder.
//!
//! In: a folder. Out: its files, sorted by path, and their digest. Nothing is parsed here.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::diag::{Code, FileId, Files, Finding, Report, SourceFile};
use crate::locale::Message;

/// The one file a knowledge folder must have.
pub const HEAD: &str = "knowledge.toml";

/// The folders whose every `.toml` file is one vocabulary or table.
const FOLDERS: [&str; 2] = ["vocabulary", "tables"];

/// The single files beside the head, each optional.
const SINGLES: [&str; 6] =
    ["ask.toml", "expectations.toml", "procedures.toml", "remedies.toml", "setup.toml", "sources.toml"];

/// A file larger than this is refused: no hand writes 8 MiB of knowledge.
pub const LARGEST_FILE: u64 = 8 << 20;

/// Reads a knowledge folder. Files that cannot be read are findings, and so are `.toml` files that have no place in it.
///
/// # Errors
/// Says why when the folder itself cannot be read or is no knowledge folder.
pub fn read_folder(folder: &Path) -> Result<(Files, Report), Message> {
    let shown = folder.display().to_string();
    if !folder.is_dir() {
        return Err(Message::new("data-no-folder").with("folder", shown));
    }
    if !folder.join(HEAD).is_file() {
        return Err(Message::new("data-no-head").with("folder", shown).with("head", HEAD));
    }
    let mut files = Files::new(shown);
    let mut report = Report::default();
    for path in paths(folder, &mut report) {
        match read_file(folder, &path) {
            Ok(text) => {
                files.push(SourceFile { path, text });
            }
            Err(reason) => {
                let id = files.push(SourceFile { path, text: String::new() });
                let message = Message::new("unreadable-file").with("file", files.path(id)).with("reason", reason);
                report.push(Finding::new(Code::UnreadableFile, message));
                report.mark_damaged(id);
            }
        }
    }
    Ok((files, report))
}

/// Whether a path, relative to a knowledge folder, is that of a file which belongs there, or of a stranger to be reported.
#[must_use]
pub fn belongs(path: &str) -> bool {
    let name = path.strip_suffix(".toml").is_some_and(|stem| !stem.is_empty() && !stem.ends_with('/'));
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    name && folder.is_none_or(|folder| FOLDERS.contains(&folder))
}

/// The same as [`read_folder`] of files that are at hand, each with its path; `shown` is how the folder is named.
///
/// # Errors
/// Says so when they are no knowledge folder.
pub fn of_texts(shown: &str, mut texts: Vec<(String, Vec<u8>)>) -> Result<(Files, Report), Message> {
    if !texts.iter().any(|(path, _)| path == HEAD) {
        return Err(Message::new("data-no-head").with("folder", shown).with("head", HEAD));
    }
    texts.sort();
    let mut files = Files::new(shown);
    let mut report = Report::default();
    for (path, bytes) in texts {
        if !path.contains('/') && path != HEAD && !SINGLES.contains(&path.as_str()) {
            report.push(stranger(Path::new(shown), &path));
            continue;
        }
        let text = decoded(bytes);
        let id = files.push(SourceFile { path, text: text.clone().unwrap_or_default() });
        if let Err(reason) = text {
            let message = Message::new("unreadable-file").with("file", files.path(id)).with("reason", reason);
            report.push(Finding::new(Code::UnreadableFile, message));
        }
    }
    Ok((files, report))
}

/// `sha256:` and the digest of paths and texts. Line ends count as LF, so that a checkout on another system has the same digest.
#[must_use]
pub fn digest(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (id, file) in files.iter() {
        let text = files.text(id).replace("\r\n", "\n");
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().fold(String::from("sha256:"), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The file with this path in the folder.
#[must_use]
pub fn find(files: &Files, path: &str) -> Option<FileId> {
    files.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
}

/// The files of one of the folders, each with the id that its name gives.
pub fn members<'f>(files: &'f Files, folder: &'static str) -> impl Iterator<Item = (FileId, &'f str)> {
    files.iter().filter_map(move |(id, file)| {
        let name = file.path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".toml")?;
        Some((id, name))
    })
}

/// The paths to read, relative and sorted. Strangers are reported.
fn paths(folder: &Path, report: &mut Report) -> Vec<String> {
    let mut paths = Vec::new();
    for name in toml_files(folder) {
        if name == HEAD || SINGLES.contains(&name.as_str()) {
            paths.push(name);
        } else {
            report.push(stranger(folder, &name));
        }
    }
    for sub in FOLDERS {
        paths.extend(toml_files(&folder.join(sub)).into_iter().map(|name| format!("{sub}/{name}")));
    }
    paths.sort();
    paths
}

fn stranger(folder: &Path, name: &str) -> Finding {
    let file = folder.join(name).display().to_string();
    Finding::new(Code::UnknownFile, Message::new("unknown-file").with("file", file))
        .help(Message::new("help-unknown-file"))
}

/// Names of the `.toml` files directly in a folder; none where there is no such folder.
fn toml_files(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> =
        names.filter(|name| name.strip_suffix(".toml").is_some_and(|stem| !stem.is_empty())).collect();
    names.sort();
    names
}

/// The text of a file without a byte order mark, or why it cannot be had.
fn read_file(folder: &Path, path: &str) -> Result<String, String> {
    let path = folder.join(path);
    let size = fs::metadata(&path).map_err(|error| error.to_string())?.len();
    if size > LARGEST_FILE {
        return Err(format!("{size} > {LARGEST_FILE}"));
    }
    decoded(fs::read(&path).map_err(|error| error.to_string())?)
}

/// Bytes as text without a byte order mark, or why they are none.
fn decoded(bytes: Vec<u8>) -> Result<String, String> {
    let text = String::from_utf8(bytes).map_err(|error| error.utf8_error().to_string())?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
