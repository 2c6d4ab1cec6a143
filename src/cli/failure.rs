//! Why there is no answer.

use std::io;

use crate::diag::{Files, Report, suggest};
use crate::locale::Message;

/// A reason to stop.
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
    pub fn usage(message: Message, help: Message, near: Vec<String>) -> Self {
        Self::Usage(vec![Problem { message, help: Some(help), near }])
    }

    /// A name that is none of those known: the near ones are suggested, else all are listed.
    pub fn unknown<'n>(message: Message, name: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let near = suggest::nearest(name, known.iter().copied(), 3);
        let help = if near.is_empty() { ("help-known", &known) } else { ("help-near", &near) };
        let names = help.1.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        Self::usage(message, Message::new(help.0).with("names", names), near.into_iter().map(str::to_owned).collect())
    }

    /// The answer cannot be written.
    pub fn writing(error: impl Into<io::Error>) -> Self {
        Self::Input(Message::new("cannot-write").with("reason", error.into().to_string()))
    }
}
