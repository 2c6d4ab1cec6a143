//! `canmanage check AXIS=VALUE...`: exact facts.

use crate::advise::advise;
use crate::cli::args::CheckArgs;
use crate::cli::prelude::{Exit, Failure, Session};
use crate::decide::decide;
use crate::diag::problem::Problem;
use crate::knowledge::Knowledge;
use crate::knowledge::table::Table;
use crate::locale::Message;
use crate::{print, view};

pub fn run(args: &CheckArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.shows(&[])?;
    let (knowledge, table) = asked(args.table.as_deref(), session)?;
    let facts = session.facts(knowledge, table, &args.facts)?;
    let decision = decide(table, &facts, session.global.strict);
    let advice = advise(knowledge, table, &decision);
    let answer = view::answer::answer(session.context(knowledge), table, &decision, &advice);
    let detail = session.global.detail();
    session.output.view(&answer, || print::check::blocks(&answer, detail, session.messages))?;
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
        Problem::unknown(Message::new("unknown-table").with("table", wanted), wanted, known).into()
    })
}
