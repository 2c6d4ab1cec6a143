//! `open-range`: a permit by a range of versions or builds without an upper end goes on to every later value that becomes inside. Once it has
//! reached one, somebody must have said that this is meant, or the source of the rule speaks about what it has never seen.
//!
//! A forbid may be open: to be told no by mistake is no promise. A range that reaches one value alone has gone nowhere yet.

use semver::{Op, VersionReq};

use super::prelude::*;
use crate::diag::Place;
use crate::knowledge::Value;
use crate::knowledge::number::{self, Range};
use crate::model::condition::Terms;

const OPEN: Code = code!("open-range", Warning);

pub(super) static LINT: Lint = Lint { codes: &[OPEN], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        for permit in &file.permits {
            for (axis, terms) in permit.when.all().iter().flat_map(|conjunction| &conjunction.axes) {
                for range in ranges(terms) {
                    let reached = reached(knowledge, table, axis, &range.holds);
                    if let Some((_, later)) = reached.split_first().filter(|(_, later)| !later.is_empty()) {
                        let finding = Finding::of(OPEN).with("rule", &permit.id).with("range", &range.written);
                        let at = range.at;
                        report.push(finding.with("values", later.join(", ")).at(at));
                    }
                }
            }
        }
    }
}

/// Whether all that is counted of a value is in a range; nothing where it has none of that.
type Holds<'t> = dyn Fn(&Value) -> Option<bool> + 't;

/// A range without an upper end.
struct OpenRange<'t> {
    written: String,
    at: Place,
    holds: Box<Holds<'t>>,
}

/// Open ranges that take values in; one behind `not` takes them out.
fn ranges(terms: &Terms) -> Vec<OpenRange<'_>> {
    let Terms::All(traits) = terms else {
        let Terms::Any(items) = terms else { return Vec::new() };
        return items.iter().flat_map(|item| ranges(item)).collect();
    };
    let has_end =
        |range: &VersionReq| range.comparators.iter().any(|one| !matches!(one.op, Op::Greater | Op::GreaterEq));
    let versions = traits.version.iter().filter(|range| !has_end(range)).map(|range| OpenRange {
        written: range.to_string(),
        at: range.span(),
        holds: Box::new(|value| Some(range.matches(value.version.as_ref()?))),
    });
    let builds = traits.build.iter().filter_map(|written| {
        let range = Range::read(written, number::exact).filter(|range| !range.has_end())?;
        let all =
            move |value: &Value| value.builds.iter().map(|build| range.holds(build)).reduce(|all, one| all && one);
        Some(OpenRange { written: written.into(), at: written.span(), holds: Box::new(all) })
    });
    versions.chain(builds).collect()
}

/// Ids of the inside values in the range, the lowest first.
fn reached<'k>(knowledge: &'k Knowledge, table: &Table, axis: &str, holds: &Holds<'_>) -> Vec<&'k str> {
    let Some((_, axis)) = table.axis(axis) else { return Vec::new() };
    let values = axis.inside().map(|value| knowledge.value(axis, value));
    let mut found: Vec<&Value> = values.filter(|value| holds(value) == Some(true)).collect();
    found.sort_by_key(|value| (&value.version, &value.builds));
    found.into_iter().map(|value| value.id.as_str()).collect()
}
