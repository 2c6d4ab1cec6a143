//! Folders that cannot be used, or not trusted: every mistake is reported at its place, and all of them in one run.

use std::path::{Path, PathBuf};

use canmanage::diag::{Code, emit};
use canmanage::locale::{Language, Messages};
use canmanage::{compile, data};
use serde_json::Value;

use crate::damages::{Damage, damages};
use crate::folder::{self, compiled, copy, fresh, in_memory, text_of, written};
use crate::program::{Run, check, run};

/// A copy of data/ with some files changed.
fn damaged(name: &str, changes: &[(&str, &str, &str)]) -> PathBuf {
    copy("data", name, changes)
}

/// What is found: `code path:line`, paths relative to the folder.
fn found(place: &Path) -> Vec<String> {
    let told = check(place, &["--format", "json"]).exits(1).json();
    assert_eq!(told["format"], "canmanage/findings/1");
    let prefix = format!("{}/", place.display());
    let one = |finding: &Value| {
        let (code, at) = (finding["code"].as_str().expect("a code"), &finding["place"]);
        let path = at["path"].as_str().unwrap_or("-");
        assert!(at.is_null() || at["line"].as_u64() > Some(0) && at["column"].as_u64() > Some(0), "{finding}");
        format!("{code} {}:{}", path.strip_prefix(&prefix).unwrap_or(path), at["line"])
    };
    told["findings"].as_array().expect("findings").iter().map(one).collect()
}

/// The line of a file, from 1, on which a text stands.
fn line_of(place: &Path, path: &str, text: &str) -> usize {
    text_of(place.join(path)).lines().position(|line| line.contains(text)).expect("the text") + 1
}

/// The lines at which all of these texts are shown, and that each finding is there in one run.
fn shows_all(place: &Path, wrong: &[(&str, &str)]) -> Run {
    let shown = check(place, &[]).exits(1);
    for (file, text) in wrong {
        let at = format!("{}/{file}:{}:", place.display(), line_of(place, file, text));
        assert!(shown.stdout.contains(&at), "{at} in\n{}", shown.stdout);
        assert!(shown.stdout.contains(text), "the excerpt of {file}");
    }
    shown
}

#[test]
fn all_that_cannot_be_read_is_reported_in_one_run_and_nothing_that_follows_from_it() {
    let place = damaged(
        "every-unread",
        &[
            ("vocabulary/topology.toml", "short = \"CCR\"", "short = = \"CCR\""),
            ("vocabulary/packages.toml", "installable = true", "installable = tru"),
            ("vocabulary/topology.toml", "short = \"SCC\"", "shirt = \"SCC\""),
            ("sources.toml", "origin = \"vendor\"", "origin = \"vendr\""),
            ("sources.toml", "origin = \"partner\"", "orign = \"partner\""),
            ("tables/manage.toml", "as-of = ", "asof = "),
        ],
    );
    let wrong = [
        ("vocabulary/topology.toml", "short = = \"CCR\""),
        ("vocabulary/packages.toml", "installable = tru"),
        ("vocabulary/topology.toml", "shirt = \"SCC\""),
        ("sources.toml", "origin = \"vendr\""),
        ("sources.toml", "orign = \"partner\""),
        ("tables/manage.toml", "asof = "),
    ];
    shows_all(&place, &wrong).says(&["did you mean `short`?", "did you mean `origin`?", "did you mean `as-of`?"]);
    assert_eq!(found(&place).len(), wrong.len(), "{:?}", found(&place));
    // A question put to it is refused, with the same findings on stderr.
    run(&["check", "from=xp", "--data", place.to_str().expect("UTF-8")]).exits(4).silent_on_stdout().complains(&[
        "error[syntax]",
        "error[unknown-key]",
        "topology.toml:",
        "packages.toml:",
    ]);
    let told = run(&["check", "from=xp", "--format", "json", "--data", place.to_str().expect("UTF-8")]).exits(4).json();
    assert_eq!(told["format"], "canmanage/findings/1");
}

#[test]
fn all_that_cannot_be_compiled_is_reported_in_one_run() {
    let place = damaged(
        "every-mistake",
        &[
            ("tables/manage.toml", "remedies = [\"remote-desktop\"", "remedies = [\"remote-desktp\""),
            ("tables/host.toml", "sources = [\"cc296562\"]", "sources = [\"cc296563\"]"),
            ("sources.toml", "date = \"2011-11-14\"", "date = \"14.11.2011\""),
            ("vocabulary/exchange.toml", "build = \"8.1.240.6\"", "build = \"8.1.x.6\""),
        ],
    );
    let wrong = [
        ("tables/manage.toml", "remote-desktp"),
        ("tables/host.toml", "cc296563"),
        ("sources.toml", "14.11.2011"),
        ("vocabulary/exchange.toml", "8.1.x.6"),
    ];
    shows_all(&place, &wrong).says(&["error[dangling-reference]", "did you mean `remote-desktop`?"]);
    assert_eq!(found(&place).len(), wrong.len(), "{:?}", found(&place));
}

#[test]
fn each_mistake_has_its_code_and_its_line() {
    let mut wrong = Vec::new();
    for (number, Damage { code, what, change: (path, from, to), at }) in damages().into_iter().enumerate() {
        let place = damaged(&format!("damage-{number}"), &[(path, &from, &to)]);
        let found = found(&place);
        let expected =
            at.as_ref().map_or_else(String::new, |at| format!("{code} {path}:{}", line_of(&place, path, at)));
        let anywhere = format!("{code} {path}:");
        if !found.iter().any(|finding| *finding == expected || at.is_none() && finding.starts_with(&anywhere)) {
            wrong.push(format!("{what}: no {anywhere} {expected} in {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_clash_is_shown_at_both_places() {
    let place =
        damaged("duplicate-alias", &[("vocabulary/windows.toml", "aliases = [\"win7\"", "aliases = [\"Win XP\"")]);
    let told = check(&place, &["--format", "json"]).exits(1).json();
    let clash =
        told["findings"].as_array().expect("findings").iter().find(|finding| finding["code"] == "duplicate-alias");
    let clash = clash.unwrap_or_else(|| panic!("{told}"));
    let lines = [&clash["place"]["line"], &clash["related"][0]["line"]].map(|line| line.as_u64().expect("a line"));
    assert_ne!(lines[0], lines[1]);
    assert!(
        clash["message"].as_str().is_some_and(|text| text.contains("windows-xp") && text.contains("windows-7")),
        "{clash}"
    );
}

#[test]
fn a_cell_that_nobody_accounts_for_is_named() {
    let place = damaged(
        "undecided",
        &[(
            "tables/host.toml",
            "when = { server = \"exchange-2007-sp3\" }",
            "when = { server = \"exchange-2007-sp3\", on = \"windows-7\" }",
        )],
    );
    let shown =
        check(&place, &[]).exits(1).says(&["error[undecided-cell]", "10 cells", "server=exchange-2007-sp3 on="]);
    let cell = shown.stdout.lines().find(|line| line.contains("such as")).expect("an example");
    let facts: Vec<&str> = cell.split_whitespace().filter(|word| word.contains('=')).collect();
    let folder = place.to_str().expect("UTF-8");
    // Not fatal: it still answers, and says on stderr what is wrong with it.
    let asked: Vec<&str> = ["check", "--table", "host", "--data", folder].into_iter().chain(facts).collect();
    run(&asked).exits(3).complains(&["undecided-cell"]).says(&["UNDOCUMENTED"]);
}

/// It has to be read all the same: nobody knows what a file that cannot be read was to say.
#[test]
fn what_only_questions_need_stands_in_the_way_of_no_facts() {
    for (name, wrong, facts) in [("dangling", "[fillers]\nxx = [\"of\"]", 1), ("torn", "[fillers]\nxx = = []", 4)] {
        let place = damaged(&format!("questions-{name}"), &[("ask.toml", "[fillers]", wrong)]);
        let asked = |words: &[&str]| run(&[words, &["--data", place.to_str().expect("UTF-8")]].concat());
        asked(&["check", "from=vista", "kind=clustered"]).exits(facts);
        for words in [&["ask", "Vista and a CCR"][..], &["list", "procedures"], &["explain", "xp"]] {
            asked(words).exits(4).silent_on_stdout().complains(&["ask.toml:"]);
        }
        assert!(check(&place, &[]).exits(1).stdout.contains("ask.toml:"));
    }
}

#[test]
fn a_folder_for_a_newer_program_is_refused() {
    for (format, code) in [("2.0.0", 4), ("1.2.0", 4), ("0.9.0", 4), ("1.0.7", 3), ("1.1.7", 3)] {
        let place = damaged(
            &format!("format-{format}"),
            &[("knowledge.toml", "format = \"1.1.0\"", &format!("format = \"{format}\""))],
        );
        let refused = run(&["check", "from=xp", "--data", place.to_str().expect("UTF-8")]).exits(code);
        if code == 4 {
            refused.silent_on_stdout().complains(&["error[format-too-new]", format, "1.1.0", "knowledge.toml:"]);
        }
    }
}

#[test]
fn what_is_no_folder_is_an_input_error() {
    let empty = fresh("empty");
    let file = fresh("a-file");
    written(&file, "file", "");
    for folder in ["/nowhere/at/all", empty.to_str().expect("UTF-8"), file.join("file").to_str().expect("UTF-8")] {
        for arguments in [
            vec!["check", "from=xp", "--data", folder],
            vec!["list", "rules", "--data", folder],
            vec!["data", "check", folder],
        ] {
            for language in ["en", "ko"] {
                let words: Vec<&str> = arguments.iter().copied().chain(["--lang", language]).collect();
                run(&words).exits(4).silent_on_stdout().complains(&[folder]);
            }
        }
    }
}

#[test]
fn bytes_that_are_no_text_and_files_that_belong_to_nothing_are_reported() {
    let place = damaged("no-text", &[]);
    written(&place, "vocabulary/korean.toml", b"title = \"\xc0\xcc\"\n"); // Windows-949
    written(&place, "notes.toml", "");
    let shown = check(&place, &[]).exits(1).says(&[
        "error[unreadable-file]",
        "korean.toml",
        "warning[unknown-file]",
        "notes.toml",
    ]);
    assert!(!shown.stdout.contains('\u{fffd}'));
}

#[test]
fn hostile_text_in_a_folder_never_reaches_the_terminal() {
    let hostile = r"\u001b[31m\u202ebad";
    let place = damaged(
        "hostile",
        &[
            ("tables/manage.toml", "because.en = \"", &format!("because.en = \"{hostile}")),
            (
                "vocabulary/windows.toml",
                "name = { en = \"Windows XP Professional\"",
                &format!("name = {{ en = \"{hostile}\""),
            ),
            ("sources.toml", "title = { en = \"", &format!("title = {{ en = \"{hostile}")),
        ],
    );
    let folder = place.to_str().expect("UTF-8");
    for arguments in [
        vec!["check", "from=xp", "tools=rtm", "server=rtm", "on=2003", "kind=ccr"],
        vec!["check", "from=xp", "kind=ccr"],
        vec!["explain", "rtm-tools"],
        vec!["list", "sources"],
        vec!["list", "values"],
        vec!["matrix", "--format", "csv"],
    ] {
        let arguments: Vec<&str> = arguments.into_iter().chain(["--data", folder, "--color", "never"]).collect();
        run(&arguments).is_harmless();
    }
}

#[test]
#[cfg(unix)] // elsewhere no file has such a name
fn the_name_of_a_file_and_what_stands_in_it_never_reach_the_terminal_raw() {
    let place = copy("tests/packs/version-skew", "hostile-names", &[]);
    let text = text_of(place.join("vocabulary/components.toml"));
    written(&place, "vocabulary/a\u{1b}[31m.toml", text.replace("title", "\u{202e}title"));
    check(&place, &["--color", "never"]).exits(1).says(&["error["]).is_harmless();
}

#[test]
fn a_mistake_does_not_bring_others_with_it() {
    // Sources that cannot be read are missed by nobody; each of the two is told once.
    let place = damaged(
        "no-cascade",
        &[
            ("sources.toml", "origin = \"vendor\"", "origin = \"vendr\""),
            ("sources.toml", "origin = \"partner\"", "origin = \"partnr\""),
        ],
    );
    assert_eq!(found(&place).len(), 2, "{:?}", found(&place));
    // A table without axes is missed neither where it is asked for nor where it is set up.
    for (name, path, from, to) in [
        ("no-axes", "tables/host.toml", "[[axis]]", "[[axes]]"),
        ("no-key", "vocabulary/exchange.toml", "name = {", "nmae = {"),
        ("no-vocabulary", "tables/manage.toml", "vocabulary = \"windows\"", "vocabulary = \"windws\""),
        ("no-section", "setup.toml", "[need.", "[ned."),
    ] {
        let place = damaged(name, &[(path, from, to)]);
        let line = line_of(&place, path, to);
        let found = found(&place);
        assert!(found.len() == 1 && found[0].ends_with(&format!(" {path}:{line}")), "{name}: {found:?}");
    }
}

#[test]
fn a_folder_and_a_revision_of_it_tell_the_same() {
    let mut texts: Vec<(String, Vec<u8>)> = folder::files("tests/packs/version-skew")
        .iter()
        .map(|(_, file)| (file.path.clone(), file.text.clone().into_bytes()))
        .collect();
    texts.push(("vocabulary/korean.toml".to_owned(), b"title = \"\xc0\xcc\"\n".to_vec()));
    texts.push(("notes.toml".to_owned(), Vec::new()));
    texts[0].1.extend(b"\nunknown = 1\n");
    let place = fresh("as-revision");
    for (path, bytes) in &texts {
        written(&place, path, bytes);
    }
    let shown = place.to_str().expect("UTF-8");
    let messages = Messages::new(Language::En);
    let told = [data::read_folder(&place), data::of_texts(shown, texts)].map(|read| {
        let (files, read) = read.expect("a knowledge folder");
        let (_, knowledge, report) = compile::load(&files, read);
        assert!(knowledge.is_none());
        report.findings().iter().map(|finding| emit::emit(finding, &files, &messages, false)).collect::<Vec<_>>()
    });
    assert_eq!(told[0], told[1]);
    let told = told[0].join("\n");
    for code in ["unreadable-file", "unknown-file", "unknown-key"] {
        assert!(told.contains(code), "{told}");
    }
    assert_eq!(told.matches('[').count(), 3, "{told}");
}

#[test]
fn a_table_too_large_to_be_dense_is_refused() {
    let text = "{ en = \"t\" }";
    let values: Vec<String> = (0..260).map(|number| format!("v{number}")).collect();
    let entries: String = values
        .iter()
        .map(|id| {
            format!("[value.{id}]\nname = {text}\naliases = [\"{id}x\"]\n").replace("\"t\"", &format!("\"{id}\""))
        })
        .collect();
    let axis = |id: &str| {
        format!("[[axis]]\nid = \"{id}\"\nvocabulary = \"v\"\ntitle = {text}\nquestion = {text}\ninside = {values:?}\n")
    };
    let files = in_memory(&[
        (
            "knowledge.toml",
            format!(
                "format = \"1.0.0\"\nname = \"n\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ndefault-table = \"t\"\ntitle = {text}"
            ),
        ),
        ("tables/t.toml", format!("title = {text}\nquestion = {text}\n{}", ["a", "b", "c"].map(axis).concat())),
        ("vocabulary/v.toml", format!("title = {text}\n{entries}")),
    ]);
    let (knowledge, report) = compiled(&files);
    let codes: Vec<Code> = report.findings().iter().map(|finding| finding.code).collect();
    assert!(knowledge.is_none());
    assert!(codes.contains(&Code::TABLE_TOO_LARGE), "{codes:?}"); // 260 * 260 * 260 > 2^24
}
