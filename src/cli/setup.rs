//! `canmanage setup --from OS --manage "server=.. on=.. kind=.."...`: a workstation for the servers named.

use crate::advise::setup::plan;
use crate::cli::args::SetupArgs;
use crate::cli::prelude::{App, Exit, Extent, Failure, Format};
use crate::knowledge::ValueSet;
use crate::limits;
use crate::locale::{Language, Message, Messages};
use crate::{print, view};

pub fn run(args: &SetupArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[Format::Script])?;
    let knowledge = app.knowledge(Extent::Facts)?;
    let none = || Failure::usage(Message::new("setup-none"), "help-setup-none");
    let setup = knowledge.setup().ok_or_else(none)?;
    let table = knowledge.table(&setup.table).ok_or_else(none)?;
    let workstation = &table[setup.workstation];
    let system = app.facts(knowledge, table, &[format!("{}={}", workstation.id, args.from)])?;
    let system = system.get(setup.workstation).and_then(ValueSet::only).ok_or_else(|| {
        let message = Message::new("setup-one-system").with("name", &args.from);
        Failure::usage(message, "help-setup-one-system")
    })?;
    if args.manage.len() > limits::SERVERS {
        let message = Message::new("setup-too-many").number("servers", args.manage.len());
        return Err(Failure::usage(message.number("most", limits::SERVERS), "help-setup-too-many"));
    }
    let mut servers = Vec::new();
    for written in &args.manage {
        let server = app.facts(knowledge, table, &parts(written))?;
        if server.get(setup.workstation).is_some() {
            let message = Message::new("setup-from-twice").with("axis", &workstation.id);
            return Err(Failure::usage(message, "help-setup-from-twice"));
        }
        servers.push(server);
    }
    let plan = plan(setup, table, system, &servers, app.global.strict);
    // A script is in one language, that of its comments and of every code page.
    let english = Messages::new(Language::En);
    let is_script = app.output.format == Format::Script;
    let messages = if is_script { &english } else { app.messages };
    let cx = app.context(knowledge).spoken(messages);
    let told = view::setup::setup(cx, setup, table, system, &servers, &plan);
    match app.output.format {
        Format::Json => app.output.json(&told)?,
        Format::Script => app.output.answer(&print::script::script(&told, messages))?,
        _ => app.output.document(&print::setup::blocks(&told, app.global.detail(), messages))?,
    }
    Ok(plan.verdict().into())
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
