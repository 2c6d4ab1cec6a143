//! Why there is no answer.

use std::io;

use serde::Serialize;

use crate::diag::{Files, Report, suggest};
use crate::locale::{Message, Messages};

pub enum Failure {
    /// The command line asks for something that does not exist.
    Usage(Vec<Problem>),
    /// A knowledge folder is beyond use.
    Knowledge(Box<(Report, Files)>),
    /// A file or folder cannot be read, or the answer cannot be written.
    Input(Message),
}

/// Something that cannot be understood, and what to do.
pub struct Problem {
    pub message: Message,
    pub help: Option<Message>,
    pub near: Vec<String>,
}

impl Failure {
    pub fn usage(message: Message, help: &'static str) -> Self {
        Self::Usage(vec![Problem { message, help: Some(Message::new(help)), near: Vec::new() }])
    }

    /// A name that is none of those known: the near ones are suggested, else all are listed.
    pub fn unknown<'n>(message: Message, name: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        Self::unknown_else(message, name, &known, Message::new("help-known").with("names", quoted(&known)))
    }

    /// The same where all that is known would be too much: where none is near, there is other help.
    pub fn unknown_else(message: Message, name: &str, known: &[&str], otherwise: Message) -> Self {
        let near = suggest::nearest(name, known.iter().copied(), 3);
        let help = if near.is_empty() { otherwise } else { Message::new("help-near").with("names", quoted(&near)) };
        let near = near.into_iter().map(str::to_owned).collect();
        Self::Usage(vec![Problem { message, help: Some(help), near }])
    }

    /// The answer cannot be written.
    pub fn writing(error: impl Into<io::Error>) -> Self {
        Self::Input(Message::new("cannot-write").with("reason", error.into().to_string()))
    }
}

/// Names in backticks, parted by commas.
pub fn quoted<T: AsRef<str>>(names: &[T]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}

/// `canmanage/error/1`: why there is no answer, in JSON.
#[derive(Serialize)]
pub struct Errors {
    format: &'static str,
    errors: Vec<Error>,
}

#[derive(Serialize)]
struct Error {
    /// `usage` or `input`.
    kind: &'static str,
    message: String,
    help: Option<String>,
    near: Vec<String>,
}

impl Errors {
    pub fn new(kind: &'static str, problems: &[Problem], messages: &Messages) -> Self {
        let errors = problems.iter().map(|problem| Error {
            kind,
            message: messages.say(&problem.message),
            help: problem.help.as_ref().map(|help| messages.say(help)),
            near: problem.near.clone(),
        });
        Self { format: "canmanage/error/1", errors: errors.collect() }
    }
}
