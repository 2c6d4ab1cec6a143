//! The knowledge itself: loading it, and `canmanage data check DIR`.

use std::path::Path;

use crate::cli::args::{DataArgs, DataCheckArgs, DataCommand, Format, Global};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::output::Output;
use crate::compile::knowledge::Knowledge;
use crate::diag::{Files, Report, Severity, emit};
use crate::locale::{Message, Messages};
use crate::render::findings;
use crate::{compile, data, embedded, lint};

/// The knowledge that answers: the folder that was named, else the embedded one.
///
/// It lives as long as the process: giving thousands of small texts back one by one, right before the system takes all
/// memory at once, would be a sixth of the time of an answer.
pub fn load(global: &Global, messages: &Messages, output: &mut Output) -> Result<&'static Knowledge, Failure> {
    load_with(|_| None, global, messages, output)
}

/// The same, for a verb that needs one table only and says which.
pub fn load_with(
    choose: impl Fn(&Knowledge) -> Option<String>,
    global: &Global,
    messages: &Messages,
    output: &mut Output,
) -> Result<&'static Knowledge, Failure> {
    read_chosen(choose, global, messages, output).map(|knowledge| &*Box::leak(Box::new(knowledge)))
}

fn read_chosen(
    choose: impl Fn(&Knowledge) -> Option<String>,
    global: &Global,
    messages: &Messages,
    output: &mut Output,
) -> Result<Knowledge, Failure> {
    let Some(folder) = &global.data else {
        return embedded::knowledge_with(choose)
            .map_err(|error| Failure::Input(Message::new("embedded-broken").with("reason", error.to_string())));
    };
    let (files, knowledge, report) = read(folder)?;
    match knowledge {
        Some(knowledge) => {
            for finding in report.findings().iter().filter(|_| !global.quiet) {
                output.message(&format!("{}\n", emit::emit(finding, &files, messages, output.colours_messages())));
            }
            Ok(knowledge)
        }
        None => Err(Failure::Knowledge(Box::new((report, files)))),
    }
}

pub fn run(args: &DataArgs, global: &Global, messages: &Messages, output: &mut Output) -> Result<Exit, Failure> {
    match &args.command {
        DataCommand::Check(args) => check(args, global, messages, output),
    }
}

fn check(args: &DataCheckArgs, global: &Global, messages: &Messages, output: &mut Output) -> Result<Exit, Failure> {
    output.only(&[Format::Text, Format::Json])?;
    let (files, _, report) = read(&args.dir)?;
    let warnings = report.findings().iter().filter(|finding| finding.code.severity() == Severity::Warning).count();
    let errors = report.findings().len() - warnings;
    if output.format == Format::Json {
        output.json(&findings::json(report.findings(), &files, messages))?;
    } else {
        for finding in report.findings() {
            output.answer(&format!("{}\n\n", emit::emit(finding, &files, messages, output.colours_answers())))?;
        }
        if !global.quiet {
            let summary = Message::new("data-checked").number("files", files.iter().count());
            output.message(&messages.say(&summary.number("errors", errors).number("warnings", warnings)));
        }
    }
    Ok(if report.findings().is_empty() { Exit::Clean } else { Exit::Unsupported })
}

/// Everything that can be said about a folder: compiled if it can be, and linted if it compiles.
fn read(folder: &Path) -> Result<(Files, Option<Knowledge>, Report), Failure> {
    let (files, mut report) = data::read_folder(folder).map_err(Failure::Input)?;
    let (catalog, knowledge, found) = compile::load(&files);
    report.extend(found);
    let knowledge = knowledge.filter(|_| !report.is_fatal());
    if let Some(knowledge) = &knowledge {
        report.extend(lint::check(&catalog, knowledge));
    }
    report.sort();
    Ok((files, knowledge, report))
}
