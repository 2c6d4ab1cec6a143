//! `canmanage check AXIS=VALUE...`: exact facts.

use crate::advise::advise;
use crate::cli::args::{CheckArgs, Format, Global};
use crate::cli::exit::Exit;
use crate::cli::failure::{Failure, Problem};
use crate::cli::output::{Output, WIDTH};
use crate::compile::knowledge::Knowledge;
use crate::compile::table::Table;
use crate::decide::{decide, facts};
use crate::locale::{Message, Messages};
use crate::render::answer::{self, Answer};
use crate::render::answer_json;
use crate::render::voice::{Voice, arguments};

pub fn run(args: &CheckArgs, global: &Global, messages: &Messages, output: &mut Output) -> Result<Exit, Failure> {
    output.only(&[Format::Text, Format::Markdown, Format::Json])?;
    let knowledge =
        super::data::load_with(|knowledge| Some(chosen(knowledge, args.table.as_deref())), global, messages, output)?;
    let table = find_table(knowledge, args.table.as_deref())?;
    let facts = read_facts(knowledge, table, &args.facts, global.quiet, messages, output)?;
    let voice = Voice { knowledge, messages };
    let decision = decide(table, &facts, global.strict);
    let advice = advise(knowledge, table, &decision);
    let replay = replay(voice, table, &decision.facts, global);
    let answer = Answer { knowledge, table, decision: &decision, advice: &advice, replay: &replay };
    match output.format {
        Format::Json => output.json(&answer_json::answer(&answer, voice))?,
        _ => output.document(&answer::document(&answer, voice), WIDTH)?,
    }
    Ok(decision.verdict().into())
}

/// Id of the table that is asked about.
pub fn chosen(knowledge: &Knowledge, name: Option<&str>) -> String {
    name.unwrap_or(&knowledge.default_table).to_owned()
}

/// The table that is asked about.
pub fn find_table<'k>(knowledge: &'k Knowledge, name: Option<&str>) -> Result<&'k Table, Failure> {
    let found = match name {
        Some(name) => knowledge.tables.iter().find(|table| table.id.eq_ignore_ascii_case(name)),
        None => knowledge.default_table(),
    };
    found.ok_or_else(|| {
        let name = name.unwrap_or_default();
        let known = knowledge.tables.iter().map(|table| table.id.as_str());
        Failure::unknown(Message::new("unknown-table").with("table", name), name, known)
    })
}

/// The facts, with a note for each name that can mean several things.
pub fn read_facts(
    knowledge: &Knowledge,
    table: &Table,
    written: &[String],
    quiet: bool,
    messages: &Messages,
    output: &mut Output,
) -> Result<facts::Facts, Failure> {
    let read = facts::read(knowledge, table, written).map_err(|errors| {
        let problem = |error: &facts::FactError| Problem {
            message: error.message(),
            help: Some(error.help()),
            near: error.near().to_vec(),
        };
        Failure::Usage(errors.iter().map(problem).collect())
    })?;
    for ambiguous in read.ambiguous.iter().filter(|_| !quiet) {
        let note =
            Message::new("fact-ambiguous").with("name", &ambiguous.name).with("values", ambiguous.values.join(", "));
        output.message(&format!("{}: {}", messages.text("note-label"), messages.say(&note)));
    }
    Ok(read.facts)
}

/// The command that gives the same answer again.
fn replay(voice: Voice<'_>, table: &Table, facts: &facts::Facts, global: &Global) -> String {
    let mut words = vec!["canmanage".to_owned(), "check".to_owned()];
    if let Some(folder) = global.data.as_ref().and_then(|folder| folder.to_str()) {
        words.extend(["--data".to_owned(), shlex::try_quote(folder).map_or_else(|_| String::from("DIR"), Into::into)]);
    }
    if global.strict {
        words.push("--strict".to_owned());
    }
    words.extend(["--table".to_owned(), table.id.clone()]);
    words.extend(arguments(voice, table, facts));
    words.join(" ")
}
