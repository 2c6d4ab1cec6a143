//! What is known about facts, found by asking the oracle about each of their cells: the contract's words on worlds, choices and
//! outcomes, one after the other, with no thought of speed. The engine must say the same.

use std::collections::BTreeMap;

use canmanage::decide::{Choice, Conclusion, Decision, Facts, decide};
use canmanage::knowledge::Knowledge;
use canmanage::knowledge::ids::{AxisId, OnAxis};
use canmanage::knowledge::table::Table as Compiled;
use canmanage::model::terms::{Basis, Verdict};
use toml::{Table, Value};

use crate::folder;
use crate::oracle::{Cell, Oracle, list, text};

/// One value for each axis that is not open.
type Known = BTreeMap<String, String>;

/// What is known about facts.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    verdict: String,
    basis: Option<String>,
    /// What can be chosen, and on which basis, the best first.
    choices: Vec<(Known, String)>,
    /// For each open axis on which it depends, what each value would lead to.
    open: BTreeMap<String, BTreeMap<String, String>>,
}

/// A table with the verdict of each of its cells, plain or strict.
struct Judge<'o> {
    axes: Vec<&'o Table>,
    /// Verdict and basis, and whether the cell is ruled out.
    cells: BTreeMap<Cell, (String, bool)>,
    oracle: &'o Oracle,
}

/// One value for each axis that the asker does not decide.
type World = BTreeMap<String, String>;

impl<'o> Judge<'o> {
    fn new(oracle: &'o Oracle, table: &str, strict: bool) -> Self {
        let judged = |cell: Cell| {
            let says = oracle.says(table, &cell);
            let ruled_out = oracle.ruled_out(table, &cell, strict);
            (cell, (if strict { says.strict } else { says.plain }, ruled_out))
        };
        Self { axes: oracle.axes(table), cells: oracle.cells(table).into_iter().map(judged).collect(), oracle }
    }

    /// Every way to give each of these axes a value that it can have.
    fn ways(&self, axes: &[&Table], known: &Known) -> Vec<World> {
        axes.iter().fold(vec![World::new()], |ways, axis| {
            let id = text(&axis["id"]);
            let values = known.get(&id).map_or_else(|| list(axis.get("inside")), |value| vec![value.clone()]);
            let longer = |way: &World, value: &String| {
                way.clone().into_iter().chain([(id.clone(), value.clone())]).collect::<World>()
            };
            ways.iter().flat_map(|way| values.iter().map(|value| longer(way, value)).collect::<Vec<_>>()).collect()
        })
    }

    fn answer(&self, known: &Known) -> Answer {
        let chosen = |axis: &&&Table| {
            axis.get("choice").and_then(Value::as_bool) == Some(true) && !known.contains_key(&text(&axis["id"]))
        };
        let open_choices: Vec<&Table> = self.axes.iter().filter(chosen).copied().collect();
        let given: Vec<&Table> = self.axes.iter().filter(|axis| !chosen(axis)).copied().collect();
        let choices = self.ways(&open_choices, known);
        let at = |world: &World, choice: &World| -> &(String, bool) {
            &self.cells
                [&world.iter().chain(choice).map(|(axis, value)| (axis.clone(), value.clone())).collect::<Cell>()]
        };
        let all = self.ways(&given, known);
        let is_met = |world: &&World| choices.iter().any(|choice| !at(world, choice).1);
        let met: Vec<World> = all.iter().filter(is_met).cloned().collect();
        let worlds = if met.is_empty() { all } else { met };
        let of_world = |world: &World| {
            let reached: Vec<&str> = choices.iter().map(|choice| verdict(&at(world, choice).0)).collect();
            let only = |wanted: &str| reached.iter().all(|reached| *reached == wanted);
            let best = if reached.contains(&"supported") {
                "supported"
            } else if only("unsupported") {
                "unsupported"
            } else {
                "undocumented"
            };
            best.to_owned()
        };
        let shared = |worlds: &[&World]| {
            let verdicts: Vec<String> = worlds.iter().map(|world| of_world(world)).collect();
            let alike = verdicts.iter().all(|verdict| *verdict == verdicts[0]);
            if alike { verdicts[0].clone() } else { "undetermined".to_owned() }
        };
        let everywhere: Vec<&World> = worlds.iter().collect();
        let verdict_of_facts = shared(&everywhere);
        let weakest =
            |choice: &World| worlds.iter().map(|world| basis_of(&at(world, choice).0)).max().expect("a world");
        let holds = |choice: &&World| worlds.iter().all(|world| verdict(&at(world, choice).0) == "supported");
        let mut holding: Vec<&World> = choices.iter().filter(holds).collect();
        holding.sort_by_key(|choice| (weakest(choice), self.preference(&open_choices, &worlds, choice)));
        let firmest = |world: &World| {
            let wanted = |choice: &&World| verdict(&at(world, choice).0) == verdict_of_facts;
            choices.iter().filter(wanted).map(|choice| basis_of(&at(world, choice).0)).min().expect("a choice")
        };
        let basis = match verdict_of_facts.as_str() {
            "supported" => worlds.iter().map(firmest).max(),
            "unsupported" => {
                let cells = worlds.iter().flat_map(|world| choices.iter().map(|choice| at(world, choice)));
                cells.map(|cell| basis_of(&cell.0)).max()
            }
            _ => None,
        };
        let mut open = BTreeMap::new();
        for axis in given.iter().filter(|_| verdict_of_facts == "undetermined") {
            let id = text(&axis["id"]);
            let twins =
                |one: &World, other: &World| one.iter().all(|(axis, value)| *axis == id || other[axis] == *value);
            let matters = worlds
                .iter()
                .any(|one| worlds.iter().any(|other| twins(one, other) && of_world(one) != of_world(other)));
            if !matters {
                continue;
            }
            let with = |value: &String| worlds.iter().filter(|world| world[&id] == *value).collect::<Vec<_>>();
            let values = worlds.iter().map(|world| &world[&id]);
            open.insert(id.clone(), values.map(|value| (value.clone(), shared(&with(value)))).collect());
        }
        let told = holding.iter().map(|choice| ((*choice).clone(), weakest(choice).to_string()));
        let choices =
            if open_choices.is_empty() || verdict_of_facts != "supported" { Vec::new() } else { told.collect() };
        Answer { verdict: verdict_of_facts, basis: basis.map(|basis| basis.to_string()), choices, open }
    }

    /// What is preferred of two choices on the same basis: the lesser.
    fn preference(&self, axes: &[&Table], worlds: &[World], choice: &World) -> Vec<(bool, usize, String)> {
        let of = |axis: &&Table| {
            let value = &choice[&text(&axis["id"])];
            let listed = list(axis.get("prefer"));
            let rank = listed.iter().position(|own| own == value).unwrap_or(listed.len());
            let carried = |axis: &Table, value: &String, attribute: &str| self.oracle.carried(axis, value, attribute);
            let apart = axis.get("matches").is_some_and(|matches| {
                let attribute = text(&matches["attribute"]);
                let other = self.axes.iter().find(|own| own["id"] == matches["axis"]).expect("an axis");
                let theirs = |world: &World| {
                    let id = text(&other["id"]);
                    carried(other, world.get(&id).or_else(|| choice.get(&id)).expect("a value"), &attribute)
                };
                let own = carried(axis, value, &attribute);
                own.is_none() || worlds.iter().any(|world| theirs(world) != own)
            });
            (apart, rank, value.clone())
        };
        axes.iter().map(of).collect()
    }
}

fn verdict(says: &str) -> &str {
    says.split(' ').next().expect("a word")
}

fn basis_of(says: &str) -> Basis {
    says.split(' ').nth(1).expect("a basis").parse().expect("a basis")
}

/// What the engine says, in the same words.
fn engine(knowledge: &Knowledge, table: &Compiled, decision: &Decision) -> Answer {
    let id =
        |axis: AxisId, value: OnAxis| (table[axis].id.clone(), folder::id(knowledge, &table[axis], value).to_owned());
    let choice = |choice: &Choice| {
        assert!(choice.when.is_empty(), "a choice holds in every world");
        (choice.values.iter().map(|(axis, value)| id(*axis, *value)).collect(), choice.basis.to_string())
    };
    let open = match &decision.conclusion {
        Conclusion::Undetermined { open, .. } => open.as_slice(),
        _ => &[],
    };
    let outcomes = |axis: AxisId, outcomes: &[(OnAxis, Verdict)]| {
        outcomes.iter().map(|(value, verdict)| (id(axis, *value).1, verdict.to_string())).collect()
    };
    Answer {
        verdict: decision.verdict().to_string(),
        basis: decision.basis().map(|basis| basis.to_string()),
        choices: decision.choices.iter().map(choice).collect(),
        open: open.iter().map(|open| (table[open.axis].id.clone(), outcomes(open.axis, &open.outcomes))).collect(),
    }
}

/// Every set of facts about a table that leaves as many axes open as it is said to.
fn facts(table: &Compiled, most_open: usize) -> Vec<Vec<Option<OnAxis>>> {
    table.axes.iter().fold(vec![Vec::new()], |all, axis| {
        let values = || axis.all().map(Some).chain([None]);
        let longer = |known: &Vec<Option<OnAxis>>| {
            values().map(|value| known.iter().copied().chain([value]).collect::<Vec<_>>()).collect::<Vec<_>>()
        };
        let few = |known: &Vec<Option<OnAxis>>| known.iter().filter(|value| value.is_none()).count() <= most_open;
        all.iter().flat_map(longer).filter(few).collect()
    })
}

#[track_caller]
fn agrees(name: &str, most_open: usize, strict: bool) -> usize {
    let knowledge = folder::knowledge(name);
    let oracle = Oracle::new(&folder::files(name));
    let mut compared = 0;
    for table in &knowledge.tables {
        let judge = Judge::new(&oracle, &table.id, strict);
        for known in facts(table, most_open) {
            let by_axis = AxisId::of(&table.axes).zip(&known);
            let facts =
                by_axis.clone().fold(Facts::none(table), |facts, ((at, _), value)| facts.with(at, *value, table));
            let ids = by_axis.filter_map(|((_, axis), value)| {
                Some((axis.id.clone(), folder::id(&knowledge, axis, (*value)?).to_owned()))
            });
            let ids: Known = ids.collect();
            let said = engine(&knowledge, table, &decide(table, &facts, strict));
            assert_eq!(said, judge.answer(&ids), "{}: {ids:?}", table.id);
            compared += 1;
        }
    }
    compared
}

#[test]
fn all_facts_with_up_to_two_open_axes_are_answered_as_the_contract_says() {
    assert!(agrees("data", 2, false) > 30_000);
}

#[test]
fn strictly_too() {
    assert!(agrees("data", 1, true) > 20_000);
}

#[test]
fn all_facts_of_the_other_folder_as_well() {
    agrees("tests/packs/version-skew", 3, false);
}
