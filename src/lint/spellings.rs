//! `swallowed-alias`: an alias that adds nothing. It is, but for the letter case, a name that the value has anyway; or noise swallows
//! the very number that would tell it apart from another alias.
//!
//! That two aliases are read alike is no mistake by itself: near matches and lists show how people write a name.
//!
//! `endless-rewrite`: a rewrite whose words are rewritten again, and again; nothing is ever equal to what comes of it.

use std::collections::BTreeMap;

use super::prelude::*;
use crate::model::Named;
use crate::model::pair::Pair;

const SWALLOWED: Code = code!("swallowed-alias", Warning);

const ENDLESS: Code = code!("endless-rewrite", Warning);

pub(super) static LINT: Lint = Lint { codes: &[ENDLESS, SWALLOWED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, vocabulary) in catalog.vocabularies.iter().zip(&knowledge.vocabularies) {
        for Pair(from, to) in file.head.iter().flat_map(|head| &head.rewrite) {
            // As people write it, with a number.
            let words = from.to_lowercase().replace('#', "1");
            if !vocabulary.rewritten(words.split_whitespace().map(str::to_owned).collect()).1 {
                let finding = Finding::of(ENDLESS).with("from", from).with("to", to);
                report.push(finding.at(from.span()));
            }
        }
        file.named().for_each(|own| swallowed(vocabulary, &own, report));
    }
}

fn swallowed(vocabulary: &Vocabulary, own: &Named<'_>, report: &mut Report) {
    let mut whole: BTreeMap<String, Place> = BTreeMap::from([(own.id.to_lowercase(), own.at.clone())]);
    for (text, name) in own.name.into_iter().flat_map(|text| text.values().map(move |name| (text, name))) {
        whole.entry(name.to_lowercase()).or_insert_with(|| text.span());
    }
    let mut seen: BTreeMap<Vec<String>, Place> = BTreeMap::new();
    for alias in own.aliases {
        let (words, at) = (vocabulary.words_of(alias), alias.span());
        let lower = alias.to_lowercase();
        let same = whole.get(&lower);
        let loses_a_number = numbers(&lower) > numbers(&words.join(" "));
        let alike = seen.get(&words).filter(|_| loses_a_number);
        match same.or(alike) {
            Some(first) => {
                let finding =
                    Finding::of(SWALLOWED).with("alias", alias).with("id", own.id).with("read", words.join(" ")).at(at);
                report.push(finding.beside(first.clone(), Message::new("label-read-alike")));
            }
            None => {
                whole.insert(lower, at.clone());
                seen.entry(words).or_insert(at);
            }
        }
    }
}

fn numbers(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty()).count()
}
