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

/// The knowledge with the table that is chosen and nothing about questions. All of it if none of its tables is.
///
/// # Errors
/// If the bytes were not made by [`write`] of the same program.
pub fn read(bytes: &[u8], choose: impl FnOnce(&Knowledge) -> Option<String>) -> Result<Knowledge, postcard::Error> {
    let stored: Stored<'_> = from_bytes(bytes)?;
    let mut knowledge: Knowledge = from_bytes(stored.rest)?;
    let chosen = choose(&knowledge);
    let is_chosen = |id: &str| chosen.as_ref().is_some_and(|chosen| chosen.eq_ignore_ascii_case(id));
    match stored.tables.iter().find(|(id, _)| is_chosen(id)) {
        Some((_, table)) => knowledge.tables.push(from_bytes(table)?),
        None => {
            knowledge.tables = stored.tables.iter().map(|(_, table)| from_bytes(table)).collect::<Result<_, _>>()?;
            knowledge.ask = from_bytes(stored.ask)?;
        }
    }
    Ok(knowledge)
}
