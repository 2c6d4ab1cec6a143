//! Why there is no answer.

use std::io;
use std::path::Path;

use serde::Serialize;

use crate::data;
use crate::diag::{Files, Problem, Report};
use crate::locale::{Message, Messages};

pub enum Failure {
    /// The command line asks for something that does not exist.
    Usage(Vec<Problem>),
    /// A knowledge folder is beyond use.
    Knowledge(Box<(Report, Files)>),
    /// A file or folder cannot be read, or the answer cannot be written.
    Input(Message),
}

impl Failure {
    pub fn usage(message: Message, help: &'static str) -> Self {
        Problem::new(message, Message::new(help)).into()
    }

    /// What is the matter with a file or folder.
    pub fn of_file(id: &'static str, file: &Path, reason: &str) -> Self {
        Self::Input(Message::new(id).with("file", file.display().to_string()).with("reason", reason))
    }

    /// That the system does not read or write a file or folder.
    pub fn of_system(id: &'static str, file: &Path, error: &io::Error) -> Self {
        // To read a folder as a file is denied by some systems, without a word about what it is.
        let folder = error.kind() == io::ErrorKind::PermissionDenied && file.is_dir();
        Self::of_file(id, file, &if folder { String::from("folder") } else { data::reason(error) })
    }

    pub fn writing(error: impl Into<io::Error>) -> Self {
        Self::Input(Message::new("cannot-write").with("reason", data::reason(&error.into())))
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Usage(vec![problem])
    }
}

/// `canmanage/error/1`: why there is no answer, in JSON.
#[derive(Serialize)]
pub struct Errors {
    format: &'static str,
    errors: Vec<ErrorTold>,
}

#[derive(Serialize)]
struct ErrorTold {
    /// `usage` or `input`.
    kind: &'static str,
    message: String,
    help: Option<String>,
    near: Vec<String>,
}

impl Errors {
    pub fn new(kind: &'static str, problems: &[Problem], messages: &Messages) -> Self {
        let errors = problems.iter().map(|problem| ErrorTold {
            kind,
            message: messages.say(&problem.message),
            help: problem.help.as_ref().map(|help| messages.say(help)),
            near: problem.near.clone(),
        });
        Self { format: "canmanage/error/1", errors: errors.collect() }
    }
}
