//! The page: every answer of a knowledge, in one HTML file that needs nothing else.
//!
//! In: a knowledge. Out: HTML with the answers to all sets of facts, computed and drawn here, and a script that looks them up.
//! Nothing is decided here, and nothing but the file itself is ever asked for by it.

pub mod answers;
pub mod markup;
pub mod pool;
