//! The phrases that a written cue stands for: `can (i|we) manage`, `rdp (is )?(off|blocked)`, `roll up {any-number}`.
//!
//! Brackets hold alternatives, a question mark behind them makes them optional, braces name a set of phrases that is written
//! once. What may be left out takes its space with it.

use std::collections::BTreeMap;

/// More phrases than this from one cue are a mistake.
const MOST: usize = 4096;

/// Sets of phrases by name, in one language.
pub(super) type Sets = BTreeMap<String, Vec<String>>;

/// Why a cue stands for nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// A bracket or brace is open, closed twice or out of place, or there are too many phrases.
    Form,
    NoSuchSet(String),
}

pub(super) fn variants(cue: &str, sets: &Sets) -> Result<Vec<String>, Unreadable> {
    let mut rest = cue;
    let phrases = sequence(&mut rest, sets)?;
    if rest.is_empty() { Ok(phrases) } else { Err(Unreadable::Form) }
}

/// What stands up to the end of the text or of the bracket.
fn sequence(rest: &mut &str, sets: &Sets) -> Result<Vec<String>, Unreadable> {
    let mut phrases = vec![String::new()];
    loop {
        let plain = rest.find(['(', ')', '|', '{', '}']).unwrap_or(rest.len());
        let (text, behind) = rest.split_at_checked(plain).unwrap_or((rest, ""));
        let part = if !text.is_empty() {
            *rest = behind;
            vec![text.to_owned()]
        } else if let Some(inside) = behind.strip_prefix('(') {
            *rest = inside;
            bracket(rest, sets)?
        } else if let Some(inside) = behind.strip_prefix('{') {
            let (name, behind) = inside.split_once('}').ok_or(Unreadable::Form)?;
            *rest = behind;
            sets.get(name).cloned().ok_or_else(|| Unreadable::NoSuchSet(name.to_owned()))?
        } else if behind.starts_with('}') {
            return Err(Unreadable::Form);
        } else {
            return Ok(phrases);
        };
        if phrases.len() * part.len() > MOST {
            return Err(Unreadable::Form);
        }
        match part.as_slice() {
            [only] => phrases.iter_mut().for_each(|before| before.push_str(only)),
            all => {
                phrases = phrases.iter().flat_map(|before| all.iter().map(|one| [&**before, one].concat())).collect();
            }
        }
    }
}

/// The alternatives of a bracket that was opened.
fn bracket(rest: &mut &str, sets: &Sets) -> Result<Vec<String>, Unreadable> {
    let mut alternatives = sequence(rest, sets)?;
    while let Some(behind) = rest.strip_prefix('|') {
        *rest = behind;
        alternatives.extend(sequence(rest, sets)?);
    }
    *rest = rest.strip_prefix(')').ok_or(Unreadable::Form)?;
    if let Some(behind) = rest.strip_prefix('?') {
        *rest = behind;
        alternatives.push(String::new());
    }
    Ok(alternatives)
}

#[cfg(test)]
mod tests {
    use super::{Sets, Unreadable, variants};

    fn sets() -> Sets {
        Sets::from([("us".to_owned(), vec!["i".to_owned(), "we".to_owned()])])
    }

    #[test]
    fn a_cue_stands_for_each_way_to_say_it() {
        for (cue, phrases) in [
            ("plain", vec!["plain"]),
            ("can {us} go", vec!["can i go", "can we go"]),
            ("(is|are) off", vec!["is off", "are off"]),
            ("(still )?on", vec!["still on", "on"]),
            ("관리(할 수|하(나|고))", vec!["관리할 수", "관리하나", "관리하고"]),
        ] {
            assert_eq!(variants(cue, &sets()), Ok(phrases.into_iter().map(str::to_owned).collect()), "{cue}");
        }
    }

    #[test]
    fn a_cue_that_cannot_be_read_says_why() {
        for cue in [
            "(a|b",
            "a)",
            "a|b",
            "{us",
            "}",
            "((((a|b)(a|b))((a|b)(a|b)))(((a|b)(a|b))((a|b)(a|b))))((a|b|c|d)(a|b|c|d)(a|b|c|d))",
        ] {
            assert_eq!(variants(cue, &sets()), Err(Unreadable::Form), "{cue}");
        }
        assert_eq!(variants("{them}", &sets()), Err(Unreadable::NoSuchSet("them".to_owned())));
    }
}
