//! Names as words: the form in which names are compared, however an inventory or a person wrote them.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

/// Signs that inventories add to names, and what becomes of them on the way through other encodings.
const SIGNS: [&str; 9] = ["(r)", "(R)", "(tm)", "(TM)", "(c)", "(C)", "â„¢", "¢ç", "Â"];

/// The same as single characters.
const SIGN_CHARACTERS: [char; 5] = ['®', '™', '©', '\u{fffd}', '?'];

/// Letters that stand where a sign was, at the end of a word.
const STRAY_LETTERS: [char; 3] = ['r', 't', 'c'];

/// The words of a name: signs dropped, one letter case, one Unicode form.
#[must_use]
pub fn split(text: &str) -> Vec<String> {
    let mut bare = text.to_owned();
    for sign in SIGNS {
        if bare.contains(sign) {
            bare = bare.replace(sign, " ");
        }
    }
    let bare = bare.replace(SIGN_CHARACTERS, " ");
    let plain: Vec<char> = bare.nfkc().flat_map(char::to_lowercase).collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, &character) in plain.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| plain.get(at)).copied();
        let after = plain.get(at + 1).copied();
        if belongs(before, character, after) {
            if before.is_some_and(|before| is_hangul(before) != is_hangul(character)) {
                finish(&mut words, &mut word);
            }
            word.push(character);
        } else {
            finish(&mut words, &mut word);
        }
    }
    finish(&mut words, &mut word);
    words
}

/// The word without a stray last letter, if it is unknown with it and known without.
#[must_use]
pub fn without_stray_letter(word: &str, is_known: impl Fn(&str) -> bool) -> &str {
    let Some(shorter) = word.strip_suffix(STRAY_LETTERS) else { return word };
    let plausible = shorter.chars().count() >= 2 && shorter.chars().all(char::is_alphabetic);
    if plausible && !is_known(word) && is_known(shorter) { shorter } else { word }
}

/// Whether a character is part of a word: letters and digits are, and a dot between digits.
fn belongs(before: Option<char>, character: char, after: Option<char>) -> bool {
    let digit = |neighbour: Option<char>| neighbour.is_some_and(|neighbour| neighbour.is_ascii_digit());
    character.is_alphanumeric() || (character == '.' && digit(before) && digit(after))
}

fn is_hangul(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}')
}

fn finish(words: &mut Vec<String>, word: &mut String) {
    if !word.is_empty() {
        words.push(std::mem::take(word));
    }
}

/// A word in which `#` stands for a number: `sp#` is `sp1`, `sp2`, ...
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern(String);

impl Pattern {
    /// The patterns of a phrase, one a word.
    #[must_use]
    pub fn phrase(text: &str) -> Vec<Self> {
        text.split_whitespace().map(|word| Self(word.to_lowercase())).collect()
    }

    /// The word itself, or nothing if it has a `#` in it.
    #[must_use]
    pub fn literal(&self) -> Option<&str> {
        (!self.0.contains('#')).then_some(self.0.as_str())
    }

    /// The numbers that stand for `#`, if the word fits.
    fn fit<'w>(&self, word: &'w str) -> Option<Vec<&'w str>> {
        let mut pieces = self.0.split('#');
        let mut rest = word.strip_prefix(pieces.next()?)?;
        let mut numbers = Vec::new();
        for piece in pieces {
            let end = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
            let (number, behind) = rest.split_at_checked(end)?;
            if number.is_empty() {
                return None;
            }
            numbers.push(number);
            rest = behind.strip_prefix(piece)?;
        }
        rest.is_empty().then_some(numbers)
    }

    /// The word with numbers in place of `#`.
    fn fill<'w>(&self, numbers: &mut impl Iterator<Item = &'w str>) -> String {
        let mut filled = String::new();
        for (at, piece) in self.0.split('#').enumerate() {
            if at > 0 {
                filled.push_str(numbers.next().unwrap_or_default());
            }
            filled.push_str(piece);
        }
        filled
    }
}

/// The numbers of a phrase that begins at the front of `words`.
fn fit_phrase<'w>(phrase: &[Pattern], words: &'w [String]) -> Option<Vec<&'w str>> {
    if phrase.is_empty() || words.len() < phrase.len() {
        return None;
    }
    // The first letter tells most phrases apart from most words.
    let first = |text: &str| text.bytes().next();
    let (begins, begun) = (first(&phrase.first()?.0), first(words.first()?));
    if begins != begun && begins != Some(b'#') {
        return None;
    }
    let mut numbers = Vec::new();
    for (pattern, word) in phrase.iter().zip(words) {
        numbers.extend(pattern.fit(word)?);
    }
    Some(numbers)
}

/// Replaces `from` by `to` wherever it stands. Most phrases stand nowhere in most names, so nothing is built until one does.
pub fn replace(words: &mut Vec<String>, from: &[Pattern], to: &[Pattern]) {
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(numbers) = fit_phrase(from, rest) else {
            at += 1;
            continue;
        };
        let mut numbers = numbers.into_iter();
        let filled: Vec<String> = to.iter().map(|pattern| pattern.fill(&mut numbers)).collect();
        let behind = at + filled.len();
        words.splice(at..at + from.len(), filled);
        at = behind;
    }
}

/// The words without any of the phrases.
#[must_use]
pub fn strip(mut words: Vec<String>, phrases: &[Vec<Pattern>]) -> Vec<String> {
    for phrase in phrases {
        replace(&mut words, phrase, &[]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_names_fall_into_the_same_words() {
        for (written, expected) in [
            ("Windows Server® 2008 Enterprise", "windows server 2008 enterprise"),
            ("Windows Server? 2008 Enterprise", "windows server 2008 enterprise"),
            ("Windows ServerÂ® 2008", "windows server 2008"),
            ("Windows Vista™  Enterprise", "windows vista enterprise"),
            (
                "Microsoft(R) Windows(R) Server 2003, Enterprise Edition",
                "microsoft windows server 2003 enterprise edition",
            ),
            ("윈도우서버2008 서비스팩2", "윈도우서버 2008 서비스팩 2"),
            ("WIN03X64", "win03x64"),
            ("8.1.240.6", "8.1.240.6"),
            ("end. 2.", "end 2"),
            ("Ｗｉｎｄｏｗｓ　ＸＰ", "windows xp"),
        ] {
            assert_eq!(split(written).join(" "), expected, "{written}");
        }
    }

    #[test]
    fn a_number_sign_stands_for_a_number() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let mut rewritten = words("2007 service pack 2 x");
        replace(&mut rewritten, &Pattern::phrase("service pack #"), &Pattern::phrase("sp#"));
        assert_eq!(rewritten.join(" "), "2007 sp2 x");
        assert_eq!(
            strip(words("sp1 ru5 ru3v2 rux"), &[Pattern::phrase("ru#"), Pattern::phrase("ru#v#")]).join(" "),
            "sp1 rux"
        );
    }

    #[test]
    fn a_stray_letter_goes_only_if_the_word_is_known_without_it() {
        let known = |word: &str| ["server", "vista", "art"].contains(&word);
        for (word, expected) in
            [("serverr", "server"), ("vistat", "vista"), ("art", "art"), ("2003r", "2003r"), ("beer", "beer")]
        {
            assert_eq!(without_stray_letter(word, known), expected);
        }
    }
}
