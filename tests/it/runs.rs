//! Whole runs of the binary that end in an answer: streams, exit codes, languages, formats, verb by verb.

use crate::folder::{copy, files, fresh, written};
use crate::golden::{fits, same_as};
use crate::program::{line, run, run_with};

pub const HELPDESK: &str = "check from=xp tools=sp1 server=sp1 on=2008 kind=ccr";

/// One question for each verdict, with the exit code it must get.
pub const QUESTIONS: [(&str, i32); 6] = [
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
        ("check-unsupported.full.en.txt", format!("{HELPDESK} -v")),
        ("check-supported.full.ko.txt", format!("{} -v --lang ko", QUESTIONS[2].0)),
        ("check-unsupported.md", format!("{} --format markdown", QUESTIONS[1].0)),
    ] {
        same_as(file, &line(&words).silent_on_stderr().stdout);
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
        let told = line(&format!("{words} -v")).exits(code).stdout;
        let replay = told.lines().rev().find_map(|line| line.trim().strip_prefix("canmanage ")).expect("a replay");
        let again = shlex::split(&format!("{replay} -v")).expect("words");
        assert_eq!(run(&again).exits(code).stdout, told, "{words}");
    }
}

#[test]
fn quiet_says_the_verdict_in_a_word() {
    for (words, code) in QUESTIONS {
        let told = line(&format!("{words} -q")).exits(code).silent_on_stderr().stdout;
        assert_eq!(told.split_whitespace().count(), 1, "{told}");
    }
    line(&format!("{HELPDESK} -q --lang ko")).exits(1).says(&["지원되지 않음"]);
}

#[test]
#[cfg(unix)] // elsewhere the system is not asked by variables
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
        ("manage", vec!["manage (table)", "216"]),
        ("manage/on", vec!["(axis)"]),
        ("CROSS-SYSTEM", vec!["cross-system (rule)"]),
        (
            "upgrade-server",
            vec!["(move)", "(step of an upgrade)", "Upgrade <server> to <target> on <node>", "Setup.com /upgradeCMS"],
        ),
        ("stuck", vec!["(finding about a cluster", "No order of moves brings <servers>"]),
        ("groups-not-said", vec!["stated", "bb676559"]),
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
fn explain_shows_every_condition_as_it_is_written_however_its_keys_are() {
    for folder in ["data", "tests/packs/version-skew", "tests/packs/django-on-python"] {
        for (_, file) in files(folder).iter().filter(|(_, file)| file.path.starts_with("tables/")) {
            let written: toml::Table = file.text.parse().expect("TOML");
            let table = file.path.trim_start_matches("tables/").trim_end_matches(".toml");
            for section in ["permit", "forbid", "caution", "silent"] {
                let entries = written.get(section).and_then(|section| section.as_table()).into_iter().flatten();
                let stride = if section == "permit" { 1 } else { 3 };
                for (id, entry) in entries.step_by(stride) {
                    let id = format!("{table}/{id}");
                    // The embedded knowledge takes no time to be compiled.
                    let folder = if folder == "data" { &[][..] } else { &["--data", folder] };
                    let shown = run(&[&["explain", &id, "--format", "json"], folder].concat()).exits(0).json();
                    let when = shown["entries"][0]["when"].as_str().expect("a condition");
                    let read: toml::Table = format!("when = {when}").parse().unwrap_or_else(|_| panic!("{id}: {when}"));
                    assert_eq!(read["when"], entry["when"], "{id}");
                }
            }
        }
    }
    line("explain same-level-tools").says(&["holds when        { from = [\"windows-xp\", "]);
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
    let files = files("data").iter().count().to_string();
    for language in ["en", "ko"] {
        line(&format!("data check data --lang {language}")).exits(0).silent_on_stdout().complains(&[&files]);
        line(&format!("data check data --quiet --lang {language}")).exits(0).silent_on_stdout().silent_on_stderr();
    }
    let told = line("data check data --format json").exits(0).silent_on_stderr().json();
    assert_eq!((&told["errors"], &told["warnings"], &told["findings"]), (&0.into(), &0.into(), &serde_json::json!([])));
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing_that_is_known() {
    let place = fresh("line-ends");
    for (_, file) in files("data").iter() {
        written(&place, &file.path, format!("\u{feff}{}", file.text.replace('\n', "\r\n")));
    }
    let folder = place.to_str().expect("UTF-8");
    run(&["data", "check", folder]).exits(0).silent_on_stdout();
    let digest = |arguments: &[&str]| run(arguments).exits(1).json()["knowledge"]["digest"].clone();
    let words: Vec<&str> = HELPDESK.split(' ').chain(["--format", "json"]).collect();
    assert_eq!(digest(&words), digest(&[&words[..], &["--data", folder]].concat()));
}

#[test]
fn a_folder_with_blanks_in_its_name_can_be_asked_again() {
    let place = copy("tests/packs/version-skew", "blanks in $its name's", &[]);
    let told =
        run(&["check", "client=1.28", "server=1.28", "--data", place.to_str().expect("UTF-8"), "-v"]).exits(0).stdout;
    let replay = told.lines().find_map(|line| line.trim().strip_prefix("canmanage ")).expect("a replay");
    assert_eq!(run(&shlex::split(&format!("{replay} -v")).expect("words")).exits(0).stdout, told);
}

#[test]
fn help_version_and_completions_are_answers() {
    line("--version").exits(0).says(&["canmanage 0."]);
    line("--help").exits(0).says(&["check", "matrix", "explain", "list", "data"]).silent_on_stderr();
    line("check --help --lang ko").exits(0).silent_on_stderr();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        line(&format!("completions {shell}")).exits(0).says(&["canmanage"]).silent_on_stderr();
    }
}

// --- help, completions, the manual --------------------------------------------------------------------------------------

#[test]
fn help_names_every_value_that_an_argument_takes() {
    for (command, wrong) in [
        ("list", "list banana"),
        ("data new", "data new banana"),
        ("data schema", "data schema banana"),
        ("completions", "completions banana"),
        ("check", "check from=xp --format banana"),
        ("check", "check from=xp --color banana"),
    ] {
        let complaint = line(&format!("{wrong} --lang en")).exits(2).stderr;
        let (_, known) = complaint.split_once("known: ").expect(wrong);
        for value in known.split('`').skip(1).step_by(2) {
            for language in ["en", "ko"] {
                let help = line(&format!("{command} --help --lang {language}")).exits(0).stdout;
                let words: Vec<&str> = help.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
                assert!(words.contains(&value), "`{command} --help` does not name `{value}`:\n{help}");
            }
        }
    }
}

#[test]
fn help_of_a_command_comes_by_either_name_and_shows_examples_that_work() {
    for command in ["check", "ask", "setup", "data check", "help"] {
        let told = line(&format!("help {command}")).exits(0).silent_on_stderr().stdout;
        assert_eq!(told, line(&format!("{command} --help")).exits(0).stdout, "{command}");
    }
    line("help banana").exits(2).silent_on_stdout().complains(&["`banana`"]);
    for command in ["", "ask", "check", "matrix", "setup", "explain", "list"] {
        let help = line(&format!("{command} --help")).exits(0).stdout;
        let shown: Vec<&str> = help.lines().filter_map(|line| line.strip_prefix("    canmanage ")).collect();
        assert!(!shown.is_empty(), "{command}: {help}");
        for example in shown.into_iter().filter(|example| !example.contains('>')) {
            let told = run(&shlex::split(example).expect("words"));
            assert!([0, 1, 3].contains(&told.code) && !told.stdout.is_empty(), "{example}: {}", told.stderr);
        }
    }
}

#[test]
fn help_names_the_axes_and_values_of_the_table_that_is_asked() {
    let values = |words: &str| {
        let help = line(words).exits(0).silent_on_stderr().stdout;
        fits(&help, 80);
        help
    };
    let manage = values("check --help");
    assert!(["from=", "kind=", "windows-vista (vista)", "ccr"].iter().all(|word| manage.contains(word)), "{manage}");
    assert!(!manage.contains("windows-7"), "outside values count only when named");
    assert!(values("check --table install --help").contains("package="));
    assert!(values("check --help --data tests/packs/version-skew").contains("client="));
    assert!(values("setup --help").contains("tools="));
    line("check --help --data nowhere").exits(0).silent_on_stderr();
}

#[test]
fn help_and_complaints_are_coloured_like_everything_else() {
    let plain = line("check --help").stdout;
    let painted = line("check --help --color always").stdout;
    assert!(!plain.contains('\u{1b}') && painted.contains("\u{1b}["));
    assert_eq!(without_colour(&painted), plain);
    assert!(line("check form=xp --color always").exits(2).stderr.starts_with("\u{1b}["));
    assert!(!line("check form=xp").exits(2).stderr.contains('\u{1b}'));
}

#[test]
fn the_words_of_a_question_need_no_quotes() {
    let quoted = run(&["ask", "can I manage ccr from vista"]);
    assert_eq!(line("ask can I manage ccr from vista").stdout, quoted.stdout);
    assert_eq!(line("ask can I manage ccr from vista --lang en").exits(quoted.code).stdout, quoted.stdout);
}

#[test]
fn the_manual_is_one_page_that_points_to_no_other() {
    for language in ["en", "ko"] {
        let page = line(&format!("man --lang {language}")).exits(0).silent_on_stderr().stdout;
        assert!(!page.contains("(1)"), "a page that does not exist: {page}");
        for command in ["ASK", "CHECK", "SETUP", "DATA CHECK", "DATA DIFF"] {
            assert!(page.contains(&format!(".SH \"CANMANAGE {command}\"")), "{command}");
        }
        assert!((0..5).all(|code| page.contains(&format!(".TP\n{code}\n"))), "exit codes");
    }
}

#[test]
fn shells_complete_verbs_tables_axes_and_values() {
    let completed = |shell: &str, words: &[&str]| {
        let index = (words.len() - 1).to_string();
        let variables = [("COMPLETE", shell), ("_CLAP_COMPLETE_INDEX", index.as_str()), ("_CLAP_IFS", "\n")];
        run_with(&[&["--", "canmanage"], &words[1..]].concat(), &variables).exits(0).stdout
    };
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for (typed, offered) in [
            (&["canmanage", "che"][..], "check"),
            (&["canmanage", "check", "fr"], "from="),
            (&["canmanage", "check", "from=windows-v"], "from=windows-vista"),
            (&["canmanage", "check", "kind=ccr,sc"], "kind=ccr,scc"),
            (&["canmanage", "check", "--table", "ins"], "install"),
            (&["canmanage", "check", "--table", "install", "pack"], "package="),
            (&["canmanage", "setup", "--from", "windows-v"], "windows-vista"),
            (&["canmanage", "list", "proc"], "procedures"),
        ] {
            let found = completed(shell, typed);
            assert!(found.contains(offered), "{shell}: {typed:?}: {found}");
        }
    }
}

#[test]
fn the_script_for_bash_completes_behind_the_sign_at_which_bash_parts_words() {
    let script = line("completions bash").exits(0).stdout;
    let bin = std::path::Path::new(env!("CARGO_BIN_EXE_canmanage")).parent().expect("a folder").display().to_string();
    for (words, offered) in [("check from = windows-v", "windows-vista"), ("check fro", "from="), ("che", "check")] {
        let count = words.split(' ').count();
        let program = format!(
            "{script}\nCOMP_WORDS=(canmanage {words}); COMP_CWORD={count}; _canmanage 2>/dev/null; echo \"${{COMPREPLY[@]}}\""
        );
        let output = std::process::Command::new("bash")
            .args(["-c", &program])
            .env("PATH", format!("{bin}:/usr/bin:/bin"))
            .output();
        // Not every system has it.
        if let Ok(output) = output {
            assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), offered, "{words}");
        }
    }
}
