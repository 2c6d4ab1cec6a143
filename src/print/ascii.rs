//! Text for a console whose code page has few signs: every sign outside ASCII becomes one inside it of the same width, so that nothing
//! moves. Letters lose their accents; those of another writing, such as Hangul, stay, as there is no other way to write them.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text without a sign outside ASCII.
pub fn signs(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.chars().flat_map(sign).collect()) }
}

/// JSON in which some characters are escaped, any of which stands in its strings only.
pub fn escaped(json: &str, which: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if which(c) {
            out.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// A character as one of ASCII, or as it is where it is a letter of another writing.
fn sign(c: char) -> impl Iterator<Item = char> {
    let known = match c {
        c if c.is_ascii() => c,
        '✗' | '×' => 'x',
        '·' | '•' | '★' => '*',
        '→' => '>',
        '–' | '—' | '─' => '-',
        '│' | '┃' => '|',
        '✓' | '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '…' => '.',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        _ => '\0',
    };
    let bare = std::iter::once(c).nfkd().find(|part| !is_combining_mark(*part)).filter(char::is_ascii);
    let letter = Some(c).filter(|c| c.is_alphanumeric() || is_combining_mark(*c));
    Some(known).filter(|known| *known != '\0').or(bare).or(letter).or(Some('?')).into_iter()
}
