//! The format of the knowledge files, described: as JSON Schema for editors, and as a specimen to begin with.
//!
//! In: a kind of file. Out: text. What keys there are, and which an entry must have, is taken from the very types that the
//! files are read into ([`shape`]); what they mean stands with the other sentences of the program. No query needs this.

pub mod json;
pub mod shape;
pub mod specimen;

use serde::de::DeserializeOwned;
use serde::de::value::Error;
use toml::Spanned;

use crate::locale::{Message, Messages};
use crate::model::kind::Kind;
use crate::model::parse::Sections;
use crate::model::schema::Common;
use crate::model::{self, Entry};
use shape::{Field, Shape};

/// What a file of one kind has.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The keys that stand before the sections.
    pub head: Vec<Field>,
    /// The sections.
    pub sections: Vec<Section>,
}

/// A section of a file.
#[derive(Clone, Debug)]
pub struct Section {
    /// As in `[name.<id>]` or `[[name]]`.
    pub name: &'static str,
    /// Whether it is a list: `[[name]]`.
    pub list: bool,
    /// The keys of an entry.
    pub fields: Vec<Field>,
}

/// What a file of this kind has.
///
/// # Errors
/// As [`shape::of`]: never for the types of this program.
pub fn outline(kind: Kind) -> Result<Outline, Error> {
    let mut walker = Walker { outline: Outline::default(), error: None };
    model::walk(kind, &mut walker);
    walker.error.map_or(Ok(walker.outline), Err)
}

impl Outline {
    /// Each key with the section or table it stands in, from the outside in; the head goes by the name of the kind.
    #[must_use]
    pub fn keys(&self, kind: Kind) -> Vec<(&'static str, &'static str)> {
        let mut keys = Vec::new();
        collect(kind.name(), &self.head, &mut keys);
        for section in &self.sections {
            collect(section.name, &section.fields, &mut keys);
        }
        keys
    }
}

fn collect(scope: &'static str, fields: &[Field], keys: &mut Vec<(&'static str, &'static str)>) {
    for field in fields {
        keys.push((scope, field.key));
        if let Some(inner) = inner(&field.shape) {
            collect(field.key, inner, keys);
        }
    }
}

/// The keys of the tables that stand behind a key, if any do.
fn inner(shape: &Shape) -> Option<&[Field]> {
    match shape {
        Shape::Items(shape, _) | Shape::Keys(shape) => inner(shape),
        Shape::Entry(fields) => Some(fields),
        _ => None,
    }
}

/// What a key means: in this section, else everywhere.
fn meaning(scope: &str, key: &str, messages: &Messages) -> String {
    let own = format!("key-{scope}-{key}");
    let id = if messages.has(&own) { own } else { format!("key-{key}") };
    messages.say(&Message::new(id))
}

/// Notes what is taken instead of taking it.
struct Walker {
    outline: Outline,
    error: Option<Error>,
}

impl Walker {
    /// The keys of an entry, and those that every entry may have.
    fn entry<T: DeserializeOwned>(&mut self) -> Vec<Field> {
        let mut fields = self.fields::<T>();
        if !fields.is_empty() {
            fields.extend(self.fields::<Common>());
        }
        fields
    }

    fn fields<T: DeserializeOwned>(&mut self) -> Vec<Field> {
        match shape::of::<T>() {
            Ok(Shape::Entry(fields)) => fields,
            Ok(_) => Vec::new(),
            Err(error) => {
                self.error = Some(error);
                Vec::new()
            }
        }
    }
}

impl Sections for Walker {
    fn section<T: DeserializeOwned>(&mut self, name: &'static str) -> Vec<Entry<T>> {
        let fields = self.entry::<T>();
        self.outline.sections.push(Section { name, list: false, fields });
        Vec::new()
    }

    fn list<T: DeserializeOwned>(&mut self, name: &'static str, _: fn(&T) -> &Spanned<String>) -> Vec<Entry<T>> {
        let fields = self.entry::<T>();
        self.outline.sections.push(Section { name, list: true, fields });
        Vec::new()
    }

    fn rest<T: DeserializeOwned>(&mut self) -> Option<T> {
        self.outline.head = self.entry::<T>();
        None
    }
}
