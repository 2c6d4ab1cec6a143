//! What only follows from a mistake already reported is no finding of its own.
//!
//! In a draft, a rule that could not be read leaves cells undecided, and a source that it would have cited unused. Only what a
//! mistake elsewhere cannot cause is reported then.

use crate::diag::{Code, FileId, Finding, Place, Report, suggest};
use crate::knowledge::Knowledge;
use crate::model::{Catalog, TableFile};

/// What may not be as it seems.
pub(super) struct Doubts<'c> {
    pub catalog: &'c Catalog,
    pub knowledge: &'c Knowledge,
    /// What was found before.
    pub found: &'c Report,
}

impl Doubts<'_> {
    /// Drops findings that may come from a mistake already reported.
    pub(super) fn drop_from(&self, report: &mut Report) {
        report.retain(|finding| finding.primary.as_ref().is_none_or(|label| !self.are_about(finding, &label.place)));
    }

    /// Whether a finding at a place, or that there is none, may come from a mistake already reported.
    pub(super) fn are_about(&self, finding: &Finding, at: &Place) -> bool {
        self.found.is_fatal() && self.weigh(finding, at)
    }

    fn weigh(&self, finding: &Finding, at: &Place) -> bool {
        match finding.code {
            Code::UnusedEntry | Code::UnusedSource => self.about_use(finding.message.argument("name")),
            Code::UnusedRemedy | Code::UnreachableRemedy => self.about_use(finding.message.argument("remedy")),
            Code::ForbidWithoutRemedy => self.about_cells(at.file) || self.is_fatal_in(at.file),
            Code::IdleMove | Code::IdleSilent | Code::UndecidedCell | Code::UnheardCaution | Code::WrongTotal => {
                self.about_cells(at.file)
            }
            Code::FailedExpectation => {
                let entry = self.catalog.expectations.iter().find(|entry| entry.at == *at);
                entry.is_some_and(|entry| self.about_table(entry.item.table.get_ref()))
            }
            Code::CompetingSteps | Code::UnmetNeed => {
                let head = self.catalog.setup.as_ref().and_then(|setup| setup.head.as_ref());
                self.is_fatal_in(at.file) || head.is_some_and(|head| self.about_table(head.table.get_ref()))
            }
            Code::ConflictingCautions
            | Code::ConflictingRules
            | Code::DuplicateRule
            | Code::PermitOverruled
            | Code::ShadowedRule => {
                let mut places = finding.context.iter().map(|label| &label.place);
                self.about_values(at.file) || self.about_entry(at) || places.any(|place| self.about_entry(place))
            }
            _ => false,
        }
    }

    fn fatal(&self) -> impl Iterator<Item = (&Finding, &Place)> {
        let fatal = self.found.findings().iter().filter(|finding| finding.code.is_fatal());
        fatal.filter_map(|finding| Some((finding, &finding.primary.as_ref()?.place)))
    }

    fn is_fatal_in(&self, file: FileId) -> bool {
        self.found.damaged().contains(&file) || self.fatal().any(|(_, place)| place.file == file)
    }

    /// Whether something in a file may move cells.
    fn moves_cells(&self, file: FileId) -> bool {
        self.found.damaged().contains(&file)
            || self.fatal().any(|(finding, place)| place.file == file && may_move_cells(finding))
    }

    /// Whether what could not be read, or a name that leads nowhere, may have meant this one.
    fn about_use(&self, name: Option<&str>) -> bool {
        let Some(name) = name else { return true };
        let meant = |finding: &&Finding| {
            finding.code == Code::DanglingReference
                && finding.message.argument("name").is_some_and(|wrong| !suggest::nearest(wrong, [name], 1).is_empty())
        };
        self.found.findings().iter().any(|finding| finding.code == Code::UnreadableFile)
            || self.found.findings().iter().any(|finding| meant(&finding))
            || self.found.lost().iter().any(|lost| lost.split(['/', '<', '>']).any(|part| part == name))
    }

    /// Whether values of the table in a file, or what they carry, may be missing.
    fn about_values(&self, file: FileId) -> bool {
        self.table_in(file).is_some_and(|written| {
            let table = self.knowledge.table(&written.id);
            let vocabularies = table.iter().flat_map(|table| &table.axes).map(|axis| axis.vocabulary);
            let mut files = vocabularies.filter_map(|vocabulary| self.catalog.vocabularies.get(vocabulary.index()));
            files.any(|vocabulary| self.moves_cells(vocabulary.file))
        })
    }

    /// Whether cells of the table in a file may be other than they were meant to be.
    fn about_cells(&self, file: FileId) -> bool {
        self.moves_cells(file) || self.about_values(file)
    }

    fn about_table(&self, id: &str) -> bool {
        self.catalog.tables.iter().find(|table| table.id == id).is_none_or(|table| self.about_cells(table.file))
    }

    fn table_in(&self, file: FileId) -> Option<&TableFile> {
        self.catalog.tables.iter().find(|table| table.file == file)
    }

    /// Whether the entry at a place has a mistake in it.
    fn about_entry(&self, at: &Place) -> bool {
        let holds = |entry: &Place, place: &Place| {
            entry.file == place.file && entry.span.start <= place.span.start && place.span.end <= entry.span.end
        };
        let mut own = self.found.entries().iter().filter(|entry| holds(entry, at));
        own.any(|entry| self.fatal().any(|(finding, place)| may_move_cells(finding) && holds(entry, place)))
    }
}

/// Whether knowledge with such a mistake in it may have other verdicts than without.
fn may_move_cells(finding: &Finding) -> bool {
    match finding.code {
        Code::BadVersion | Code::DuplicateAlias | Code::MissingTranslation => false,
        Code::DanglingReference => {
            let elsewhere = ["capability", "language", "package", "parameter", "place", "remedy", "source", "step"];
            !finding.message.argument("kind").is_some_and(|kind| elsewhere.contains(&kind))
        }
        _ => true,
    }
}
