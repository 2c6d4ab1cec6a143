//! `canmanage data prove [DIR]`: every cell with what decides it, and what each entry is worth; or where the totals come from.

use crate::cli::args::DataProveArgs;
use crate::cli::check::table;
use crate::cli::load::load;
use crate::cli::prelude::{App, Exit, Extent, Failure, Format};
use crate::locale::Message;
use crate::print::ledger::{blocks, records};
use crate::review::cover::MOST_BOXES;
use crate::review::ledger::Derived;
use crate::view::ledger::proof;

pub fn run(args: &DataProveArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[Format::Csv])?;
    let knowledge = match args.proved.as_ref().or(app.global.data.as_ref()) {
        Some(folder) => Box::leak(Box::new(load(folder, Extent::Facts)?.compiled()?.knowledge)),
        None => app.knowledge(Extent::Facts)?,
    };
    let tables = match &args.only {
        Some(name) => vec![table(knowledge, name)?],
        None => knowledge.tables().collect(),
    };
    let too_many = |(table, boxes): (String, usize)| {
        let message = Message::new("ledger-too-many").with("table", table).number("boxes", boxes);
        Failure::Input(message.number("most", MOST_BOXES))
    };
    let proof = proof(app.context(knowledge), &tables, args.totals).map_err(too_many)?;
    match app.output.format {
        Format::Json => app.output.json(&proof)?,
        Format::Csv => app.output.csv(&records(&proof))?,
        format => app.output.document(&blocks(&proof, format == Format::Markdown, app.messages))?,
    }
    let is_wrong = proof.idle > 0 || proof.tables.iter().flat_map(|table| &table.totals).any(Derived::is_wrong);
    Ok(if is_wrong { Exit::Unsupported } else { Exit::Clean })
}
