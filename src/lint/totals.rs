//! `wrong-total`: the ledger's sums as written must be the sums of the cells.

use super::{Lint, tables};
use crate::diag::{Code, Finding, Report, code};
use crate::knowledge::Knowledge;
use crate::knowledge::grid::Region;
use crate::knowledge::table::{Count, Table};
use crate::locale::Message;
use crate::model::{Catalog, schema::SupportedTotal};

const WRONG: Code = code!("wrong-total", Error);

pub(super) static LINT: Lint = Lint { codes: &[WRONG], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        for (entry, total) in file.totals.iter().zip(&table.totals) {
            let counted = count(table, &total.region);
            if counted != total.expected {
                let label = Message::new("label-counted")
                    .with("written", sums(&total.expected))
                    .with("counted", sums(&counted));
                report.push(
                    Finding::of(WRONG)
                        .with("total", &total.id)
                        .with("table", &table.id)
                        .at_saying(entry.at.clone(), label),
                );
            }
        }
    }
}

fn count(table: &Table, region: &Region) -> Count {
    let mut count = Count::default();
    table.grid.each_once(region, &mut |cell| {
        count.add(table.outcome(cell).plain);
    });
    count
}

/// The sums in the notation of the data, so that they can be pasted.
fn sums(count: &Count) -> String {
    let Count { cells, supported, unsupported, undocumented } = count;
    let SupportedTotal { stated, reading, inferred } = supported;
    format!(
        "cells = {cells}, supported = {{ stated = {stated}, reading = {reading}, inferred = {inferred} }}, \
         unsupported = {unsupported}, undocumented = {undocumented}"
    )
}
