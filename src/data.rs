//! Where the text of the knowledge comes from: the files of a folder.
//!
//! In: a folder. Out: its files, sorted by path, and their digest. Nothing is parsed here.

use std::collections::BTreeMap;
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
const SINGLES: [&str; 7] =
    ["ask.toml", "expectations.toml", "procedures.toml", "remedies.toml", "runbook.toml", "setup.toml", "sources.toml"];

/// A file larger than this is refused: no hand writes 8 MiB of knowledge.
pub const LARGEST_FILE: u64 = 8 << 20;

/// Reads a knowledge folder. Files that cannot be read are findings, and so are `.toml` files that have no place in it.
pub fn read_folder(folder: &Path) -> Result<(Files, Report), Message> {
    let shown = folder.display().to_string();
    if !folder.is_dir() {
        return Err(Message::new("data-no-folder").with("folder", shown));
    }
    let below = FOLDERS
        .iter()
        .flat_map(|sub| toml_files(&folder.join(sub)).into_iter().map(move |name| format!("{sub}/{name}")));
    let paths = toml_files(folder).into_iter().chain(below);
    gathered(&shown, paths.map(|path| (path.clone(), read_file(&folder.join(path)))))
}

/// Whether a path, relative to a knowledge folder, is that of a file which belongs there, or of a stranger to be reported.
pub fn belongs(path: &str) -> bool {
    let name = path.strip_suffix(".toml").is_some_and(|stem| !stem.is_empty() && !stem.ends_with('/'));
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    name && folder.is_none_or(|folder| FOLDERS.contains(&folder))
}

/// The same as [`read_folder`] of files that are at hand, each with its path; `shown` is how the folder is named.
pub fn of_texts(shown: &str, texts: Vec<(String, Vec<u8>)>) -> Result<(Files, Report), Message> {
    gathered(shown, texts.into_iter().map(|(path, bytes)| (path, decoded(bytes))))
}

/// The files that could be read, by path; the others are findings.
fn gathered(
    shown: &str,
    texts: impl Iterator<Item = (String, Result<String, String>)>,
) -> Result<(Files, Report), Message> {
    let texts: BTreeMap<String, Result<String, String>> = texts.collect();
    if !texts.contains_key(HEAD) {
        return Err(Message::new("data-no-head").with("folder", shown).with("head", HEAD));
    }
    let mut files = Files::new(shown);
    let mut report = Report::default();
    for (path, text) in texts {
        let named = format!("{}/{path}", shown.trim_end_matches('/'));
        if !path.contains('/') && path != HEAD && !SINGLES.contains(&path.as_str()) {
            let finding = Finding::new(Code::UNKNOWN_FILE, Message::new("unknown-file").with("file", named));
            report.push(finding.help(Message::new("help-unknown-file")));
            continue;
        }
        match text {
            Ok(text) => {
                files.push(SourceFile { path, text });
            }
            Err(reason) => {
                let message = Message::new("unreadable-file").with("file", named).with("reason", reason);
                report.push(Finding::new(Code::UNREADABLE_FILE, message));
            }
        }
    }
    Ok((files, report))
}

/// `sha256:` and the digest of paths and texts. Line ends count as LF, so that a checkout on another system has the same digest.
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

/// Names of the `.toml` files directly in a folder; none where there is no such folder.
fn toml_files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    names.filter(|name| name.strip_suffix(".toml").is_some_and(|stem| !stem.is_empty())).collect()
}

/// The text of a file without a byte order mark, or why it cannot be had.
fn read_file(path: &Path) -> Result<String, String> {
    let size = fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > LARGEST_FILE {
        return Err(format!("{size} > {LARGEST_FILE}"));
    }
    decoded(fs::read(path).map_err(|error| error.to_string())?)
}

/// Bytes as text without a byte order mark, or why they are none.
fn decoded(bytes: Vec<u8>) -> Result<String, String> {
    let text = String::from_utf8(bytes).map_err(|error| error.utf8_error().to_string())?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
