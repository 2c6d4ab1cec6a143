//! A file of each kind to begin with: a few entries that mean nothing, and above each key what it means.
//!
//! The entries stand in `src/schema/specimen/`; together they are a knowledge folder without a finding. The comments are the
//! sentences that editors show, too.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{file, meaning, schema};
use crate::data::FileKind;
use crate::locale::{Joined as _, Language, Message, Messages};
use crate::model::schema::untranslated;

/// Columns of a comment.
const WIDTH: usize = 100;

/// Facts of the specimens, to be asked about first.
pub const QUESTION: &str = "from=one to=one";

/// A commented file of this kind, with texts in these languages.
pub fn specimen(kind: FileKind, languages: &[String], messages: &Messages) -> String {
    let schema = schema(kind, messages);
    let up = if kind.folder().is_some() { "../" } else { "" };
    let mut shown = format!("#:schema {up}schema/{}\n", file(kind));
    let place = Message::new("specimen-place").with("path", path(kind));
    comment(&messages.say(&Message::new(format!("file-{kind}"))), &mut shown);
    comment(&messages.say(&place), &mut shown);
    shown.push('\n');
    let mut scope = kind.name();
    let mut told = BTreeSet::new();
    for line in written(kind).lines() {
        if let Some(section) = section(line) {
            scope = section;
            if told.insert((scope, "")) {
                comment(&messages.say(&Message::new(format!("section-{scope}"))), &mut shown);
            }
        } else if let Some(key) = key(line).filter(|key| told.insert((scope, key))) {
            comment(&told_of(scope, key, &schema, kind, messages), &mut shown);
        }
        shown.push_str(&in_languages(line, languages));
        shown.push('\n');
    }
    shown
}

/// A line of a specimen with its texts in other languages than those of the program. A language that the program does not speak gets
/// the English text with a mark, to be found and replaced; lists of words are left out.
fn in_languages(line: &str, languages: &[String]) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    if line.starts_with("languages = ") {
        return format!("languages = [{}]", languages.iter().map(|tag| quoted(tag)).joined(", "));
    }
    let (mut written, mut rest) = (String::new(), line);
    while let Some((before, (english, korean), behind)) = text_in(rest) {
        let text = |tag: &String| match (Language::of_tag(tag), english.strip_prefix('"')) {
            (Some(Language::En), _) => Some(format!("{tag} = {english}")),
            (Some(Language::Ko), _) => Some(format!("{tag} = {korean}")),
            (None, Some(text)) => Some(format!("{tag} = \"{} {text}", untranslated(tag))),
            (None, None) => None,
        };
        let texts: Vec<String> = languages.iter().filter_map(text).collect();
        for part in [before, "{ ", &texts.join(", "), " }"] {
            written.push_str(part);
        }
        rest = behind;
    }
    written + rest
}

/// The first text of a line as the specimens write it, in both languages, and what stands around it.
fn text_in(line: &str) -> Option<(&str, (&str, &str), &str)> {
    let (before, rest) = line.split_once("{ en = ")?;
    let (english, rest) = rest.split_once(", ko = ")?;
    let end = if rest.starts_with('[') { "] }" } else { "\" }" };
    let (korean, behind) = rest.split_at_checked(rest.find(end)? + 1)?;
    Some((before, (english, korean), behind.strip_prefix(" }")?))
}

/// A commented plan file: the cluster that is to be upgraded. `values` are what stands for `{...}` in it.
pub fn plan(values: &[(&str, String)], messages: &Messages) -> String {
    let mut shown = String::new();
    comment(&messages.text("plan-what"), &mut shown);
    shown.push('\n');
    let mut told = BTreeSet::new();
    for line in include_str!("specimen/plan.toml").lines() {
        let header = line.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
        if let Some(name) = header.or(key(line)).filter(|name| told.insert(*name)) {
            comment(&messages.say(&Message::new(format!("plan-{name}"))), &mut shown);
        }
        let string = |value: &String| toml::Value::from(value.as_str()).to_string();
        let fill =
            |line: String, (name, value): &(&str, String)| line.replace(&format!("\"{{{name}}}\""), &string(value));
        shown.push_str(&values.iter().fold(line.to_owned(), fill));
        shown.push('\n');
    }
    shown
}

/// Where the specimen of a kind belongs: the other specimens refer to it by that name.
pub fn path(kind: FileKind) -> String {
    kind.path(match kind {
        FileKind::Vocabulary => "systems",
        _ => "connect",
    })
}

/// The entries, without a word about them.
fn written(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Knowledge => include_str!("specimen/knowledge.toml"),
        FileKind::Vocabulary => include_str!("specimen/vocabulary.toml"),
        FileKind::Table => include_str!("specimen/table.toml"),
        FileKind::Remedies => include_str!("specimen/remedies.toml"),
        FileKind::Sources => include_str!("specimen/sources.toml"),
        FileKind::Setup => include_str!("specimen/setup.toml"),
        FileKind::Runbook => include_str!("specimen/runbook.toml"),
        FileKind::Procedures => include_str!("specimen/procedures.toml"),
        FileKind::Ask => include_str!("specimen/ask.toml"),
        FileKind::Expectations => include_str!("specimen/expectations.toml"),
    }
}

/// The section that a header opens: the innermost, as in `[source.<id>.place.<id>]`.
fn section(line: &str) -> Option<&str> {
    let header = line.strip_prefix('[')?.trim_start_matches('[').split(']').next()?;
    let parts: Vec<&str> = header.split('.').collect();
    parts.iter().rev().nth(usize::from(parts.len() > 1)).copied()
}

fn key(line: &str) -> Option<&str> {
    let (key, _) = line.strip_prefix("# ").unwrap_or(line).split_once(" = ")?;
    key.chars().all(|c| c.is_ascii_lowercase() || c == '-').then_some(key)
}

/// What a key means, and whether it may be missing.
fn told_of(scope: &str, key: &str, schema: &Value, kind: FileKind, messages: &Messages) -> String {
    let section = |inner| schema.pointer(&format!("/properties/{scope}/{inner}"));
    let entry = if scope == kind.name() { Some(schema) } else { section("additionalProperties").or(section("items")) };
    let required = entry.is_none_or(|entry| {
        entry.get("required").and_then(Value::as_array).is_some_and(|keys| keys.iter().any(|one| one == key))
    });
    let text = meaning(scope, key, messages);
    if required { text } else { messages.say(&Message::new("specimen-optional").with("text", text)) }
}

/// The text as comments of a bearable width.
fn comment(text: &str, shown: &mut String) {
    let mut line = String::from("#");
    for word in text.split_whitespace() {
        if line.len() > 1 && line.chars().count() + word.chars().count() >= WIDTH {
            shown.push_str(&line);
            shown.push('\n');
            line.truncate(1);
        }
        line.push(' ');
        line.push_str(word);
    }
    shown.push_str(&line);
    shown.push('\n');
}
