//! The compiled knowledge as bytes: what `build.rs` writes and the program reads.
//!
//! Tables, and how questions are read, stand apart, each as bytes of its own: an answer from one table decodes nothing else.

use std::mem::take;

use postcard::{from_bytes, to_stdvec};
use serde::{Deserialize, Serialize};

use super::Knowledge;

#[derive(Serialize, Deserialize)]
pub struct Stored<'b> {
    /// A [`Knowledge`] without the other two.
    rest: &'b [u8],
    ask: &'b [u8],
    /// The id of each table, and the table.
    tables: Vec<(&'b str, &'b [u8])>,
}

/// The knowledge as bytes.
///
/// # Errors
/// If a value cannot be stored as postcard.
pub fn write(mut knowledge: Knowledge) -> Result<Vec<u8>, postcard::Error> {
    let (tables, ask) = (take(&mut knowledge.tables), to_stdvec(&take(&mut knowledge.ask))?);
    let stored: Vec<Vec<u8>> = tables.iter().map(to_stdvec).collect::<Result<_, _>>()?;
    let tables = tables.iter().map(|table| table.id.as_str()).zip(stored.iter().map(Vec::as_slice)).collect();
    to_stdvec(&Stored { rest: &to_stdvec(&knowledge)?, ask: &ask, tables })
}

/// The knowledge with the tables that are chosen and nothing about questions. All of it if none is.
///
/// # Errors
/// If the bytes were not made by [`write`] of the same program.
pub fn read<I: IntoIterator<Item = String>>(
    bytes: &[u8],
    choose: impl FnOnce(&Knowledge) -> I,
) -> Result<Knowledge, postcard::Error> {
    let stored: Stored<'_> = from_bytes(bytes)?;
    let mut knowledge: Knowledge = from_bytes(stored.rest)?;
    let chosen: Vec<String> = choose(&knowledge).into_iter().collect();
    let is_chosen = |id: &str| chosen.iter().any(|chosen| chosen.eq_ignore_ascii_case(id));
    let wanted = stored.tables.iter().filter(|(id, _)| is_chosen(id)).map(|(_, table)| from_bytes(table));
    knowledge.tables = wanted.collect::<Result<_, _>>()?;
    if knowledge.tables.is_empty() {
        knowledge.tables = stored.tables.iter().map(|(_, table)| from_bytes(table)).collect::<Result<_, _>>()?;
        knowledge.ask = from_bytes(stored.ask)?;
    }
    Ok(knowledge)
}
