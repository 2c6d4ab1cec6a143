//! Files that answers are written to: whole or not at all, never half.

use std::io::{self, Write as _};
use std::path::Path;
use std::{env, fs};

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

fn failure(path: &Path, error: &io::Error) -> Failure {
    let file = path.display().to_string();
    Failure::Input(Message::new("cannot-write-file").with("file", file).with("reason", error.to_string()))
}
