//! The manual: one page with every command, its arguments and the exit codes.

use std::io::{self, Write as _};

use clap::Command;
use clap_mangen::Man;
use strum::IntoEnumIterator as _;

use crate::cli::exit::Exit;
use crate::locale::{Message, Messages};

pub fn page(command: Command, messages: &Messages) -> io::Result<Vec<u8>> {
    let mut page = Vec::new();
    let mut root = command;
    root.build();
    let man = Man::new(root.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    for sub in root.get_subcommands() {
        describe(sub, &format!("canmanage {}", sub.get_name()), &mut page)?;
    }
    writeln!(page, ".SH \"{}\"", messages.text("man-exit-codes"))?;
    for exit in Exit::iter() {
        writeln!(page, ".TP\n{}\n{}", exit as u8, messages.say(&Message::new(format!("exit-{exit}"))))?;
    }
    man.render_version_section(&mut page)?;
    Ok(page)
}

/// A command with its own arguments, those of the whole program left out, and the commands below it.
fn describe(command: &Command, name: &str, page: &mut Vec<u8>) -> io::Result<()> {
    let own = command.clone().mut_args(|argument| {
        let shared = argument.is_global_set() || argument.get_id() == "help";
        if shared { argument.hide(true) } else { argument }
    });
    let usage = own.clone().render_usage().to_string();
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).trim();
    writeln!(page, ".SH \"{}\"", name.to_uppercase())?;
    writeln!(page, "{}\n.PP\n.B {usage}", own.get_about().map(ToString::to_string).unwrap_or_default())?;
    for argument in own.get_arguments().filter(|argument| !argument.is_hide_set()) {
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        writeln!(page, ".TP\n\\fB{}\\fR\n{help}", argument.to_string().replace('-', "\\-"))?;
    }
    for sub in command.get_subcommands() {
        describe(sub, &format!("{name} {}", sub.get_name()), page)?;
    }
    Ok(())
}
