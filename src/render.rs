//! Answers become bytes: first blocks and marks, then text, Markdown or JSON.
//!
//! In: what the stages before decided. Out: a [`block::Document`] for people, or a value for machines. Nothing is decided here, and no
//! colour is known here: whoever prints passes a painter.

pub mod answer;
pub mod answer_json;
pub mod block;
pub mod json;
pub mod markdown;
pub mod matrix;
pub mod question;
pub mod question_json;
pub mod script;
pub mod setup;
pub mod text;
pub mod voice;
