//! Everything that the page holds, once: texts, and lists of what was put in before.

use indexmap::IndexSet;
use serde::Serialize;

use super::markup::Markup;

/// What is kept under a number.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Entry {
    /// A text that is the same in each language.
    Text(String),
    /// A text for each language.
    Texts(Vec<String>),
    /// Entries one after the other.
    List(Vec<usize>),
}

#[derive(Debug, Default)]
pub struct Pool {
    pub entries: IndexSet<Entry>,
}

impl Pool {
    pub fn put(&mut self, entry: Entry) -> usize {
        self.entries.insert_full(entry).0
    }

    pub fn text(&mut self, text: &str) -> usize {
        self.put(Entry::Text(text.to_owned()))
    }

    pub fn list(&mut self, list: Vec<usize>) -> usize {
        self.put(Entry::List(list))
    }

    /// The same markup in each language.
    pub fn markup(&mut self, each: &[&Markup]) -> usize {
        let lists: Option<Vec<&Vec<Markup>>> = each.iter().map(|one| pieces(one)).collect();
        match lists {
            Some(lists) if lists.windows(2).all(|pair| pair[0].len() == pair[1].len()) => {
                let count = lists.first().map_or(0, |list| list.len());
                let mut list: Vec<usize> = Vec::new();
                for at in 0..count {
                    let nth: Vec<&Markup> = lists.iter().map(|list| &list[at]).collect();
                    list.push(self.markup(&nth));
                }
                match list.as_slice() {
                    [only] => *only,
                    _ => self.list(list),
                }
            }
            _ => {
                let texts: Vec<String> = each.iter().map(|one| flat(one)).collect();
                if texts.windows(2).all(|pair| pair[0] == pair[1]) {
                    self.text(&texts[0])
                } else {
                    self.put(Entry::Texts(texts))
                }
            }
        }
    }
}

fn pieces(markup: &Markup) -> Option<&Vec<Markup>> {
    match markup {
        Markup::Pieces(list) => Some(list),
        Markup::Text(_) => None,
    }
}

fn flat(markup: &Markup) -> String {
    match markup {
        Markup::Text(text) => text.clone(),
        Markup::Pieces(list) => list.iter().map(flat).collect(),
    }
}
