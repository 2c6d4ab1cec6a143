//! Conditions as they could stand in a file, in one line: one notation, however the file has them.

use super::condition::{Comparison, Conjunction, Order, Relations, Shared, Terms, Traits, When};
use super::entry::Spanned;

impl When {
    pub fn written(&self) -> String {
        list(self.0.iter().map(Conjunction::written))
    }
}

impl Conjunction {
    fn written(&self) -> String {
        let mut axes: Vec<_> = self.axes.iter().collect();
        axes.sort_by_key(|(axis, _)| axis.span().start);
        let axes = axes.into_iter().map(|(axis, terms)| (axis.get_ref().as_str(), terms.get_ref().written()));
        let relations = self.relations.iter().map(|relations| match relations.get_ref() {
            Relations::Differ(all) => ("differ", list(all.iter().map(Shared::written))),
            Relations::Agree(all) => ("agree", list(all.iter().map(Shared::written))),
            Relations::Compare(all) => ("compare", list(all.iter().map(Comparison::written))),
        });
        table(axes.chain(relations))
    }
}

impl Shared {
    fn written(&self) -> String {
        table([("axes", pair([&self.axes.0, &self.axes.1])), ("attribute", quoted(self.attribute.get_ref()))])
    }
}

impl Comparison {
    fn written(&self) -> String {
        let order = |order: &Order| match order {
            Order::Newer => quoted("newer"),
            Order::Same => quoted("same"),
            Order::Older => quoted("older"),
        };
        let is = (!self.is.0.is_empty()).then(|| ("is", list(self.is.0.iter().map(order))));
        let distances = [("major", &self.major), ("minor", &self.minor), ("patch", &self.patch)];
        let distances = distances.into_iter().filter_map(|(key, range)| Some((key, quoted(range.as_ref()?.get_ref()))));
        table([("axes", pair([&self.axes.0, &self.axes.1]))].into_iter().chain(is).chain(distances))
    }
}

impl Terms {
    fn written(&self) -> String {
        match self {
            Self::One(id) => quoted(id),
            Self::Any(items) => bracketed(items.iter().map(|item| item.get_ref().written())),
            Self::All(traits) => traits.written(),
        }
    }
}

impl Traits {
    fn written(&self) -> String {
        let not = self.not.as_ref().map(|not| ("not", not.get_ref().written()));
        let version = self.version.as_ref().map(|range| ("version", quoted(&range.get_ref().to_string())));
        let build = self.build.as_ref().map(|range| ("build", quoted(range.get_ref())));
        let attribute = self.attribute.as_ref().map(|attributes| {
            let carried = |values: &[String]| list(values.iter().map(|value| quoted(value)));
            (
                "attribute",
                table(attributes.iter().map(|(id, values)| (id.get_ref().as_str(), carried(&values.get_ref().0)))),
            )
        });
        table([not, version, build, attribute].into_iter().flatten())
    }
}

/// `{ key = value, ... }`
pub fn table<'k>(entries: impl IntoIterator<Item = (&'k str, String)>) -> String {
    let entries: Vec<String> = entries.into_iter().map(|(name, value)| format!("{} = {value}", key(name))).collect();
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
}

/// One thing as it is, several in brackets.
pub fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if let [one] = items.as_slice() { one.clone() } else { format!("[{}]", items.join(", ")) }
}

pub fn bracketed(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

fn pair(names: [&Spanned<String>; 2]) -> String {
    bracketed(names.into_iter().map(|name| quoted(name.get_ref())))
}

/// A name as a key of TOML: bare if it can be.
fn key(name: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(bare) { name.to_owned() } else { quoted(name) }
}
