//! Whether there is so much of anything that compiling it would take noticeable time: then it is refused before it is begun.

use super::prelude::*;
use crate::limits;

impl Compiler<'_> {
    /// Reports each amount past its limit, at the first entry that is too many.
    pub(super) fn check_amounts(&self, catalog: &Catalog) {
        for vocabulary in &catalog.vocabularies {
            let rewrites = vocabulary.head.as_ref().map_or(0, |head| head.rewrite.len() + head.noise.len());
            let start = vocabulary.at.clone();
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
    vocabulary.named().map(|one| 1 + one.aliases.len()).sum()
}

fn name(vocabulary: &VocabularyFile, number: usize) -> Option<Place> {
    let places = vocabulary.named().flat_map(|one| {
        let aliases = one.aliases.iter().map(Spanned::span);
        std::iter::once(one.at.clone()).chain(aliases)
    });
    places.into_iter().nth(number)
}
