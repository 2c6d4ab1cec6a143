//! Whole runs of the binary: what goes to which stream, with which exit code, in which language, in which format.

use crate::golden::{fits, same_as};
use crate::json::shape;
use crate::program::{Run, line, run, run_with};

const HELPDESK: &str = "check from=xp tools=sp1 server=sp1 on=2008 kind=ccr";

/// One question for each verdict, with the exit code it must get.
const QUESTIONS: [(&str, i32); 6] = [
    (HELPDESK, 1),
    ("check from=vista kind=clustered", 1),
    ("check from=2008 tools=sp2 server=sp2 on=2008 kind=scc", 0),
    ("check from=2003 tools=rtm server=sp1 on=2003 kind=ccr", 3),
    ("check from=xp kind=ccr", 3),
    ("check --strict from=xp tools=sp1 server=sp2 on=2003 kind=ccr", 3),
];

// --- answers ------------------------------------------------------------------------------------------------------------

#[test]
fn whole_answers_are_as_they_were() {
    for (file, words) in [
        ("check-unsupported.en.txt", HELPDESK.to_owned()),
        ("check-unsupported.ko.txt", format!("{HELPDESK} --lang ko")),
        ("check-supported.en.txt", QUESTIONS[2].0.to_owned()),
        ("check-undocumented.ko.txt", format!("{} --lang ko", QUESTIONS[3].0)),
        ("check-undetermined.en.txt", QUESTIONS[4].0.to_owned()),
        ("check-unsupported.md", format!("{} --format markdown", QUESTIONS[1].0)),
    ] {
        same_as(file, &line(&words).silent_on_stderr().stdout);
    }
}

#[test]
fn the_verdict_comes_first_with_a_sign_of_its_own() {
    for (words, first) in [
        (QUESTIONS[0].0, "✗ UNSUPPORTED · stated"),
        (QUESTIONS[2].0, "✓ SUPPORTED · stated"),
        (QUESTIONS[3].0, "– UNDOCUMENTED"),
        (QUESTIONS[4].0, "? UNDETERMINED"),
    ] {
        assert_eq!(line(words).stdout.lines().next(), Some(first), "{words}");
    }
}

#[test]
fn an_answer_exits_alike_in_every_language_and_format_and_fits_the_screen() {
    for (words, code) in QUESTIONS {
        for language in ["en", "ko"] {
            let told = line(&format!("{words} --lang {language}")).exits(code).silent_on_stderr().stdout;
            let commands = told.lines().filter(|line| line.starts_with("    canmanage"));
            let prose: Vec<&str> =
                told.lines().filter(|line| !commands.clone().any(|command| command == *line)).collect();
            fits(&prose.join("\n"), 80);
            for format in ["json", "markdown"] {
                line(&format!("{words} --lang {language} --format {format}")).exits(code).silent_on_stderr();
            }
        }
    }
}

#[test]
fn the_replay_of_an_answer_gives_the_answer_again() {
    for (words, code) in QUESTIONS {
        let told = line(words).exits(code).stdout;
        let replay = told.lines().find_map(|line| line.trim().strip_prefix("canmanage ")).expect("a replay");
        assert_eq!(run(&shlex::split(replay).expect("words")).exits(code).stdout, told, "{words}");
    }
}

#[test]
fn the_language_comes_from_the_argument_then_from_the_system() {
    let words: Vec<&str> = HELPDESK.split(' ').collect();
    let korean = line(&format!("{HELPDESK} --lang ko")).stdout;
    let english = line(HELPDESK).stdout;
    assert_ne!(korean, english);
    assert_eq!(run_with(&words, &[("LANG", "ko_KR.UTF-8")]).stdout, korean);
    assert_eq!(run_with(&words, &[("LC_ALL", "ko_KR.UTF-8"), ("LANG", "en_US.UTF-8")]).stdout, korean);
    assert_eq!(run_with(&words, &[("LANG", "de_DE.UTF-8")]).stdout, english, "English where it is none of ours");
    let asked: Vec<&str> = words.iter().copied().chain(["--lang", "en"]).collect();
    assert_eq!(run_with(&asked, &[("LANG", "ko_KR.UTF-8")]).stdout, english);
}

#[test]
fn the_same_question_gets_the_same_bytes() {
    for words in [
        HELPDESK,
        "check from=xp kind=ccr --format json",
        "matrix --format json",
        "matrix --all --format csv",
        "list values --format json",
        "explain cross-system",
        "data check data --format json",
    ] {
        let words: Vec<&str> = words.split(' ').chain(["--lang", "ko"]).collect();
        let first = run(&words);
        let other =
            run_with(&words, &[("LANG", "en_US.UTF-8"), ("COLUMNS", "40"), ("TERM", "dumb"), ("TZ", "Asia/Seoul")]);
        assert_eq!((first.stdout, first.stderr), (other.stdout, other.stderr), "{words:?}");
    }
}

#[test]
fn colour_is_laid_on_top_and_says_nothing_of_its_own() {
    for words in [HELPDESK, QUESTIONS[4].0, "matrix --table host", "explain cross-system", "list rules"] {
        let (plain, painted) = (line(&format!("{words} --color never")), line(&format!("{words} --color always")));
        assert!(!plain.stdout.contains('\u{1b}'));
        assert!(painted.stdout.contains("\u{1b}["), "{words}");
        assert_eq!(without_colour(&painted.stdout), plain.stdout, "{words}");
    }
    let words: Vec<&str> = HELPDESK.split(' ').collect();
    let coloured = |variables: &[(&str, &str)]| run_with(&words, variables).stdout.contains('\u{1b}');
    assert!(!coloured(&[]), "no terminal, no colour");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("NO_COLOR", "1")]));
}

/// The text without `ESC [ ... m`.
fn without_colour(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |bare, piece| bare + piece.split_once('m').map_or(piece, |(_, rest)| rest))
}

// --- JSON, frozen as version 1 ------------------------------------------------------------------------------------------

/// Keys may be added, never taken away nor moved: those of design.md stand in its order.
#[track_caller]
fn has_in_order(got: &[&str], frozen: &[&str]) {
    let kept: Vec<&str> = got.iter().copied().filter(|key| frozen.contains(key)).collect();
    assert_eq!(kept, frozen, "of {got:?}");
}

const ANSWER: [&str; 14] = [
    "format",
    "knowledge",
    "table",
    "facts",
    "verdict",
    "basis",
    "reasons",
    "cautions",
    "remedies",
    "alternatives",
    "open",
    "next_question",
    "sources",
    "replay",
];

#[test]
fn an_answer_as_json_has_the_keys_of_version_1_in_their_order() {
    for (words, _) in QUESTIONS {
        let told = line(&format!("{words} --format json")).stdout;
        let answer = shape(&told);
        has_in_order(&answer.keys(), &ANSWER);
        has_in_order(&answer.get("knowledge").keys(), &["name", "version", "digest"]);
        assert!(told.ends_with("}\n"));
    }
    let unsupported = shape(&line(&format!("{HELPDESK} --format json")).stdout);
    assert_eq!(unsupported.get("facts").keys(), ["from", "tools", "server", "on", "kind"], "in axis order");
    has_in_order(&unsupported.get("reasons").first().keys(), &["rule", "effect", "basis", "because", "sources"]);
    has_in_order(&unsupported.get("cautions").first().keys(), &["id", "text", "sources"]);
    has_in_order(&unsupported.get("remedies").first().keys(), &["id", "text", "commands"]);
    has_in_order(&unsupported.get("sources").first().keys(), &["id", "title", "date", "where"]);
    let open = shape(&line("check from=xp kind=ccr --format json").stdout);
    has_in_order(&open.get("open").first().keys(), &["axis", "outcomes"]);
}

#[test]
fn an_answer_as_json_says_what_the_contract_says() {
    let told = line(&format!("{HELPDESK} --format json")).exits(1).json();
    assert_eq!(told["format"], "canmanage/answer/1");
    assert_eq!(told["knowledge"]["name"], "exchange-2007");
    assert!(
        told["knowledge"]["digest"].as_str().is_some_and(|digest| digest.starts_with("sha256:") && digest.len() == 71)
    );
    assert_eq!(told["table"], "manage");
    assert_eq!(told["facts"]["kind"], serde_json::json!(["ccr"]));
    assert_eq!((&told["verdict"], &told["basis"]), (&"unsupported".into(), &"stated".into()));
    assert_eq!(told["reasons"][0]["rule"], "cross-system");
    assert_eq!(told["reasons"][0]["effect"], "forbid");
    assert_eq!(told["reasons"][1]["effect"], "permit", "the overruled permit is told after the forbids");
    assert_eq!(told["next_question"], serde_json::Value::Null);
    assert_eq!(told["open"], serde_json::json!([]));
    assert_eq!(told["sources"][0]["id"], "bb676559");
    assert_eq!(told["sources"][0]["date"], "2011-11-14");
    let open = line("check from=xp kind=ccr --format json").exits(3).json();
    assert_eq!(open["basis"], serde_json::Value::Null);
    assert_eq!(open["reasons"], serde_json::json!([]));
    let on = open["open"].as_array().expect("open").iter().find(|open| open["axis"] == "on").expect("on");
    assert_eq!(
        on["outcomes"],
        serde_json::json!({ "windows-server-2003": "undetermined", "windows-server-2008": "unsupported" })
    );
    let dated = line("check from=vista kind=ccr --format json").json();
    assert_eq!(dated["reasons"][0]["as_of"], "2011-11-14", "M4 is provisional and shown with its date");
}

#[test]
fn a_grid_as_json_has_every_cell_in_axis_order() {
    let told = line("matrix --format json").exits(0);
    let keys = shape(&told.stdout);
    has_in_order(&keys.keys(), &["format", "table", "axes", "cells"]);
    assert_eq!(keys.get("axes").keys(), ["from", "tools", "server", "on", "kind"]);
    assert_eq!(
        keys.get("cells").first().keys(),
        ["from", "tools", "server", "on", "kind", "verdict", "basis", "rules"]
    );
    let told = told.json();
    assert_eq!(told["format"], "canmanage/matrix/1");
    let axes = ["from", "tools", "server", "on", "kind"];
    let position = |cell: &serde_json::Value| {
        let at =
            |axis: &&str| told["axes"][axis].as_array().expect("values").iter().position(|value| *value == cell[axis]);
        axes.iter().map(|axis| at(axis).expect("listed")).collect::<Vec<_>>()
    };
    let order: Vec<Vec<usize>> = told["cells"].as_array().expect("cells").iter().map(position).collect();
    assert_eq!(order.len(), 4 * 3 * 3 * 2 * 3);
    assert!(order.is_sorted());
}

#[test]
fn a_slice_of_a_grid_is_what_check_says_of_each_cell() {
    let told = line("matrix from=vista,2008r2 server=sp2 on=2008 kind=ccr --format json").exits(0).json();
    let cells = told["cells"].as_array().expect("cells");
    assert_eq!(cells.len(), 2 * 3);
    for cell in cells {
        let facts = ["from", "tools", "server", "on", "kind"]
            .map(|axis| format!("{axis}={}", cell[axis].as_str().expect(axis)));
        let answer = run(&[&["check", "--format", "json"], &facts.each_ref().map(String::as_str)[..]].concat()).json();
        assert_eq!((&answer["verdict"], &answer["basis"]), (&cell["verdict"], &cell["basis"]), "{facts:?}");
    }
}

// --- the other verbs ----------------------------------------------------------------------------------------------------

#[test]
fn explain_knows_rules_values_remedies_packages_sources_codes_builds_and_names() {
    for (id, words) in [
        ("cross-system", vec!["cross-system (rule)", "forbid", "bb676559", "tables/manage.toml:"]),
        ("windows-vista", vec!["windows-vista (value)", "Windows Vista"]),
        ("clustered", vec!["group of values", "ccr"]),
        ("remote-desktop", vec!["(remedy)"]),
        ("rsat-clustering", vec!["(package)"]),
        ("bb676559", vec!["(source)", "2011-11-14", "the vendor"]),
        ("dangling-reference", vec!["kind of finding"]),
        ("8.1.278.2", vec!["exchange-2007-sp1", "SP1 RU2", "KB948016"]),
        ("XP x64", vec!["windows-xp-x64"]),
        ("manage", vec!["14700", "216"]),
        ("manage/on", vec!["(axis)"]),
        ("CROSS-SYSTEM", vec!["cross-system (rule)"]),
    ] {
        let told = run(&["explain", id]).exits(0).silent_on_stderr().says(&words);
        fits(&told.stdout, 80);
        let shown = run(&["explain", id, "--format", "json", "--lang", "ko"]).exits(0).json();
        assert_eq!(shown["format"], "canmanage/explain/1");
        assert!(shown["entries"].as_array().is_some_and(|entries| !entries.is_empty()), "{id}");
    }
    line("explain rtm-on-2003").exits(0).says(&["host"]);
    line("explain cros-system").exits(2).silent_on_stdout().complains(&["`cros-system`", "`cross-system`"]);
}

#[test]
fn list_lists_each_kind_and_explain_knows_all_it_lists() {
    for (kind, least) in [
        ("tables", 4),
        ("axes", 14),
        ("values", 30),
        ("rules", 60),
        ("remedies", 10),
        ("packages", 8),
        ("sources", 25),
        ("codes", 17),
    ] {
        line(&format!("list {kind}")).exits(0).silent_on_stderr();
        let told = line(&format!("list {kind} --format json")).exits(0).json();
        let entries = told["entries"].as_array().expect("entries");
        assert!(entries.len() >= least, "{kind}: {}", entries.len());
        let id = entries.last().expect("an entry")["id"].as_str().expect("an id");
        run(&["explain", id]).exits(0).says(&[id]);
    }
}

#[test]
fn the_shipped_knowledge_passes_its_own_check() {
    let files = crate::folder::files("data").iter().count().to_string();
    for language in ["en", "ko"] {
        line(&format!("data check data --lang {language}")).exits(0).silent_on_stdout().complains(&[&files]);
        line(&format!("data check data --quiet --lang {language}")).exits(0).silent_on_stdout().silent_on_stderr();
    }
    let told = line("data check data --format json").exits(0).silent_on_stderr().json();
    assert_eq!((&told["errors"], &told["warnings"], &told["findings"]), (&0.into(), &0.into(), &serde_json::json!([])));
}

#[test]
fn the_folder_data_answers_like_the_embedded_knowledge() {
    for (words, code) in QUESTIONS {
        let (embedded, folder) =
            (line(&format!("{words} --format json")), line(&format!("{words} --format json --data data")));
        let bare = |run: Run| {
            let mut told = run.exits(code).json();
            told.as_object_mut().expect("an object").remove("replay");
            told
        };
        assert_eq!(bare(embedded), bare(folder), "{words}");
    }
}

#[test]
fn help_version_completions_and_the_manual_are_answers() {
    line("--version").exits(0).says(&["canmanage 0."]);
    line("--help").exits(0).says(&["check", "matrix", "explain", "list", "data"]).silent_on_stderr();
    line("check --help --lang ko").exits(0).silent_on_stderr();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        line(&format!("completions {shell}")).exits(0).says(&["canmanage"]).silent_on_stderr();
    }
    line("man").exits(0).says(&[".TH"]).silent_on_stderr();
}

// --- what cannot be answered --------------------------------------------------------------------------------------------

/// Wrong words, and what the complaint must name.
const WRONG: [(&str, &[&str]); 20] = [
    ("check form=xp", &["`form`", "`from`"]),
    ("check from=vistaa", &["`vistaa`", "`vista`"]),
    ("check from=WIN03X64", &["`WIN03X64`"]),
    ("check from=", &["`from=`"]),
    ("check from", &["`from`"]),
    ("check from=xp from=vista", &["`from`"]),
    ("check from=windows-server-2003 form=1 tools=wat", &["`form`", "`wat`"]), // all at once
    ("check --table install on=windows-server-2003-sp2,banana", &["`banana`"]),
    ("check --table upgrade on=xp", &["windows-xp", "windows-server-2003-sp2"]),
    ("check --table mange from=xp", &["`mange`", "manage"]),
    ("check", &["AXIS=VALUE"]),
    ("chekc from=xp", &["`chekc`", "`check`"]),
    ("check from=xp --wat", &["`--wat`"]),
    ("check from=xp --format csv", &["csv", "json"]),
    ("check from=xp --format yaml", &["yaml", "json"]),
    ("list codes --format csv", &["csv", "json"]),
    ("list banana", &["banana", "sources"]),
    ("explain", &["ID"]),
    ("matrix --rows from --columns from", &["`from`"]),
    ("matrix --width 5", &["5"]),
];

#[test]
fn what_cannot_be_understood_is_a_usage_error_with_near_matches_and_never_a_verdict() {
    for (words, told) in WRONG {
        for language in ["en", "ko"] {
            let run = line(&format!("{words} --lang {language}")).exits(2).silent_on_stdout().complains(told);
            assert!(!run.stderr.contains("canmanage::"), "no type names: {}", run.stderr);
        }
    }
    run::<&str>(&[]).exits(2).silent_on_stdout();
}

#[test]
fn in_json_mode_errors_are_json_on_stdout_as_well() {
    for (words, told) in WRONG {
        if words.contains("--format") {
            continue;
        }
        let errors = line(&format!("{words} --format json")).exits(2).complains(told).json();
        assert_eq!(errors["format"], "canmanage/error/1", "{words}");
        let errors = errors["errors"].as_array().expect("errors");
        assert!(errors.iter().all(|error| error["kind"] == "usage" && error["near"].is_array()), "{words}");
    }
    let near = line("check from=vistaa --format json").json();
    assert_eq!(near["errors"][0]["near"], serde_json::json!(["vista"]));
    let input = line("check from=xp --data /nowhere/at/all --format json").exits(4).json();
    assert_eq!(input["errors"][0]["kind"], "input");
}

#[test]
fn an_ambiguous_name_is_noted_on_stderr_unless_quiet() {
    let words = "check from=R2 kind=ccr";
    let loud = line(words).exits(3).complains(&["`R2`", "windows-server-2003", "windows-server-2008-r2"]);
    let quiet = line(&format!("{words} -q")).exits(3).silent_on_stderr();
    assert_eq!(loud.stdout, quiet.stdout);
}

#[test]
fn hostile_text_never_reaches_the_terminal() {
    let hostile = "x\u{1b}[31m\u{202e}\u{2066}\u{9b}\u{7}y";
    for arguments in [
        vec!["check".to_owned(), format!("from={hostile}")],
        vec!["check".to_owned(), format!("{hostile}=xp")],
        vec!["check".to_owned(), hostile.to_owned()],
        vec!["check".to_owned(), "from=xp".to_owned(), "--table".to_owned(), hostile.to_owned()],
        vec!["check".to_owned(), "from=xp".to_owned(), "--data".to_owned(), hostile.to_owned()],
        vec!["check".to_owned(), "from=xp".to_owned(), "--format".to_owned(), hostile.to_owned()],
        vec!["check".to_owned(), format!("--{hostile}")],
        vec!["explain".to_owned(), hostile.to_owned()],
        vec!["matrix".to_owned(), "--rows".to_owned(), hostile.to_owned()],
        vec!["list".to_owned(), hostile.to_owned()],
        vec![hostile.to_owned()],
        vec!["data".to_owned(), "check".to_owned(), hostile.to_owned()],
        vec!["completions".to_owned(), hostile.to_owned()],
    ] {
        for format in [None, Some("--format=json")] {
            let run = run(&arguments.iter().map(String::as_str).chain(format).collect::<Vec<_>>());
            assert!(run.code == 2 || run.code == 4, "{arguments:?}: {}", run.code);
            for raw in ['\u{1b}', '\u{202e}', '\u{2066}', '\u{9b}', '\u{7}'] {
                assert!(!run.stdout.contains(raw) && !run.stderr.contains(raw), "{arguments:?} lets {raw:?} through");
            }
        }
    }
}
