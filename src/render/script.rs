//! A set-up as a .cmd file that a person reads before running it.
//!
//! Lines end in CRLF. Everything that is not a command of the knowledge is a comment or an `echo` in which no character means
//! anything to cmd.exe. What the reader must fill in is a parameter of the script, checked before anything is done.

use crate::advise::setup::{Plan, Station};
use crate::knowledge::setup::Step;
use crate::locale::{Message, printable};
use crate::render::setup::SetupAnswer;
use crate::view::Context;

/// The script; for a refusal, one that says so and does nothing.
#[must_use]
pub fn script(answer: &SetupAnswer<'_>, cx: Context<'_>) -> String {
    let mut lines = vec!["@echo off".to_owned(), "chcp 65001 >nul".to_owned(), "setlocal".to_owned()];
    match answer.plan {
        Plan::Ready(station) => ready(answer, station, cx, &mut lines),
        Plan::Refused { .. } | Plan::Open(_) => {
            lines.push(comment(&cx.word("setup-refused")));
            lines.push(echo(&cx.word("script-refused")));
            lines.push("exit /b 1".to_owned());
        }
    }
    lines.into_iter().map(|line| line + "\r\n").collect()
}

fn ready(answer: &SetupAnswer<'_>, station: &Station, cx: Context<'_>, lines: &mut Vec<String>) {
    let system = cx.text(&answer.value(answer.setup.workstation, station.system, cx).name);
    let level = cx.text(&answer.value(answer.setup.level, station.level, cx).name);
    let title = Message::new("script-title").with("system", system).with("level", level);
    lines.push(comment(&cx.say(&title)));
    lines.push(comment(&cx.word("script-read-first")));
    let steps = answer.steps(station);
    take_parameters(answer, station, cx, lines);
    for (number, (needed, step)) in (1_usize..).zip(&steps) {
        lines.push(String::new());
        lines.push(comment(&format!("{number}. {}", cx.text(&step.title))));
        lines.push(comment(cx.text(&step.text)));
        if let Some(over) = step.taken_over.as_ref().filter(|_| needed.taken_over) {
            lines.push(comment(cx.text(&over.because)));
        }
        if let Some(verify) = &step.verify {
            lines.push(comment(&cx.say(&Message::new("step-verify").with("text", cx.text(verify)))));
        }
        let basis =
            needed.basis.map_or_else(|| cx.word("step-unconfirmed"), |basis| crate::print::basis(basis, cx.messages));
        let sources = cx.source_ids(&step.sources).join(", ");
        let word = [step.id.as_str(), &basis, &sources].into_iter().filter(|part| !part.is_empty());
        lines.push(comment(&word.collect::<Vec<_>>().join(" - ")));
        lines.push(echo(&format!("{number}. {}", cx.text(&step.title))));
        do_step(step, answer, cx, lines);
    }
    lines.push(String::new());
    lines.push(echo(&cx.word("script-done")));
    lines.push("exit /b 0".to_owned());
}

/// `NAME=%1`, `NAME=%2`, ... for what the commands need, and a refusal to start without.
fn take_parameters(answer: &SetupAnswer<'_>, station: &Station, cx: Context<'_>, lines: &mut Vec<String>) {
    let steps = answer.steps(station);
    let commands = || steps.iter().flat_map(|(_, step)| &step.commands);
    let used = |id: &str| commands().any(|command| command.contains(&format!("<{id}>")));
    let parameters = answer.setup.parameters.iter().filter(|parameter| used(&parameter.id));
    for (number, parameter) in (1_usize..).zip(parameters) {
        let missing = Message::new("script-parameter").number("number", number).with("what", cx.text(&parameter.title));
        lines.push(comment(&cx.say(&missing)));
        lines.push(format!("set \"{}=%~{number}\"", variable(&parameter.id)));
        lines.push(format!("if not defined {} (", variable(&parameter.id)));
        lines.push(format!("  {}", echo(&cx.say(&missing))));
        lines.push("  exit /b 2".to_owned());
        lines.push(")".to_owned());
    }
}

/// The commands of a step; where one ends with an error code, the reader decides whether to go on. A step without commands waits
/// for the reader.
fn do_step(step: &Step, answer: &SetupAnswer<'_>, cx: Context<'_>, lines: &mut Vec<String>) {
    if step.commands.is_empty() {
        lines.push(echo(cx.text(&step.text)));
        lines.push("pause".to_owned());
    }
    for command in &step.commands {
        let filled = answer.setup.parameters.iter().fold(command.replace('%', "%%"), |command, parameter| {
            command.replace(&format!("<{}>", parameter.id), &format!("%{}%", variable(&parameter.id)))
        });
        lines.push(filled);
        lines.push("if errorlevel 1 (".to_owned());
        lines.push(format!("  {}", echo(&cx.say(&Message::new("script-failed").with("step", &step.id)))));
        lines.push("  pause".to_owned());
        lines.push(")".to_owned());
    }
}

/// The name of the variable that holds a parameter.
fn variable(id: &str) -> String {
    let plain = |character: char| if character.is_ascii_alphanumeric() { character.to_ascii_uppercase() } else { '_' };
    format!("P_{}", id.chars().map(plain).collect::<String>())
}

/// A comment that cannot become anything else: no `%`, no line continuation, no redirection.
fn comment(text: &str) -> String {
    let text = printable(text);
    format!("rem {}", text.replace('%', "%%").replace('^', "^^").replace(['<', '>', '|', '&'], " "))
}

/// A line shown to the reader, each character that cmd.exe would act on made plain.
fn echo(text: &str) -> String {
    let text = printable(text);
    let mut shown = String::from("echo(");
    for character in text.chars() {
        match character {
            '%' => shown.push_str("%%"),
            '^' | '&' | '|' | '<' | '>' | '(' | ')' | '"' | '!' => {
                shown.push('^');
                shown.push(character);
            }
            _ => shown.push(character),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_reaches_cmd_as_a_command() {
        for (text, shown) in [
            ("a & del b", "echo(a ^& del b"),
            ("50% (half)", "echo(50%% ^(half^)"),
            ("x > y | z \"q\" ^", "echo(x ^> y ^| z ^\"q^\" ^^"),
            ("two\nlines", "echo(two lines"),
        ] {
            assert_eq!(echo(text), shown);
        }
        assert_eq!(comment("a & b > c %PATH% ^"), "rem a   b   c %%PATH%% ^^");
    }
}
