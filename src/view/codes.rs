//! What is to be known of each kind of finding: what it means, why it matters, what to do, and an example.
//!
//! The words are in `src/locale/*.findings.ftl`, the examples are the reports that a test expects of `tests/lints/`.
//! `explain`, `list codes` and docs/findings.*.md are made of this.

use crate::diag::Code;
use crate::locale::{Message, Messages};
use crate::view::record::{Record, RecordKind};

pub fn entry(code: Code, messages: &Messages) -> Record {
    let say = |about: &str| messages.say(&Message::new(format!("{about}-{code}")));
    Record::new(RecordKind::Code, code.name(), say("code"))
        .text("severity", messages.say(&Message::new(format!("severity-{}", code.severity()))))
        .text("why", say("why"))
        .text("mend", say("mend"))
        .excerpt("example", code.report(messages.language()).trim_end().lines().map(str::to_owned))
}
