//! Answers become bytes: first blocks and marks, then text, Markdown or JSON.
//!
//! In: what the stages before decided. Out: [blocks](crate::print::Block) for people, or a value for machines. Nothing is decided here, and no
//! colour is known here: whoever prints passes a painter.

pub mod codes;
pub mod diff;
pub mod diff_json;
pub mod entry;
#[cfg(feature = "cli")]
pub mod findings;
pub mod json;
pub mod ledger;
pub mod listing;
pub mod script;
pub mod setup;
pub mod stats;
pub mod stats_json;
