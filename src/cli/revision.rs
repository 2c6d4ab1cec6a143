//! A folder as a revision has it: `REV:PATH`, asked of the git command.
//!
//! No shell is involved, and nothing that was typed can be taken for an option. Blobs are read as they are stored: no filter and
//! no hook runs, and nothing is fetched.

use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::cli::failure::Failure;
use crate::data::{self, Standing};
use crate::limits;
use crate::locale::Message;

/// A revision and a path in it, relative to the root of the repository, or with `./` to the folder we are in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    revision: String,
    path: String,
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.revision, self.path)
    }
}

impl Revision {
    /// What was named, unless it is there on disk or has not the form `REV:PATH`.
    pub fn of(named: &Path) -> Option<Self> {
        if named.exists() {
            return None;
        }
        let (revision, path) = named.to_str()?.split_once(':')?;
        // One letter before the colon is a drive.
        let drive = revision.len() == 1 && path.starts_with(['\\', '/']);
        (!revision.is_empty() && !drive).then(|| Self { revision: revision.to_owned(), path: path.to_owned() })
    }

    /// The same revision with another path.
    pub fn beside(&self, path: &str) -> Self {
        Self { revision: self.revision.clone(), path: path.to_owned() }
    }

    pub fn path(&self) -> &str {
        self.path.trim_end_matches('/')
    }

    /// The files of the folder that have a place in a knowledge folder, by path, each as it is stored.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let tree = self.object("tree")?.ok_or_else(|| self.failed("revision-no-folder", ""))?;
        let listed = self.git(&["ls-tree", "-r", "-z", "--long", "--full-tree", &tree])?;
        let mut files = Vec::new();
        let mut all = 0;
        for line in listed.split(|byte| *byte == 0) {
            let line = String::from_utf8_lossy(line);
            // mode, type, object, size, and behind a tab the path
            let Some((head, path)) = line.split_once('\t') else { continue };
            let fields: Vec<&str> = head.split_whitespace().collect();
            let [_, "blob", object, size] = fields.as_slice() else { continue };
            let bytes = match data::standing(path) {
                Standing::Other => continue,
                Standing::Stranger => Vec::new(),
                Standing::Member => {
                    // Of a damaged object no size is known; git says what is wrong with it when it is read.
                    let size = size.parse().unwrap_or(0);
                    all += size;
                    if size > limits::FILE || all > limits::FOLDER {
                        return Err(self.failed("revision-large-file", path));
                    }
                    self.git(&["cat-file", "blob", object])?
                }
            };
            files.push((path.to_owned(), bytes));
        }
        Ok(files)
    }

    /// The text of a file; nothing if the revision has none of that name.
    pub fn text(&self) -> Result<Option<String>, Failure> {
        let Some(object) = self.object("blob")? else { return Ok(None) };
        let size = self.git(&["cat-file", "-s", &object])?;
        if String::from_utf8_lossy(&size).trim().parse().unwrap_or(0) > limits::TEXT {
            return Err(self.failed("revision-large-file", self.path()));
        }
        let bytes = self.git(&["cat-file", "blob", &object])?;
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// The object of this type that the path names, if there is one.
    fn object(&self, wanted: &str) -> Result<Option<String>, Failure> {
        if self.revision.starts_with('-') {
            return Err(self.failed("revision-unknown", ""));
        }
        // The revision alone comes first, to tell an unknown one from an unknown path.
        self.resolved(&format!("{}^{{tree}}", self.revision))?.ok_or_else(|| self.failed("revision-unknown", ""))?;
        let Some(object) = self.resolved(&self.to_string())? else { return Ok(None) };
        let kind = self.git(&["cat-file", "-t", &object])?;
        Ok((String::from_utf8_lossy(&kind).trim() == wanted).then_some(object))
    }

    fn resolved(&self, name: &str) -> Result<Option<String>, Failure> {
        let output = self.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", name])?;
        let found = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        if !output.status.success() && !output.stderr.is_empty() {
            return Err(self.failed("revision-git", first_line(&output.stderr)));
        }
        Ok((output.status.success() && !found.is_empty()).then_some(found))
    }

    fn git(&self, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
        let output = self.run(arguments)?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(self.failed("revision-git", first_line(&output.stderr)))
    }

    fn run(&self, arguments: &[&str]) -> Result<std::process::Output, Failure> {
        let mut command = Command::new("git");
        command.args(["--no-pager", "--no-replace-objects"]).args(arguments);
        command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C").stdin(Stdio::null());
        command.output().map_err(|error| self.failed("revision-no-git", error.to_string()))
    }

    fn failed(&self, id: &'static str, reason: impl Into<String>) -> Failure {
        let message = Message::new(id).with("revision", &self.revision).with("path", &self.path);
        Failure::Input(message.with("reason", reason))
    }
}

fn first_line(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_is_what_has_a_colon_and_is_not_on_disk() {
        let of = |named: &str| Revision::of(Path::new(named)).map(|found| (found.revision, found.path));
        let some = |revision: &str, path: &str| Some((revision.to_owned(), path.to_owned()));
        assert_eq!(of("HEAD~1:data"), some("HEAD~1", "data"));
        assert_eq!(of("v1:./data/"), some("v1", "./data/"));
        assert_eq!(of("-x:data"), some("-x", "data"), "refused later, with its name");
        assert_eq!(of("main:"), some("main", ""), "the root of the repository");
        for folder in ["src", "nowhere", ":data", r"C:\data", "C:/data"] {
            assert_eq!(of(folder), None, "{folder}");
        }
    }
}
