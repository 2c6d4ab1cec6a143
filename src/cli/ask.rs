//! `canmanage ask QUESTION`: a question as people type it.

mod batch;
mod interactive;

use std::io::{IsTerminal as _, Read as _};

use crate::ask::{Asker, Reading, too_long};
use crate::cli::args::AskArgs;
use crate::cli::prelude::{App, Exit, Extent, Failure};
use crate::knowledge::Knowledge;
use crate::limits;
use crate::locale::{self, Joined as _, Language, Message, Messages};
use crate::print;
use crate::view::Answered;
use crate::view::question::answered;

/// The mark with which some systems begin a text.
const MARK: &[u8] = b"\xef\xbb\xbf";

pub fn run(args: &AskArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[])?;
    if args.interactive {
        interactive::require_terminal(app.output.format)?;
    }
    let knowledge = app.knowledge(Extent::Whole)?;
    let asker = Asker::new(knowledge);
    if let Some(file) = &args.batch {
        return batch::run(file, &asker, knowledge, app);
    }
    let question = match args.question.as_deref() {
        Some("-") | None => from_stdin()?,
        Some(first) => [first].into_iter().chain(args.more.iter().map(String::as_str)).joined(" "),
    };
    let reading = asker.read(&question).map_err(|message| Failure::usage(message, "help-ask"))?;
    let own;
    let language = language(&reading, knowledge, app);
    let messages = if language == app.messages.tag() {
        app.messages
    } else {
        own = Messages::of_tag(language);
        &own
    };
    let cx = app.context(knowledge).spoken(messages);
    let answered = answered(cx, &reading);
    let detail = app.global.detail();
    app.output.view(&answered, || print::question::blocks(&answered, detail, messages))?;
    let exit = exit_of(&answered);
    if args.interactive { interactive::converse(reading, answered, cx, app, exit) } else { Ok(exit) }
}

fn exit_of(answered: &Answered) -> Exit {
    answered.answer.verdict.map_or(Exit::Unclear, Exit::from)
}

/// The language of the answer: that of the question, unless another was asked for. Of the languages that only the knowledge has, no
/// question can be told: then it is that of the asker's system.
fn language<'l>(reading: &Reading<'_>, knowledge: &'l Knowledge, app: &'l App<'_>) -> &'l str {
    let wanted = app.messages.tag();
    let own = || locale::nearest_tag(wanted, &knowledge.languages).filter(|tag| Language::of_tag(tag).is_none());
    match (&app.global.lang, reading.language) {
        (Some(_), _) => wanted,
        (None, Language::En) if own().is_some() => wanted,
        (None, language) => language.tag(),
    }
}

fn from_stdin() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        return Err(Failure::usage(Message::new("question-empty"), "help-ask"));
    }
    // One byte more than a question may have tells that it is longer; it is not read to its end.
    let read = stdin.lock().take((MARK.len() + limits::QUESTION + 1) as u64).read_to_end(&mut bytes);
    read.map_err(|error| Failure::Input(Message::new("question-unreadable").with("reason", error.to_string())))?;
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
    }
    if bytes.len() > limits::QUESTION {
        return Err(Failure::usage(too_long(), "help-ask"));
    }
    String::from_utf8(bytes).map_err(|error| {
        Failure::Input(Message::new("question-not-utf8").number("byte", error.utf8_error().valid_up_to()))
    })
}
