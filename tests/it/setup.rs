//! `canmanage setup`: checklists, refusals that prove why, scripts that a person reads before running them.

use serde_json::Value;

use crate::folder::copy;
use crate::golden::{fits, same_as};
use crate::program::{Run, run};

/// `setup --from FROM` with a `--manage` for each server.
fn setup(from: &str, servers: &[&str], more: &[&str]) -> Run {
    spoken("en", from, servers, more)
}

fn spoken(language: &str, from: &str, servers: &[&str], more: &[&str]) -> Run {
    let mut arguments = vec!["setup", "--lang", language, "--from", from];
    for server in servers {
        arguments.extend(["--manage", server]);
    }
    arguments.extend(more);
    run(&arguments)
}

fn steps(station: &Value) -> Vec<&str> {
    station["steps"].as_array().unwrap().iter().map(|step| step["step"].as_str().unwrap()).collect()
}

#[test]
fn a_checklist_has_the_prerequisites_in_their_order_then_the_tools_then_the_cluster_tools() {
    for (from, server, level, expected) in [
        (
            "2008",
            "server=sp2 on=2008 kind=ccr",
            "exchange-2007-sp2",
            "powershell web-metabase web-lgcy-mgmt-console exchange-tools-sp2 rsat-clustering",
        ),
        (
            "2008",
            "server=sp1 on=2008 kind=standalone",
            "exchange-2007-sp1",
            "powershell web-metabase web-lgcy-mgmt-console exchange-tools-sp1",
        ),
        (
            "xp",
            "server=sp2 on=2003 kind=ccr",
            "exchange-2007-sp2",
            "prerequisites-xp-2003 exchange-tools-sp2 adminpak-on-xp",
        ),
        (
            "2003",
            "server=rtm on=2003 kind=scc",
            "exchange-2007-rtm",
            "prerequisites-xp-2003 exchange-tools-rtm adminpak-on-2003",
        ),
        (
            "vista",
            "server=sp1 on=2008 kind=standalone",
            "exchange-2007-sp1",
            "powershell-vista iis6-vista exchange-tools-sp1",
        ),
    ] {
        let told = setup(from, &[server], &["--format", "json"]).exits(0).json();
        assert_eq!((told["format"].as_str(), told["result"].as_str()), (Some("canmanage/setup/1"), Some("ready")));
        assert_eq!(told["station"]["level"], level, "{from}: {server}");
        assert_eq!(steps(&told["station"]).join(" "), expected, "{from}: {server}");
    }
}

#[test]
fn what_no_source_lists_is_shown_as_unconfirmed() {
    let told = setup("xp", &["server=sp2 on=2003 kind=ccr"], &["--format", "json"]).exits(0).json();
    assert_eq!(told["station"]["steps"][0]["basis"], Value::Null);
    assert_eq!((&told["station"]["basis"], &told["station"]["weakest"]), (&Value::from("stated"), &Value::Null));
    setup("xp", &["server=sp2 on=2003 kind=ccr"], &[])
        .exits(0)
        .says(&["stated · some steps are unconfirmed\n", "prerequisites-xp-2003 · unconfirmed: no source found"]);
    setup("2008", &["server=sp1 on=2008 kind=ccr"], &[]).exits(0).says(&["stated · some steps are inferred\n"]);
}

#[test]
fn cautions_are_told_with_the_servers_that_they_are_about() {
    let servers = ["server=sp2 on=2003 kind=ccr", "server=sp2 on=2008 kind=standalone"];
    let told = setup("xp", &servers, &["--format", "json"]).exits(0).json();
    let cautions = told["station"]["cautions"].as_array().unwrap();
    let about = |id: &str| &cautions.iter().find(|caution| caution["id"] == id).expect(id)["servers"];
    assert_eq!(about("xp-administration-pack"), &serde_json::json!([1]));
    assert_eq!(about("end-of-support"), &serde_json::json!([1, 2]));
    setup("xp", &servers, &[]).exits(0).says(&["! server 1: Sources disagree about Windows XP:"]);
}

#[test]
fn of_several_fitting_levels_the_newest_is_taken_and_the_disputed_system_is_proposed_last() {
    let told = setup("2008", &["server=sp1 on=2008 kind=ccr", "server=sp2 on=2008 kind=ccr"], &["--format", "json"]);
    assert_eq!(told.exits(0).json()["station"]["level"], "exchange-2007-sp2");
    let told = setup("vista", &["server=sp1 on=2003 kind=ccr"], &["--format", "json"]).exits(1).json();
    assert_eq!(told["split"][0]["workstation"], "windows-server-2003");
    assert_eq!(told["remedies"][0]["id"], "remote-desktop");
}

#[test]
fn the_replay_line_gives_the_same_plan() {
    let servers = ["server=sp2 on=2003 kind=ccr", "server=sp2 on=2008 kind=scc"];
    let told = setup("2003", &servers, &["--strict"]).exits(1).stdout;
    let again = told.lines().last().expect("a line").trim();
    let words = shlex::split(again).expect("words");
    let words: Vec<&str> = words.iter().map(String::as_str).skip(1).chain(["--lang", "en"]).collect();
    assert_eq!(run(&words).exits(1).stdout, told);
    run(&["-q", "setup", "--lang", "en", "--from", "2003", "--manage", servers[0]]).exits(0).says(&["can be set up\n"]);
}

#[test]
fn set_up_needs_no_axis_to_choose_on() {
    let place = copy("tests/lints/base", "setup-without-level", &[("setup.toml", "level = \"charger\"\n", "")]);
    let folder = place.to_str().expect("a path");
    let more = ["--data", folder, "--format", "json"];
    let told = setup("tablet", &["charger=midi"], &more).exits(0).json();
    assert_eq!((&told["station"]["level"], steps(&told["station"])), (&Value::Null, vec!["fetch-cable"]));
    setup("tablet", &["charger=midi"], &more[..2]).exits(0).says(&["port 1", "device"]);
}

#[test]
fn two_families_on_one_workstation_are_refused_with_the_proof_and_the_split() {
    let servers = ["server=sp2 on=2003 kind=ccr", "server=sp2 on=2008 kind=scc"];
    let told = setup("2003", &servers, &["--format", "json"]).exits(1).json();
    assert_eq!(told["unserved"][0]["server"], 2);
    assert_eq!(told["unserved"][0]["reasons"][0]["rule"], "cross-system");
    assert_eq!(told["conflicts"][0]["servers"], serde_json::json!([1, 2]));
    assert_eq!(told["conflicts"][0]["exclusion"], "cluster-tools");
    let split: Vec<(&str, &Value)> = told["split"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["workstation"].as_str().unwrap(), &one["serves"]))
        .collect();
    let (first, second) = (serde_json::json!([1]), serde_json::json!([2]));
    assert_eq!(split, [("windows-server-2003", &first), ("windows-server-2008", &second)]);
}

#[test]
fn two_levels_on_one_workstation_are_refused_by_the_exclusion_of_levels() {
    let servers = ["server=rtm on=2003 kind=ccr", "server=sp1 on=2003 kind=ccr"];
    let told = setup("xp", &servers, &["--format", "json"]).exits(1).json();
    assert_eq!(told["unserved"], serde_json::json!([]), "each alone could be managed from here");
    assert_eq!(told["conflicts"][0]["exclusion"], "levels");
    assert_eq!(told["split"].as_array().unwrap().len(), 2);
}

#[test]
fn servers_that_fit_together_take_one_workstation_and_the_firmest_level() {
    let servers = ["server=sp1 on=2003 kind=ccr", "server=sp2 on=2003 kind=scc", "server=sp2 on=2008 kind=standalone"];
    let told = setup("xp", &servers, &["--format", "json"]).exits(0).json();
    assert_eq!(told["station"]["serves"], serde_json::json!([1, 2, 3]));
    assert_eq!(told["station"]["basis"], "inferred", "the weakest of the three answers");
    // Strictly, neither a reading nor an inference counts.
    let strict = setup("xp", &servers, &["--format", "json", "--strict"]).exits(1).json();
    assert_eq!(strict["hopeless"], serde_json::json!([3]));
}

#[test]
fn a_server_that_no_workstation_manages_is_said_to_be_hopeless() {
    let told = setup("xp", &["server=sp3 on=2003 kind=ccr", "server=sp1 on=2003 kind=ccr"], &["--format", "json"])
        .exits(3)
        .json();
    assert_eq!(
        (&told["hopeless"], &told["unserved"][0]["verdict"]),
        (&serde_json::json!([1]), &Value::from("undocumented"))
    );
    setup("xp", &["server=sp1 on=2003 kind=ccr"], &["--strict"]).exits(0).says(&["unconfirmed · strictly"]);
    // Nothing forbids it: it is not refused, it is not documented, and the exit code is that of `check`.
    setup("xp", &["server=sp3 on=2003 kind=ccr"], &[])
        .exits(3)
        .says(&["– NOT DOCUMENTED\n", "– server 1: undocumented"]);
    setup("core", &["server=sp1 on=2008 kind=ccr"], &[])
        .exits(1)
        .says(&["core-workstation", "Windows Server 2008 · management tools: Exchange 2007 SP1 · server 1"]);
}

#[test]
fn a_server_that_is_not_described_enough_is_asked_about_instead() {
    let told = setup("xp", &["on=2008"], &["--format", "json"]).exits(3).json();
    assert_eq!((told["result"].as_str(), told["questions"][0]["server"].as_u64()), (Some("open"), Some(1)));
    let asked = setup("xp", &["on=2008"], &[]).exits(3).stdout;
    assert!(asked.starts_with("? DEPENDS") && asked.contains('…'), "{asked}");
    // From here each server can be managed, but not with the same tools.
    let told = setup("2003", &["on=2003 kind=ccr"], &["--format", "json"]).exits(3).json();
    assert_eq!(told["questions"][0]["axis"], "server");
    // What is not said does not matter if every answer is the same.
    setup("xp", &["server=sp1 on=2003"], &[]).exits(0);
}

#[test]
fn a_script_is_crlf_asks_for_its_parameters_and_a_refused_one_does_nothing() {
    let script = setup("2008", &["server=sp2 on=2008 kind=ccr"], &["--format", "script"]).exits(0).stdout;
    assert!(
        script.lines().count() > 20
            && script.split('\n').filter(|line| !line.is_empty()).all(|line| line.ends_with('\r'))
    );
    same_as("setup-2008.cmd", &script.replace('\r', ""));
    assert!(
        !script.contains('<') && !script.lines().any(|line| line.starts_with("ServerManagerCmd") && line.contains('&'))
    );
    let order = [
        "-i PowerShell",
        "-i Web-Metabase",
        "-i Web-Lgcy-Mgmt-Console",
        "Setup.com\" /mode:Install",
        "-I RSAT-Clustering",
    ];
    let places: Vec<usize> = order.iter().map(|command| script.find(command).expect(command)).collect();
    assert!(places.is_sorted(), "{places:?}");
    let refused = setup("vista", &["server=sp2 on=2008 kind=ccr"], &["--format", "script"]).exits(1).stdout;
    let does =
        |line: &&str| !["@echo", "setlocal", "rem ", "echo ", "exit /b 1"].iter().any(|begin| line.starts_with(begin));
    assert_eq!(refused.lines().filter(does).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn plans_in_both_languages() {
    let ready: &[&str] = &["server=sp2 on=2008 kind=ccr"];
    let refused: &[&str] = &["server=sp2 on=2003 kind=ccr", "server=sp2 on=2008 kind=scc"];
    for (name, from, servers, code) in [("ready", "2008", ready, 0), ("refused", "2003", refused, 1)] {
        for language in ["en", "ko"] {
            let told = spoken(language, from, servers, &[]).exits(code).stdout;
            // The replay line is to be copied, and never wrapped.
            fits(told.rsplit_once("\n\n").expect("blocks").0, 80);
            same_as(&format!("setup-{name}.{language}.txt"), &told);
        }
    }
}

#[test]
fn what_is_asked_wrongly_is_a_usage_error() {
    setup("xp,vista", &["server=sp1"], &[]).exits(2).silent_on_stdout().complains(&["one system"]);
    setup("nt4", &["server=sp1"], &[]).exits(2).complains(&["`nt4`"]);
    setup("xp", &["server=sp1 from=vista"], &[]).exits(2).complains(&["`from`", "--from"]);
    setup("xp", &["sp1"], &[]).exits(2).complains(&["`sp1`"]);
    setup("xp", &[], &[]).exits(2).complains(&["--manage"]);
    setup("xp", &["server=sp1"], &["--format", "csv"]).exits(2).complains(&["csv"]);
    run(&["--data", "tests/packs/version-skew", "setup", "--from", "x", "--manage", "a=b", "--lang", "en"])
        .exits(2)
        .complains(&["setting up"]);
}
