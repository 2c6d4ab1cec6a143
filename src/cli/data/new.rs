//! `canmanage data new KIND`: a commented specimen of a kind of file.

use crate::cli::args::DataNewArgs;
use crate::cli::file;
use crate::cli::prelude::{Exit, Failure, Format, Session};
use crate::schema::specimen::specimen;

pub fn run(args: &DataNewArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text])?;
    let text = specimen(args.kind, session.messages);
    match &args.output {
        Some(path) => file::write_new(path, &text)?,
        None => session.output.answer(&text)?,
    }
    Ok(Exit::Clean)
}
