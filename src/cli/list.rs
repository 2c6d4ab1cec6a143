//! `canmanage list KIND`: what there is.

use crate::cli::args::{ListArgs, ListKind};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Format;
use crate::cli::session::Session;
use crate::render::entry::{self, Kind};
use crate::render::listing;

pub fn run(args: &ListArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text, Format::Markdown, Format::Json])?;
    let knowledge = session.knowledge()?;
    let cx = session.context(knowledge);
    let output = &mut *session.output;
    let mut entries = listing::entries(cx);
    entries.retain(|entry| kinds(args.kind).contains(&entry.kind));
    match output.format {
        Format::Json => output.json(&entry::list_json(&args.kind.to_string(), &entries))?,
        _ if entries.is_empty() => output.answer(&format!("{}\n", session.messages.text("list-none")))?,
        _ => output.document(&entry::names(&entries))?,
    }
    Ok(Exit::Clean)
}

fn kinds(kind: ListKind) -> &'static [Kind] {
    match kind {
        ListKind::Tables => &[Kind::Table],
        ListKind::Axes => &[Kind::Axis],
        ListKind::Values => &[Kind::Value, Kind::Package, Kind::Group],
        ListKind::Rules => &[Kind::Rule, Kind::Caution, Kind::Silent],
        ListKind::Procedures => &[Kind::Procedure],
        ListKind::Remedies => &[Kind::Remedy],
        ListKind::Packages => &[Kind::Package],
        ListKind::Sources => &[Kind::Source],
        ListKind::Codes => &[Kind::Code],
    }
}
