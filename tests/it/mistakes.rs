//! Words that cannot be understood: usage errors that name near matches, the same in JSON, and harmless to a terminal.

use canmanage::diag::suggest::nearest;

use crate::program::{line, run};

/// Wrong words, and what the complaint must name.
const WRONG: [(&str, &[&str]); 24] = [
    ("check form=xp", &["`form`", "`from`"]),
    ("check from=vistaa", &["`vistaa`", "`vista`"]),
    ("check from=WIN03X64", &["`WIN03X64`"]),
    ("check from=", &["`from=`"]),
    ("check from", &["`from`"]),
    ("check from==xp", &["`from==xp`"]),
    ("check from=xp,", &["`from=xp,`"]),
    ("check from=xp,,vista", &["`from=xp,,vista`"]),
    ("check =xp", &["`=xp`"]),
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
    assert!(loud.stdout.contains("UNDETERMINED"), "{}", loud.stdout);
    assert_eq!(quiet.stdout, "undetermined\n");
}

#[test]
fn hostile_text_never_reaches_the_terminal() {
    let hostile = "x\u{1b}[31m\u{202e}\u{2066}\u{9b}\u{7}y";
    let words = "check from=X, check X=xp, check X, check from=xp --table X, check from=xp --data X, \
                 check from=xp --format X, check --X, explain X, matrix --rows X, list X, X, data check X, completions X";
    for words in words.split(", ") {
        for format in ["", " --format=json"] {
            let run = line(&(words.replace('X', hostile) + format));
            assert!(run.code == 2 || run.code == 4, "{words}: {}", run.code);
            run.is_harmless();
        }
    }
}

#[test]
fn the_nearest_comes_first_and_strangers_not_at_all() {
    let known = ["remote-desktop", "remove-rollups", "use-setup"];
    assert_eq!(nearest("remote-desktp", known, 3).first(), Some(&"remote-desktop"));
    assert_eq!(nearest("banana", known, 3), Vec::<&str>::new());
}

#[test]
fn a_version_number_that_nobody_has_is_told_as_what_it_is() {
    let base = ["check", "--lang", "en", "--data", "tests/lints/base"];
    run(&[&base[..], &["device=1.2"]].concat()).exits(2).complains(&[
        "it is a version number",
        "has `builds`",
        "known: ",
    ]);
    // Where values have builds, no other number is near.
    let told = run(&[&base[..], &["charger=3.1"]].concat()).exits(2).complains(&["knows no `3.1`", "known: "]);
    assert!(!told.stderr.contains("did you mean"), "{}", told.stderr);
}
