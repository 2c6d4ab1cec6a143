//! `canmanage data prove [DIR]`: every cell with what decides it, and what each entry is worth.

use crate::cli::args::DataProveArgs;
use crate::cli::check::table;
use crate::cli::load::load;
use crate::cli::prelude::{Exit, Failure, Format, Session};
use crate::knowledge::table::Table;
use crate::locale::Message;
use crate::print::ledger::{blocks, records};
use crate::review::cover::MOST_BOXES;
use crate::review::ledger::{Ledger, ledger};
use crate::review::worth::{Worth, worth};
use crate::view::ledger::proof;

pub fn run(args: &DataProveArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.shows(&[Format::Csv])?;
    let knowledge = match args.proved.as_ref().or(session.global.data.as_ref()) {
        Some(folder) => Box::leak(Box::new(load(folder)?.compiled()?.knowledge)),
        None => session.knowledge()?,
    };
    let tables = match &args.only {
        Some(name) => vec![table(knowledge, name)?],
        None => knowledge.tables.iter().collect(),
    };
    let mut proved = Vec::new();
    for table in tables {
        proved.push(prove(table)?);
    }
    let cx = session.context(knowledge);
    let proof = proof(proved, cx);
    match session.output.format {
        Format::Json => session.output.json(&proof)?,
        Format::Csv => session.output.csv(&records(&proof))?,
        format => session.output.document(&blocks(&proof, format == Format::Markdown, session.messages))?,
    }
    Ok(if proof.idle > 0 { Exit::Unsupported } else { Exit::Clean })
}

fn prove(table: &Table) -> Result<(Ledger<'_>, Vec<Worth>), Failure> {
    let ledger = ledger(table).map_err(|boxes| {
        let message = Message::new("ledger-too-many").with("table", &table.id).number("boxes", boxes);
        Failure::Input(message.number("most", MOST_BOXES))
    })?;
    Ok((ledger, worth(table)))
}
