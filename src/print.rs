//! Views become bytes: blocks and marks, and the formats that lay them out.
//!
//! In: a view. Out: text, Markdown, JSON or CSV. Nothing is decided here, and no colour is known here: whoever prints passes a
//! painter.

pub mod block;
pub mod json;
pub mod markdown;
pub mod text;

pub use block::{Block, Item, Line, Marker, Style, mark};
