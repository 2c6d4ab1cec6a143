//! What reviewers of a knowledge see: the ledger of a table, what each entry is worth, and how two states differ.
//!
//! In: compiled tables, and the expectations as they are written. Out: values that the views draw. No query needs this.

pub mod cover;
pub mod diff;
pub mod ledger;
pub mod worth;
pub mod written;
