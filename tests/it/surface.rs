//! What other programs rest on (docs/stability.md): the command line and the keys of the JSON. A line that vanishes from these
//! golden lists breaks somebody's script.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::golden::same_as;
use crate::program::run;

const COMMANDS: &str = ", ask, check, matrix, setup, upgrade, page, explain, list, data, data check, data prove, data diff, \
     data stats, data schema, data new, data init, completions, man, help, help data, help check";

/// Every shape of JSON, each by command lines that together show all of its keys.
const ANSWERS: [(&str, &[&str]); 10] = [
    (
        "canmanage/answer/1",
        &[
            "check from=xp tools=sp1 server=sp1 on=2008 kind=ccr",
            "check from=2008 server=sp2 on=2008 kind=ccr",
            "check from=xp",
            "check from=vista kind=scc server=sp3",
            "ask can I manage an sp2 ccr on 2008 from xp or vista",
            "ask how do I upgrade a CCR from RTM to SP2",
            "ask can I run office 365 on a mainframe",
        ],
    ),
    ("canmanage/matrix/1", &["matrix"]),
    ("canmanage/setup/1", &["setup --from 2008 --manage server=sp2,on=2008", "setup --from xp --manage server=sp2"]),
    (
        "canmanage/upgrade/1",
        &[
            "upgrade --from rtm --to sp2 --kind ccr --on 2003-sp2 --cms C1 --node N1=active --node N2=passive",
            "upgrade --from rtm --to sp2 --kind ccr --on 2003 --cms C1 --node N1=active --node N2=passive",
        ],
    ),
    ("canmanage/explain/1", &["explain cross-system", "explain vista", "explain remote-desktop", "explain bb676559"]),
    ("canmanage/list/1", &["list rules", "list values", "list procedures", "list codes"]),
    ("canmanage/findings/1", &["data check tests/lints/base", "data check tests/packs/nowhere"]),
    ("canmanage/stats/1", &["data stats"]),
    ("canmanage/ledger/1", &["data prove --table host"]),
    ("canmanage/error/1", &["check from=vitsa"]),
];

/// Options, arguments and commands of a help page: what stands at the beginning of its indented lines.
fn offered(help: &str) -> impl Iterator<Item = &str> {
    let lines = help.lines().filter_map(|line| line.strip_prefix("  "));
    lines.filter(|line| !line.starts_with("          ")).map(|line| {
        let line = line.trim_start();
        line.split("  ").next().unwrap_or(line)
    })
}

#[test]
fn no_command_or_option_vanishes_silently() {
    let mut told = Vec::new();
    for command in COMMANDS.split(", ") {
        let words: Vec<&str> = command.split_whitespace().chain(["--help", "--lang", "en", "--width", "200"]).collect();
        let help = run(&words).exits(0).stdout;
        told.push(format!("canmanage {command}").trim_end().to_owned());
        told.extend(offered(&help).map(|line| format!("    {line}")));
    }
    same_as("surface-commands.txt", &(told.join("\n") + "\n"));
}

#[test]
fn no_key_of_the_json_vanishes_silently() {
    let mut told = Vec::new();
    for (shape, commands) in ANSWERS {
        let mut keys = BTreeSet::new();
        for command in commands {
            let words: Vec<&str> = command.split(' ').chain(["--format", "json", "--lang", "en"]).collect();
            let answer = run(&words).json();
            if answer["format"] == *shape {
                collect(&answer, "", &mut keys);
            }
        }
        assert!(!keys.is_empty(), "no answer has the shape {shape}");
        told.push(shape.to_owned());
        told.extend(keys.into_iter().map(|key| format!("    {key}")));
    }
    same_as("surface-json.txt", &(told.join("\n") + "\n"));
}

/// Every key with the keys above it. Keys that are names of the knowledge (axes, values) count as one: `*`.
fn collect(value: &Value, above: &str, keys: &mut BTreeSet<String>) {
    const NAMED: [&str; 6] = ["facts", "change", "when", "outcomes", "axes", "cells[]"];
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                let last = above.rsplit('.').next().unwrap_or(above);
                let own = if NAMED.contains(&last) && above != "cells[]" { "*" } else { key };
                let path = if above.is_empty() { own.to_owned() } else { format!("{above}.{own}") };
                keys.insert(path.clone());
                collect(field, &path, keys);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, &format!("{above}[]"), keys)),
        _ => {}
    }
}
