//! Starred lines of a changelog: those by which, as its head says, a verdict changes.

/// What marks a line.
const STAR: char = '★';

/// Starred lines that the old changelog does not have; without an old one, those under the newest heading that says
/// anything.
pub fn added<'n>(new: &'n str, old: Option<&str>) -> Vec<&'n str> {
    match old {
        Some(old) => {
            let mut known: Vec<&str> = starred(body(old)).collect();
            let is_new = |line: &&str| match known.iter().position(|known| known == line) {
                Some(at) => {
                    known.remove(at);
                    false
                }
                None => true,
            };
            starred(body(new)).filter(is_new).collect()
        }
        None => starred(newest(body(new))).collect(),
    }
}

/// Everything from the first heading of a version on: what stands before explains the star and is none.
fn body(changelog: &str) -> &str {
    heading(changelog).and_then(|at| changelog.get(at..)).unwrap_or_default()
}

/// The part under the first heading that says anything.
fn newest(body: &str) -> &str {
    let mut rest = body;
    while let Some(start) = heading(rest) {
        let inner = rest.get(start..).and_then(|text| text.split_once('\n')).map_or("", |(_, inner)| inner);
        let end = heading(inner).unwrap_or(inner.len());
        let (part, behind) = inner.split_at_checked(end).unwrap_or((inner, ""));
        if !part.trim().is_empty() {
            return part;
        }
        rest = behind;
    }
    ""
}

/// Where the first heading of a version begins.
fn heading(text: &str) -> Option<usize> {
    if text.starts_with("## ") { Some(0) } else { text.find("\n## ").map(|at| at + 1) }
}

/// Items of lists with a star. A star in running text explains, in code it is quoted.
fn starred(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().map(str::trim);
    lines.filter(|line| line.starts_with(['-', '*', '+', STAR]) && line.contains(STAR))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# Changelog\n\nA star ★ marks a line by which a verdict changes.\n\n- ★ like this\n\n";

    #[test]
    fn only_lines_that_the_old_side_has_not_are_new() {
        let old = format!("{HEAD}## [1.0.0]\n\n- ★ first\n- plain\n");
        let new = format!("{HEAD}## [Unreleased]\n\n- ★ second\n  and more\n\n## [1.0.0]\n\n- ★ first\n- plain\n");
        assert_eq!(added(&new, Some(&old)), ["- ★ second"]);
        assert_eq!(added(&old, Some(&old)), [""; 0]);
        assert_eq!(added(&new, Some("")), ["- ★ second", "- ★ first"]);
        let twice = old.replace("- plain", "- ★ first");
        assert_eq!(added(&twice, Some(&old)), ["- ★ first"], "the same words once more are another line");
    }

    #[test]
    fn without_an_old_side_the_newest_heading_counts() {
        let of = |body: &str| added(&format!("{HEAD}{body}"), None).len();
        assert_eq!(of("## [Unreleased]\n\n- ★ now\n\n## [1.0.0]\n\n- ★ then\n"), 1);
        assert_eq!(of("## [Unreleased]\n\n- plain\n\n## [1.0.0]\n\n- ★ then\n"), 0);
        assert_eq!(of("## [Unreleased]\n\n## [1.0.0]\n\n- ★ just released\n"), 1, "an empty heading is passed over");
        assert_eq!(of("## [Unreleased]\n\nRunning text with a ★.\n"), 0);
        assert_eq!(of(""), 0);
        assert_eq!(added("", None), [""; 0]);
    }
}
