//! `canmanage page --output FILE`: every answer in one HTML file.

use crate::cli::args::PageArgs;
use crate::cli::file;
use crate::cli::prelude::{App, Exit, Extent, Failure, Format};
use crate::{locale, page};

pub fn run(args: &PageArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.only(&[Format::Text])?;
    let knowledge = app.knowledge(Extent::Whole)?;
    // The sentences are in a language of the program even where the knowledge has no text in it.
    let messages = app.messages;
    let first = locale::nearest_tag(messages.tag(), &knowledge.languages).unwrap_or(messages.language().tag());
    let others = knowledge.languages.iter().map(String::as_str).filter(|tag| *tag != first);
    let languages: Vec<&str> = std::iter::once(first).chain(others).collect();
    let page = page::page(knowledge, app.invocation.data.as_deref(), &languages).map_err(Failure::Input)?;
    file::write(&args.output, &page)?;
    Ok(Exit::Clean)
}
