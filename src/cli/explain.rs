//! `canmanage explain ID`: one entry of the knowledge, or several of the same name.

use crate::cli::args::ExplainArgs;
use crate::cli::prelude::{App, Exit, Extent, Failure};
use crate::diag::Problem;
use crate::diag::suggest::nearest;
use crate::locale::Message;
use crate::print::record::blocks;
use crate::view::Context;
use crate::view::listing;
use crate::view::record::Records;

pub fn run(args: &ExplainArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.shows(&[])?;
    let knowledge = app.knowledge(Extent::Whole)?;
    let cx = app.context(knowledge);
    let found = Records::explained(listing::find(&args.id, cx));
    if found.entries.is_empty() {
        return Err(unknown(&args.id, cx));
    }
    app.output.view(&found, || blocks(&found.entries, cx.messages))?;
    Ok(Exit::Clean)
}

fn unknown(id: &str, cx: Context<'_>) -> Failure {
    let entries = listing::entries(cx, |_, _| true);
    let near = nearest(id, entries.iter().map(|entry| entry.id.as_str()), 3);
    Problem::suggesting(Message::new("unknown-id").with("id", id), &near, Message::new("help-list")).into()
}
