//! What is known about facts, found by asking the oracle about each of their cells: the contract's words on worlds, choices and
//! outcomes, one after the other. The engine must say the same.

use std::collections::BTreeMap;

use canmanage::decide::{Choice, Conclusion, Decision, Facts, decide};
use canmanage::knowledge::{AxisId, Knowledge, OnAxis, Table as Compiled};
use canmanage::model::{Basis, Verdict};
use toml::{Table, Value};

use crate::folder;
use crate::oracle::{Oracle, list, text};

/// Values by axis.
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

/// A table with the verdict of each of its cells, plain or strict: each cell is judged once, and cells are numbered.
struct Judge {
    axes: Vec<Axis>,
    cells: Vec<Judged>,
}

struct Axis {
    id: String,
    /// Ids of the values, the inside ones first.
    values: Vec<String>,
    inside: usize,
    /// What one value more adds to the number of a cell.
    stride: usize,
    choice: bool,
    prefer: Vec<String>,
    /// Another axis, and what the values of this one and of that one carry of an attribute that should be the same.
    matches: Option<(usize, [Vec<Option<String>>; 2])>,
}

/// What the oracle says of a cell.
#[derive(Clone)]
struct Judged {
    verdict: Verdict,
    basis: Option<Basis>,
    ruled_out: bool,
}

impl Judge {
    fn new(oracle: &Oracle, table: &str, strict: bool) -> Self {
        let written = oracle.axes(table);
        let values = |axis: &Table| [list(axis.get("inside")), list(axis.get("outside"))].concat();
        let axes = written.iter().enumerate().map(|(at, axis)| {
            let matches = axis.get("matches").map(|matches| {
                let attribute = text(&matches["attribute"]);
                let other = written.iter().position(|own| own["id"] == matches["axis"]).expect("an axis");
                let carried = |axis: &Table| {
                    values(axis).iter().map(|value| oracle.carried(axis, value, &attribute)).collect::<Vec<_>>()
                };
                (other, [carried(axis), carried(written[other])])
            });
            Axis {
                id: text(&axis["id"]),
                values: values(axis),
                inside: list(axis.get("inside")).len(),
                stride: written[at + 1..].iter().map(|axis| values(axis).len()).product(),
                choice: axis.get("choice").and_then(Value::as_bool) == Some(true),
                prefer: list(axis.get("prefer")),
                matches,
            }
        });
        let axes: Vec<Axis> = axes.collect();
        let mut cells: Vec<Option<Judged>> = vec![None; axes.iter().map(|axis| axis.values.len()).product()];
        for cell in oracle.cells(table) {
            let position =
                |axis: &Axis| axis.values.iter().position(|value| *value == cell[&axis.id]).expect("a value");
            let number: usize = axes.iter().map(|axis| position(axis) * axis.stride).sum();
            let says = oracle.says(table, &cell);
            let says = if strict { says.strict } else { says.plain };
            let mut words = says.split(' ');
            let verdict = words.next().expect("a word").parse().expect("a verdict");
            let basis = words.next().map(|basis| basis.parse().expect("a basis"));
            cells[number] = Some(Judged { verdict, basis, ruled_out: oracle.ruled_out(table, &cell, strict) });
        }
        Self { axes, cells: cells.into_iter().map(|cell| cell.expect("each cell")).collect() }
    }

    /// Every way to give each of these axes a value that it can have, as what that adds to the number of a cell.
    fn ways<'a>(axes: impl Iterator<Item = (&'a Axis, Option<usize>)>) -> Vec<usize> {
        axes.fold(vec![0], |ways, (axis, known)| {
            let values: Vec<usize> = known.map_or_else(|| (0..axis.inside).collect(), |value| vec![value]);
            ways.iter().flat_map(|way| values.iter().map(move |value| way + value * axis.stride)).collect()
        })
    }

    /// The position of a cell's value on an axis.
    fn value(&self, cell: usize, axis: usize) -> usize {
        cell / self.axes[axis].stride % self.axes[axis].values.len()
    }

    /// What is known where each of these axes has this value, or is open.
    fn answer(&self, known: &[Option<usize>]) -> Answer {
        let chosen = |at: &usize| self.axes[*at].choice && known[*at].is_none();
        let (open_choices, given): (Vec<usize>, Vec<usize>) = (0..self.axes.len()).partition(chosen);
        let ways = |axes: &[usize]| Self::ways(axes.iter().map(|at| (&self.axes[*at], known[*at])));
        let (choices, all) = (ways(&open_choices), ways(&given));
        let is_met = |world: &&usize| choices.iter().any(|choice| !self.cells[*world + choice].ruled_out);
        let met: Vec<usize> = all.iter().filter(is_met).copied().collect();
        let worlds = if met.is_empty() { all } else { met };
        let of_world = |world: &usize| {
            let reached: Vec<Verdict> = choices.iter().map(|choice| self.cells[world + choice].verdict).collect();
            if reached.contains(&Verdict::Supported) {
                Verdict::Supported
            } else if reached.iter().all(|reached| *reached == Verdict::Unsupported) {
                Verdict::Unsupported
            } else {
                Verdict::Undocumented
            }
        };
        let verdicts: Vec<(usize, Verdict)> = worlds.iter().map(|world| (*world, of_world(world))).collect();
        let shared = |verdicts: &[(usize, Verdict)]| {
            let alike = verdicts.iter().all(|(_, verdict)| *verdict == verdicts[0].1);
            if alike { verdicts[0].1 } else { Verdict::Undetermined }
        };
        let verdict = shared(&verdicts);
        let basis_of = |world: &usize, choice: &usize| self.cells[world + choice].basis.expect("a basis");
        let weakest = |choice: &usize| worlds.iter().map(|world| basis_of(world, choice)).max().expect("a world");
        let holds =
            |choice: &&usize| worlds.iter().all(|world| self.cells[world + **choice].verdict == Verdict::Supported);
        let mut holding: Vec<usize> = choices.iter().filter(holds).copied().collect();
        holding.sort_by_key(|choice| (weakest(choice), self.preference(&open_choices, &worlds, *choice)));
        let firmest = |world: &usize| {
            let wanted = choices.iter().filter(|choice| self.cells[world + **choice].verdict == verdict);
            wanted.map(|choice| basis_of(world, choice)).min().expect("a choice")
        };
        let basis = match verdict {
            Verdict::Supported => worlds.iter().map(firmest).max(),
            Verdict::Unsupported => {
                worlds.iter().flat_map(|world| choices.iter().map(|choice| basis_of(world, choice))).max()
            }
            _ => None,
        };
        let mut open = BTreeMap::new();
        for at in given.into_iter().filter(|_| verdict == Verdict::Undetermined) {
            let Axis { id, values, stride, .. } = &self.axes[at];
            let rest = |world: usize| world - self.value(world, at) * stride;
            let matters = |(one, verdict): &(usize, Verdict)| {
                verdicts.iter().any(|(other, another)| rest(*one) == rest(*other) && verdict != another)
            };
            if !verdicts.iter().any(matters) {
                continue;
            }
            let mut outcomes: BTreeMap<usize, Vec<(usize, Verdict)>> = BTreeMap::new();
            for (world, verdict) in &verdicts {
                outcomes.entry(self.value(*world, at)).or_default().push((*world, *verdict));
            }
            let outcomes = outcomes.iter().map(|(value, own)| (values[*value].clone(), shared(own).to_string()));
            open.insert(id.clone(), outcomes.collect());
        }
        let named = |choice: &usize| {
            let values = open_choices.iter().map(|at| (&self.axes[*at], self.value(*choice, *at)));
            values.map(|(axis, value)| (axis.id.clone(), axis.values[value].clone())).collect()
        };
        let told = holding.iter().map(|choice| (named(choice), weakest(choice).to_string()));
        let none = open_choices.is_empty() || verdict != Verdict::Supported;
        let choices = if none { Vec::new() } else { told.collect() };
        Answer { verdict: verdict.to_string(), basis: basis.map(|basis| basis.to_string()), choices, open }
    }

    /// What is preferred of two choices on the same basis: the lesser.
    fn preference(&self, deciding: &[usize], worlds: &[usize], choice: usize) -> Vec<(bool, usize, &str)> {
        let of = |at: &usize| {
            let axis = &self.axes[*at];
            let value = &axis.values[self.value(choice, *at)];
            let rank = axis.prefer.iter().position(|own| own == value).unwrap_or(axis.prefer.len());
            let apart = axis.matches.as_ref().is_some_and(|(other, [own, theirs])| {
                let own = &own[self.value(choice, *at)];
                own.is_none() || worlds.iter().any(|world| theirs[self.value(world + choice, *other)] != *own)
            });
            (apart, rank, value.as_str())
        };
        deciding.iter().map(of).collect()
    }
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
    for table in knowledge.tables() {
        let judge = Judge::new(&oracle, &table.id, strict);
        // The positions of the engine are not those of the oracle: values go by their ids.
        let positions = table.axes.iter().zip(&judge.axes).map(|(axis, own)| {
            let position = |value| own.values.iter().position(|id| id == folder::id(&knowledge, axis, value));
            axis.all().map(|value| position(value).expect("a value")).collect::<Vec<_>>()
        });
        let positions: Vec<Vec<usize>> = positions.collect();
        for values in facts(table, most_open) {
            let by_axis = table.axis_ids().zip(&values);
            let facts = by_axis.fold(Facts::none(table), |facts, (at, value)| facts.with(at, *value, table));
            let known = values.iter().zip(&positions).map(|(value, own)| value.map(|value| own[value.index()]));
            let known: Vec<Option<usize>> = known.collect();
            let said = engine(&knowledge, table, &decide(table, &facts, strict));
            assert_eq!(said, judge.answer(&known), "{}: {facts:?}", table.id);
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
