//! Conditions are read by hand, and so are told by hand.

use std::borrow::Cow;

use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};

use crate::model::condition::{Comparison, Conjunction, OneOrMany, Shared, Terms, Traits, When};
use crate::model::series::Member;

impl JsonSchema for When {
    fn schema_name() -> Cow<'static, str> {
        "When".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        OneOrMany::<Conjunction>::json_schema(generator)
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("OneOrMany{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (one, several) = (generator.subschema_for::<T>(), generator.subschema_for::<Vec<T>>());
        json_schema!({ "anyOf": [one, several] })
    }
}

impl JsonSchema for Conjunction {
    fn schema_name() -> Cow<'static, str> {
        "Conjunction".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let relation = generator.subschema_for::<OneOrMany<Shared>>();
        let (compare, terms) = (generator.subschema_for::<OneOrMany<Comparison>>(), generator.subschema_for::<Terms>());
        json_schema!({
            "type": "object",
            "properties": { "differ": relation, "agree": relation, "compare": compare },
            "additionalProperties": terms,
        })
    }
}

impl JsonSchema for Terms {
    fn schema_name() -> Cow<'static, str> {
        "Terms".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let id = generator.subschema_for::<String>();
        let (items, traits) = (generator.subschema_for::<Vec<Terms>>(), generator.subschema_for::<Traits>());
        // An empty table says nothing.
        let traits = json_schema!({ "allOf": [traits], "minProperties": 1 });
        json_schema!({ "anyOf": [id, items, traits] })
    }
}

impl JsonSchema for Member {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Member".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<String>();
        let names = json_schema!({ "type": "object", "additionalProperties": text, "required": ["number"] });
        json_schema!({ "anyOf": [text, names] })
    }
}
