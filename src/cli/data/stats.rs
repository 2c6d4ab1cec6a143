//! `canmanage data stats [DIR]`: how much there is.

use crate::cli::args::DataStatsArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Format;
use crate::cli::session::Session;
use crate::render::stats;

pub fn run(args: &DataStatsArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text, Format::Markdown, Format::Json])?;
    let knowledge = match &args.dir {
        Some(folder) => session.knowledge_of(folder)?,
        None => session.knowledge()?,
    };
    let cx = session.context(knowledge);
    match session.output.format {
        Format::Json => session.output.json(&stats::json(cx))?,
        _ => session.output.document(&stats::document(cx))?,
    }
    Ok(Exit::Clean)
}
