//! `canmanage setup --from OS --manage "server=.. on=.. kind=.."...`: a workstation for the servers named.

use crate::advise::setup::{Plan, plan};
use crate::cli::args::{Format, Global, SetupArgs};
use crate::cli::check::read_facts;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::{Output, WIDTH};
use crate::compile::table::Table;
use crate::decide::Facts;
use crate::locale::{Message, Messages};
use crate::render::script;
use crate::render::setup::{self, SetupAnswer};
use crate::render::voice::Voice;

pub fn run(args: &SetupArgs, global: &Global, messages: &Messages, output: &mut Output) -> Result<Exit, Failure> {
    output.only(&[Format::Text, Format::Markdown, Format::Json, Format::Script])?;
    let knowledge =
        super::data::load_with(|knowledge| Some(knowledge.setup.as_ref()?.table.clone()), global, messages, output)?;
    let none = || Failure::usage(Message::new("setup-none"), Message::new("help-setup-none"), Vec::new());
    let data = knowledge.setup.as_ref().ok_or_else(none)?;
    let table = knowledge.table(&data.table).ok_or_else(none)?;
    let axis = table.axes.get(data.workstation).ok_or_else(none)?;
    let from = vec![format!("{}={}", axis.id, args.from)];
    let from = read_facts(knowledge, table, &from, global.quiet, messages, output)?;
    let systems: Vec<usize> = from.get(data.workstation).into_iter().flat_map(|set| set.ones()).collect();
    let [system] = systems.as_slice() else {
        let message = Message::new("setup-one-system").with("name", &args.from);
        return Err(Failure::usage(message, Message::new("help-setup-one-system"), Vec::new()));
    };
    let mut servers = Vec::new();
    for written in &args.manage {
        servers.push(server(
            written,
            table,
            data.workstation,
            |facts, output| read_facts(knowledge, table, facts, global.quiet, messages, output),
            output,
        )?);
    }
    let plan = plan(data, table, *system, &servers, global.strict);
    let answer = SetupAnswer { knowledge, setup: data, table, system: *system, servers: &servers, plan: &plan };
    let voice = Voice { knowledge, messages };
    match output.format {
        Format::Json => output.json(&setup::json(&answer, voice))?,
        Format::Script => output.answer(&script::script(&answer, voice))?,
        _ => output.document(&setup::document(&answer, voice), WIDTH)?,
    }
    Ok(match plan {
        Plan::Ready(_) => Exit::Clean,
        Plan::Open(_) => Exit::Unclear,
        Plan::Refused { .. } => Exit::Unsupported,
    })
}

/// The facts of one server: `AXIS=VALUE` parted by spaces, where a value may hold spaces as well.
fn server(
    written: &str,
    table: &Table,
    workstation: usize,
    read: impl Fn(&[String], &mut Output) -> Result<Facts, Failure>,
    output: &mut Output,
) -> Result<Facts, Failure> {
    let facts = read(&parts(written), output)?;
    if facts.get(workstation).is_some() {
        let axis = table.axes.get(workstation).map(|axis| axis.id.clone()).unwrap_or_default();
        let message = Message::new("setup-from-twice").with("axis", &axis);
        return Err(Failure::usage(message, Message::new("help-setup-from-twice"), Vec::new()));
    }
    Ok(facts)
}

/// A new fact begins at each word with a `=` in it.
fn parts(written: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for word in written.split_whitespace() {
        match parts.last_mut() {
            Some(last) if !word.contains('=') => {
                last.push(' ');
                last.push_str(word);
            }
            _ => parts.push(word.to_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_value_may_hold_spaces() {
        assert_eq!(
            parts("server=Exchange 2007 SP1 on=2008  kind=ccr"),
            ["server=Exchange 2007 SP1", "on=2008", "kind=ccr"]
        );
    }
}
