//! Arguments, printing, exit codes. One verb a file: load, call one stage, render. No rule lives here.

mod args;
mod ask;
mod check;
mod data;
mod exit;
mod explain;
mod failure;
mod file;
mod levels;
mod list;
mod localize;
mod matrix;
mod output;
mod session;
mod setup;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, FromArgMatches as _};

use crate::locale::Messages;
use crate::view::Invocation;
use args::{Cli, Command, Hints};
use exit::Exit;
use failure::Failure;
use output::Output;
use session::Session;

/// Runs the program on the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    run(&std::env::args_os().collect::<Vec<_>>()).into()
}

fn run(arguments: &[OsString]) -> Exit {
    // How to speak is needed before the arguments are understood: help and errors are in a language, too.
    let hints = Hints::of(arguments);
    // Like the knowledge, the sentences live as long as the process: see `Session::knowledge_with`.
    let messages: &Messages = Box::leak(Box::new(Messages::new(hints.language)));
    let mut output = Output::new(hints.colour, hints.format);
    // The words are given to the arguments only if they are shown: when help is asked for, or something is wrong.
    let parsed = localize::wordless().try_get_matches_from(arguments);
    let parsed = parsed.or_else(|_| localize::command(messages).try_get_matches_from(arguments));
    let parsed = parsed.and_then(|matches| parse(&matches));
    let result = match parsed {
        Ok(cli) => dispatch(&cli, messages, &mut output),
        Err(error) => usage::answer(&error, &mut output),
    };
    match result {
        Ok(exit) => exit,
        Err(failure) => failure.show(messages, &mut output),
    }
}

fn parse(matches: &ArgMatches) -> Result<Cli, clap::Error> {
    Cli::from_arg_matches(matches)
}

fn dispatch(cli: &Cli, messages: &Messages, output: &mut Output) -> Result<Exit, Failure> {
    let data = cli.global.data.as_ref().and_then(|folder| folder.to_str()).map(str::to_owned);
    let invocation = &Invocation { data, strict: cli.global.strict };
    let session = &mut Session { global: &cli.global, messages, invocation, output };
    match &cli.command {
        Command::Ask(args) => ask::run(args, session),
        Command::Check(args) => check::run(args, session),
        Command::Matrix(args) => matrix::run(args, session),
        Command::Setup(args) => setup::run(args, session),
        Command::Explain(args) => explain::run(args, session),
        Command::List(args) => list::run(args, session),
        Command::Data(args) => data::run(args, session),
        Command::Completions(args) => session.output.completions(args.shell, localize::command(messages)),
        Command::Man => session.output.man(localize::command(messages)),
    }
}
