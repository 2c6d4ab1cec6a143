//! Words that cannot be understood, on a command line or in facts.

use super::suggest::nearest;
use crate::locale::{Joined as _, Message};

/// Why words cannot be understood. Never a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub message: Message,
    pub help: Option<Message>,
    /// Names that were perhaps meant, best first.
    pub near: Vec<String>,
}

impl Problem {
    pub fn of(message: Message) -> Self {
        Self { message, help: None, near: Vec::new() }
    }

    pub fn new(message: Message, help: Message) -> Self {
        Self { help: Some(help), ..Self::of(message) }
    }

    /// A name that is none of those known: the near ones are suggested, else all are listed.
    pub fn unknown<'n>(message: Message, name: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        Self::suggesting(message, &nearest(name, known.iter().copied(), 3), Self::known(&known))
    }

    /// What these names suggest, if there are any.
    pub fn suggesting(message: Message, near: &[&str], otherwise: Message) -> Self {
        let help = if near.is_empty() { otherwise } else { Message::new("help-near").with("names", quoted(near)) };
        Self { message, help: Some(help), near: near.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// Help that lists everything there is.
    pub fn known(names: &[&str]) -> Message {
        Message::new("help-known").with("names", quoted(names))
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).joined(", ")
}
