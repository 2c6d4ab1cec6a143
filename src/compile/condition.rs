//! `when` becomes a region: names become sets, relations between axes become boxes.

use std::ops::Range;

use semver::{Version, VersionReq};
use toml::Spanned;

use super::Compiler;
use crate::diag::{Code, FileId, Finding, Place};
use crate::knowledge::Vocabulary;
use crate::knowledge::axis::Axis;
use crate::knowledge::grid::{Boxed, Region, ValueSet, set_of};
use crate::locale::Message;
use crate::model::condition::{Conjunction, Relating, Relation, Terms, When};
use crate::model::pair::Pair;
use crate::model::{place, place_of};

/// As many bits may all conditions of one table take: each box has one for every value of every axis. 128 MiB.
pub(super) const MOST_BITS: usize = 1 << 30;

/// What a set takes beside its bits.
const BITS_BESIDE: usize = 512;

/// Which values a condition means where it does not name them one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The inside ones: for permits, so that none reaches an outside value by accident.
    Inside,
    /// All: for everything else.
    Everything,
}

/// The axes of a table with the vocabularies they draw from.
#[derive(Clone, Copy)]
pub(super) struct Space<'k> {
    pub axes: &'k [Axis],
    pub vocabularies: &'k [Vocabulary],
}

impl<'k> Space<'k> {
    /// The axis with this id, and its position.
    pub(super) fn find(self, id: &str) -> Option<(usize, &'k Axis)> {
        self.axes.iter().enumerate().find(|(_, axis)| axis.id == id)
    }

    fn vocabulary(self, axis: &Axis) -> Option<&'k Vocabulary> {
        self.vocabularies.get(axis.vocabulary)
    }
}

impl Compiler<'_> {
    /// The cells for which the condition holds. A condition that holds nowhere is reported.
    pub(super) fn region(&mut self, file: FileId, when: &Spanned<When>, space: Space<'_>, reach: Reach) -> Region {
        let found = self.report.findings().len();
        let branches = &when.get_ref().0;
        let mut boxes: Vec<Boxed> = Vec::new();
        let mut impossible = Vec::new();
        for conjunction in branches {
            let known = boxes.len();
            let holds = |sets: &Boxed| !sets.iter().any(ValueSet::is_clear);
            boxes.extend(self.boxes(file, when.span(), conjunction, space, reach).into_iter().filter(holds));
            if boxes.len() == known {
                impossible.push(conjunction);
            }
        }
        if found == self.report.findings().len() && boxes.is_empty() {
            let finding = Finding::new(Code::EMPTY_CONDITION, Message::new(Code::EMPTY_CONDITION.name()));
            self.report.push(finding.at(place(file, when)).help(Message::new("help-empty-condition")));
        } else if found == self.report.findings().len() {
            for span in impossible.into_iter().filter_map(Conjunction::span) {
                let finding = Finding::new(Code::EMPTY_BRANCH, Message::new(Code::EMPTY_BRANCH.name()));
                self.report.push(finding.at(place_of(file, span)).help(Message::new("help-empty-branch")));
            }
        }
        Region::new(boxes)
    }

    /// Everything an axis may be while nothing is said about it.
    pub(super) fn everywhere(space: Space<'_>, reach: Reach) -> Boxed {
        space.axes.iter().map(|axis| unnamed(axis, reach)).collect()
    }

    fn boxes(
        &mut self,
        file: FileId,
        at: Range<usize>,
        conjunction: &Conjunction,
        space: Space<'_>,
        reach: Reach,
    ) -> Vec<Boxed> {
        let mut sets = Self::everywhere(space, reach);
        for (name, terms) in &conjunction.axes {
            let Some((index, axis)) = space.find(name.get_ref()) else {
                let known = space.axes.iter().map(|axis| axis.id.as_str());
                self.dangling("axis", place(file, name), name.get_ref(), known);
                continue;
            };
            let named = self.terms(file, terms, axis, space, reach);
            if let Some(set) = sets.get_mut(index) {
                *set = named;
            }
        }
        let mut boxes = vec![sets];
        let bits: usize = space.axes.iter().map(|axis| axis.values.len() + BITS_BESIDE).sum();
        let most = self.room / bits.max(1);
        for (relating, relation) in &conjunction.relations {
            let pairs = self.relation(file, *relating, relation.get_ref(), space);
            let parts = boxes.iter().flat_map(|sets| pairs.iter().map(|pair| narrowed(sets, pair)));
            boxes = parts.filter(|sets| !sets.iter().any(ValueSet::is_clear)).take(most.saturating_add(1)).collect();
        }
        if boxes.len() > most {
            let finding = Finding::new(Code::TABLE_TOO_LARGE, Message::new("conditions-too-large"));
            self.report.push(finding.at(place_of(file, at)).help(Message::new("help-conditions-too-large")));
            return Vec::new();
        }
        self.room = self.room.saturating_sub(boxes.len() * bits);
        boxes
    }

    pub(super) fn terms(
        &mut self,
        file: FileId,
        terms: &Spanned<Terms>,
        axis: &Axis,
        space: Space<'_>,
        reach: Reach,
    ) -> ValueSet {
        let mut set = ValueSet::with_capacity(axis.values.len());
        match terms.get_ref() {
            Terms::One(name) => set.union_with(&self.named(place(file, terms), name, axis, space, reach)),
            Terms::Any(names) => {
                for name in names {
                    set.union_with(&self.named(place(file, name), name.get_ref(), axis, space, reach));
                }
            }
            Terms::Not(names) => {
                set = unnamed(axis, reach);
                for name in names {
                    set.difference_with(&self.named(place(file, name), name.get_ref(), axis, space, Reach::Everything));
                }
            }
            Terms::Version(range) => {
                set = in_range(range.get_ref(), axis, space);
                set.intersect_with(&unnamed(axis, reach));
            }
        }
        set
    }

    /// The set a value's or group's id stands for on an axis.
    fn named(&mut self, at: Place, name: &str, axis: &Axis, space: Space<'_>, reach: Reach) -> ValueSet {
        let size = axis.values.len();
        let Some(vocabulary) = space.vocabulary(axis) else { return ValueSet::with_capacity(size) };
        let on_axis = |value: usize| axis.values.iter().position(|&own| own == value);
        if let Some(value) = vocabulary.position(name) {
            let set = set_of(size, on_axis(value));
            if set.is_clear() {
                self.not_on_axis(at, name, axis);
            }
            return set;
        }
        if let Some(group) = vocabulary.groups.iter().find(|group| group.id == name) {
            let mut set = set_of(size, group.members.iter().filter_map(|&value| on_axis(value)));
            if set.is_clear() {
                self.not_on_axis(at, name, axis);
            }
            set.intersect_with(&unnamed(axis, reach));
            return set;
        }
        let values = vocabulary.values.iter().map(|value| value.id.as_str());
        self.dangling("value", at, name, values.chain(vocabulary.groups.iter().map(|group| group.id.as_str())));
        ValueSet::with_capacity(size)
    }

    fn not_on_axis(&mut self, at: Place, name: &str, axis: &Axis) {
        let message = Message::new(Code::NOT_ON_AXIS.name()).with("name", name).with("axis", &axis.id);
        self.report.push(
            Finding::new(Code::NOT_ON_AXIS, message)
                .at(at)
                .help(Message::new("help-not-on-axis").with("axis", &axis.id)),
        );
    }

    /// For each value of the attribute, the two sets of values that relate by it.
    fn relation(
        &mut self,
        file: FileId,
        relating: Relating,
        relation: &Relation,
        space: Space<'_>,
    ) -> Vec<[(usize, ValueSet); 2]> {
        let Pair(left, right) = &relation.axes;
        let (Some(left), Some(right)) =
            (self.carriers(file, left, relation, space), self.carriers(file, right, relation, space))
        else {
            return Vec::new();
        };
        let mut carried: Vec<&str> = left.1.iter().flatten().copied().collect();
        carried.sort_unstable();
        carried.dedup();
        let of = |side: &[Option<&str>], fits: &dyn Fn(&str) -> bool| {
            let positions =
                side.iter().enumerate().filter(|(_, own)| own.is_some_and(fits)).map(|(position, _)| position);
            set_of(side.len(), positions)
        };
        let pair = |value: &str| {
            let partner = of(&right.1, &|other| (other == value) == (relating == Relating::Agree));
            [(left.0, of(&left.1, &|own| own == value)), (right.0, partner)]
        };
        carried.into_iter().map(pair).collect()
    }

    /// What each value of an axis carries of the attribute.
    fn carriers<'k>(
        &mut self,
        file: FileId,
        name: &Spanned<String>,
        relation: &Relation,
        space: Space<'k>,
    ) -> Option<(usize, Vec<Option<&'k str>>)> {
        let Some((index, axis)) = space.find(name.get_ref()) else {
            let known = space.axes.iter().map(|axis| axis.id.as_str());
            self.dangling("axis", place(file, name), name.get_ref(), known);
            return None;
        };
        let vocabulary = space.vocabulary(axis)?;
        let wanted = relation.attribute.get_ref();
        let Some(attribute) = vocabulary.attributes.iter().position(|attribute| attribute.id == *wanted) else {
            let known = vocabulary.attributes.iter().map(|attribute| attribute.id.as_str());
            self.dangling("attribute", place(file, &relation.attribute), wanted, known);
            return None;
        };
        let carried = |&value: &usize| vocabulary.values.get(value)?.attributes.get(attribute)?.as_deref();
        Some((index, axis.values.iter().map(carried).collect()))
    }
}

fn unnamed(axis: &Axis, reach: Reach) -> ValueSet {
    match reach {
        Reach::Inside => axis.inside_set(),
        Reach::Everything => axis.full_set(),
    }
}

fn in_range(range: &VersionReq, axis: &Axis, space: Space<'_>) -> ValueSet {
    let fits = |position: &usize| {
        let value = space.vocabulary(axis).and_then(|vocabulary| axis.value(*position, vocabulary));
        let version = value.and_then(|value| Version::parse(value.version.as_deref()?).ok());
        version.is_some_and(|version| range.matches(&version))
    };
    set_of(axis.values.len(), (0..axis.values.len()).filter(fits))
}

/// The box with two of its sets cut down to what relates.
fn narrowed(sets: &Boxed, pair: &[(usize, ValueSet); 2]) -> Boxed {
    let mut sets = sets.clone();
    for (axis, related) in pair {
        if let Some(set) = sets.get_mut(*axis) {
            set.intersect_with(related);
        }
    }
    sets
}
