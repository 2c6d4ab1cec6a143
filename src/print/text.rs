//! Blocks on a terminal.
//!
//! In: blocks, the width of the screen and a painter. Out: text without trailing spaces that ends in one newline.
//! Everything is made printable, wrapped and padded before it is painted, so colours never move the layout. This module
//! never decides on colours, never asks the terminal anything and never cuts text.

mod table;
pub mod wrap;

use self::wrap::wrap;
use super::block::{Block, Item, Line, Marker, Style};
use crate::locale::printable;

const BULLET: &str = "•";
const BOX: &str = "[ ]";
/// Where markers and pairs begin.
const INDENT: usize = 2;
/// Where the commands of a block begin.
const COMMAND_INDENT: usize = 4;
/// The widest left column of pairs.
const PAIR_LIMIT: usize = 24;
/// Screens narrower than this are treated as this wide.
const NARROWEST: usize = 20;

/// Renders `blocks` for a screen of `width` columns.
///
/// `paint` gets every run of one style, already printable, and returns it with its colours; it is called for
/// [`Style::Plain`] and for padding too. Blocks are set apart by a blank line, only what follows a heading is not. Blocks
/// that say nothing are a single newline.
pub fn render(blocks: &[Block], width: usize, paint: &dyn Fn(Style, &str) -> String) -> String {
    let width = width.max(NARROWEST);
    let mut out = String::new();
    let mut after_heading = false;
    for block in blocks {
        let lines = lay_out(block, width);
        if lines.iter().all(|line| line.width() == 0) {
            continue;
        }
        let heading = matches!(block, Block::Heading(_));
        if !out.is_empty() && (heading || !after_heading) {
            out.push('\n');
        }
        for line in lines {
            write(line, paint, &mut out);
        }
        after_heading = heading;
    }
    out.truncate(out.trim_end_matches('\n').len());
    out.push('\n');
    out
}

fn write(mut line: Line, paint: &dyn Fn(Style, &str) -> String, out: &mut String) {
    while let Some(last) = line.0.last_mut() {
        last.text.truncate(last.text.trim_end_matches(' ').len());
        if !last.text.is_empty() {
            break;
        }
        line.0.pop();
    }
    for span in &line.0 {
        out.push_str(&paint(span.style, &span.text));
    }
    out.push('\n');
}

fn lay_out(block: &Block, width: usize) -> Vec<Line> {
    match block {
        Block::Heading(line) => wrap(&line.emphasized(), width),
        Block::Paragraph(line) => wrap(line, width),
        Block::Items(items) => lay_out_items(items, width),
        Block::Pairs(pairs) => lay_out_pairs(pairs, width),
        Block::Table { header, rows } => table::lay_out(header, rows, width),
        Block::Commands(commands) => lay_out_commands(commands, COMMAND_INDENT).collect(),
    }
}

fn lay_out_items(items: &[Item], width: usize) -> Vec<Line> {
    let markers = markers(items);
    let column = markers.iter().map(Line::width).max().unwrap_or(0);
    let indent = INDENT + column + 1;
    let room = width.saturating_sub(indent).max(1);
    let mut out = Vec::new();
    for (item, marker) in items.iter().zip(markers) {
        let before = if item.marker == Marker::Number { column.saturating_sub(marker.width()) } else { 0 };
        let lead = pad(spaces(INDENT + before).line(&marker), indent);
        out.extend(hang(lead, &wrap(&item.line, room), indent));
        for detail in &item.details {
            out.extend(indented(&wrap(detail, room), indent));
        }
        out.extend(lay_out_commands(&item.commands, indent + 2));
    }
    out
}

fn markers(items: &[Item]) -> Vec<Line> {
    let mut number = 0;
    let marker = |item: &Item| match item.marker {
        Marker::Bullet => Line::from(BULLET),
        Marker::Box => Line::from(BOX),
        Marker::Symbol(symbol, style) => Line::new().styled(style, symbol),
        Marker::Number => {
            number += 1;
            Line::from(format!("{number}."))
        }
    };
    items.iter().map(marker).collect()
}

/// The left parts share a column as wide as the widest that keeps to the limit; one that does not stands alone above
/// its right part.
fn lay_out_pairs(pairs: &[(Line, Line)], width: usize) -> Vec<Line> {
    let limit = PAIR_LIMIT.min(width / 2);
    let fitting = pairs.iter().map(|(left, _)| left.width()).filter(|left| *left <= limit);
    let indent = INDENT + fitting.max().unwrap_or(INDENT) + 2;
    let room = width.saturating_sub(indent).max(1);
    let mut out = Vec::new();
    for (left, right) in pairs {
        let right = wrap(right, room);
        let names = wrap(left, width.saturating_sub(INDENT));
        match names.as_slice() {
            [name] if name.width() + INDENT + 2 <= indent => {
                out.extend(hang(pad(spaces(INDENT).line(name), indent), &right, indent));
            }
            names => {
                out.extend(indented(names, INDENT));
                out.extend(indented(&right, indent));
            }
        }
    }
    out
}

/// Commands are to be copied: never wrapped, whatever the width.
fn lay_out_commands(commands: &[String], indent: usize) -> impl Iterator<Item = Line> {
    commands.iter().map(move |command| spaces(indent).code(printable(command)))
}

/// The lines at `indent`, the first of them after `lead`, which is there even if no line is.
fn hang(lead: Line, lines: &[Line], indent: usize) -> Vec<Line> {
    let (first, rest) = lines.split_first().map_or((None, lines), |(first, rest)| (Some(first), rest));
    let mut out = vec![first.map_or(lead.clone(), |first| lead.line(first))];
    out.extend(indented(rest, indent));
    out
}

fn indented(lines: &[Line], indent: usize) -> impl Iterator<Item = Line> {
    lines.iter().map(move |line| spaces(indent).line(line))
}

fn pad(line: Line, width: usize) -> Line {
    let missing = width.saturating_sub(line.width());
    line.plain(" ".repeat(missing))
}

fn spaces(count: usize) -> Line {
    Line::from(" ".repeat(count))
}
