//! `stray-attribute`: what one value alone carries of an attribute, a letter away from what several carry. Nobody is told that two
//! values which should agree do not; rules hold where they should not, and expectations fail far from the cause.
//!
//! What differs in digits alone is two versions, and no slip of the pen.

use std::collections::BTreeMap;

use super::prelude::*;

const STRAY: Code = code!("stray-attribute", Warning);

pub(super) static LINT: Lint = Lint { codes: &[STRAY], check };

fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    // Attributes are compared across vocabularies, by name.
    let mut carried: BTreeMap<&str, BTreeMap<&str, Vec<Place>>> = BTreeMap::new();
    for file in &catalog.vocabularies {
        for (name, value) in file.values.iter().flat_map(|entry| &entry.attributes) {
            let places = carried.entry(name).or_default().entry(value).or_default();
            places.push(name.span());
        }
    }
    for (name, values) in &carried {
        for (value, places) in values {
            let [alone] = places.as_slice() else { continue };
            let near = values.iter().find(|(other, places)| places.len() > 1 && is_slip(value, other));
            if let Some((other, _)) = near {
                let finding = Finding::of(STRAY).with("attribute", *name).with("value", *value).with("near", *other);
                report.push(finding.at(alone.clone()));
            }
        }
    }
}

/// Whether one text is the other with one letter wrong, missing, too many or in the wrong place, or in another case.
fn is_slip(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    one == other || bare(&one) != bare(&other) && strsim::osa_distance(&one, &other) == 1
}
