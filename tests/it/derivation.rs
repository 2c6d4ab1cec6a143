//! The founding article's part of the grid, derived by hand: tools x workstation x server x nodes, each for a cluster and for a
//! server that stands alone. The arms below are the facts M1 to M16 of the project's list, forbids first; a reader can follow
//! them without opening data/. The program must print the same 216 cells.

use std::collections::BTreeMap;

use Level::{Rtm, Sp1, Sp2};
use System::{Server2003, Server2008, Vista, Xp};

use crate::program;

#[derive(Clone, Copy, PartialEq)]
enum System {
    Xp,
    Vista,
    Server2003,
    Server2008,
}

#[derive(Clone, Copy, PartialEq)]
enum Level {
    Rtm,
    Sp1,
    Sp2,
}

/// Verdict and basis.
type Answer = (&'static str, Option<&'static str>);

const STATED: Answer = ("supported", Some("stated"));
const READING: Answer = ("supported", Some("reading"));
const INFERRED: Answer = ("supported", Some("inferred"));
const NO: Answer = ("unsupported", Some("stated")); // each of M4, M6, M14, M15 is stated
const SILENCE: Answer = ("undocumented", None);

/// From a workstation, with tools of a level, to a clustered mailbox server of a level on nodes with a system.
#[expect(clippy::match_same_arms, reason = "an arm a fact")]
fn clustered(from: System, tools: Level, server: Level, on: System) -> Answer {
    match (from, tools, server, on) {
        (Vista, _, _, _) => NO,                                     // M4: no clustered server from Vista
        (Xp | Server2003, _, _, Server2008) => NO,                  // M6: 2.0 to 3.0
        (Server2008, _, _, Server2003) => NO,                       // M6: 3.0 to 2.0
        (_, _, Rtm, Server2008) => NO,                              // M15: no RTM server on 2008
        (Server2008, Rtm, _, _) => NO,                              // M14: no RTM tools on 2008
        (Xp | Server2003, Rtm, Rtm, _) => STATED,                   // M1
        (_, Sp1, Sp1, _) | (_, Sp2, Sp2, _) => STATED,              // M2: equal levels
        (_, Sp1, Sp2, _) | (_, Sp2, Sp1, _) => READING,             // M3: SP1 with SP2 and the reverse
        (_, Rtm, Sp1 | Sp2, _) | (_, Sp1 | Sp2, Rtm, _) => SILENCE, // M11
    }
}

/// The same to a mailbox server that stands alone: M4 and M6 are about clusters.
#[expect(clippy::match_same_arms, reason = "an arm a fact")]
fn standalone(from: System, tools: Level, server: Level, on: System) -> Answer {
    match (from, tools, server, on) {
        (_, _, Rtm, Server2008) => NO,                              // M15
        (Server2008, Rtm, _, _) => NO,                              // M14
        (Vista, Sp1 | Sp2, Sp1 | Sp2, _) => READING,                // M5: the tools' level is a reading
        (Vista, _, _, _) => SILENCE,                                // M5 says nothing of RTM
        (Xp | Server2003, Rtm, Rtm, _) => INFERRED,                 // M12, from M1
        (_, Sp1 | Sp2, Sp1 | Sp2, _) => INFERRED,                   // M12, from M2
        (_, Rtm, Sp1 | Sp2, _) | (_, Sp1 | Sp2, Rtm, _) => SILENCE, // M11
    }
}

/// The derived cells of a kind, by the values the program prints.
fn derived(kind: &'static str) -> BTreeMap<[&'static str; 5], Answer> {
    let by = if kind == "standalone" { standalone } else { clustered };
    let mut cells = BTreeMap::new();
    for (from, from_id) in [
        (Xp, "windows-xp"),
        (Vista, "windows-vista"),
        (Server2003, "windows-server-2003"),
        (Server2008, "windows-server-2008"),
    ] {
        let levels = [(Rtm, "exchange-2007-rtm"), (Sp1, "exchange-2007-sp1"), (Sp2, "exchange-2007-sp2")];
        for (tools, tools_id) in levels {
            for (server, server_id) in levels {
                for (on, on_id) in [(Server2003, "windows-server-2003"), (Server2008, "windows-server-2008")] {
                    cells.insert([from_id, tools_id, server_id, on_id, kind], by(from, tools, server, on));
                }
            }
        }
    }
    cells
}

/// The cells of a kind as the program prints them.
fn printed(kind: &str) -> BTreeMap<[String; 5], (String, Option<String>)> {
    let told = program::run(&["matrix", "--format", "json", &format!("kind={kind}")]).exits(0).json();
    let word = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let cells = told["cells"].as_array().expect("cells").iter().map(|cell| {
        let at = ["from", "tools", "server", "on", "kind"].map(|axis| word(&cell[axis]).expect(axis));
        (at, (word(&cell["verdict"]).expect("a verdict"), word(&cell["basis"])))
    });
    cells.collect()
}

/// How many cells have each answer.
fn sums(kind: &'static str) -> [usize; 5] {
    let count = |wanted: Answer| derived(kind).values().filter(|answer| **answer == wanted).count();
    [STATED, READING, INFERRED, NO, SILENCE].map(count)
}

#[track_caller]
fn prints_as_derived(kind: &'static str) {
    let printed = printed(kind);
    assert_eq!(printed.len(), 72);
    for (at, (verdict, basis)) in derived(kind) {
        let expected = (verdict.to_owned(), basis.map(str::to_owned));
        assert_eq!(printed.get(&at.map(str::to_owned)), Some(&expected), "{at:?}");
    }
}

#[test]
fn clusters_are_as_the_facts_say() {
    prints_as_derived("ccr");
    prints_as_derived("scc");
}

#[test]
fn servers_that_stand_alone_are_as_the_facts_say() {
    prints_as_derived("standalone");
}

#[test]
fn the_sums_are_those_written_in_the_ledger() {
    // stated, reading, inferred, unsupported, undocumented
    assert_eq!(sums("ccr"), [8, 6, 0, 50, 8]);
    assert_eq!(sums("scc"), sums("ccr"));
    assert_eq!(sums("standalone"), [0, 8, 26, 17, 21]);
    assert_eq!(sums("standalone").iter().sum::<usize>(), 72);
}
