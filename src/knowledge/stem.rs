//! English words without their inflection, so that a cue stands once for `upgrade`, `upgrades`, `upgraded` and `upgrading`.
//!
//! A stem is no word: it only has to be the same for all forms of one, and different words are better left apart than made one. So
//! only what inflects is taken away, never what makes another word (`install` and `installation` stay two).

use std::borrow::Cow;

/// Nothing shorter than this is left of a word.
const SHORTEST: usize = 3;

/// The stem of a word of small letters; any other word as it is.
pub fn stem(word: &str) -> Cow<'_, str> {
    if word.len() <= SHORTEST || !word.bytes().all(|one| one.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let without = |ending: &str| {
        let front = word.strip_suffix(ending)?;
        (front.len() >= SHORTEST && front.contains(['a', 'e', 'i', 'o', 'u', 'y'])).then_some(front)
    };
    let stem = if let Some(front) = without("ing").or_else(|| without("ed")) {
        let mut last = front.bytes().rev();
        let (one, other) = (last.next(), last.next());
        // `stopping`, but not `installing`, `passing`; `moving`, but not `adding`, `fixing`.
        let is = |letter: Option<u8>, some: &[u8]| letter.is_some_and(|letter| some.contains(&letter));
        if front.len() > SHORTEST && one == other && !is(one, b"aeiouslz") {
            front.get(..front.len() - 1).unwrap_or(front)
        } else if front.len() == SHORTEST && is(other, b"aeiou") && !is(one, b"aeiouwxy") {
            return Cow::Owned(format!("{front}e"));
        } else {
            front
        }
    } else if ["sses", "xes", "ches", "shes"].iter().any(|ending| word.ends_with(ending)) {
        without("es").unwrap_or(word)
    } else if ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) {
        word
    } else {
        without("s").unwrap_or(word)
    };
    // `apply`, `applied`, `applies`; `upgrade`, `upgrading`; but `note` is not `not`.
    let front = stem.strip_suffix("ie").or_else(|| stem.strip_suffix(['e', 'i', 'y']));
    Cow::Borrowed(front.filter(|front| front.len() > SHORTEST).unwrap_or(stem))
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["upgrade", "upgrades", "upgraded", "upgrading"][..],
            &["apply", "applies", "applied", "applying"],
            &["install", "installs", "installed", "installing"],
            &["move", "moves", "moved", "moving"],
            &["add", "adds", "added", "adding"],
            &["stop", "stops", "stopped", "stopping"],
            &["use", "uses"],
            &["patch", "patches", "patched", "patching"],
            &["pass", "passes", "passed", "passing"],
            &["node", "nodes"],
            &["switch", "switches"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [
            ("install", "installation"),
            ("manage", "management"),
            ("manage", "manager"),
            ("note", "not"),
            ("serve", "server"),
            ("cluster", "clue"),
            ("sp1", "sp2"),
            ("this", "thi"),
        ] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }
}
