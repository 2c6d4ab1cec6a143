//! `repeated-name`: a list that names the same thing twice. The second changes nothing, so another thing was probably meant.

use toml::Spanned;

use crate::diag::{Code, FileId, Finding, Report};
use crate::knowledge::Knowledge;
use crate::locale::Message;
use crate::model::condition::{Terms, When};
use crate::model::{Catalog, place};

pub(super) fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    for file in &catalog.vocabularies {
        let mut lists = Lists { file: file.file, report };
        file.attributes.iter().for_each(|entry| lists.names(&entry.item.sources));
        file.values.iter().for_each(|entry| lists.names(&entry.item.builds));
        file.groups.iter().for_each(|entry| lists.names(&entry.item.members));
    }
    for file in &catalog.tables {
        let mut lists = Lists { file: file.file, report };
        file.axes.iter().for_each(|entry| lists.names(&entry.item.sources));
        for entry in file.permits.iter().chain(&file.forbids) {
            lists.when(&entry.item.when);
            lists.names(&entry.item.sources);
            lists.names(&entry.item.remedies);
        }
        for entry in &file.cautions {
            lists.when(&entry.item.when);
            lists.names(&entry.item.sources);
        }
        for entry in &file.silents {
            lists.when(&entry.item.when);
            lists.names(&entry.item.sources);
        }
        for entry in &file.moves {
            lists.names(entry.item.changes.get_ref());
            lists.names(&entry.item.upward);
            entry.item.to.values().for_each(|terms| lists.terms(terms));
        }
        file.totals.iter().filter_map(|entry| entry.item.when.as_ref()).for_each(|when| lists.when(when));
    }
    for entry in &catalog.remedies {
        Lists { file: entry.at.file, report }.names(&entry.item.sources);
    }
    for entry in &catalog.procedures {
        let mut lists = Lists { file: entry.at.file, report };
        lists.names(&entry.item.names);
        lists.names(&entry.item.sources);
        lists.names(&entry.item.remedies);
    }
    for entry in &catalog.expectations {
        let mut lists = Lists { file: entry.at.file, report };
        entry.item.facts.values().for_each(|terms| lists.terms(terms));
        lists.names(&entry.item.rules);
    }
    let Some(setup) = &catalog.setup else { return };
    let mut lists = Lists { file: setup.file, report };
    for entry in &setup.needs {
        lists.when(&entry.item.when);
        lists.names(&entry.item.sources);
    }
    for entry in &setup.steps {
        lists.when(&entry.item.when);
        lists.names(&entry.item.after);
        lists.names(&entry.item.sources);
    }
    for entry in &setup.exclusions {
        lists.names(&entry.item.capabilities);
        lists.names(&entry.item.sources);
    }
}

/// The lists of one file.
struct Lists<'r> {
    file: FileId,
    report: &'r mut Report,
}

impl Lists<'_> {
    fn when(&mut self, when: &Spanned<When>) {
        let conjunctions = when.get_ref().0.iter();
        conjunctions.flat_map(|conjunction| &conjunction.axes).for_each(|(_, terms)| self.terms(terms));
    }

    fn terms(&mut self, terms: &Spanned<Terms>) {
        if let Terms::Any(names) | Terms::Not(names) = terms.get_ref() {
            self.names(names);
        }
    }

    fn names(&mut self, names: &[Spanned<String>]) {
        for (at, name) in names.iter().enumerate() {
            if let Some(first) = names.iter().take(at).find(|earlier| earlier.get_ref() == name.get_ref()) {
                let message = Message::new(Code::RepeatedName.name()).with("name", name.get_ref());
                let finding = Finding::new(Code::RepeatedName, message);
                let finding = finding.at_saying(place(self.file, name), Message::new("label-again"));
                let finding = finding.beside(place(self.file, first), Message::new("label-first"));
                self.report.push(finding.help(Message::new("help-repeated-name")));
            }
        }
    }
}
