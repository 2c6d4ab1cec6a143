//! `canmanage data`: the knowledge itself. One file a verb.

mod check;
mod diff;
mod init;
mod new;
mod prove;
mod schema;
mod stats;

use crate::cli::args::{DataArgs, DataCommand};
use crate::cli::prelude::{App, Exit, Failure};

pub fn run(args: &DataArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    match &args.command {
        DataCommand::Check(args) => check::run(args, app),
        DataCommand::Diff(args) => diff::run(args, app),
        DataCommand::Prove(args) => prove::run(args, app),
        DataCommand::Stats(args) => stats::run(args, app),
        DataCommand::Schema(args) => schema::run(args, app),
        DataCommand::Init(args) => init::run(args, app),
        DataCommand::New(args) => new::run(args, app),
    }
}
