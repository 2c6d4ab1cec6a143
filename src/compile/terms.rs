//! What the value of one axis must be: each value is held against the terms, and how firmly the answer is known goes with it.

use std::cmp::{max, min};

use strum::IntoEnumIterator as _;

use super::condition::{Reach, unnamed};
use super::prelude::*;
use crate::knowledge::Value;
use crate::knowledge::number::{self, Range};
use crate::model::AttributeKind;
use crate::model::condition::{OneOrMany, Terms, Traits};

/// Whether a value is as it must be, and how firmly that is known.
#[derive(Clone, Copy)]
pub(super) struct Fit {
    /// None: of what is asked nothing is known. Such a value is neither taken nor taken out.
    holds: Option<bool>,
    firmly: Basis,
}

impl Fit {
    const fn stated(holds: Option<bool>) -> Self {
        Self { holds, firmly: Basis::Stated }
    }

    fn not(self) -> Self {
        Self { holds: self.holds.map(|holds| !holds), ..self }
    }

    fn or(self, other: Self) -> Self {
        match (self.holds, other.holds) {
            (Some(true), Some(true)) => Self { firmly: min(self.firmly, other.firmly), ..self },
            (Some(true), _) => self,
            (_, Some(true)) => other,
            (one, another) => Self { holds: one.and(another), firmly: max(self.firmly, other.firmly) },
        }
    }

    fn and(self, other: Self) -> Self {
        self.not().or(other.not()).not()
    }
}

/// One for each value of an axis.
type Fits = Vec<Fit>;

fn joined(one: &Fits, other: &Fits, how: fn(Fit, Fit) -> Fit) -> Fits {
    one.iter().zip(other).map(|(one, other)| how(*one, *other)).collect()
}

/// The values in the set, which is known for sure.
fn members(set: &ValueSet) -> Fits {
    OnAxis::all(set.size()).map(|value| Fit::stated(Some(set.contains(value)))).collect()
}

impl Compiler<'_> {
    /// The values that are as they must be, apart by how firmly that is known.
    pub(super) fn terms(&self, terms: &Spanned<Terms>, axis: &Axis, reach: Reach) -> Vec<(Basis, ValueSet)> {
        let fits = self.fits(terms, axis, reach);
        let holds = |wanted: Basis| {
            let holding = OnAxis::of(&fits).filter(|(_, fit)| fit.holds == Some(true) && fit.firmly == wanted);
            ValueSet::of(fits.len(), holding.map(|(value, _)| value))
        };
        Basis::iter().map(|basis| (basis, holds(basis))).filter(|(_, set)| !set.is_clear()).collect()
    }

    fn fits(&self, terms: &Spanned<Terms>, axis: &Axis, reach: Reach) -> Fits {
        match &**terms {
            Terms::One(name) => members(&self.named(terms.span(), name, axis, reach)),
            Terms::Any(items) => {
                let none = members(&ValueSet::none(axis.values.len()));
                items.iter().fold(none, |all, item| joined(&all, &self.fits(item, axis, reach), Fit::or))
            }
            Terms::All(traits) => self.traits(traits, axis, reach),
        }
    }

    fn traits(&self, traits: &Traits, axis: &Axis, reach: Reach) -> Fits {
        let vocabulary = self.vocabulary_of(axis);
        let mut all = members(&unnamed(axis, reach));
        let mut keep = |fits: &Fits| all = joined(&all, fits, Fit::and);
        let each = |fit: &dyn Fn(&Value) -> Fit| -> Fits {
            axis.all().map(|value| fit(axis.value(value, vocabulary))).collect()
        };
        if let Some(not) = &traits.not {
            keep(&self.fits(not, axis, Reach::Everything).into_iter().map(Fit::not).collect());
        }
        if let Some(range) = &traits.version {
            keep(&each(&|value| Fit::stated(value.version.as_ref().map(|version| range.matches(version)))));
        }
        if let Some(range) = traits.build.as_ref().and_then(|range| self.range(range, number::exact)) {
            keep(&each(&|value| Fit::stated(within(&range, &vocabulary.own_builds(value)))));
        }
        for (name, wanted) in traits.attribute.iter().flatten() {
            if let Some(position) = self.attribute_named(name, vocabulary) {
                let wanted = self.wanted(wanted, at(&vocabulary.attributes, position).kind);
                keep(&each(&|value| {
                    let carried = at(&value.attributes, position).as_ref();
                    Fit { holds: carried.and_then(|own| wanted(own)), firmly: *at(&value.attribute_bases, position) }
                }));
            }
        }
        all
    }

    /// Whether what a value carries of an attribute is one of what is wanted. A date or a figure may be wanted as a range.
    fn wanted(
        &self,
        wanted: &Spanned<OneOrMany<String>>,
        kind: AttributeKind,
    ) -> impl Fn(&str) -> Option<bool> + use<> {
        let texts = wanted.0.clone();
        let parts = parts_of(kind);
        let range = |text: &String| self.range(&Spanned::new(wanted.span(), text.clone()), parts?);
        let ranges: Vec<Range> = texts.iter().filter_map(range).collect();
        move |own| {
            let Some(parts) = parts else { return Some(texts.iter().any(|text| text == own)) };
            let own = [Range::of(&parts(own)?)];
            let fits = ranges.iter().map(|range| Fit::stated(within(range, &own)));
            fits.fold(Fit::stated(Some(false)), Fit::or).holds
        }
    }

    /// The set a value's or group's id stands for on an axis.
    fn named(&self, at: Place, name: &str, axis: &Axis, reach: Reach) -> ValueSet {
        let size = axis.values.len();
        let vocabulary = self.vocabulary_of(axis);
        let value = vocabulary.position(name);
        let group = vocabulary.groups.iter().find(|group| group.id == name);
        let meant = value.into_iter().chain(group.into_iter().flat_map(|group| group.members.iter().copied()));
        let meant: Vec<ValueId> = meant.collect();
        if meant.is_empty() && group.is_none() {
            let values = vocabulary.values.iter().map(|value| value.id.as_str());
            self.dangling("value", at, name, values.chain(vocabulary.groups.iter().map(|group| group.id.as_str())));
            return ValueSet::none(size);
        }
        let finer = |own: &OnAxis| vocabulary[axis[*own]].refines.is_some_and(|parent| meant.contains(&parent));
        let mut set = ValueSet::of(size, axis.all().filter(|own| self.since(1) && finer(own)));
        set.union_with(&ValueSet::of(size, meant.iter().filter_map(|value| axis.find(*value))));
        if set.is_clear() && !self.torn.borrow().contains(&axis.id) {
            self.report(Finding::of(Code::NOT_ON_AXIS).with("name", name).with("axis", &axis.id).at(at));
        }
        set.intersect_with(&unnamed(axis, reach));
        // A value that is named itself is meant wherever it is.
        set.union_with(&ValueSet::of(size, value.and_then(|value| axis.find(value))));
        set
    }
}

/// How what an attribute of this kind says is taken apart to be compared; nothing for words, which are equal or not.
fn parts_of(kind: AttributeKind) -> Option<fn(&str) -> Option<number::Parts>> {
    match kind {
        AttributeKind::Text => None,
        AttributeKind::Date => Some(number::date),
        AttributeKind::Figure => Some(number::exact),
    }
}

/// Whether all of it is in the range; nothing, if a part is, or nothing is known.
fn within(range: &Range, all: &[Range]) -> Option<bool> {
    let inside = all.iter().filter(|own| range.holds(own)).count();
    let outside = all.iter().filter(|own| range.both(own).is_empty()).count();
    match all.len() {
        0 => None,
        count if inside == count => Some(true),
        count if outside == count => Some(false),
        _ => None,
    }
}

impl Vocabulary {
    /// The version numbers that are read as this value and as no other.
    fn own_builds(&self, value: &Value) -> Vec<Range> {
        let others = || self.values.iter().flat_map(|other| &other.builds).filter(|_| self.nearest_build);
        let own = |build: &Range| {
            let nearer = others().filter(|other| *other != build && build.holds(other));
            nearer.fold(vec![build.clone()], |left, other| left.iter().flat_map(|part| part.without(other)).collect())
        };
        value.builds.iter().flat_map(own).collect()
    }
}
