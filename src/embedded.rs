//! The knowledge the program was built with.
//!
//! `build.rs` compiles `data/` with the modules of this crate and stores the result as postcard bytes; here they become
//! values again. Nothing is parsed, so a question is answered before a folder of text would have been read. Tables are
//! stored apart, because a question is about one of them.

use serde::{Deserialize, Serialize};

use crate::diag::{Files, SourceFile};
use crate::knowledge::Knowledge;
use crate::knowledge::table::Table;
use crate::model::{self, Catalog};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.postcard"));

/// How the knowledge is stored.
#[derive(Serialize, Deserialize)]
struct Stored<'b> {
    /// A [`Knowledge`] without tables.
    rest: &'b [u8],
    /// Each [`Table`].
    tables: Vec<&'b [u8]>,
}

/// The embedded knowledge.
///
/// # Errors
/// Never in a program built by its own `build.rs`; the error says which bytes could not be read.
pub fn knowledge() -> Result<Knowledge, postcard::Error> {
    read(|_, _| true)
}

/// The expectations of the embedded knowledge as they are written, for who wants to prove it. They are asked for so rarely that
/// they are not compiled.
#[must_use]
pub fn expectations() -> Catalog {
    let mut files = Files::new("data");
    let text = include_str!("../data/expectations.toml").to_owned();
    files.push(SourceFile { path: "expectations.toml".to_owned(), text });
    model::parse(&files).0
}

/// The embedded knowledge with one of its tables: the one whose id is chosen, or all of them if there is no such table.
///
/// # Errors
/// As [`knowledge`].
pub fn knowledge_with(choose: impl Fn(&Knowledge) -> Option<String>) -> Result<Knowledge, postcard::Error> {
    let some = read(|knowledge, id| choose(knowledge).is_some_and(|chosen| chosen.eq_ignore_ascii_case(id)))?;
    if some.tables.is_empty() { knowledge() } else { Ok(some) }
}

fn read(wanted: impl Fn(&Knowledge, &str) -> bool) -> Result<Knowledge, postcard::Error> {
    let stored: Stored<'_> = postcard::from_bytes(BYTES)?;
    let mut knowledge: Knowledge = postcard::from_bytes(stored.rest)?;
    for bytes in stored.tables {
        // A table begins with its id.
        let (id, _): (&str, _) = postcard::take_from_bytes(bytes)?;
        if wanted(&knowledge, id) {
            knowledge.tables.push(postcard::from_bytes::<Table>(bytes)?);
        }
    }
    Ok(knowledge)
}
