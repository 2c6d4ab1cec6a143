//! `open-range`: a permit by a range of versions without an upper end goes on to every later value that becomes inside. Once it has
//! reached one, somebody must have said that this is meant, or the source of the rule speaks about what it has never seen.
//!
//! A forbid may be open: to be told no by mistake is no promise. A range that reaches one value alone has gone nowhere yet.

use semver::{Op, Version, VersionReq};

use super::prelude::*;
use crate::model::condition::Terms;

const OPEN: Code = code!("open-range", Warning);

pub(super) static LINT: Lint = Lint { codes: &[OPEN], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        for permit in &file.permits {
            for (axis, terms) in permit.item.when.get_ref().0.iter().flat_map(|conjunction| &conjunction.axes) {
                for range in ranges(terms.get_ref()).into_iter().filter(|range| is_open(range.get_ref())) {
                    let reached = reached(knowledge, table, axis.get_ref(), range.get_ref());
                    if let Some((_, later)) = reached.split_first().filter(|(_, later)| !later.is_empty()) {
                        let finding = Finding::of(OPEN)
                            .with("rule", &permit.id)
                            .with("range", range.get_ref().to_string())
                            .with("values", later.join(", "));
                        report.push(finding.at(place(file.file, range)));
                    }
                }
            }
        }
    }
}

/// Ranges that take values in; one behind `not` takes them out.
fn ranges(terms: &Terms) -> Vec<&Spanned<VersionReq>> {
    match terms {
        Terms::One(_) => Vec::new(),
        Terms::Any(items) => items.iter().flat_map(|item| ranges(item.get_ref())).collect(),
        Terms::All(traits) => traits.version.iter().collect(),
    }
}

fn is_open(range: &VersionReq) -> bool {
    range.comparators.iter().all(|comparator| matches!(comparator.op, Op::Greater | Op::GreaterEq))
}

/// Ids of the inside values in the range, the lowest version first.
fn reached<'k>(knowledge: &'k Knowledge, table: &Table, axis: &str, range: &VersionReq) -> Vec<&'k str> {
    let Some((_, axis)) = table.axis(axis) else { return Vec::new() };
    let values = axis.inside().map(|value| axis.value(value, &knowledge[axis.vocabulary]));
    let mut found: Vec<(&Version, &str)> = values
        .filter_map(|value| Some((value.version.as_ref()?, value.id.as_str())))
        .filter(|(version, _)| range.matches(version))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).collect()
}
