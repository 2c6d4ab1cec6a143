//! Whether there is so much of anything that compiling it would take noticeable time: then it is refused before it is begun.

use super::Compiler;
use crate::diag::{Finding, Place};
use crate::limits;
use crate::locale::Message;
use crate::model::{Catalog, VocabularyFile, place, place_of};

impl Compiler<'_> {
    /// Reports each amount past its limit, at the first entry that is too many.
    pub(super) fn check_amounts(&self, catalog: &Catalog) {
        for vocabulary in &catalog.vocabularies {
            let rewrites = vocabulary.head.as_ref().map_or(0, |head| head.rewrite.len() + head.noise.len());
            let start = place_of(vocabulary.file, 0..0);
            self.check_amount("too-many-names", names(vocabulary), limits::NAMES, || name(vocabulary, limits::NAMES));
            self.check_amount("too-many-rewrites", rewrites, limits::REWRITES, || Some(start));
        }
        let expectations = &catalog.expectations;
        self.check_amount("too-many-expectations", expectations.len(), limits::EXPECTATIONS, || {
            expectations.get(limits::EXPECTATIONS).map(|entry| entry.at.clone())
        });
    }

    fn check_amount(&self, id: &'static str, found: usize, most: usize, at: impl FnOnce() -> Option<Place>) {
        if found > most {
            let finding = Finding::invalid(Message::new(id).number("found", found).number("most", most));
            self.report(match at() {
                Some(at) => finding.at(at),
                None => finding,
            });
        }
    }
}

fn names(vocabulary: &VocabularyFile) -> usize {
    let values = vocabulary.values.iter().map(|entry| 1 + entry.item.aliases.len());
    values.chain(vocabulary.groups.iter().map(|entry| 1 + entry.item.aliases.len())).sum()
}

fn name(vocabulary: &VocabularyFile, number: usize) -> Option<Place> {
    let values = vocabulary.values.iter().map(|entry| (&entry.at, &entry.item.aliases));
    let all = values.chain(vocabulary.groups.iter().map(|entry| (&entry.at, &entry.item.aliases)));
    let mut places = all
        .flat_map(|(at, aliases)| std::iter::once(at.clone()).chain(aliases.iter().map(|alias| place(at.file, alias))));
    places.nth(number)
}
