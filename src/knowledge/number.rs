//! Version numbers in the shapes in which systems report them, and ranges of what is counted in parts: builds, dates, figures.

use serde::{Deserialize, Serialize};

pub type Parts = Vec<i64>;

/// From one number on and before another, both compared part by part. A number stands for all that begin with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Range {
    from: Parts,
    /// None: there is no end.
    before: Option<Parts>,
}

impl Range {
    /// Every number that begins like this.
    pub fn of(parts: &[i64]) -> Self {
        Self { from: parts.to_vec(), before: Some(next(parts)) }
    }

    /// `>=8.3.279, <8.4`: bounds that hold together, each a sign before a number that is read as given. A number without a sign is
    /// that one.
    pub fn read(text: &str, parts: impl Fn(&str) -> Option<Parts>) -> Option<Self> {
        text.split(',').try_fold(Self { from: Vec::new(), before: None }, |all, bound| {
            let bound = bound.trim();
            let number = parts(bound.trim_start_matches(['<', '>', '=', ' ']))?;
            let one = match bound.find(|sign| !"<>=".contains(sign)).and_then(|end| bound.get(..end))? {
                ">=" => Self { from: number, before: None },
                ">" => Self { from: next(&number), before: None },
                "<" => Self { from: Vec::new(), before: Some(number) },
                "<=" => Self { from: Vec::new(), before: Some(next(&number)) },
                "" | "=" => Self::of(&number),
                _ => return None,
            };
            Some(all.both(&one))
        })
    }

    pub fn has_end(&self) -> bool {
        self.before.is_some()
    }

    pub fn is_empty(&self) -> bool {
        self.before.as_ref().is_some_and(|before| *before <= self.from)
    }

    /// Whether every number of the other is in it.
    pub fn holds(&self, other: &Self) -> bool {
        let ends = self.before.as_ref().is_none_or(|own| other.before.as_ref().is_some_and(|other| other <= own));
        self.from <= other.from && ends
    }

    /// What is in it and in the other.
    pub fn both(&self, other: &Self) -> Self {
        let from = self.from.clone().max(other.from.clone());
        Self { from, before: self.before.iter().chain(&other.before).min().cloned() }
    }

    /// What is in it and not in the other.
    pub fn without(&self, other: &Self) -> Vec<Self> {
        let below = self.both(&Self { from: Vec::new(), before: Some(other.from.clone()) });
        let above = other.before.as_ref().map(|end| self.both(&Self { from: end.clone(), before: None }));
        let parts = std::iter::once(below).chain(above).filter(|part| !part.is_empty());
        if self.both(other).is_empty() { vec![self.clone()] } else { parts.collect() }
    }
}

/// As it is written: a plain number where it is one.
impl std::fmt::Display for Range {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let written = |parts: &[i64]| parts.iter().map(i64::to_string).collect::<Vec<_>>().join(".");
        match &self.before {
            _ if *self == Self::of(&self.from) => f.write_str(&written(&self.from)),
            None => write!(f, ">={}", written(&self.from)),
            Some(before) if self.from.is_empty() => write!(f, "<{}", written(before)),
            Some(before) => write!(f, ">={}, <{}", written(&self.from), written(before)),
        }
    }
}

/// The first number behind all that begin like this.
fn next(parts: &[i64]) -> Parts {
    let mut next = parts.to_vec();
    if let Some(last) = next.last_mut() {
        *last = last.saturating_add(1);
    }
    next
}

/// The parts of a version number and what stands behind it: `Version 8.1 (Build 240.6)` and `08.01.0240.006` are both
/// `8 1 240 6`. Nothing if the text does not begin with a version number of at least two parts.
pub fn read(text: &str) -> Option<(Parts, String)> {
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
pub fn exact(text: &str) -> Option<Parts> {
    dotted(text).filter(|(_, rest)| rest.is_empty()).map(|(parts, _)| parts)
}

/// The parts of a year, a month or a day.
pub fn date(text: &str) -> Option<Parts> {
    text.split('-').map(|part| part.parse().ok()).collect()
}

fn without_lead(text: &str) -> &str {
    let digit_next = |rest: &&str| rest.trim_start_matches(['.', ' ']).starts_with(|next: char| next.is_ascii_digit());
    let leads = ["version", "ver", "build", "버전", "빌드", "v"];
    let found = leads.iter().find_map(|lead| text.strip_prefix(lead).filter(digit_next));
    found.map_or(text, |rest| rest.trim_start_matches(['.', ' ']))
}

/// Digits, dot, digits, ... at the front; nothing if a letter follows at once.
fn dotted(text: &str) -> Option<(Parts, &str)> {
    let mut end = text.find(|next: char| !next.is_ascii_digit() && next != '.').unwrap_or(text.len());
    while text.get(..end)?.ends_with('.') {
        end -= 1;
    }
    let (number, rest) = text.split_at_checked(end)?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let parts: Result<Parts, _> = number.split('.').map(str::parse).collect();
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

    fn range(text: &str) -> Range {
        Range::read(text, exact).expect(text)
    }

    #[test]
    fn a_number_stands_for_all_that_begin_with_it() {
        for (one, other, holds) in [
            ("8.3", "8.3.298", true),
            ("8.3.298", "8.3", false),
            (">=8.3.298", "8.3.298.1", true),
            (">8.3.298", "8.3.298.1", false),
            ("<=8.3.298", "8.3.298.1", true),
            ("<8.3.298", "8.3.297", true),
            (">=8.3.298, <8.4", "8.3.389", true),
            (">=8.3.298, <8.4", "8.4", false),
            (">=550.54.14", "551.78", true),
        ] {
            assert_eq!(range(one).holds(&range(other)), holds, "{one} holds {other}");
            assert_eq!(range(&range(one).to_string()), range(one), "{one} as it is shown");
        }
        for text in ["", ">=", "=>8.3", "8.3 8.4", ">=8.3,", "8.3.x"] {
            assert_eq!(Range::read(text, exact), None, "{text}");
        }
    }

    #[test]
    fn what_is_left_of_a_range_is_told_in_parts() {
        for (one, other, left) in [
            ("8.3", "8.3.298", vec![">=8.3, <8.3.298", ">=8.3.299, <8.4"]),
            ("8.3", ">=8.3.298", vec![">=8.3, <8.3.298"]),
            ("8.3", "8.4", vec!["8.3"]),
            ("8.3.298", "8.3", vec![]),
        ] {
            let parts: Vec<String> = range(one).without(&range(other)).iter().map(Range::to_string).collect();
            assert_eq!(parts, left, "{one} without {other}");
        }
    }
}
