//! What only follows from a mistake already reported is no finding of its own.
//!
//! In a draft, a rule that could not be read leaves cells undecided, and a source that it would have cited unused. Only what a
//! mistake elsewhere cannot cause is reported then.

use crate::compile::knowledge::Knowledge;
use crate::diag::{Code, FileId, Place, Report};
use crate::model::Catalog;

/// Drops findings that may come from what `found` reports.
pub(super) fn drop(catalog: &Catalog, knowledge: &Knowledge, found: &Report, report: &mut Report) {
    if !found.is_fatal() {
        return;
    }
    let doubts = Doubts { catalog, knowledge, found };
    report.retain(|finding| {
        let Some(at) = finding.primary.as_ref().map(|label| &label.place) else { return true };
        match finding.code {
            Code::UnusedEntry | Code::UnusedRemedy | Code::UnusedSource | Code::UnreachableRemedy => {
                !doubts.about_references()
            }
            Code::ForbidWithoutRemedy
            | Code::IdleMove
            | Code::UndecidedCell
            | Code::UnheardCaution
            | Code::WrongTotal => !doubts.about_cells(at.file),
            Code::CompetingSteps | Code::FailedExpectation | Code::UnmetNeed => !doubts.about_any_cells(),
            Code::ConflictingCautions
            | Code::ConflictingRules
            | Code::DuplicateRule
            | Code::IdleSilent
            | Code::PermitOverruled
            | Code::ShadowedRule => {
                !doubts.about_entry(at) && finding.context.iter().all(|label| !doubts.about_entry(&label.place))
            }
            _ => true,
        }
    });
}

/// What may not be as it seems.
struct Doubts<'c> {
    catalog: &'c Catalog,
    knowledge: &'c Knowledge,
    found: &'c Report,
}

impl Doubts<'_> {
    fn fatal(&self) -> impl Iterator<Item = &Place> {
        let fatal = self.found.findings().iter().filter(|finding| finding.code.is_fatal());
        fatal.filter_map(|finding| Some(&finding.primary.as_ref()?.place))
    }

    fn about_file(&self, file: FileId) -> bool {
        self.found.damaged().contains(&file) || self.fatal().any(|place| place.file == file)
    }

    /// Whether an entry that could not be read, or a name that leads nowhere, may have used something.
    fn about_references(&self) -> bool {
        let lost = [Code::DanglingReference, Code::InvalidValue, Code::Syntax, Code::UnreadableFile, Code::DuplicateKey];
        self.found.findings().iter().any(|finding| lost.contains(&finding.code))
    }

    /// Whether cells of the table in a file may be other than they were meant to be.
    fn about_cells(&self, file: FileId) -> bool {
        let written = self.catalog.tables.iter().find(|table| table.file == file);
        let table = written.and_then(|written| self.knowledge.table(&written.id));
        let vocabularies = table.iter().flat_map(|table| &table.axes).map(|axis| axis.vocabulary);
        let mut files = vocabularies.filter_map(|vocabulary| self.catalog.vocabularies.get(vocabulary));
        self.about_file(file) || files.any(|vocabulary| self.about_file(vocabulary.file))
    }

    fn about_any_cells(&self) -> bool {
        let tables = self.catalog.tables.iter().map(|table| table.file);
        let vocabularies = self.catalog.vocabularies.iter().map(|vocabulary| vocabulary.file);
        let setup = self.catalog.setup.iter().map(|setup| setup.file);
        tables.chain(vocabularies).chain(setup).any(|file| self.about_file(file))
    }

    /// Whether the entry at a place has a mistake in it.
    fn about_entry(&self, at: &Place) -> bool {
        let holds = |entry: &Place, place: &Place| {
            entry.file == place.file && entry.span.start <= place.span.start && place.span.end <= entry.span.end
        };
        let mut own = self.catalog.extents.iter().filter(|entry| holds(entry, at));
        own.any(|entry| self.fatal().any(|place| holds(entry, place)))
    }
}
