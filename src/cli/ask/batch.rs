//! `canmanage ask --batch FILE`: a question a line, its answer in the same order, line by line.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _, stdin};
use std::path::Path;

use strum::IntoEnumIterator as _;

use super::{MARK, language};
use crate::ask::Asker;
use crate::cli::failure::Errors;
use crate::cli::output::in_a_line;
use crate::cli::prelude::{App, Exit, Failure, Format};
use crate::diag::Problem;
use crate::knowledge::Knowledge;
use crate::limits;
use crate::locale::{Language, Message, Messages};
use crate::print::{self, Block, Line};
use crate::view::question::answered;

/// Answers every line that is not blank; `-` is standard input. A line that cannot be read is an error in its place and hides no
/// other; it is told by the exit code.
pub fn run(file: &Path, asker: &Asker<'_>, knowledge: &Knowledge, app: &mut App<'_>) -> Result<Exit, Failure> {
    let unreadable = |error: std::io::Error| Failure::of_system("batch-unreadable", file, &error);
    let mut lines: Box<dyn BufRead> = match file.to_str() {
        Some("-") => Box::new(stdin().lock()),
        _ => Box::new(BufReader::new(File::open(file).map_err(unreadable)?)),
    };
    let begins = lines.fill_buf().map_err(unreadable)?;
    if begins.starts_with(&[0xff, 0xfe]) || begins.starts_with(&[0xfe, 0xff]) {
        return Err(Failure::of_file("batch-not-utf8", file, ""));
    }
    if begins.starts_with(MARK) {
        lines.consume(MARK.len());
    }
    let voices: Vec<Messages> = Language::iter().map(Messages::new).collect();
    let mut exit = Exit::Clean;
    for number in 1.. {
        if app.output.closed {
            break;
        }
        let Some(line) = next(&mut lines).map_err(unreadable)? else { break };
        if line.trim_ascii().is_empty() {
            continue;
        }
        if let Err(message) = answer(&line, asker, knowledge, &voices, app)? {
            exit = Exit::Input;
            let reason = app.messages.say(&message);
            refused(Message::new("batch-line").number("line", number).with("reason", reason), app)?;
        }
    }
    Ok(exit)
}

/// The next line without its end. Of a line that is longer than any question only the front is kept.
fn next(lines: &mut dyn BufRead) -> std::io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let most = limits::QUESTION as u64 + 2;
    if (&mut *lines).take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() as u64 == most && !line.ends_with(b"\n") {
        // A break more than a line may have.
        let rest = limits::LINE + 2 - most;
        if lines.take(rest).skip_until(b'\n')? as u64 == rest {
            return Err(std::io::Error::other(format!("> {}", limits::LINE)));
        }
    }
    line.pop_if(|byte| *byte == b'\n');
    line.pop_if(|byte| *byte == b'\r');
    Ok(Some(line))
}

/// Prints the answer to a line, or says why there is none.
fn answer(
    line: &[u8],
    asker: &Asker<'_>,
    knowledge: &Knowledge,
    voices: &[Messages],
    app: &mut App<'_>,
) -> Result<Result<(), Message>, Failure> {
    let question = std::str::from_utf8(line)
        .map_err(|error| Message::new("question-not-utf8").number("byte", error.valid_up_to()));
    let reading = match question.and_then(|question| asker.read(question)) {
        Ok(reading) => reading,
        Err(message) => return Ok(Err(message)),
    };
    let wanted = language(&reading, knowledge, app);
    let messages = voices.iter().find(|own| own.tag() == wanted).unwrap_or(app.messages);
    let answered = answered(app.context(knowledge).spoken(messages), &reading);
    if app.output.format == Format::Json {
        app.output.answer(&in_a_line(&answered)?)?;
    } else {
        let mut blocks = vec![Block::Heading(Line::new().strong(&answered.question))];
        blocks.extend(print::question::blocks(&answered, app.global.detail(), messages));
        app.output.document(&blocks)?;
        app.output.answer("\n")?;
    }
    Ok(Ok(()))
}

/// Why there is no answer, in the place of the answer.
fn refused(message: Message, app: &mut App<'_>) -> Result<(), Failure> {
    if app.output.format == Format::Json {
        let errors = Errors::new("input", &[Problem::of(message)], app.messages);
        return app.output.answer(&in_a_line(&errors)?);
    }
    let label = app.messages.text("error-label");
    app.output.document(&[Block::Paragraph(format!("{label}: {}", app.messages.say(&message)).into())])?;
    app.output.answer("\n")
}
