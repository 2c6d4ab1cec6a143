//! `canmanage data new KIND`: a commented specimen of a kind of file.

use crate::cli::args::DataNewArgs;
use crate::cli::file;
use crate::cli::load::languages;
use crate::cli::prelude::{Exit, Failure, Format, Session};
use crate::cli::upgrade;
use crate::model::kind::FileKind;
use crate::schema::specimen::{plan, specimen};
use crate::upgrade::said;

pub fn run(args: &DataNewArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text])?;
    let text = match args.kind.parse::<FileKind>() {
        Ok(kind) => specimen(kind, &languages(session.global.data.as_deref()), session.messages),
        Err(_) => {
            let (knowledge, runbook) = upgrade::asked(session)?;
            plan(&said::example(knowledge, runbook), session.messages)
        }
    };
    match &args.output {
        Some(path) => file::write_new(path, &text)?,
        None => session.output.answer(&text)?,
    }
    Ok(Exit::Clean)
}
