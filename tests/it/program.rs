//! The binary as a process: what was typed goes in; bytes and an exit code come out.

use std::path::{Path, PathBuf};

use canmanage::locale::is_hostile;
use serde_json::Value;
use snapbox::cmd::{Command, cargo_bin};

/// What may change an answer, or its language, or its colours. Every run starts without them.
const HABITS: [&str; 3] = [
    "LANG LANGUAGE LC_ALL LC_CTYPE LC_MESSAGES", // the language of the asker
    "NO_COLOR CLICOLOR CLICOLOR_FORCE TERM",     // colours
    "COLUMNS CANMANAGE_DATA",                    // nothing reads these: a test would tell if something began to
];

/// What came of a run.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    #[track_caller]
    pub fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "exit code\n--- stdout\n{}\n--- stderr\n{}", self.stdout, self.stderr);
        self
    }

    #[track_caller]
    pub fn says(self, words: &[&str]) -> Self {
        has_all("stdout", &self.stdout, words);
        self
    }

    #[track_caller]
    pub fn complains(self, words: &[&str]) -> Self {
        has_all("stderr", &self.stderr, words);
        self
    }

    #[track_caller]
    pub fn silent_on_stdout(self) -> Self {
        assert_eq!(self.stdout, "", "stdout carries an answer or nothing");
        self
    }

    #[track_caller]
    pub fn silent_on_stderr(self) -> Self {
        assert_eq!(self.stderr, "", "nothing to complain about");
        self
    }

    /// Nothing on either stream steers a terminal or hides.
    #[track_caller]
    pub fn is_harmless(&self) {
        is_harmless(&self.stdout);
        is_harmless(&self.stderr);
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{}", self.stdout))
    }
}

/// Nothing in a text steers a terminal or hides.
#[track_caller]
pub fn is_harmless(text: &str) {
    let found = text.chars().find(|c| !matches!(c, '\n' | '\r') && is_hostile(*c));
    assert_eq!(found, None, "{}", text.escape_debug());
}

#[track_caller]
fn has_all(stream: &str, text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "no `{word}` on {stream}:\n{text}");
    }
}

/// Runs the program on these arguments.
pub fn run<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Run {
    run_with(arguments, &[])
}

/// Runs the program with some variables set. The working directory is the root of the project.
pub fn run_with<S: AsRef<std::ffi::OsStr>>(arguments: &[S], variables: &[(&str, &str)]) -> Run {
    run_at(root(), arguments, variables, b"")
}

/// Runs the program in a folder.
pub fn run_in<S: AsRef<std::ffi::OsStr>>(folder: &Path, arguments: &[S]) -> Run {
    run_at(folder, arguments, &[], b"")
}

/// Runs the program with something on its standard input.
pub fn run_on<S: AsRef<std::ffi::OsStr>>(arguments: &[S], variables: &[(&str, &str)], stdin: &[u8]) -> Run {
    run_at(root(), arguments, variables, stdin)
}

fn run_at<S: AsRef<std::ffi::OsStr>>(folder: &Path, arguments: &[S], variables: &[(&str, &str)], stdin: &[u8]) -> Run {
    let habits = HABITS.iter().flat_map(|names| names.split(' '));
    let command = habits.fold(Command::new(cargo_bin!("canmanage")), Command::env_remove);
    let command = variables.iter().fold(command, |command, (name, value)| command.env(name, value));
    let command = command.current_dir(folder).args(arguments).stdin(stdin.to_vec());
    let output = command.output().expect("the binary runs");
    Run {
        code: output.status.code().expect("the program ends by itself"),
        stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    }
}

/// Has a knowledge folder checked.
pub fn check(folder: &Path, more: &[&str]) -> Run {
    run(&[&["data", "check", folder.to_str().expect("UTF-8")], more].concat())
}

/// Runs a line of words parted by spaces.
pub fn line(words: &str) -> Run {
    run(&words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>())
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn in_root(path: &str) -> PathBuf {
    root().join(path)
}
