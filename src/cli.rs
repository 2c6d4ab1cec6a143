//! Arguments, printing, exit codes. One verb a file: load, call one stage, render. No rule lives here.

mod app;
mod args;
mod ask;
mod check;
mod complete;
mod data;
mod exit;
mod explain;
mod failure;
mod file;
mod format;
mod help;
mod levels;
mod list;
mod load;
mod man;
mod matrix;
mod output;
mod page;
mod prelude;
mod raw;
mod revision;
mod setup;
mod upgrade;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Command, FromArgMatches as _};

use crate::locale::Messages;
use crate::view::Invocation;
use app::App;
use args::{Cli, Command as Verb};
use exit::Exit;
use failure::Failure;
use output::Output;
use raw::Raw;

pub fn main() -> ExitCode {
    run(&std::env::args_os().collect::<Vec<_>>()).into()
}

fn run(arguments: &[OsString]) -> Exit {
    if complete::answered(help::command, arguments) {
        return Exit::Clean;
    }
    // How to speak is needed before the arguments are understood: help and errors are in a language, too.
    let raw = Raw::new(arguments);
    // Like the knowledge, the sentences live as long as the process: see `App::knowledge`.
    let messages: &Messages = Box::leak(Box::new(Messages::of_tag(&raw.language())));
    let mut output = Output::new(raw.colour(), raw.format(), raw.width(), raw.ascii());
    let result = match parse(arguments) {
        Ok(cli) => dispatch(&cli, &raw, messages, &mut output),
        Err(error) if shows_help(&error) => help(arguments, &raw, messages, &mut output),
        Err(error) => usage::answer(&error, &mut output),
    };
    let exit = result.unwrap_or_else(|failure| output.failure(failure, messages));
    output.note_of_letters(messages);
    exit
}

/// Reads the arguments with the command alone that is named. What cannot be read so is read again with all commands, so that the
/// error knows them.
fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    match parse_with(help::narrow(arguments), arguments) {
        Err(error) if !matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            parse_with(help::command(), arguments)
        }
        parsed => parsed,
    }
}

fn parse_with(command: Command, arguments: &[OsString]) -> Result<Cli, clap::Error> {
    // Not given back either: see `App::knowledge`.
    Cli::from_arg_matches(&Box::leak(Box::new(command)).try_get_matches_from_mut(arguments)?)
}

fn shows_help(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand)
}

fn dispatch(cli: &Cli, raw: &Raw<'_>, messages: &Messages, output: &mut Output) -> Result<Exit, Failure> {
    let data = cli.global.data.as_ref().and_then(|folder| folder.to_str()).map(str::to_owned);
    let invocation = &Invocation { data, strict: cli.global.strict };
    if let Some(tag) = &cli.global.lang {
        load::check_language(tag, cli.folder())?;
    }
    let app = &mut App { global: &cli.global, messages, invocation, output };
    match &cli.command {
        Verb::Ask(args) => ask::run(args, app),
        Verb::Check(args) => check::run(args, app),
        Verb::Matrix(args) => matrix::run(args, app),
        Verb::Setup(args) => setup::run(args, app),
        Verb::Page(args) => page::run(args, app),
        Verb::Upgrade(args) => upgrade::run(args, app),
        Verb::Explain(args) => explain::run(args, app),
        Verb::List(args) => list::run(args, app),
        Verb::Data(args) => data::run(args, app),
        Verb::Completions(args) => written(complete::script(args.shell), output),
        Verb::Man => {
            let command = with_words(raw, messages, output.width, false);
            written(man::page(command, messages), output)
        }
        Verb::Help(args) => {
            let words = args.command.iter().map(String::as_str);
            let words: Vec<OsString> =
                ["canmanage"].into_iter().chain(words).chain(["--help"]).map(OsString::from).collect();
            help(&words, raw, messages, output)
        }
    }
}

/// Shows the help that the arguments ask for. The words are given to the command line only here, where they are shown.
fn help(arguments: &[OsString], raw: &Raw<'_>, messages: &Messages, output: &mut Output) -> Result<Exit, Failure> {
    let coloured = output.colours_answers();
    match parse_with(with_words(raw, messages, output.width, coloured), arguments) {
        Err(error) => usage::answer(&error, output),
        Ok(_) => Ok(Exit::Clean),
    }
}

fn with_words(raw: &Raw<'_>, messages: &Messages, width: usize, coloured: bool) -> Command {
    let knowledge = load::quietly(raw);
    let words =
        help::HelpWords { messages, knowledge: knowledge.as_ref(), table: raw.last("--table"), width, coloured };
    words.of(help::command())
}

fn written(page: std::io::Result<Vec<u8>>, output: &mut Output) -> Result<Exit, Failure> {
    let page = page.map_err(Failure::writing)?;
    output.bytes(&page)?;
    Ok(Exit::Clean)
}
