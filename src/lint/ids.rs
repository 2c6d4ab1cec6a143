//! `unusual-id`: an id that is not lower-case ASCII words parted by hyphens. It works, but it must be quoted in facts, is typed otherwise
//! on each keyboard, and becomes another word in scripts.

use super::prelude::*;

const UNUSUAL: Code = code!("unusual-id", Warning);

pub(super) static LINT: Lint = Lint { codes: &[UNUSUAL], check };

fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    for unusual in &catalog.unusual {
        report.push(Finding::of(UNUSUAL).with("name", &unusual.id).at(unusual.at.clone()));
    }
}
