//! `canmanage data new KIND`: a commented specimen of a kind of file.

use crate::cli::args::DataNewArgs;
use crate::cli::file;
use crate::cli::load::languages;
use crate::cli::prelude::{App, Exit, Failure, Format};
use crate::cli::upgrade;
use crate::data::FileKind;
use crate::schema::specimen::{plan, specimen};
use crate::upgrade::said;

pub fn run(args: &DataNewArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.only(&[Format::Text])?;
    let text = match args.kind.parse::<FileKind>() {
        Ok(kind) => specimen(kind, &languages(app.global.data.as_deref()), app.messages),
        Err(_) => {
            let (knowledge, runbook) = upgrade::asked(app)?;
            plan(&said::example(knowledge, runbook), app.messages)
        }
    };
    match &args.output {
        Some(path) => file::write_new(path, &text)?,
        None => app.output.answer(&text)?,
    }
    Ok(Exit::Clean)
}
