//! Answers as values: what JSON is, and what text and Markdown draw.
//!
//! In: what the stages before decided. Out: one owned value a verb, with every text in one language. Nothing is decided here, and
//! how a view looks is not known here.

pub mod codes;
pub mod context;
pub mod diff;
pub mod ledger;
pub mod listing;
pub mod record;
pub mod stats;

pub use context::Context;
