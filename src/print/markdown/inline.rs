//! Text within a Markdown line: styles become `**` and backticks, everything else is escaped.
//!
//! In: a line and the place it stands in. Out: one line of Markdown without spaces at its ends. It never trusts text:
//! what would open a block, a link, an entity, HTML, a formula or a table cell is escaped, and web addresses are kept
//! from turning into links. Only a mail address may still be linked, by GitHub, which no escape prevents.

use crate::locale::printable;
use crate::print::block::{Line, Style};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Position {
    /// At the beginning of a paragraph, heading or item.
    Flow,
    /// In a table cell, where a pipe ends even code.
    Cell,
}

pub fn inline(line: &Line, place: Position) -> String {
    let runs = runs(line);
    let mut out = String::new();
    for (at, (ink, text)) in runs.iter().enumerate() {
        match ink {
            Ink::Plain if at == 0 => out.push_str(&guard_start(text)),
            Ink::Plain => out.push_str(&escape(text)),
            Ink::Code => out.push_str(&code(text, place)),
            Ink::Strong => {
                let text = escape(text);
                let next = runs
                    .get(at + 1)
                    .and_then(|(ink, text)| if *ink == Ink::Code { Some('`') } else { text.chars().next() });
                let tight = opens(out.chars().next_back(), &text) && closes(&text, next);
                let (open, close) = if tight { ("**", "**") } else { ("<strong>", "</strong>") };
                out.extend([open, &text, close]);
            }
        }
    }
    out
}

/// A run of backticks longer than any in `texts` and at least `least` long.
pub fn fence<'a>(texts: impl Iterator<Item = &'a str>, least: usize) -> String {
    let runs = texts.flat_map(|text| text.split(|c| c != '`')).map(str::len);
    "`".repeat(runs.max().map_or(least, |longest| least.max(longest + 1)))
}

/// All the difference Markdown can show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ink {
    Plain,
    Strong,
    Code,
}

impl From<Style> for Ink {
    fn from(style: Style) -> Self {
        match style {
            Style::Plain | Style::Dim => Self::Plain,
            Style::Code => Self::Code,
            Style::Strong | Style::Supported | Style::Unsupported | Style::Unclear | Style::Caution => Self::Strong,
        }
    }
}

/// The line as printable runs, neighbours of one ink joined, no spaces at either end of the line or of strong text.
fn runs(line: &Line) -> Vec<(Ink, String)> {
    let mut joined = Vec::new();
    for span in &line.0 {
        push(&mut joined, span.style.into(), &printable(&span.text));
    }
    let mut runs = Vec::new();
    for (ink, text) in joined {
        let bare = text.trim_matches(' ');
        match ink {
            Ink::Strong if bare.len() < text.len() => {
                push(&mut runs, Ink::Plain, if text.starts_with(' ') { " " } else { "" });
                push(&mut runs, Ink::Strong, bare);
                push(&mut runs, Ink::Plain, if text.ends_with(' ') && !bare.is_empty() { " " } else { "" });
            }
            _ => push(&mut runs, ink, &text),
        }
    }
    if let Some((Ink::Plain, text)) = runs.first_mut() {
        *text = text.trim_start_matches(' ').to_owned();
    }
    if let Some((Ink::Plain, text)) = runs.last_mut() {
        text.truncate(text.trim_end_matches(' ').len());
    }
    runs.retain(|(_, text)| !text.is_empty());
    runs
}

fn push(runs: &mut Vec<(Ink, String)>, ink: Ink, text: &str) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some((last, before)) if *last == ink => before.push_str(text),
        _ => runs.push((ink, text.to_owned())),
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let (before, rest) = text.split_at(at);
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '$' => out.extend(['\\', c]),
            ':' if rest.starts_with("://") => out.push_str("\\:"),
            '.' if ends_in_www(before) => out.push_str("\\."),
            _ => out.push(c),
        }
    }
    out
}

fn ends_in_www(text: &str) -> bool {
    text.chars().rev().take(3).filter(|c| c.eq_ignore_ascii_case(&'w')).count() == 3
}

/// Escapes text that begins a line, where a dash, plus, equals sign or number could open a block.
fn guard_start(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    if rest.starts_with(if digits > 0 { &['.', ')'][..] } else { &['-', '+', '='][..] }) {
        format!("{number}\\{}", escape(rest))
    } else {
        escape(text)
    }
}

/// Code in backticks; in a table cell a pipe cannot be written that way, so HTML steps in.
fn code(text: &str, place: Position) -> String {
    if place == Position::Cell && text.contains('|') {
        return format!("<code>{}</code>", escape(text).replace("\\|", "&#124;"));
    }
    let fence = fence(std::iter::once(text), 1);
    let space = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let pad = if space { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Whether `**` opens between `before` and `text`: not before a space, nor between a letter and punctuation. Korean
/// particles make that common at the closing end: `**지원(2019)**은` would stay as it is.
fn opens(before: Option<char>, text: &str) -> bool {
    flanks(text.chars().next(), before)
}

fn closes(text: &str, next: Option<char>) -> bool {
    flanks(text.chars().next_back(), next)
}

fn flanks(inner: Option<char>, outer: Option<char>) -> bool {
    let edge = outer.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
    inner.is_some_and(|c| c.is_alphanumeric() || (edge && !c.is_whitespace()))
}
