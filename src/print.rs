//! Views become bytes: what each says in blocks, and the formats that lay blocks out.
//!
//! In: a view. Out: text, Markdown, JSON or CSV. Nothing is decided here, and no colour is known here: whoever prints passes a
//! painter.

pub mod answer;
#[cfg(feature = "cli")]
pub mod ascii;
pub mod block;
pub mod check;
pub mod detail;
pub mod diff;
#[cfg(feature = "cli")]
pub mod findings;
pub mod ledger;
pub mod markdown;
pub mod matrix;
pub mod question;
pub mod record;
pub mod script;
pub mod setup;
mod short;
pub mod stats;
pub mod text;
pub mod upgrade;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::locale::{Message, Messages};
use crate::model::terms::{Basis, Verdict};
pub use block::{Block, Item, Line, Marker, Style, mark};
pub use detail::Detail;

pub fn verdict(verdict: Verdict, messages: &Messages) -> String {
    messages.say(&Message::new(format!("verdict-{verdict}")))
}

pub fn basis(basis: Basis, messages: &Messages) -> String {
    messages.say(&Message::new(format!("basis-{basis}")))
}

/// Items under a heading; nothing if there are none.
pub fn titled(title: &'static str, items: Vec<Item>, messages: &Messages) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(messages.text(title).into()), Block::Items(items)]
}

pub fn first_sentence(text: &str) -> &str {
    text.split_sentence_bounds().next().unwrap_or_default().trim_end()
}
