//! Why there is no answer: shown on stderr, and in JSON mode on stdout as well.

use crate::cli::args::Format;
use crate::cli::exit::Exit;
use crate::cli::output::Output;
use crate::diag::{Files, Report, emit, suggest};
use crate::locale::{Message, Messages};
use crate::print::findings;
use crate::render::json::{ErrorV1, ErrorsV1};

/// A reason to stop.
pub enum Failure {
    /// The command line asks for something that does not exist.
    Usage(Vec<Problem>),
    /// A knowledge folder is beyond use.
    Knowledge(Box<(Report, Files)>),
    /// A file or folder cannot be read, or the answer cannot be written.
    Input(Message),
}

/// Something that cannot be understood, and what to do.
pub struct Problem {
    pub message: Message,
    pub help: Option<Message>,
    pub near: Vec<String>,
}

impl Failure {
    pub fn usage(message: Message, help: Message, near: Vec<String>) -> Self {
        Self::Usage(vec![Problem { message, help: Some(help), near }])
    }

    /// A name that is none of those known: the near ones are suggested, else all are listed.
    pub fn unknown<'n>(message: Message, name: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let near = suggest::nearest(name, known.iter().copied(), 3);
        let help = if near.is_empty() { ("help-known", &known) } else { ("help-near", &near) };
        let names = help.1.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        Self::usage(message, Message::new(help.0).with("names", names), near.into_iter().map(str::to_owned).collect())
    }

    pub fn writing(reason: &str) -> Self {
        Self::Input(Message::new("cannot-write").with("reason", reason))
    }

    /// Shows it, and says how the program ends.
    pub fn show(self, messages: &Messages, output: &mut Output) -> Exit {
        match self {
            Self::Usage(problems) => {
                show_problems("usage", &problems, messages, output);
                Exit::Usage
            }
            Self::Input(message) => {
                show_problems("input", &[Problem { message, help: None, near: Vec::new() }], messages, output);
                Exit::Input
            }
            Self::Knowledge(found) => {
                let (report, files) = *found;
                show_findings(&report, &files, messages, output);
                Exit::Input
            }
        }
    }
}

fn show_problems(kind: &str, problems: &[Problem], messages: &Messages, output: &mut Output) {
    let error = messages.text("error-label");
    for problem in problems {
        output.message(&format!("{error}: {}", messages.say(&problem.message)));
        if let Some(help) = &problem.help {
            output.message(&format!("  {}: {}", messages.text("help-label"), messages.say(help)));
        }
    }
    if output.format == Format::Json {
        let errors = problems.iter().map(|problem| ErrorV1 {
            kind: kind.to_owned(),
            message: messages.say(&problem.message),
            help: problem.help.as_ref().map(|help| messages.say(help)),
            near: problem.near.clone(),
        });
        let _ = output.json(&ErrorsV1 { format: "canmanage/error/1", errors: errors.collect() });
    }
}

/// Findings as excerpts on stderr, or as JSON on stdout.
fn show_findings(report: &Report, files: &Files, messages: &Messages, output: &mut Output) {
    for finding in report.findings() {
        output.message(&format!("{}\n", emit::emit(finding, files, messages, output.colours_messages())));
    }
    if output.format == Format::Json {
        let _ = output.json(&findings::json(report.findings(), files, messages));
    }
}
