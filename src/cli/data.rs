//! `canmanage data`: the knowledge itself. One file a verb.

mod check;
mod diff;
mod init;
mod new;
mod prove;
mod schema;
mod stats;

use crate::cli::args::{DataArgs, DataCommand};
use crate::cli::prelude::{Exit, Failure, Session};

pub fn run(args: &DataArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    match &args.command {
        DataCommand::Check(args) => check::run(args, session),
        DataCommand::Diff(args) => diff::run(args, session),
        DataCommand::Prove(args) => prove::run(args, session),
        DataCommand::Stats(args) => stats::run(args, session),
        DataCommand::Schema(args) => schema::run(args, session),
        DataCommand::Init(args) => init::run(args, session),
        DataCommand::New(args) => new::run(args, session),
    }
}
