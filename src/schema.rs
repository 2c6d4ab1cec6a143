//! The format of the knowledge files, described: as JSON Schema for editors, and as a specimen to begin with.
//!
//! In: a kind of file. Out: text. What keys there are, and which an entry must have, is told by the very types that the
//! files are read into; what they mean stands with the other sentences of the program. No query needs this.

mod condition;
pub mod specimen;

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::data::FileKind;
use crate::locale::{Message, Messages};
use crate::model::parse::{Sections, Written};
use crate::model::schema::Acknowledgement;
use crate::model::series::Series;
use crate::model::{Catalog, Entry, Spanned};

/// The path of the schema of a kind in the folder of schemas.
pub fn file(kind: FileKind) -> String {
    format!("{kind}.json")
}

/// The schema of a kind of file, with what everything means.
///
/// Draft 7, not a later one: it is the newest that the TOML editors read, and what is used of it means the same in all.
pub fn schema(kind: FileKind, messages: &Messages) -> Value {
    let generator = SchemaSettings::draft07().into_generator();
    let mut walker = Walker { kind, messages, generator, sections: Map::new(), schema: Schema::default() };
    Catalog::default().take(kind, 0..0, "", &mut walker);
    let Walker { mut generator, mut schema, .. } = walker;
    let mut definitions = Value::from(generator.take_definitions(false));
    for (name, definition) in definitions.as_object_mut().into_iter().flatten() {
        describe(definition, &name.to_lowercase(), messages);
    }
    let head = [
        ("$schema", generator.settings().meta_schema.as_deref().into()),
        ("title", kind.path("<id>").into()),
        ("description", messages.say(&Message::new(format!("file-{kind}"))).into()),
        ("definitions", definitions),
    ];
    schema.ensure_object().extend(head.map(|(key, value)| (key.to_owned(), value)));
    for transform in generator.transforms_mut() {
        transform.transform(&mut schema);
    }
    schema.into()
}

/// Notes what is taken instead of taking it.
struct Walker<'m> {
    kind: FileKind,
    messages: &'m Messages,
    generator: SchemaGenerator,
    sections: Map<String, Value>,
    schema: Schema,
}

impl Walker<'_> {
    /// An entry of a section, or the head of a file.
    fn entry<T: JsonSchema>(&mut self, scope: &str) -> Schema {
        let mut entry = T::json_schema(&mut self.generator);
        if let Some(properties) = entry.get_mut("properties").and_then(Value::as_object_mut) {
            let acknowledge = self.generator.subschema_for::<Vec<Acknowledgement>>();
            properties.insert("acknowledge".to_owned(), acknowledge.into());
        }
        let mut entry = Value::from(entry);
        describe(&mut entry, scope, self.messages);
        Schema::try_from(entry).unwrap_or_default()
    }

    fn put(&mut self, name: &str, mut section: Value) {
        let meaning = self.messages.say(&Message::new(format!("section-{name}")));
        put(&mut section, "description", meaning.into());
        self.sections.insert(name.to_owned(), section);
    }
}

impl Sections for Walker<'_> {
    fn section<T: Written>(&mut self, name: &'static str) -> Vec<Entry<T>> {
        let entry = self.entry::<T>(name);
        self.put(name, json!({ "type": "object", "additionalProperties": entry }));
        Vec::new()
    }

    fn series<T: Written>(&mut self, name: &'static str) -> Vec<Entry<T>> {
        let (mut entry, own) = (Value::from(self.entry::<T>("value")), Value::from(self.entry::<Series>(name)));
        let parts = |schema: &Value, key: &str| schema.get(key).cloned().unwrap_or_default();
        if let Some(keys) = entry.get_mut("properties").and_then(Value::as_object_mut) {
            // The version is a pattern, too.
            let meaning = meaning("value", "version", self.messages);
            keys.insert("version".to_owned(), json!({ "type": "string", "description": meaning }));
            keys.extend(parts(&own, "properties").as_object().cloned().unwrap_or_default());
        }
        if let Some(required) = entry.get_mut("required").and_then(Value::as_array_mut) {
            required.extend(parts(&own, "required").as_array().cloned().unwrap_or_default());
        }
        self.put(name, json!({ "type": "object", "additionalProperties": entry }));
        Vec::new()
    }

    fn list<T: Written>(&mut self, name: &'static str, _: fn(&T) -> &Spanned<String>) -> Vec<Entry<T>> {
        let entry = self.entry::<T>(name);
        self.put(name, json!({ "type": "array", "items": entry }));
        Vec::new()
    }

    fn rest<T: Written>(&mut self) -> Option<T> {
        self.schema = self.entry::<T>(self.kind.name());
        let sections = std::mem::take(&mut self.sections);
        let properties = self.schema.ensure_object().entry("properties").or_insert_with(|| json!({}));
        properties.as_object_mut()?.extend(sections);
        None
    }
}

/// Says of every key what it means, in the language of the reader instead of that of the code.
fn describe(schema: &mut Value, scope: &str, messages: &Messages) {
    match schema {
        Value::Array(items) => {
            // A key that may be missing could be null in other formats; TOML has none.
            items.retain(|item| !item.is_null() && item != "null" && *item != json!({ "type": "null" }));
            for item in items {
                describe(item, scope, messages);
            }
        }
        Value::Object(map) => {
            map.remove("description");
            for (key, inner) in map.iter_mut() {
                match inner {
                    Value::Object(properties) if key == "properties" => {
                        for (key, property) in properties {
                            describe(property, key, messages);
                            put(property, "description", meaning(scope, key, messages).into());
                        }
                    }
                    inner => describe(inner, scope, messages),
                }
            }
        }
        _ => {}
    }
}

/// What a key means: in this section, else everywhere.
fn meaning(scope: &str, key: &str, messages: &Messages) -> String {
    let own = format!("key-{scope}-{key}");
    let id = if messages.has(&own) { own } else { format!("key-{key}") };
    messages.say(&Message::new(id))
}

fn put(schema: &mut Value, key: &str, value: Value) {
    if let Some(map) = schema.as_object_mut() {
        map.insert(key.to_owned(), value);
    }
}
