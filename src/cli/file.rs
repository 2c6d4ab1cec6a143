//! Files: answers are written whole or not at all, and what other systems wrote is read as text.

use std::io::{self, Write as _};
use std::path::Path;
use std::{env, fs};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use tempfile::{Builder, NamedTempFile};

use crate::cli::failure::Failure;
use crate::locale::Message;

/// Writes a file, in the place of one that may be there. What is no plain file, such as a pipe, is written to as it is.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let written = match fs::metadata(path) {
        Ok(found) if !found.is_file() => fs::write(path, text),
        _ => beside(path, text).and_then(|file| file.persist(path).map(|_| ()).map_err(io::Error::from)),
    };
    written.map_err(|error| failure(path, &error))
}

/// Writes a file that is not there yet; one that is stays as it is.
pub fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let written = beside(path, text).and_then(|file| file.persist_noclobber(path).map_err(io::Error::from));
    written.map(|_| ()).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::Input(Message::new("file-exists").with("file", path.display().to_string()))
        }
        _ => failure(path, &error),
    })
}

/// The text in a file without a lasting name, in the folder where it is to have one.
fn beside(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.map_or_else(env::current_dir, |folder| Ok(folder.to_path_buf()))?;
    let mut builder = Builder::new();
    builder.prefix(".canmanage-");
    #[cfg(unix)]
    {
        // The usual permissions, of which the system takes what the user does not want; a temporary file has none of them.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// The text of a file that came from another system: UTF-8, UTF-16 or a code page.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    const LARGEST: u64 = 1 << 22;
    let unreadable = |reason: String| {
        let file = path.display().to_string();
        Failure::Input(Message::new("cannot-read-file").with("file", file).with("reason", reason))
    };
    let size = fs::metadata(path).map_err(|error| unreadable(error.to_string()))?.len();
    if size > LARGEST {
        return Err(unreadable(format!("{size} > {LARGEST}")));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(error.to_string()))?;
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

fn failure(path: &Path, error: &io::Error) -> Failure {
    let file = path.display().to_string();
    Failure::Input(Message::new("cannot-write-file").with("file", file).with("reason", error.to_string()))
}
