//! What is to be known of each kind of finding: what it means, why it matters, what to do, and an example.
//!
//! The words are in `data/locale/findings.*.ftl`, the examples are the reports that a test expects of `tests/lints/`.
//! `explain`, `list codes` and FINDINGS.md are made of this.

use strum::IntoEnumIterator as _;

use crate::diag::Code;
use crate::locale::{Language, Message, Messages};
use crate::print::{Block, Line};
use crate::render::entry::{self, Entry, Kind};

/// Lists the report on each example in both languages.
macro_rules! examples {
    ($($code:literal)*) => {
        &[$((
            $code,
            include_str!(concat!("../../tests/lints/", $code, "/report.en.txt")),
            include_str!(concat!("../../tests/lints/", $code, "/report.ko.txt")),
        )),*]
    };
}

const EXAMPLES: &[(&str, &str, &str)] = examples! {
    "bad-version"
    "competing-steps"
    "conflicting-cautions"
    "conflicting-rules"
    "dangling-reference"
    "duplicate-alias"
    "duplicate-id"
    "duplicate-key"
    "duplicate-rule"
    "empty-branch"
    "empty-condition"
    "failed-expectation"
    "forbid-without-remedy"
    "format-too-new"
    "idle-move"
    "idle-silent"
    "invalid-value"
    "misplaced-build"
    "missing-translation"
    "not-on-axis"
    "out-of-order"
    "permit-overruled"
    "repeated-name"
    "shadowed-rule"
    "stale-acknowledgement"
    "swallowed-alias"
    "syntax"
    "table-too-large"
    "uncited-rule"
    "undecided-cell"
    "unheard-caution"
    "unknown-file"
    "unknown-key"
    "unmet-need"
    "unreachable-remedy"
    "unreadable-file"
    "untranslated-text"
    "unused-entry"
    "unused-remedy"
    "unused-source"
    "wrong-total"
};

/// A kind of finding as an entry.
#[must_use]
pub fn entry(code: Code, messages: &Messages) -> Entry {
    let say = |about: &str| messages.say(&Message::new(format!("{about}-{code}")));
    Entry::new(Kind::Code, code.name(), say("code"))
        .text("severity", messages.say(&Message::new(format!("severity-{}", code.severity()))))
        .text("why", say("why"))
        .text("mend", say("mend"))
        .excerpt("example", example(code, messages.language()))
}

/// All kinds of finding as one document.
#[must_use]
pub fn document(messages: &Messages) -> Vec<Block> {
    let entries: Vec<Entry> = Code::iter().map(|code| entry(code, messages)).collect();
    let mut blocks = vec![
        Block::Heading(Line::from(messages.text("findings-title"))),
        Block::Paragraph(Line::marked(&messages.text("findings-intro"))),
        Block::Paragraph(Line::marked(&messages.text("findings-levels"))),
    ];
    blocks.extend(entry::document(&entries, messages));
    blocks
}

fn example(code: Code, language: Language) -> Vec<String> {
    let found = EXAMPLES.iter().find(|(name, ..)| *name == code.name());
    let report = found.map_or("", |(_, english, korean)| match language {
        Language::En => english,
        Language::Ko => korean,
    });
    report.trim_end().lines().map(str::to_owned).collect()
}
