//! The knowledge the program was built with.
//!
//! `build.rs` compiles `data/` with the modules of this crate and stores the result as postcard bytes; here they become
//! values again. Nothing is parsed, so a question is answered before a folder of text would have been read.

use crate::knowledge::{Knowledge, stored};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.postcard"));

/// The embedded knowledge.
///
/// # Errors
/// Never in a program built by its own `build.rs`; the error says which bytes could not be read.
pub fn knowledge() -> Result<Knowledge, postcard::Error> {
    stored::read(BYTES, |_| None::<String>)
}

/// The embedded knowledge with the tables that are chosen and nothing about questions: see [`stored::read`].
pub fn knowledge_with<I: IntoIterator<Item = String>>(
    choose: impl FnOnce(&Knowledge) -> I,
) -> Result<Knowledge, postcard::Error> {
    stored::read(BYTES, choose)
}
