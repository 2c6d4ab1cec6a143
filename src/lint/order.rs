//! `out-of-order` and `misplaced-build`: published builds ascend, in number and in time; each is read as the value it stands
//! under; and what is provisional as of a day is said by a source of that day or later.

use super::prelude::*;
use crate::knowledge::{KnownBuild, ValueId};
use crate::model::schema::Rule;

const MISPLACED: Code = code!("misplaced-build", Error);
const DISORDER: Code = code!("out-of-order", Warning);

pub(super) static LINT: Lint = Lint { codes: &[MISPLACED, DISORDER], check };

fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, vocabulary) in catalog.vocabularies.iter().zip(&knowledge.vocabularies) {
        for (position, entry) in ValueId::of(&file.values) {
            builds(vocabulary, position, entry, report);
        }
    }
    for file in &catalog.tables {
        for entry in file.permits.iter().chain(&file.forbids) {
            provisional(catalog, entry, report);
        }
    }
}

fn builds(vocabulary: &Vocabulary, position: ValueId, entry: &Entry<schema::Value>, report: &mut Report) {
    let value = &vocabulary[position];
    let mut before: Option<(&KnownBuild, &schema::KnownBuild)> = None;
    for (build, written) in value.known_builds.iter().zip(&entry.known_builds) {
        let reading = vocabulary.read(&build.build);
        if !reading.is_some_and(|reading| reading.values.contains(&position)) {
            let finding = Finding::of(MISPLACED).with("build", &build.build).with("id", &entry.id);
            report.push(finding.at(written.build.span()));
        }
        if let Some((earlier, earlier_written)) = before {
            if earlier.number >= build.number {
                let message = Message::new("builds-out-of-order").with("build", &build.build);
                let finding = Finding::new(DISORDER, message).at(written.build.span());
                let finding = finding.beside(earlier_written.build.span(), Message::new("label-before"));
                report.push(finding.help(Message::new("help-builds-out-of-order")));
            } else if let (Some(first), Some(second)) = (&earlier_written.date, &written.date)
                && is_later(first, second)
            {
                let finding = Finding::of(DISORDER).with("date", second).at(second.span());
                report.push(finding.beside(first.span(), Message::new("label-before")));
            }
        }
        before = Some((build, written));
    }
}

/// A source that was read as of a day cannot say how things are later.
fn provisional(catalog: &Catalog, entry: &Entry<Rule>, report: &mut Report) {
    let Some(as_of) = &entry.as_of else { return };
    let ids = entry.sources.iter().map(|cited| cited.split('/').next().unwrap_or_default());
    let sources = ids.filter_map(|id| catalog.sources.iter().find(|source| source.id == id));
    let dates: Option<Vec<_>> = sources.map(|source| source.date.as_ref()).collect();
    let Some(dates) = dates else { return };
    if let Some(date) = dates.last()
        && dates.iter().all(|date| is_later(as_of, date))
    {
        let message = Message::new("as-of-out-of-order").with("date", as_of);
        let finding = Finding::new(DISORDER, message).at(as_of.span());
        let finding = finding.beside(date.span(), Message::new("label-read-then"));
        report.push(finding.help(Message::new("help-as-of-out-of-order")));
    }
}

/// Whether a date is later than another, as far as both are known: a year says nothing about a month.
fn is_later(one: &str, other: &str) -> bool {
    let known = one.len().min(other.len());
    one.get(..known) > other.get(..known)
}

#[cfg(test)]
mod tests {
    use super::is_later;

    #[test]
    fn dates_are_compared_as_far_as_both_are_known() {
        for (one, other, later) in [
            ("2009-03-12", "2009-03-11", true),
            ("2009-03-12", "2009-03-12", false),
            ("2009-03", "2009", false),
            ("2009-12-31", "2010", false),
            ("2010", "2009-12-31", true),
        ] {
            assert_eq!(is_later(one, other), later, "{one} {other}");
        }
    }
}
