//! The script of a set-up under a real cmd.exe, that of wine: exit codes of commands that do nothing but end with them.
//! Where there is no wine, these tests say so and pass.

#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder::{copied, fresh};
use crate::program::run;

/// The set-up of `data/`, in which every command ends with one of these codes, as does what is looked for before.
fn script(name: &str, codes: &[u32], before: u32) -> PathBuf {
    let place = fresh(name);
    copied("data", &place);
    let path = place.join("setup.toml");
    let mut codes = codes.iter();
    let text = std::fs::read_to_string(&path).expect("a file");
    let lines = text.lines().map(|line| match line {
        line if line.starts_with("runs = ") => "runs = \"cmd\"".to_owned(),
        line if line.starts_with("command = ") => format!("command = \"cmd /c exit {before}\""),
        line if line.starts_with("commands = [\"ServerManagerCmd") => {
            format!("commands = [\"cmd /c exit {}\"]", codes.next().unwrap_or(&0))
        }
        line if line.starts_with("commands = ") => "commands = ['cmd /c exit 0 <media>']".to_owned(),
        line => line.to_owned(),
    });
    let lines: Vec<String> = lines.collect();
    std::fs::write(&path, lines.join("\n")).expect("a file");
    let folder = place.to_str().expect("a path");
    let told = run(&[
        "--data",
        folder,
        "setup",
        "--format",
        "script",
        "--from",
        "2008",
        "--manage",
        "server=sp2 on=2008 kind=ccr",
    ]);
    assert!(told.stdout.is_ascii());
    let script = place.join("setup.cmd");
    std::fs::write(&script, &told.exits(0).stdout).expect("a file");
    script
}

/// The exit code and what was shown; nothing where there is no wine.
fn under_cmd(script: &Path, arguments: &[&str]) -> Option<(i32, String)> {
    let mut command = Command::new("wine");
    command.current_dir(script.parent().expect("a folder")).args(["cmd", "/c", "setup.cmd"]).args(arguments);
    command.env("WINEDEBUG", "-all").env("WINEPREFIX", Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine"));
    match command.output() {
        Ok(output) => {
            Some((output.status.code().expect("an end"), String::from_utf8_lossy(&output.stdout).into_owned()))
        }
        Err(_) => {
            eprintln!("skipped: there is no wine here to run the script with");
            None
        }
    }
}

#[test]
fn a_script_stops_at_the_first_step_that_fails_with_its_code() {
    // Steps 1, 2, 3 and 5 run the program whose exit codes are known; step 4 runs the set-up of the tools.
    for (name, codes, before, arguments, code, says, never) in [
        ("all-done", &[0, 0, 0, 0][..], 0, &["media"][..], 0, &["5. ", "end of the script"][..], "failed"),
        (
            "restart",
            &[3010, 1003, 0, 3010],
            0,
            &["media"],
            0,
            &["a restart is required", "already installed", "5. "],
            "failed",
        ),
        ("fails", &[0, 1, 0, 0], 0, &["media"], 1, &["Step web-metabase failed with exit code 1"], "3. "),
        (
            "no-rights",
            &[5, 0, 0, 0],
            0,
            &["media"],
            5,
            &["not that of an elevated administrator", "exit code 5"],
            "2. ",
        ),
        ("no-argument", &[0, 0, 0, 0], 0, &[], 2, &["Argument 1"], "1. "),
        ("other-system", &[0, 0, 0, 0], 1, &["media"], 3, &["This script is for", "Nothing was done"], "1. "),
    ] {
        let script = script(&format!("script-{name}"), codes, before);
        let Some((ended, shown)) = under_cmd(&script, arguments) else { return };
        assert_eq!(ended, code, "{name}: {shown}");
        assert!(says.iter().all(|told| shown.contains(told)), "{name}: {shown}");
        assert!(!shown.contains(never), "{name}: {shown}");
    }
}
