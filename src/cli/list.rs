//! `canmanage list KIND`: what there is.

use crate::cli::args::{ListArgs, ListKind};
use crate::cli::prelude::{Exit, Failure, Format, Session};
use crate::print::record::names;
use crate::view::listing;
use crate::view::record::{RecordKind, Records};

pub fn run(args: &ListArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.shows(&[])?;
    let knowledge = session.knowledge()?;
    let cx = session.context(knowledge);
    let output = &mut *session.output;
    let entries = listing::entries(cx, |kind, _| kinds(args.kind).contains(&kind));
    match output.format {
        Format::Json => output.json(&Records::listed(args.kind.to_string(), entries))?,
        _ if entries.is_empty() => output.answer(&format!("{}\n", session.messages.text("list-none")))?,
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
