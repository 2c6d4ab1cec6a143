//! `canmanage check AXIS=VALUE...`: exact facts.

use crate::advise::advise;
use crate::cli::args::CheckArgs;
use crate::cli::prelude::{App, Exit, Extent, Failure};
use crate::decide::decide;
use crate::diag::Problem;
use crate::knowledge::{Knowledge, Table};
use crate::locale::Message;
use crate::{print, view};

pub fn run(args: &CheckArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[])?;
    let (knowledge, table) = asked(args.table.as_deref(), app)?;
    let facts = app.facts(knowledge, table, &args.facts)?;
    let decision = decide(table, &facts, app.global.strict);
    let advice = advise(knowledge, table, &decision);
    let answer = view::answer::answer(app.context(knowledge), table, &decision, &advice);
    let detail = app.global.detail();
    app.output.view(&answer, || print::short::detailed(&answer, detail, app.messages))?;
    Ok(decision.verdict().into())
}

pub fn asked(name: Option<&str>, app: &mut App<'_>) -> Result<(&'static Knowledge, &'static Table), Failure> {
    let knowledge = app.knowledge(Extent::Facts)?;
    Ok((knowledge, table(knowledge, name.unwrap_or(&knowledge.default_table))?))
}

pub fn table<'k>(knowledge: &'k Knowledge, wanted: &str) -> Result<&'k Table, Failure> {
    let found = knowledge.tables.iter().find(|(id, _)| id.eq_ignore_ascii_case(wanted));
    found.map(|(_, table)| &**table).ok_or_else(|| {
        let known = knowledge.tables.keys().map(String::as_str);
        Problem::unknown(Message::new("unknown-table").with("table", wanted), wanted, known).into()
    })
}
