//! Two states of the knowledge: folders and revisions, what changes from what to what, by which edit, and the star.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::folder::{self, copied, fresh};
use crate::program::{Run, run, run_in, run_with};

/// One change of one file of `data/`, and what must be said of it.
struct Case {
    path: &'static str,
    from: &'static str,
    to: &'static str,
    exit: i32,
    says: &'static [&'static str],
}

const CASES: [Case; 19] = [
    Case {
        path: "tables/host.toml",
        from: "when = { server = \"exchange-2007-sp1\", on = \"windows-server-2003\" }",
        to: "when = { server = \"exchange-2007-sp1\", on = \"windows-2000\" }",
        exit: 1,
        says: &[
            "host: of 84 cells, 2 have another verdict",
            "1 cell · supported (stated) → undocumented",
            "{ server = \"exchange-2007-sp1\", on = \"windows-server-2003\" }",
            "permit.sp1-on-2003 holds here no more",
            "tables/host.toml:",
            "no new line with a star",
        ],
    },
    Case {
        path: "tables/host.toml",
        from: "basis = \"stated\"\nsources = [\"cc296562\"]",
        to: "basis = \"reading\"\nsources = [\"cc296562\"]",
        exit: 1, // strictly it is supported no more
        says: &["supported (stated) → supported (one reading) · strictly", "holds here as before, on another basis"],
    },
    Case {
        path: "tables/host.toml",
        from: "RTM runs on Windows Server 2003 SP1 or later",
        to: "RTM runs on Windows Server 2003 SP1 and later",
        exit: 0,
        says: &["because.en: ", "No answer to any facts changes", "One entry is written differently"],
    },
    Case {
        path: "procedures.toml",
        from: "reply = \"yes\"",
        to: "reply = \"no\"",
        exit: 1,
        says: &[
            "Answers about procedure that change",
            "rolling-upgrade",
            "supported (stated)",
            "→ unsupported (stated)",
            "no new line with a star",
        ],
    },
    Case {
        path: "vocabulary/windows.toml",
        from: "\"2003 original release\"",
        to: "\"2003 very first release\"",
        exit: 1,
        says: &[
            "Names that are read differently",
            "2003 original release (windows): windows-server-2003-rtm → unknown",
        ],
    },
    Case {
        path: "tables/host.toml",
        from: ", \"exchange-2013\"]",
        to: "]",
        exit: 1,
        says: &["server: values that are gone exchange-2013"],
    },
    Case {
        path: "tables/host.toml",
        from: "[permit.sp1-on-2003]",
        to: "[permit.sp1-on-2003-too]",
        exit: 0,
        says: &[
            "permit.sp1-on-2003-too holds here now",
            "permit.sp1-on-2003 holds here no more",
            "0 have another verdict, 0 another basis, 1 other reasons",
            "No verdict changes.",
        ],
    },
    Case {
        path: "tables/host.toml",
        from: "# Section 3\n",
        to: "# Section three\n\n",
        exit: 0,
        says: &["Both sides say the same"],
    },
    Case {
        path: "tables/host.toml",
        from: "\"windows-server-2008\"]\noutside = [\n    \"windows-2000\", ",
        to: "\"windows-server-2008\", \"windows-2000\"]\noutside = [\n    ",
        exit: 1, // who leaves the system open is now asked about this one as well
        says: &["on: now inside windows-2000", "0 have another verdict"],
    },
    Case {
        path: "tables/manage.toml",
        from: "choice = true\n",
        to: "",
        exit: 1, // "from 2008 to an SP2 cluster" has had an answer
        says: &["tools: `choice` now chooses differently", "0 have another verdict", "no new line with a star"],
    },
    Case {
        path: "tables/manage.toml",
        from: "rules-out = true\n",
        to: "",
        exit: 1, // who leaves the system of an RTM server open is now asked about it
        says: &["0 have another verdict", "forbid.rtm-on-2008 holds here as before", "no new line with a star"],
    },
    Case {
        path: "tables/manage.toml",
        from: "prefer = [\"exchange-2007-sp2\", \"exchange-2007-sp1\", \"exchange-2007-rtm\"]",
        to: "prefer = [\"exchange-2007-sp1\", \"exchange-2007-sp2\", \"exchange-2007-rtm\"]",
        exit: 0,
        says: &["tools: `prefer` now chooses differently", "Answers that change", "No verdict changes."],
    },
    Case {
        path: "tables/manage.toml",
        from: "attribute = \"level\", text",
        to: "attribute = \"level-group\", text",
        exit: 0,
        says: &["tools: `matches` now chooses differently", "Answers that change", "No verdict changes."],
    },
    Case {
        path: "tables/upgrade.toml",
        from: "when.target = [\"exchange-2007-sp1\", \"exchange-2007-sp2\"]\nwhen.on",
        to: "when.target = \"exchange-2007-sp1\"\nwhen.on",
        exit: 1,
        says: &[
            "Plans of upgrades that change",
            "supported, 8 steps → undocumented \
             --from exchange-2007-rtm --kind ccr --to exchange-2007-sp2 --on windows-server-2003-sp2",
            "supported, 15 steps → undocumented --from exchange-2007-rtm --kind scc",
        ],
    },
    Case {
        path: "runbook.toml",
        from: "does = \"clear-node\"\n",
        to: "does = \"clear-node\"\nwhen = { on = \"windows-server-2008\" }\n",
        exit: 0,
        says: &["supported, 8 steps → supported, 6 steps move-groups-off: 2 → 0 --from", "No verdict changes."],
    },
    Case {
        path: "tables/host.toml",
        from: "when = { server = \"exchange-2007-sp2\", on = \"windows-server-2008\" }",
        to: "when = { server = \"exchange-2007-sp2\", on = \"windows-2000\" }",
        exit: 1,
        says: &["supported, 5 steps → undocumented --to-system windows-server-2008 --to exchange-2007-sp2"],
    },
    Case {
        path: "expectations.toml",
        from: "verdict = \"unsupported\"",
        to: "verdict = \"undocumented\"",
        exit: 0,
        says: &["Expectations that move", "(as expected)", "(not as expected)"],
    },
    Case {
        path: "vocabulary/exchange.toml",
        from: "    [\"service pack #\", \"sp#\"],\n",
        to: "    [\"service pack #\", \"sp#\"],\n    [\"spack #\", \"sp#\"],\n",
        exit: 0,
        says: &["rewrite was changed + [\"spack #\", \"sp#\"] No answer"],
    },
    Case {
        path: "vocabulary/exchange.toml",
        from: "\"microsoft\", \"ms\",",
        to: "\"ms\", \"microsoft\",",
        exit: 0,
        says: &["noise was changed the same in another order"],
    },
];

/// The recipe "Make a rollup a value" of data/README.md.
#[test]
fn names_of_a_value_that_counts_as_the_one_it_was_read_as_need_no_star() {
    let place = fresh("diff-rollup").join("data");
    copied("data", &place);
    let path = place.join("vocabulary/exchange.toml");
    let text = std::fs::read_to_string(&path).expect("a file");
    let line = text.lines().find(|line| line.contains("\"8.3.298.3\"")).expect("a build");
    let text = text
        .replace(&format!("{line}\n"), "")
        .replace("rewrite = [\n", "rewrite = [\n    [\"sp3 ru10\", \"sp3ru10\"],\n");
    let value = format!(
        "\n[value.exchange-2007-sp3-ru10]\nname = {{ en = \"Exchange 2007 SP3 RU10\", ko = \"Exchange 2007 SP3 RU10\" }}\n\
         short = \"SP3RU10\"\naliases = [\"sp3 ru10\"]\nrefines = \"exchange-2007-sp3\"\nversion = \"8.3.298\"\n\
         builds = [\"8.3.298\"]\nknown-builds = [{}]\n",
        line.trim().trim_end_matches(',')
    );
    std::fs::write(&path, text + &value).expect("a file");
    let told = compared("data", &place, &[]).exits(0).says(&[
        "sp3 ru10 (exchange): exchange-2007-sp3 → exchange-2007-sp3-ru10",
        "known-builds: - { article = \"KB2788321\", build = \"8.3.298.3\"",
        "No verdict changes.",
    ]);
    assert!(told.stdout.lines().count() < 30, "{}", told.stdout);
    let folder = place.to_str().expect("UTF-8");
    run(&["data", "check", folder]).exits(0);
    let asked = run(&["check", "--data", folder, "server=8.3.298.3", "--lang", "en"]);
    assert!(!asked.stderr.contains("can mean several"), "{}", asked.stderr);
}

/// `data/` with one change, at a place of its own.
fn changed(name: &str, case: &Case) -> PathBuf {
    let place = fresh(name).join("data");
    copied("data", &place);
    for _ in 0..if case.to == "]" { 2 } else { 1 } {
        folder::changed(&place, (case.path, case.from, case.to));
    }
    place
}

fn compared(old: &str, new: &Path, more: &[&str]) -> Run {
    run(&[&["data", "diff", old, new.to_str().expect("a path"), "--lang", "en"], more].concat())
}

#[test]
fn what_changes_is_said_with_from_to_and_by_what() {
    for (number, case) in CASES.iter().enumerate() {
        let place = changed(&format!("diff-{number}"), case);
        let told = compared("data", &place, &[]).exits(case.exit).silent_on_stderr().stdout;
        let words = told.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in case.says {
            assert!(words.contains(said), "no `{said}` in\n{told}");
        }
        let back = run(&["data", "diff", place.to_str().expect("a path"), "data", "--lang", "ko"]);
        assert!(!back.stdout.contains("diff-") && back.stdout.len() > 20, "{}", back.stdout);
        compared("data", &place, &["--format", "markdown"]).exits(case.exit);
    }
}

#[test]
fn for_machines_every_part_has_its_key() {
    let place = changed("diff-json", &CASES[0]);
    let found = compared("data", &place, &["--format", "json"]).exits(1).json();
    assert_eq!(found["format"], "canmanage/diff/1");
    assert_eq!((&found["verdicts_change"], &found["starred"]), (&json!(true), &json!([])));
    assert_eq!(
        found["tables"][0]["changes"][0],
        json!({
            "kind": "verdict", "cells": 1,
            "when": {"server": ["exchange-2007-sp1"], "on": ["windows-server-2003"]},
            "before": {"verdict": "supported", "basis": "stated", "strict_verdict": "supported"},
            "after": {"verdict": "undocumented", "basis": null, "strict_verdict": "undocumented"},
            "by": [{"how": "holds-no-more", "entry": "permit.sp1-on-2003"}],
        })
    );
    let text = folder::text_of(place.join("tables/host.toml"));
    let line = text.lines().position(|line| line == "[permit.sp1-on-2003]").expect("the rule") + 1;
    assert_eq!(
        found["edits"][0],
        json!({
            "path": "tables/host.toml", "line": line, "entry": "permit.sp1-on-2003", "change": "changed",
            "keys": [{"key": "when.on", "before": "\"windows-server-2003\"", "after": "\"windows-2000\""}],
        })
    );
}

#[test]
fn a_new_starred_line_is_what_a_change_of_a_verdict_needs() {
    let place = changed("diff-star", &CASES[0]);
    let beside = place.parent().expect("a folder").join("CHANGELOG.md");
    let head = "# Changelog\n\nA star ★ marks a line.\n\n## [Unreleased]\n\n";
    std::fs::write(&beside, format!("{head}- a plain line\n")).expect("a file");
    compared("data", &place, &[]).exits(1).says(&["no new line with a star"]);
    std::fs::write(&beside, format!("{head}- ★ SP1 on Windows 2000\n")).expect("a file");
    compared("data", &place, &[]).exits(0).says(&["- ★ SP1 on Windows 2000"]);
    let other = beside.with_file_name("NEWS.md");
    std::fs::write(&other, head).expect("a file");
    compared("data", &place, &["--changelog", other.to_str().expect("a path")]).exits(1);
    compared("data", &place, &["--changelog", "no/such/file"]).exits(4).complains(&["`no/such/file`"]);
    // Nothing that needs a star: the changelog is not even looked at.
    compared("data", Path::new("data"), &["--changelog", "no/such/file"]).exits(0);
}

/// Runs git in a folder, without the habits of whoever runs the tests.
fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    let who = ["user.name=n", "user.email=e", "commit.gpgsign=false", "core.hooksPath=/nowhere", "core.autocrlf=false"];
    command.current_dir(folder).args(who.iter().flat_map(|setting| ["-c", setting])).args(arguments);
    let output =
        command.env("GIT_CONFIG_GLOBAL", "/nowhere").env("GIT_CONFIG_SYSTEM", "/nowhere").output().expect("git");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_side_may_be_a_folder_of_a_revision() {
    let place = changed("diff-git", &CASES[2]);
    let root = place.parent().expect("a folder");
    git(root, &["init", "--quiet", "--initial-branch=main"]);
    std::fs::write(root.join("CHANGELOG.md"), "# Changelog\n\n## [Unreleased]\n\n- ★ an old star\n").expect("a file");
    std::fs::write(place.join("README.md"), "no knowledge").expect("a file");
    git(root, &["add", "."]);
    git(root, &["commit", "--quiet", "-m", "one"]);
    folder::changed(&place, (CASES[0].path, CASES[0].from, CASES[0].to));
    git(root, &["commit", "--quiet", "-a", "-m", "two"]);
    let inside = |arguments: &[&str]| run_in(root, &[&["data", "diff", "--lang", "en"], arguments].concat());
    for (old, new) in [("HEAD~1:data", "HEAD:data"), ("HEAD~1:data/", "data"), ("main~1^{tree}:./data", "main:data")] {
        inside(&[old, new]).exits(1).says(&["2 have another verdict", "permit.sp1-on-2003", "no new line with a star"]);
    }
    inside(&["HEAD:data", "data"]).exits(0).says(&["Both sides say the same"]);
    let changelog = "# Changelog\n\n## [Unreleased]\n\n- ★ a new star\n- ★ an old star\n";
    std::fs::write(root.join("CHANGELOG.md"), changelog).expect("a file");
    inside(&["HEAD:data", "HEAD~1:data"]).exits(1);
    inside(&["HEAD~1:data", "data"]).exits(0).says(&["- ★ a new star"]);
    inside(&["HEAD~1:data", "HEAD:data", "--changelog", "CHANGELOG.md"]).exits(0);
    inside(&["HEAD~1:data", "HEAD:data", "--changelog", "HEAD:CHANGELOG.md"]).exits(1);
    for (wrong, told) in [
        ("nowhere:data", "no revision `nowhere`"),
        ("HEAD:dota", "has no folder `dota`"),
        ("HEAD:CHANGELOG.md", "has no folder"),
        ("HEAD~1:", "knowledge.toml"),
        ("HEAD:data:data", "has no folder `data:data`"),
        ("no folder", "no folder"),
    ] {
        inside(&[wrong, "data"]).exits(4).silent_on_stdout().complains(&[told]);
    }
    for hostile in
        ["--output=x:data", "-x:data", "--exec=touch hacked:data", "HEAD --output=x:data", "$(touch hacked):data"]
    {
        inside(&["--", hostile, "data"]).exits(4).silent_on_stdout();
    }
    assert!(!root.join("hacked").exists() && !root.join("x").exists());
    inside(&["-x:data", "data"]).exits(2);
}

#[test]
fn without_git_or_a_repository_the_error_says_so() {
    let words = ["data", "diff", "HEAD:data", "data", "--lang", "en"];
    run_with(&words, &[("PATH", "/nowhere")]).exits(4).silent_on_stdout().complains(&["cannot run `git`", "HEAD:data"]);
    run_with(&words, &[("GIT_DIR", "/nowhere")]).exits(4).silent_on_stdout();
    run(&["data", "prove", "nowhere-at-all:data"]).exits(4).complains(&["`nowhere-at-all`"]);
}

/// The example of an open range, and the same with a further value inside that only the range reaches.
fn reached() -> [PathBuf; 2] {
    let inside = "[\"mini\", \"midi\"]";
    [("diff-reached-old", inside), ("diff-reached-new", "[\"mini\", \"midi\", \"mega\"]")].map(|(name, reached)| {
        let (table, vocabulary) = ("tables/charge.toml", "vocabulary/chargers.toml");
        let builds = "known-builds = [\n    { build = \"1.0.4\", name = \"first\", date = \"2019-02-01\" },\n    { build = \"1.2.0\", name = \"second\", date = \"2020-05-01\" },\n]\n";
        let mega = "[value.mega]\nname = { en = \"Mega\", ko = \"메가\" }\nversion = \"3.0.0\"\nattributes = { port = \"flat\" }\n\n[value.maxi]";
        let changes = [
            (table, "agree = {", "charger = { version = \">=1\" }, agree = {"),
            (table, inside, reached),
            (vocabulary, "builds = [\"1\"]", "version = \"1.0.0\""),
            (vocabulary, "builds = [\"2\"]", "version = \"2.0.0\""),
            (vocabulary, builds, ""),
            (vocabulary, "[value.maxi]", mega),
        ];
        folder::copy("tests/lints/base", name, &changes)
    })
}

#[test]
fn a_cell_that_has_its_verdict_by_being_new_is_named_and_the_counts_agree() {
    let [old, new] = reached();
    let [old, new] = [old.to_str().expect("UTF-8"), new.to_str().expect("UTF-8")];
    run(&["data", "diff", old, new]).exits(1).says(&[
        "0 have another verdict",
        "3 cells are new",
        "✓ 1 new cell · supported (stated)\n    { charger = \"mega\", device = \"tablet\" }\n    permit.same-port holds here now",
        "✗ 1 new cell · unsupported (stated)",
        "– 1 new cell · undocumented",
        "silent.laptops holds here now",
        "No cell has another verdict, but facts that leave an axis open",
    ]);
    let told = run(&["data", "diff", old, new, "--format", "json"]).exits(1).json();
    let arrivals = told["tables"][0]["arrivals"].as_array().expect("arrivals");
    let cells: u64 = arrivals.iter().map(|arrival| arrival["cells"].as_u64().expect("a number")).sum();
    assert_eq!(cells, 12 - told["tables"][0]["cells"].as_u64().expect("a number"));
    for arrival in arrivals {
        let facts = arrival["when"].as_object().expect("facts").iter();
        let facts = facts.map(|(axis, ids)| format!("{axis}={}", ids[0].as_str().expect("an id")));
        let words: Vec<String> = ["check".to_owned()].into_iter().chain(facts).collect();
        let asked =
            run(&[&words.iter().map(String::as_str).collect::<Vec<_>>()[..], &["--data", new, "--format", "json"]]
                .concat());
        assert_eq!(asked.json()["verdict"], arrival["is"]["verdict"], "{words:?}");
    }
    // From the other side the same cells are gone, and none is new.
    run(&["data", "diff", new, old]).exits(1).says(&["values that are gone mega"]);
}
