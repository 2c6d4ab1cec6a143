//! Version numbers in the shapes in which systems report them.

/// The parts of a version number and what stands behind it: `Version 8.1 (Build 240.6)` and `08.01.0240.006` are both
/// `8 1 240 6`. Nothing if the text does not begin with a version number of at least two parts.
pub fn read(text: &str) -> Option<(Vec<u64>, String)> {
    let lower = text.trim().to_lowercase();
    let front = without_lead(&lower);
    let (mut parts, mut rest) = dotted(front)?;
    let mut behind = String::new();
    if let Some((inner, after)) = rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        let (more, inner_rest) = dotted(without_lead(inner.trim_start()))?;
        parts.extend(more);
        behind.push_str(inner_rest);
        behind.push(' ');
        rest = after;
    }
    behind.push_str(rest);
    (parts.len() >= 2).then_some((parts, behind))
}

/// The parts of a plain dotted number, and nothing else.
pub fn exact(text: &str) -> Option<Vec<u64>> {
    dotted(text).filter(|(_, rest)| rest.is_empty()).map(|(parts, _)| parts)
}

/// Whether one number is the beginning of the other.
pub fn agree(left: &[u64], right: &[u64]) -> bool {
    left.iter().zip(right).all(|(left, right)| left == right)
}

fn without_lead(text: &str) -> &str {
    let digit_next = |rest: &&str| rest.trim_start_matches(['.', ' ']).starts_with(|next: char| next.is_ascii_digit());
    let leads = ["version", "ver", "build", "버전", "빌드", "v"];
    let found = leads.iter().find_map(|lead| text.strip_prefix(lead).filter(digit_next));
    found.map_or(text, |rest| rest.trim_start_matches(['.', ' ']))
}

/// Digits, dot, digits, ... at the front; nothing if a letter follows at once.
fn dotted(text: &str) -> Option<(Vec<u64>, &str)> {
    let mut end = text.find(|next: char| !next.is_ascii_digit() && next != '.').unwrap_or(text.len());
    while text.get(..end)?.ends_with('.') {
        end -= 1;
    }
    let (number, rest) = text.split_at_checked(end)?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let parts: Result<Vec<u64>, _> = number.split('.').map(str::parse).collect();
    Some((parts.ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reported_shape_gives_the_same_parts() {
        for (text, expected, behind) in [
            ("8.1.240.6", &[8, 1, 240, 6][..], ""),
            ("08.01.0240.006", &[8, 1, 240, 6], ""),
            ("Version 8.1 (Build 240.6)", &[8, 1, 240, 6], ""),
            ("Version 6.5 (Build 7638.2: Service Pack 2)", &[6, 5, 7638, 2], ": service pack 2"),
            ("5.2 (3790)", &[5, 2, 3790], ""),
            ("v1.28.4", &[1, 28, 4], ""),
            ("6.0.6001 Service Pack 1 Build 6001", &[6, 0, 6001], " service pack 1 build 6001"),
        ] {
            let (parts, rest) = read(text).expect(text);
            assert_eq!((parts.as_slice(), rest.trim_end()), (expected, behind), "{text}");
        }
    }

    #[test]
    fn what_is_no_version_number_gives_nothing() {
        for text in ["", "8", "2003", "sp1", "8.1beta", "8..1", ".", "99999999999999999999.1", "5.2 (x)", "-8.1", "()"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
