//! `canmanage data stats [DIR]`: how much there is.

use crate::cli::args::DataStatsArgs;
use crate::cli::prelude::{Exit, Failure, Session};
use crate::print::stats::blocks;
use crate::view::stats::stats;

pub fn run(args: &DataStatsArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.shows(&[])?;
    let knowledge = match &args.dir {
        Some(folder) => session.knowledge_of(folder)?,
        None => session.knowledge()?,
    };
    let stats = stats(session.context(knowledge));
    session.output.view(&stats, || blocks(&stats, session.messages))?;
    Ok(Exit::Clean)
}
