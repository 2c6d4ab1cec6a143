//! Help in the language of the asker: the structure is clap's, every word comes from `src/locale/*.ftl`.

use clap::{Arg, ArgAction, Command, CommandFactory as _};

use crate::cli::args::Cli;
use crate::cli::output::WIDTH;
use crate::locale::{Message, Messages};

/// The command line with its help texts.
pub fn command(messages: &Messages) -> Command {
    speak(wordless(), "canmanage", messages)
}

/// The same command line without them, which is all that reading arguments takes.
pub fn wordless() -> Command {
    let command = Cli::command().disable_help_flag(true).disable_version_flag(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    command.arg(help_flag()).arg(version).term_width(WIDTH)
}

fn help_flag() -> Arg {
    Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true)
}

/// Gives a command, its arguments and its subcommands their words. `path` names the command: `data-check`.
fn speak(command: Command, path: &str, messages: &Messages) -> Command {
    let template = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", messages.text("cli-usage"));
    let word = |id: String| messages.say(&Message::new(id));
    let headed = command
        .about(word(format!("cmd-{path}")))
        .help_template(template)
        .subcommand_help_heading(messages.text("cli-commands"))
        .mut_args(|argument| {
            let heading = if argument.is_positional() { "cli-arguments" } else { "cli-options" };
            let help = word(format!("arg-{}", argument.get_id()));
            let argument = argument.help(help).help_heading(messages.text(heading));
            let valued = argument.is_positional() || argument.get_action().takes_values();
            argument.hide_possible_values(valued).hide_default_value(valued)
        });
    headed.mut_subcommands(|sub| {
        let path = if path == "canmanage" { sub.get_name().to_owned() } else { format!("{path}-{}", sub.get_name()) };
        speak(sub.disable_help_flag(true), &path, messages)
    })
}
