//! Blocks as Markdown (`CommonMark` with the tables of GitHub).
//!
//! In: blocks. Out: Markdown that ends in one newline and holds no markup but what the blocks ask for. Text is
//! never wrapped, so only the beginning of a line has to be guarded against block markup. Nothing from an inventory
//! becomes markup or HTML; what inline text looks like is in `inline`.

mod inline;

use self::inline::{Position, fence, inline};
use super::block::{Block, Item, Line, Marker};
use crate::locale::printable;

/// Keeps two lists apart that would otherwise be read as one.
const LIST_BREAK: &str = "<!-- -->\n\n";

/// Renders `blocks`; a single newline if they say nothing.
pub fn render(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut after_list = false;
    for block in blocks {
        let text = write_block(block);
        if text.is_empty() {
            continue;
        }
        let list = matches!(block, Block::Items(_) | Block::Pairs(_));
        if !out.is_empty() {
            out.push('\n');
        }
        if list && after_list {
            out.push_str(LIST_BREAK);
        }
        out.push_str(&text);
        after_list = list;
    }
    if out.is_empty() {
        out.push('\n');
    }
    out
}

fn write_block(block: &Block) -> String {
    match block {
        Block::Heading(line) => write_text("## ", line),
        Block::Paragraph(line) => write_text("", line),
        Block::Items(items) => write_items(items),
        Block::Pairs(pairs) => pairs.iter().map(write_pair).collect(),
        Block::Table { header, rows } => write_table(header, rows),
        Block::Commands(commands) => write_commands(commands, 0),
    }
}

/// A line of text after its markup; nothing at all if there is no text.
fn write_text(lead: &str, line: &Line) -> String {
    let text = inline(line, Position::Flow);
    if text.is_empty() { text } else { format!("{lead}{text}\n") }
}

fn write_items(items: &[Item]) -> String {
    let mut out = String::new();
    let mut number = 0;
    for item in items {
        let (marker, line) = match item.marker {
            Marker::Bullet => ("- ".to_owned(), item.line.clone()),
            Marker::Box => ("- [ ] ".to_owned(), item.line.clone()),
            Marker::Symbol(symbol, style) => {
                ("- ".to_owned(), Line::new().styled(style, symbol).plain(" ").line(&item.line))
            }
            Marker::Number => {
                number += 1;
                (format!("{number}. "), item.line.clone())
            }
        };
        out.push_str(format!("{marker}{}", inline(&line, Position::Flow)).trim_end_matches(' '));
        out.push('\n');
        // What belongs to an item stands below its text; a box is a part of that.
        let column = marker.find(' ').map_or(0, |at| at + 1);
        let indent = " ".repeat(column);
        for detail in &item.details {
            let text = write_text("- ", detail);
            if !text.is_empty() {
                out.push_str(&indent);
                out.push_str(&text);
            }
        }
        out.push_str(&write_commands(&item.commands, column));
    }
    out
}

fn write_pair((left, right): &(Line, Line)) -> String {
    let line = if left.width() == 0 { right.clone() } else { left.emphasized().plain(": ").line(right) };
    format!("{}\n", format!("- {}", inline(&line, Position::Flow)).trim_end_matches(' '))
}

fn write_table(header: &[Line], rows: &[Vec<Line>]) -> String {
    let count = rows.iter().map(Vec::len).fold(header.len(), usize::max);
    if count == 0 {
        return String::new();
    }
    let mut out = write_row(header, count);
    out.push_str(&"| --- ".repeat(count));
    out.push_str("|\n");
    for row in rows {
        out.push_str(&write_row(row, count));
    }
    out
}

fn write_row(cells: &[Line], count: usize) -> String {
    let mut out = String::new();
    for at in 0..count {
        let text = cells.get(at).map(|cell| inline(cell, Position::Cell)).unwrap_or_default();
        out.push_str(if text.is_empty() { "|" } else { "| " });
        out.push_str(&text);
        out.push(' ');
    }
    out.push_str("|\n");
    out
}

/// A fenced block; its fence is longer than any run of backticks in it.
fn write_commands(commands: &[String], indent: usize) -> String {
    if commands.is_empty() {
        return String::new();
    }
    let fence = fence(commands.iter().map(String::as_str), 3);
    let indent = " ".repeat(indent);
    let edge = format!("{indent}{fence}\n");
    let mut out = edge.clone();
    for command in commands {
        out.push_str(format!("{indent}{}", printable(command)).trim_end_matches(' '));
        out.push('\n');
    }
    out.push_str(&edge);
    out
}
