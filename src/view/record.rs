//! One entry of the knowledge, whole: what `explain` shows and what `list` names.
//!
//! A record is first a list of fields, the same for people and machines; only then is it drawn.

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

use crate::locale::{Message, Messages};
use crate::render::block::{Block, Document, Item, Line, Marker};

/// `canmanage/explain/1`, and with a kind `canmanage/list/1`.
#[derive(Debug, Serialize)]
pub struct Records {
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    pub entries: Vec<Record>,
}

impl Records {
    #[must_use]
    pub fn explained(entries: Vec<Record>) -> Self {
        Self { format: "canmanage/explain/1", kind: None, entries }
    }

    #[must_use]
    pub fn listed(kind: String, entries: Vec<Record>) -> Self {
        Self { format: "canmanage/list/1", kind: Some(kind), entries }
    }
}

/// An entry: its kind, its id, one line about it, and everything else under names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    pub kind: RecordKind,
    pub id: String,
    pub title: String,
    #[serde(flatten)]
    pub fields: IndexMap<&'static str, Field>,
}

/// What kind of thing a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::Display, strum::EnumIter)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum RecordKind {
    Table,
    Axis,
    Value,
    /// A value that can be installed.
    Package,
    Group,
    /// A permit or forbid.
    Rule,
    Caution,
    Silent,
    Procedure,
    Remedy,
    Move,
    Step,
    Exclusion,
    Source,
    /// A kind of finding.
    Code,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Field {
    Text(String),
    List(Vec<String>),
    Number(usize),
    /// Lines to be shown as they are.
    #[serde(serialize_with = "joined")]
    Excerpt(Vec<String>),
}

fn joined<S: Serializer>(lines: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&lines.join("\n"))
}

impl Record {
    #[must_use]
    pub fn new(kind: RecordKind, id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { kind, id: id.into(), title: title.into(), fields: IndexMap::new() }
    }

    /// Adds a text, unless there is none.
    #[must_use]
    pub fn text(self, key: &'static str, text: impl Into<Option<String>>) -> Self {
        self.field(key, text.into().map(Field::Text))
    }

    /// Adds a list, unless it is empty.
    #[must_use]
    pub fn list(self, key: &'static str, list: impl IntoIterator<Item = String>) -> Self {
        let list: Vec<String> = list.into_iter().collect();
        self.field(key, (!list.is_empty()).then_some(Field::List(list)))
    }

    #[must_use]
    pub fn number(self, key: &'static str, number: usize) -> Self {
        self.field(key, Some(Field::Number(number)))
    }

    /// Adds lines that are shown as they are, unless there are none.
    #[must_use]
    pub fn excerpt(self, key: &'static str, lines: impl IntoIterator<Item = String>) -> Self {
        let lines: Vec<String> = lines.into_iter().collect();
        self.field(key, (!lines.is_empty()).then_some(Field::Excerpt(lines)))
    }

    fn field(mut self, key: &'static str, field: Option<Field>) -> Self {
        self.fields.extend(field.map(|field| (key, field)));
        self
    }
}

/// Records in full, one after the other.
#[must_use]
pub fn document(records: &[Record], messages: &Messages) -> Document {
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
        if !pairs.is_empty() {
            blocks.push(Block::Pairs(pairs));
        }
        blocks.extend(excerpts);
    }
    Document { blocks }
}

/// Fields that a list shows under each name.
const BRIEF: [&str; 8] = ["table", "effect", "basis", "vocabulary", "axes", "inside", "published", "severity"];

/// Records by name, a line or two each.
#[must_use]
pub fn names(records: &[Record]) -> Document {
    let items = records.iter().map(|record| {
        let item = Item::new(Marker::Bullet, Line::new().strong(&record.id).plain(format!(" {}", record.title)));
        let brief = record.fields.iter().filter(|(key, _)| BRIEF.contains(key)).map(|(_, field)| plain(field));
        let brief: Vec<String> = brief.collect();
        if brief.is_empty() { item } else { item.detail(Line::new().dim(brief.join(" · "))) }
    });
    Document { blocks: vec![Block::Items(items.collect())] }
}

fn plain(field: &Field) -> String {
    match field {
        Field::Text(text) => text.clone(),
        Field::List(list) => list.join(", "),
        Field::Number(number) => number.to_string(),
        Field::Excerpt(lines) => lines.join("\n"),
    }
}
