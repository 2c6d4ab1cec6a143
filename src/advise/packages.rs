//! What a package gives that can be chosen, and whether it is the one that set-up installs.

use crate::decide::{Choice, Decision};
use crate::knowledge::setup::Step;
use crate::knowledge::{Knowledge, Table, Value};

/// A package among the choices of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Package {
    /// Id of the capability that it gives.
    pub gives: Option<String>,
    /// Whether set-up installs it on every system that the facts allow.
    pub in_setup: bool,
}

/// What there is to say about a choice of an answer; nothing, if it chooses no package.
pub fn package(knowledge: &Knowledge, table: &Table, decision: &Decision, choice: &Choice) -> Option<Package> {
    let mut chosen =
        choice.values.iter().map(|(axis, value)| (&knowledge[table[*axis].vocabulary], &table[*axis], *value));
    let (vocabulary, axis, value) = chosen.find(|(vocabulary, ..)| vocabulary.installable)?;
    let package: &Value = axis.value(value, vocabulary);
    let in_setup = knowledge.setup().is_some_and(|setup| {
        let mut systems = table.axis_ids().filter(|axis| table[*axis].vocabulary == setup.systems);
        let installs = |step: &&Step| step.package.as_deref() == Some(&package.id);
        systems.next().is_some_and(|axis| {
            let cells = decision.facts.cells(table);
            let mut allowed = cells[axis].ones().map(|system| table[axis][system]);
            allowed.all(|system| setup.steps.iter().filter(installs).any(|step| step.systems.contains(&system)))
        })
    });
    Some(Package { gives: package.gives.clone(), in_setup })
}
