//! The format of the files as editors see it: schemas that are current, say what the program reads, and fit every data file;
//! and specimens of which a folder can be made.

use std::collections::BTreeSet;
use std::path::PathBuf;

use canmanage::data::FileKind;
use canmanage::locale::{Language, Messages};
use canmanage::model;
use canmanage::schema::specimen;
use serde_json::Value;
use snapbox::data::DataFormat;
use snapbox::{Data, assert_data_eq};
use strum::IntoEnumIterator as _;

use crate::folder::{self, files, fresh, in_memory, text_of, written};
use crate::program::{in_root, line, run, run_in};

/// The schema of a kind as it is kept.
fn kept(kind: FileKind) -> Value {
    serde_json::from_str(&text_of(format!("data/schema/{kind}.json"))).expect("JSON")
}

/// The kind of a file, by its path in the folder.
fn kind_of(path: &str) -> FileKind {
    let id = path.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).expect("a name");
    let found = FileKind::iter().find(|kind| kind.path(id) == path);
    found.unwrap_or_else(|| panic!("{path} is of no kind: add it to data::kind"))
}

fn parsed(text: &str) -> toml::Table {
    text.parse().expect("TOML")
}

fn as_json(table: &toml::Table) -> Value {
    serde_json::to_value(table).expect("JSON")
}

#[test]
fn the_kept_schemas_are_current() {
    let place = fresh("schemas");
    run(&["data", "schema", "--folder", place.to_str().expect("UTF-8"), "--lang", "en"]).exits(0).silent_on_stdout();
    let all = line("data schema --lang en").exits(0).silent_on_stderr().json();
    for kind in FileKind::iter() {
        let told = line(&format!("data schema {kind} --lang en")).exits(0).silent_on_stderr().stdout;
        let path = in_root(&format!("data/schema/{kind}.json"));
        assert_data_eq!(Data::text(told.clone()).raw(), Data::read_from(&path, Some(DataFormat::Text)).raw());
        let file = text_of(place.join(format!("{kind}.json")));
        assert_eq!((&file, &all["schemas"][kind.name()]), (&told, &kept(kind)));
        assert!(jsonschema::draft7::meta::is_valid(&kept(kind)), "{kind}");
    }
    let names: BTreeSet<String> = FileKind::iter().map(|kind| format!("{kind}.json")).collect();
    for place in [place, in_root("data/schema")] {
        let found = std::fs::read_dir(place).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        assert_eq!(found.map(|name| name.into_string().expect("UTF-8")).collect::<BTreeSet<_>>(), names);
    }
}

#[test]
fn every_data_file_names_its_schema_and_fits_it() {
    for folder in folder::FOLDERS {
        for (_, file) in files(folder).iter() {
            let kind = kind_of(&file.path);
            let named = file.text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).unwrap_or_default();
            let parent: PathBuf = in_root(folder).join(&file.path).parent().expect("a parent").join(named);
            let found = parent.canonicalize().unwrap_or_else(|error| panic!("{folder}/{}: {error}", file.path));
            assert_eq!(found, in_root(&format!("data/schema/{kind}.json")).canonicalize().expect("the schema"));
            let schema = jsonschema::validator_for(&kept(kind)).expect("a schema");
            let value = as_json(&parsed(&file.text));
            let problems: Vec<String> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(problems.is_empty(), "{folder}/{}: {problems:#?}", file.path);
        }
    }
}

/// One thing wrong, or one thing less, at every key of a file.
fn mutations(table: &toml::Table) -> Vec<(String, toml::Table)> {
    let mut all = Vec::new();
    let put = |key: &str, value: Option<toml::Value>, name: &str| {
        let mut changed = table.clone();
        let old = changed.remove(key).expect("the key");
        if let Some(value) = value {
            changed.insert(name.to_owned(), value);
        } else if name != key {
            changed.insert(name.to_owned(), old);
        }
        changed
    };
    for (key, value) in table {
        all.push((format!("{key} missing"), put(key, None, key)));
        all.push((format!("{key} misspelt"), put(key, None, &format!("{key}-x"))));
        all.push((format!("{key} of a wrong type"), put(key, Some(1.5.into()), key)));
        all.push((format!("{key} in a list"), put(key, Some(vec![value.clone()].into()), key)));
        for (what, inner) in within(value) {
            all.push((format!("{key}: {what}"), put(key, Some(inner), key)));
        }
    }
    all
}

fn within(value: &toml::Value) -> Vec<(String, toml::Value)> {
    match value {
        toml::Value::Table(table) => {
            mutations(table).into_iter().map(|(what, table)| (what, toml::Value::Table(table))).collect()
        }
        toml::Value::Array(items) => {
            let change = |(at, item): (usize, &toml::Value)| {
                let wrong = [("an item of a wrong type".to_owned(), toml::Value::from(1.5))];
                let changed = within(item).into_iter().chain(wrong).map(move |(what, inner)| {
                    let mut items = items.clone();
                    items[at] = inner;
                    (what, toml::Value::Array(items))
                });
                changed.collect::<Vec<_>>()
            };
            let longer = items.iter().chain(items.last()).cloned().collect::<Vec<_>>();
            let more = [("one more".to_owned(), longer.into()), ("empty".to_owned(), Vec::<toml::Value>::new().into())];
            items.iter().enumerate().flat_map(change).chain(more).collect()
        }
        _ => Vec::new(),
    }
}

/// The sections of a kind of file, each with the schema of an entry.
fn sections(schema: &Value) -> Vec<(&str, &Value)> {
    let properties = schema["properties"].as_object().into_iter().flatten();
    let entries = properties.flat_map(|(name, section)| {
        [&section["additionalProperties"], &section["items"]].map(|entry| (name.as_str(), entry))
    });
    entries.filter(|(_, entry)| entry["type"] == "object" && !entry["properties"].is_null()).collect()
}

/// The keys of an entry.
fn keys(entry: &Value) -> impl Iterator<Item = &String> {
    entry["properties"].as_object().into_iter().flatten().map(|(key, _)| key)
}

/// The same with an exception in the first entry of each section: specimens show it in a comment only, as they need none.
fn acknowledging(kind: FileKind, mut table: toml::Table) -> toml::Table {
    let one = toml::toml! { code = "unused-source" because = "..." };
    let all = || toml::Value::from(vec![toml::Value::from(one.clone())]);
    let schema = kept(kind);
    for (section, _) in sections(&schema) {
        let first = match table.get_mut(section).expect("the section") {
            toml::Value::Array(entries) => entries.first_mut(),
            toml::Value::Table(entries) => entries.iter_mut().next().map(|(_, entry)| entry),
            _ => None,
        };
        let entry = first.and_then(toml::Value::as_table_mut).expect("an entry");
        entry.insert("acknowledge".to_owned(), all());
    }
    if keys(&schema).any(|key| key == "acknowledge") {
        table.insert("acknowledge".to_owned(), all());
    }
    table
}

#[test]
fn the_schemas_accept_what_the_program_reads_and_nothing_else() {
    let messages = Messages::new(Language::En);
    for kind in FileKind::iter() {
        let schema = jsonschema::validator_for(&kept(kind)).expect("a schema");
        let text = specimen::specimen(kind, &both(), &messages);
        let (mut accepted, mut refused) = (0, 0);
        for (what, table) in mutations(&acknowledging(kind, parsed(&text))) {
            let file = in_memory(&[(&specimen::path(kind), toml::to_string(&table).expect("TOML"))]);
            let (_, report) = model::parse(&file);
            let valid = schema.is_valid(&as_json(&table));
            assert_eq!(valid, report.findings().is_empty(), "{kind}, {what}:\n{:#?}\n{table}", report.findings());
            *(if valid { &mut accepted } else { &mut refused }) += 1;
        }
        assert!(refused >= 10 && (accepted > 0 || kind == FileKind::Knowledge), "{kind}: {accepted} and {refused}");
    }
}

#[test]
fn an_editor_is_told_what_each_key_means() {
    fn walk(schema: &Value, path: &str) {
        for (key, property) in schema["properties"].as_object().into_iter().flatten() {
            let told = property["description"].as_str().unwrap_or_default();
            assert!(!told.is_empty() && !told.starts_with("key-"), "{path}/{key}: {property}");
            for inner in [property, &property["items"], &property["additionalProperties"]] {
                walk(inner, &format!("{path}/{key}"));
            }
        }
    }
    for kind in FileKind::iter() {
        let schema = kept(kind);
        walk(&schema, kind.name());
        schema["definitions"].as_object().into_iter().flatten().for_each(|(name, one)| walk(one, name));
        let korean = line(&format!("data schema {kind} --lang ko")).exits(0).json();
        assert!(korean["description"].as_str().expect("a description").contains(|c| ('가'..='힣').contains(&c)));
    }
}

/// The languages in which the specimens are written.
fn both() -> Vec<String> {
    ["en", "ko"].map(str::to_owned).to_vec()
}

#[test]
fn specimens_make_a_folder_without_a_finding() {
    for language in ["en", "ko"] {
        let place = fresh(&format!("specimens-{language}"));
        for kind in FileKind::iter() {
            let told = line(&format!("data new {kind} --lang {language}")).exits(0).silent_on_stderr().stdout;
            written(&place, &specimen::path(kind), told);
            written(&place, &format!("schema/{kind}.json"), "");
        }
        let folder = place.to_str().expect("UTF-8");
        run(&["data", "check", folder]).exits(0).silent_on_stdout();
        run(&["check", "from=one", "to=two", "--data", folder]).exits(3).says(&["old-to-new"]);
        run(&["setup", "--from", "one", "--manage", "to=one", "--data", folder]).exits(0).says(&["<media>"]);
        for (_, file) in canmanage::data::read_folder(&place).expect("a folder").0.iter() {
            let named = file.text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).expect("a schema");
            let parent = place.join(&file.path).parent().expect("a parent").to_path_buf();
            assert!(parent.join(named).exists(), "{}: {named}", file.path);
        }
    }
}

#[test]
fn a_specimen_has_every_key_and_says_what_it_means() {
    for kind in FileKind::iter() {
        let schema = kept(kind);
        let sections = sections(&schema);
        for language in [Language::En, Language::Ko] {
            let text = specimen::specimen(kind, &both(), &Messages::new(language));
            let lines: Vec<&str> = text.lines().collect();
            let heads_section = |key: &&String| sections.iter().any(|(name, _)| name == key);
            let heads = keys(&schema).filter(|key| !heads_section(key)).map(|key| (kind.name(), key));
            let fields = sections.iter().flat_map(|(name, entry)| keys(entry).map(|key| (*name, key)));
            // What any entry may have is described once, in data/README.md.
            for (scope, key) in heads.chain(fields).filter(|(_, key)| *key != "acknowledge") {
                let shown = |line: &str| {
                    let bare = line.strip_prefix("# ").unwrap_or(line);
                    bare.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with(" = "))
                };
                let in_section = |at: usize| {
                    let header = lines[..at].iter().rev().find(|line| line.starts_with('['));
                    header.map_or(scope == kind.name(), |line| {
                        let section = line.trim_start_matches('[').split(['.', ']']).next();
                        // Permits and forbids have the same keys, and so have values and series; they are shown once.
                        let once = |name: &str| name.replace("forbid", "permit").replace("series", "value");
                        section.map(once) == Some(once(scope))
                    })
                };
                // A table of tables, such as the places of a source, has headers of its own.
                let nested = text.contains(&format!(".{key}."));
                let found = (0..lines.len()).find(|at| shown(lines[*at]) && in_section(*at));
                let Some(at) = found else {
                    assert!(nested, "the specimen of {kind} has no `{key}` in {scope}");
                    continue;
                };
                assert!(lines[at - 1].starts_with("# "), "{kind}: nothing is said of {}", lines[at]);
            }
            let korean = |line: &&&str| line.contains(|c| ('가'..='힣').contains(&c));
            let comments = lines.iter().filter(|line| line.starts_with("# ") && !line.contains(" = {"));
            assert_eq!(comments.filter(korean).count() > 0, language == Language::Ko, "{kind}");
        }
    }
}

#[test]
fn a_specimen_never_takes_the_place_of_a_file() {
    let place = fresh("new-files");
    let new = |file: &str| run_in(&place, &["data", "new", "table", "--output", file]);
    new("table.toml").exits(0).silent_on_stdout().silent_on_stderr();
    assert_eq!(text_of(place.join("table.toml")), line("data new table --lang en").stdout);
    written(&place, "table.toml", "mine");
    new("table.toml").exits(4).silent_on_stdout().complains(&["`table.toml`", "already"]);
    new("no/folder/table.toml").exits(4).complains(&["`no/folder/table.toml`"]);
    assert_eq!(text_of(place.join("table.toml")), "mine");
    assert_eq!(std::fs::read_dir(&place).expect("the place").count(), 1, "nothing is left over");
}

#[test]
fn unknown_kinds_and_formats_are_usage_errors() {
    line("data new tabel").exits(2).silent_on_stdout().complains(&["`tabel`", "`table`"]);
    line("data schema rules").exits(2).silent_on_stdout().complains(&["`rules`", "`expectations`"]);
    line("data new").exits(2).silent_on_stdout();
    for words in ["data new table --format json", "data schema table --format markdown", "data schema table --folder x"]
    {
        line(words).exits(2);
    }
}
