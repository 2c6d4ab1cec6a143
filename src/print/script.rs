//! A set-up as a script that a person reads before running it: for a POSIX shell where all commands are of that, else a .cmd file.
//!
//! All of it is ASCII and in English, whatever code page the computer has: `chcp` would end a batch file on older systems.
//! Lines end in CRLF. Everything that is not a command of the knowledge is a comment or an `echo` in which no character means
//! anything to cmd.exe; there are no blocks in parentheses, which not every cmd.exe reads alike. Nothing is done before the
//! parameters and the preconditions are there, and the first step that fails ends the script with the exit code of its command.

mod sh;

use super::setup::computer;
use super::{answer, basis};
use crate::locale::{Joined as _, Message, Messages, printable};
use crate::model::terms::Shell;
use crate::view::SetupStep;
use crate::view::setup::{Heeded, Precondition, Program, Setup, Station};

/// The exit codes of the script itself.
const REFUSED: u32 = 1;
const NO_ARGUMENT: u32 = 2;
const UNMET: u32 = 3;

/// As many arguments of a script have names: `%1` to `%9`.
const MOST_ARGUMENTS: usize = 9;

/// The script; for a refusal, one that says so and does nothing.
pub fn script(setup: &Setup, messages: &Messages) -> String {
    let Some(station) = &setup.station else {
        let refused = messages.text("script-refused");
        return file(vec![comment(&refused), echo(&refused), format!("exit /b {REFUSED}")]);
    };
    if sh::is_spoken(station) {
        return sh::script(station, messages);
    }
    let mut script = Script { station, messages, lines: Vec::new(), variables: variables(station) };
    script.ready();
    file(script.lines)
}

/// The lines as a file that says nothing but what they say.
pub(super) fn file(lines: Vec<String>) -> String {
    let head = ["@echo off", "setlocal"].map(str::to_owned);
    head.into_iter().chain(lines).map(|line| line + "\r\n").collect()
}

struct Script<'s> {
    station: &'s Station,
    messages: &'s Messages,
    lines: Vec<String>,
    /// For each parameter, the name of the variable that holds it.
    variables: Vec<String>,
}

impl Script<'_> {
    fn line(&mut self, line: impl Into<String>) {
        self.lines.push(line.into());
    }

    fn echo(&mut self, text: &str) {
        self.line(echo(text));
    }

    fn exit(&mut self, code: u32) {
        self.line(format!("exit /b {code}"));
    }

    fn ready(&mut self) {
        let (station, messages) = (self.station, self.messages);
        self.lines.extend(beginning(station, messages).iter().map(|text| comment(text)));
        self.take_parameters();
        self.lines.extend(preconditions(&self.station.preconditions, self.messages));
        for (number, step) in (1_usize..).zip(&station.steps) {
            self.line("");
            self.lines.extend(told(number, step, messages).iter().map(|text| comment(text)));
            self.echo(&format!("{number}. {}", step.title));
            self.do_step(step);
        }
        self.line("");
        self.echo(&messages.text("script-done"));
        self.exit(0);
        self.endings();
    }

    /// `NAME=%1`, `NAME=%2`, ... for what the commands need, and a refusal to start without.
    fn take_parameters(&mut self) {
        for ((number, parameter), name) in (1_usize..).zip(&self.station.parameters).zip(self.variables.clone()) {
            let missing = Message::new("script-parameter").number("number", number).with("what", &parameter.text);
            let missing = self.messages.say(&missing);
            self.line(comment(&missing));
            // There are names for nine arguments at a time.
            if number > MOST_ARGUMENTS {
                self.line("shift");
            }
            self.line(format!("set \"{name}=%~{}\"", number.min(MOST_ARGUMENTS)));
            self.line(format!("if defined {name} goto argument{number}"));
            self.echo(&missing);
            self.exit(NO_ARGUMENT);
            self.line(format!(":argument{number}"));
        }
    }

    /// The commands of a step. What this shell cannot do waits for the reader.
    fn do_step(&mut self, step: &SetupStep) {
        if let Some(lines) = by_hand(step.shell, &step.commands, &step.text, self.messages) {
            self.lines.extend(lines);
            return self.line("pause");
        }
        self.line(format!("set \"STEP={}\"", word(&step.step)));
        for command in &step.commands {
            let parameters = self.station.parameters.iter().zip(&self.variables);
            let filled = parameters.fold(command.replace('%', "%%"), |filled, (one, name)| {
                filled.replace(&one.placeholder(), &format!("%{name}%"))
            });
            self.line(filled);
            self.line("set \"CODE=%ERRORLEVEL%\"");
            self.line(format!("call :{}", self.label(self.program(command))));
            self.line("if errorlevel 1 goto failed");
        }
    }

    /// The program that a command runs, if it is known what its exit codes mean.
    fn program(&self, command: &str) -> Option<&Program> {
        self.station.programs.iter().find(|program| program.is_run_by(command))
    }

    /// Where the exit codes of a program are looked at: by its number where its id is no plain word.
    fn label(&self, program: Option<&Program>) -> String {
        let Some(program) = program else { return "codes".to_owned() };
        let number = self.station.programs.iter().position(|own| own.id == program.id).unwrap_or_default();
        let id = Some(word(&program.id)).filter(|word| *word == program.id);
        format!("codes-{}", id.unwrap_or_else(|| (number + 1).to_string()))
    }

    /// What is jumped to: the end after a failure, and for each program what its exit codes mean.
    fn endings(&mut self) {
        let station = self.station;
        self.lines.extend(failed(self.messages));
        for program in station.programs.iter().map(Some).chain([None]) {
            self.line("");
            self.line(format!(":{}", self.label(program)));
            let returns = program.map(|program| program.returns.as_slice()).unwrap_or_default();
            for one in returns {
                self.line(format!("if \"%CODE%\"==\"{}\" {}", one.code, echo(&one.text)));
            }
            for done in std::iter::once(0).chain(returns.iter().filter(|one| one.done).map(|one| one.code)) {
                self.line(format!("if \"%CODE%\"==\"{done}\" exit /b 0"));
            }
            self.exit(1);
        }
    }
}

/// What a step does that this shell cannot do, shown: its text and its commands. Nothing if it can.
pub(super) fn by_hand(shell: Shell, commands: &[String], text: &str, messages: &Messages) -> Option<Vec<String>> {
    let told = match shell {
        // What is not ASCII would be other characters in another code page.
        Shell::Cmd if !commands.is_empty() && commands.iter().all(|command| command.is_ascii()) => return None,
        shell if !commands.is_empty() && shell != Shell::Cmd => {
            messages.say(&Message::new("script-elsewhere").with("shell", shell.to_string()))
        }
        _ => messages.text("script-by-hand"),
    };
    let elsewhere = messages.text("script-not-ascii");
    let shown = |command: &String| echo(&format!("  {}", if command.is_ascii() { command } else { &elsewhere }));
    Some([echo(text), echo(&told)].into_iter().chain(commands.iter().map(shown)).collect())
}

/// What is jumped to after a failure: the step and the exit code of its command are told, and the script ends with that.
pub(super) fn failed(messages: &Messages) -> [String; 4] {
    let failed = messages.say(&Message::new("script-failed").with("step", "STEP").with("code", "CODE"));
    let told = echo(&failed).replace("STEP", "%STEP%").replace("CODE", "%CODE%");
    [String::new(), ":failed".to_owned(), told, "exit /b %CODE%".to_owned()]
}

/// For each parameter the name of the variable that holds it. Variables know no letter case, and ids may be alike as words.
fn variables(station: &Station) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for parameter in &station.parameters {
        let plain = format!("P_{}", word(&parameter.id).to_ascii_uppercase());
        let numbered = (2_usize..).map(|number| format!("{plain}_{number}"));
        names.extend(std::iter::once(plain.clone()).chain(numbered).find(|name| !names.contains(name)));
    }
    names
}

/// A refusal to start where what must hold does not.
pub(super) fn preconditions(preconditions: &[Precondition], messages: &Messages) -> Vec<String> {
    let refusal = |(number, precondition): (usize, &Precondition)| {
        let word = answer::sworn(precondition.basis, precondition.origin, messages);
        [
            comment(&whose_word(&precondition.id, &word, &precondition.sources)),
            format!("{} >nul 2>nul", precondition.command.replace('%', "%%")),
            format!("if \"%ERRORLEVEL%\"==\"0\" goto met{number}"),
            echo(&precondition.text),
            echo(&messages.text("script-unmet")),
            format!("exit /b {UNMET}"),
            format!(":met{number}"),
        ]
    };
    (1..).zip(preconditions).flat_map(refusal).collect()
}

/// `id - basis - sources`
fn whose_word(id: &str, basis: &str, sources: &[String]) -> String {
    let sources = sources.join(", ");
    [id, basis, &sources].into_iter().filter(|part| !part.is_empty()).joined(" - ")
}

/// What a script says of itself.
fn beginning(station: &Station, messages: &Messages) -> Vec<String> {
    let title = messages.say(&Message::new("script-title").with("computer", computer(&station.named)));
    let caution = |one: &Heeded| messages.say(&Message::new("script-caution").with("text", &one.caution.text));
    let cautions = station.cautions.iter().map(caution);
    [title, messages.text("script-read-first")].into_iter().chain(cautions).collect()
}

/// What it says of a step: what is done, how to see that it worked, and on whose word.
fn told(number: usize, step: &SetupStep, messages: &Messages) -> Vec<String> {
    let verify = step.verify.as_ref().map(|text| messages.say(&Message::new("step-verify").with("text", text)));
    let word = step.basis.map_or_else(|| messages.text("step-unconfirmed"), |found| basis(found, messages));
    let word = whose_word(&step.step, &word, &step.sources);
    let title = format!("{number}. {}", step.title);
    [Some(title), Some(step.text.clone()), step.because.clone(), verify, Some(word)].into_iter().flatten().collect()
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
        '\u{2010}'..='\u{2015}' | '\u{2192}' | '·' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        _ if character.is_ascii() => character,
        _ => '?',
    };
    printable(text).chars().map(plain).collect()
}

/// A comment that cannot become anything else: no `%`, no line continuation, no redirection.
pub(super) fn comment(text: &str) -> String {
    format!("rem {}", ascii(text).replace('%', "%%").replace('^', "^^").replace(['<', '>', '|', '&'], " "))
}

/// A line shown to the reader, each character that cmd.exe would act on made plain.
pub(super) fn echo(text: &str) -> String {
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
