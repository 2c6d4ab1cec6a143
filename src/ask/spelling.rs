//! Words with one letter wrong: `windws`, `exchnage`, `clustr`.
//!
//! Only long words are mended, only to a word that is the same but for one letter added, lost, changed or changed over with the
//! next, and only where no other word is as near. A word that anybody knows is never touched.

use crate::knowledge::lexicon::Lexicon;

/// Shorter words are too near to each other.
const SHORTEST: usize = 6;
const LONGEST: usize = 24;

/// The word that is meant by a word nobody knows.
pub(super) fn mended<'k>(word: &str, known: &'k Lexicon) -> Option<&'k str> {
    if !is_plain(word) {
        return None;
    }
    let initial = *word.as_bytes().first()?;
    let mut near = known.with_initial(initial).filter(|meant| is_plain(meant) && is_near(word, meant));
    let meant = near.next()?;
    near.next().is_none().then_some(meant)
}

fn is_plain(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.len()) && word.bytes().all(|one| one.is_ascii_lowercase())
}

/// Whether one word becomes the other by one change, told without the cost of measuring words that are far apart.
fn is_near(word: &str, other: &str) -> bool {
    let front = word.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let back = word.bytes().rev().zip(other.bytes().rev()).take_while(|(one, other)| one == other).count();
    front + back + 2 >= word.len().max(other.len()) && strsim::osa_distance(word, other) <= 1
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, mended};

    #[test]
    fn one_wrong_letter_is_mended_if_one_word_can_be_meant() {
        let known = ["windows", "exchange", "cluster", "vista", "manage", "managed"].map(str::to_owned);
        let known = Lexicon::new(known);
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
            assert_eq!(mended(word, &known), meant, "{word}");
        }
    }
}
