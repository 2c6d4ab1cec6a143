//! `canmanage ask QUESTION`: a question as people type it.

mod batch;
mod interactive;

use std::io::{IsTerminal as _, Read as _};

use crate::advise::{Advice, advise};
use crate::ask::{Asked, Asker, Reading, Subject};
use crate::cli::args::{AskArgs, Format};
use crate::cli::check;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::WIDTH;
use crate::cli::session::Session;
use crate::decide::{Decision, Facts};
use crate::knowledge::Knowledge;
use crate::locale::{Message, Messages};
use crate::render::answer::Answer;
use crate::render::question::{self, Question};
use crate::render::question_json;
use crate::view::Context;

/// A question from standard input that is longer than this, in bytes, is not even read to its end.
const MOST_READ: u64 = 1 << 20;

pub fn run(args: &AskArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    session.output.only(&[Format::Text, Format::Markdown, Format::Json])?;
    if args.interactive {
        interactive::require_terminal(session.output.format)?;
    }
    let knowledge = session.knowledge()?;
    let asker = Asker::new(knowledge);
    if let Some(file) = &args.batch {
        return batch::run(file, &asker, knowledge, session);
    }
    let question = match args.question.as_deref() {
        Some(question) if question != "-" => question.to_owned(),
        _ => from_stdin()?,
    };
    let reading =
        asker.read(&question).map_err(|message| Failure::usage(message, Message::new("help-ask"), Vec::new()))?;
    let own;
    let messages = match messages_for(&reading, session) {
        Some(found) => {
            own = found;
            &own
        }
        None => session.messages,
    };
    let cx = Context { knowledge, messages };
    let answered = Answered::new(reading, cx, session);
    let exit = show(&answered, cx, session)?;
    if args.interactive { interactive::converse(answered, cx, session, exit) } else { Ok(exit) }
}

/// A question that was decided, with everything that showing it needs.
struct Answered<'k> {
    reading: Reading<'k>,
    together: Option<Decided>,
    cases: Vec<Decided>,
    replay: String,
}

/// One answer.
struct Decided {
    decision: Decision,
    advice: Advice,
    unknown: Vec<(usize, String)>,
    replay: String,
}

impl<'k> Answered<'k> {
    fn new(reading: Reading<'k>, cx: Context<'_>, session: &Session<'_>) -> Self {
        let replay = check::command(session.global, &["ask", &reading.question]);
        let (together, cases) = match &reading.subject {
            Subject::Table(asked) => {
                let decided = |facts: &Facts| Decided::new(asked, facts, &replay, cx, session);
                (Some(decided(&asked.facts)), asked.cases.iter().map(decided).collect())
            }
            Subject::Procedure(..) | Subject::OutOfScope(_) => (None, Vec::new()),
        };
        Self { reading, together, cases, replay }
    }

    /// The whole as the views take it.
    fn with<T>(&self, knowledge: &Knowledge, view: impl FnOnce(&Question<'_>) -> T) -> T {
        let asked = self.reading.asked();
        let answer = |decided| asked.map(|asked| answer(decided, asked, knowledge));
        let together = self.together.as_ref().and_then(answer);
        let cases = self.cases.iter().filter_map(answer).collect();
        view(&Question { reading: &self.reading, answer: together, cases, replay: &self.replay })
    }
}

impl Decided {
    fn new(asked: &Asked<'_>, facts: &Facts, replay: &str, cx: Context<'_>, session: &Session<'_>) -> Self {
        let decision = asked.decide(facts, session.global.strict);
        let advice = advise(cx.knowledge, asked.table, &decision);
        // Facts with something unknown among them cannot be given to `check`.
        let unknown = asked.unknown_in(facts);
        let replay = if unknown.is_empty() {
            check::replay(cx, asked.table, &decision.facts, session.global)
        } else {
            replay.to_owned()
        };
        Self { decision, advice, unknown, replay }
    }
}

fn answer<'a>(decided: &'a Decided, asked: &'a Asked<'_>, knowledge: &'a Knowledge) -> Answer<'a> {
    Answer {
        knowledge,
        table: asked.table,
        decision: &decided.decision,
        advice: &decided.advice,
        unknown: &decided.unknown,
        replay: &decided.replay,
    }
}

fn show(answered: &Answered<'_>, cx: Context<'_>, session: &mut Session<'_>) -> Result<Exit, Failure> {
    answered.with(cx.knowledge, |question| {
        match session.output.format {
            Format::Json => session.output.json(&question_json::answer(question, cx))?,
            _ => session.output.document(&question::document(question, cx), WIDTH)?,
        }
        Ok(question::verdict(question).map_or(Exit::Unclear, Exit::from))
    })
}

/// The sentences of the question's language, unless another was asked for or these are at hand.
fn messages_for(reading: &Reading<'_>, session: &Session<'_>) -> Option<Messages> {
    let wanted = reading.language;
    let other = session.global.lang.is_none() && session.messages.language() != wanted;
    other.then(|| Messages::new(wanted))
}

fn from_stdin() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        return Err(Failure::usage(Message::new("question-empty"), Message::new("help-ask"), Vec::new()));
    }
    let read = stdin.lock().take(MOST_READ).read_to_end(&mut bytes);
    read.map_err(|error| Failure::Input(Message::new("question-unreadable").with("reason", error.to_string())))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Failure::Input(Message::new("question-not-utf8").number("byte", error.utf8_error().valid_up_to()))
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
