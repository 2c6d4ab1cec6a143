//! Where answers and messages go: stdout carries the answer and nothing else, stderr the messages.

use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;

use clap::ValueEnum;
use colored::{Color, ColoredString, Colorize as _};
use serde::Serialize;

use crate::cli::args::Format;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::file;
use crate::locale::Message;
use crate::print::{Block, Style, json, markdown, text};

/// Columns of an answer for people, the same everywhere, so that an answer is the same to the byte.
pub const WIDTH: usize = 80;

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    Auto,
    Always,
    Never,
}

/// The two streams of the process, and how they are used.
pub struct Output {
    colour: Colour,
    pub format: Format,
    stdout: io::Stdout,
    stderr: io::Stderr,
}

impl Output {
    pub fn new(colour: Colour, format: Format) -> Self {
        match colour {
            Colour::Always => colored::control::set_override(true),
            Colour::Never => colored::control::set_override(false),
            Colour::Auto => {}
        }
        Self { colour, format, stdout: io::stdout(), stderr: io::stderr() }
    }

    /// Refuses a format that the answer at hand does not come in.
    pub fn only(&self, formats: &[Format]) -> Result<(), Failure> {
        if formats.contains(&self.format) {
            return Ok(());
        }
        let message = Message::new("format-does-not-fit").with("format", self.format.to_string());
        let known: Vec<String> = formats.iter().map(ToString::to_string).collect();
        Err(Failure::unknown(message, "", known.iter().map(String::as_str)))
    }

    /// Blocks, as text or Markdown.
    pub fn document(&mut self, blocks: &[Block], width: usize) -> Result<(), Failure> {
        let shown = match self.format {
            Format::Markdown => markdown::render(blocks),
            _ => text::render(blocks, width, &paint),
        };
        self.answer(&shown)
    }

    /// A value as JSON.
    pub fn json<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        let shown = json::to_text(value).map_err(|error| Failure::writing(&error.to_string()))?;
        self.answer(&shown)
    }

    /// Records as CSV.
    pub fn csv(&mut self, records: &[Vec<String>]) -> Result<(), Failure> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for record in records {
            writer.write_record(record).map_err(|error| Failure::writing(&error.to_string()))?;
        }
        let bytes = writer.into_inner().map_err(|error| Failure::writing(&error.to_string()))?;
        self.bytes(&bytes)
    }

    /// Text that is the answer.
    pub fn answer(&mut self, text: &str) -> Result<(), Failure> {
        self.bytes(text.as_bytes())
    }

    /// Text that is the answer, to a file if one is named.
    pub fn deliver(&mut self, file: Option<&Path>, text: &str) -> Result<(), Failure> {
        file.map_or_else(|| self.answer(text), |file| file::write(file, text))
    }

    /// A message for people. That it cannot be written is no failure.
    pub fn message(&mut self, text: &str) {
        let _ = writeln!(self.stderr, "{text}");
    }

    /// Whether answers have colours.
    pub fn colours_answers(&self) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => colored::control::SHOULD_COLORIZE.should_colorize(),
        }
    }

    /// Whether messages have colours.
    pub fn colours_messages(&self) -> bool {
        match self.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => self.stderr.is_terminal() && colored::control::SHOULD_COLORIZE.should_colorize(),
        }
    }

    pub fn completions(&mut self, shell: clap_complete::Shell, mut command: clap::Command) -> Result<Exit, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command, "canmanage", &mut script);
        self.bytes(&script).map(|()| Exit::Clean)
    }

    pub fn man(&mut self, command: clap::Command) -> Result<Exit, Failure> {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page).map_err(|error| Failure::writing(&error.to_string()))?;
        self.bytes(&page).map(|()| Exit::Clean)
    }

    /// A reader that has seen enough (`| head`) is no failure.
    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self.stdout.write_all(bytes).and_then(|()| self.stdout.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::writing(&error.to_string())),
            _ => Ok(()),
        }
    }
}

/// Each style with its colour; there is one list of them.
fn paint(style: Style, text: &str) -> String {
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
