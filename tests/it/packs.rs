//! A folder about something else, Kubernetes version skew, answers every verb through `--data`: the engine knows no product.

use crate::program::{Run, line, run};

pub const PACK: &str = "tests/packs/version-skew";

#[track_caller]
fn ask(words: &str) -> Run {
    line(&format!("{words} --data {PACK}"))
}

#[test]
fn it_answers_facts_with_every_kind_of_verdict() {
    for (facts, code, rule) in [
        ("component=kubectl client=v1.29.3 server=1.28", 0, "kubectl-one-minor"),
        ("component=kubectl client=1.30 server=1.28", 1, "kubectl-too-new"),
        ("component=kubelet client=v1.28 server=v1.31.2", 0, "node-older"),
        ("component=kubelet client=1.28 server=1.32", 1, "kubelet-too-old"),
        ("component=큐블릿 client=1.24 server=1.27", 1, "node-before-1-25"),
        ("client=v1-28 server=v1-28", 0, "same-minor"),
        ("component=node client=1.29 server=1.28", 1, "node-newer"),
        ("component=kubectl client=1.20 server=1.20", 0, "same-minor-1-20"),
        ("client=unreleased server=1.32", 3, "development-build"),
    ] {
        for language in ["en", "ko"] {
            let told =
                ask(&format!("check {facts} --lang {language} --format json")).exits(code).silent_on_stderr().json();
            let reasons = told["reasons"].as_array().expect("reasons");
            assert!(reasons.iter().any(|reason| reason["rule"] == rule), "{facts}: {reasons:?}");
            assert_eq!((&told["table"], &told["knowledge"]["name"]), (&"skew".into(), &"version-skew".into()));
        }
        let text =
            ask(&format!("check {facts} -v")).exits(code).says(&[rule, "--data tests/packs/version-skew"]).stdout;
        assert!(!text.contains("Exchange") && !text.contains("Windows"), "{text}");
    }
}

#[test]
fn it_asks_for_the_component_when_that_decides() {
    let told = ask("check client=1.29 server=1.28 --format json").exits(3).json();
    assert_eq!((&told["verdict"], &told["next_question"]["axis"]), (&"undetermined".into(), &"component".into()));
    let outcomes = serde_json::json!({ "kubectl": "supported", "kubelet": "unsupported", "kube-proxy": "unsupported" });
    assert_eq!(told["open"][0]["outcomes"], outcomes);
}

#[test]
fn strictly_the_old_pair_is_undocumented() {
    ask("check component=kubelet client=1.20 server=1.20 --strict").exits(3).says(&["UNDOCUMENTED", "same-minor-1-20"]);
}

/// Nothing in the question says which of the two is the client: with one way round it is supported, with the other not.
#[test]
fn the_order_of_two_versions_decides_nothing() {
    let question = "API server 1.26 with kubelet 1.28";
    let told = run(&["ask", question, "--format", "json", "--data", PACK]).exits(3).json();
    assert_eq!(told["verdict"], "undetermined", "{told:#}");
    let verdicts: Vec<_> =
        told["answers"].as_array().expect("both readings").iter().map(|one| &one["verdict"]).collect();
    assert_eq!(verdicts, ["supported", "unsupported"]);
}

#[test]
fn its_names_are_its_own() {
    ask("check component=kubectl client=xp").exits(2).silent_on_stdout().complains(&["`xp`"]);
    ask("check from=1.28").exits(2).complains(&["`from`", "client"]);
    ask("explain windows-vista").exits(2).complains(&["windows-vista"]);
    ask("check --table manage client=1.28").exits(2).complains(&["skew"]);
    line("check component=kubectl").exits(2).complains(&["`component`"]); // and the embedded knowledge knows none of it
}

#[test]
fn its_grid_has_the_sums_of_its_ledger() {
    let sums = |words: &str| {
        let told = ask(&format!("matrix --format json {words}")).exits(0).json();
        let cells = told["cells"].as_array().expect("cells").clone();
        let count = |verdict: &str| cells.iter().filter(|cell| cell["verdict"] == verdict).count();
        [cells.len(), count("supported"), count("unsupported"), count("undocumented")]
    };
    assert_eq!(sums(""), [243, 83, 160, 0]);
    assert_eq!(sums("component=kubectl"), [81, 25, 56, 0]);
    assert_eq!(sums("--all"), [363, 86, 214, 63]);
    assert_eq!(sums("component=kubelet client=1.24"), [9, 3, 6, 0]);
}

#[test]
fn its_grid_can_be_drawn_and_its_entries_listed_and_explained() {
    for language in ["en", "ko"] {
        let grid = ask(&format!("matrix component=kubectl --lang {language}")).exits(0).silent_on_stderr();
        crate::golden::fits(&grid.stdout, 80);
    }
    ask("list tables").exits(0).says(&["skew"]);
    ask("list rules").exits(0).says(&["node-older", "kubectl-too-old"]);
    assert_eq!(ask("list packages --lang en").exits(0).stdout.trim(), "none", "nothing in it can be installed");
    ask("explain node-older").exits(0).says(&["(rule)", "permit", "tables/skew.toml:"]);
    ask("explain skew-policy").exits(0).says(&["(source)", "Kubernetes"]);
}

#[test]
fn it_is_without_a_finding() {
    line(&format!("data check {PACK}")).exits(0).silent_on_stdout();
}
