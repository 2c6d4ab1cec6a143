//! `canmanage page --output FILE`: every answer in one HTML file.

use strum::IntoEnumIterator as _;

use crate::cli::args::PageArgs;
use crate::cli::file;
use crate::cli::prelude::{Exit, Failure, Format, Session};
use crate::locale::Language;
use crate::page;

pub fn run(args: &PageArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text])?;
    let knowledge = session.knowledge()?;
    let first = session.messages.language();
    let spoken = |language: &Language| knowledge.languages.iter().any(|tag| tag == language.tag());
    let others = Language::iter().filter(|language| *language != first && spoken(language));
    let languages: Vec<Language> = std::iter::once(first).chain(others).collect();
    let page = page::page(knowledge, session.invocation.data.as_deref(), &languages).map_err(Failure::Input)?;
    file::write(&args.output, &page)?;
    Ok(Exit::Clean)
}
