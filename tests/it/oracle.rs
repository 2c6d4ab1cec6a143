//! An evaluator that a reader can check against data/README.md: no bits, no boxes, no indices. It reads the files anew as plain
//! TOML and asks every rule about every cell, one at a time. The compiled tables must say the same of each cell.

use std::collections::{BTreeMap, BTreeSet};

use canmanage::diag::Files;
use canmanage::knowledge::Knowledge;
use canmanage::knowledge::ids::RuleId;
use canmanage::knowledge::table::{Ruling, Table as Compiled};
use semver::{Version, VersionReq};
use toml::{Table, Value};

use crate::folder;

/// One value for each axis, by id.
pub type Cell = BTreeMap<String, String>;

/// What a rule can rest on, firmest first.
const BASES: [&str; 3] = ["stated", "reading", "inferred"];

/// What a cell is: verdict and basis, plain and strict, and what holds there.
#[derive(Debug, PartialEq, Eq)]
pub struct Says {
    pub plain: String,
    pub strict: String,
    holding: BTreeMap<&'static str, BTreeSet<String>>,
}

/// The files of a folder as TOML.
pub struct Oracle(BTreeMap<String, Table>);

impl Oracle {
    pub fn new(files: &Files) -> Self {
        let parsed = |text: &str| text.parse::<Table>().expect("TOML");
        Self(files.iter().map(|(_, file)| (file.path.clone(), parsed(&file.text))).collect())
    }

    pub fn tables(&self) -> Vec<&str> {
        self.0.keys().filter_map(|path| path.strip_prefix("tables/")?.strip_suffix(".toml")).collect()
    }

    /// Every cell of a table, outside values too.
    pub fn cells(&self, table: &str) -> Vec<Cell> {
        self.axes(table).iter().fold(vec![Cell::new()], |cells, axis| {
            let longer = |cell: &Cell, value: &String| {
                cell.clone().into_iter().chain([(text(&axis["id"]), value.clone())]).collect()
            };
            let values: Vec<String> = list(axis.get("inside")).into_iter().chain(list(axis.get("outside"))).collect();
            cells.iter().flat_map(|cell| values.iter().map(|value| longer(cell, value)).collect::<Vec<_>>()).collect()
        })
    }

    pub fn says(&self, table: &str, cell: &Cell) -> Says {
        let sections = ["forbid", "permit", "caution", "silent"];
        let held = sections.map(|section| {
            let entries = self.entries(table, section).into_iter().flatten();
            let held = entries.filter_map(|(id, entry)| Some((id.clone(), self.holds(table, section, entry, cell)?)));
            (section, held.collect::<BTreeMap<String, u8>>())
        });
        let [(_, forbids), (_, permits), ..] = &held;
        let verdict = |least: u8| {
            let best = |bases: &BTreeMap<String, u8>| bases.values().filter(|basis| **basis <= least).min().copied();
            match (best(forbids), best(permits)) {
                (Some(basis), _) => format!("unsupported {}", BASES[usize::from(basis)]),
                (None, Some(basis)) => format!("supported {}", BASES[usize::from(basis)]),
                (None, None) => "undocumented".to_owned(),
            }
        };
        let holding = held.iter().map(|(section, held)| (*section, held.keys().cloned().collect()));
        Says { plain: verdict(2), strict: verdict(0), holding: holding.collect() }
    }

    /// How firmly an entry holds in a cell, as a position in [`BASES`]: no firmer than the attributes through which it does. Nothing
    /// if it does not hold.
    fn holds(&self, table: &str, section: &str, entry: &Value, cell: &Cell) -> Option<u8> {
        let conditions = match &entry["when"] {
            Value::Array(several) => several.iter().collect(),
            one => vec![one],
        };
        let link = |when: &Value| {
            let relations = ["differ", "agree"].map(|kind| self.relates(table, kind, when.get(kind), cell));
            let [differ, agree] = relations;
            let axes = self.axes(table).iter().all(|axis| self.meets(axis, section, when, cell));
            axes.then_some(differ?.max(agree?))
        };
        let firmest = conditions.into_iter().filter_map(link).min()?;
        Some(entry.get("basis").map_or(0, basis).max(firmest))
    }

    /// Whether one axis of the cell is as a condition wants it. A permit means inside values unless it gives the id.
    fn meets(&self, axis: &Table, section: &str, when: &Value, cell: &Cell) -> bool {
        let id = text(&axis["id"]);
        let value = &cell[&id];
        let reached = section != "permit" || list(axis.get("inside")).contains(value);
        let words = text(&axis["vocabulary"]);
        let member = |name: &String| list(self.vocabulary(&words, "group", name).and_then(|own| own.get("members")));
        match when.get(&id) {
            None => reached,
            Some(Value::Table(terms)) if terms.contains_key("not") => {
                reached && !list(terms.get("not")).iter().any(|name| name == value || member(name).contains(value))
            }
            Some(Value::Table(terms)) => {
                let own = self.vocabulary(&words, "value", value).and_then(|own| own.get("version"));
                let range = VersionReq::parse(&text(&terms["version"])).expect("a range");
                reached && own.is_some_and(|own| range.matches(&Version::parse(&text(own)).expect("a version")))
            }
            terms => list(terms).iter().any(|name| name == value || (reached && member(name).contains(value))),
        }
    }

    /// Whether a forbid holds that says that this cell cannot be met with.
    pub fn ruled_out(&self, table: &str, cell: &Cell, strict: bool) -> bool {
        self.entries(table, "forbid").into_iter().flatten().any(|(_, entry)| {
            let rules_out = entry.get("rules-out").and_then(Value::as_bool) == Some(true);
            rules_out && self.holds(table, "forbid", entry, cell).is_some_and(|basis| basis == 0 || !strict)
        })
    }

    /// What a value of an axis carries of an attribute.
    pub fn carried(&self, axis: &Table, value: &str, attribute: &str) -> Option<String> {
        let value = self.vocabulary(&text(&axis["vocabulary"]), "value", value)?;
        value.get("attributes")?.get(attribute).map(text)
    }

    /// How firmly two values relate as they must. Nothing if they do not.
    fn relates(&self, table: &str, kind: &str, relation: Option<&Value>, cell: &Cell) -> Option<u8> {
        let Some(relation) = relation else { return Some(0) };
        let attribute = text(&relation["attribute"]);
        let carried = |id: &String| {
            let axis = self.axes(table).into_iter().find(|axis| text(&axis["id"]) == *id).expect("an axis");
            let value = self.vocabulary(&text(&axis["vocabulary"]), "value", &cell[id])?;
            let firmly = value.get("attribute-basis").and_then(|bases| bases.get(&attribute)).map_or(0, basis);
            Some((text(value.get("attributes")?.get(&attribute)?), firmly))
        };
        match list(relation.get("axes")).iter().map(carried).collect::<Vec<_>>().as_slice() {
            [Some((left, one)), Some((right, other))] => {
                ((left == right) == (kind == "agree")).then_some(*one.max(other))
            }
            _ => None,
        }
    }

    pub fn axes(&self, table: &str) -> Vec<&Table> {
        let axes = self.0[&format!("tables/{table}.toml")]["axis"].as_array().expect("axes");
        axes.iter().map(|axis| axis.as_table().expect("an axis")).collect()
    }

    fn entries(&self, table: &str, section: &str) -> Option<&Table> {
        self.0[&format!("tables/{table}.toml")].get(section)?.as_table()
    }

    fn vocabulary(&self, vocabulary: &str, section: &str, id: &str) -> Option<&Value> {
        self.0[&format!("vocabulary/{vocabulary}.toml")].get(section)?.get(id)
    }
}

/// A basis as its position in [`BASES`].
fn basis(value: &Value) -> u8 {
    BASES.iter().zip(0..).find(|(basis, _)| value.as_str() == Some(basis)).expect("a basis").1
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}

/// One string or several, or none.
pub fn list(value: Option<&Value>) -> Vec<String> {
    match value {
        None => Vec::new(),
        Some(Value::Array(several)) => several.iter().map(text).collect(),
        Some(one) => vec![text(one)],
    }
}

/// The same of a compiled cell.
pub fn compiled(table: &Compiled, cell: usize) -> Says {
    let outcome = table.outcome(cell);
    let rules = |rules: &[RuleId]| rules.iter().map(|rule| table[*rule].id.clone()).collect();
    let ruling = |ruling: Ruling| {
        let basis = ruling.basis.map(|basis| format!(" {basis}")).unwrap_or_default();
        format!("{}{basis}", ruling.verdict)
    };
    Says {
        plain: ruling(outcome.plain),
        strict: ruling(outcome.strict),
        holding: BTreeMap::from([
            ("forbid", rules(outcome.forbids)),
            ("permit", rules(outcome.permits)),
            ("caution", outcome.cautions.iter().map(|caution| table[*caution].id.clone()).collect()),
            ("silent", outcome.silents.iter().map(|silent| table[*silent].id.clone()).collect()),
        ]),
    }
}

/// Compares every cell of every table, and gives how many there were.
#[track_caller]
pub fn agrees(files: &Files, knowledge: &Knowledge) -> usize {
    let oracle = Oracle::new(files);
    let mut compared = 0;
    for name in oracle.tables() {
        let table = knowledge.table(name).expect(name);
        let cells = oracle.cells(name);
        assert_eq!(table.grid.cells(), cells.len(), "cells of {name}");
        for cell in &cells {
            let ids: Vec<&str> = table.axes.iter().map(|axis| cell[&axis.id].as_str()).collect();
            let number = folder::cell(knowledge, table, &ids);
            assert_eq!(compiled(table, number), oracle.says(name, cell), "{name}: {cell:?}");
        }
        compared += cells.len();
    }
    compared
}

#[test]
fn every_cell_of_the_shipped_tables_is_what_a_naive_reading_of_the_files_says() {
    let knowledge = folder::knowledge("data");
    let cells: usize = knowledge.tables.iter().map(|table| table.grid.cells()).sum();
    assert_eq!(agrees(&folder::files("data"), &knowledge), cells, "none was left out");
    assert!(cells > 10_000, "and they are all of them");
}

#[test]
fn every_cell_of_the_other_folder_is_what_a_naive_reading_of_its_files_says() {
    let folder = "tests/packs/version-skew";
    assert_eq!(agrees(&folder::files(folder), &folder::knowledge(folder)), 3 * 11 * 11);
}

#[test]
fn the_embedded_knowledge_is_that_of_the_folder() {
    let embedded = canmanage::embedded::knowledge().expect("embedded");
    assert_eq!(embedded.digest, folder::knowledge("data").digest);
    agrees(&folder::files("data"), &embedded);
}
