//! `untranslated-text`: a sentence that is the same in two languages was copied and not translated. Names and titles may be the
//! same in any language, and so may a single word.

use super::prelude::*;
use crate::model::parts::What;
use crate::model::schema::Text;

const UNTRANSLATED: Code = code!("untranslated-text", Warning);

pub(super) static LINT: Lint = Lint { codes: &[UNTRANSLATED], check };

/// Shorter texts may well be the same.
const FEWEST_WORDS: usize = 3;

fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    for head in catalog.tables.iter().filter_map(|table| table.head.as_ref()) {
        same(&head.question, report);
    }
    for part in catalog.parts() {
        if let What::Sentence(text) = part.what {
            same(text, report);
        }
    }
}

fn same(text: &Spanned<Text>, report: &mut Report) {
    let texts: Vec<(&String, &String)> = text.iter().collect();
    for (at, (language, said)) in texts.iter().enumerate() {
        let copied = |(_, other): &&(&String, &String)| other == said;
        let first = texts.iter().take(at).find(copied);
        if let Some((other, _)) = first.filter(|_| said.split_whitespace().count() >= FEWEST_WORDS) {
            let finding = Finding::of(UNTRANSLATED).with("one", other.as_str()).with("two", language.as_str());
            report.push(finding.at(text.span()));
        }
    }
}
