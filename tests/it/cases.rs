//! Questions as people type them, with the answer they must get: one table an answer in tests/cases/*.toml, read by the
//! program as a whole. What a case may say is below; what it leaves out must not be there.

use std::collections::BTreeMap;

use canmanage::model::Effect;
use serde::Deserialize;

use crate::folder::toml_of;
use crate::program::run;

/// `[<what is asked>]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Case {
    /// As typed, of the table that the file is named after.
    facts: Vec<String>,
    #[serde(default)]
    strict: bool,
    verdict: String,
    /// What the program must exit with.
    exit: i32,
    /// Compared if given.
    basis: Option<String>,
    /// Each must be among the reasons.
    #[serde(default)]
    rules: Vec<String>,
    /// None of these may be.
    #[serde(default)]
    never: Vec<String>,
    /// Each must be among the cautions, and the remedies, and the sources.
    #[serde(default)]
    cautions: Vec<String>,
    #[serde(default)]
    remedies: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    /// What can be chosen, the best first, as `axis=value basis`; all of it.
    #[serde(default)]
    choices: Vec<String>,
    /// The axis to ask about next.
    next: Option<String>,
    /// Axes on which it depends, all of them.
    #[serde(default)]
    open: Vec<String>,
    /// What each axis was understood to be, by ids.
    #[serde(default)]
    means: BTreeMap<String, Vec<String>>,
    /// Whether stderr notes that a name can mean several values.
    #[serde(default)]
    ambiguous: bool,
}

const FILES: [&str; 4] = ["manage", "install", "host", "upgrade"];

fn cases(file: &str) -> BTreeMap<String, Case> {
    toml_of(&format!("tests/cases/{file}.toml"))
}

/// The arguments that ask it.
fn asked(table: &str, case: &Case) -> Vec<String> {
    let options = ["check", "--format", "json", "--table", table].into_iter().chain(case.strict.then_some("--strict"));
    options.chain(case.facts.iter().map(String::as_str)).map(str::to_owned).collect()
}

/// Every question of every file, with its table.
pub fn questions() -> Vec<(String, Vec<String>)> {
    let of = |file: &str| cases(file).values().map(|case| (file.to_owned(), asked(file, case))).collect::<Vec<_>>();
    FILES.into_iter().flat_map(of).collect()
}

/// What is wrong with the answer to a case.
fn differences(file: &str, case: &Case) -> Vec<String> {
    let run = run(&asked(file, case));
    let Ok(told) = serde_json::from_str::<serde_json::Value>(&run.stdout) else {
        return vec![format!("no JSON: {}{}", run.stdout, run.stderr)];
    };
    let ids = |list: &str, key: &str| -> Vec<String> {
        let entries = told[list].as_array().into_iter().flatten();
        entries.filter_map(|entry| entry[key].as_str().map(str::to_owned)).collect()
    };
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("none").to_owned();
    let mut found = Vec::new();
    let mut compare = |what: &str, expected: &dyn std::fmt::Debug, got: &dyn std::fmt::Debug| {
        let (expected, got) = (format!("{expected:?}"), format!("{got:?}"));
        if expected != got {
            found.push(format!("{what}: expected {expected}, got {got}"));
        }
    };
    compare("verdict", &case.verdict, &text(&told["verdict"]));
    compare("exit", &case.exit, &run.code);
    if let Some(basis) = &case.basis {
        compare("basis", basis, &text(&told["basis"]));
    }
    compare("next", &case.next.as_deref().unwrap_or("none"), &text(&told["next_question"]["axis"]));
    compare("open", &case.open, &ids("open", "axis"));
    let change = |choice: &serde_json::Value| {
        let values =
            choice["change"].as_object().into_iter().flatten().map(|(axis, id)| format!("{axis}={}", text(id)));
        format!("{} {}", values.collect::<Vec<_>>().join(" "), text(&choice["basis"]))
    };
    compare(
        "choices",
        &case.choices,
        &told["choices"].as_array().into_iter().flatten().map(change).collect::<Vec<_>>(),
    );
    compare("ambiguous", &case.ambiguous, &!run.stderr.is_empty());
    for (axis, values) in &case.means {
        compare(axis, values, &told["facts"][axis].as_array().into_iter().flatten().map(text).collect::<Vec<_>>());
    }
    for (list, key, wanted) in [
        ("reasons", "rule", &case.rules),
        ("cautions", "id", &case.cautions),
        ("remedies", "id", &case.remedies),
        ("sources", "id", &case.sources),
    ] {
        let got = ids(list, key);
        found.extend(wanted.iter().filter(|id| !got.contains(id)).map(|id| format!("{list}: no {id} in {got:?}")));
    }
    let reasons = ids("reasons", "rule");
    found.extend(case.never.iter().filter(|id| reasons.contains(id)).map(|id| format!("reasons: {id}")));
    found
}

/// Every case of a file; all differences are shown, not only the first.
#[track_caller]
fn all_hold(file: &str) {
    let wrong: Vec<String> = cases(file)
        .iter()
        .filter_map(|(name, case)| {
            let found = differences(file, case);
            (!found.is_empty()).then(|| format!("[{name}] {}\n  {}", case.facts.join(" "), found.join("\n  ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{} cases of {file}.toml:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn managing() {
    all_hold("manage");
}

#[test]
fn installing() {
    all_hold("install");
}

#[test]
fn hosting() {
    all_hold("host");
}

#[test]
fn upgrading() {
    all_hold("upgrade");
}

#[test]
fn every_rule_and_every_silent_entry_decides_some_case() {
    let knowledge = canmanage::embedded::knowledge().expect("embedded");
    for table in knowledge.tables() {
        let cases = cases(&table.id);
        let named: Vec<&String> = cases.values().flat_map(|case| &case.rules).collect();
        let ids = table.rules().chain(table.of(Effect::Silent)).map(|(_, one)| &one.id);
        let missing: Vec<&String> = ids.filter(|id| !named.contains(id)).collect();
        assert!(missing.is_empty(), "tests/cases/{}.toml names none of {missing:?}", table.id);
    }
}

#[test]
fn there_are_cases_for_every_verdict_of_every_table() {
    for file in FILES {
        for verdict in ["supported", "unsupported", "undocumented", "undetermined"] {
            assert!(cases(file).values().any(|case| case.verdict == verdict), "{file}: {verdict}");
        }
    }
}
