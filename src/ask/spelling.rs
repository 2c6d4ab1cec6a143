//! Words with one letter wrong: `windws`, `exchnage`, `clustr`.
//!
//! Only long words are mended, only to a word that is the same but for one letter added, lost, changed or changed over with the
//! next, and only where no other word is as near. A word that anybody knows is never touched.

use rustc_hash::FxHashMap;

/// Shorter words are too near to each other.
const SHORTEST: usize = 6;

/// Every word that can be meant, by each of its forms with one letter less.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    known: FxHashMap<String, Vec<String>>,
}

impl Spelling {
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut known: FxHashMap<String, Vec<String>> = FxHashMap::default();
        for word in words.filter(|word| is_plain(word)) {
            for form in forms(word) {
                let meant = known.entry(form).or_default();
                if !meant.iter().any(|other| other == word) {
                    meant.push(word.to_owned());
                }
            }
        }
        Self { known }
    }

    /// The word that is meant by a word nobody knows.
    pub(super) fn mended(&self, word: &str) -> Option<&str> {
        if !is_plain(word) {
            return None;
        }
        let mut found: Option<&str> = None;
        for form in forms(word) {
            for meant in self.known.get(&form).into_iter().flatten() {
                let near = strsim::osa_distance(word, meant) <= 1 && meant.get(..1) == word.get(..1);
                if near && found.is_some_and(|other| other != meant) {
                    return None;
                }
                if near {
                    found = Some(meant);
                }
            }
        }
        found
    }
}

fn is_plain(word: &str) -> bool {
    (SHORTEST..=24).contains(&word.len()) && word.bytes().all(|one| one.is_ascii_lowercase())
}

/// The word, and the word without each of its letters.
fn forms(word: &str) -> Vec<String> {
    let without = |at: usize| word.char_indices().filter(|(place, _)| *place != at).map(|(_, one)| one).collect();
    let mut forms: Vec<String> = (0..word.len()).map(without).collect();
    forms.push(word.to_owned());
    forms.sort_unstable();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::Spelling;

    #[test]
    fn one_wrong_letter_is_mended_if_one_word_can_be_meant() {
        let spelling = Spelling::new(["windows", "exchange", "cluster", "vista", "manage", "managed"].into_iter());
        for (word, meant) in [
            ("windws", Some("windows")),
            ("exchnage", Some("exchange")),
            ("clustr", Some("cluster")),
            ("clutter", Some("cluster")),
            ("manages", None),
            ("visat", None),
            ("exhcnaeg", None),
            ("bluster", None),
        ] {
            assert_eq!(spelling.mended(word), meant, "{word}");
        }
    }
}
