//! The knowledge the program was built with.
//!
//! `build.rs` compiles `data/` with the modules of this crate and stores the result as postcard bytes; here they become
//! values again. Nothing is parsed, so a question is answered before a folder of text would have been read.

use crate::knowledge::Knowledge;

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.postcard"));

/// The embedded knowledge.
///
/// # Errors
/// Never in a program built by its own `build.rs`; the error says which bytes could not be read.
pub fn knowledge() -> Result<Knowledge, postcard::Error> {
    postcard::from_bytes(BYTES)
}
