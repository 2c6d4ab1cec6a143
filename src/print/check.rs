//! The answer to facts, as short or as full as it is wanted.

use super::answer::{with_reading, word};
use super::{Block, Detail, short};
use crate::locale::Messages;
use crate::view::Answer;

pub fn blocks(answer: &Answer, detail: Detail, messages: &Messages) -> Vec<Block> {
    match detail {
        Detail::Quiet => vec![Block::Paragraph(word(answer, messages).into())],
        Detail::Short => short::blocks(answer, messages),
        Detail::Full => with_reading(answer, Vec::new(), messages),
    }
}

/// The short answer, however long the screen.
pub fn unlimited(answer: &Answer, messages: &Messages) -> Vec<Block> {
    short::with(answer, usize::MAX, messages)
}
