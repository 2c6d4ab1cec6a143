//! The script of a set-up as it is printed, under a real cmd.exe, that of wine: beside it stand programs by the names of those that it
//! runs, which do nothing but end with a code. Where there is no wine, this test says so and passes.

#![allow(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::path::Path;
use std::process::Command;

use crate::folder::fresh;
use crate::program::run;

/// A 64-bit program for Windows that ends with a code: `mov eax, code` and `ret`, and the headers that this takes.
fn program(code: u32) -> Vec<u8> {
    let mut bytes = b"MZ".to_vec();
    bytes.resize(60, 0);
    let words = |bytes: &mut Vec<u8>, words: &[u16]| bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    let doubles = |bytes: &mut Vec<u8>, words: &[u32]| bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    let quads = |bytes: &mut Vec<u8>, words: &[u64]| bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    doubles(&mut bytes, &[64, u32::from_le_bytes(*b"PE\0\0")]);
    words(&mut bytes, &[0x8664, 1]); // x86-64, one section
    doubles(&mut bytes, &[0, 0, 0]);
    words(&mut bytes, &[240, 0x22, 0x20b, 0]); // size of what follows, executable, PE32+
    doubles(&mut bytes, &[0x200, 0, 0, 0x1000, 0x1000]); // size of the code, where it begins
    quads(&mut bytes, &[0x1_4000_0000]);
    doubles(&mut bytes, &[0x1000, 0x200]); // alignment in memory and in the file
    words(&mut bytes, &[6, 0, 0, 0, 6, 0]); // Windows 6.0
    doubles(&mut bytes, &[0, 0x2000, 0x200, 0]);
    words(&mut bytes, &[3, 0]); // a console program
    quads(&mut bytes, &[0x10_0000, 0x1000, 0x10_0000, 0x1000]);
    doubles(&mut bytes, &[0, 16]);
    quads(&mut bytes, &[0; 16]); // no imports or other directories
    bytes.extend(*b".text\0\0\0");
    doubles(&mut bytes, &[0x200, 0x1000, 0x200, 0x200, 0, 0, 0, 0x6000_0020]);
    bytes.resize(0x200, 0);
    bytes.push(0xb8);
    doubles(&mut bytes, &[code]);
    bytes.push(0xc3);
    bytes.resize(0x400, 0);
    bytes
}

/// The exit code and what was shown; nothing where there is no wine.
fn wine(folder: &Path, words: &[&str]) -> Option<(i32, String)> {
    let mut command = Command::new("wine");
    command.current_dir(folder).args(words);
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
    let place = fresh("script");
    let words = ["setup", "--format", "script", "--from", "2008", "--manage", "server=sp2 on=2008 kind=ccr"];
    let script = run(&words).exits(0).stdout;
    assert!(script.is_ascii());
    std::fs::write(place.join("setup.cmd"), script).expect("a file");
    let (fine, fails) = ("This is the end of the script", "Nothing after it was done");
    // Steps 1, 2, 3 and 5 run ServerManagerCmd, step 4 runs Setup.com from the folder that is given.
    for (steps, setup, net, version, argument, code, says, never) in [
        (0, 0, 0, "vista", ".", 0, [fine, "5. "], "failed"),
        (3010, 0, 0, "vista", ".", 0, [fine, "a restart is required"], "failed"),
        (1003, 0, 0, "vista", ".", 0, [fine, "already installed"], "failed"),
        (1, 0, 0, "vista", ".", 1, [fails, "Step powershell failed with exit code 1"], "2. "),
        (5, 0, 0, "vista", ".", 5, [fails, "not that of an elevated administrator"], "2. "),
        (0, 7, 0, "vista", ".", 7, [fails, "Step exchange-tools-sp2 failed with exit code 7"], "5. "),
        (0, 0, 2, "vista", ".", 3, ["Nothing was done", "as a local administrator"], "1. "),
        (0, 0, 0, "vista", "", 2, ["Argument 1", "installation files"], "1. "),
        (0, 0, 0, "win7", ".", 3, ["Nothing was done", "This script is for"], "1. "),
    ] {
        for (name, code) in [("ServerManagerCmd.exe", steps), ("Setup.com", setup), ("net.exe", net)] {
            std::fs::write(place.join(name), program(code)).expect("a file");
        }
        let version = ["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f"];
        if wine(&place, &version).is_none() {
            return;
        }
        let words = ["cmd", "/c", "setup.cmd", argument];
        let words = if argument.is_empty() { &words[..3] } else { &words };
        let (ended, shown) = wine(&place, words).expect("wine");
        assert_eq!(ended, code, "{steps} {setup} {net}: {shown}");
        assert!(says.iter().all(|told| shown.contains(told)), "{steps} {setup} {net}: {shown}");
        assert!(!shown.contains(never), "{steps} {setup} {net}: {shown}");
    }
}

#[cfg(unix)]
#[test]
fn a_script_for_a_posix_shell_keeps_the_same_promises() {
    use std::io::Write as _;
    use std::os::unix::fs::PermissionsExt as _;

    let place = fresh("script-sh");
    let pack = ["--data", "tests/packs/django-on-python", "--from", "3.10", "--manage", "django=4.2"];
    let script = run(&[&["setup", "--format", "script"], &pack[..]].concat()).exits(0).stdout;
    assert!(script.starts_with("#!/bin/sh\n") && script.is_ascii() && !script.contains('\r'), "{script}");
    std::fs::write(place.join("setup.sh"), script).expect("a file");
    let (fine, fails) = ("This is the end of the script", "Step install failed with exit code 7. Nothing after");
    for (code, argument, answer, ends, says, never) in [
        (0, "4.2.8", "\n", 0, ["[install] [Django~=4.2.8]", fine], "failed"),
        (7, "4.2.8", "\n", 7, ["[install] [Django~=4.2.8]", fails], fine),
        (0, "4 $(x) `y`; \"z\"", "\n", 0, ["[Django~=4 $(x) `y`; \"z\"]", fine], "failed"),
        (0, "4.2.8", "", 1, ["Do this by hand", "Press Enter"], "[install]"),
        (0, "", "\n", 2, ["Argument 1", "the release"], "1. "),
    ] {
        let pip = place.join("pip");
        std::fs::write(&pip, format!("#!/bin/sh\nprintf ' [%s]' \"$@\"; echo; exit {code}\n")).expect("a file");
        std::fs::set_permissions(&pip, std::fs::Permissions::from_mode(0o755)).expect("a program");
        let mut command = Command::new("sh");
        command.current_dir(&place).args(["setup.sh", argument]);
        command.env("PATH", format!("{}:/usr/bin:/bin", place.display()));
        command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut child = command.spawn().expect("sh");
        // Where it ends before it asks, nobody reads the answer.
        let _ = child.stdin.take().expect("a pipe").write_all(answer.as_bytes());
        let output = child.wait_with_output().expect("an end");
        let shown = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(ends), "{argument}: {shown}");
        assert!(says.iter().all(|told| shown.contains(told)) && !shown.contains(never), "{argument}: {shown}");
    }
}
