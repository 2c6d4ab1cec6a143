//! What others run in their CI: the hook for pre-commit, the GitHub action, and the workflow that shows its use. What is
//! written in them is taken out and run, with the program of this build first on the path.

#![cfg(unix)]

use std::path::{Path, PathBuf};
use std::process::Command;

use snapbox::cmd::cargo_bin;
use yaml_rust2::{Yaml, YamlLoader};

use crate::folder::{copied, fresh, written};
use crate::program::in_root;

fn yaml(path: &str) -> Yaml {
    let text = std::fs::read_to_string(in_root(path)).expect(path);
    YamlLoader::load_from_str(&text).expect(path).into_iter().next().expect("a document")
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
fn nothing_from_outside_stands_in_a_script() {
    let (workflow, action) = (yaml(".github/workflows/knowledge.yml"), yaml("action.yml"));
    let all = [scripts(&workflow["jobs"]["check"]["steps"]), scripts(&action["runs"]["steps"])].concat();
    assert!(all.len() >= 4, "{all:?}");
    for (name, script) in all {
        assert!(!script.contains("${{"), "{name}: an input belongs into `env`, where it is no code");
    }
}
