//! Everything that the page looks up, each thing once: texts, and lists of what is in the pool already.
//!
//! Thousands of sets of facts have the same answer, and answers have sentences in common. So a table of answers is a tree whose equal
//! branches are one: each axis is a list of what each of its values leads to.

use std::collections::HashMap;

use indexmap::IndexSet;
use serde::Serialize;

use super::markup::Markup;

/// The place of something in the pool.
pub type Slot = usize;

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
enum Kept {
    /// The same in each language.
    Text(String),
    /// One for each language.
    Texts(Vec<String>),
    List(Vec<Slot>),
}

#[derive(Debug, Default)]
pub struct Pool {
    entries: IndexSet<Kept>,
}

/// The pool as the page carries it: what is used most has the lowest numbers. An even number is twice the place of a text, an odd one
/// twice the place of a list, and one more.
pub struct Packed {
    /// As JSON.
    pub texts: String,
    /// The length of each list and then its numbers, seven bits a byte, the lowest first, all but the last byte with the eighth bit.
    pub lists: Vec<u8>,
    numbers: Vec<usize>,
}

impl Packed {
    /// The number under which the page finds what is in a slot.
    pub fn number(&self, slot: Slot) -> usize {
        self.numbers.get(slot).copied().unwrap_or_default()
    }
}

impl Pool {
    fn put(&mut self, entry: Kept) -> Slot {
        self.entries.insert_full(entry).0
    }

    pub fn list(&mut self, list: Vec<Slot>) -> Slot {
        self.put(Kept::List(list))
    }

    pub fn text(&mut self, text: &str) -> Slot {
        self.put(Kept::Text(text.to_owned()))
    }

    /// The same markup in each language. Pieces that match are kept apart, so that other markup can have them too.
    pub fn markup(&mut self, languages: &[Markup]) -> Slot {
        match aligned(languages) {
            Some(pieces) => {
                let list: Vec<Slot> = pieces.iter().map(|piece| self.markup(piece)).collect();
                match list.as_slice() {
                    [only] => *only,
                    _ => self.list(list),
                }
            }
            None => self.texts(languages.iter().map(Markup::flat).collect()),
        }
    }

    /// The same text in each language. Texts of as many sentences are kept sentence by sentence, these in smaller parts if they can.
    fn texts(&mut self, texts: Vec<String>) -> Slot {
        if texts.iter().all(|text| Some(text) == texts.first()) {
            return self.text(texts.first().map_or("", String::as_str));
        }
        for mark in ['.', ';', ':', '·', ','] {
            let parts: Vec<Markup> = texts.iter().map(|text| cut(text, mark)).collect();
            if aligned(&parts).is_some_and(|parts| parts.len() > 1) {
                return self.markup(&parts);
            }
        }
        self.put(Kept::Texts(texts))
    }

    pub fn packed(&self) -> Packed {
        let mut uses = vec![0_usize; self.entries.len()];
        for slot in self.entries.iter().filter_map(list).flatten() {
            if let Some(used) = uses.get_mut(*slot) {
                *used += 1;
            }
        }
        let mut order: Vec<(Slot, &Kept)> = self.entries.iter().enumerate().collect();
        order.sort_by_key(|(slot, _)| std::cmp::Reverse(uses.get(*slot)));
        let (lists, texts): (Vec<_>, Vec<_>) = order.into_iter().partition(|(_, entry)| list(entry).is_some());
        let slots = |entries: &[(Slot, &Kept)], odd: usize| {
            entries.iter().enumerate().map(|(at, (slot, _))| (*slot, 2 * at + odd)).collect::<Vec<_>>()
        };
        let numbers: HashMap<Slot, usize> = slots(&texts, 0).into_iter().chain(slots(&lists, 1)).collect();
        let numbers: Vec<usize> = (0..self.entries.len()).filter_map(|slot| numbers.get(&slot).copied()).collect();
        let mut bytes = Vec::new();
        for list in lists.iter().filter_map(|(_, entry)| list(entry)) {
            push(list.len(), &mut bytes);
            for slot in list {
                push(numbers.get(*slot).copied().unwrap_or_default(), &mut bytes);
            }
        }
        let texts: Vec<&Kept> = texts.into_iter().map(|(_, entry)| entry).collect();
        Packed { texts: serde_json::to_string(&texts).unwrap_or_default(), lists: bytes, numbers }
    }
}

/// A text cut before and behind each space that follows the mark or begins it.
fn cut(text: &str, mark: char) -> Markup {
    let mut pieces: Vec<Markup> = Vec::new();
    let mut part = String::new();
    for (number, word) in text.split(' ').enumerate() {
        if number > 0 && (part.is_empty() || part.ends_with(mark)) {
            pieces.extend([std::mem::take(&mut part), " ".to_owned()].map(Markup::Text));
        } else if number > 0 {
            part.push(' ');
        }
        part.push_str(word);
    }
    pieces.push(Markup::Text(part));
    Markup::Pieces(pieces)
}

/// The pieces of markup in several languages, if it has as many in each.
fn aligned(languages: &[Markup]) -> Option<Vec<Vec<Markup>>> {
    let pieces = |markup: &Markup| match markup {
        Markup::Pieces(pieces) => Some(pieces.clone()),
        Markup::Text(_) => None,
    };
    let all: Vec<Vec<Markup>> = languages.iter().map(pieces).collect::<Option<_>>()?;
    let count = all.first()?.len();
    let alike = all.iter().all(|pieces| pieces.len() == count);
    let nth = |at: usize| all.iter().filter_map(|pieces| pieces.get(at).cloned()).collect();
    alike.then(|| (0..count).map(nth).collect())
}

fn list(entry: &Kept) -> Option<&Vec<Slot>> {
    match entry {
        Kept::List(list) => Some(list),
        Kept::Text(_) | Kept::Texts(_) => None,
    }
}

/// A number, seven bits a byte.
fn push(mut number: usize, bytes: &mut Vec<u8>) {
    while let Ok(low) = u8::try_from(number & 127) {
        number >>= 7;
        bytes.push(if number > 0 { low | 128 } else { low });
        if number == 0 {
            break;
        }
    }
}
