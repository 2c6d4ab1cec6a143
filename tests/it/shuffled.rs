//! The order in which knowledge is written decides nothing: every list of it is shuffled, and each answer stays as it was.

use std::collections::BTreeSet;

use canmanage::Advisor;
use canmanage::diag::{Files, SourceFile};
use canmanage::knowledge::{Knowledge, OnAxis, Table};
use serde_json::Value as Json;
use toml::{Table as Toml, Value};

use crate::generated::Dice;
use crate::program::in_root;
use crate::{folder, oracle};

/// Lists whose order is what they say: the best first, a pair, what is typed one after the other, what comes first in time.
const ORDERED: &str = "axes axis changes columns commands known-builds languages prefer remedies rewrite rows";

impl Dice {
    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.throw(at + 1));
        }
    }

    /// The value with every list in it in another order.
    fn mixed(&mut self, key: &str, value: &Value) -> Value {
        match value {
            Value::Array(items) => {
                let mut items: Vec<Value> = items.iter().map(|item| self.mixed("", item)).collect();
                if !ORDERED.split(' ').any(|own| own == key) {
                    self.shuffle(&mut items);
                }
                items.into()
            }
            Value::Table(table) => {
                table.iter().map(|(key, value)| (key.clone(), self.mixed(key, value))).collect::<Toml>().into()
            }
            other => other.clone(),
        }
    }

    /// The file with its entries in another order, too. A step stays behind those that come before it.
    fn file(&mut self, text: &str) -> String {
        let mut head = Toml::new();
        let mut entries: Vec<(String, String, Value)> = Vec::new();
        for (key, value) in &text.parse::<Toml>().expect("TOML") {
            match value {
                Value::Table(section) if section.values().all(Value::is_table) => {
                    entries.extend(section.iter().map(|(id, entry)| (key.clone(), id.clone(), self.mixed(id, entry))));
                }
                value => drop(head.insert(key.clone(), self.mixed(key, value))),
            }
        }
        self.shuffle(&mut entries);
        let mut text = toml::to_string(&head).expect("TOML");
        let mut told: BTreeSet<String> = BTreeSet::new();
        while !entries.is_empty() {
            let free = |(_, _, entry): &(String, String, Value)| {
                oracle::list(entry.get("after").filter(|after| after.is_array())).iter().all(|id| told.contains(id))
            };
            let (section, id, entry) = entries.remove(entries.iter().position(free).expect("steps in no circle"));
            let inner = Value::from(Toml::from_iter([(id.clone(), entry)]));
            let one = Toml::from_iter([(section, inner)]);
            text.push('\n');
            text.push_str(&toml::to_string(&one).expect("TOML"));
            told.insert(id);
        }
        text
    }
}

/// The folder in another order. The steps of a runbook are an order of their own.
fn shuffled(files: &Files, seed: u64) -> Files {
    let mut dice = Dice(seed << 40);
    let mut other = Files::new("shuffled");
    for (_, file) in files.iter() {
        let kept = file.path == "runbook.toml" || file.path.starts_with("schema/");
        let text = if kept { file.text.clone() } else { dice.file(&file.text) };
        other.push(SourceFile { path: file.path.clone(), text });
    }
    other
}

/// What an answer says, its choices and alternatives in their order and everything else sorted.
fn told(answer: &canmanage::Answer) -> Json {
    fn sorted(key: &str, value: Json) -> Json {
        match value {
            Json::Array(items) => {
                let mut items: Vec<Json> = items.into_iter().map(|item| sorted("", item)).collect();
                if !["choices", "alternatives", "follows"].contains(&key) {
                    items.sort_by_key(Json::to_string);
                }
                items.into()
            }
            Json::Object(map) => {
                // Sentences name values and places in the order in which these are shown.
                let keep = |key: &String| !["replay", "knowledge", "text", "because", "where"].contains(&key.as_str());
                map.into_iter()
                    .filter(|(key, _)| keep(key))
                    .map(|(key, value)| (key.clone(), sorted(&key, value)))
                    .collect()
            }
            other => other,
        }
    }
    sorted("", serde_json::to_value(answer).expect("JSON"))
}

/// Facts as words, some axes open, others with one value or two.
fn words(knowledge: &Knowledge, table: &Table, dice: &mut Dice) -> Vec<String> {
    let axes = table.axes.iter().filter_map(|axis| {
        let count = dice.throw(4);
        let mut ids: Vec<&str> = axis.all().map(|value| folder::id(knowledge, axis, value)).collect();
        ids.sort_unstable();
        dice.shuffle(&mut ids);
        ids.truncate(if count == 3 { 2 } else { 1 });
        ids.sort_unstable();
        (count > 0).then(|| format!("{}={}", axis.id, ids.join(",")))
    });
    axes.collect()
}

#[test]
fn every_answer_is_the_same_in_whatever_order_the_knowledge_is_written() {
    for name in folder::FOLDERS {
        let files = folder::files(name);
        let knowledge = folder::knowledge(name);
        for seed in 1..=2 {
            let mixed = shuffled(&files, seed);
            let (other, report) = folder::compiled(&mixed);
            assert!(!report.is_fatal(), "{name}: {report:?}");
            let other = other.expect("it compiles");
            let place = folder::fresh(&format!("shuffled-{seed}"));
            for (_, file) in mixed.iter() {
                folder::written(&place, &file.path, &file.text);
            }
            let advisors = [&in_root(name), &place].map(|place| Advisor::of_folder(place).expect("a folder"));
            let mut dice = Dice(seed << 40);
            for table in knowledge.tables() {
                let twin = other.table(&table.id).expect("the same table");
                cells(&knowledge, table, &other, twin);
                plans(&knowledge, table, &advisors, &mut dice);
            }
        }
    }
}

/// Every cell rests on the same entries.
fn cells(knowledge: &Knowledge, table: &Table, other: &Knowledge, twin: &Table) {
    let places: Vec<Vec<OnAxis>> = table
        .axes
        .iter()
        .zip(&twin.axes)
        .map(|(axis, twin)| {
            let ids = axis.all().map(|value| folder::id(knowledge, axis, value));
            let place = |id| twin.all().find(|own| folder::id(other, twin, *own) == id).expect("the same values");
            ids.map(place).collect()
        })
        .collect();
    for cell in 0..table.grid.cells() {
        let values = table.values(cell);
        let there: Vec<OnAxis> = values.iter().zip(&places).map(|(value, places)| places[value.index()]).collect();
        let there = twin.grid.cell(&there);
        assert_eq!(oracle::compiled(table, cell), oracle::compiled(twin, there), "{} {values:?}", table.id);
    }
}

/// Facts that leave something open get the same answer, with the same advice.
fn plans(knowledge: &Knowledge, table: &Table, advisors: &[Advisor; 2], dice: &mut Dice) {
    for _ in 0..60 {
        let words = words(knowledge, table, dice);
        let [one, two] = advisors.each_ref().map(|advisor| told(&advisor.check_in(&table.id, &words).expect("facts")));
        assert_eq!(one, two, "{}: {words:?}", table.id);
    }
}
