//! What is to be known of each kind of finding: what it means, why it matters, what to do, and an example.
//!
//! The words are in `src/locale/findings.*.ftl`, the examples are the reports that a test expects of `tests/lints/`.
//! `explain`, `list codes` and docs/findings.*.md are made of this.

use crate::diag::Code;
use crate::lint;
use crate::locale::{Message, Messages};
use crate::print::{Block, Line};
use crate::render::entry::{self, Entry, Kind};

/// A kind of finding as an entry.
#[must_use]
pub fn entry(code: Code, messages: &Messages) -> Entry {
    let say = |about: &str| messages.say(&Message::new(format!("{about}-{code}")));
    Entry::new(Kind::Code, code.name(), say("code"))
        .text("severity", messages.say(&Message::new(format!("severity-{}", code.severity()))))
        .text("why", say("why"))
        .text("mend", say("mend"))
        .excerpt("example", code.report(messages.language()).trim_end().lines().map(str::to_owned))
}

/// All kinds of finding as one document.
#[must_use]
pub fn document(messages: &Messages) -> Vec<Block> {
    let entries: Vec<Entry> = lint::codes().into_iter().map(|code| entry(code, messages)).collect();
    let mut blocks = vec![
        Block::Heading(Line::from(messages.text("findings-title"))),
        Block::Paragraph(Line::marked(&messages.text("findings-intro"))),
        Block::Paragraph(Line::marked(&messages.text("findings-levels"))),
    ];
    blocks.extend(entry::document(&entries, messages));
    blocks
}
