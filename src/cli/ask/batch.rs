//! `canmanage ask --batch FILE`: a question a line, an answer a line, in order.

use std::fs;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use strum::IntoEnumIterator as _;

use super::language;
use crate::ask::Asker;
use crate::cli::exit::Exit;
use crate::cli::failure::{Errors, Failure};
use crate::cli::session::Session;
use crate::diag::problem::Problem;
use crate::knowledge::Knowledge;
use crate::locale::{Language, Message, Messages};
use crate::view::Context;
use crate::view::question::answered;

/// Answers every line. A line that cannot be read is an error in its place and hides no other; it is told by the exit code.
pub fn run(file: &Path, asker: &Asker<'_>, knowledge: &Knowledge, session: &mut Session<'_>) -> Result<Exit, Failure> {
    let shown = file.display().to_string();
    let bytes = fs::read(file).map_err(|error| {
        Failure::Input(Message::new("batch-unreadable").with("file", &shown).with("reason", error.to_string()))
    })?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Failure::Input(Message::new("batch-not-utf8").with("file", &shown)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    if bytes.is_empty() {
        return Ok(Exit::Clean);
    }
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let voices: Vec<Messages> = Language::iter().map(Messages::new).collect();
    // Drawn on stderr, and only if that is a terminal.
    let bar = if session.global.quiet { ProgressBar::hidden() } else { ProgressBar::new(lines.len() as u64) };
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let mut exit = Exit::Clean;
    for (at, line) in lines.into_iter().enumerate() {
        let answer = match answer(line, asker, knowledge, &voices, session) {
            Ok(line) => line,
            Err(message) => {
                exit = Exit::Input;
                refused(at + 1, &message, session.messages)?
            }
        };
        session.output.answer(&format!("{answer}\n"))?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(exit)
}

fn answer(
    line: &[u8],
    asker: &Asker<'_>,
    knowledge: &Knowledge,
    voices: &[Messages],
    session: &Session<'_>,
) -> Result<String, Message> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let question = std::str::from_utf8(line)
        .map_err(|error| Message::new("question-not-utf8").number("byte", error.valid_up_to()))?;
    let reading = asker.read(question)?;
    let wanted = language(&reading, session);
    let messages = voices.iter().find(|own| own.language() == wanted).unwrap_or(session.messages);
    let cx = Context { messages, ..session.context(knowledge) };
    let told = serde_json::to_string(&answered(cx, &reading));
    told.map_err(|error| Message::new("cannot-write").with("reason", error.to_string()))
}

/// Why there is no answer, as JSON in the place of the answer.
fn refused(line: usize, message: &Message, messages: &Messages) -> Result<String, Failure> {
    let message = Message::new("batch-line").number("line", line).with("reason", messages.say(message));
    let errors = Errors::new("input", &[Problem::of(message)], messages);
    serde_json::to_string(&errors).map_err(Failure::writing)
}
