//! `repeated-name`: a list that names the same thing twice. The second changes nothing, so another thing was probably meant.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::prelude::*;
use crate::model::condition::Terms;
use crate::model::parts::What;

const REPEATED: Code = code!("repeated-name", Warning);

pub(super) static LINT: Lint = Lint { codes: &[REPEATED], check };

fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    for head in catalog.tables.iter().filter_map(|table| table.head.as_ref()) {
        // An axis runs down or across, once.
        repeated(head.rows.iter().chain(&head.columns), report);
    }
    for part in catalog.parts() {
        match part.what {
            What::Names(names) | What::Sources(names) | What::MoreSources(names) => {
                repeated(names.iter(), report);
            }
            What::Terms(terms) => in_terms(terms, report),
            What::When(when) => {
                let axes = when.all().iter().flat_map(|conjunction| &conjunction.axes);
                axes.for_each(|(_, terms)| in_terms(terms, report));
            }
            What::Sentence(_) => {}
        }
    }
}

fn in_terms(terms: &Spanned<Terms>, report: &mut Report) {
    match &**terms {
        Terms::One(_) => {}
        Terms::Any(items) => {
            let names = items.iter().filter_map(|item| match &**item {
                Terms::One(name) => Some(Spanned::new(item.span(), name.clone())),
                _ => None,
            });
            repeated(names.collect::<Vec<_>>().iter(), report);
            for item in items {
                in_terms(item, report);
            }
        }
        Terms::All(traits) => {
            if let Some(not) = &traits.not {
                in_terms(not, report);
            }
        }
    }
}

fn repeated<'n>(names: impl Iterator<Item = &'n Spanned<String>>, report: &mut Report) {
    let mut seen: BTreeMap<&str, &Spanned<String>> = BTreeMap::new();
    for name in names {
        match seen.entry(name) {
            Entry::Vacant(new) => {
                new.insert(name);
            }
            Entry::Occupied(first) => {
                let finding = Finding::of(REPEATED).with("name", name);
                let finding = finding.at_saying(name.span(), Message::new("label-again"));
                report.push(finding.beside(first.get().span(), Message::new("label-first")));
            }
        }
    }
}
