//! The rules of the house, held by the text of src/ itself: who may import whom, no product, no long file, one list of codes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use canmanage::diag::Code;
use canmanage::lint;

use crate::program::{in_root, line};

/// What each module imports, no more and no less. To its right in the pipeline there is nothing it may name.
const IMPORTS: &[(&str, &str)] = &[
    ("advise", "decide knowledge model"),
    ("ask", "decide knowledge locale model"),
    (
        "cli",
        "advise ask compile cover data decide diag diff embedded knowledge ledger lint locale model print render schema view",
    ),
    ("compile", "data diag knowledge locale model"),
    ("cover", "knowledge"),
    ("data", "diag locale"),
    ("decide", "diag knowledge locale model"),
    ("diag", "locale"),
    ("diff", "cover decide diag knowledge lint model"),
    ("embedded", "diag knowledge model"),
    ("knowledge", "diag model"),
    ("ledger", "cover decide knowledge lint model"),
    ("lib", ""),
    ("lint", "cover decide diag knowledge locale model"),
    ("locale", ""),
    ("model", "data diag locale"),
    ("print", "locale model view"),
    ("render", "advise ask cover data decide diag diff knowledge ledger lint locale model print view"),
    ("schema", "locale model"),
    ("view", "advise ask decide knowledge locale model"),
];

/// Words that only the knowledge may use. `windows` as a method of slices is none of them.
const PRODUCT_WORDS: &str = "2003 2007 2008 adminpak ccr clustered cms exchange kubectl kubelet kubernetes mailbox microsoft \
     outlook powershell rollup rsat rtm scc servermanagercmd sp1 sp2 sp3 standalone technet vista windows xp";

const LONGEST_FILE: usize = 400;

/// The files of src/ by their path in it, whole.
pub fn sources() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![in_root("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("src/").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let path = entry.strip_prefix(in_root("src")).expect("inside").display().to_string();
                found.insert(path, std::fs::read_to_string(entry).expect("text"));
            }
        }
    }
    found
}

/// The code of a file: no comments, and not the tests at its end.
pub fn code(text: &str) -> String {
    let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
    let bare = shipped.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    bare.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The top-level module that a file belongs to.
fn module(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

/// Names that stand behind `crate::`, one or several in braces.
fn imported(code: &str) -> BTreeSet<&str> {
    let name = |text: &'_ str| text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let behind = code.match_indices("crate::").map(|(at, found)| &code[at + found.len()..]);
    let names = behind.flat_map(|rest| match rest.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
        None => vec![rest],
    });
    names.map(|text| &text[..name(text)]).filter(|name| !name.is_empty()).collect()
}

#[test]
fn modules_import_what_the_table_says_and_nothing_else() {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in sources().iter().filter(|(path, _)| *path != "main.rs") {
        let code = code(text);
        let names = imported(&code).into_iter().filter(|name| *name != module(path)).map(str::to_owned);
        found.entry(module(path).to_owned()).or_default().extend(names);
        let root = !path.contains('/') && code.contains("super::");
        assert!(!root && !code.contains("super::super::super::"), "{path} reaches out of its module with `super`");
    }
    let words = |names: &str| names.split_whitespace().map(str::to_owned).collect();
    let table: BTreeMap<String, BTreeSet<String>> =
        IMPORTS.iter().map(|(module, names)| ((*module).to_owned(), words(names))).collect();
    assert_eq!(found, table, "imports (left) and the table in {} (right)", file!());
}

#[test]
fn the_engine_knows_no_product() {
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.ends_with("tests.rs")) {
        for (number, line) in code(&text).lines().enumerate() {
            let plain = line.to_lowercase().replace(".windows(", "");
            let mut words = plain.split(|c: char| !c.is_alphanumeric());
            let found = words.find(|word| PRODUCT_WORDS.split_whitespace().any(|own| own == *word));
            assert_eq!(found, None, "src/{path}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn only_the_command_line_prints_reads_the_environment_or_the_clock() {
    let io =
        ["println!", "eprintln!", "std::env", "env::", "SystemTime", "Instant::", "std::net", "process::", "stdout()"];
    for (path, text) in sources().iter().filter(|(path, _)| !["cli", "main"].contains(&module(path))) {
        let code = code(text).replace("env!", "");
        let found = io.iter().find(|word| code.contains(*word));
        assert_eq!(found, None, "src/{path}");
        assert!(module(path) == "data" || !code.contains("fs::"), "src/{path} reads files, which only `data` does");
    }
}

#[test]
fn no_file_is_longer_than_a_reader_likes() {
    for (path, text) in sources() {
        assert!(text.lines().count() <= LONGEST_FILE, "src/{path} has {} lines", text.lines().count());
        assert!(text.starts_with("//!"), "src/{path} does not say what it is");
    }
}

#[test]
fn codes_are_documented_and_listed() {
    let names: Vec<&str> = lint::codes().into_iter().map(Code::name).collect();
    assert!(names.is_sorted_by(|one, next| one < next), "a name stands twice: {names:?}");
    let told = line("list codes --format json").exits(0).json();
    let listed: Vec<&str> =
        told["entries"].as_array().expect("entries").iter().filter_map(|entry| entry["id"].as_str()).collect();
    assert_eq!(listed, names);
    for entry in told["entries"].as_array().expect("entries") {
        for key in ["title", "severity"] {
            let text = entry[key].as_str().expect(key);
            assert!(!text.starts_with("code-") && !text.starts_with("severity-") && !text.is_empty(), "{entry}");
        }
    }
}

#[test]
fn every_lint_is_registered() {
    let sources = sources();
    let lints = sources.iter().filter(|(path, text)| path.starts_with("lint/") && text.contains("static LINT: Lint"));
    let lints: Vec<String> = lints.map(|(path, _)| path.replace("lint/", "").replace(".rs", "::LINT")).collect();
    assert!(lints.len() > 10, "{lints:?}");
    let missing: Vec<_> = lints.iter().filter(|lint| !sources["lint.rs"].contains(&format!("    &{lint},"))).collect();
    assert!(missing.is_empty(), "add to LINTS in src/lint.rs: {missing:?}");
}
