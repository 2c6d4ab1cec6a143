//! Entries of the knowledge: in full, or a line or two each.

use crate::locale::{Message, Messages};
use crate::print::{Block, Item, Line, Marker};
use crate::view::record::{Field, Record, RecordKind};

/// Records in full, one after the other.
pub fn blocks(records: &[Record], messages: &Messages) -> Vec<Block> {
    let mut blocks = Vec::new();
    for record in records {
        let kind = messages.say(&Message::new(format!("kind-{}", record.kind)));
        // What is said of findings is the program's own text and names keys; elsewhere a backtick is the data's.
        let line = |text: &str| if record.kind == RecordKind::Code { Line::marked(text) } else { text.into() };
        let label = |key: &str| messages.say(&Message::new(format!("field-{key}")));
        blocks.push(Block::Heading(Line::from(record.id.as_str()).plain(format!(" ({kind})"))));
        blocks.push(Block::Paragraph(line(&record.title)));
        let (mut pairs, mut excerpts) = (Vec::new(), Vec::new());
        for (key, field) in &record.fields {
            if let Field::Excerpt(lines) = field {
                excerpts.push(Block::Paragraph(Line::new().dim(format!("{}:", label(key)))));
                excerpts.push(Block::Commands(lines.clone()));
            } else {
                pairs.push((Line::new().dim(label(key)), line(&plain(field))));
            }
        }
        blocks.extend(Some(Block::Pairs(pairs)).filter(|pairs| !pairs.is_empty()));
        blocks.extend(excerpts);
    }
    blocks
}

/// Fields that a list shows under each name.
const BRIEF: [&str; 8] = ["table", "effect", "basis", "vocabulary", "axes", "inside", "published", "severity"];

/// Records by name, a line or two each.
pub fn names(records: &[Record]) -> Vec<Block> {
    let items = records.iter().map(|record| {
        let item = Item::new(Marker::Bullet, Line::new().strong(&record.id).plain(format!(" {}", record.title)));
        let brief = record.fields.iter().filter(|(key, _)| BRIEF.contains(key)).map(|(_, field)| plain(field));
        let brief: Vec<String> = brief.collect();
        if brief.is_empty() { item } else { item.detail(Line::new().dim(brief.join(" · "))) }
    });
    vec![Block::Items(items.collect())]
}

fn plain(field: &Field) -> String {
    match field {
        Field::Text(text) => text.clone(),
        Field::List(list) => list.join(if list.iter().any(|item| item.contains(", ")) { "; " } else { ", " }),
        Field::Number(number) => number.to_string(),
        Field::Excerpt(lines) => lines.join("\n"),
    }
}

/// All kinds of finding as one document.
pub fn findings(codes: &[Record], messages: &Messages) -> Vec<Block> {
    let mut whole = vec![
        Block::Heading(Line::from(messages.text("findings-title"))),
        Block::Paragraph(Line::marked(&messages.text("findings-intro"))),
        Block::Paragraph(Line::marked(&messages.text("findings-levels"))),
    ];
    whole.extend(blocks(codes, messages));
    whole
}
