//! JSON, frozen as version 1: which keys there are, in which order, and what stands under them.

use crate::json::shape;
use crate::program::{line, run};
use crate::runs::{HELPDESK, QUESTIONS};

/// Keys may be added, never taken away nor moved: those of design.md stand in its order.
#[track_caller]
pub fn has_in_order(got: &[&str], frozen: &[&str]) {
    let kept: Vec<&str> = got.iter().copied().filter(|key| frozen.contains(key)).collect();
    assert_eq!(kept, frozen, "of {got:?}");
}

/// The keys of an answer.
pub const ANSWER: &str = "format knowledge table facts verdict basis choices reasons cautions remedies alternatives open \
     next_question sources replay";

#[test]
fn an_answer_as_json_has_the_keys_of_version_1_in_their_order() {
    for (words, _) in QUESTIONS {
        let told = line(&format!("{words} --format json")).stdout;
        let answer = shape(&told);
        has_in_order(&answer.keys(), &ANSWER.split(' ').collect::<Vec<_>>());
        has_in_order(&answer.get("knowledge").keys(), &["name", "version", "digest"]);
        assert!(told.ends_with("}\n"));
    }
    let unsupported = shape(&line(&format!("{HELPDESK} --format json")).stdout);
    assert_eq!(unsupported.get("facts").keys(), ["from", "tools", "server", "on", "kind"], "in axis order");
    has_in_order(
        &unsupported.get("reasons").first().keys(),
        &["rule", "effect", "basis", "when", "because", "sources"],
    );
    has_in_order(&unsupported.get("cautions").first().keys(), &["id", "text", "sources"]);
    has_in_order(&unsupported.get("remedies").first().keys(), &["id", "text", "commands"]);
    has_in_order(&unsupported.get("sources").first().keys(), &["id", "title", "date", "where"]);
    let open = shape(&line("check from=xp kind=ccr --format json").stdout);
    has_in_order(&open.get("open").first().keys(), &["axis", "outcomes"]);
}

#[test]
fn an_answer_as_json_says_what_the_contract_says() {
    let told = line(&format!("{HELPDESK} --format json")).exits(1).json();
    assert_eq!(told["format"], "canmanage/answer/1");
    assert_eq!(told["knowledge"]["name"], "exchange-2007");
    assert!(
        told["knowledge"]["digest"].as_str().is_some_and(|digest| digest.starts_with("sha256:") && digest.len() == 71)
    );
    assert_eq!(told["table"], "manage");
    assert_eq!(told["facts"]["kind"], serde_json::json!(["ccr"]));
    assert_eq!((&told["verdict"], &told["basis"]), (&"unsupported".into(), &"stated".into()));
    assert_eq!(told["reasons"][0]["rule"], "cross-system");
    assert_eq!(told["reasons"][0]["effect"], "forbid");
    assert_eq!(told["reasons"][1]["effect"], "permit", "the overruled permit is told after the forbids");
    assert_eq!(told["next_question"], serde_json::Value::Null);
    assert_eq!(told["open"], serde_json::json!([]));
    assert_eq!(told["sources"][0]["id"], "bb676559");
    assert_eq!(told["sources"][0]["date"], "2011-11-14");
    let open = line("check from=xp kind=ccr --format json").exits(3).json();
    assert_eq!(open["basis"], serde_json::Value::Null);
    assert_eq!(open["reasons"], serde_json::json!([]));
    let on = open["open"].as_array().expect("open").iter().find(|open| open["axis"] == "on").expect("on");
    assert_eq!(
        on["outcomes"],
        serde_json::json!({ "windows-server-2003": "supported", "windows-server-2008": "unsupported" })
    );
    let dated = line("check from=vista kind=ccr --format json").json();
    assert_eq!(dated["reasons"][0]["as_of"], "2011-11-14", "M4 is provisional and shown with its date");
}

#[test]
fn a_grid_as_json_has_every_cell_in_axis_order() {
    let told = line("matrix --format json").exits(0);
    let keys = shape(&told.stdout);
    has_in_order(&keys.keys(), &["format", "table", "axes", "cells"]);
    assert_eq!(keys.get("axes").keys(), ["from", "tools", "server", "on", "kind"]);
    assert_eq!(
        keys.get("cells").first().keys(),
        ["from", "tools", "server", "on", "kind", "verdict", "basis", "rules"]
    );
    let told = told.json();
    assert_eq!(told["format"], "canmanage/matrix/1");
    let axes = ["from", "tools", "server", "on", "kind"];
    let position = |cell: &serde_json::Value| {
        let at =
            |axis: &&str| told["axes"][axis].as_array().expect("values").iter().position(|value| *value == cell[axis]);
        axes.iter().map(|axis| at(axis).expect("listed")).collect::<Vec<_>>()
    };
    let order: Vec<Vec<usize>> = told["cells"].as_array().expect("cells").iter().map(position).collect();
    assert_eq!(order.len(), 4 * 3 * 3 * 2 * 3);
    assert!(order.is_sorted());
}

#[test]
fn a_slice_of_a_grid_is_what_check_says_of_each_cell() {
    let told = line("matrix from=vista,2008r2 server=sp2 on=2008 kind=ccr --format json").exits(0).json();
    let cells = told["cells"].as_array().expect("cells");
    assert_eq!(cells.len(), 2 * 3);
    for cell in cells {
        let facts = ["from", "tools", "server", "on", "kind"]
            .map(|axis| format!("{axis}={}", cell[axis].as_str().expect(axis)));
        let answer = run(&[&["check", "--format", "json"], &facts.each_ref().map(String::as_str)[..]].concat()).json();
        assert_eq!((&answer["verdict"], &answer["basis"]), (&cell["verdict"], &cell["basis"]), "{facts:?}");
    }
}
