//! Where answers and messages go: stdout carries the answer and nothing else, stderr the messages.

use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use colored::{Color, ColoredString, Colorize as _};
use serde::Serialize;

use crate::cli::exit::Exit;
use crate::cli::failure::{Errors, Failure};
use crate::cli::file;
use crate::cli::format::{Colour, Format};
use crate::diag::{Files, Problem, Report, emit};
use crate::limits;
use crate::locale::{Message, Messages, is_hostile, printable};
use crate::print::findings;
use crate::print::{Block, Style, ascii, markdown, text};

/// Columns of an answer for people where there is no terminal to ask, so that an answer is the same to the byte.
pub const WIDTH: usize = 80;

/// The two streams of the process, and how they are used.
pub struct Output {
    colour: Colour,
    pub format: Format,
    pub width: usize,
    /// Whether nobody reads stdout any more.
    pub closed: bool,
    ascii: bool,
    /// Whether letters were written that ASCII has no form of, although it was wanted.
    other_letters: bool,
    stdout: io::Stdout,
    stderr: io::Stderr,
}

impl Output {
    /// `width` is the one that was asked for, if any was.
    pub fn new(colour: Colour, format: Format, width: Option<usize>, ascii: bool) -> Self {
        match colour {
            Colour::Always => colored::control::set_override(true),
            Colour::Never => colored::control::set_override(false),
            Colour::Auto => {}
        }
        let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        let width = width.or_else(terminal).unwrap_or(WIDTH);
        let (stdout, stderr) = (io::stdout(), io::stderr());
        Self { colour, format, width, ascii, other_letters: false, closed: false, stdout, stderr }
    }

    /// Refuses a format that a [view](Self::view) does not come in; some come in more formats.
    pub fn shows(&self, more: &[Format]) -> Result<(), Failure> {
        self.only(&[&[Format::Text, Format::Markdown, Format::Json], more].concat())
    }

    /// Refuses a format that the answer at hand does not come in.
    pub fn only(&self, formats: &[Format]) -> Result<(), Failure> {
        if formats.contains(&self.format) {
            return Ok(());
        }
        let message = Message::new("format-does-not-fit").with("format", self.format.to_string());
        let known: Vec<String> = formats.iter().map(ToString::to_string).collect();
        Err(Problem::unknown(message, "", known.iter().map(String::as_str)).into())
    }

    pub fn document(&mut self, blocks: &[Block]) -> Result<(), Failure> {
        let shown = match self.format {
            Format::Markdown => markdown::render(blocks),
            _ => text::render(blocks, self.width, &paint),
        };
        self.answer(&shown)
    }

    /// A view as JSON, or as the blocks that draw it.
    pub fn view<T: Serialize>(&mut self, view: &T, blocks: impl FnOnce() -> Vec<Block>) -> Result<(), Failure> {
        if self.format == Format::Json { self.json(view) } else { self.document(&blocks()) }
    }

    pub fn json<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        self.answer(&indented(value)?)
    }

    pub fn csv(&mut self, records: &[Vec<String>]) -> Result<(), Failure> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for record in records {
            writer.write_record(record.iter().map(|cell| guarded(cell))).map_err(Failure::writing)?;
        }
        let bytes = writer.into_inner().map_err(|error| Failure::writing(error.into_error()))?;
        self.answer(&String::from_utf8_lossy(&bytes))
    }

    pub fn answer(&mut self, text: &str) -> Result<(), Failure> {
        let text = self.encoded(text);
        self.bytes(text.as_bytes())
    }

    /// The text as the console can show it.
    fn encoded<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        match self.format {
            _ if !self.ascii => Cow::Borrowed(text),
            Format::Json => Cow::Owned(ascii::escaped(text, |c| !c.is_ascii())),
            _ => {
                let text = ascii::signs(text);
                self.other_letters |= !text.is_ascii();
                text
            }
        }
    }

    /// Says what a console needs to show letters that ASCII has no form of, if it was to be spared any.
    pub fn note_of_letters(&mut self, messages: &Messages) {
        if self.other_letters {
            self.note(&Message::new("ascii-other-letters"), messages);
        }
    }

    /// Something worth knowing that is no part of the answer.
    pub fn note(&mut self, note: &Message, messages: &Messages) {
        let label = self.label(Style::Code, &messages.text("note-label"));
        self.message(&format!("{label}: {}", messages.say(note)));
    }

    /// Text that is the answer, to a file if one is named.
    pub fn deliver(&mut self, file: Option<&Path>, text: &str) -> Result<(), Failure> {
        match file {
            Some(file) => file::write(file, &self.encoded(text)),
            None => self.answer(text),
        }
    }

    /// A message for people. That it cannot be written is no failure.
    pub fn message(&mut self, text: &str) {
        let text = if self.ascii { ascii::signs(text) } else { Cow::Borrowed(text) };
        let _ = writeln!(self.stderr, "{text}");
    }

    pub fn colours_answers(&self) -> bool {
        self.colours(true)
    }

    pub fn colours_messages(&self) -> bool {
        self.colours(self.stderr.is_terminal())
    }

    fn colours(&self, if_wanted: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => if_wanted && colored::control::SHOULD_COLORIZE.should_colorize(),
        }
    }

    /// The name of what is said on stderr: a note, an error or help.
    pub fn label(&self, style: Style, text: &str) -> String {
        if self.colours_messages() { paint(style, text) } else { text.to_owned() }
    }

    /// Says on stderr, and in JSON mode on stdout as well, why there is no answer, and how the program ends.
    pub fn failure(&mut self, failure: Failure, messages: &Messages) -> Exit {
        match failure {
            Failure::Usage(problems) => {
                self.problems("usage", &problems, messages);
                Exit::Usage
            }
            Failure::Input(message) => {
                self.problems("input", &[Problem::of(message)], messages);
                Exit::Input
            }
            Failure::Knowledge(found) => {
                let (report, files) = *found;
                self.findings(&report, &files, messages);
                Exit::Input
            }
        }
    }

    fn problems(&mut self, kind: &'static str, problems: &[Problem], messages: &Messages) {
        let error = self.label(Style::Unsupported, &messages.text("error-label"));
        let help = self.label(Style::Code, &messages.text("help-label"));
        for problem in problems {
            self.message(&format!("{error}: {}", messages.say(&problem.message)));
            if let Some(told) = &problem.help {
                self.message(&format!("  {help}: {}", messages.say(told)));
            }
        }
        if self.format == Format::Json {
            let _ = self.json(&Errors::new(kind, problems, messages));
        }
    }

    /// Findings as excerpts on stderr, or as JSON on stdout.
    fn findings(&mut self, report: &Report, files: &Files, messages: &Messages) {
        for finding in report.findings().iter().take(limits::FINDINGS) {
            self.message(&format!("{}\n", emit::emit(finding, files, messages, self.colours_messages())));
        }
        self.more(report, messages);
        if self.format == Format::Json {
            let _ = self.json(&findings::json(report, files, messages));
        }
    }

    /// Says how many findings are not shown.
    pub fn more(&mut self, report: &Report, messages: &Messages) {
        let (errors, warnings) = report.counts();
        let more = (errors + warnings).saturating_sub(limits::FINDINGS);
        if more > 0 {
            self.message(&messages.say(&Message::new("findings-more").number("more", more)));
        }
    }

    /// A reader that has seen enough (`| head`) is no failure.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self.stdout.write_all(bytes).and_then(|()| self.stdout.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            written => written.map_err(Failure::writing),
        }
    }
}

/// A value as JSON that people can read, with a line break at its end.
pub fn indented<T: Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(value).map(|text| escaped(&text) + "\n").map_err(Failure::writing)
}

pub fn in_a_line<T: Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string(value).map(|text| escaped(&text) + "\n").map_err(Failure::writing)
}

/// JSON in which nothing steers a terminal or hides.
fn escaped(json: &str) -> String {
    ascii::escaped(json, |c| c != '\n' && is_hostile(c))
}

/// A cell that a spreadsheet takes for text and not for a formula, and in which nothing steers or hides.
fn guarded(cell: &str) -> String {
    let formula = cell.len() > 1 && cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("{}{}", if formula { "'" } else { "" }, printable(cell))
}

/// Each style with its colour; there is one list of them.
pub fn paint(style: Style, text: &str) -> String {
    let painted: ColoredString = match style {
        Style::Plain => return text.to_owned(),
        Style::Strong => text.bold(),
        Style::Dim => text.dimmed(),
        Style::Code => text.color(Color::Cyan),
        Style::Supported => text.green().bold(),
        Style::Unsupported => text.red().bold(),
        Style::Unclear | Style::Caution => text.yellow().bold(),
    };
    painted.to_string()
}

#[cfg(test)]
mod tests {
    use super::{escaped, guarded};

    #[test]
    fn a_cell_is_text_whatever_it_begins_with() {
        for (cell, shown) in [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@x", "'@x"),
            ("-", "-"),
            ("a=b", "a=b"),
            ("a\u{1b}[31m", "a\\u{1b}[31m"),
            ("a\nb", "a b"),
            ("XP", "XP"),
        ] {
            assert_eq!(guarded(cell), shown);
        }
    }

    #[test]
    fn json_is_escaped_where_it_would_steer() {
        assert_eq!(
            escaped("{\n  \"a\": \"\u{9b}\u{e0041}\u{c548}\"\n}"),
            "{\n  \"a\": \"\\u009b\\udb40\\udc41\u{c548}\"\n}"
        );
    }
}
