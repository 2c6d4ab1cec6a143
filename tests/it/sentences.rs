//! What is said, in both languages: the program's own sentences in src/locale/*.ftl, and the texts of the data.

use std::collections::{BTreeMap, BTreeSet};

use canmanage::data::FileKind;
use canmanage::lint;
use canmanage::locale::{Language, Messages, printable, tag_of_locale};
use canmanage::model::{Basis, Origin, Reply, Verdict};
use canmanage::schema;
use canmanage::view::record::RecordKind;
use serde_json::Value;
use strum::IntoEnumIterator as _;

use crate::folder::{self, text_of};
use crate::house::{code, sources};
use crate::program::line;

/// The sentences of a language by id, as written.
fn sentences(language: &str) -> BTreeMap<String, String> {
    let read = |file: String| text_of(format!("src/locale/{file}"));
    let files = ["", ".program", ".editing", ".findings"].map(|part| format!("{language}{part}.ftl"));
    let text: String = files.map(read).concat();
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_once(" = ") {
            Some((id, sentence)) if !line.starts_with([' ', '}']) => found.push((id.to_owned(), sentence.to_owned())),
            _ => found.last_mut().expect("a sentence").1.push_str(line),
        }
    }
    let sentences: BTreeMap<String, String> = found.iter().cloned().collect();
    assert_eq!(sentences.len(), found.len(), "{language}: an id stands twice");
    sentences
}

/// Names that stand behind `$`.
fn arguments(sentence: &str) -> BTreeSet<&str> {
    let end = |text: &str| text.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(text.len());
    sentence.split('$').skip(1).map(|text| &text[..end(text)]).collect()
}

/// What is left of a sentence without `{ ... }`, selectors kept.
fn said(sentence: &str) -> String {
    let mut rest = String::new();
    let mut inside = false;
    for piece in sentence.split_inclusive(['{', '}']) {
        if !inside || piece.contains("->") {
            rest.push_str(piece);
        }
        inside = piece.ends_with('{');
    }
    rest.replace(['{', '}'], "")
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// String literals in the code of these files that stand between two pieces of code.
fn literals(files: &str, around: &[(&str, &str)]) -> BTreeSet<String> {
    let texts: Vec<String> =
        sources().iter().filter(|(path, _)| path.contains(files)).map(|(_, text)| code(text)).collect();
    let between = |text: &String, (before, after): &(&str, &str)| -> Vec<String> {
        let front = format!("{before}\"");
        let found = text.split(front.as_str()).skip(1).filter_map(|rest| rest.split_once('"'));
        found.filter(|(_, rest)| rest.starts_with(after)).map(|(literal, _)| literal.to_owned()).collect()
    };
    texts.iter().flat_map(|text| around.iter().flat_map(|pair| between(text, pair)).collect::<Vec<_>>()).collect()
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_arguments() {
    let (english, korean) = (sentences("en"), sentences("ko"));
    assert_eq!(english.keys().collect::<Vec<_>>(), korean.keys().collect::<Vec<_>>());
    for (id, sentence) in &english {
        assert_eq!(arguments(sentence), arguments(&korean[id]), "{id}");
    }
    assert!(english.len() > 150, "the files were read: {}", english.len());
}

#[test]
fn korean_is_korean_and_english_english() {
    // Signs and names that are the same in every language.
    let same = ["cell-undocumented"];
    for (id, sentence) in sentences("ko") {
        let words = said(&sentence);
        let passed_on = words.chars().all(|c| !c.is_alphabetic());
        assert!(words.contains(is_hangul) || passed_on || same.contains(&id.as_str()), "{id} = {sentence}");
        let either = ["(를)", "(가)", "(는)", "(으)", "(과)", "(이)"];
        assert!(
            !either.iter().any(|particle| sentence.contains(particle)),
            "a particle in brackets: {id} = {sentence}"
        );
    }
    for (id, sentence) in sentences("en") {
        assert!(!sentence.contains(is_hangul), "{id} = {sentence}");
    }
}

#[test]
fn every_sentence_that_is_asked_for_exists() {
    let known = sentences("en");
    // `.text("...")` says a sentence, `.text("...", ...)` adds a field to an entry.
    let mut asked = literals(
        "",
        &[("Message::new(", ")"), (".word(", ")"), (".text(", ")"), ("titled(", ""), ("headed(", ""), ("of_file(", "")],
    );
    let fields = literals("listing", &[(".text(", ","), (".list(", ","), (".number(", ",")]);
    assert!(asked.len() > 80 && fields.len() > 20, "the code was read: {} and {}", asked.len(), fields.len());
    asked.extend(fields.into_iter().map(|field| format!("field-{field}")));
    for (prefix, names) in computed() {
        asked.extend(names.into_iter().map(|name| format!("{prefix}{name}")));
    }
    let missing: Vec<&String> = asked.iter().filter(|id| !known.contains_key(*id)).collect();
    assert!(missing.is_empty(), "no such sentence: {missing:?}");
}

/// Keys and sections of a plan file, each with a comment where it first stands.
const PLAN_KEYS: &str = "from to kind on to-system node name role level update status server state machines group";

/// Sentences whose ids are put together, by the registry they follow.
fn computed() -> BTreeMap<&'static str, Vec<String>> {
    let codes = || lint::codes().iter().map(ToString::to_string).collect();
    let strings = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let verdicts: Vec<String> = Verdict::iter().map(|verdict| verdict.to_string()).collect();
    let replies: Vec<String> = Reply::iter().map(|reply| reply.to_string()).collect();
    let file_kinds: Vec<FileKind> = FileKind::iter().collect();
    let messages = Messages::new(Language::En);
    let schemas = file_kinds.iter().map(|kind| (*kind, schema::schema(*kind, &messages)));
    let counted = line("data stats --format json").json();
    let stats = counted["entries"].as_object().expect("entries").keys().cloned().collect();
    // A key has a sentence of its own in a section, or one that is the same in all.
    let english = sentences("en");
    let has = |id: &str| english.contains_key(id);
    let mut scopes = Vec::new();
    schemas.for_each(|(kind, schema)| collect(kind.name(), &schema, &mut scopes));
    let (mut keys, mut sections) = (Vec::new(), vec!["place".to_owned()]);
    for (scope, key) in scopes {
        let own = format!("{scope}-{key}");
        match scope.parse::<FileKind>() {
            _ if has(&format!("key-{own}")) => keys.push(own),
            Ok(_) if has(&format!("section-{key}")) => sections.push(key),
            _ => keys.push(key),
        }
    }
    BTreeMap::from([
        ("", codes()),
        ("basis-", Basis::iter().map(|basis| basis.to_string()).collect()),
        ("cell-", strings(&["stated", "reading", "inferred", "unsupported", "undocumented"])),
        ("code-", codes()),
        ("diff-", strings(&["added", "removed", "changed", "reordered"])),
        ("exit-", strings(&["clean", "unsupported", "usage", "unclear", "input"])),
        ("file-", file_kinds.iter().map(ToString::to_string).collect()),
        ("key-", keys),
        ("section-", sections),
        ("kind-", RecordKind::iter().map(|kind| kind.to_string()).collect()),
        ("legend-", strings(&["stated", "reading", "inferred", "unsupported", "undocumented", "unstated"])),
        ("means-", verdicts.clone()),
        ("mend-", codes()),
        ("origin-", Origin::iter().map(|origin| origin.to_string()).collect()),
        ("replied-", replies.clone()),
        ("reply-", replies),
        ("setup-", verdicts.clone()),
        ("severity-", strings(&["warning", "error", "fatal"])),
        ("plan-", PLAN_KEYS.split(' ').map(str::to_owned).collect()),
        ("stats-", stats),
        ("upgrade-", verdicts.clone()),
        ("upgrade-state-", strings(&["before", "middle", "after"])),
        ("verdict-", verdicts),
        ("why-", codes()),
    ])
}

/// Each key of a schema with the section or definition it stands in.
fn collect(scope: &str, schema: &Value, keys: &mut Vec<(String, String)>) {
    match schema {
        Value::Array(items) => items.iter().for_each(|item| collect(scope, item, keys)),
        Value::Object(map) => {
            for (key, inner) in map {
                let named = match inner {
                    Value::Object(named) if key == "properties" || key == "definitions" => named,
                    _ => {
                        collect(scope, inner, keys);
                        continue;
                    }
                };
                for (name, inner) in named {
                    if key == "properties" {
                        keys.push((scope.to_owned(), name.clone()));
                    }
                    collect(&name.to_lowercase(), inner, keys);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn no_sentence_is_left_over() {
    let code: String = sources().values().map(|text| code(text)).collect();
    let computed: BTreeSet<String> = computed()
        .into_iter()
        .flat_map(|(prefix, names)| names.into_iter().map(move |name| format!("{prefix}{name}")))
        .collect();
    for id in sentences("en").keys() {
        let field = id.strip_prefix("field-").is_some_and(|name| code.contains(&format!("(\"{name}\"")));
        let usual = id.strip_prefix("help-").is_some_and(|name| lint::code(name).is_some());
        let help = usual || id.starts_with("cmd-") || id.starts_with("arg-"); // the latter two below
        assert!(field || help || computed.contains(id) || code.contains(&format!("\"{id}\"")), "nothing says {id}");
    }
}

#[test]
fn help_speaks_every_command_and_argument_in_both_languages() {
    for language in ["en", "ko"] {
        // `cmd-data-check` is said of `canmanage data check`
        let known = sentences(language);
        let commands = known.keys().filter_map(|id| id.strip_prefix("cmd-"));
        let commands = commands.map(|path| if path == "canmanage" { String::new() } else { path.replace('-', " ") });
        let help: Vec<String> =
            commands.map(|command| line(&format!("{command} --help --lang {language}")).exits(0).stdout).collect();
        for text in &help {
            crate::golden::fits(text, 80);
        }
        // Sentences are wrapped, and where depends on the width: words count, not what stands between them.
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let help = words(&help.concat());
        assert!(!help.contains("cmd-") && !help.contains("arg-"), "an id where a sentence should be:\n{help}");
        for (id, sentence) in &known {
            if id.starts_with("cmd-") || id.starts_with("arg-") {
                assert!(help.contains(&words(sentence)), "{language}: no help says {id}");
            }
        }
    }
}

/// Every text of a file with the key it stands under: a table with a language for a key. Lists by language are cues, no texts.
pub fn texts(key: &str, value: &toml::Value, found: &mut Vec<(String, toml::Table)>) {
    match value {
        toml::Value::Table(table) if table.contains_key("en") || table.contains_key("ko") => {
            let cues = table.values().all(toml::Value::is_array);
            found.extend((!cues).then(|| (key.to_owned(), table.clone())));
        }
        toml::Value::Table(table) => table.iter().for_each(|(key, value)| texts(key, value, found)),
        toml::Value::Array(values) => values.iter().for_each(|value| texts(key, value, found)),
        _ => {}
    }
}

#[test]
fn every_text_of_the_data_is_said_in_both_languages() {
    // Sentences; names and titles may be the same in any language.
    let sentences = ["because", "text", "question", "find-out", "note"];
    for name in folder::FOLDERS {
        let mut found = Vec::new();
        for (_, file) in folder::files(name).iter() {
            texts("", &toml::Value::Table(file.text.parse().expect("TOML")), &mut found);
        }
        assert!(found.len() > 50, "{name}: {}", found.len());
        for (key, text) in found {
            let say = |language: &str| text.get(language).and_then(toml::Value::as_str).unwrap_or_default();
            let (english, korean) = (say("en"), say("ko"));
            assert!(!english.trim().is_empty() && !korean.trim().is_empty() && text.len() == 2, "{name}: {text:?}");
            assert!(!english.contains(is_hangul), "{name}: {english}");
            assert!(korean.contains(is_hangul) || !sentences.contains(&key.as_str()), "{name}: {key} = {korean}");
        }
    }
}

/// Every list of cues: a table with lists under languages.
fn cues(value: &toml::Value, found: &mut Vec<toml::Table>) {
    match value {
        toml::Value::Table(table) if table.values().all(toml::Value::is_array) && table.contains_key("en") => {
            found.push(table.clone());
        }
        // A set may be of one language alone: what it is for may be said otherwise in the other.
        toml::Value::Table(table) => {
            table.iter().filter(|(key, _)| *key != "sets").for_each(|(_, value)| cues(value, found));
        }
        toml::Value::Array(values) => values.iter().for_each(|value| cues(value, found)),
        _ => {}
    }
}

#[test]
fn cues_stand_under_the_language_they_are_of() {
    let mut found = Vec::new();
    for (_, file) in folder::files("data").iter() {
        cues(&toml::Value::Table(file.text.parse().expect("TOML")), &mut found);
    }
    assert!(found.len() > 50, "{}", found.len());
    for table in found {
        assert!(table.len() == 2 && table.contains_key("ko"), "one list a language: {table}");
        for (language, list) in &table {
            let cues: Vec<&str> = list.as_array().into_iter().flatten().filter_map(toml::Value::as_str).collect();
            assert_eq!(cues.len(), list.as_array().map_or(0, Vec::len), "{language}: {list}");
            let foreign: Vec<_> = cues.iter().filter(|cue| language == "en" && cue.contains(is_hangul)).collect();
            assert!(foreign.is_empty(), "Korean among the English: {foreign:?}");
        }
    }
}

#[test]
fn hostile_characters_come_out_visible() {
    for (text, shown) in [
        ("plain 한글 é 👩‍💻", "plain 한글 é 👩‍💻"),
        ("a\nb\tc", "a b c"),
        ("\u{1b}[31mred", r"\u{1b}[31mred"),
        ("\r\0\u{7f}\u{85}\u{9b}", r"\u{d}\u{0}\u{7f}\u{85}\u{9b}"),
        ("\u{202a}\u{202e}", r"\u{202a}\u{202e}"),
        ("\u{2066}\u{2069}", r"\u{2066}\u{2069}"),
        ("\u{200e}\u{200f}\u{61c}", r"\u{200e}\u{200f}\u{61c}"),
        ("\u{2028}\u{2029}", r"\u{2028}\u{2029}"),
        ("\u{200b}\u{feff}\u{e0041}", r"\u{200b}\u{feff}\u{e0041}"),
    ] {
        assert_eq!(printable(text), shown);
        assert_eq!(printable(shown), shown, "twice is the same as once");
    }
}

#[test]
fn a_locale_gives_its_language_or_english() {
    for (locale, tag, spoken) in [
        ("ko_KR.UTF-8", "ko-KR", Language::Ko),
        ("ko", "ko", Language::Ko),
        ("kok_IN", "kok-IN", Language::En),
        ("ja_JP.eucJP", "ja-JP", Language::En),
        ("zh-Hant-TW", "zh-Hant-TW", Language::En),
        ("de_DE@euro", "de-DE", Language::En),
        ("C", "en", Language::En),
        ("", "en", Language::En),
    ] {
        assert_eq!(tag_of_locale(locale), tag, "{locale}");
        assert_eq!(Messages::of_tag(tag).language(), spoken, "{locale}");
    }
}
