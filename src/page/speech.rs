//! Texts in every language of the page: all of them stand in it, and it shows one.

use maud::{Markup, html};

use crate::knowledge::{Table, Text};
use crate::locale::{Message, printable};
use crate::view::Context;

/// What the page is made with, once for each language; the one to begin with is the first.
pub struct Speech<'s> {
    pub all: Vec<Context<'s>>,
    /// What does not depend on the language is made with the first.
    pub first: Context<'s>,
}

impl<'s> Speech<'s> {
    pub fn each<T>(&self, told: impl FnMut(&Context<'s>) -> T) -> Vec<T> {
        self.all.iter().map(told).collect()
    }

    /// The tables, the one that is asked where none is named first.
    pub fn tables(&self) -> Vec<&'s Table> {
        let mut tables: Vec<&Table> = self.first.knowledge.tables().collect();
        tables.sort_by_key(|table| table.id != self.first.knowledge.default_table);
        tables
    }

    /// A text in each language, or once if it is the same in all.
    pub fn told(&self, told: impl FnMut(&Context<'s>) -> String) -> Markup {
        let texts = self.each(told);
        let same = texts.iter().all(|text| Some(text) == texts.first());
        html! {
            @if same {
                @if let Some(text) = texts.first() { (printable(text)) }
            } @else {
                @for (cx, text) in self.all.iter().zip(&texts) {
                    span lang=(cx.messages.tag()) { (printable(text)) }
                }
            }
        }
    }

    /// A sentence of the program.
    pub fn word(&self, id: &'static str) -> Markup {
        self.say(&Message::new(id))
    }

    pub fn say(&self, message: &Message) -> Markup {
        self.told(|cx| cx.say(message))
    }

    pub fn text(&self, text: &Text) -> Markup {
        self.told(|cx| cx.told(text))
    }
}
