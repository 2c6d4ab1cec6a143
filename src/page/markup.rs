//! Blocks as HTML, in pieces: what several answers have in common is one piece.

use maud::html;

use crate::locale::printable;
use crate::print::{Block, Item, Line, Marker, Style};

/// HTML: a text, or several pieces one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markup {
    Text(String),
    Pieces(Vec<Markup>),
}

impl Markup {
    pub fn flat(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Pieces(pieces) => pieces.iter().map(Self::flat).collect(),
        }
    }
}

pub fn blocks(blocks: &[Block]) -> Markup {
    Markup::Pieces(blocks.iter().map(block).collect())
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading(text) => within("<h3>", [line(text)], "</h3>"),
        Block::Paragraph(text) => within("<p>", [line(text)], "</p>"),
        // Steps are numbered, what stands beside them is not.
        Block::Items(items) => {
            let is_step = |item: &Item| item.marker == Marker::Number;
            let lists = items.chunk_by(|one, next| is_step(one) == is_step(next)).map(|some| {
                let (open, close) = if some.iter().any(is_step) { ("<ol>", "</ol>") } else { ("<ul>", "</ul>") };
                within(open, some.iter().map(item), close)
            });
            Markup::Pieces(lists.collect())
        }
        Block::Pairs(pairs) => {
            let part = |tag: &str, text: &Line| within(&format!("<{tag}>"), [line(text)], &format!("</{tag}>"));
            within("<dl>", pairs.iter().flat_map(|(left, right)| [part("dt", left), part("dd", right)]), "</dl>")
        }
        Block::Table { header, rows } => {
            within("<table>", std::iter::once(header).chain(rows).map(|row| cells(row)), "</table>")
        }
        Block::Commands(all) => commands(all),
    }
}

fn cells(row: &[Line]) -> Markup {
    within("<tr>", row.iter().map(|cell| within("<td>", [line(cell)], "</td>")), "</tr>")
}

fn item(item: &Item) -> Markup {
    let details = item.details.iter().map(|detail| within("<p>", [line(detail)], "</p>"));
    let inside = std::iter::once(line(&item.line)).chain(details).chain([commands(&item.commands)]);
    match item.marker {
        Marker::Bullet | Marker::Number | Marker::Box => within("<li>", inside, "</li>"),
        Marker::Symbol(sign, style) => {
            within("<li class=\"sign\">", std::iter::once(span(style, &format!("{sign} "))).chain(inside), "</li>")
        }
    }
}

fn commands(commands: &[String]) -> Markup {
    let command = |command: &String| Markup::Text(html! { pre { code { (printable(command)) } } }.into_string());
    Markup::Pieces(commands.iter().map(command).collect())
}

pub fn line(line: &Line) -> Markup {
    Markup::Pieces(line.0.iter().map(|one| span(one.style, &one.text)).collect())
}

fn span(style: Style, text: &str) -> Markup {
    let text = Markup::Text(html! { (printable(text)) }.into_string());
    match style {
        Style::Plain => text,
        Style::Code => within("<code>", [text], "</code>"),
        Style::Strong => within("<strong>", [text], "</strong>"),
        _ => within(&format!("<span class=\"{}\">", <&str>::from(style)), [text], "</span>"),
    }
}

fn within(before: &str, inside: impl IntoIterator<Item = Markup>, after: &str) -> Markup {
    let edge = |text: &str| std::iter::once(Markup::Text(text.to_owned()));
    Markup::Pieces(edge(before).chain(inside).chain(edge(after)).collect())
}
