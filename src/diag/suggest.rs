//! Near matches for a name nobody knows.

/// An abbreviation of as many letters may be the right name of another thing, which nobody knows: another letter makes no typo of it.
const ABBREVIATION: usize = 3;

/// The names nearest to `wrong`, best first, at most `most`; none that is not near. Ties keep the order given.
pub fn nearest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    let wrong = wrong.to_lowercase();
    let mut scored: Vec<(f64, &str)> = Vec::new();
    for name in known {
        let lower = name.to_lowercase();
        let score = strsim::jaro_winkler(&wrong, &lower).max(strsim::normalized_damerau_levenshtein(&wrong, &lower));
        let is_short = wrong.chars().count() <= ABBREVIATION;
        if score >= 0.75 && (!is_short || has_in_order(&lower, &wrong)) && scored.iter().all(|(_, seen)| *seen != name)
        {
            scored.push((score, name));
        }
    }
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.into_iter().take(most).map(|(_, name)| name).collect()
}

/// Whether a name has all letters of another in their order: some were left out.
fn has_in_order(name: &str, letters: &str) -> bool {
    let mut rest = name.chars();
    letters.chars().all(|letter| rest.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_is_no_misspelling_of_another() {
        let known = ["ccr", "scc", "from", "standalone", "sp1", "sp2"];
        for (wrong, near) in [
            ("lcr", &[][..]),
            ("scr", &[]),
            ("sp4", &[]),
            ("frm", &["from"]),
            ("sp", &["sp1", "sp2"]),
            ("form", &["from"]),
            ("standalnoe", &["standalone"]),
        ] {
            assert_eq!(nearest(wrong, known, 3), near, "{wrong}");
        }
    }
}
