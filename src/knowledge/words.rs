//! Names as words: the form in which names are compared, however an inventory or a person wrote them.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::limits;

/// Signs that inventories add to names, and what becomes of them on the way through other encodings.
const SIGNS: [&str; 9] = ["(r)", "(R)", "(tm)", "(TM)", "(c)", "(C)", "â„¢", "¢ç", "Â"];

/// What they begin with.
const SIGN_BEGINNINGS: [char; 4] = ['(', 'â', '¢', 'Â'];

/// The same as single characters.
const SIGN_CHARACTERS: [char; 5] = ['®', '™', '©', '\u{fffd}', '?'];

/// Letters that stand where a sign was, at the end of a word.
const STRAY_LETTERS: [char; 3] = ['r', 't', 'c'];

/// An arrow in running text is a word of its own.
pub const ARROWS: [&str; 5] = ["->", "=>", "→", "⇒", "➜"];

/// As a word.
pub const ARROW: &str = "→";

/// What stands between words, without the signs of names.
pub fn without_signs(text: &str) -> String {
    SIGNS.iter().fold(text.to_owned(), |text, sign| text.replace(sign, ""))
}

/// A word of a text, and the bytes of the text that it was made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Signs dropped, one letter case, one Unicode form.
    pub text: String,
    /// Where it stands.
    pub span: Range<usize>,
    /// For each character of `text`, where the bytes end that it was made of.
    pub(crate) ends: Vec<usize>,
}

impl AsRef<str> for Word {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl Word {
    /// The word parted behind one of its characters: what is before it, and the rest.
    pub fn parted(&self, characters: usize) -> Option<(Self, Self)> {
        let (at, _) = self.text.char_indices().nth(characters)?;
        let (front, rest) = self.text.split_at_checked(at)?;
        let border = *self.ends.get(characters.checked_sub(1)?)?;
        let (ends, more) = self.ends.split_at_checked(characters)?;
        let front = Self { text: front.to_owned(), span: self.span.start..border, ends: ends.to_vec() };
        Some((front, Self { text: rest.to_owned(), span: border..self.span.end, ends: more.to_vec() }))
    }
}

/// A number that nobody writes, in place of `#` while a cue is parted into words.
const STAND_IN: &str = "918273645546372819";

/// The words of a name: signs dropped, one letter case, one Unicode form.
pub fn split(text: &str) -> Vec<String> {
    spanned(text).into_iter().map(|word| word.text).collect()
}

pub fn spanned(text: &str) -> Vec<Word> {
    let plain = plain(text);
    let character = |at: usize| plain.get(at).map(|(character, _)| *character);
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, (now, bytes)) in plain.iter().enumerate() {
        let before = at.checked_sub(1).and_then(character);
        if !belongs(before, *now, character(at + 1)) {
            open = false;
            continue;
        }
        let same_script = before.is_some_and(|before| is_hangul(before) == is_hangul(*now));
        match words.last_mut().filter(|_| open && same_script) {
            Some(word) => {
                word.text.push(*now);
                word.span.end = bytes.end;
                word.ends.push(bytes.end);
            }
            None => words.push(Word { text: now.to_string(), span: bytes.clone(), ends: vec![bytes.end] }),
        }
        open = true;
    }
    words
}

/// The characters as they are compared, each with the bytes it was made of; a space for every sign.
fn plain(text: &str) -> Vec<(char, Range<usize>)> {
    let mut signs: Vec<Range<usize>> = Vec::new();
    if text.contains(SIGN_BEGINNINGS) {
        for sign in SIGNS {
            signs.extend(text.match_indices(sign).map(|(at, sign)| at..at + sign.len()));
        }
        signs.sort_by_key(|sign| sign.start);
    }
    let mut signs = signs.into_iter().peekable();
    let mut is_sign = |at: usize, first: &str| {
        while signs.next_if(|sign| sign.end <= at).is_some() {}
        first.starts_with(SIGN_CHARACTERS) || signs.peek().is_some_and(|sign| sign.contains(&at))
    };
    let mut plain = Vec::with_capacity(text.len());
    // Most texts are of nothing that could be one with its neighbour or have another form.
    let stands_alone = |character: char| character.is_ascii() || matches!(character, '\u{ac00}'..='\u{d7a3}');
    if text.chars().all(stands_alone) {
        for (at, character) in text.char_indices() {
            let sign = is_sign(at, text.get(at..).unwrap_or_default());
            plain.push((if sign { ' ' } else { character.to_ascii_lowercase() }, at..at + character.len_utf8()));
        }
        return plain;
    }
    for (at, grapheme) in text.grapheme_indices(true) {
        let bytes = at..at + grapheme.len();
        if is_sign(at, grapheme) {
            plain.push((' ', bytes));
        } else {
            plain.extend(grapheme.nfkc().flat_map(char::to_lowercase).map(|character| (character, bytes.clone())));
        }
    }
    plain
}

/// The word without a stray last letter, if it is unknown with it and known without.
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

/// Whether a character is written in Hangul, whose words take endings.
pub fn is_hangul(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}')
}

/// A word in which `#` stands for a number: `sp#` is `sp1`, `sp2`, ...
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pattern(String);

impl Pattern {
    /// The patterns of a phrase, one a word.
    pub fn phrase(text: &str) -> Vec<Self> {
        text.split_whitespace().map(|word| Self(word.to_lowercase())).collect()
    }

    /// The patterns of a cue: parted as running text is, with `#` for a number.
    pub fn cue(text: &str) -> Vec<Self> {
        if ARROWS.contains(&text.trim()) {
            return vec![Self(ARROW.to_owned())];
        }
        if !text.contains('#') {
            return split(text).into_iter().map(Self).collect();
        }
        let parted = split(&text.replace('#', STAND_IN)).into_iter();
        parted.map(|word| Self(word.replace(STAND_IN, "#"))).collect()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn fits(&self, word: &str) -> bool {
        self.fit(word).is_some()
    }

    /// The word itself, or nothing if it has a `#` in it.
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
pub fn fit_phrase<'w, W: AsRef<str>>(phrase: &[Pattern], words: &'w [W]) -> Option<Vec<&'w str>> {
    if phrase.is_empty() || words.len() < phrase.len() {
        return None;
    }
    // The first letter tells most phrases apart from most words.
    let first = |text: &str| text.bytes().next();
    let (begins, begun) = (first(&phrase.first()?.0), first(words.first()?.as_ref()));
    if begins != begun && begins != Some(b'#') {
        return None;
    }
    let mut numbers = Vec::new();
    for (pattern, word) in phrase.iter().zip(words) {
        numbers.extend(pattern.fit(word.as_ref())?);
    }
    Some(numbers)
}

pub fn fill_phrase(phrase: &[Pattern], numbers: Vec<&str>) -> Vec<String> {
    let mut numbers = numbers.into_iter();
    phrase.iter().map(|pattern| pattern.fill(&mut numbers)).collect()
}

/// Replaces `from` by `to` wherever it stands, and says whether it stands nowhere any more that it was to be replaced at: a phrase
/// that grows is not replaced any further once there are more words than any name has. Most phrases stand nowhere in most names, so
/// nothing is built until one does.
pub fn replace(words: &mut Vec<String>, from: &[Pattern], to: &[Pattern]) -> bool {
    let fits = |at: usize| words.get(at..).and_then(|rest| fit_phrase(from, rest));
    let Some(first) = (0..words.len()).find(|at| fits(*at).is_some()) else { return true };
    let most = limits::WORDS.max(words.len());
    let mut done: Vec<String> = words.iter().take(first).cloned().collect();
    let mut at = first;
    while let Some(word) = words.get(at) {
        match fits(at).filter(|_| done.len() <= most) {
            Some(numbers) => {
                done.extend(fill_phrase(to, numbers));
                at += from.len();
            }
            None => {
                done.push(word.clone());
                at += 1;
            }
        }
    }
    *words = done;
    words.len() <= most
}

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
