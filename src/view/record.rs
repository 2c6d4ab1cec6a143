//! One entry of the knowledge, whole: what `explain` shows and what `list` names.

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

/// `canmanage/explain/1`, and with a kind `canmanage/list/1`.
#[derive(Debug, Serialize)]
pub struct Records {
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<String>,
    pub entries: Vec<Record>,
}

impl Records {
    pub fn explained(entries: Vec<Record>) -> Self {
        Self { format: "canmanage/explain/1", kind: None, entries }
    }

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
    UpgradeStep,
    /// What can be found about a cluster that is to be upgraded.
    UpgradeCheck,
    Source,
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
    pub fn new(kind: RecordKind, id: impl Into<String>, title: impl Into<String>) -> Self {
        Self { kind, id: id.into(), title: title.into(), fields: IndexMap::new() }
    }
    pub fn text(self, key: &'static str, text: impl Into<Option<String>>) -> Self {
        self.field(key, text.into().map(Field::Text))
    }
    pub fn list(self, key: &'static str, list: impl IntoIterator<Item = String>) -> Self {
        let list: Vec<String> = list.into_iter().collect();
        self.field(key, (!list.is_empty()).then_some(Field::List(list)))
    }
    pub fn number(self, key: &'static str, number: usize) -> Self {
        self.field(key, Some(Field::Number(number)))
    }

    /// Adds lines that are shown as they are, unless there are none.
    pub fn excerpt(self, key: &'static str, lines: impl IntoIterator<Item = String>) -> Self {
        let lines: Vec<String> = lines.into_iter().collect();
        self.field(key, (!lines.is_empty()).then_some(Field::Excerpt(lines)))
    }

    fn field(mut self, key: &'static str, field: Option<Field>) -> Self {
        self.fields.extend(field.map(|field| (key, field)));
        self
    }
}
