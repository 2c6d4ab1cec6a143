//! One axis of a table: its values found in their vocabulary, and ranked by version.

use std::cmp::Reverse;

use semver::Version;

use super::condition::Reach;
use super::prelude::*;
use crate::knowledge::Matches;

impl Compiler<'_> {
    pub(super) fn axis(&self, entry: &Entry<schema::Axis>) -> Option<Axis> {
        let id = self.vocabulary_named(&entry.vocabulary)?;
        let vocabulary = at(&self.vocabularies, id.index());
        if ["differ", "agree", "compare"].contains(&entry.id.as_str()) {
            self.report(Finding::invalid(Message::new("reserved-axis").with("name", &entry.id)).at(entry.at.clone()));
        }
        let mut values = Vec::new();
        self.axis_values(entry, &entry.inside, vocabulary, &mut values);
        let inside = values.len();
        self.axis_values(entry, &entry.outside, vocabulary, &mut values);
        if inside == 0 {
            let finding = Finding::new(Code::EMPTY_CONDITION, Message::new("empty-axis").with("name", &entry.id));
            self.report(finding.at(entry.at.clone()));
        }
        let mut axis = Axis {
            id: entry.id.clone(),
            vocabulary: id,
            title: self.text(&entry.title),
            question: self.text(&entry.question),
            find_out: entry.find_out.as_ref().map(|text| self.text(text)),
            sources: self.citations(&entry.sources),
            ranks: ranks(&values, vocabulary),
            choice: entry.choice,
            preferences: Vec::new(),
            matches: None,
            values,
            inside,
        };
        axis.preferences = self.preferences(entry, &axis);
        Some(axis)
    }

    /// Places among the values to suggest: as listed, then newer versions first if that is wanted, then by id, so that the order in
    /// which values are written decides nothing.
    fn preferences(&self, written: &schema::Axis, axis: &Axis) -> Vec<u32> {
        let listed = written.prefer.iter().map(|terms| self.terms(terms, axis, Reach::Everything));
        let listed: Vec<_> = listed.collect();
        let vocabulary = self.vocabulary_of(axis);
        let place = |value: &OnAxis| {
            let is_in = |sets: &Vec<(_, ValueSet)>| sets.iter().any(|(_, set)| set.contains(*value));
            let first = listed.iter().position(is_in).unwrap_or(listed.len());
            (first, Reverse(axis.rank(*value).filter(|_| written.newest)), &axis.value(*value, vocabulary).id)
        };
        let mut order: Vec<OnAxis> = axis.all().collect();
        order.sort_by_key(place);
        let mut places = vec![0; order.len()];
        for (place, value) in (0..).zip(order) {
            *at_mut(&mut places, value.index()) = place;
        }
        places
    }

    /// Where a value of the axis carries the same attribute as that of another.
    pub(super) fn matches(&self, entry: &Entry<schema::Axis>, axes: &[Axis]) -> Option<Matches> {
        let written = entry.matches.as_ref()?;
        let region = self.agreeing(&entry.item.id, written, axes);
        Some(Matches { text: self.text(&written.text), region })
    }

    fn axis_values(
        &self,
        entry: &Entry<schema::Axis>,
        names: &[Spanned<String>],
        vocabulary: &Vocabulary,
        values: &mut Vec<ValueId>,
    ) {
        for name in names {
            match self.value_named(name, vocabulary) {
                Some(value) if values.contains(&value) => {
                    let message = Message::new(Code::DUPLICATE_ID.name()).with("name", name);
                    self.report(Finding::new(Code::DUPLICATE_ID, message).at(name.span()));
                }
                Some(value) => values.push(value),
                None => {
                    self.torn.borrow_mut().insert(entry.id.clone());
                }
            }
        }
    }

    /// A value of a vocabulary by its id; that there is none is reported.
    pub(super) fn value_named(&self, name: &Spanned<String>, vocabulary: &Vocabulary) -> Option<ValueId> {
        let found = vocabulary.position(name);
        if found.is_none() {
            let known = vocabulary.values.iter().map(|value| value.id.as_str());
            self.dangling("value", name.span(), name, known);
        }
        found
    }

    /// An axis by its id; that there is none is reported.
    pub(super) fn axis_named(&self, name: &Spanned<String>, axes: &[Axis]) -> Option<AxisId> {
        self.position("axis", name, axes.iter().map(|axis| axis.id.as_str())).map(AxisId::new)
    }

    /// Axes by their ids; those that do not exist are reported and left out.
    pub(super) fn axes_named(&self, names: &[Spanned<String>], axes: &[Axis]) -> Vec<AxisId> {
        names.iter().filter_map(|name| self.axis_named(name, axes)).collect()
    }

    pub(super) fn vocabulary_of(&self, axis: &Axis) -> &Vocabulary {
        at(&self.vocabularies, axis.vocabulary.index())
    }
}

fn ranks(values: &[ValueId], vocabulary: &Vocabulary) -> Vec<Option<u32>> {
    let version = |value: &ValueId| vocabulary[*value].version.as_ref();
    let mut order: Vec<&Version> = values.iter().filter_map(version).collect();
    order.sort();
    order.dedup();
    let rank = |value: &ValueId| u32::try_from(order.binary_search(&version(value)?).ok()?).ok();
    values.iter().map(rank).collect()
}
