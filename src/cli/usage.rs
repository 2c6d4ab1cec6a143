//! Command lines that cannot be read, in the words of the asker. clap finds what is wrong; the sentence is ours.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::diag::Problem;
use crate::locale::Message;

/// Help and version are answers; everything else is a usage error.
pub fn answer(error: &clap::Error, output: &mut Output) -> Result<Exit, Failure> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output.answer(&error.render().to_string())?;
            Ok(Exit::Clean)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output.message(&error.render().to_string());
            Err(Problem::new(Message::new("usage-no-command"), help(error)).into())
        }
        kind => Err(problem(kind, error).into()),
    }
}

fn problem(kind: ErrorKind, error: &clap::Error) -> Problem {
    let told = |kind: ContextKind| shown(error.get(kind)).join(", ");
    let (argument, other) = (told(ContextKind::InvalidArg), told(ContextKind::PriorArg));
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near: Vec<String> = near.iter().flat_map(|kind| shown(error.get(*kind))).collect();
    let valid = shown(error.get(ContextKind::ValidValue));
    let message = match kind {
        ErrorKind::UnknownArgument => Message::new("usage-unknown-argument").with("argument", argument),
        ErrorKind::InvalidSubcommand => {
            Message::new("usage-unknown-command").with("command", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => Message::new("usage-missing").with("arguments", argument),
        ErrorKind::MissingSubcommand => Message::new("usage-no-command"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if told(ContextKind::InvalidValue).is_empty() => {
            Message::new("usage-no-value").with("argument", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Message::new("usage-bad-value").with("argument", argument).with("value", told(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict if [&argument, ""].contains(&other.as_str()) => {
            Message::new("usage-repeated").with("argument", argument)
        }
        ErrorKind::ArgumentConflict => Message::new("usage-conflict").with("argument", argument).with("other", other),
        _ => Message::new("usage-other").with("detail", error.kind().to_string()),
    };
    let [near, valid] = [&near, &valid].map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
    let otherwise = if valid.is_empty() { help(error) } else { Problem::known(&valid) };
    Problem::suggesting(message, &near, otherwise)
}

/// Where the help of the command stands that could not be read: the usage that clap gives begins with it.
fn help(error: &clap::Error) -> Message {
    let usage = shown(error.get(ContextKind::Usage)).join(" ");
    let words = usage.split_whitespace().skip_while(|word| *word != "canmanage");
    let words: Vec<&str> = words.take_while(|word| word.starts_with(char::is_alphabetic)).collect();
    let command = if words.is_empty() { "canmanage".to_owned() } else { words.join(" ") };
    Message::new("help-usage").with("command", command)
}

fn shown(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(text)) if !text.is_empty() => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}
