//! What can be wrong with knowledge that compiles: sums that no longer hold, expectations that
//! fail, cells nobody accounts for, needs that no step meets.
//!
//! In: the parsed catalog, for positions, and the compiled knowledge. Out: findings. No query needs this.

pub(crate) mod expectations;
mod steps;
mod totals;
mod undecided;

use crate::compile::knowledge::Knowledge;
use crate::diag::Report;
use crate::model::Catalog;

/// Every lint over the whole knowledge.
#[must_use]
pub fn check(catalog: &Catalog, knowledge: &Knowledge) -> Report {
    let mut report = Report::default();
    totals::check(catalog, knowledge, &mut report);
    expectations::check(catalog, knowledge, &mut report);
    undecided::check(catalog, knowledge, &mut report);
    steps::check(catalog, knowledge, &mut report);
    report
}
