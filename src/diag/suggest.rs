//! Near matches for a name nobody knows.

/// The names nearest to `wrong`, best first, at most `most`; none that is not near. Ties keep the order given.
pub fn nearest<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>, most: usize) -> Vec<&'n str> {
    let wrong = wrong.to_lowercase();
    let mut scored: Vec<(f64, &str)> = Vec::new();
    for name in known {
        let lower = name.to_lowercase();
        let score = strsim::jaro_winkler(&wrong, &lower).max(strsim::normalized_damerau_levenshtein(&wrong, &lower));
        if score >= 0.75 && scored.iter().all(|(_, seen)| *seen != name) {
            scored.push((score, name));
        }
    }
    scored.sort_by(|left, right| right.0.total_cmp(&left.0));
    scored.into_iter().take(most).map(|(_, name)| name).collect()
}
