//! `canmanage data stats [DIR]`: how much there is.

use crate::cli::args::DataStatsArgs;
use crate::cli::prelude::{App, Exit, Extent, Failure};
use crate::print::stats::blocks;
use crate::view::stats::stats;

pub fn run(args: &DataStatsArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[])?;
    let knowledge = match &args.dir {
        Some(folder) => app.knowledge_of(folder, Extent::Whole)?,
        None => app.knowledge(Extent::Whole)?,
    };
    let stats = stats(app.context(knowledge));
    app.output.view(&stats, || blocks(&stats, app.messages))?;
    Ok(Exit::Clean)
}
