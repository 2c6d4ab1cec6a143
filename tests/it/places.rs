//! Findings as machines are told of them: regions, URIs, and text that ends no command.

use canmanage::diag::{Files, SourceFile};
use canmanage::print::findings::github::{data, property};
use canmanage::print::findings::place::{Folder, Places};

#[test]
fn regions_count_lines_and_utf_16_units_and_are_never_empty() {
    let text = "a = 1\nko = \"한😀글\"\r\n\nlast";
    let mut files = Files::new("");
    files.push(SourceFile { path: "x.toml".to_owned(), text: text.to_owned() });
    let at = |part: &str| text.find(part).expect("the part");
    let places = Places { folder: &Folder::Below(String::new()), files: &files };
    let syllable = at("글");
    for (span, expected) in [
        (0..1, [1, 1, 1, 2]),
        (0..7, [1, 1, 2, 2]),
        (at("한")..at("😀"), [2, 7, 2, 8]),
        (syllable..syllable + 3, [2, 10, 2, 11]),
        (0..0, [1, 1, 1, 2]),
        (5..5, [1, 5, 1, 6]),
        (at("\nlast")..at("\nlast"), [3, 1, 3, 1]),
        (text.len()..text.len(), [4, 4, 4, 5]),
        (syllable + 1..syllable + 1, [2, 10, 2, 11]),
        (1000..2000, [4, 4, 4, 5]),
    ] {
        let region = places.region(&span);
        let found = [region.start_line, region.start_column, region.end_line, region.end_column];
        assert_eq!(found, expected, "{span:?}");
    }
}

#[test]
fn uris_are_relative_and_escaped() {
    let mut files = Files::new("");
    let file = Some(files.push(SourceFile { path: "tables/a:b #1% 한.toml".to_owned(), text: String::new() }));
    let escaped = "tables/a%3Ab%20%231%25%20%ED%95%9C.toml";
    for (folder, uri, base) in [
        (Folder::Below("my data".to_owned()), format!("my%20data/{escaped}"), None),
        (Folder::Below(String::new()), escaped.to_owned(), None),
        (Folder::Elsewhere("/x y".to_owned()), escaped.to_owned(), Some("file:///x%20y/")),
        (Folder::Elsewhere("C:/x".to_owned()), escaped.to_owned(), Some("file:///C%3A/x/")),
    ] {
        let places = Places { folder: &folder, files: &files };
        assert_eq!((places.uri(file).as_str(), places.base().as_deref()), (uri.as_str(), base));
    }
    let places = Places { folder: &Folder::Elsewhere("/x".to_owned()), files: &files };
    assert_eq!(places.path(None), "/x/knowledge.toml", "what is about no file");
}

#[test]
fn nothing_in_a_text_ends_the_command() {
    for (text, as_data, as_property) in [
        ("plain", "plain", "plain"),
        ("50% a, b: c", "50%25 a, b: c", "50%25 a%2C b%3A c"),
        ("a\n::error::b", "a%0A::error::b", "a%0A%3A%3Aerror%3A%3Ab"),
        ("a\r\nb", r"a\u{d}%0Ab", r"a\u{d}%0Ab"),
        ("%0A\u{1b}[0m", r"%250A\u{1b}[0m", r"%250A\u{1b}[0m"),
    ] {
        assert_eq!((data(text).as_str(), property(text).as_str()), (as_data, as_property));
    }
}
