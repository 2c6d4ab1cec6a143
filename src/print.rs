//! Views become bytes: what each says in blocks, and the formats that lay blocks out.
//!
//! In: a view. Out: text, Markdown, JSON or CSV. Nothing is decided here, and no colour is known here: whoever prints passes a
//! painter.

pub mod answer;
#[cfg(feature = "cli")]
pub mod ascii;
pub mod block;
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
pub mod short;
pub mod stats;
pub mod text;
pub mod upgrade;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::locale::{Message, Messages};
use crate::model::{Basis, Verdict};
pub use block::{Block, Item, Line, Marker, Style, mark};

/// How much of an answer people want to see. JSON holds everything, whichever of these is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// `-q`: the verdict's word alone.
    Quiet,
    /// What fits a screen.
    #[default]
    Short,
    /// `-v`: the reading, overruled rules, worked-out alternatives, places in sources and the replay line as well.
    Full,
}

pub fn verdict(verdict: Verdict, messages: &Messages) -> String {
    messages.say(&Message::new(format!("verdict-{verdict}")))
}

pub fn basis(basis: Basis, messages: &Messages) -> String {
    messages.say(&Message::new(format!("basis-{basis}")))
}

/// `supported (stated)`
pub fn ruling(found: Verdict, on: Option<Basis>, messages: &Messages) -> Line {
    let line = Line::new().styled(mark(found).1, verdict(found, messages));
    on.into_iter().fold(line, |line, on| line.plain(format!(" ({})", basis(on, messages))))
}

/// The titles of columns.
pub fn words<const N: usize>(ids: [&'static str; N], messages: &Messages) -> Vec<Line> {
    ids.map(|id| messages.text(id).into()).to_vec()
}

/// Items under a heading; nothing if there are none.
pub fn titled(title: &'static str, items: impl IntoIterator<Item = Item>, messages: &Messages) -> Vec<Block> {
    headed(title, Block::Items(items.into_iter().collect()), messages)
}

/// A block under a heading; nothing if there is nothing in it.
pub fn headed(title: &'static str, block: Block, messages: &Messages) -> Vec<Block> {
    if block.is_empty() { Vec::new() } else { vec![Block::Heading(messages.text(title).into()), block] }
}

pub fn first_sentence(text: &str) -> &str {
    text.split_sentence_bounds().next().unwrap_or_default().trim_end()
}
