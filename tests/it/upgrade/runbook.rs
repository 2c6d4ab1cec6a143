//! The program on clusters: plans, refusals, questions, half-way states, both languages.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::folder::{copy, fresh, knowledge, written};
use crate::golden::{fits, same_as};
use crate::program::{Run, run};

pub(super) const CCR: [&str; 14] = [
    "--from",
    "rtm",
    "--to",
    "sp2",
    "--kind",
    "ccr",
    "--on",
    "2003-sp2",
    "--cms",
    "SEL-CMS01",
    "--node",
    "SELNODE1=active",
    "--node",
    "SELNODE2=passive",
];

/// Five nodes, three of them passive, two servers.
const SCC: &str = "from = \"rtm\"\nto = \"sp2\"\nkind = \"scc\"\non = \"2003-sp2\"\n";

pub(super) fn upgrade(arguments: &[&str]) -> Run {
    run(&[&["upgrade", "--lang", "en"], arguments].concat())
}

pub(super) fn json(arguments: &[&str]) -> Value {
    upgrade(&[arguments, &["--format", "json"]].concat()).exits(0).json()
}

/// Each step as its action, its node and its commands.
fn steps(plan: &Value) -> Vec<(String, String, String)> {
    let text = |step: &Value, key: &str| step[key].as_str().unwrap_or_default().to_owned();
    let commands = |step: &Value| {
        let commands = step["commands"].as_array().expect("commands").iter();
        commands.map(|one| one.as_str().expect("text")).collect::<Vec<_>>().join("; ")
    };
    let steps = plan["steps"].as_array().expect("steps").iter();
    steps.map(|step| (text(step, "action"), text(step, "node"), commands(step))).collect()
}

pub(super) fn actions(plan: &Value) -> Vec<String> {
    steps(plan).into_iter().map(|(action, node, _)| format!("{action} {node}")).collect()
}

pub(super) fn plan_file(name: &str, text: &str) -> PathBuf {
    let place = fresh(name);
    written(&place, "cluster.toml", text);
    place.join("cluster.toml")
}

pub(super) fn path(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

pub(super) fn scc() -> String {
    let nodes = [1, 2, 3, 4, 5].map(|node| format!("[[node]]\nname = \"N{node}\"\n")).concat();
    let servers = "[[server]]\nname = \"CMS1\"\nnode = \"N1\"\n[[server]]\nname = \"CMS2\"\nnode = \"N2\"\n";
    format!("{SCC}{nodes}{servers}[[group]]\nname = \"Cluster Group\"\nnode = \"N4\"\n")
}

#[test]
fn passive_first_then_the_server_then_the_former_active_node() {
    let plan = json(&CCR);
    assert_eq!(
        actions(&plan),
        [
            "clear-node SELNODE2",
            "upgrade-node SELNODE2",
            "stop-server SELNODE1",
            "move-server SELNODE1",
            "upgrade-server SELNODE2",
            "start-server SELNODE2",
            "clear-node SELNODE1",
            "upgrade-node SELNODE1",
        ]
    );
    let commands: Vec<String> = steps(&plan).into_iter().map(|(_, _, commands)| commands).collect();
    assert_eq!(commands[0], "Cluster.exe group \"Cluster Group\" /move:SELNODE1");
    assert_eq!((commands[1].as_str(), commands[4].as_str()), ("Setup.com /mode:upgrade", "Setup.com /upgradeCMS"));
    assert_eq!(
        commands[3],
        "Move-ClusteredMailboxServer -Identity SEL-CMS01 -TargetMachine SELNODE2 -MoveComment 'Exchange 2007 SP2'"
    );
    let offline: Vec<u64> = plan["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .filter(|step| step["offline"].as_array().is_some_and(|servers| !servers.is_empty()))
        .filter_map(|step| step["number"].as_u64())
        .collect();
    assert_eq!(offline, [3, 4, 5, 6], "offline only between its stop and its start");
    assert_eq!((&plan["outages"][0]["first"], &plan["outages"][0]["last"]), (&3.into(), &6.into()));
    assert_eq!(
        (&plan["steps"][1]["back_out"], &plan["steps"][1]["command_origin"]),
        (&Value::Null, &"third-party".into())
    );
    // RTM tools until the server is upgraded, tools of its service pack behind that.
    let levels = |state: usize| &plan["management"][state]["workstations"][0]["tools"][0]["level"];
    assert_eq!((levels(0), levels(1)), (&"exchange-2007-rtm".into(), &"exchange-2007-sp2".into()));
    assert_eq!(plan["management"][1]["left_behind"][0]["verdict"], "undocumented");
}

#[test]
fn each_of_several_servers_has_its_own_short_outage() {
    let file = plan_file("upgrade-scc", &scc());
    let plan = json(&["--plan", path(&file)]);
    let told = actions(&plan);
    assert_eq!(told.iter().filter(|step| step.starts_with("upgrade-node")).count(), 5);
    let windows: Vec<(u64, u64)> = plan["outages"]
        .as_array()
        .expect("outages")
        .iter()
        .map(|one| (one["first"].as_u64().expect("first"), one["last"].as_u64().expect("last")))
        .collect();
    assert!(windows.len() == 2 && windows.iter().all(|(first, last)| last - first == 3), "{windows:?}");
    assert!(windows[0].1 < windows[1].0, "one after the other: {windows:?}");
    let states: Vec<&Value> = plan["management"].as_array().expect("states").iter().map(|one| &one["state"]).collect();
    assert_eq!(states, ["before", "middle", "after"]);
    assert_eq!(plan["management"][1]["workstations"], serde_json::json!([]), "no tools manage both levels");
    let asked: Vec<&str> =
        plan["readiness"].as_array().expect("readiness").iter().filter_map(|one| one["id"].as_str()).collect();
    for id in ["setup-wizard", "interim-updates", "preparation-sp2", "client-access-first", "cluster-exchange-edition"]
    {
        assert!(asked.contains(&id), "{id}: {asked:?}");
    }
}

/// The plan file of a cluster that was left after some steps of its plan.
fn left_after(plan: &Value, count: usize) -> String {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let mut level: Vec<&str> = vec!["rtm"; 5];
    let mut servers = [("CMS1", "N1".to_owned(), "rtm", "online"), ("CMS2", "N2".to_owned(), "rtm", "online")];
    let mut group = "N4".to_owned();
    for step in &plan["steps"].as_array().expect("steps")[..count] {
        let command = text(&step["commands"][0]);
        let server = servers.iter_mut().find(|server| step["server"] == server.0);
        match (step["action"].as_str().expect("an action"), server) {
            ("clear-node", _) => group = command.rsplit(':').next().expect("a node").into(),
            ("upgrade-node", _) => {
                let at: usize = text(&step["node"])[1..].parse().expect("a number");
                level[at - 1] = "sp2";
            }
            ("stop-server", Some(server)) => server.3 = "Offline",
            ("move-server", Some(server)) => {
                let target = command.split("-TargetMachine ").nth(1).expect("a target");
                server.1 = target.split(' ').next().expect("a node").into();
            }
            ("upgrade-server", Some(server)) => server.2 = "sp2",
            ("start-server", Some(server)) => server.3 = "Online",
            other => panic!("{other:?}"),
        }
    }
    let nodes = level.iter().zip(1..).map(|(level, at)| format!("[[node]]\nname = \"N{at}\"\nlevel = \"{level}\"\n"));
    let servers = servers.iter().map(|(name, node, level, state)| {
        format!("[[server]]\nname = \"{name}\"\nnode = \"{node}\"\nlevel = \"{level}\"\nstate = \"{state}\"\n")
    });
    let rest = format!("[[group]]\nname = \"Cluster Group\"\nnode = \"{group}\"\n");
    format!("{SCC}{}{}{rest}", nodes.collect::<String>(), servers.collect::<String>())
}

#[test]
fn a_cluster_that_was_left_half_way_resumes_with_exactly_the_rest() {
    let whole = json(&["--plan", path(&plan_file("upgrade-whole", &scc()))]);
    let all = steps(&whole);
    for count in 1..=all.len() {
        let file = plan_file("upgrade-left", &left_after(&whole, count));
        let rest = json(&["--plan", path(&file)]);
        assert_eq!(steps(&rest), all[count..], "after step {count}");
        assert!(count == 1 || rest["stands"].as_array().is_some_and(|told| !told.is_empty()), "after step {count}");
    }
}

#[test]
fn nodes_ahead_of_their_server_are_told_and_mended_first() {
    let names = ["--server", "CMS1=N2,offline", "--node", "N1=sp2", "--node", "N2=sp2"];
    let told = upgrade(&[&CCR[..8], &names].concat());
    let told = told.exits(0).says(&[
        "nodes-ahead",
        "Setup.com /upgradeCMS is left out",
        "1. Upgrade CMS1",
        "its outage has begun",
    ]);
    assert!(!told.stdout.contains("Setup.com /mode:upgrade"), "{}", told.stdout);
}

#[test]
fn what_is_in_the_way_is_named_and_ends_with_one() {
    let with = |from: &str, to: &str| CCR.map(|word| if word == from { to.to_owned() } else { word.to_owned() });
    let told = |arguments: &[String]| upgrade(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    told(&with("2003-sp2", "2003-sp1")).exits(1).says(&[
        "nodes-before-2003-sp2",
        "Windows Server 2003 SP2 first",
        "bb676559",
    ]);
    let full: Vec<String> = with("2003-sp2", "2003-sp1").into_iter().chain(["-v".into()]).collect();
    told(&full).exits(1).says(&["host-before-2003-sp2"]);
    told(&with("SELNODE2=passive", "SELNODE2=active")).exits(1).says(&["no-passive-node"]);
    told(&with("sp2", "sp3")).exits(3).says(&["to-sp3"]);
    told(&with("rtm", "sp1")).exits(3).says(&["from-sp1"]);
    told(&with("2003-sp2", "2003")).exits(3).says(&["with which service pack? (--on)"]);
    let third = [&CCR[..], &["--node", "N3=passive"]].concat();
    upgrade(&third).exits(1).says(&["one-passive-node"]);
    let mixed = [&CCR[..], &["--node", "SELNODE2=2003-sp1"]].concat();
    upgrade(&mixed).exits(2).complains(&["`SELNODE2` is there twice"]);
    // A refused script does nothing.
    let refused =
        told(&with("2003-sp2", "2003-sp1").into_iter().chain(["--format".into(), "script".into()]).collect::<Vec<_>>());
    let refused = refused.exits(1).stdout;
    let does =
        |line: &&str| !["@echo", "setlocal", "rem ", "echo ", "exit /b 1"].iter().any(|begin| line.starts_with(begin));
    assert_eq!(refused.lines().filter(does).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn what_was_not_said_is_asked_for_by_name() {
    upgrade(&["--to", "sp2"]).exits(3).says(&["Which nodes has the cluster?"]);
    upgrade(&["--to", "sp2", "--from", "rtm", "--on", "2003-sp2", "--node", "N1", "--node", "N2"])
        .exits(3)
        .says(&["Which servers are in the cluster?"]);
    let two = ["--to", "sp2", "--from", "rtm", "--on", "2003-sp2", "--cms", "A", "--cms", "B"];
    upgrade(&[&two[..], &["--node", "N1=active", "--node", "N2", "--node", "N3"]].concat())
        .exits(3)
        .says(&["Which node is B on?"]);
    let odd = ["--node", "N1=active", "--node", "N2=active", "--node", "N3=active", "--node", "N4"];
    upgrade(&[&two[..], &odd].concat()).exits(3).says(&["Which server is on N3?"]);
}

#[test]
fn hostile_names_are_usage_errors_and_reach_nothing() {
    for name in ["a & del *", "$(rm)", "a\nb", "", "-x", "a'b", "a%b", "ä", "a..b"] {
        upgrade(&["--to", "sp2", "--cms", "A", "--node", name]).exits(2).silent_on_stdout();
        upgrade(&["--to", "sp2", "--cms", name, "--node", "N1"]).exits(2).silent_on_stdout();
    }
    for group in ["a\"b=SELNODE1", "a%b=SELNODE1", "=SELNODE1", "/x=SELNODE1", "G=nowhere"] {
        upgrade(&[&CCR[..], &["--group", group]].concat()).exits(2).silent_on_stdout();
    }
    // What cannot break out of quotes stays text.
    let told = json(&[&CCR[..], &["--group", "a & del * | b=SELNODE2"]].concat());
    assert_eq!(steps(&told)[0].2, "Cluster.exe group \"a & del * | b\" /move:SELNODE1");
    // In a file they are no usage error but an input that is no good.
    let file = plan_file("upgrade-hostile", &scc().replace("N3", "a & del *"));
    upgrade(&["--plan", path(&file)]).exits(4).complains(&["a & del *"]);
    upgrade(&["--plan", path(&plan_file("upgrade-odd", "color = 1"))]).exits(4).complains(&["cluster.toml", "color"]);
    upgrade(&["--plan", "nowhere.toml"]).exits(4);
    upgrade(&["--nodes", "README.md"]).exits(4);
    upgrade(&["--kind", "standalone", "--to", "sp2"]).exits(2);
    upgrade(&["--format", "csv"]).exits(2);
}

#[test]
fn updates_that_differ_and_nodes_that_are_down_are_told() {
    let text = scc();
    let file = plan_file("upgrade-updates", &text.replace("name = \"N3\"", "name = \"N3\"\nupdate = \"RU5\""));
    upgrade(&["--plan", path(&file)]).exits(0).says(&["updates-differ", "N3: RU5"]);
    let file = plan_file("upgrade-down", &text.replace("name = \"N3\"", "name = \"N3\"\nstatus = \"Down\""));
    upgrade(&["--plan", path(&file)]).exits(1).says(&["node-not-up"]);
    let stuck = text.replace("node = \"N1\"\n", "node = \"N1\"\nmachines = [\"N1\"]\n");
    upgrade(&["--plan", path(&plan_file("upgrade-stuck", &stuck))]).exits(1).says(&["stuck", "CMS1"]);
    let shared = text.replace("node = \"N2\"", "node = \"N1\"");
    upgrade(&["--plan", path(&plan_file("upgrade-shared", &shared))]).exits(1).says(&["shared-node", "CMS1, CMS2"]);
}

#[test]
fn another_windows_is_a_migration() {
    let told = json(&["--on", "2003", "--to-system", "2008"]);
    let told: Vec<&str> =
        told["steps"].as_array().expect("steps").iter().filter_map(|step| step["step"].as_str()).collect();
    let steps = ["build-new-cluster", "create-new-server", "move-mailboxes", "replicate-public-folders"];
    assert_eq!([&told[..1], &told[2..]].concat(), steps);
    assert_eq!(told[1], "prepare-organization");
    let open = upgrade(&["--on", "2003", "--to-system", "2008"]).exits(0).stdout;
    assert!(open.contains("Exchange 2007 RTM"), "which level the new system takes is told: {open}");
    // No source speaks of a lower level, nor of the way back.
    for (from, to, on, system) in [("sp2", "sp1", "2003-sp2", "2008"), ("sp1", "sp2", "2008", "2003")] {
        let told = upgrade(&["--from", from, "--to", to, "--on", on, "--to-system", system]).exits(3).stdout;
        assert!(told.contains("no-way"), "{told}");
    }
    let migration = ["--from", "rtm", "--to", "sp2", "--on", "2003-sp2", "--kind", "ccr", "--to-system", "2008"];
    upgrade(&[&migration[..], &["--format", "script"]].concat()).exits(2).complains(&["markdown"]);
    let told = json(&migration);
    let stations: Vec<&Value> = (0..3).map(|state| &told["management"][state]["workstations"]).collect();
    let names = |state: usize| {
        let all = stations[state].as_array().expect("workstations").iter();
        all.filter_map(|one| one["system"].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        (names(0), names(1).len(), names(2)),
        (vec!["windows-xp", "windows-server-2003"], 0, vec!["windows-server-2008"])
    );
    let told = json(&["--to-system", "2008"]);
    assert_eq!(told["management"].as_array().map(Vec::len), Some(1), "of what was not said nothing is known");
    upgrade(&["--on", "2003", "--to-system", "2008-r2", "--to", "sp2"]).exits(1);
    upgrade(&["--on", "2003-sp1", "--to-system", "2003-sp2"]).exits(2).complains(&["no migration"]);
}

#[test]
fn a_plan_file_to_begin_with_is_planned_as_it_is() {
    for language in ["en", "ko"] {
        let told = run(&["data", "new", "plan", "--lang", language]).exits(0).silent_on_stderr().stdout;
        let file = plan_file(&format!("upgrade-new-{language}"), &told);
        assert_eq!(actions(&json(&["--plan", path(&file)])).len(), 8, "{told}");
        // Every key that is commented out is one.
        let all =
            told.lines().filter(|line| !line.starts_with("# to-system")).map(|line| match line.strip_prefix("# ") {
                Some(key) if key.contains(" = ") => key,
                _ => line,
            });
        let file = plan_file("upgrade-new-all", &all.collect::<Vec<_>>().join("\n"));
        upgrade(&["--plan", path(&file)]).exits(0);
    }
    let without = copy("data", "upgrade-without", &[]);
    std::fs::remove_file(without.join("runbook.toml")).expect("a file");
    for arguments in [&["upgrade", "--to", "sp2"][..], &["data", "new", "plan"]] {
        run(&[arguments, &["--data", path(&without)]].concat()).exits(2).complains(&["runbook"]);
    }
}

#[test]
fn the_tables_decide_what_is_planned() {
    let both = "when.target = [\"exchange-2007-sp1\", \"exchange-2007-sp2\"]\nwhen.on";
    let change = ("tables/upgrade.toml", both, "when.target = \"exchange-2007-sp1\"\nwhen.on");
    let place = copy("data", "upgrade-tables", &[change]);
    let told = run(&[&["upgrade", "--data", path(&place)], &CCR[..]].concat()).exits(3).stdout;
    assert!(!told.contains("Setup.com /mode:upgrade"), "{told}");
}

#[test]
fn plans_in_both_languages() {
    let groups = ["--group", "Cluster Group=SELNODE2", "--group", "Available Storage=SELNODE1"];
    let two = [&CCR[..], &groups].concat();
    let migration = ["--on", "2003", "--to-system", "2008"];
    for language in ["en", "ko"] {
        let told =
            |arguments: &[&str]| run(&[&["upgrade", "--lang", language], arguments].concat()).silent_on_stderr().stdout;
        for (name, arguments) in [("ccr", &two[..]), ("migration", &migration)] {
            let text = told(arguments);
            // Commands are to be copied: they are never broken.
            let wrapped: Vec<&str> = text.lines().filter(|line| !line.contains("ClusteredMailboxServer ")).collect();
            fits(&wrapped.join("\n"), 80);
            same_as(&format!("upgrade-{name}.{language}.txt"), &text);
        }
    }
    same_as("upgrade-ccr.md", &upgrade(&[&two[..], &["--format", "markdown"]].concat()).stdout);
    same_as("upgrade-ccr.json", &bare(upgrade(&[&two[..], &["--format", "json"]].concat()).json()));
    let script = upgrade(&[&two[..], &["--format", "script"]].concat()).exits(0).stdout;
    assert!(script.is_ascii() && script.split('\n').filter(|line| !line.is_empty()).all(|line| line.ends_with('\r')));
    same_as("upgrade-ccr.cmd", &script.replace('\r', ""));
}

/// JSON without what changes with every edit of the knowledge.
fn bare(mut told: Value) -> String {
    told["knowledge"]["digest"] = "sha256:...".into();
    serde_json::to_string_pretty(&told).expect("JSON") + "\n"
}

#[test]
fn every_action_and_check_has_its_words() {
    use canmanage::model::runbook::{Action, Check};
    use strum::IntoEnumIterator as _;

    let knowledge = knowledge("data");
    let runbook = knowledge.runbook().expect("a runbook");
    for action in Action::iter() {
        assert!(runbook.steps.iter().any(|step| step.does == action), "{action}");
    }
    for check in Check::iter() {
        assert!(runbook.checks.iter().any(|text| text.check == check), "{check}");
    }
}
