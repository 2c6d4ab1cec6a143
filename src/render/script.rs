//! A set-up as a .cmd file that a person reads before running it.
//!
//! All of it is ASCII and in English, whatever code page the computer has: `chcp` would end a batch file on older systems.
//! Lines end in CRLF. Everything that is not a command of the knowledge is a comment or an `echo` in which no character means
//! anything to cmd.exe; there are no blocks in parentheses, which not every cmd.exe reads alike. Nothing is done before the
//! parameters and the preconditions are there, and the first step that fails ends the script with the exit code of its command.

use crate::advise::setup::{Plan, Station};
use crate::knowledge::setup::{Program, Step};
use crate::locale::{Message, printable};
use crate::model::terms::Shell;
use crate::print;
use crate::render::setup::SetupAnswer;
use crate::view::Context;

/// The exit codes of the script itself.
const REFUSED: u32 = 1;
const NO_ARGUMENT: u32 = 2;
const UNMET: u32 = 3;

/// The script; for a refusal, one that says so and does nothing.
pub fn script(answer: &SetupAnswer<'_>, cx: Context<'_>) -> String {
    let mut script = Script { answer, cx, lines: Vec::new() };
    script.line("@echo off");
    script.line("setlocal");
    match answer.plan {
        Plan::Ready(station) => script.ready(station),
        Plan::Refused { .. } | Plan::Open(_) => {
            script.comment(&cx.word("setup-refused"));
            script.echo(&cx.word("script-refused"));
            script.exit(REFUSED);
        }
    }
    script.lines.into_iter().map(|line| line + "\r\n").collect()
}

struct Script<'s> {
    answer: &'s SetupAnswer<'s>,
    cx: Context<'s>,
    lines: Vec<String>,
}

impl Script<'_> {
    fn line(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    fn comment(&mut self, text: &str) {
        self.line(comment(text));
    }

    fn echo(&mut self, text: &str) {
        self.line(echo(text));
    }

    fn exit(&mut self, code: u32) {
        self.line(format!("exit /b {code}"));
    }

    fn ready(&mut self, station: &Station) {
        let (answer, cx) = (self.answer, self.cx);
        let name = |axis, value| cx.text(&answer.value(axis, value, cx).name);
        let title = Message::new("script-title")
            .with("system", name(answer.setup.workstation, station.system))
            .with("level", name(answer.setup.level, station.level));
        self.comment(&cx.say(&title));
        self.comment(&cx.word("script-read-first"));
        self.take_parameters(station);
        self.check_preconditions(station);
        for (number, (needed, step)) in (1_usize..).zip(answer.steps(station)) {
            self.line("");
            self.comment(&format!("{number}. {}", cx.text(&step.title)));
            self.comment(cx.text(&step.text));
            if let Some(over) = step.taken_over.as_ref().filter(|_| needed.taken_over) {
                self.comment(cx.text(&over.because));
            }
            if let Some(verify) = &step.verify {
                self.comment(&cx.say(&Message::new("step-verify").with("text", cx.text(verify))));
            }
            let basis =
                needed.basis.map_or_else(|| cx.word("step-unconfirmed"), |basis| print::basis(basis, cx.messages));
            let sources = cx.source_ids(&step.sources).join(", ");
            let word = [step.id.as_str(), &basis, &sources].into_iter().filter(|part| !part.is_empty());
            self.comment(&word.collect::<Vec<_>>().join(" - "));
            self.echo(&format!("{number}. {}", cx.text(&step.title)));
            self.do_step(step);
        }
        self.line("");
        self.echo(&cx.word("script-done"));
        self.exit(0);
        self.endings(station);
    }

    /// `NAME=%1`, `NAME=%2`, ... for what the commands need, and a refusal to start without.
    fn take_parameters(&mut self, station: &Station) {
        let steps = self.answer.steps(station);
        let commands = || steps.iter().flat_map(|(_, step)| &step.commands);
        let used = |id: &str| commands().any(|command| command.contains(&format!("<{id}>")));
        let parameters = self.answer.setup.parameters.iter().filter(|parameter| used(&parameter.id));
        for (number, parameter) in (1_usize..).zip(parameters) {
            let what = self.cx.text(&parameter.title);
            let missing = self.cx.say(&Message::new("script-parameter").number("number", number).with("what", what));
            let name = variable(&parameter.id);
            self.comment(&missing);
            self.line(format!("set \"{name}=%~{number}\""));
            self.line(format!("if defined {name} goto argument{number}"));
            self.echo(&missing);
            self.exit(NO_ARGUMENT);
            self.line(format!(":argument{number}"));
        }
    }

    fn check_preconditions(&mut self, station: &Station) {
        let setup = self.answer.setup;
        let needed = station.needed.preconditions.iter().filter_map(|at| setup.preconditions.get(*at));
        for (number, precondition) in (1_usize..).zip(needed) {
            self.line(format!("{} >nul 2>nul", precondition.command.replace('%', "%%")));
            self.line(format!("if \"%ERRORLEVEL%\"==\"0\" goto met{number}"));
            self.echo(self.cx.text(&precondition.text));
            self.echo(&self.cx.word("script-unmet"));
            self.exit(UNMET);
            self.line(format!(":met{number}"));
        }
    }

    /// The commands of a step. What this shell cannot do waits for the reader.
    fn do_step(&mut self, step: &Step) {
        let cx = self.cx;
        if step.commands.is_empty() {
            self.echo(&cx.word("script-by-hand"));
            self.echo(cx.text(&step.text));
            self.line("pause");
        } else if step.shell != Shell::Cmd {
            self.echo(&cx.say(&Message::new("script-elsewhere").with("shell", step.shell.to_string())));
            step.commands.iter().for_each(|command| self.echo(&format!("  {command}")));
            self.line("pause");
        } else {
            self.line(format!("set \"STEP={}\"", word(&step.id)));
            for command in &step.commands {
                let filled = self.answer.setup.parameters.iter().fold(command.replace('%', "%%"), |filled, one| {
                    filled.replace(&format!("<{}>", one.id), &format!("%{}%", variable(&one.id)))
                });
                self.line(filled);
                self.line("set \"CODE=%ERRORLEVEL%\"");
                self.line(format!("call :{}", label(self.answer.setup.program(command))));
                self.line("if errorlevel 1 goto failed");
            }
        }
    }

    /// What is jumped to: the end after a failure, and for each program what its exit codes mean.
    fn endings(&mut self, station: &Station) {
        let (setup, steps) = (self.answer.setup, self.answer.steps(station));
        self.line("");
        self.line(":failed");
        let failed = self.cx.say(&Message::new("script-failed").with("step", "STEP").with("code", "CODE"));
        self.line(echo(&failed).replace("STEP", "%STEP%").replace("CODE", "%CODE%"));
        self.line("exit /b %CODE%");
        let commands = steps.iter().filter(|(_, step)| step.shell == Shell::Cmd).flat_map(|(_, step)| &step.commands);
        let mut programs: Vec<Option<&Program>> = Vec::new();
        for program in commands.map(|command| setup.program(command)) {
            if !programs.iter().any(|known| label(*known) == label(program)) {
                programs.push(program);
            }
        }
        for program in programs {
            let returns = program.map_or(&[][..], |program| program.returns.as_slice());
            self.line("");
            self.line(format!(":{}", label(program)));
            for one in returns {
                self.line(format!("if \"%CODE%\"==\"{}\" {}", one.code, echo(self.cx.text(&one.text))));
            }
            for done in std::iter::once(0).chain(returns.iter().filter(|one| one.done).map(|one| one.code)) {
                self.line(format!("if \"%CODE%\"==\"{done}\" exit /b 0"));
            }
            self.exit(1);
        }
    }
}

/// Where the exit codes of a program are looked at.
fn label(program: Option<&Program>) -> String {
    program.map_or_else(|| "codes".to_owned(), |program| format!("codes-{}", word(&program.id)))
}

/// The name of the variable that holds a parameter.
fn variable(id: &str) -> String {
    format!("P_{}", word(id).to_ascii_uppercase())
}

/// An id as a word that means nothing to cmd.exe.
fn word(id: &str) -> String {
    id.chars()
        .map(|character| if character.is_ascii_alphanumeric() || character == '-' { character } else { '_' })
        .collect()
}

/// The text without control characters, in ASCII.
fn ascii(text: &str) -> String {
    let plain = |character: char| match character {
        '\u{2010}'..='\u{2015}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        _ if character.is_ascii() => character,
        _ => '?',
    };
    printable(text).chars().map(plain).collect()
}

/// A comment that cannot become anything else: no `%`, no line continuation, no redirection.
fn comment(text: &str) -> String {
    format!("rem {}", ascii(text).replace('%', "%%").replace('^', "^^").replace(['<', '>', '|', '&'], " "))
}

/// A line shown to the reader, each character that cmd.exe would act on made plain.
fn echo(text: &str) -> String {
    let mut shown = String::from("echo ");
    for character in ascii(text).chars() {
        match character {
            '%' => shown.push_str("%%"),
            '^' | '&' | '|' | '<' | '>' | '"' | '!' => shown.extend(['^', character]),
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
            ("a & del b", "echo a ^& del b"),
            ("50% (half)", "echo 50%% (half)"),
            ("x > y | z \"q\" ^", "echo x ^> y ^| z ^\"q^\" ^^"),
            ("two\nlines", "echo two lines"),
            ("도구 – “x”", "echo ?? - ^\"x^\""),
        ] {
            assert_eq!(echo(text), shown);
        }
        assert_eq!(comment("a & b > c %PATH% ^"), "rem a   b   c %%PATH%% ^^");
    }
}
