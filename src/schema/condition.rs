//! Conditions are read by hand, and so are told by hand.

use std::borrow::Cow;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};

use crate::model::condition::{Conjunction, Relation, Terms, When};

impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (one, several) = (generator.subschema_for::<Conjunction>(), generator.subschema_for::<Vec<Conjunction>>());
        json_schema!({ "anyOf": [one, several] })
    }
}

impl JsonSchema for Conjunction {
    fn schema_name() -> Cow<'static, str> {
        "Conjunction".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (relation, terms) = (generator.subschema_for::<Relation>(), generator.subschema_for::<Terms>());
        json_schema!({
            "type": "object",
            "properties": { "differ": relation, "agree": relation },
            "additionalProperties": terms,
        })
    }
}

impl JsonSchema for Terms {
    fn schema_name() -> Cow<'static, str> {
        "Terms".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (id, ids) = (generator.subschema_for::<String>(), generator.subschema_for::<Vec<String>>());
        let not = json_schema!({
            "type": "object", "properties": { "not": ids }, "required": ["not"], "additionalProperties": false,
        });
        let version = json_schema!({
            "type": "object", "properties": { "version": id }, "required": ["version"], "additionalProperties": false,
        });
        json_schema!({ "anyOf": [id, ids, not, version] })
    }
}
