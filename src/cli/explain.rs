//! `canmanage explain ID`: one entry of the knowledge, or several of the same name.

use crate::cli::args::ExplainArgs;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::format::Format;
use crate::cli::session::Session;
use crate::diag::suggest;
use crate::locale::Message;
use crate::print::record::blocks;
use crate::view::Context;
use crate::view::listing;
use crate::view::record::Records;

pub fn run(args: &ExplainArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text, Format::Markdown, Format::Json])?;
    let knowledge = session.knowledge()?;
    let cx = session.context(knowledge);
    let output = &mut *session.output;
    let found = listing::find(&args.id, cx);
    if found.is_empty() {
        return Err(unknown(&args.id, cx));
    }
    match output.format {
        Format::Json => output.json(&Records::explained(found))?,
        _ => output.document(&blocks(&found, cx.messages))?,
    }
    Ok(Exit::Clean)
}

fn unknown(id: &str, cx: Context<'_>) -> Failure {
    let known = listing::entries(cx);
    let near = suggest::nearest(id, known.iter().map(|entry| entry.id.as_str()), 3);
    let near: Vec<String> = near.into_iter().map(str::to_owned).collect();
    let help = if near.is_empty() {
        Message::new("help-list")
    } else {
        Message::new("help-near")
            .with("names", near.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "))
    };
    Failure::usage(Message::new("unknown-id").with("id", id), help, near)
}
