//! What comes in from the cluster as listings, and what goes out to it as a script.

use super::runbook::{CCR, actions, json, path, upgrade};
use std::path::Path;

use crate::folder::{copy, fresh, text_of, written};
use crate::program::run;

/// The listings of the two-node cluster, as files in an encoding.
fn listings(name: &str, encode: impl Fn(&str) -> Vec<u8>) -> Vec<String> {
    let place = fresh(name);
    let mut arguments = CCR[..8].iter().map(ToString::to_string).collect::<Vec<_>>();
    for (option, file) in [("--nodes", "node"), ("--groups", "group"), ("--status", "status")] {
        written(&place, file, encode(&text_of(format!("tests/cases/upgrade/cluster-{file}.txt"))));
        arguments.extend([option.to_owned(), path(&place.join(file)).to_owned()]);
    }
    arguments
}

type Encode<'e> = &'e dyn Fn(&str) -> Vec<u8>;

#[test]
fn listings_give_the_plan_of_the_flags_in_any_encoding() {
    let groups = ["--group", "Cluster Group=SELNODE2", "--group", "Available Storage=SELNODE1"];
    let expected = upgrade(&[&CCR[..], &groups].concat()).exits(0).stdout;
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let encodings: [(&str, Encode<'_>); 5] = [
        ("utf-8", &|text| text.as_bytes().to_vec()),
        ("utf-8-bom", &|text| [b"\xef\xbb\xbf", text.as_bytes()].concat()),
        ("utf-16", &|text| wide(&format!("\u{feff}{text}"))),
        ("utf-16-without-bom", &wide),
        // `노드` in Windows-949
        ("949", &|text| {
            text.replace("Node ", "@")
                .bytes()
                .flat_map(|byte| if byte == b'@' { b"\xb3\xeb\xb5\xe5 ".to_vec() } else { vec![byte] })
                .collect()
        }),
    ];
    for (name, encode) in encodings {
        let arguments = listings(&format!("listings-{name}"), encode);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        assert_eq!(upgrade(&arguments).exits(0).stdout, expected, "{name}");
    }
    // Without a word about groups the steps are the same.
    let bare = actions(&json(&CCR));
    assert_eq!(actions(&json(&[&CCR[..], &groups].concat())), bare);
}

/// What the script shows on a node and how it ends, if its first command ends with a code and one question is answered; nothing
/// where there is no wine.
fn under_cmd(code: u32, node: &str, answer: &str) -> Option<(i32, String)> {
    let command = format!("cmd /c exit {code} {{group}}\"]");
    let changes = [
        ("runbook.toml", "Cluster.exe group {group} /move:{to}\"]", command.as_str()),
        // What a script looks for before its first step is tried with that of a set-up.
        (
            "setup.toml",
            "\"windows-server-2003\" }\ncommand = 'ver | find \" 5.2.\"'",
            "\"windows-server-2003\" }\ncommand = 'ver'",
        ),
        ("setup.toml", "\"net session\"", "\"ver\""),
    ];
    let place = copy("data", &format!("upgrade-script-{code}-{node}-{answer}"), &changes);
    let told = run(&[&["upgrade", "--format", "script", "--data", path(&place)], &CCR[..]].concat());
    written(&place, "upgrade.cmd", told.exits(0).stdout);
    let mut command = std::process::Command::new("wine");
    command.current_dir(&place).args(["cmd", "/c", &format!("set COMPUTERNAME={node}&& upgrade.cmd")]);
    command.env("WINEDEBUG", "-all").env("WINEPREFIX", Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine"));
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().ok()?;
    let mut input = child.stdin.take().expect("a pipe");
    std::io::Write::write_all(&mut input, format!("{answer}\r\n").as_bytes()).expect("an answer");
    drop(input);
    let output = child.wait_with_output().expect("an end");
    Some((output.status.code().expect("a code"), String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[test]
fn a_script_does_what_it_is_told_to_on_its_node_and_stops_where_a_command_fails() {
    for (code, node, answer, ends, says, never) in [
        (0, "SELNODE2", "yes", 1, &["2. Upgrade the passive node", "Stopped: step 2"][..], "failed"),
        (0, "SELNODE2", "skip", 1, &["2. Upgrade the passive node", "Stopped: step 2"], "failed"),
        (7, "SELNODE2", "yes", 7, &["Step 1 failed with exit code 7"], "2. "),
        (7, "SELNODE2", "no", 1, &["Stopped: step 1"], "2. "),
        (0, "SELNODE1", "yes", 1, &["First, elsewhere: steps 1 to 2 on SELNODE2", "Stopped: step 3"], "3. "),
        (0, "SELNODE1", "2", 1, &["3. Take SEL-CMS01 offline", "Stopped: step 3"], "4. "),
        (0, "OTHER", "yes", 3, &["no step in the plan"], "1. "),
    ] {
        let Some((ended, shown)) = under_cmd(code, node, answer) else { return };
        assert_eq!(ended, ends, "{node}, {answer}: {shown}");
        assert!(says.iter().all(|told| shown.contains(told)) && !shown.contains(never), "{node}, {answer}: {shown}");
    }
}

#[test]
fn nodes_that_a_script_cannot_tell_apart_have_no_part_in_it() {
    let names = ["--node", "SEL-EXCHANGE-NODE1=active", "--node", "SEL-EXCHANGE-NODE2=passive", "--format", "script"];
    let script =
        upgrade(&[&CCR[..10], &names].concat()).exits(0).says(&["This computer has no step in the plan"]).stdout;
    assert!(!script.contains("goto node"), "{script}");
}

#[test]
fn what_contradicts_itself_is_refused_and_names_both() {
    let two = ["--from", "rtm", "--to", "sp2", "--on", "2003-sp2", "--kind", "ccr"];
    for (arguments, named) in [
        (&["--cms", "A=N2", "--node", "N1=active", "--node", "N2=passive"][..], ["`N2`", "`A`"]),
        (&["--cms", "A=N1,sp2", "--node", "N1=active,rtm", "--node", "N2=passive,sp2"], ["`N1`", "`A`"]),
        (&["--cms", "A=N1", "--group", "A=N2", "--node", "N1", "--node", "N2"], ["`N1`", "`N2`"]),
    ] {
        upgrade(&[&two[..], arguments].concat()).exits(2).complains(&named);
    }
}

#[test]
fn a_server_that_is_neither_online_nor_offline_is_in_the_way() {
    let listed = |status: &str| {
        let arguments =
            listings("upgrade-states", |text| text.replace(": Online", &format!(": {status}")).into_bytes());
        upgrade(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    for state in ["Failed", "Partial Online", "Online Pending", "Bogus"] {
        let told = listed(state).exits(1).stdout;
        assert!(told.contains(&format!("SEL-CMS01 ({state})")), "{told}");
    }
    let failed = listed("Online\nFailedResources                 : {Mailbox Database}");
    assert!(failed.exits(1).stdout.contains("Mailbox Database"));
    // Offline already: it would stay so while the passive node is upgraded.
    assert!(listed("Offline").exits(0).stdout.contains("server-offline"));
    listed("Online").exits(0);
}
