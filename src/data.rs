//! Where the text of the knowledge comes from: the files of a folder.
//!
//! In: a folder. Out: its files, sorted by path, and their digest. Nothing is parsed here. Only regular files inside the folder are
//! read: a pipe would be waited for, a device has no end, and a link to elsewhere would show what is none of ours.

pub mod kind;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use hmac_sha256::Hash;

pub use kind::FileKind;
use strum::IntoEnumIterator as _;

use crate::diag::{Code, FileId, Files, Finding, Report, SourceFile};
use crate::limits;
use crate::locale::Message;

/// The one file a knowledge folder must have.
pub const HEAD: &str = "knowledge.toml";

/// The folders whose every `.toml` file is one vocabulary or table.
pub fn folders() -> impl Iterator<Item = &'static str> {
    FileKind::iter().filter_map(FileKind::folder)
}

/// How folders are called that were meant to be one of ours, in any letter case.
const MISNAMED: [&str; 5] = ["vocabulary", "vocabularies", "vocab", "table", "tables"];

/// Endings of files that hold data, in any letter case.
const DATA: [&str; 4] = ["toml", "yaml", "yml", "json"];

/// Folders within folders further down than this are not looked into.
const DEEPEST: usize = 4;

/// Whether a file, by its path in a knowledge folder, is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is one of the files that make the knowledge.
    Member,
    /// It looks like one and is none: somebody may believe that it counts.
    Stranger,
    /// It has nothing to do with the knowledge.
    Other,
}

/// Where a file stands, by its path relative to a knowledge folder, with `/`.
pub fn standing(path: &str) -> Standing {
    let (folders, name) = path.rsplit_once('/').map_or((None, path), |(folders, name)| (Some(folders), name));
    let toml = name.strip_suffix(".toml").is_some_and(|stem| !stem.is_empty());
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let data = !stem.is_empty() && DATA.contains(&ending.to_ascii_lowercase().as_str());
    let Some(folders) = folders else {
        let single = stem.parse::<FileKind>().ok().filter(|kind| kind.folder().is_none());
        return if single.is_some_and(|kind| name == kind.path("")) {
            Standing::Member
        } else if toml || (data && (ending.eq_ignore_ascii_case("toml") || single.is_some())) {
            Standing::Stranger
        } else {
            Standing::Other
        };
    };
    if self::folders().any(|own| own == folders) && toml {
        Standing::Member
    } else if data && looks_like_ours(folders) {
        Standing::Stranger
    } else {
        Standing::Other
    }
}

/// Reads a knowledge folder. What cannot be read is a finding, and so is a file that looks like data and has no place in it.
pub fn read_folder(folder: &Path) -> Result<(Files, Report), Message> {
    let shown = folder.display().to_string();
    let unreadable = |error| Message::new("data-no-folder").with("folder", &shown).with("reason", reason(&error));
    let home = fs::canonicalize(folder).map_err(unreadable)?;
    let mut found = Found::default();
    found.list(folder, "", 0).map_err(unreadable)?;
    let Found { paths, mut broken } = found;
    let mut left = limits::FOLDER;
    for (path, standing) in paths {
        let text = match standing {
            Standing::Member => read_file(&folder.join(&path), &home, &mut left),
            _ => Err(Unread::Stranger),
        };
        broken.insert(path, text);
    }
    gathered(&shown, broken)
}

/// Why a file or folder cannot be read or written: a word that the messages have in each language, or what the system says, which
/// differs from system to system.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => String::from("not-found"),
        io::ErrorKind::IsADirectory => String::from("folder"),
        io::ErrorKind::NotADirectory => String::from("no-folder"),
        io::ErrorKind::PermissionDenied => String::from("denied"),
        _ => error.to_string(),
    }
}

/// The same as [`read_folder`] of files that are at hand, each with its path; `shown` is how the folder is named.
pub fn of_texts(shown: &str, texts: Vec<(String, Vec<u8>)>) -> Result<(Files, Report), Message> {
    let mut left = limits::FOLDER;
    let text = |(path, bytes): (String, Vec<u8>)| {
        let text = match standing(&path) {
            Standing::Member => within(bytes, &mut left).and_then(decoded),
            _ => Err(Unread::Stranger),
        };
        (path, text)
    };
    gathered(shown, texts.into_iter().map(text).collect())
}

enum Unread {
    Stranger,
    /// No file but a folder, a pipe, a device.
    Special,
    Elsewhere,
    Large,
    /// One more than the folder may hold.
    Beyond,
    Failed(String),
    /// Not UTF-8 from this line on.
    Encoded(usize),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Failed(reason(&error))
    }
}

impl Unread {
    fn finding(self, file: String) -> Finding {
        let unreadable = |message: Message| Finding::new(Code::UNREADABLE_FILE, message);
        let finding = match self {
            Self::Stranger => Finding::of(Code::UNKNOWN_FILE),
            Self::Special => unreadable(Message::new("unreadable-special")),
            Self::Elsewhere => unreadable(Message::new("unreadable-elsewhere")),
            Self::Large => unreadable(Message::new("unreadable-large")).with("most", limits::FILE.to_string()),
            Self::Beyond => unreadable(Message::new("unreadable-beyond")).with("most", limits::FOLDER.to_string()),
            Self::Failed(reason) => unreadable(Message::new("unreadable-file")).with("reason", reason),
            Self::Encoded(line) => {
                let finding = unreadable(Message::new("unreadable-encoding")).number("line", line);
                finding.help(Message::new("help-encoding"))
            }
        };
        finding.with("file", file)
    }
}

/// The files that could be read, by path; the others are findings.
fn gathered(shown: &str, texts: BTreeMap<String, Result<String, Unread>>) -> Result<(Files, Report), Message> {
    if !texts.contains_key(HEAD) {
        return Err(Message::new("data-no-head").with("folder", shown).with("head", HEAD));
    }
    let mut files = Files::new(shown);
    let mut report = Report::default();
    for (path, text) in texts {
        match text {
            Ok(text) => {
                files.push(SourceFile { path, text });
            }
            Err(unread) => report.push(unread.finding(format!("{}/{path}", shown.trim_end_matches('/')))),
        }
    }
    Ok((files, report))
}

/// What lies in a folder: the paths of what is or looks like data, and what could not be looked into.
#[derive(Default)]
struct Found {
    paths: BTreeMap<String, Standing>,
    broken: BTreeMap<String, Result<String, Unread>>,
}

impl Found {
    /// Lists what lies below `at`, a path in the folder that ends in `/` unless it is empty.
    fn list(&mut self, folder: &Path, at: &str, depth: usize) -> io::Result<()> {
        for entry in fs::read_dir(folder.join(at))? {
            let entry = entry?;
            let name = entry.file_name();
            let path = format!("{at}{}", name.to_string_lossy());
            let standing = match standing(&path) {
                // Its name would be another one.
                Standing::Member if name.to_str().is_none() => Standing::Stranger,
                standing => standing,
            };
            let ours = at.is_empty() && folders().any(|own| own == path);
            if standing != Standing::Other {
                self.paths.insert(path, standing);
            } else if (ours || (is_folder(&entry) && looks_like_ours(&path) && depth < DEEPEST))
                && let Err(error) = self.list(folder, &format!("{path}/"), depth + 1)
            {
                self.broken.insert(path, Err(error.into()));
            }
        }
        Ok(())
    }
}

/// A folder itself, and no link to one: links may lead in a circle.
fn is_folder(entry: &fs::DirEntry) -> bool {
    entry.file_type().is_ok_and(|kind| kind.is_dir())
}

/// Whether data may be looked for in a folder with this path.
fn looks_like_ours(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default().to_ascii_lowercase();
    MISNAMED.contains(&first.as_str()) && !path.split('/').any(|folder| folder.starts_with('.'))
}

/// `sha256:` and the digest of paths and texts. Line ends count as LF, so that a checkout on another system has the same digest.
pub fn digest(files: &Files) -> String {
    let texts = files.iter().flat_map(|(id, file)| {
        let text = files.text(id);
        let text = if text.contains('\r') { text.replace("\r\n", "\n").into() } else { Cow::Borrowed(text) };
        [Cow::Borrowed(file.path.as_str()), text]
    });
    format!("sha256:{}", hash(texts))
}

/// The digest of texts one after the other, in hexadecimal.
pub fn hash(texts: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut hash = Hash::new();
    for text in texts {
        hash.update(text.as_ref());
        hash.update([0]);
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

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

/// The text of a file without a byte order mark, or why it cannot be had. `left` is what the folder may still hold.
fn read_file(path: &Path, home: &Path, left: &mut u64) -> Result<String, Unread> {
    if !fs::canonicalize(path)?.starts_with(home) {
        return Err(Unread::Elsewhere);
    }
    if !fs::metadata(path)?.is_file() {
        return Err(Unread::Special);
    }
    // Whatever its size is said to be, no more is read than is taken.
    let mut bytes = Vec::with_capacity(1 << 16);
    File::open(path)?.take(limits::FILE + 1).read_to_end(&mut bytes)?;
    within(bytes, left).and_then(decoded)
}

/// The bytes, unless they are too many for a file or for what the folder may still hold.
fn within(bytes: Vec<u8>, left: &mut u64) -> Result<Vec<u8>, Unread> {
    let size = bytes.len() as u64;
    if size > limits::FILE {
        return Err(Unread::Large);
    }
    *left = left.checked_sub(size).ok_or(Unread::Beyond)?;
    Ok(bytes)
}

/// Bytes as text without a byte order mark, or why they are none.
fn decoded(bytes: Vec<u8>) -> Result<String, Unread> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let read = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        Unread::Encoded(1 + read.filter(|byte| **byte == b'\n').count())
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
