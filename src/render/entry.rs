//! One entry of the knowledge, whole: what `explain` shows and what `list` names.
//!
//! An entry is first a list of fields, the same for people and machines; only then is it drawn.

use crate::locale::{Message, Messages};
use crate::print::{Block, Item, Line, Marker};
use crate::render::json::{ExplainV1, ListV1};
use crate::view::Pairs;

/// What kind of thing an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Kind {
    /// A question.
    Table,
    /// An axis of a table.
    Axis,
    /// A value of a vocabulary.
    Value,
    /// A value that can be installed.
    Package,
    /// A name for a set of values.
    Group,
    /// A permit or forbid.
    Rule,
    /// Something said that decides nothing.
    Caution,
    /// The record that no source speaks.
    Silent,
    /// How a thing is done.
    Procedure,
    /// What to do instead.
    Remedy,
    /// A way in which the asker could change the facts.
    Move,
    /// A step of a set-up.
    Step,
    /// Capabilities that cannot be on one computer.
    Exclusion,
    /// A document.
    Source,
    /// A kind of finding.
    Code,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// A word or a sentence.
    Text(String),
    /// Several.
    List(Vec<String>),
    /// A count.
    Number(usize),
    /// Lines to be shown as they are.
    Excerpt(Vec<String>),
}

/// An entry: its kind, its id, one line about it, and everything else under names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// What it is, in a line.
    pub title: String,
    /// The rest, by key.
    pub fields: Vec<(&'static str, Field)>,
}

impl Entry {
    /// An entry without fields.
    #[must_use]
    pub fn new(kind: Kind, id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { kind, id: id.into(), title: title.into(), fields: Vec::new() }
    }

    /// Adds a text, unless there is none.
    #[must_use]
    pub fn text(mut self, key: &'static str, text: impl Into<Option<String>>) -> Self {
        if let Some(text) = text.into() {
            self.fields.push((key, Field::Text(text)));
        }
        self
    }

    /// Adds a list, unless it is empty.
    #[must_use]
    pub fn list(mut self, key: &'static str, list: impl IntoIterator<Item = String>) -> Self {
        let list: Vec<String> = list.into_iter().collect();
        if !list.is_empty() {
            self.fields.push((key, Field::List(list)));
        }
        self
    }

    /// Adds a count.
    #[must_use]
    pub fn number(mut self, key: &'static str, number: usize) -> Self {
        self.fields.push((key, Field::Number(number)));
        self
    }

    /// Adds lines that are shown as they are, unless there are none.
    #[must_use]
    pub fn excerpt(mut self, key: &'static str, lines: impl IntoIterator<Item = String>) -> Self {
        let lines: Vec<String> = lines.into_iter().collect();
        if !lines.is_empty() {
            self.fields.push((key, Field::Excerpt(lines)));
        }
        self
    }

    fn value(&self) -> Pairs<serde_json::Value> {
        let mut pairs: Vec<(String, serde_json::Value)> =
            vec![("kind".into(), self.kind.to_string().into()), ("id".into(), self.id.clone().into())];
        pairs.push(("title".into(), self.title.clone().into()));
        for (key, field) in &self.fields {
            let value = match field {
                Field::Text(text) => text.clone().into(),
                Field::List(list) => list.clone().into(),
                Field::Number(number) => (*number).into(),
                Field::Excerpt(lines) => lines.join("\n").into(),
            };
            pairs.push(((*key).to_owned(), value));
        }
        Pairs(pairs)
    }
}

/// Entries in full, one after the other.
#[must_use]
pub fn document(entries: &[Entry], messages: &Messages) -> Vec<Block> {
    let mut blocks = Vec::new();
    for entry in entries {
        let kind = messages.say(&Message::new(format!("kind-{}", entry.kind)));
        blocks.push(Block::Heading(Line::from(entry.id.as_str()).plain(format!(" ({kind})"))));
        blocks.push(Block::Paragraph(shown(entry.kind, &Field::Text(entry.title.clone()))));
        let label = |key: &str| messages.say(&Message::new(format!("field-{key}")));
        let mut pairs = Vec::new();
        let mut excerpts = Vec::new();
        for (key, field) in &entry.fields {
            match field {
                Field::Excerpt(lines) => {
                    excerpts.push(Block::Paragraph(Line::new().dim(format!("{}:", label(key)))));
                    excerpts.push(Block::Commands(lines.clone()));
                }
                _ => pairs.push((Line::new().dim(label(key)), shown(entry.kind, field))),
            }
        }
        if !pairs.is_empty() {
            blocks.push(Block::Pairs(pairs));
        }
        blocks.extend(excerpts);
    }
    blocks
}

/// Entries by name, a line or two each.
#[must_use]
pub fn names(entries: &[Entry]) -> Vec<Block> {
    let items = entries.iter().map(|entry| {
        let item = Item::new(Marker::Bullet, Line::new().strong(&entry.id).plain(format!(" {}", entry.title)));
        let brief = entry.fields.iter().filter(|(key, _)| BRIEF.contains(key)).map(|(_, field)| plain(field));
        let brief: Vec<String> = brief.collect();
        if brief.is_empty() { item } else { item.detail(Line::new().dim(brief.join(" · "))) }
    });
    vec![Block::Items(items.collect())]
}

/// Fields that a list shows under each name.
const BRIEF: [&str; 8] = ["table", "effect", "basis", "vocabulary", "axes", "inside", "published", "severity"];

fn shown(kind: Kind, field: &Field) -> Line {
    // What is said of findings is the program's own text and names keys; elsewhere a backtick is the data's.
    if kind == Kind::Code { Line::marked(&plain(field)) } else { Line::from(plain(field)) }
}

fn plain(field: &Field) -> String {
    match field {
        Field::Text(text) => text.clone(),
        Field::List(list) => list.join(", "),
        Field::Number(number) => number.to_string(),
        Field::Excerpt(lines) => lines.join("\n"),
    }
}

/// `canmanage/explain/1`
#[must_use]
pub fn explain_json(entries: &[Entry]) -> ExplainV1 {
    ExplainV1 { format: "canmanage/explain/1", entries: entries.iter().map(Entry::value).collect() }
}

/// `canmanage/list/1`
#[must_use]
pub fn list_json(kind: &str, entries: &[Entry]) -> ListV1 {
    ListV1 { format: "canmanage/list/1", kind: kind.to_owned(), entries: entries.iter().map(Entry::value).collect() }
}
