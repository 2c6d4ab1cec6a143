//! `--ascii`: what is shown to a console whose code page has few signs.

use unicode_width::UnicodeWidthStr as _;

use crate::program::{Run, run};

/// One command line for each way in which answers are drawn.
const COMMANDS: [&str; 14] = [
    "check from=xp tools=sp1 server=sp1 on=2008 kind=ccr",
    "check from=xp on=2008 kind=ccr -v",
    "check server=sp2 on=2008 kind=ccr --format markdown",
    "ask Can I manage an SP2 CCR on W2K8 from XP?",
    "matrix from=xp,2008 kind=ccr",
    "matrix kind=ccr --format csv",
    "setup --from 2008 --manage server=sp2,on=2008",
    "upgrade --from rtm --to sp2 --kind ccr --on 2003-sp2 --cms CMS1 --node NODE1=active --node NODE2=passive",
    "explain cross-system",
    "explain remote-desktop",
    "list sources",
    "data stats",
    "data prove --table host",
    "help data diff",
];

fn shown(command: &str, more: &[&str]) -> Run {
    run(&command.split(' ').chain(more.iter().copied()).collect::<Vec<_>>())
}

#[test]
fn nothing_outside_ascii_is_shown_in_english_and_nothing_moves() {
    let mut signs = 0;
    for command in COMMANDS {
        let (plain, rich) = (shown(command, &["--lang", "en", "--ascii"]), shown(command, &["--lang", "en"]));
        assert!(plain.stdout.is_ascii() && plain.stderr.is_ascii(), "{command}\n{}{}", plain.stdout, plain.stderr);
        assert_eq!(plain.code, rich.code, "{command}");
        let widths = |text: &str| text.lines().map(str::to_owned).map(|line| line.width()).collect::<Vec<_>>();
        assert_eq!(widths(&plain.stdout), widths(&rich.stdout), "{command}");
        signs += usize::from(!rich.stdout.is_ascii());
    }
    assert!(signs > 8, "only {signs} of these have a sign to replace");
}

#[test]
fn korean_keeps_its_letters_and_says_what_they_need() {
    for command in COMMANDS {
        let answer = shown(command, &["--lang", "ko", "--ascii"]);
        let hangul = |c: char| matches!(c, '가'..='힣');
        let text = format!("{}{}", answer.stdout, answer.stderr);
        assert!(text.chars().all(|c| c.is_ascii() || hangul(c)), "{command}\n{text}");
        if answer.stdout.contains(hangul) {
            assert!(answer.stderr.contains("949"), "{command}\n{}", answer.stderr);
        }
    }
}

#[test]
fn a_name_in_another_writing_keeps_its_letters_in_english_too() {
    let answer = shown("explain vista", &["--lang", "en", "--ascii"]);
    assert!(
        answer.stdout.contains("윈도우 비스타") && answer.stderr.contains("949"),
        "{}{}",
        answer.stdout,
        answer.stderr
    );
}

#[test]
fn json_is_the_same_value_in_escapes() {
    for language in ["en", "ko"] {
        let command = "check from=xp on=2008 kind=ccr --format json --lang";
        let (plain, rich) = (shown(command, &[language, "--ascii"]), shown(command, &[language]));
        assert!(plain.stdout.is_ascii());
        assert_eq!(plain.json(), rich.json());
        assert_eq!(plain.stderr, rich.stderr);
    }
}
