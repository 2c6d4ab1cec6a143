//! An evaluator that a reader can check against data/README.md: no bits, no boxes, no indices. It reads the files anew as plain
//! TOML and asks every rule about every cell, one at a time. The compiled tables must say the same of each cell.

mod fits;

use std::collections::{BTreeMap, BTreeSet};

use canmanage::diag::Files;
use canmanage::knowledge::{Knowledge, Ruling, StatementId, Table as Compiled};
use semver::{Version, VersionReq};
use toml::{Table, Value};

use self::fits::{Fit, all_or_none, any, is_in, not, points};
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
        let parsed = |text: &str| with_series(text.parse::<Table>().expect("TOML"));
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
            let relations = ["differ", "agree", "compare"].into_iter().flat_map(|kind| {
                many(when.get(kind)).into_iter().map(move |one| match kind {
                    "compare" => self.compares(table, one, cell),
                    _ => self.relates(table, kind, one, cell),
                })
            });
            let axes = self.axes(table).into_iter().map(|axis| self.meets(axis, section, when, cell));
            relations.chain(axes).try_fold(0, |least, link| Some(least.max(link?)))
        };
        let firmest = conditions.into_iter().filter_map(link).min()?;
        Some(entry.get("basis").map_or(0, basis).max(firmest))
    }

    /// How firmly one axis of the cell is as a condition wants it. A permit means inside values unless it gives the id.
    fn meets(&self, axis: &Table, section: &str, when: &Value, cell: &Cell) -> Option<u8> {
        let id = text(&axis["id"]);
        let value = &cell[&id];
        let reached = section != "permit" || list(axis.get("inside")).contains(value);
        let Some(terms) = when.get(&id) else { return reached.then_some(0) };
        let (holds, firmly) = self.fits(&text(&axis["vocabulary"]), terms, value, reached);
        (holds == Some(true)).then_some(firmly)
    }

    /// Whether a value is as terms want it, if that is known, and how firmly.
    fn fits(&self, words: &str, terms: &Value, value: &str, reached: bool) -> Fit {
        let own = |key: &str| self.vocabulary(words, "value", value).and_then(|own| own.get(key));
        match terms {
            Value::Array(several) => {
                any(&several.iter().map(|one| self.fits(words, one, value, reached)).collect::<Vec<_>>())
            }
            Value::Table(all) => {
                let fit = |(key, wanted): (&String, &Value)| match key.as_str() {
                    "not" => vec![not(self.fits(words, wanted, value, true))],
                    "version" => {
                        let range = VersionReq::parse(&text(wanted)).expect("a range");
                        let version = own("version").map(|own| Version::parse(&text(own)).expect("a version"));
                        vec![(version.map(|version| range.matches(&version)), 0)]
                    }
                    "build" => vec![(self.built(words, value, &text(wanted)), 0)],
                    _ => {
                        let wanted = wanted.as_table().expect("attributes");
                        wanted
                            .iter()
                            .map(|(name, wanted)| self.carries(words, value, name, &list(Some(wanted))))
                            .collect()
                    }
                };
                not(any(&all.iter().flat_map(fit).chain([(Some(reached), 0)]).map(not).collect::<Vec<_>>()))
            }
            name => {
                let name = text(name);
                let members = list(self.vocabulary(words, "group", &name).and_then(|own| own.get("members")));
                let named = |value: &String| *value == name || members.contains(value);
                let finer = self.since_1_1() && list(own("refines")).iter().any(named);
                (Some(name == value || (reached && (finer || named(&value.to_owned())))), 0)
            }
        }
    }

    fn since_1_1(&self) -> bool {
        Version::parse(&text(&self.0["knowledge.toml"]["format"])).expect("a version").minor >= 1
    }

    /// Whether all numbers that are read as this value are in a range; nothing if some are, or there are none.
    fn built(&self, words: &str, value: &str, range: &str) -> Option<bool> {
        let values = self.0[&format!("vocabulary/{words}.toml")]["value"].as_table().expect("values");
        let builds = |id: &String| list(values[id].get("builds"));
        let all: Vec<String> = values.keys().flat_map(builds).collect();
        let points = points(all.iter().map(String::as_str).chain([range]));
        let of = |build: &String| points.iter().filter(|point| is_in(point, build)).collect::<BTreeSet<_>>();
        let nearer = |one: &BTreeSet<_>, other: &BTreeSet<_>| one.is_subset(other) && one.len() < other.len();
        let own = builds(&value.to_owned()).into_iter().flat_map(|build| {
            let own = of(&build);
            let beaten = |point: &&&Vec<i64>| {
                let others = all.iter().map(of);
                self.since_1_1() && others.into_iter().any(|other| other.contains(**point) && nearer(&other, &own))
            };
            own.iter().filter(|point| !beaten(point)).copied().collect::<Vec<_>>()
        });
        all_or_none(own.map(|point| is_in(point, range)))
    }

    /// Whether what a value carries of an attribute is one of what is wanted.
    fn carries(&self, words: &str, value: &str, name: &str, wanted: &[String]) -> Fit {
        let value = self.vocabulary(words, "value", value).expect("a value");
        let firmly = value.get("attribute-basis").and_then(|bases| bases.get(name)).map_or(0, basis);
        let Some(own) = value.get("attributes").and_then(|own| own.get(name)).map(text) else { return (None, firmly) };
        let kind = self.vocabulary(words, "attribute", name).and_then(|attribute| attribute.get("kind")).map(text);
        if kind.is_none_or(|kind| kind == "text") {
            return (Some(wanted.contains(&own)), firmly);
        }
        let fits = wanted.iter().map(|range| {
            let points = points([own.as_str(), range]).into_iter().filter(|point| is_in(point, &own));
            (all_or_none(points.map(|point| is_in(&point, range))), 0)
        });
        (any(&fits.collect::<Vec<_>>()).0, firmly)
    }

    /// Whether the version on one axis stands to that on another as is wanted.
    fn compares(&self, table: &str, wanted: &Value, cell: &Cell) -> Option<u8> {
        let version = |id: &String| {
            let axis = self.axes(table).into_iter().find(|axis| text(&axis["id"]) == *id).expect("an axis");
            let value = self.vocabulary(&text(&axis["vocabulary"]), "value", &cell[id])?;
            Some(Version::parse(&text(value.get("version")?)).expect("a version"))
        };
        let sides: Vec<Option<Version>> = list(wanted.get("axes")).iter().map(version).collect();
        let [Some(one), Some(other)] = sides.as_slice() else { return None };
        let order = if one > other { "newer" } else { ["same", "older"][usize::from(one < other)] };
        let is = list(wanted.get("is"));
        let far = if one > other { 1 << 40 } else { -(1 << 40) };
        let apart = |one: u64, other: u64| i64::try_from(one).expect("small") - i64::try_from(other).expect("small");
        let major = apart(one.major, other.major);
        let minor = if major == 0 { apart(one.minor, other.minor) } else { far };
        let patch = if major == 0 && minor == 0 { apart(one.patch, other.patch) } else { far };
        let distances = [("major", major), ("minor", minor), ("patch", patch)];
        let near = |(unit, ahead): (&str, i64)| list(wanted.get(unit)).iter().all(|range| is_in(&[ahead], range));
        ((is.is_empty() || is.contains(&order.to_owned())) && distances.into_iter().all(near)).then_some(0)
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
    fn relates(&self, table: &str, kind: &str, relation: &Value, cell: &Cell) -> Option<u8> {
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

/// A vocabulary with the values of its series one by one: their texts with what stands for each name.
pub fn with_series(mut vocabulary: Table) -> Table {
    let series: Vec<Value> = vocabulary
        .remove("series")
        .into_iter()
        .flat_map(|all| all.as_table().expect("series").clone())
        .map(|(_, one)| one)
        .collect();
    for one in &series {
        for member in one["each"].as_array().expect("members") {
            let names = match member {
                Value::String(number) => vec![("number".to_owned(), number.clone())],
                table => table.as_table().expect("names").iter().map(|(name, own)| (name.clone(), text(own))).collect(),
            };
            let mut written = toml::to_string(one).expect("TOML");
            for (name, own) in names {
                written = written.replace(&format!("{{{name}}}"), &own);
            }
            let mut value = written.parse::<Table>().expect("TOML");
            let id = text(&value["id"]).replace('.', "-");
            if let Some(Value::Table(carried)) = value.get_mut("attributes") {
                carried.retain(|_, own| !text(own).contains('{'));
            }
            if let Some(Value::String(parent)) = value.get_mut("refines") {
                *parent = parent.replace('.', "-");
            }
            if let Some(Value::String(version)) = value.get_mut("version") {
                while version.split('.').count() < 3 {
                    version.push_str(".0");
                }
            }
            let values = vocabulary.entry("value").or_insert_with(|| Table::new().into());
            values.as_table_mut().expect("values").insert(id, value.into());
        }
    }
    vocabulary
}

/// One or several, or none.
fn many(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(several)) => several.iter().collect(),
        one => one.into_iter().collect(),
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
    let ids = |some: &[StatementId]| some.iter().map(|rule| table[*rule].id.clone()).collect();
    let ruling = |ruling: Ruling| {
        let basis = ruling.basis.map(|basis| format!(" {basis}")).unwrap_or_default();
        format!("{}{basis}", ruling.verdict)
    };
    Says {
        plain: ruling(outcome.plain),
        strict: ruling(outcome.strict),
        holding: BTreeMap::from([
            ("forbid", ids(outcome.forbids)),
            ("permit", ids(outcome.permits)),
            ("caution", ids(outcome.cautions)),
            ("silent", ids(outcome.silents)),
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
    let cells: usize = knowledge.tables().map(|table| table.grid.cells()).sum();
    assert_eq!(agrees(&folder::files("data"), &knowledge), cells, "none was left out");
    assert!(cells > 10_000, "and they are all of them");
}

#[test]
fn every_cell_of_the_other_folder_is_what_a_naive_reading_of_its_files_says() {
    let folder = "tests/packs/version-skew";
    assert_eq!(agrees(&folder::files(folder), &folder::knowledge(folder)), 3 * 11 * 11);
}

#[test]
fn every_cell_of_the_folder_with_dates_is_what_a_naive_reading_of_its_files_says() {
    let folder = "tests/packs/django-on-python";
    assert_eq!(agrees(&folder::files(folder), &folder::knowledge(folder)), 13 * 11);
}

#[test]
fn the_embedded_knowledge_is_that_of_the_folder() {
    let embedded = canmanage::embedded::knowledge().expect("embedded");
    assert_eq!(*embedded.digest, *folder::knowledge("data").digest);
    agrees(&folder::files("data"), &embedded);
}
