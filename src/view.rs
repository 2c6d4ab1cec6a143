//! Answers as values: what JSON is, and what text and Markdown draw.
//!
//! In: what the stages before decided. Out: one owned value a verb, with every text in one language. Nothing is decided here, and
//! how a view looks is not known here.

pub mod context;

pub use context::Context;
