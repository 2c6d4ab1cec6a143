//! `canmanage data new KIND`: a commented specimen of a kind of file.

use crate::cli::args::DataNewArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::file;
use crate::cli::format::Format;
use crate::cli::session::Session;
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
