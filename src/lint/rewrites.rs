//! `dead-rewrite`: a spelling in `rewrite` or `noise` that never stands in any name. Names are parted into words before they are
//! compared, at `_` and `-` and at signs that inventories add, so a phrase with such a sign in it is in vain.

use super::prelude::*;
use crate::knowledge::words::{self, Pattern};
use crate::model::pair::Pair;

const DEAD: Code = code!("dead-rewrite", Warning);

pub(super) static LINT: Lint = Lint { codes: &[DEAD], check };

fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    for file in &catalog.vocabularies {
        let Some(head) = &file.head else { continue };
        let made: Vec<Pattern> = head.rewrite.iter().flat_map(|Pair(_, to)| Pattern::phrase(to)).collect();
        let left = head.rewrite.iter().map(|Pair(from, _)| from);
        let own = file.values.iter().flat_map(|entry| &entry.noise);
        for phrase in left.chain(&head.noise).chain(own) {
            // What one rewrite makes, another may read, whatever signs are in it.
            let stands = |word: &Pattern| made.contains(word) || parted(word.as_str()) == [word.as_str()];
            if !Pattern::phrase(phrase).iter().all(stands) {
                let read = parted(phrase).join(" ");
                let finding = Finding::of(DEAD).with("phrase", phrase).with("read", read);
                report.push(finding.at(phrase.span()));
            }
        }
    }
}

/// The words that a phrase is read as, with `#` for its numbers.
fn parted(phrase: &str) -> Vec<String> {
    Pattern::cue(&words::without_signs(phrase)).iter().map(|word| word.as_str().to_owned()).collect()
}
