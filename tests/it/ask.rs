//! `canmanage ask`: whole answers to questions in running text, where they come from, and how they end.

use std::process::Command;

use crate::contract::{ANSWER, has_in_order};
use crate::golden::{fits, same_as};
use crate::json::shape;
use crate::packs;
use crate::program::{Run, run, run_on, run_with};
use crate::questions::knowledge;

/// Asks a question.
fn ask(question: &str, more: &[&str]) -> Run {
    run(&[&["ask", question], more].concat())
}

/// Asks a question from standard input.
fn ask_on(stdin: &[u8], more: &[&str]) -> Run {
    run_on(&[&["ask", "-"], more].concat(), &[], stdin)
}

/// A question of each kind: the golden file of its answer, what is typed, and what the program exits with.
const QUESTIONS: [(&str, &str, i32); 14] = [
    ("ask-unsupported.en.txt", "Can I manage our Exch 2007 SP1 CCR on W2K8 from my XP SP3 box with the SP1 EMC?", 1),
    (
        "ask-supported.en.txt",
        "Hi, EX07-MBX01 is a CCR on Windows Server 2003 with Exchange 2007 SP1. Is managing it from XP SP3 with the SP1 console ok?",
        0,
    ),
    (
        "ask-supported.ko.txt",
        "윈도우 서버 2008 노드에 올린 SP2 SCC를 SP2 콘솔이 깔린 2008 관리 서버에서 관리해도 되나요?",
        0,
    ),
    ("ask-unknown-name.en.txt", "can i manage our sp2 ccr on 2003 from windows 10", 3),
    ("ask-unknown-name.ko.txt", "윈도우 10에서 2003에 있는 SP2 CCR을 관리할 수 있나요?", 3),
    ("ask-undetermined.en.txt", "manage ccr from xp??", 3),
    ("ask-undetermined.ko.txt", "XP에서 CCR 관리 되나요", 3),
    ("ask-two-workstations.en.txt", "XP or Vista to manage a standalone Exchange 2007 RTM server with RTM tools?", 3),
    (
        "ask-remote-desktop.ko.txt",
        "제 PC는 비스타인데 2008 노드에 원격 데스크톱으로 접속해서 거기서 SP1 콘솔로 SP1 CCR을 관리해도 됩니까?",
        0,
    ),
    (
        "ask-procedure.en.txt",
        "Do I have to remove the rollups before upgrading the clustered mailbox server to SP2?",
        0,
    ),
    ("ask-procedure.ko.txt", "CCR을 SP2로 업그레이드할 때 노드 순서가 어떻게 되나요?", 0),
    ("ask-out-of-scope.en.txt", "How do I move mailboxes to another database?", 3),
    ("ask-out-of-scope.ko.txt", "오늘 점심 뭐 먹지?", 3),
    ("ask-ambiguous.en.txt", "manage sp1 scc running on Win2k8 from XP with sp1 tools", 1),
];

#[test]
fn whole_answers_are_as_they_were() {
    for (file, question, code) in QUESTIONS {
        let told = ask(question, &[]).exits(code).silent_on_stderr().stdout;
        // Commands are not broken.
        let written: Vec<&String> = knowledge().remedies.iter().flat_map(|remedy| &remedy.commands).collect();
        let commands = |line: &&str| line.starts_with("    canmanage") || written.iter().any(|one| *one == line.trim());
        fits(&told.lines().filter(|line| !commands(line)).collect::<Vec<_>>().join("\n"), 80);
        same_as(file, &told);
    }
    let (_, unsupported, _) = QUESTIONS[0];
    same_as("ask-unsupported.full.en.txt", &ask(unsupported, &["-v"]).exits(1).stdout);
    same_as("ask-unsupported.md", &ask(unsupported, &["--format", "markdown"]).exits(1).stdout);
    same_as("ask-unsupported.json", &undigested(&ask(unsupported, &["--format", "json"]).exits(1).stdout));
    let (_, undetermined, _) = QUESTIONS[6];
    same_as("ask-undetermined.ko.json", &undigested(&ask(undetermined, &["--format", "json"]).exits(3).stdout));
}

/// The answer without the digest, which changes with every letter of the knowledge.
fn undigested(told: &str) -> String {
    let digest = &*knowledge().digest;
    assert_eq!(told.matches(digest).count(), 1);
    told.replace(digest, "sha256:...")
}

#[test]
fn an_answer_exits_alike_in_every_language_and_format() {
    for (_, question, code) in QUESTIONS {
        for language in ["en", "ko"] {
            for format in ["text", "json", "markdown"] {
                ask(question, &["--lang", language, "--format", format]).exits(code).silent_on_stderr();
            }
        }
    }
}

#[test]
fn the_replay_of_an_answer_gives_the_verdict_again() {
    for (_, question, code) in QUESTIONS {
        let told = ask(question, &["--format", "json"]).exits(code).json();
        let replay = told["replay"].as_str().and_then(|line| line.strip_prefix("canmanage ")).expect("a replay");
        let words = shlex::split(replay).expect("words");
        let again = run(&words.iter().map(String::as_str).chain(["--format", "json"]).collect::<Vec<_>>());
        assert_eq!(again.exits(code).json()["verdict"], told["verdict"], "{question}: {replay}");
    }
}

#[test]
fn an_answer_as_json_has_the_keys_of_version_1_and_the_reading() {
    for (_, question, _) in QUESTIONS {
        let text = ask(question, &["--format", "json"]).stdout;
        // The shape knows no booleans, which only the reading has.
        let answer = text.replace("true", "1").replace("false", "0");
        let keys: Vec<&str> = ANSWER.split(' ').chain(["question", "reading"]).collect();
        let answer = shape(&answer);
        has_in_order(&answer.keys(), &keys);
        has_in_order(&answer.get("reading").keys(), &["language", "spans", "ignored", "outside"]);
        let told: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(told["format"], "canmanage/answer/1");
        assert_eq!(told["question"], question);
        let mut pieces = 0;
        for list in ["spans", "outside", "ignored"] {
            let mut behind = 0;
            for piece in told["reading"][list].as_array().expect(list) {
                let at = |key: &str| piece[key].as_u64().and_then(|at| usize::try_from(at).ok()).expect(key);
                assert_eq!(piece["text"], question[at("start")..at("end")], "{list} of {question}");
                assert!(at("start") >= behind, "{list} of {question} is out of order");
                behind = at("start");
                pieces += 1;
            }
        }
        assert!(pieces > 0, "{question}");
    }
}

#[test]
fn what_was_read_and_what_was_decided_agree_in_json() {
    for (_, question, _) in QUESTIONS {
        let told = ask(question, &["--format", "json"]).json();
        let spans = told["reading"]["spans"].as_array().expect("spans");
        let facts = told["facts"].as_object().expect("facts");
        for (axis, values) in facts {
            for value in values.as_array().expect("values") {
                let gave = |span: &&serde_json::Value| {
                    span["axis"] == axis.as_str()
                        && span["values"].as_array().is_some_and(|given| given.contains(value))
                };
                assert!(spans.iter().any(|span| gave(&span)), "{question}: no words gave {axis}={value}");
            }
        }
        let outside = told["reading"]["outside"].as_array().expect("outside");
        for one in outside {
            assert!(one["axis"].is_string() && one["values"].is_array(), "{one}");
        }
    }
    let unknown = ask("can i manage our sp2 ccr on 2003 from windows 10", &["--format", "json"]).json();
    assert_eq!(unknown["reading"]["outside"][0]["text"], "windows 10");
    assert_eq!(unknown["facts"].get("from"), None, "what is no value is no fact");
    let outside = ask("can i manage our sp2 ccr on 2003 from windows 7", &["--format", "json"]).json();
    assert_eq!(outside["reading"]["outside"][0]["values"], serde_json::json!(["windows-7"]));
    assert_eq!(outside["facts"]["from"], serde_json::json!(["windows-7"]));
}

#[test]
fn an_ambiguous_name_is_said_to_be_one_and_answered_for_both() {
    let told = ask("manage sp1 scc running on Win2k8 from XP with sp1 tools", &["--format", "json"]).exits(1).json();
    assert_eq!(told["facts"]["on"], serde_json::json!(["windows-server-2008", "windows-server-2008-r2"]));
    let spans = told["reading"]["spans"].as_array().expect("spans");
    let ambiguous: Vec<_> = spans.iter().filter(|span| span["ambiguous"] == true).collect();
    assert!(ambiguous.len() == 1 && ambiguous[0]["text"] == "Win2k8", "{spans:?}");
}

/// The verdict on the work without a session would say the opposite of what was asked.
#[test]
fn whether_a_session_must_be_is_said_first() {
    ask("Must they use Remote Desktop from Vista for the SP1 CCR on 2008?", &[]).says(&["✓ NEEDED", "vista-cluster"]);
    let free = "Must I use Remote Desktop from my XP box with SP2 tools to manage the SP2 CCR on 2003?";
    ask(free, &[]).says(&["✓ NOT NEEDED", "same-level-tools"]);
}

#[test]
fn several_workstations_get_an_answer_each() {
    let told =
        ask("XP or Vista to manage a standalone Exchange 2007 RTM server with RTM tools?", &["--format", "json"])
            .json();
    let answers = told["answers"].as_array().expect("answers");
    let from: Vec<_> = answers.iter().map(|answer| &answer["facts"]["from"][0]).collect();
    assert_eq!(from, ["windows-xp", "windows-vista"]);
    assert_eq!(told["facts"]["from"], serde_json::json!(["windows-xp", "windows-vista"]));
    for answer in answers {
        let replay = answer["replay"].as_str().and_then(|line| line.strip_prefix("canmanage ")).expect("a replay");
        let words = shlex::split(replay).expect("words");
        let again = run(&words.iter().map(String::as_str).chain(["--format", "json"]).collect::<Vec<_>>()).json();
        assert_eq!(again["verdict"], answer["verdict"], "{replay}");
    }
}

// --- where a question comes from ----------------------------------------------------------------------------------------

#[test]
fn a_question_from_standard_input_is_the_same_question() {
    let (_, question, code) = QUESTIONS[0];
    let typed = ask(question, &[]).exits(code).stdout;
    assert_eq!(ask_on(question.as_bytes(), &[]).exits(code).silent_on_stderr().stdout, typed);
    run_on(&["ask"], &[], question.as_bytes()).exits(2).silent_on_stdout(); // only when it is asked for
    let marked = [b"\xef\xbb\xbf", question.as_bytes()].concat();
    assert_eq!(ask_on(&marked, &[]).exits(code).stdout, typed, "a byte order mark is no part of it");
    let lines = question.replace(' ', "\r\n");
    let told = ask_on(lines.as_bytes(), &["--format", "json"]).json();
    assert_eq!(told["question"], lines, "as it was asked");
}

#[test]
fn what_is_no_question_is_an_error_that_says_so() {
    for words in ["", " ", "\n\n", "\t"] {
        ask(words, &[]).exits(2).silent_on_stdout().complains(&["error"]);
        let told = ask(words, &["--format", "json"]).exits(2).json();
        assert_eq!(told["format"], "canmanage/error/1");
    }
    ask_on(b"", &[]).exits(2).silent_on_stdout();
    ask_on(b"can i \xff manage", &[]).exits(4).silent_on_stdout().complains(&["6"]);
    ask_on(b"\xff\xfex\0p\0", &[]).exits(4).silent_on_stdout();
    let long = "xp ".repeat(30_000);
    ask_on(long.as_bytes(), &[]).exits(2).silent_on_stdout().complains(&["65536"]);
    let endless = vec![b'x'; 5 << 20];
    ask_on(&endless, &[]).exits(2).silent_on_stdout();
    for language in ["en", "ko"] {
        let told = ask_on(b"\xff", &["--lang", language, "--format", "json"]).exits(4).json();
        assert_eq!(told["errors"][0]["kind"], "input");
    }
}

#[test]
fn a_question_that_is_no_unicode_as_an_argument_is_an_error() {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt as _;
        let words = [std::ffi::OsStr::new("ask"), std::ffi::OsStr::from_bytes(b"xp \xff ccr")];
        let told = run(&words);
        assert!(told.code == 2 || told.code == 4, "{}", told.code);
        told.silent_on_stdout();
    }
}

#[test]
fn what_does_not_go_together_is_a_usage_error() {
    for more in [["--format", "csv"], ["--format", "html"], ["--format", "yaml"]] {
        ask("xp to ccr?", &more).exits(2).silent_on_stdout();
    }
    run(&["ask", "xp?", "--batch", "Cargo.toml"]).exits(2).silent_on_stdout();
    run(&["ask", "--interactive", "--batch", "Cargo.toml"]).exits(2).silent_on_stdout();
}

// --- languages ----------------------------------------------------------------------------------------------------------

#[test]
fn the_answer_speaks_the_language_of_the_question_unless_another_is_asked_for() {
    let (korean, english) = ("비스타에서 CCR을 관리할 수 있나요?", "can i manage a ccr from vista?");
    ask(korean, &[]).exits(1).says(&["지원되지 않음"]);
    ask(english, &[]).exits(1).says(&["UNSUPPORTED"]);
    assert!(run_with(&["ask", english], &[("LANG", "ko_KR.UTF-8")]).exits(1).stdout.contains("UNSUPPORTED"));
    assert!(run_with(&["ask", korean], &[("LANG", "en_US.UTF-8")]).exits(1).stdout.contains("지원되지 않음"));
    ask(korean, &["--lang", "en"]).exits(1).says(&["UNSUPPORTED"]);
    ask(english, &["--lang", "ko"]).exits(1).says(&["지원되지 않음"]);
    assert_eq!(ask(korean, &["--lang", "en", "--format", "json"]).json()["reading"]["language"], "ko");
}

// --- strictly, and another folder ---------------------------------------------------------------------------------------

#[test]
fn strictly_only_what_is_stated_counts() {
    let question = "is it ok to manage an SP2 CCR on 2003 from XP with SP1 tools?";
    let plain = ask(question, &["--format", "json"]).exits(0).json();
    assert_ne!(plain["basis"], "stated");
    let strict = ask(question, &["--strict", "--format", "json"]).exits(3).json();
    assert_eq!(strict["verdict"], "undocumented");
    assert!(strict["replay"].as_str().is_some_and(|replay| replay.contains("--strict")), "{}", strict["replay"]);
}

#[test]
fn a_folder_that_says_nothing_of_questions_still_reads_its_own_names() {
    let data = ["--data", packs::PACK, "--format", "json"];
    let told = ask("kubectl 1.30 against server 1.28?", &data);
    let json = told.json();
    assert_eq!((&json["knowledge"]["name"], &json["table"]), (&"version-skew".into(), &"skew".into()));
    assert_eq!(json["facts"]["component"], serde_json::json!(["kubectl"]), "{json:#}");
    ask("XP to CCR?", &data).exits(3);
    let words = ["--data", packs::PACK];
    let text = ask("kubectl 1.30 against server 1.28?", &words).stdout;
    assert!(!text.contains("Exchange") && !text.contains("Windows"), "{text}");
}

// --- hostile text -------------------------------------------------------------------------------------------------------

#[test]
fn hostile_text_in_a_question_never_reaches_the_output_raw() {
    for question in [
        "xp\u{1b}[31m to \u{202e}ccr\u{2066} \u{9b}2008 \u{7}?",
        "\u{1b}]0;title\u{7} windows \u{202e}10 to ccr",
        "from vis\u{8}ta \u{1b}[2J to our cluster",
        "\u{202e}\u{1b}[31m",
        "move mail\u{200b}boxes \u{1b}c",
        "rolling upgrade of the ccr node by node\u{1b}[1m to sp2\u{202e}?",
        "xp or vista\u{1b}[5m to ccr\u{202e}, which?",
    ] {
        for format in ["text", "markdown"] {
            ask(question, &["--format", format]).is_harmless();
            ask_on(question.as_bytes(), &["--format", format]).is_harmless();
        }
        // JSON escapes control characters itself, and must give the text back as it was.
        let told = ask(question, &["--format", "json"]);
        assert!(!told.stdout.contains('\u{1b}'), "{question:?}");
        assert_eq!(told.json()["question"], question);
    }
}

#[test]
fn markup_in_a_question_is_no_markup_in_the_answer() {
    let question =
        "xp <b>to</b> [ccr](http://evil) `2008` | **vista** # <script>alert(1)</script>\n\n# heading\n| a | b |";
    let told = ask(question, &["--format", "markdown"]).stdout;
    assert!(!told.contains("<script>") && !told.contains("](http://evil)"), "{told}");
    assert!(!told.lines().any(|line| line.starts_with("# heading")), "{told}");
}

// --- a conversation -----------------------------------------------------------------------------------------------------

#[test]
fn nobody_is_asked_where_nobody_sits() {
    for more in [vec!["--interactive"], vec!["--interactive", "--format", "json"]] {
        for language in ["en", "ko"] {
            let more: Vec<&str> = more.iter().copied().chain(["--lang", language]).collect();
            ask("manage ccr from xp?", &more).exits(2).complains(&["--interactive"]);
        }
    }
}

/// A conversation on a terminal made by `script` of util-linux. None where there is no such program.
fn on_a_terminal(question: &str, typed: &str) -> Option<(String, i32)> {
    let shown = Command::new("script").arg("--version").output().ok()?;
    if !String::from_utf8_lossy(&shown.stdout).contains("util-linux") {
        return None;
    }
    let binary = snapbox::cmd::cargo_bin!("canmanage").display().to_string();
    let command =
        shlex::try_join([binary.as_str(), "ask", "--interactive", "--color", "never", question]).expect("words");
    let words = ["--quiet", "--return", "--echo", "never", "--command", &command, "/dev/null"];
    let output = snapbox::cmd::Command::new("script")
        .args(words)
        .env("TERM", "dumb")
        .env_remove("LANG")
        .env_remove("LC_ALL")
        .stdin(typed.as_bytes().to_vec())
        .timeout(std::time::Duration::from_mins(2))
        .output()
        .expect("script runs");
    Some((String::from_utf8_lossy(&output.stdout).replace('\r', ""), output.status.code().unwrap_or(-1)))
}

#[test]
fn on_a_terminal_the_next_question_is_asked_until_nothing_is_open() {
    let Some((told, code)) = on_a_terminal("manage ccr from xp?", "2008\n") else { return };
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("UNDETERMINED") && told.contains("UNSUPPORTED"), "{told}");
    let (told, _) = on_a_terminal("manage ccr from xp?", "2003\n\n").expect("script");
    assert_eq!(told.matches("Sources disagree about Windows XP").count(), 1, "only what changed: {told}");
    let (told, code) = on_a_terminal("manage ccr from xp?", "2009\n2003\nsp1\nsp1\n").expect("script");
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("2009") && told.contains("SUPPORTED"), "{told}");
    let (told, code) = on_a_terminal("manage ccr from xp?", "\n").expect("script");
    assert_eq!(code, 3, "an empty line ends it: {told}");
    let (told, code) = on_a_terminal("can i manage a ccr from vista?", "").expect("script");
    assert_eq!(code, 1, "nothing is open, nothing is asked: {told}");
}

#[test]
fn something_unknown_beside_something_known_is_not_dropped() {
    for question in [
        "Can I manage the SP1 CCR on 2003 from XP or Windows 10 with the SP1 tools?",
        "윈도우 10이나 XP에서 SP1 도구로 2003 CCR(SP1) 관리 가능?",
    ] {
        let told = ask(question, &["--format", "json"]).exits(3).json();
        assert_eq!((&told["verdict"], &told["reasons"][0]["rule"]), (&"undocumented".into(), &"unknown-name".into()));
        assert!(told["facts"].get("from").is_none(), "{told}");
        let answers = told["answers"].as_array().expect("answers");
        assert_eq!(answers.len(), 1, "{told}");
        assert_eq!(
            (&answers[0]["verdict"], &answers[0]["facts"]["from"][0]),
            (&"supported".into(), &"windows-xp".into())
        );
    }
    ask("from XP or Windows 10 to an SP1 CCR on 2003, SP1 tools", &[]).exits(3).says(&[
        "2 answers",
        "supported: workstation: Windows XP Professional",
        "undocumented: workstation: Windows 10",
    ]);
}
