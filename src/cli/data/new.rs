//! `canmanage data new KIND`: a commented specimen of a kind of file.

use crate::cli::args::DataNewArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::file;
use crate::cli::format::Format;
use crate::cli::session::Session;
use crate::cli::upgrade;
use crate::model::kind::Kind;
use crate::schema::specimen::{plan, specimen};

pub fn run(args: &DataNewArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text])?;
    let text = match args.kind.parse::<Kind>() {
        Ok(kind) => specimen(kind, session.messages),
        Err(_) => {
            let (knowledge, runbook) = upgrade::asked(session)?;
            plan(&upgrade::example(knowledge, runbook), session.messages)
        }
    };
    match &args.output {
        Some(path) => file::write_new(path, &text)?,
        None => session.output.answer(&text)?,
    }
    Ok(Exit::Clean)
}
