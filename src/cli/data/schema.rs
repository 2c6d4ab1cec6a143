//! `canmanage data schema [KIND]`: the format of the files as JSON Schema, for editors.

use serde_json::{Map, json};
use strum::IntoEnumIterator as _;

use crate::cli::args::DataSchemaArgs;
use crate::cli::file;
use crate::cli::output::indented;
use crate::cli::prelude::{App, Exit, Failure, Format};
use crate::data::FileKind;
use crate::schema;

pub fn run(args: &DataSchemaArgs, app: &mut App<'_>) -> Result<Exit, Failure> {
    app.output.only(&[Format::Text, Format::Json])?;
    let schema = |kind| schema::schema(kind, app.messages);
    match (&args.folder, args.kind) {
        (Some(folder), _) => {
            for kind in FileKind::iter() {
                file::write(&folder.join(schema::file(kind)), &indented(&schema(kind))?)?;
            }
        }
        (None, Some(kind)) => app.output.deliver(args.output.as_deref(), &indented(&schema(kind))?)?,
        (None, None) => {
            let schemas: Map<_, _> = FileKind::iter().map(|kind| (kind.to_string(), schema(kind))).collect();
            let all = json!({ "format": "canmanage/schemas/1", "schemas": schemas });
            app.output.deliver(args.output.as_deref(), &indented(&all)?)?;
        }
    }
    Ok(Exit::Clean)
}
