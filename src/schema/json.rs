//! A kind of file as JSON Schema, for editors that complete and check.
//!
//! Draft 7, not a later one: it is the newest that the TOML editors read, and what is used of it means the same in all.

use serde::de::value::Error;
use serde_json::{Map, Value, json};

use super::shape::{self, Field, Shape};
use super::{meaning, outline};
use crate::locale::{Message, Messages};
use crate::model::condition::Relation;
use crate::model::kind::Kind;

/// The path of the schema of a kind in the folder of schemas.
#[must_use]
pub fn file(kind: Kind) -> String {
    format!("{kind}.json")
}

/// The schema of a kind of file, with what everything means.
///
/// # Errors
/// As [`outline`]: never for the types of this program.
pub fn schema(kind: Kind, messages: &Messages) -> Result<Value, Error> {
    let outline = outline(kind)?;
    let mut schema = entry(kind.name(), &outline.head, messages);
    let sections = outline.sections.iter().map(|section| {
        let entry = entry(section.name, &section.fields, messages);
        let mut whole = if section.list { list(&entry) } else { keys(&entry) };
        put(&mut whole, "description", messages.say(&Message::new(format!("section-{}", section.name))));
        (section.name.to_owned(), whole)
    });
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.extend(sections.collect::<Vec<_>>());
    }
    put(&mut schema, "$schema", "http://json-schema.org/draft-07/schema#");
    put(&mut schema, "title", kind.path("<id>"));
    put(&mut schema, "description", messages.say(&Message::new(format!("file-{kind}"))));
    if schema.to_string().contains("#/definitions/") {
        put(&mut schema, "definitions", definitions(messages)?);
    }
    Ok(schema)
}

/// What is read by hand, and so is told by hand.
fn definitions(messages: &Messages) -> Result<Value, Error> {
    let text = json!({ "type": "string" });
    let one = |key: &str, shape: &Value| {
        let mut only = json!({ "type": "object", "additionalProperties": false, "required": [key] });
        put(&mut only, "properties", json!({ key: described(shape.clone(), meaning("terms", key, messages)) }));
        only
    };
    let relation = match shape::of::<Relation>()? {
        Shape::Entry(fields) => entry("relation", &fields, messages),
        _ => json!({}),
    };
    let relating = |key: &str| described(reference("relation"), meaning("when", key, messages));
    Ok(json!({
        "condition": { "anyOf": [reference("conjunction"), list(&reference("conjunction"))] },
        "conjunction": {
            "type": "object",
            "properties": { "differ": relating("differ"), "agree": relating("agree") },
            "additionalProperties": reference("terms"),
        },
        "relation": relation,
        "terms": { "anyOf": [text, list(&text), one("not", &list(&text)), one("version", &text)] },
    }))
}

/// A table with these keys and no others.
fn entry(scope: &str, fields: &[Field], messages: &Messages) -> Value {
    let properties = fields.iter().map(|field| {
        let shape = of_shape(field.key, &field.shape, messages);
        (field.key.to_owned(), described(shape, meaning(scope, field.key, messages)))
    });
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    let mut entry = json!({ "type": "object", "additionalProperties": false });
    put(&mut entry, "properties", properties.collect::<Map<_, _>>());
    if !required.is_empty() {
        put(&mut entry, "required", required);
    }
    entry
}

fn of_shape(key: &str, shape: &Shape, messages: &Messages) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Version => json!({ "type": "string", "pattern": r"^\d+\.\d+\.\d+" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::Items(inner, None) => list(&of_shape(key, inner, messages)),
        Shape::Items(inner, Some(length)) => {
            let mut items = list(&of_shape(key, inner, messages));
            put(&mut items, "minItems", *length);
            put(&mut items, "maxItems", *length);
            items
        }
        Shape::Keys(inner) => keys(&of_shape(key, inner, messages)),
        Shape::Entry(fields) => entry(key, fields, messages),
        Shape::Condition => reference("condition"),
        Shape::Terms => reference("terms"),
    }
}

fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn keys(values: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": values })
}

/// In draft 7 nothing counts beside a reference, so it is wrapped.
fn reference(name: &str) -> Value {
    json!({ "allOf": [{ "$ref": format!("#/definitions/{name}") }] })
}

fn described(mut schema: Value, description: String) -> Value {
    put(&mut schema, "description", description);
    schema
}

fn put(schema: &mut Value, key: &str, value: impl Into<Value>) {
    if let Some(map) = schema.as_object_mut() {
        map.insert(key.to_owned(), value.into());
    }
}
