//! `unused-entry`: what no question can ever reach. Names that people may type, such as groups, count as used if they lead to some axis.

use std::collections::BTreeSet;

use super::prelude::*;
use crate::knowledge::{ValueId, VocabularyId};
use crate::model::parts::What;
use crate::model::{VocabularyFile, braces};

const UNUSED: Code = code!("unused-entry", Warning);

pub(super) static LINT: Lint = Lint { codes: &[UNUSED], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    let compared = compared(catalog);
    for (index, file) in VocabularyId::of(&catalog.vocabularies) {
        let vocabulary = &knowledge[index];
        let axes = || knowledge.tables().flat_map(|table| &table.axes).filter(|axis| axis.vocabulary == index);
        if axes().next().is_none() {
            report.push(unused(&whole(file), "vocabulary", &file.id));
            continue;
        }
        let reaches = |value: ValueId| axes().any(|axis| !axis.positions(value, vocabulary).is_empty());
        let refined: BTreeSet<ValueId> = vocabulary.values.iter().filter_map(|value| value.refines).collect();
        for (position, entry) in ValueId::of(&file.values) {
            if !refined.contains(&position) && !reaches(position) {
                report.push(unused(&entry.at, "value", &entry.id));
            }
        }
        for (entry, group) in file.groups.iter().zip(&vocabulary.groups) {
            if !group.members.iter().any(|value| reaches(*value)) {
                report.push(unused(&entry.at, "group", &entry.id));
            }
        }
        for entry in file.attributes.iter().filter(|entry| !compared.contains(entry.id.as_str())) {
            report.push(unused(&entry.at, "attribute", &entry.id));
        }
    }
    let Some(setup) = &catalog.setup else { return };
    for entry in &setup.capabilities {
        if !setup.needs.iter().any(|need| *need.capability == entry.id) {
            report.push(unused(&entry.at, "capability", &entry.id));
        }
    }
    for entry in &setup.parameters {
        let asked = format!("<{}>", entry.id);
        let mut commands = setup.steps.iter().flat_map(|step| &step.commands);
        if !commands.any(|command| command.contains(&asked)) {
            report.push(unused(&entry.at, "parameter", &entry.id));
        }
    }
    for entry in setup.steps.iter().filter(|step| step.gives.is_none()) {
        let mut later = setup.steps.iter().flat_map(|step| &step.after);
        if !later.any(|name| **name == entry.id) {
            report.push(unused(&entry.at, "step", &entry.id));
        }
    }
}

fn unused(at: &Place, kind: &'static str, name: &str) -> Finding {
    Finding::of(UNUSED).with("kind", kind).with("name", name).at(at.clone())
}

/// A place that stands for a whole file: its first value, else its beginning.
fn whole(file: &VocabularyFile) -> Place {
    file.values.first().map_or_else(|| file.at.clone(), |entry| entry.at.clone())
}

/// Attributes by which some condition compares or selects, or that some text shows.
fn compared(catalog: &Catalog) -> BTreeSet<&str> {
    let compared = catalog.parts().into_iter().flat_map(|part| match part.what {
        What::When(when) => when.attributes(),
        What::Terms(terms) => terms.attributes(),
        What::Sentence(text) => {
            let shown = text.values().flat_map(|text| braces::names(text));
            shown.filter_map(|name| name.rsplit('.').next()).collect()
        }
        _ => Vec::new(),
    });
    compared.collect()
}
