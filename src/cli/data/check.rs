//! `canmanage data check DIR`: everything that is wrong with a knowledge folder.

use crate::cli::args::{DataCheckArgs, Format};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::session::{Session, read_folder};
use crate::diag::{Severity, emit};
use crate::locale::Message;
use crate::render::findings;

pub fn run(args: &DataCheckArgs, session: &mut Session<'_>) -> Result<Exit, Failure> {
    let Session { global, messages, output } = session;
    output.only(&[Format::Text, Format::Json])?;
    let (files, _, mut report) = read_folder(&args.dir)?;
    let exit = args.levels.apply(&mut report)?;
    let warnings = report.findings().iter().filter(|finding| finding.severity == Severity::Warning).count();
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
    Ok(exit)
}
