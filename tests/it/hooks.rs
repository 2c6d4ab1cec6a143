//! What others run in their CI: the hook for pre-commit, the GitHub action, and the workflow that shows its use. What is
//! written in them is taken out and run, with the program of this build first on the path.

#![cfg(unix)]

use std::path::{Path, PathBuf};
use std::process::Command;

use snapbox::cmd::cargo_bin;
use yaml_rust2::{Yaml, YamlLoader};

use crate::folder::{copied, fresh, text_of, written};
use crate::program::in_root;

fn yaml(path: &str) -> Yaml {
    YamlLoader::load_from_str(&text_of(path)).expect(path).into_iter().next().expect("a document")
}

fn text<'y>(value: &'y Yaml, key: &str) -> &'y str {
    value[key].as_str().unwrap_or_else(|| panic!("no `{key}` in {value:?}"))
}

/// A place like a repository of somebody else, with a sound folder and one with a mistake.
fn repository(name: &str) -> PathBuf {
    let place = fresh(name);
    copied("tests/packs/version-skew", &place.join("data"));
    copied("tests/packs/version-skew", &place.join("$(touch here) \"bad\""));
    written(&place, "$(touch here) \"bad\"/remedies.toml", "[remedy.x]\n");
    place
}

/// Runs a script as a GitHub runner does, and gives the exit code and stdout.
fn bash(place: &Path, script: &str, variables: &[(&str, &str)]) -> (i32, String) {
    let programs = cargo_bin!("canmanage").parent().expect("a folder").to_path_buf();
    let path = std::env::join_paths(
        [programs].into_iter().chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let output = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .envs(variables.iter().copied())
        .env("PATH", path.expect("a path"))
        .env("LC_ALL", "C")
        .current_dir(place)
        .output()
        .expect("bash runs");
    (output.status.code().expect("it ends by itself"), String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The scripts of steps, by the name of the step.
fn scripts(steps: &Yaml) -> Vec<(&str, &str)> {
    let steps = steps.as_vec().expect("steps").iter();
    steps.filter(|step| !step["run"].is_badvalue()).map(|step| (text(step, "name"), text(step, "run"))).collect()
}

const BAD: &str = "$(touch here) \"bad\"";

#[test]
fn the_hooks_check_the_folder_that_they_are_given() {
    let place = repository("hooks");
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_vec().expect("hooks");
    assert_eq!(hooks.iter().map(|hook| text(hook, "language")).collect::<Vec<_>>(), ["rust", "system"]);
    for hook in hooks {
        assert!(text(hook, "id").starts_with("canmanage-data-check"));
        assert_eq!(hook["pass_filenames"].as_bool(), Some(false), "a folder is checked as a whole");
        let own: Vec<&str> = hook["args"].as_vec().expect("args").iter().filter_map(Yaml::as_str).collect();
        assert_eq!(own, ["data"]);
        for (folder, code) in [(own[0], 0), (BAD, 1), ("nowhere", 4)] {
            let script = format!("{} \"$FOLDER\"", text(hook, "entry"));
            assert_eq!(bash(&place, &script, &[("FOLDER", folder)]).0, code, "{folder}");
        }
    }
    assert!(!place.join("here").exists());
}

#[test]
fn the_action_annotates_and_writes_sarif_and_fails_where_there_are_findings() {
    let place = repository("action");
    let action = yaml("action.yml");
    assert_eq!(text(&action["runs"], "using"), "composite");
    for step in action["runs"]["steps"].as_vec().expect("steps") {
        assert_eq!(text(step, "shell"), "bash", "a step of an action names its shell");
    }
    let scripts = scripts(&action["runs"]["steps"]);
    let [(_, install), (_, sarif), (_, check)] = scripts.as_slice() else { panic!("{scripts:?}") };
    assert_eq!(*install, "cargo install --locked --path \"$GITHUB_ACTION_PATH\"");
    for (folder, written, checked) in [("data", 0, 0), (BAD, 0, 1), ("nowhere", 1, 4)] {
        let file = format!("{folder}.sarif");
        assert_eq!(bash(&place, sarif, &[("FOLDER", folder), ("SARIF", &file)]).0, written, "{folder}");
        assert_eq!(place.join(&file).exists(), written == 0);
        let (code, shown) = bash(&place, check, &[("FOLDER", folder)]);
        assert_eq!(code, checked, "{folder}");
        assert_eq!(shown.starts_with("::error file="), checked == 1, "{shown}");
    }
    assert!(!place.join("here").exists(), "a name is no script");
}

#[test]
fn the_workflow_uses_the_action_as_it_is() {
    let (workflow, action) = (yaml(".github/workflows/knowledge.yml"), yaml("action.yml"));
    let steps = workflow["jobs"]["check"]["steps"].as_vec().expect("steps");
    let own = steps.iter().find(|step| step["uses"].as_str() == Some("./")).expect("the action");
    let given = own["with"].as_hash().expect("inputs");
    for (name, _) in given {
        assert!(!action["inputs"][name.as_str().expect("a name")].is_badvalue(), "the action has no input {name:?}");
    }
    let upload = steps.iter().find(|step| step["uses"].as_str().is_some_and(|uses| uses.contains("upload-sarif")));
    let upload = upload.expect("an upload");
    assert_eq!(text(&upload["with"], "sarif_file"), text(&own["with"], "sarif"));
    assert!(text(upload, "if").starts_with("always()"), "findings fail the check and are uploaded all the same");
    assert_eq!(text(&workflow["permissions"], "security-events"), "write");
    assert!(in_root(text(&own["with"], "folder")).join("knowledge.toml").exists());
}

#[test]
fn a_release_is_refused_under_another_version_and_its_notes_are_its_section() {
    let jobs = &yaml(".github/workflows/release.yml")["jobs"];
    let place = fresh("release");
    written(&place, "Cargo.toml", "[package]\nname = \"x\"\nversion = \"1.2.0\"\n[dependencies]\nversion = \"9\"\n");
    written(&place, "CHANGELOG.md", "# Changelog\n\n## [1.2.0] - 2026-01-01\n\n- new\n\n## [1.2.0-rc]\n\n- old\n");
    let step = |job: &str, wanted: &str| {
        let all = scripts(&jobs[job]["steps"]);
        all.iter().find(|(name, _)| *name == wanted).unwrap_or_else(|| panic!("no step {wanted}")).1.to_owned()
    };
    let compare = step("build", "Compare the tag with the version");
    let notes = step("publish", "Write the notes");
    for (tag, codes) in [("v1.2.0", [0, 0]), ("v1.2.1", [1, 1]), ("1.2.0", [1, 0])] {
        assert_eq!([&compare, &notes].map(|script| bash(&place, script, &[("TAG", tag)]).0), codes, "{tag}");
    }
    bash(&place, &notes, &[("TAG", "v1.2.0")]);
    assert_eq!(text_of(place.join("notes.md")).trim(), "- new");
}

#[test]
#[cfg(target_os = "linux")] // `sha256sum` has another name elsewhere
fn what_is_released_holds_program_completions_manual_and_page_and_its_checksum_is_that_of_the_manifests() {
    let place = fresh("packed");
    for file in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "target/t/release/canmanage"] {
        written(&place, file, "");
    }
    std::fs::copy(cargo_bin!("canmanage"), place.join("target/t/release/canmanage")).expect("the program");
    let jobs = &yaml(".github/workflows/release.yml")["jobs"];
    let all = scripts(&jobs["build"]["steps"]);
    let (_, pack) = all.iter().find(|(name, _)| *name == "Pack").expect("a step");
    let variables = [("TAG", "v1.2.0"), ("TARGET", "t"), ("ARCHIVE", "tar.gz")];
    assert_eq!(bash(&place, pack, &variables).0, 0);
    let (_, packed) = bash(&place, "cd dist; sha256sum --check *.sha256; tar -tzf *.tar.gz", &[]);
    for file in
        ["tar.gz: OK", "canmanage", "canmanage.1", "advisor.html", "completions/canmanage.powershell", "README.md"]
    {
        assert!(packed.contains(file), "no {file} in\n{packed}");
    }
    let windows = "canmanage-v1.2.0-x86_64-pc-windows-msvc.zip";
    let manifests = in_root("packaging/manifests").display().to_string();
    let variables = [("WINDOWS", windows), ("MANIFESTS", manifests.as_str())];
    let made = "echo zip > dist/$WINDOWS; (cd dist; sha256sum $WINDOWS > $WINDOWS.sha256); \"$MANIFESTS\" v1.2.0 some/where dist";
    assert_eq!(bash(&place, made, &variables).0, 0);
    let (_, sum) = bash(&place, "sha256sum < dist/$WINDOWS | cut -d ' ' -f 1", &variables);
    let scoop: serde_json::Value = serde_json::from_str(&text_of(place.join("dist/canmanage.json"))).expect("JSON");
    assert_eq!(scoop["architecture"]["64bit"]["hash"], sum.trim());
    assert_eq!(scoop["version"], "1.2.0");
    let winget = yaml(place.join("dist/some.canmanage.installer.yaml").to_str().expect("UTF-8"));
    assert_eq!(text(&winget["Installers"][0], "InstallerSha256"), sum.trim().to_uppercase());
    let damaged = "echo other > dist/$WINDOWS; \"$MANIFESTS\" v1.2.0 some/where dist";
    assert_eq!(bash(&place, damaged, &variables).0, 1, "what was damaged on the way is not published");
}

#[test]
fn nothing_from_outside_stands_in_a_script() {
    let (workflow, action) = (yaml(".github/workflows/knowledge.yml"), yaml("action.yml"));
    let release = yaml(".github/workflows/release.yml");
    let mut all = [scripts(&workflow["jobs"]["check"]["steps"]), scripts(&action["runs"]["steps"])].concat();
    all.extend(["build", "publish"].iter().flat_map(|job| scripts(&release["jobs"][*job]["steps"])));
    assert!(all.len() >= 12, "{all:?}");
    for (name, script) in all {
        assert!(!script.contains("${{"), "{name}: an input belongs into `env`, where it is no code");
    }
}
