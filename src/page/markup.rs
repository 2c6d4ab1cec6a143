//! Blocks as HTML, in pieces: what several answers have in common is one and the same piece.

use maud::html;

use crate::locale::printable;
use crate::print::{Block, Item, Line, Marker, Style};

/// HTML that is one text, or several pieces one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Markup {
    Text(String),
    Pieces(Vec<Markup>),
}

/// Blocks in their order.
pub fn blocks(blocks: &[Block]) -> Markup {
    Markup::Pieces(blocks.iter().map(block).collect())
}

fn block(block: &Block) -> Markup {
    match block {
        Block::Heading(text) => within("<h3>", line(text), "</h3>"),
        Block::Paragraph(text) => within("<p>", line(text), "</p>"),
        Block::Items(items) => within("<ul>", Markup::Pieces(items.iter().map(item).collect()), "</ul>"),
        Block::Pairs(pairs) => {
            let pair = |(left, right): &(Line, Line)| {
                Markup::Pieces(vec![within("<dt>", line(left), "</dt>"), within("<dd>", line(right), "</dd>")])
            };
            within("<dl>", Markup::Pieces(pairs.iter().map(pair).collect()), "</dl>")
        }
        Block::Table { header, rows } => {
            let row = |cells: &Vec<Line>| {
                within("<tr>", Markup::Pieces(cells.iter().map(|cell| within("<td>", line(cell), "</td>")).collect()), "</tr>")
            };
            within("<table>", Markup::Pieces(std::iter::once(header).chain(rows).map(row).collect()), "</table>")
        }
        Block::Commands(commands) => self::commands(commands),
    }
}

fn item(item: &Item) -> Markup {
    let (class, sign) = match item.marker {
        Marker::Bullet => ("bullet", "•"),
        Marker::Number => ("number", ""),
        Marker::Symbol(sign, style) => (class(style), sign),
    };
    let open = html! { (maud::PreEscaped("<li class=\"")) (class) (maud::PreEscaped("\">")) @if !sign.is_empty() { i { (sign) " " } } };
    let details = item.details.iter().map(|detail| within("<p>", line(detail), "</p>"));
    let pieces = std::iter::once(Markup::Text(open.into_string())).chain([line(&item.line)]).chain(details);
    let pieces = pieces.chain((!item.commands.is_empty()).then(|| commands(&item.commands)));
    Markup::Pieces(pieces.chain([Markup::Text("</li>".to_owned())]).collect())
}

fn commands(commands: &[String]) -> Markup {
    let command = |command: &String| Markup::Text(html! { pre { code { (printable(command)) } } }.into_string());
    Markup::Pieces(commands.iter().map(command).collect())
}

fn line(line: &Line) -> Markup {
    let span = |style: Style, text: &str| match style {
        Style::Plain => html! { (printable(text)) },
        Style::Code => html! { code { (printable(text)) } },
        _ => html! { span class=(class(style)) { (printable(text)) } },
    };
    Markup::Pieces(line.0.iter().map(|one| Markup::Text(span(one.style, &one.text).into_string())).collect())
}

fn within(before: &str, inside: Markup, after: &str) -> Markup {
    Markup::Pieces(vec![Markup::Text(before.to_owned()), inside, Markup::Text(after.to_owned())])
}

fn class(style: Style) -> &'static str {
    match style {
        Style::Plain => "plain",
        Style::Strong => "strong",
        Style::Dim => "dim",
        Style::Code => "code",
        Style::Supported => "supported",
        Style::Unsupported => "unsupported",
        Style::Unclear => "unclear",
        Style::Caution => "caution",
    }
}
