//! One folder with one mistake for each kind of finding, the report expected of it, and what is written about it.
//!
//! tests/lints/base is without a mistake. tests/lints/<code>/edit.toml changes it; report.en.txt and report.ko.txt are what
//! `data check` says then. `SNAPSHOTS=overwrite cargo test lints` writes the reports, and docs/findings.*.md from them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use canmanage::diag::Code;
use canmanage::lint;
use canmanage::locale::{Language, Messages};
use canmanage::print::{markdown, record};
use canmanage::view::listing::code_entry;
use serde::Deserialize;
use snapbox::data::DataFormat;
use snapbox::{Data, assert_data_eq};

use crate::folder::{changed, copy, text_of, toml_of, written};
use crate::program::{check, in_root, line};

/// What makes the example of a code out of the base.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    edit: Vec<Edit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    replace: Option<String>,
    with: Option<String>,
    add: Option<String>,
    bytes: Option<Vec<u8>>,
}

/// Applies the edits of an example to a folder.
fn edited(code: Code, place: &Path) {
    let example: Example = toml_of(&format!("tests/lints/{code}/edit.toml"));
    for edit in example.edit {
        let before = std::fs::read_to_string(place.join(&edit.file)).unwrap_or_default();
        let after = match edit {
            Edit { replace: Some(from), with: Some(to), .. } => {
                assert_eq!(before.matches(&from).count().min(1), 1, "{code}: no `{from}` in {}", edit.file);
                before.replacen(&from, &to, 1).into_bytes()
            }
            Edit { add: Some(text), .. } => (before + &text).into_bytes(),
            Edit { bytes: Some(bytes), .. } => bytes,
            _ => panic!("{code}: an edit replaces something with something, adds text, or writes bytes"),
        };
        written(place, &edit.file, after);
    }
}

/// The base with the mistakes of these codes.
fn mistaken(name: &str, codes: &[Code]) -> PathBuf {
    let place = copy("tests/lints/base", name, &[]);
    for code in codes {
        edited(*code, &place);
    }
    place
}

fn found(place: &Path) -> BTreeSet<String> {
    let told = check(place, &["--format", "json"]).json();
    let findings = told["findings"].as_array().expect("findings");
    findings.iter().map(|finding| finding["code"].as_str().expect("a code").to_owned()).collect()
}

#[track_caller]
fn same_as(path: &Path, text: &str) {
    assert_data_eq!(Data::text(text).raw(), Data::read_from(path, Some(DataFormat::Text)).raw());
}

#[test]
fn the_base_is_without_a_mistake() {
    check(&mistaken("lint-base", &[]), &[]).exits(0);
}

#[test]
fn each_code_has_an_example_that_reports_it_and_nothing_else() {
    for code in lint::codes() {
        let place = mistaken(&format!("lint-{code}"), &[code]);
        assert_eq!(found(&place), BTreeSet::from([code.to_string()]), "{code}");
        for language in ["en", "ko"] {
            let told = check(&place, &["--lang", language, "--quiet"]).exits(1).stdout;
            let told = told.replace(place.to_str().expect("UTF-8"), "example");
            let report = in_root("tests/lints").join(code.name()).join(format!("report.{language}.txt"));
            same_as(&report, &format!("{}\n", told.trim_end()));
        }
    }
}

#[test]
fn no_example_is_without_a_code() {
    let known: BTreeSet<String> =
        lint::codes().into_iter().map(|code| code.to_string()).chain(["base".to_owned()]).collect();
    let entries = std::fs::read_dir(in_root("tests/lints")).expect("tests/lints");
    let names: BTreeSet<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    assert_eq!(names, known);
}

/// What is found when files are read and parsed. What cannot be read is not looked into any further.
const READING: [&str; 5] = ["duplicate-key", "invalid-value", "syntax", "unknown-key", "unreadable-file"];

fn code(name: &str) -> Code {
    lint::code(name).unwrap_or_else(|| panic!("no code {name}"))
}

/// The vocabularies and tables of an example under other names, so that many of them fit into one folder.
fn renamed(text: &str, number: usize) -> String {
    let ids = ["chargers", "devices", "mini", "midi", "maxi", "mega", "phone", "red-phone", "tablet", "laptop"];
    ids.iter().fold(text.to_owned(), |text, id| {
        let text = text.replace(&format!("\"{id}\""), &format!("\"{id}-{number}\""));
        text.replace(&format!("[value.{id}]"), &format!("[value.{id}-{number}]"))
    })
}

#[test]
fn a_folder_with_a_mistake_of_each_kind_shows_all_of_one_stage() {
    // A folder for a newer program is not looked into any further; and under another name, the table of an example is not the one
    // with a set-up, so its permits show their remedies, and no level is installed for it.
    let apart = ["format-too-new", "uninstalled-level", "unreachable-remedy"];
    let of_folder = lint::codes().into_iter().filter(|code| !apart.contains(&code.name()));
    let (reading, others): (Vec<_>, Vec<_>) = of_folder.partition(|code| READING.contains(&code.name()));
    let (compiling, linting): (Vec<_>, Vec<_>) = others.into_iter().partition(|code| code.is_fatal());
    for (stage, codes) in [("reading", reading), ("compiling", compiling), ("linting", linting)] {
        show_themselves(stage, &codes);
    }
}

/// Puts the mistakes of many examples into one folder, and asks for all of them.
fn show_themselves(stage: &str, codes: &[Code]) {
    let all = mistaken(&format!("lint-all-{stage}"), &[]);
    for (number, code) in codes.iter().enumerate() {
        // What is no vocabulary and no table is shared: each example changes it a little more.
        let place = copy("tests/lints/base", "lint-one", &[]);
        for file in ["knowledge", "remedies", "sources", "expectations", "setup"].map(|name| format!("{name}.toml")) {
            std::fs::copy(all.join(&file), place.join(&file)).expect("a shared file");
        }
        edited(*code, &place);
        for (_, file) in canmanage::data::read_folder(&place).expect("a folder").0.iter() {
            let bytes = std::fs::read(place.join(&file.path)).expect("a file");
            match (file.path.split_once('/'), String::from_utf8(bytes.clone())) {
                (Some((folder, name)), Ok(text)) => {
                    let name = format!("{folder}/{}-{number}.toml", name.trim_end_matches(".toml"));
                    written(&all, &name, renamed(&text, number));
                }
                _ => written(&all, &file.path, bytes),
            }
        }
        if let Ok(names) = std::fs::read_dir(place.join("vocabulary")) {
            for name in names.map(|entry| entry.expect("an entry").file_name()) {
                let bytes = std::fs::read(place.join("vocabulary").join(&name)).expect("a file");
                if String::from_utf8(bytes.clone()).is_err() {
                    written(&all, &format!("vocabulary/{}", name.to_str().expect("UTF-8")), bytes);
                }
            }
        }
        for file in ["notes.toml"].iter().filter(|file| place.join(file).exists()) {
            std::fs::copy(place.join(file), all.join(file)).expect("a stranger");
        }
    }
    let expected: BTreeSet<String> = codes.iter().map(ToString::to_string).collect();
    let found = found(&all);
    let hidden: Vec<_> = expected.difference(&found).collect();
    assert!(hidden.is_empty(), "{stage} hides {hidden:?}");
}

/// A mistake of tests/cases/mistakes.toml.
#[derive(Deserialize)]
struct Mistake {
    title: String,
    #[serde(flatten)]
    edit: Replacement,
    and: Option<Replacement>,
    also: Option<Replacement>,
}

#[derive(Deserialize)]
struct Replacement {
    file: Option<String>,
    replace: String,
    with: String,
}

#[test]
fn what_is_said_of_the_mistakes_that_editors_make_is_as_it_was_read() {
    let mistakes: BTreeMap<String, Vec<Mistake>> = toml_of("tests/cases/mistakes.toml");
    let mistakes = &mistakes["mistake"];
    assert!(mistakes.len() >= 40);
    for language in ["en", "ko"] {
        let mut all = Vec::new();
        for (number, Mistake { title, edit, and, also }) in mistakes.iter().enumerate() {
            let place = mistaken("lint-mistake", &[]);
            for one in [Some(edit), and.as_ref(), also.as_ref()].into_iter().flatten() {
                let file = one.file.as_ref().or(edit.file.as_ref()).expect("a file");
                changed(&place, (file, &one.replace, &one.with));
            }
            let told = check(&place, &["--lang", language, "--quiet"]).exits(1).stdout;
            let told = told.replace(place.to_str().expect("UTF-8"), "example");
            all.push(format!("## {}. {title}\n\n{}\n", number + 1, told.trim_end()));
        }
        same_as(&in_root(&format!("tests/golden/mistakes.{language}.txt")), &all.join("\n"));
    }
}

#[test]
fn everything_that_is_written_about_findings_is_current() {
    for (language, file) in [(Language::En, "findings.en.md"), (Language::Ko, "findings.ko.md")] {
        let messages = Messages::new(language);
        let text = markdown::render(&record::findings(
            &lint::codes().into_iter().map(|code| code_entry(code, &messages)).collect::<Vec<_>>(),
            &messages,
        ));
        same_as(&in_root("docs").join(file), &text);
    }
}

#[test]
fn explain_says_of_a_code_what_the_document_says() {
    let document = text_of("docs/findings.en.md");
    for code in lint::codes() {
        let told = line(&format!("explain {code} --format markdown --lang en")).exits(0).stdout;
        assert!(document.contains(told.trim_end()), "{told}");
        for language in ["en", "ko"] {
            let told = line(&format!("explain {code} --lang {language}")).exits(0).stdout;
            assert!(told.contains(&format!("[{code}]")), "the example of {code}:\n{told}");
            for id in ["code-", "why-", "mend-", "help-", "label-"] {
                assert!(!told.contains(&format!(" {id}")), "an id where a sentence should be:\n{told}");
            }
        }
    }
}

#[test]
fn a_level_given_to_a_code_decides_how_it_is_shown_and_how_the_program_ends() {
    let place = mistaken("lint-levels", &[code("shadowed-rule"), code("wrong-total")]);
    let shadowed = "shadowed-rule";
    for (arguments, code, shown) in [
        (&[][..], 1, &["warning[shadowed-rule]", "error[wrong-total]"][..]),
        (&["--exit-zero"], 0, &["warning[shadowed-rule]", "error[wrong-total]"]),
        (&["--deny", "warnings"], 1, &["error[shadowed-rule]", "error[wrong-total]"]),
        (&["--warn", "wrong-total", "--warn", shadowed], 0, &["warning[shadowed-rule]", "warning[wrong-total]"]),
        (&["--warn", "all"], 0, &["warning[shadowed-rule]", "warning[wrong-total]"]),
        (&["--allow", "shadowed-rule,wrong-total"], 0, &[]),
        (&["--allow", "all"], 0, &[]),
        (&["--allow", "all", "--deny", shadowed], 1, &["error[shadowed-rule]"]),
        (&["--allow", "warnings"], 1, &["error[wrong-total]"]),
        (&["--deny", "all", "--allow", "warnings"], 1, &["error[shadowed-rule]", "error[wrong-total]"]),
        (&["--deny", "all", "--warn", shadowed], 1, &["warning[shadowed-rule]", "error[wrong-total]"]),
        (&["--deny", "all", "--allow", "shadowed-rule,wrong-total"], 0, &[]),
    ] {
        let told = check(&place, arguments).exits(code).stdout;
        let heads = told.lines().filter_map(|line| line.split_once(": ")).map(|(head, _)| head);
        let heads: BTreeSet<&str> = heads.filter(|head| head.starts_with(['e', 'w']) && head.ends_with(']')).collect();
        assert_eq!(heads, shown.iter().copied().collect(), "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_compiled_cannot_be_allowed() {
    let place = mistaken("lint-fatal", &[code("syntax")]);
    for level in ["--allow", "--warn"] {
        check(&place, &[level, "syntax"]).exits(2).silent_on_stdout().complains(&["`syntax`"]);
        check(&place, &[level, "all"]).exits(1).says(&["error[syntax]"]);
        check(&place, &[level, "shadowed-rul"]).exits(2).complains(&["`shadowed-rule`"]);
    }
    check(&place, &["--deny", "syntax"]).exits(1);
}

#[test]
fn an_acknowledged_exception_is_not_reported_and_a_needless_one_is() {
    let place = mistaken("lint-acknowledged", &[code("shadowed-rule")]);
    let text = text_of(place.join("tables/charge.toml"));
    let with = |code: &str| format!("{text}acknowledge = [{{ code = \"{code}\", because = \"it is an example\" }}]\n");
    for (code, expected) in [
        ("shadowed-rule", &[][..]),
        ("permit-overruled", &["shadowed-rule", "stale-acknowledgement"]),
        ("shadowed-rul", &["shadowed-rule", "stale-acknowledgement"]),
        ("syntax", &["shadowed-rule", "stale-acknowledgement"]),
    ] {
        written(&place, "tables/charge.toml", with(code));
        assert_eq!(found(&place), expected.iter().map(|code| (*code).to_owned()).collect(), "{code}");
    }
    written(&place, "tables/charge.toml", with("shadowed-rule").replace("it is an example", " "));
    assert_eq!(found(&place), BTreeSet::from(["invalid-value".to_owned()]));
}
