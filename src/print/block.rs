//! Blocks: what a finished answer is made of before anyone knows how it will be shown.
//!
//! In: sentences, tables and commands put together by the views. Out: plain values that [`text`](super::text) and
//! [`markdown`](super::markdown) walk once. A block never knows colours, columns or markup, and text in it may be
//! hostile (names come from other people's inventories): every renderer passes it through [`printable`].

use unicode_width::UnicodeWidthStr;

use crate::locale::printable;
use crate::model::Verdict;

/// What a piece of text means; how that looks is the painter's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Style {
    Plain,
    /// Text that carries the sentence.
    Strong,
    /// Text that may be skipped.
    Dim,
    /// Something to type or a name from a machine; never broken at the end of a line.
    Code,
    Supported,
    Unsupported,
    /// The verdict "no rule speaks" or "cannot know yet".
    Unclear,
    /// A verdict with a warning attached.
    Caution,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// The text as it came, not yet made [`printable`].
    pub text: String,
    pub style: Style,
}

/// One logical line: it may be wrapped when shown, but holds no line break of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Line(pub Vec<Span>);

/// What stands before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    Bullet,
    /// An item that is ticked when it is done.
    Box,
    /// An ordered item; numbers count from 1 within one [`Block::Items`].
    Number,
    /// A sign of its own, such as a tick in the style of a verdict.
    Symbol(&'static str, Style),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub marker: Marker,
    pub line: Line,
    /// What else there is to say, one line each.
    pub details: Vec<Line>,
    /// What to type, one command each; shown unwrapped so that it can be copied.
    pub commands: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading(Line),
    Paragraph(Line),
    Items(Vec<Item>),
    Pairs(Vec<(Line, Line)>),
    /// A table. Rows may be shorter or longer than the header: missing cells are empty.
    Table {
        /// The titles of the columns; empty for a table without titles.
        header: Vec<Line>,
        rows: Vec<Vec<Line>>,
    },
    /// What to type, one command a line.
    Commands(Vec<String>),
}

impl Block {
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Heading(line) | Self::Paragraph(line) => line.0.is_empty(),
            Self::Items(items) => items.is_empty(),
            Self::Pairs(pairs) => pairs.is_empty(),
            Self::Table { rows, .. } => rows.is_empty(),
            Self::Commands(commands) => commands.is_empty(),
        }
    }
}

/// The sign and the style of a verdict; the sign alone tells them apart.
pub fn mark(verdict: Verdict) -> (&'static str, Style) {
    match verdict {
        Verdict::Supported => ("✓", Style::Supported),
        Verdict::Unsupported => ("✗", Style::Unsupported),
        Verdict::Undocumented => ("–", Style::Unclear),
        Verdict::Undetermined => ("?", Style::Unclear),
    }
}

impl Line {
    /// An empty line to build on; `Line::from("…")` starts with plain text.
    pub fn new() -> Self {
        Self::default()
    }

    /// A line of text in which what stands between backticks is code.
    pub fn marked(text: &str) -> Self {
        let pieces = text.split('`').enumerate();
        pieces.fold(Self::new(), |line, (at, piece)| {
            line.styled(if at % 2 == 1 { Style::Code } else { Style::Plain }, piece)
        })
    }
    pub fn styled(mut self, style: Style, text: impl AsRef<str>) -> Self {
        self.push(style, text.as_ref());
        self
    }
    pub fn plain(self, text: impl AsRef<str>) -> Self {
        self.styled(Style::Plain, text)
    }
    pub fn strong(self, text: impl AsRef<str>) -> Self {
        self.styled(Style::Strong, text)
    }
    pub fn dim(self, text: impl AsRef<str>) -> Self {
        self.styled(Style::Dim, text)
    }
    pub fn code(self, text: impl AsRef<str>) -> Self {
        self.styled(Style::Code, text)
    }
    pub fn line(mut self, other: &Line) -> Self {
        self.append(other);
        self
    }

    /// Adds text in place; text in the style of the last span joins that span, empty text adds nothing.
    pub fn push(&mut self, style: Style, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.style == style => last.text.push_str(text),
            _ => self.0.push(Span { text: text.to_owned(), style }),
        }
    }

    pub fn append(&mut self, other: &Line) {
        for span in &other.0 {
            self.push(span.style, &span.text);
        }
    }

    /// The same line with its plain text made strong, as titles are.
    pub fn emphasized(&self) -> Self {
        let mut strong = Self::new();
        for span in &self.0 {
            let style = if span.style == Style::Plain { Style::Strong } else { span.style };
            strong.push(style, &span.text);
        }
        strong
    }

    /// The columns the line takes on a terminal when not wrapped; a Hangul syllable takes two.
    pub fn width(&self) -> usize {
        self.0.iter().map(|span| columns(&span.text)).sum()
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl Item {
    /// An item without details and commands.
    pub fn new(marker: Marker, line: impl Into<Line>) -> Self {
        Self { marker, line: line.into(), details: Vec::new(), commands: Vec::new() }
    }

    /// An item behind the sign of a verdict.
    pub fn judged(verdict: Verdict, line: impl Into<Line>) -> Self {
        let (sign, style) = mark(verdict);
        Self::new(Marker::Symbol(sign, style), line)
    }
    pub fn detail(mut self, line: impl Into<Line>) -> Self {
        self.details.push(line.into());
        self
    }
    pub fn details<L: Into<Line>>(mut self, lines: impl IntoIterator<Item = L>) -> Self {
        self.details.extend(lines.into_iter().map(Into::into));
        self
    }
    pub fn commands<C: Into<String>>(mut self, commands: impl IntoIterator<Item = C>) -> Self {
        self.commands.extend(commands.into_iter().map(Into::into));
        self
    }
}

/// Columns that a terminal needs for the text. Plain ASCII, which is most of it, needs one a byte.
pub(super) fn columns(text: &str) -> usize {
    let plain = text.bytes().all(|byte| (0x20..0x7f).contains(&byte));
    if plain { text.len() } else { printable(text).width() }
}
