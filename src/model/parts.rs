//! What entries of all kinds have in common, without their kinds: for who looks at every sentence, condition or list of names.

use super::Catalog;
use super::condition::{Terms, When};
use super::entry::{Entry, Spanned};
use super::schema::Text;
use crate::diag::Place;

pub struct Part<'c> {
    pub entry: &'c str,
    pub at: &'c Place,
    pub what: What<'c>,
}

#[derive(Clone, Copy)]
pub enum What<'c> {
    /// A sentence; names and titles are none.
    Sentence(&'c Spanned<Text>),
    When(&'c Spanned<When>),
    Terms(&'c Spanned<Terms>),
    Names(&'c [Spanned<String>]),
    /// The sources of what is claimed: there must be one.
    Sources(&'c [Spanned<String>]),
    /// The sources of what can do without.
    MoreSources(&'c [Spanned<String>]),
}

impl Catalog {
    /// The parts of all entries of vocabularies, tables, set-up, the runbook, remedies, procedures and expectations.
    pub fn parts(&self) -> Vec<Part<'_>> {
        use What::{MoreSources, Names, Sentence, Sources, Terms, When};
        let mut all = Parts(Vec::new());
        for file in &self.vocabularies {
            all.of(&file.attributes, |item| vec![MoreSources(&item.sources)]);
            all.of(&file.values, |item| vec![Names(&item.builds)]);
            all.of(&file.values, |item| item.note.iter().map(Sentence).collect());
            all.of(&file.groups, |item| vec![Names(&item.members)]);
        }
        for file in &self.tables {
            all.of(&file.axes, |item| vec![Sentence(&item.question), MoreSources(&item.sources)]);
            all.of(&file.axes, |item| {
                item.find_out.iter().map(Sentence).chain(item.prefer.iter().map(Terms)).collect()
            });
            for rules in [&file.permits, &file.forbids] {
                all.of(rules, |item| vec![When(&item.when), Sentence(&item.because), Sources(&item.sources)]);
                all.of(rules, |item| vec![Names(&item.remedies)]);
            }
            all.of(&file.cautions, |item| vec![When(&item.when), Sentence(&item.text), Sources(&item.sources)]);
            all.of(&file.silents, |item| vec![When(&item.when), Sentence(&item.because), MoreSources(&item.sources)]);
            all.of(&file.moves, |item| vec![Names(&item.changes), Names(&item.upward), Sentence(&item.text)]);
            all.of(&file.moves, |item| item.to.values().map(Terms).collect());
            all.of(&file.totals, |item| item.when.iter().map(When).collect());
        }
        all.of(&self.remedies, |item| vec![Sentence(&item.text), Sources(&item.sources)]);
        all.of(&self.procedures, |item| vec![Sentence(&item.because), Sources(&item.sources)]);
        all.of(&self.procedures, |item| vec![Names(&item.remedies)]);
        all.of(&self.expectations, |item| item.facts.values().map(Terms).chain([Names(&item.rules)]).collect());
        if let Some(ask) = &self.ask {
            all.of(&ask.scopes, |item| vec![Sentence(&item.text)]);
        }
        if let Some(setup) = &self.setup {
            all.of(&setup.needs, |item| vec![When(&item.when), Sentence(&item.because), Sources(&item.sources)]);
            all.of(&setup.steps, |item| vec![When(&item.when), Sentence(&item.text), Names(&item.after)]);
            all.of(&setup.steps, |item| match item.basis {
                Some(_) => vec![Sources(&item.sources)],
                None => vec![MoreSources(&item.sources)],
            });
            all.of(&setup.steps, |item| item.verify.iter().map(Sentence).collect());
            all.of(&setup.steps, |item| {
                item.taken_over.iter().flat_map(|over| [When(&over.when), Sentence(&over.because)]).collect()
            });
            all.of(&setup.programs, |item| vec![Sources(&item.sources)]);
            all.of(&setup.programs, |item| item.returns.iter().map(|one| Sentence(&one.text)).collect());
            all.of(&setup.preconditions, |item| vec![When(&item.when), Sentence(&item.text), Sources(&item.sources)]);
            all.of(&setup.exclusions, |item| {
                vec![Names(&item.capabilities), Sentence(&item.because), Sources(&item.sources), Names(&item.remedies)]
            });
        }
        if let Some(runbook) = &self.runbook {
            all.of(&runbook.steps, |item| item.when.iter().map(When).collect());
            all.of(&runbook.steps, |item| {
                let texts = [&item.text].into_iter().chain(&item.verify).chain(&item.back_out);
                texts.map(Sentence).chain([Sources(&item.sources), MoreSources(&item.command_sources)]).collect()
            });
            all.of(&runbook.checks, |item| match item.basis {
                Some(_) => vec![Sentence(&item.text), Sources(&item.sources), Names(&item.remedies)],
                None => vec![Sentence(&item.text), MoreSources(&item.sources), Names(&item.remedies)],
            });
        }
        all.0
    }
}

struct Parts<'c>(Vec<Part<'c>>);

impl<'c> Parts<'c> {
    fn of<T>(&mut self, entries: &'c [Entry<T>], parts: impl Fn(&'c T) -> Vec<What<'c>>) {
        for entry in entries {
            let parts = parts(entry).into_iter();
            self.0.extend(parts.map(|what| Part { entry: &entry.id, at: &entry.at, what }));
        }
    }
}
