//! Files: answers are written whole or not at all, and what other systems wrote is read as text.

use std::fs::OpenOptions;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::{fs, process};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::cli::failure::Failure;
use crate::limits;
use crate::locale::Message;

/// Writes a file, in the place of one that may be there, whose mode it keeps; a link stays one to where it leads. What is no plain
/// file, such as a pipe, is written to as it is, and so is what the system calls a file of its own, such as /dev/stdout.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let (target, stream) = target(path);
    let before = fs::metadata(&target).ok();
    let written = if stream || before.as_ref().is_some_and(|found| !found.is_file()) {
        let open = OpenOptions::new().append(true).open(path);
        open.and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.flush()))
    } else {
        replace(&target, text, before.map(|found| found.permissions()))
    };
    written.map_err(|error| Failure::of_system("cannot-write-file", path, &error))
}

/// Where a path leads, and whether on the way there the system stands in for a file.
fn target(path: &Path) -> (PathBuf, bool) {
    /// More links in a row than any system follows.
    const MOST_LINKS: usize = 40;
    let systems_own = |path: &Path| cfg!(unix) && ["/dev", "/proc"].iter().any(|own| path.starts_with(own));
    let mut at = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        // Of a path such as `../dev/stdout` only its folder tells where it is.
        let folder = at.parent().filter(|folder| !folder.as_os_str().is_empty());
        let whole = folder.and_then(|folder| fs::canonicalize(folder).ok());
        if systems_own(&at) || whole.as_deref().is_some_and(systems_own) {
            return (at, true);
        }
        let Ok(next) = fs::read_link(&at) else { break };
        at = at.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    (at, false)
}

/// Writes a file that is not there yet; one that is stays as it is.
pub fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let id = |error: &io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => "file-exists",
        _ => "cannot-write-file",
    };
    // An empty file keeps the name until the text is there; a run that is killed meanwhile leaves it.
    fs::File::create_new(path).map_err(|error| Failure::of_system(id(&error), path, &error))?;
    write(path, text).inspect_err(|_| drop(fs::remove_file(path)))
}

/// Writes the text to a file beside another one, whose place it takes when all is there.
fn replace(path: &Path, text: &str, permissions: Option<fs::Permissions>) -> io::Result<()> {
    const MOST_NAMES: usize = 100;
    let name = |number: usize| path.with_file_name(format!(".canmanage-{}-{number}", process::id()));
    // What a run that was killed left may have such a name.
    let mut names = (0..MOST_NAMES).map(name);
    let (beside, mut file) = loop {
        let Some(name) = names.next() else { return Err(io::ErrorKind::AlreadyExists.into()) };
        match fs::File::create_new(&name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => break (name, opened?),
        }
    };
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    drop(file);
    let kept = written.and_then(|()| permissions.map_or(Ok(()), |mode| fs::set_permissions(&beside, mode)));
    kept.and_then(|()| fs::rename(&beside, path)).inspect_err(|_| drop(fs::remove_file(&beside)))
}

/// The text of a file that came from another system: UTF-8, UTF-16 or a code page.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = bytes(path, "cannot-read-file")?;
    // Every other byte of the ASCII in UTF-16 is zero, which no text in a code page holds.
    let zero = bytes.iter().position(|byte| *byte == 0);
    let encoding = match (Encoding::for_bom(&bytes), zero) {
        (Some((encoding, _)), _) => encoding,
        (None, Some(at)) => {
            if at % 2 == 0 {
                UTF_16BE
            } else {
                UTF_16LE
            }
        }
        (None, None) if std::str::from_utf8(&bytes).is_ok() => UTF_8,
        (None, None) => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(&bytes, true);
            detector.guess(None, Utf8Detection::Deny)
        }
    };
    Ok(encoding.decode(&bytes).0.into_owned())
}

/// The bytes of a file that is no larger than texts are: whatever is named, such as a device without end, no more is read. `unreadable`
/// says that there are none.
pub fn bytes(path: &Path, unreadable: &'static str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(limits::TEXT + 1).read_to_end(&mut bytes));
    read.map_err(|error| Failure::of_system(unreadable, path, &error))?;
    if bytes.len() as u64 > limits::TEXT {
        let message = Message::new("file-too-large").with("file", path.display().to_string());
        return Err(Failure::Input(message.with("most", limits::TEXT.to_string())));
    }
    Ok(bytes)
}
