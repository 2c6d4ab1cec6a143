//! `canmanage check AXIS=VALUE...`: exact facts.

use crate::advise::advise;
use crate::cli::args::{CheckArgs, Format, Global};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::WIDTH;
use crate::cli::session::Session;
use crate::decide::{Facts, decide};
use crate::knowledge::Knowledge;
use crate::knowledge::table::Table;
use crate::locale::Message;
use crate::render::answer::{self, Answer};
use crate::render::answer_json;
use crate::view::Context;

pub fn run(args: &CheckArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text, Format::Markdown, Format::Json])?;
    let (knowledge, table) = asked(args.table.as_deref(), session)?;
    let facts = session.facts(knowledge, table, &args.facts)?;
    let decision = decide(table, &facts, session.global.strict);
    let advice = advise(knowledge, table, &decision);
    let cx = Context { knowledge, messages: session.messages };
    let replay = replay(cx, table, &decision.facts, session.global);
    let answer = Answer { knowledge, table, decision: &decision, advice: &advice, unknown: &[], replay: &replay };
    match session.output.format {
        Format::Json => session.output.json(&answer_json::answer(&answer, cx))?,
        _ => session.output.document(&answer::document(&answer, cx), WIDTH)?,
    }
    Ok(decision.verdict().into())
}

/// The knowledge with the table that is asked about, and the table.
pub fn asked(name: Option<&str>, session: &mut Session<'_>) -> Result<(&'static Knowledge, &'static Table), Failure> {
    let chosen = |knowledge: &Knowledge| name.unwrap_or(&knowledge.default_table).to_owned();
    let knowledge = session.knowledge_with(|knowledge| Some(chosen(knowledge)))?;
    Ok((knowledge, table(knowledge, &chosen(knowledge))?))
}

/// The table of this name.
pub fn table<'k>(knowledge: &'k Knowledge, wanted: &str) -> Result<&'k Table, Failure> {
    let found = knowledge.tables.iter().find(|table| table.id.eq_ignore_ascii_case(wanted));
    found.ok_or_else(|| {
        let known = knowledge.tables.iter().map(|table| table.id.as_str());
        Failure::unknown(Message::new("unknown-table").with("table", wanted), wanted, known)
    })
}

/// The command that gives the same answer again.
pub fn replay(cx: Context<'_>, table: &Table, facts: &Facts, global: &Global) -> String {
    let arguments = cx.arguments(table, facts);
    let mut words = vec!["check", "--table", table.id.as_str()];
    words.extend(arguments.iter().map(String::as_str));
    command(global, &words)
}

/// A command of this program, to be typed: a verb, and what stands behind it.
pub fn command(global: &Global, words: &[&str]) -> String {
    // `=` and `,` need no quotes behind the first word, whatever the shell.
    let harmless = |word: &str| {
        !word.is_empty() && word.bytes().all(|one| one.is_ascii_alphanumeric() || b"=,.:_-".contains(&one))
    };
    let quoted = |word: &str| match shlex::try_quote(word) {
        _ if harmless(word) => word.to_owned(),
        Ok(quoted) => quoted.into_owned(),
        Err(_) => String::from("-"),
    };
    let mut written = vec!["canmanage".to_owned()];
    let (verb, rest) = words.split_at(words.len().min(1));
    written.extend(verb.iter().map(|verb| (*verb).to_owned()));
    if let Some(folder) = global.data.as_ref().and_then(|folder| folder.to_str()) {
        written.extend(["--data".to_owned(), quoted(folder)]);
    }
    if global.strict {
        written.push("--strict".to_owned());
    }
    written.extend(rest.iter().map(|word| quoted(word)));
    written.join(" ")
}
