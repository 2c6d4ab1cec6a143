//! `uncited-rule` and `unused-source`: no claim without a source, and no source that nobody cites.

use std::collections::BTreeSet;

use super::prelude::*;
use crate::model::parts::What;

const UNCITED: Code = code!("uncited-rule", Error);
const UNUSED: Code = code!("unused-source", Warning);

pub(super) static LINT: Lint = Lint { codes: &[UNCITED, UNUSED], check };

fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    let mut cited = BTreeSet::new();
    for part in catalog.parts() {
        let (What::Sources(sources) | What::MoreSources(sources)) = part.what else { continue };
        if sources.is_empty() && matches!(part.what, What::Sources(_)) {
            report.push(Finding::of(UNCITED).with("name", part.entry).at(part.at.clone()));
        }
        for name in sources {
            cited.insert(name.into());
            cited.extend(name.split_once('/').map(|(source, _)| source.to_owned()));
        }
    }
    for entry in &catalog.sources {
        if !cited.contains(&entry.id) {
            report.push(unused(entry.at.clone(), "source", &entry.id));
            continue;
        }
        for id in entry.place.keys().filter(|id| !cited.contains(&format!("{}/{}", entry.id, id.as_str()))) {
            report.push(unused(id.span(), "place", id));
        }
    }
}

fn unused(at: Place, kind: &'static str, name: &str) -> Finding {
    Finding::of(UNUSED).with("kind", kind).with("name", name).at(at)
}
