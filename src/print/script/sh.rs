//! A set-up as a script for a POSIX shell, with the promises of the one for cmd.exe: where every command of the steps is of that shell.

use super::{NO_ARGUMENT, UNMET, ascii, beginning, told, variables};
use crate::locale::{Message, Messages};
use crate::model::Shell;
use crate::view::SetupStep;
use crate::view::setup::{Return, Station};

pub(super) fn script(station: &Station, messages: &Messages) -> String {
    let variables = variables(station);
    let mut lines = vec!["#!/bin/sh".to_owned()];
    lines.extend(beginning(station, messages).iter().map(|text| comment(text)));
    for ((number, parameter), name) in (1_usize..).zip(&station.parameters).zip(&variables) {
        let missing = Message::new("script-parameter").number("number", number).with("what", &parameter.text);
        let missing = messages.say(&missing);
        lines.extend([comment(&missing), format!("{name}=${{{number}-}}"), format!("if [ -z \"${name}\" ]; then")]);
        lines.extend([echo(&missing), format!("exit {NO_ARGUMENT}"), "fi".to_owned()]);
    }
    for one in &station.preconditions {
        lines.push(format!("if ! {{ {}; }} >/dev/null 2>&1; then", one.command));
        lines.extend([echo(&one.text), echo(&messages.text("script-unmet")), format!("exit {UNMET}"), "fi".to_owned()]);
    }
    for (number, step) in (1_usize..).zip(&station.steps) {
        lines.push(String::new());
        lines.extend(told(number, step, messages).iter().map(|text| comment(text)));
        lines.push(echo(&format!("{number}. {}", step.title)));
        lines.extend(done(step, station, &variables, messages));
    }
    lines.extend([String::new(), echo(&messages.text("script-done")), "exit 0".to_owned()]);
    lines.into_iter().map(|line| line + "\n").collect()
}

/// The commands of a step, each followed by what its exit code means. A step without any waits for the reader.
fn done(step: &SetupStep, station: &Station, variables: &[String], messages: &Messages) -> Vec<String> {
    if step.commands.is_empty() {
        let told = [echo(&messages.text("script-by-hand")), echo(&step.text), echo(&messages.text("script-enter"))];
        return told.into_iter().chain(["read -r ANSWER || exit 1".to_owned()]).collect();
    }
    let message = Message::new("script-failed").with("step", &step.step).with("code", "CODE");
    let failed = echo(&messages.say(&message)).replace("CODE", "'\"$CODE\"'");
    let of_command = |command: &String| {
        let filled = station
            .parameters
            .iter()
            .zip(variables)
            .fold(command.clone(), |filled, (one, name)| filled_in(&filled, &one.placeholder(), name));
        let program = station.programs.iter().find(|program| program.is_run_by(command));
        let returns = program.map(|program| program.returns.as_slice()).unwrap_or_default();
        let told = returns.iter().map(|one| format!("{}) {} ;;", one.code, echo(&one.text)));
        let done = std::iter::once(0).chain(returns.iter().filter(|one| one.done).map(|one: &Return| one.code));
        let done: Vec<String> = done.map(|code| code.to_string()).collect();
        let told: Vec<String> = told.collect();
        let mut lines = vec![filled, "CODE=$?".to_owned()];
        if !told.is_empty() {
            lines.extend(["case $CODE in".to_owned()].into_iter().chain(told).chain(["esac".to_owned()]));
        }
        let codes = done.join("|");
        lines.extend(["case $CODE in".to_owned(), format!("{codes}) ;;"), format!("*) {failed}; exit \"$CODE\" ;;")]);
        lines.into_iter().chain(["esac".to_owned()]).collect::<Vec<_>>()
    };
    step.commands.iter().flat_map(of_command).collect()
}

/// A command with a variable for a placeholder, one word whatever is in it and whatever quotes it stands in.
fn filled_in(command: &str, placeholder: &str, name: &str) -> String {
    let mut parts = command.split(placeholder);
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut open = None;
        for sign in filled.chars().filter(|sign| ['"', '\''].contains(sign)) {
            match open {
                None => open = Some(sign),
                Some(quote) if quote == sign => open = None,
                Some(_) => {}
            }
        }
        let variable = match open {
            Some('"') => format!("${{{name}}}"),
            Some(_) => format!("'\"${{{name}}}\"'"),
            None => format!("\"${{{name}}}\""),
        };
        filled = filled + &variable + part;
    }
    filled
}

/// Whether every command is of this shell, and there is one.
pub(super) fn is_spoken(station: &Station) -> bool {
    let mut shells = station.steps.iter().filter(|step| !step.commands.is_empty()).map(|step| step.shell).peekable();
    shells.peek().is_some() && shells.all(|shell| shell == Shell::Sh)
}

fn comment(text: &str) -> String {
    format!("# {}", ascii(text))
}

/// A line shown to the reader, in quotes in which no sign means anything.
fn echo(text: &str) -> String {
    format!("printf '%s\\n' '{}'", ascii(text).replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_is_one_word_in_any_quotes() {
        for (command, filled) in [
            ("get <x>", "get \"${P}\""),
            ("get a=<x>-<x>", "get a=\"${P}\"-\"${P}\""),
            ("get \"a <x>\"", "get \"a ${P}\""),
            ("get 'a <x>' \"it's\"", "get 'a '\"${P}\"'' \"it's\""),
        ] {
            assert_eq!(filled_in(command, "<x>", "P"), filled);
        }
        assert_eq!(echo("it's $HOME `x` \\ \"q\""), "printf '%s\\n' 'it'\\''s $HOME `x` \\ \"q\"'");
    }
}
