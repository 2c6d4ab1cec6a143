//! `canmanage ask --interactive`: the question that settles most is asked, and the answer taken into account.

use std::io::{self, IsTerminal as _};

use super::exit_of;
use crate::ask::{Reading, Subject};
use crate::cli::prelude::{App, Exit, Failure, Format};
use crate::decide::facts::{self, Facts};
use crate::knowledge::{Axis, Table, ValueSet};
use crate::locale::Message;
use crate::print::{self, Block, Item, Marker};
use crate::view::{Answered, Context, question};

/// Refuses to ask where nobody sits.
pub fn require_terminal(format: Format) -> Result<(), Failure> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() && format == Format::Text {
        return Ok(());
    }
    Err(Failure::usage(Message::new("interactive-needs-terminal"), "help-interactive"))
}

/// Asks until nothing is open, or an empty line says that it is enough. Of each answer only what changed is shown.
pub fn converse(
    mut reading: Reading<'_>,
    mut answered: Answered,
    cx: Context<'_>,
    app: &mut App<'_>,
    mut exit: Exit,
) -> Result<Exit, Failure> {
    let detail = app.global.detail();
    let blocks = |answered: &Answered| print::question::blocks(answered, detail, cx.messages);
    let mut shown = blocks(&answered);
    loop {
        let Subject::Table(asked) = &mut reading.subject else { return Ok(exit) };
        let Some(question) = &answered.answer.next_question else { return Ok(exit) };
        let table: &Table = asked.table;
        let Some((at, axis)) = table.axis(&question.axis) else { return Ok(exit) };
        let Some(told) = ask(axis, table, cx, app)? else { return Ok(exit) };
        let values = told.get(at).into_iter().flat_map(ValueSet::ones);
        *asked = asked.told(at, values);
        answered = question::answered(cx, &reading);
        let now = blocks(&answered);
        app.output.document(&changed(&now, &shown))?;
        (shown, exit) = (now, exit_of(&answered));
    }
}

/// What the blocks of an answer say that those of the answer before did not: sections with something new, without remarks that were
/// there. Steps stay together, or their numbers would count nothing.
fn changed(now: &[Block], before: &[Block]) -> Vec<Block> {
    let is_remark = |item: &Item| matches!(item.marker, Marker::Symbol(..));
    let known = |item: &Item| before.iter().any(|block| matches!(block, Block::Items(items) if items.contains(item)));
    let mut changed = Vec::new();
    for section in now.chunk_by(|_, next| !matches!(next, Block::Heading(_))) {
        let mut new: Vec<Block> = section.iter().filter(|block| !before.contains(block)).cloned().collect();
        for block in &mut new {
            if let Block::Items(items) = block {
                items.retain(|item| !(is_remark(item) && known(item)));
            }
        }
        new.retain(|block| !block.is_empty());
        let heading = section.first().filter(|first| matches!(first, Block::Heading(_)) && !new.contains(first));
        if new.iter().any(|block| !matches!(block, Block::Heading(_))) {
            changed.extend(heading.cloned());
            changed.extend(new);
        }
    }
    changed
}

/// What the asker says of the axis, read the way `check` reads facts; nothing if the asker has had enough.
fn ask(axis: &Axis, table: &Table, cx: Context<'_>, app: &mut App<'_>) -> Result<Option<Facts>, Failure> {
    loop {
        app.output.message(&format!("? {}", cx.text(&axis.question)));
        let names = Message::new("interactive-known").with("names", cx.shorts(axis, &axis.inside_set()));
        app.output.message(&format!("  {}", cx.say(&names)));
        let mut line = String::new();
        let read = io::stdin().read_line(&mut line);
        read.map_err(|error| Failure::Input(Message::new("question-unreadable").with("reason", error.to_string())))?;
        if line.trim().is_empty() {
            return Ok(None);
        }
        match facts::read(cx.knowledge, table, &[format!("{}={}", axis.id, line.trim())]) {
            Ok(read) => return Ok(Some(read.facts)),
            Err(errors) => {
                for error in errors {
                    app.output.message(&cx.say(&error.message));
                    if let Some(help) = &error.help {
                        app.output.message(&format!("  {}", cx.say(help)));
                    }
                }
            }
        }
    }
}
