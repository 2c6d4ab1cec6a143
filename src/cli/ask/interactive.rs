//! `canmanage ask --interactive`: the question that settles most is asked, and the answer taken into account.

use std::io::{self, IsTerminal as _};

use super::{Answered, Decided, show};
use crate::ask::Subject;
use crate::cli::args::Format;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::compile::axis::Axis;
use crate::compile::table::Table;
use crate::diag::suggest;
use crate::locale::Message;
use crate::render::voice::Voice;

/// Refuses to ask where nobody sits.
pub fn require_terminal(format: Format) -> Result<(), Failure> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() && format == Format::Text {
        return Ok(());
    }
    Err(Failure::usage(Message::new("interactive-needs-terminal"), Message::new("help-interactive"), Vec::new()))
}

/// Asks until nothing is open, or an empty line says that it is enough.
pub fn converse(
    mut answered: Answered<'_>,
    voice: Voice<'_>,
    session: &mut Session<'_>,
    mut exit: Exit,
) -> Result<Exit, Failure> {
    loop {
        let Subject::Table(asked) = &mut answered.reading.subject else { return Ok(exit) };
        let Some(decided) = &answered.together else { return Ok(exit) };
        let table: &Table = asked.table;
        let Some(at) = decided.advice.next_axis else { return Ok(exit) };
        let Some(axis) = table.axes.get(at) else { return Ok(exit) };
        let Some(positions) = ask(axis, voice, session)? else { return Ok(exit) };
        asked.facts = asked.facts.clone().with(at, positions, table);
        asked.cases.clear();
        asked.unknown.retain(|(unknown, _)| *unknown != at);
        let decided = Decided::new(asked, &asked.facts, &answered.replay, voice, session);
        answered.together = Some(decided);
        answered.cases.clear();
        exit = show(&answered, voice, session)?;
    }
}

/// The values that the asker names; nothing if the asker has had enough.
fn ask(axis: &Axis, voice: Voice<'_>, session: &mut Session<'_>) -> Result<Option<Vec<usize>>, Failure> {
    let Some(vocabulary) = voice.knowledge.vocabulary(axis.vocabulary) else { return Ok(None) };
    let known: Vec<&str> =
        (0..axis.values.len()).filter_map(|value| Some(axis.value(value, vocabulary)?.id.as_str())).collect();
    loop {
        session.output.message(&format!("? {}", voice.text(&axis.question)));
        let names = Message::new("interactive-known").with("names", known.join(", "));
        session.output.message(&format!("  {}", voice.say(&names)));
        let mut line = String::new();
        let read = io::stdin().read_line(&mut line);
        read.map_err(|error| Failure::Input(Message::new("question-unreadable").with("reason", error.to_string())))?;
        let name = line.trim();
        if name.is_empty() {
            return Ok(None);
        }
        let values = vocabulary.read(name).map(|reading| reading.values).unwrap_or_default();
        let mut positions: Vec<usize> = values.iter().flat_map(|value| axis.positions(*value, vocabulary)).collect();
        positions.sort_unstable();
        positions.dedup();
        if !positions.is_empty() {
            return Ok(Some(positions));
        }
        let near = suggest::nearest(name, known.iter().copied(), 3).join(", ");
        let unknown = Message::new("fact-unknown-value").with("axis", &axis.id).with("value", name);
        session.output.message(&voice.say(&unknown));
        if !near.is_empty() {
            session.output.message(&voice.say(&Message::new("help-near").with("names", near)));
        }
    }
}
