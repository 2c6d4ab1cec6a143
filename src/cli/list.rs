//! `canmanage list KIND`: what there is.

use crate::cli::args::{ListArgs, ListKind};
use crate::cli::prelude::{App, Exit, Extent, Failure, Format};
use crate::print::record::names;
use crate::view::listing;
use crate::view::record::{RecordKind, Records};

pub fn run(args: &ListArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[])?;
    let knowledge = app.knowledge(Extent::Whole)?;
    let cx = app.context(knowledge);
    let output = &mut *app.output;
    let entries = listing::entries(cx, |kind, _| kinds(args.kind).contains(&kind));
    match output.format {
        Format::Json => output.json(&Records::listed(args.kind.to_string(), entries))?,
        _ if entries.is_empty() => output.answer(&format!("{}\n", app.messages.text("list-none")))?,
        _ => output.document(&names(&entries))?,
    }
    Ok(Exit::Clean)
}

fn kinds(kind: ListKind) -> &'static [RecordKind] {
    match kind {
        ListKind::Tables => &[RecordKind::Table],
        ListKind::Axes => &[RecordKind::Axis],
        ListKind::Values => &[RecordKind::Value, RecordKind::Package, RecordKind::Group],
        ListKind::Rules => &[RecordKind::Rule, RecordKind::Caution, RecordKind::Silent],
        ListKind::Procedures => &[RecordKind::Procedure],
        ListKind::Remedies => &[RecordKind::Remedy],
        ListKind::Packages => &[RecordKind::Package],
        ListKind::Sources => &[RecordKind::Source],
        ListKind::Codes => &[RecordKind::Code],
    }
}
