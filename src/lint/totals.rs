//! `wrong-total`: the ledger's sums as written must be the sums of the cells.

use super::prelude::*;
use crate::knowledge::Count;
use crate::review::ledger::differences;

const WRONG: Code = code!("wrong-total", Error);

pub(super) static LINT: Lint = Lint { codes: &[WRONG], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, table) in tables(catalog, knowledge) {
        for (entry, total) in file.totals.iter().zip(&table.totals) {
            let counted = Count::of(table, &total.region);
            if counted != total.expected {
                let label = Message::new("label-counted").with("counted", differences(&total.expected, &counted));
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
