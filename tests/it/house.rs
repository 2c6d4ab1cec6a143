//! The rules of the house, held by the text of src/ itself: who may import whom, no product, no long file, one list of codes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use canmanage::diag::Code;
use canmanage::lint;

use crate::folder::{FOLDERS, files, text_of};
use crate::program::{in_root, line};

/// What each module imports, no more and no less. To its right in the pipeline there is nothing it may name.
const IMPORTS: &[(&str, &str)] = &[
    ("advisor", "advise compile data decide diag embedded knowledge locale view"),
    ("advise", "decide knowledge model"),
    ("ask", "decide knowledge limits locale model"),
    (
        "cli",
        "advise ask compile data decide diag embedded knowledge limits lint locale model page print review schema \
         upgrade view",
    ),
    ("compile", "data diag knowledge limits locale model"),
    ("data", "diag limits locale"),
    ("decide", "diag knowledge locale model"),
    ("diag", "limits locale"),
    ("embedded", "knowledge"),
    ("knowledge", "data diag limits model"),
    ("lib", ""),
    ("limits", ""),
    ("lint", "decide diag knowledge locale model review"),
    ("locale", "sentences"),
    ("model", "data diag limits locale"),
    ("page", "advise decide knowledge locale model print view"),
    ("print", "data diag knowledge lint locale model review view"),
    ("review", "decide diag knowledge limits model upgrade"),
    ("schema", "data locale model"),
    ("sentences", ""),
    ("upgrade", "decide diag knowledge locale model"),
    ("view", "advise ask decide diag knowledge lint locale model review upgrade"),
];

/// Words that only the knowledge may use. `windows` as a method of slices is none of them.
const PRODUCT_WORDS: &str = "2003 2007 2008 adminpak ccr clustered cms exchange kubectl kubelet kubernetes mailbox microsoft \
     outlook rollup rsat rtm scc servermanagercmd sp1 sp2 sp3 standalone technet vista windows xp";

/// Words of a product all the same: the name of an option that is promised.
const PROMISED: (&str, &str) = ("cli/args.rs", "    #[arg(long, alias = \"cms\", value_name = \"NAME=FACTS\")]");

const LONGEST_FILE: usize = 400;

/// The files of src/ by their path in it, whole.
pub fn sources() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![in_root("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("src/").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                let path = entry.strip_prefix(in_root("src")).expect("inside").display().to_string();
                let path = path.replace(std::path::MAIN_SEPARATOR, "/");
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

/// Files that import each other in a circle, and why they do all the same.
const CIRCLES: &[(&str, &str)] =
    &[("ask.rs ask/facts.rs ask/session.rs", "a reading is made of facts, and sessions change a reading")];

/// What stands behind `use`, without braces: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<String> {
    let Some((before, rest)) = tree.split_once('{') else { return vec![tree.split_whitespace().collect()] };
    let inside = rest.rsplit_once('}').map_or(rest, |(inside, _)| inside);
    let mut depth = 0;
    let parts = inside.split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    parts.flat_map(|part| paths(&format!("{before}{part}"))).collect()
}

/// The files that a file imports from.
fn files_imported(path: &str, text: &str, files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let code = code(text);
    let own: Vec<&str> = match path {
        "lib.rs" | "main.rs" => Vec::new(),
        path => path.trim_end_matches(".rs").split('/').collect(),
    };
    // A module that only passes on what its files hold (`pub use`) takes nothing from them.
    let used = code.split(';').filter_map(|statement| statement.rsplit_once("use "));
    let used = used.filter(|(before, _)| !before.ends_with("pub ")).flat_map(|(_, tree)| paths(tree));
    let inline = ["crate::", "super::"].into_iter().flat_map(|root| code.match_indices(root));
    let inline = inline.map(|(at, _)| {
        let end = code[at..].find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
        code[at..at + end.unwrap_or(0)].to_owned()
    });
    let file = |import: String| {
        let mut words: Vec<&str> = import.split("::").collect();
        let mut whole = match words.first().copied() {
            Some("crate") => Vec::new(),
            Some("self") => own.clone(),
            Some("super") => own[..own.len() - words.iter().take_while(|word| **word == "super").count()].to_vec(),
            // A name without a root is a module of this one, or another crate.
            Some(first) if files.contains_key(&format!("{}.rs", [&own[..], &[first]].concat().join("/"))) => {
                own.clone()
            }
            _ => return None,
        };
        words.retain(|word| !["crate", "self", "super"].contains(word));
        whole.extend(words);
        (1..=whole.len())
            .rev()
            .map(|length| format!("{}.rs", whole[..length].join("/")))
            .find(|file| files.contains_key(file))
    };
    let mut found: BTreeSet<String> = used.chain(inline).filter_map(file).collect();
    found.remove(path);
    found
}

/// The files that a file needs, whichever way.
fn reached_from<'a>(from: &str, imports: &'a BTreeMap<&str, BTreeSet<String>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = imports[from].iter().map(String::as_str).collect();
    while let Some(path) = next.pop() {
        if reached.insert(path) {
            next.extend(imports[path].iter().map(String::as_str));
        }
    }
    reached
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let files = sources();
    let imports: BTreeMap<&str, BTreeSet<String>> =
        files.iter().map(|(path, text)| (path.as_str(), files_imported(path, text, &files))).collect();
    assert!(imports["cli.rs"].contains("locale.rs"), "imports were read: {:?}", imports["cli.rs"]);
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        files.keys().map(|path| (path.as_str(), reached_from(path, &imports))).collect();
    let circle = |path: &&str| {
        let members = reached[path].iter().filter(|other| reached[*other].contains(path));
        members.copied().collect::<Vec<&str>>().join(" ")
    };
    let found: BTreeSet<String> = reached.keys().filter(|path| reached[*path].contains(*path)).map(circle).collect();
    let known: BTreeSet<String> = CIRCLES.iter().map(|(files, _)| (*files).to_owned()).collect();
    assert_eq!(found, known, "circles of imports (left), and those that have a reason (right)");
}

#[test]
fn the_picture_of_the_modules_is_true() {
    let text = text_of("CONTRIBUTING.md");
    let (_, rest) = text.split_once("## The modules").expect("a heading");
    let picture = rest.split("```").nth(1).expect("a picture").lines().skip(1);
    let names = picture.map(|line| line.split("  ").next().unwrap_or_default().split(' ').collect::<Vec<_>>());
    let lines: Vec<Vec<&str>> = names.collect();
    let line_of = |name: &str| lines.iter().position(|names| names.contains(&name));
    for (module, imports) in IMPORTS.iter().filter(|(module, _)| *module != "lib") {
        let own = line_of(module).unwrap_or_else(|| panic!("{module} is not in the picture"));
        for import in imports.split_whitespace() {
            assert!(line_of(import) > Some(own), "{module} imports {import}, which does not stand below it");
        }
    }
    let shown = lines.concat();
    assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len(), "each module stands once: {shown:?}");
    assert_eq!(shown.len(), IMPORTS.len() - 1, "no module is shown that is not there: {shown:?}");
}

#[test]
fn the_engine_knows_no_product() {
    for (path, text) in sources().into_iter().filter(|(path, _)| !path.ends_with("tests.rs")) {
        for (number, line) in code(&text).lines().enumerate().filter(|(_, line)| (path.as_str(), *line) != PROMISED) {
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
fn a_line_of_the_knowledge_is_short_unless_a_sentence_stands_in_it() {
    const LONGEST_LINE: usize = 160;
    for name in FOLDERS {
        for (_, file) in files(name).iter() {
            for (number, line) in file.text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
                let longest = line.split('"').map(|text| text.chars().count()).max().unwrap_or_default();
                let sentence = longest > LONGEST_LINE / 4;
                assert!(
                    sentence || line.chars().count() <= LONGEST_LINE,
                    "{name}/{}:{}: {line}",
                    file.path,
                    number + 1
                );
            }
        }
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
