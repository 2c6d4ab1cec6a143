//! A folder about something else, Kubernetes version skew, answers every verb through `--data`: the engine knows no product.

use canmanage::Verdict;

use crate::program::{Run, in_root, line, run};

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

/// The policy as it says it, in arithmetic: the component, its minor and that of the API server.
fn policy(component: &str, client: i64, server: i64) -> &'static str {
    let behind = server - client;
    let fits = match component {
        "kubectl" => behind.abs() <= 1,
        _ if client < 25 => (0..=2).contains(&behind),
        _ => (0..=3).contains(&behind),
    };
    if fits { "supported" } else { "unsupported" }
}

#[test]
fn its_cells_are_those_that_the_policy_gives() {
    let told = ask("matrix --all --format json").exits(0).json();
    let cells = told["cells"].as_array().expect("cells");
    assert_eq!(cells.len(), 3 * 11 * 11);
    for cell in cells {
        let text = |key: &str| cell[key].as_str().expect("text");
        let minor = |axis: &str| text(axis).strip_prefix("v1-").map(|minor| minor.parse().expect("a minor"));
        let expected = match (minor("client"), minor("server")) {
            (Some(client), Some(server)) => policy(text("component"), client, server),
            _ => "undocumented",
        };
        let basis = if (text("client"), text("server")) == ("v1-20", "v1-20") { "inferred" } else { "stated" };
        let basis = if expected == "undocumented" { &serde_json::Value::Null } else { &basis.into() };
        assert_eq!((text("verdict"), &cell["basis"]), (expected, basis), "{cell}");
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

const DATED: &str = "tests/packs/django-on-python";

/// The table as it was read (endoflife-date/endoflife.date, products/django.md, `supportedPythonVersions`), a series a line.
const AS_READ: &str = "\
6.0  3.12 - 3.14
5.2  3.10 - 3.14 (added in 5.2.8)
5.1  3.10 - 3.13 (added in 5.1.3)
5.0  3.10 - 3.12
4.2  3.8 - 3.12 (added in 4.2.8)
4.1  3.8 - 3.11 (added in 4.1.3)
4.0  3.8 - 3.10
3.2  3.6 - 3.10 (added in 3.2.9)";

/// Whether a patch release of Django runs on a minor of Python, as the line of its series says.
fn as_read(series: &str, patch: u32, python: (u32, u32)) -> bool {
    let line = AS_READ.lines().find_map(|line| line.strip_prefix(series)).expect(series);
    let (range, added) = line.split_once(" (added in ").unwrap_or((line, ""));
    let (first, last) = range.trim().split_once(" - ").expect("a range");
    let minor =
        |text: &str| text.split_once('.').map(|(_, minor)| minor.parse::<u32>().expect("a minor")).expect("a dot");
    let since = added.trim_end_matches(')').rsplit('.').next().and_then(|patch| patch.parse().ok()).unwrap_or(0);
    let (first, last) = (minor(first), minor(last));
    python.0 == 3 && (first..=last).contains(&python.1) && (python.1 < last || patch >= since)
}

/// Every series as it comes and in patch releases around each threshold, on every version of Python, typed as people type them.
#[test]
fn what_is_typed_of_patch_releases_is_answered_as_the_table_was_read() {
    let advisor = canmanage::Advisor::of_folder(&in_root(DATED)).expect("the pack");
    let mut asked = 0;
    for (series, _) in AS_READ.lines().filter_map(|line| line.split_once(' ')) {
        for patch in [0, 2, 3, 7, 8, 9, 12] {
            for (python, version) in [("2.7.18", (2, 7)), ("3.5.2", (3, 5))]
                .into_iter()
                .map(|(text, version)| (text.to_owned(), version))
                .chain((6..=14).map(|minor| (format!("3.{minor}.4"), (3, minor))))
            {
                let facts = [format!("django={series}.{patch}"), format!("python={python}")];
                let answer = advisor.check(&facts).expect("facts");
                let expected = if as_read(series, patch, version) { Verdict::Supported } else { Verdict::Unsupported };
                assert_eq!(answer.verdict, Some(expected), "{facts:?}");
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 8 * 7 * 11);
}

#[test]
fn texts_show_the_dates_of_what_is_asked() {
    let ask = |words: &str| line(&format!("{words} --data {DATED} --width 200"));
    ask("check django=4.2.11 python=3.8").exits(0).says(&[
        "Django 4.2.8 or later gets security fixes until 2026-04-30.",
        "Python 3.8 itself is no longer maintained: its end of life was 2024-10.",
    ]);
    ask("check django=4.2.11 python=3.8 -v").exits(0).says(&["as of 2026-03-03", "endoflife-django", "python-cycle"]);
    // The series alone is both kinds of patch release, and is called by its name.
    ask("check django=5.2 python=3.9").exits(1).says(&["lists for Django 5.2."]);
    ask("check django=5.2 python=3.9 --lang ko").exits(1).says(&["Django 5.2에 대해"]);
    ask("check python=3.13").exits(0).says(&["until 2028-04-30 (<5.2.8/5.2.8+), 2027-04-30 (6.0)"]);
    ask("explain django-until").exits(0).says(&["<Django> gets security fixes until <end of security fixes>."]);
    ask("matrix").exits(0).says(&["5.2.8+", "supported, stated by a source: 50", "unsupported: 67"]);
}

#[test]
fn the_newest_that_is_maintained_is_suggested_first() {
    let told = line(&format!("check python=3.12 --format json --data {DATED}")).exits(0).json();
    let choices: Vec<_> =
        told["choices"].as_array().expect("choices").iter().map(|one| &one["change"]["django"]).collect();
    let expected = [
        "django-6-0",
        "django-5-2-8",
        "django-5-2-before-8",
        "django-4-2-8",
        "django-5-1-3",
        "django-5-1-before-3",
        "django-5-0",
    ];
    assert_eq!(choices, expected, "maintained ones first, of these the newest");
}

#[test]
fn a_machine_is_set_up_without_anything_to_choose() {
    let ask = |words: &[&str]| run(&[words, &["--data", DATED, "--width", "200"]].concat());
    let told = ask(&["setup", "--from", "3.12", "--manage", "django=4.2.11"]).exits(0);
    told.says(&["pip install Django~=<release>", "virtual environment", "2026-04-30"]);
    ask(&["setup", "--from", "3.8", "--manage", "django=5.2"]).exits(1).says(&["python-too-old"]);
    ask(&["ask", "Can I run Django 4.2.11 on Python 3.12?"]).exits(0).says(&["django-4-2"]);
    ask(&["ask", "장고 5.2를 파이썬 3.9에서 실행할 수 있나요?"]).exits(1).says(&["python-too-old"]);
}
