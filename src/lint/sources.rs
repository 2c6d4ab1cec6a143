//! `uncited-rule` and `unused-source`: no claim without a source, and no source that nobody cites.

use std::collections::BTreeSet;

use toml::Spanned;

use crate::diag::{Code, Finding, Place, Report};
use crate::knowledge::ids::{PlaceId, SourceId};
use crate::knowledge::{Citation, Knowledge};
use crate::locale::Message;
use crate::model::{Catalog, Entry, place};

pub(super) fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    uncited(catalog, report);
    let cited = cited(knowledge);
    for (position, entry) in SourceId::of(&catalog.sources) {
        if !cited.iter().any(|citation| citation.source == position) {
            report.push(unused(&entry.at, "source", &entry.id));
            continue;
        }
        for (number, known) in PlaceId::of(&knowledge[position].places) {
            let citation = Citation { source: position, place: Some(number) };
            let written = entry.item.place.keys().find(|id| *id.get_ref() == known.id);
            if let (false, Some(written)) = (cited.contains(&citation), written) {
                report.push(unused(&place(entry.at.file, written), "place", &known.id));
            }
        }
    }
}

fn unused(at: &Place, kind: &'static str, name: &str) -> Finding {
    let message = Message::new(Code::UnusedSource.name()).with("kind", kind).with("name", name);
    Finding::new(Code::UnusedSource, message).at(at.clone()).help(Message::new("help-unused-source"))
}

/// Everything that is cited anywhere.
fn cited(knowledge: &Knowledge) -> BTreeSet<Citation> {
    let mut cited = BTreeSet::new();
    for table in &knowledge.tables {
        cited.extend(table.axes.iter().flat_map(|axis| &axis.sources));
        cited.extend(table.rules.iter().flat_map(|rule| &rule.sources));
        cited.extend(table.cautions.iter().flat_map(|caution| &caution.sources));
        cited.extend(table.silents.iter().flat_map(|silent| &silent.sources));
    }
    cited.extend(knowledge.remedies.iter().flat_map(|remedy| &remedy.sources));
    let attributes = knowledge.vocabularies.iter().flat_map(|vocabulary| &vocabulary.attributes);
    cited.extend(attributes.flat_map(|attribute| &attribute.sources));
    if let Some(setup) = knowledge.setup() {
        cited.extend(setup.needs.iter().flat_map(|need| &need.sources));
        cited.extend(setup.steps.iter().flat_map(|step| &step.sources));
        cited.extend(setup.exclusions.iter().flat_map(|exclusion| &exclusion.sources));
        cited.extend(setup.programs.iter().flat_map(|program| &program.sources));
    }
    cited.extend(knowledge.ask().procedures.iter().flat_map(|procedure| &procedure.sources));
    cited
}

/// Entries that claim something and cite nothing. Silent entries and attributes may do so, and steps that claim no basis.
fn uncited(catalog: &Catalog, report: &mut Report) {
    for file in &catalog.tables {
        each(&file.permits, report, |rule| Some(&rule.sources));
        each(&file.forbids, report, |rule| Some(&rule.sources));
        each(&file.cautions, report, |caution| Some(&caution.sources));
    }
    each(&catalog.remedies, report, |remedy| Some(&remedy.sources));
    each(&catalog.procedures, report, |procedure| Some(&procedure.sources));
    if let Some(setup) = &catalog.setup {
        each(&setup.needs, report, |need| Some(&need.sources));
        each(&setup.steps, report, |step| step.basis.map(|_| &step.sources));
        each(&setup.exclusions, report, |exclusion| Some(&exclusion.sources));
        each(&setup.programs, report, |program| Some(&program.sources));
    }
}

fn each<T>(entries: &[Entry<T>], report: &mut Report, sources: impl Fn(&T) -> Option<&Vec<Spanned<String>>>) {
    for entry in entries.iter().filter(|entry| sources(&entry.item).is_some_and(Vec::is_empty)) {
        let message = Message::new(Code::UncitedRule.name()).with("name", &entry.id);
        let finding = Finding::new(Code::UncitedRule, message).at(entry.at.clone());
        report.push(finding.help(Message::new("help-uncited-rule")));
    }
}
