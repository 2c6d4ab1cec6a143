//! `canmanage ask --batch FILE`: a question a line, an answer a line, in order, and no bad line hides another.

use std::path::PathBuf;

use serde_json::Value;

use crate::folder::{fresh, written};
use crate::program::{Run, run, run_with};

/// A file with these bytes, in a place of its own.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let place = fresh(&format!("batch-{name}"));
    written(&place, "questions.txt", bytes);
    place.join("questions.txt")
}

#[track_caller]
fn batch(name: &str, bytes: &[u8], more: &[&str]) -> Run {
    let file = file(name, bytes);
    run(&[&["ask", "--batch", file.to_str().expect("UTF-8"), "--format", "json"], more].concat())
}

/// Each line of the answer.
#[track_caller]
fn lines(run: &Run) -> Vec<Value> {
    assert!(run.stdout.is_empty() || run.stdout.ends_with('\n'));
    let line = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}\n{line}"));
    run.stdout.lines().map(line).collect()
}

#[test]
fn answers_come_in_order_each_as_it_would_alone() {
    let questions = [
        "Can I manage a CCR from Vista?",
        "XP에서 CCR을 관리할 수 있나요?",
        "manage sp2 scc on 2008 from 2008 with sp2 tools",
        "how do i move mailboxes",
        "roll the upgrade node by node?",
        "Can I manage a CCR from Vista?",
    ];
    let told = batch("order", questions.join("\n").as_bytes(), &[]).exits(0).silent_on_stderr();
    let answers = lines(&told);
    assert_eq!(answers.len(), questions.len());
    for (question, answer) in questions.iter().zip(&answers) {
        assert_eq!(*answer, run(&["ask", question, "--format", "json"]).json(), "{question}");
    }
    assert_eq!(batch("order", questions.join("\n").as_bytes(), &["--quiet"]).exits(0).stdout, told.stdout);
    let other = run_with(
        &[
            "ask",
            "--batch",
            file("order", questions.join("\n").as_bytes()).to_str().expect("UTF-8"),
            "--format",
            "json",
        ],
        &[("LANG", "ko_KR.UTF-8"), ("COLUMNS", "40")],
    );
    assert_eq!(other.stdout, told.stdout, "the habits of the machine change nothing");
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let plain = batch("plain", b"can i manage a ccr from vista?\nmanage ccr from xp\n", &[]).exits(0).stdout;
    for (name, bytes) in [
        ("crlf", &b"can i manage a ccr from vista?\r\nmanage ccr from xp\r\n"[..]),
        ("mark", b"\xef\xbb\xbfcan i manage a ccr from vista?\nmanage ccr from xp\n"),
        ("no-end", b"can i manage a ccr from vista?\nmanage ccr from xp"),
        ("crlf-no-end", b"\xef\xbb\xbfcan i manage a ccr from vista?\r\nmanage ccr from xp"),
    ] {
        assert_eq!(batch(name, bytes, &[]).exits(0).stdout, plain, "{name}");
    }
}

#[test]
fn a_bad_line_is_an_error_in_its_place_and_hides_no_other() {
    let long = "xp ".repeat(30_000);
    let good = "can i manage a ccr from vista?";
    let bytes = [
        good.as_bytes(),
        b"",
        b"xp \xff\xfe ccr",
        long.as_bytes(),
        b"   \t",
        b"\0\x01\x02",
        "윈도우 XP에서 CCR 관리".as_bytes(),
        good.as_bytes(),
    ]
    .join(&b'\n');
    for language in [None, Some(["--lang", "ko"])] {
        let more: Vec<&str> = language.into_iter().flatten().collect();
        let told = batch("bad-lines", &bytes, &more).exits(4);
        let answers = lines(&told);
        // Blank lines, the second and the fifth, are none.
        let numbers = [1, 3, 4, 6, 7, 8];
        assert_eq!(answers.len(), numbers.len(), "{}", told.stdout);
        for (number, answer) in numbers.into_iter().zip(&answers) {
            let bad = [3, 4].contains(&number);
            let format = if bad { "canmanage/error/1" } else { "canmanage/answer/1" };
            assert_eq!(answer["format"], format, "line {number}");
            if bad {
                let message = answer["errors"][0]["message"].as_str().expect("a message");
                assert!(message.contains(&number.to_string()), "names its line: {message}");
                assert_eq!(answer["errors"][0]["kind"], "input");
            }
        }
        assert_eq!(answers[0], answers[5]);
        assert_eq!(answers[0]["verdict"], "unsupported");
    }
}

#[test]
fn a_file_without_a_question_has_no_answer() {
    assert_eq!(batch("empty", b"", &[]).exits(0).silent_on_stderr().stdout, "");
    assert_eq!(batch("mark-only", b"\xef\xbb\xbf", &[]).exits(0).stdout, "");
}

#[test]
fn a_file_that_cannot_be_read_is_an_input_error() {
    let folder = fresh("batch-folder");
    for path in ["/nowhere/at/all", folder.to_str().expect("UTF-8")] {
        for language in ["en", "ko"] {
            run(&["ask", "--batch", path, "--lang", language]).exits(4).silent_on_stdout().complains(&[path]);
        }
        let told = run(&["ask", "--batch", path, "--format", "json"]).exits(4).json();
        assert_eq!((&told["format"], &told["errors"][0]["kind"]), (&"canmanage/error/1".into(), &"input".into()));
    }
    let wide: Vec<u8> = "\u{feff}can i manage a ccr from vista?\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    batch("utf-16", &wide, &[]).exits(4).complains(&["UTF-8"]);
    let big: Vec<u8> = "\u{feff}ccr from vista?\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    batch("utf-16-be", &big, &[]).exits(4).complains(&["UTF-8"]);
}

#[test]
fn the_verdicts_of_a_batch_are_no_exit_code() {
    batch("verdicts", b"can i manage a ccr from vista?\nmanage ccr from xp\n", &[]).exits(0);
}

#[test]
fn hostile_text_in_a_line_stays_escaped() {
    let question = "xp\u{1b}[31m to \u{202e}ccr \u{7}";
    let told = batch("hostile", question.as_bytes(), &[]).exits(0);
    assert!(!told.stdout.contains(['\u{1b}', '\u{7}']), "{}", told.stdout.escape_debug());
    assert_eq!(lines(&told)[0]["question"], question);
}

#[test]
fn people_read_each_question_with_its_answer() {
    let place = file("text", b"can i manage a ccr from vista?\n\nxp \xff\n");
    let told = run(&["ask", "--batch", place.to_str().expect("UTF-8")]).exits(4).stdout;
    let at = |text: &str| told.find(text).unwrap_or_else(|| panic!("{text}\n{told}"));
    assert!(at("can i manage a ccr from vista?") < at("UNSUPPORTED") && at("UNSUPPORTED") < at("line 3"), "{told}");
    run(&["ask", "--batch", place.to_str().expect("UTF-8"), "--format", "csv"]).exits(2).silent_on_stdout();
}
