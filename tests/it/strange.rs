//! What is no plain file, stands in an odd place or has no end: links, pipes, devices, unreadable folders, files that look like data.

#![cfg(unix)]

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::folder::{copied, fresh, text_of, written};
use crate::program::{self, Run, run};

const PROGRAM: &str = env!("CARGO_BIN_EXE_canmanage");

/// The base of the lints in a folder `knowledge` of a fresh place.
fn place(name: &str) -> PathBuf {
    let place = fresh(name);
    copied("tests/lints/base", &place.join("knowledge"));
    place
}

fn check(place: &Path) -> Run {
    program::check(&place.join("knowledge"), &["--color", "never"])
}

fn made(program: &str, arguments: &[&str]) {
    assert!(Command::new(program).args(arguments).status().expect(program).success());
}

#[test]
fn only_regular_files_of_the_folder_are_read() {
    let at = place("strange-files");
    let inside = at.join("knowledge");
    made("mkfifo", &[inside.join("tables/pipe.toml").to_str().expect("UTF-8")]);
    symlink("/dev/zero", inside.join("vocabulary/zero.toml")).expect("a link");
    fs::create_dir(inside.join("tables/folder.toml")).expect("a folder");
    written(&at, "secret", "password = \"open sesame\"\n");
    symlink(at.join("secret"), inside.join("tables/secret.toml")).expect("a link");
    symlink("../../secret", inside.join("vocabulary/secret.toml")).expect("a link");
    symlink("nowhere", inside.join("tables/nowhere.toml")).expect("a link");
    let told = check(&at).exits(1).says(&[
        "pipe.toml` is no regular file",
        "folder.toml` is no regular file",
        "zero.toml` is a link that leads out of the folder",
        "tables/secret.toml` is a link that leads out of the folder",
        "vocabulary/secret.toml` is a link that leads out of the folder",
        "nowhere.toml` cannot be read",
    ]);
    assert!(!told.stdout.contains("sesame"), "{}", told.stdout);
    assert_eq!(told.stdout.matches("error[unreadable-file]").count(), 6, "{}", told.stdout);
}

#[test]
fn a_link_within_the_folder_is_followed() {
    let at = place("strange-links");
    let inside = at.join("knowledge");
    fs::create_dir(inside.join(".parts")).expect("a folder");
    fs::rename(inside.join("sources.toml"), inside.join(".parts/sources.toml")).expect("moved");
    symlink(".parts/sources.toml", inside.join("sources.toml")).expect("a link");
    check(&at).exits(0);
    // So is one to the folder itself.
    symlink("knowledge", at.join("linked")).expect("a link");
    program::check(&at.join("linked"), &[]).exits(0);
}

#[test]
fn what_cannot_be_listed_is_a_finding_and_no_emptiness() {
    let at = place("strange-folders");
    fs::rename(at.join("knowledge/tables"), at.join("elsewhere")).expect("moved");
    symlink("tables", at.join("knowledge/tables")).expect("a link to itself");
    let told = check(&at).exits(1).says(&["error[unreadable-file]", "knowledge/tables` cannot be read"]);
    assert!(!told.stdout.contains("dangling"), "{}", told.stdout);
    let data = at.join("knowledge").display().to_string();
    run(&["list", "rules", "--data", &data]).exits(4).silent_on_stdout().complains(&["error[unreadable-file]"]);
    fs::remove_file(at.join("knowledge/tables")).expect("removed");
    written(&at, "knowledge/tables", "no folder");
    check(&at).exits(1).says(&["error[unreadable-file]", "knowledge/tables` cannot be read"]);
}

#[test]
fn another_users_closed_folder_is_never_clean() {
    let at = place("strange-owner");
    // Only who may do everything can become another user; others are refused by their own folders.
    let is_root =
        fs::metadata(&at).is_ok() && Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    let folder = at.join("knowledge");
    for (closed, code) in [("tables", 1), ("vocabulary", 1), ("", 4)] {
        let mode = |mode| fs::set_permissions(folder.join(closed), fs::Permissions::from_mode(mode)).expect("a mode");
        mode(if is_root { 0o711 } else { 0o311 });
        let mut command = if is_root { Command::new("setpriv") } else { Command::new(PROGRAM) };
        if is_root {
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups", PROGRAM]);
        }
        let output = command.args(["data", "check"]).arg(&folder).env("LC_ALL", "C").output();
        mode(0o755);
        let output = output.expect("it runs");
        // Where the program itself lies in a closed folder, another user cannot run it.
        if matches!(output.status.code(), Some(126 | 127)) {
            return;
        }
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(code), "{closed}: {said}");
        assert!(said.contains("denied") && said.contains(closed), "{closed}: {said}");
    }
}

#[test]
fn what_looks_like_data_and_is_not_read_is_told() {
    let at = place("strange-places");
    let inside = at.join("knowledge");
    let odd = "notes.toml X.TOML Remedies.toml sources.yaml Tables/x.toml tables/sub/x.toml tables/sub/er/x.toml \
               tables/host.yaml tables/host.TOML table/x.toml vocabularies/x.toml vocab/x.json vocabulary/x.yml";
    let odd: Vec<&str> = odd.split(' ').collect();
    for path in &odd {
        written(&inside, path, "title = 1\n");
    }
    let name = std::ffi::OsStr::from_bytes(b"tables/\xff.toml");
    fs::write(inside.join(name), "").expect("a file");
    // These have nothing to do with the knowledge.
    let others = "README.md tables/README.md mkdocs.yml docs/x.toml tables/.hidden/x.toml .git/x.toml tables/x.txt";
    for path in others.split(' ') {
        written(&inside, path, "title = 1\n");
    }
    let told = check(&at).exits(1);
    for path in &odd {
        assert!(told.stdout.contains(&format!("knowledge/{path}` has no place")), "{path}\n{}", told.stdout);
    }
    assert!(told.stdout.contains("tables/\u{fffd}.toml` has no place"), "{}", told.stdout);
    assert_eq!(told.stdout.matches("warning[unknown-file]").count(), odd.len() + 1, "{}", told.stdout);
    // Warnings: it answers.
    run(&["list", "rules", "--data", inside.to_str().expect("UTF-8")]).exits(0);
}

#[test]
fn two_files_whose_names_differ_in_letter_case_alone_are_no_two_tables() {
    let at = place("strange-case");
    written(&at, "knowledge/tables/Charge.toml", text_of(at.join("knowledge/tables/charge.toml")));
    check(&at).exits(1).says(&["error[duplicate-id]", "tables/Charge.toml", "tables/charge.toml"]);
}

#[test]
fn a_stream_is_written_to_and_stays_what_it_is() {
    let at = fresh("strange-output");
    let written_to = |path: &str, redirected: &str| {
        let line = format!("'{PROGRAM}' data schema table --output {path} {redirected}");
        let done = Command::new("sh").args(["-c", &line]).current_dir(&at).output().expect("sh");
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
        done.stdout
    };
    let whole = written_to("schema.json", "");
    assert!(whole.is_empty());
    let schema = fs::read(at.join("schema.json")).expect("the schema");
    assert!(schema.starts_with(b"{") && schema.ends_with(b"}\n"));
    assert_eq!(written_to("/dev/stdout", "| cat"), schema);
    written_to("/dev/stdout", "> redirected");
    assert_eq!(fs::read(at.join("redirected")).expect("a file"), schema, "a file behind a stream");
    written(&at, "appended", "before\n");
    written_to("/dev/stdout", ">> appended");
    assert_eq!(fs::read(at.join("appended")).expect("a file"), [b"before\n", schema.as_slice()].concat());
    written_to("/dev/fd/3", "3> third");
    assert_eq!(fs::read(at.join("third")).expect("a file"), schema);
    written_to("/dev/null", "");
    assert!(!fs::metadata("/dev/null").expect("it is there").is_file());
    assert!(fs::symlink_metadata("/dev/stdout").expect("it is there").is_symlink());
    // A pipe gets what is written, and stays one.
    made("mkfifo", &[at.join("pipe").to_str().expect("UTF-8")]);
    assert_eq!(written_to("pipe", "& cat pipe; wait"), schema);
}

#[test]
fn a_file_that_is_written_again_keeps_its_mode_and_a_link_leads_where_it_did() {
    let at = fresh("strange-modes");
    written(&at, "private", "before");
    fs::set_permissions(at.join("private"), fs::Permissions::from_mode(0o600)).expect("a mode");
    symlink("private", at.join("link")).expect("a link");
    fs::create_dir(at.join("folder")).expect("a folder");
    symlink("folder/new", at.join("dangling")).expect("a link");
    for name in ["private", "link", "dangling"] {
        run(&["data", "schema", "table", "--output", at.join(name).to_str().expect("UTF-8")])
            .exits(0)
            .silent_on_stdout();
    }
    assert!(fs::symlink_metadata(at.join("link")).expect("it is there").is_symlink());
    assert_eq!(fs::metadata(at.join("private")).expect("it is there").permissions().mode() & 0o777, 0o600);
    let [one, other] = ["private", "folder/new"].map(|name| text_of(at.join(name)));
    assert!(one == other && one.contains("$schema"));
    assert_eq!(fs::read_dir(&at).expect("a folder").count(), 4, "nothing else is left");
    // What goes wrong is told without a name that nobody gave.
    let told = run(&["data", "schema", "table", "--output", at.join("none/file").to_str().expect("UTF-8")]).exits(4);
    assert!(!told.stderr.contains(".canmanage-"), "{}", told.stderr);
}

#[test]
fn what_has_no_end_is_not_read_to_its_end() {
    let zero = "/dev/zero";
    for words in [
        vec!["upgrade", "--plan", zero],
        vec!["upgrade", "--nodes", zero, "--from", "rtm", "--to", "sp1"],
        vec!["data", "diff", "data", "tests/packs/version-skew", "--changelog", zero],
        vec!["ask", "--batch", zero],
    ] {
        run(&words).exits(4).complains(&[zero]);
    }
}

#[test]
fn a_batch_ends_when_nobody_reads_any_more() {
    let mut command = Command::new(PROGRAM);
    command.args(["ask", "--batch", "-", "--format", "json"]);
    let mut asked = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
    let mut first = [0; 1];
    let (mut questions, mut answers) = (asked.stdin.take().expect("piped"), asked.stdout.take().expect("piped"));
    questions.write_all(b"Can XP manage a CCR?\n").expect("written");
    answers.read_exact(&mut first).expect("an answer");
    drop(answers);
    // More than a pipe holds: this fails as soon as the program has gone.
    let line = b"Can XP manage a CCR?\n".repeat(1000);
    let ended = (0..1000).any(|_| questions.write_all(&line).is_err());
    drop(questions);
    assert!(ended, "it went on reading");
    assert!(asked.wait().expect("it ends").code().is_some());
}

#[test]
fn a_damaged_object_of_git_is_told_as_what_it_is() {
    let at = place("strange-git");
    let git = |words: &[&str]| {
        let mut command = Command::new("git");
        command
            .args(["-c", "user.name=n", "-c", "user.email=e@example.com", "-c", "init.defaultBranch=main"])
            .args(words);
        let output = command.current_dir(&at).env("GIT_CONFIG_GLOBAL", "/dev/null").output().expect("git");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "all"]);
    program::run_in(&at, &["data", "check", "HEAD:knowledge"]).exits(0);
    let object = git(&["rev-parse", "HEAD:knowledge/sources.toml"]);
    let file = at.join(".git/objects").join(&object[..2]).join(&object[2..]);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("a mode");
    fs::write(&file, "damaged").expect("written");
    let told = program::run_in(&at, &["data", "check", "HEAD:knowledge"]).exits(4).complains(&["git cannot read"]);
    assert!(!told.stderr.contains("too large"), "{}", told.stderr);
}
