//! Ways to say one thing, put together with the rest of a question and with parts of it left out: what is not told stays open.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::folder::toml_of;
use crate::questions::{Ids, facts};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wordings {
    en: Ways,
    ko: Ways,
    change: Vec<Change>,
    beside: Vec<Beside>,
    whole: Vec<Whole>,
}

#[derive(Deserialize)]
struct Ways {
    usual: BTreeMap<String, String>,
    alone: String,
    asks: [String; 2],
    #[serde(flatten)]
    parts: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    frame: String,
    facts: Ids,
    ways: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Beside {
    frames: Vec<String>,
    facts: Ids,
    said: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    text: String,
    facts: Ids,
}

/// The parts in the order of a list, and what each says.
const PARTS: [(&str, &str); 4] = [
    ("from", "windows-xp"),
    ("tools", "exchange-2007-sp1"),
    ("server", "exchange-2007-sp2"),
    ("on", "windows-server-2003"),
];

fn ids<'i>(of: impl IntoIterator<Item = (&'i str, &'i str)>) -> Ids {
    of.into_iter().map(|(axis, id)| (axis.to_owned(), [id.to_owned()].into())).collect()
}

/// Questions with a way to say one part and some or all of the others, once as a list and once as sentences, and what each says.
fn questions(ways: &Ways, part: &str, way: &str) -> Vec<(String, Ids)> {
    let mut all = Vec::new();
    for left_out in 0..1 << PARTS.len() {
        let told: Vec<(usize, &str, &str)> = (PARTS.iter().enumerate())
            .filter(|(at, (axis, _))| left_out & (1 << at) == 0 || *axis == part)
            .map(|(at, (axis, id))| (at, *axis, *id))
            .collect();
        // Without a workstation and its tools another thing is asked.
        if told.len() < 2 || !told.iter().any(|(at, ..)| *at < 2) {
            continue;
        }
        let words = |at: usize| {
            let axis = PARTS[at].0;
            if axis == part { way } else { &ways.usual[axis] }
        };
        let mut pieces: Vec<&str> = told.iter().map(|(at, ..)| words(*at)).collect();
        if !told.iter().any(|(_, axis, _)| *axis == "server") {
            pieces.insert(told.iter().filter(|(at, ..)| *at < 2).count(), &ways.alone);
        }
        let said = ids(told.iter().map(|(_, axis, id)| (*axis, *id)).chain([("kind", "ccr")]));
        all.push((format!("{}. {}", pieces.join(", "), ways.asks[0]), said.clone()));
        let before = told.iter().filter(|(at, ..)| *at < 2).count();
        pieces.rotate_left(before);
        all.push((format!("{}. {}", pieces.join(". "), ways.asks[1]), said));
    }
    all
}

#[test]
fn every_way_to_say_a_thing_is_read_beside_any_of_the_others() {
    let wordings: Wordings = toml_of("tests/cases/ask/wordings.toml");
    let mut wrong = Vec::new();
    let mut asked = 0;
    for ways in [&wordings.en, &wordings.ko] {
        for (part, some) in &ways.parts {
            for (question, expected) in some.iter().flat_map(|way| questions(ways, part, way)) {
                asked += 1;
                let read = facts(&question);
                if read != expected {
                    wrong.push(format!("{question}\n  {read:?}"));
                }
            }
        }
    }
    assert!(asked > 5_000, "{asked}");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_was_is_no_fact_beside_what_is_now() {
    let wordings: Wordings = toml_of("tests/cases/ask/wordings.toml");
    for change in &wordings.change {
        for way in &change.ways {
            let question = change.frame.replace("{}", way);
            assert_eq!(facts(&question), change.facts, "{question}");
        }
    }
}

#[test]
fn what_is_said_of_others_changes_no_fact() {
    let wordings: Wordings = toml_of("tests/cases/ask/wordings.toml");
    for beside in &wordings.beside {
        for (frame, said) in beside.frames.iter().flat_map(|frame| beside.said.iter().map(move |said| (frame, said))) {
            let question = frame.replace("{}", said);
            assert_eq!(facts(&question), beside.facts, "{question}");
        }
    }
}

#[test]
fn each_machine_of_a_question_is_the_one_it_is() {
    let wordings: Wordings = toml_of("tests/cases/ask/wordings.toml");
    for whole in &wordings.whole {
        assert_eq!(facts(&whole.text), whole.facts, "{}", whole.text);
    }
}
