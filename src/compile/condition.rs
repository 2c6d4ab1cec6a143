//! `when` becomes a region: names become sets, relations between axes become boxes.

use std::ops::Range;

use semver::VersionReq;
use strum::IntoEnumIterator as _;

use super::Compiler;
use crate::diag::{Code, FileId, Finding, Place};
use crate::knowledge::axis::Axis;
use crate::knowledge::grid::{Boxed, Region, ValueSet};
use crate::knowledge::ids::{AxisId, OnAxis, ValueId, at};
use crate::locale::Message;
use crate::model::condition::{Conjunction, Relating, Relation, Terms, When};
use crate::model::pair::Pair;
use crate::model::terms::Basis;
use crate::model::{Spanned, place, place_of, schema};

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

impl Compiler<'_> {
    /// The cells for which the condition holds. A condition that holds nowhere is reported.
    pub(super) fn region(&self, file: FileId, when: &Spanned<When>, axes: &[Axis], reach: Reach) -> Region {
        self.linked_region(file, when, axes, reach).0
    }

    /// The same, and where it holds through attributes that are known so firmly; nothing, if all of them are stated.
    pub(super) fn linked_region(
        &self,
        file: FileId,
        when: &Spanned<When>,
        axes: &[Axis],
        reach: Reach,
    ) -> (Region, Vec<(Basis, Region)>) {
        let found = self.findings();
        let branches = &when.get_ref().0;
        let mut boxes: Vec<(Basis, Boxed)> = Vec::new();
        let mut impossible = Vec::new();
        for conjunction in branches {
            let known = boxes.len();
            let holds = |(_, sets): &(Basis, Boxed)| !sets.iter().any(ValueSet::is_clear);
            boxes.extend(self.boxes(file, when.span(), conjunction, axes, reach).into_iter().filter(holds));
            if boxes.len() == known {
                impossible.push(conjunction);
            }
        }
        if found == self.findings() && boxes.is_empty() {
            let finding = Finding::new(Code::EMPTY_CONDITION, Message::new(Code::EMPTY_CONDITION.name()));
            self.report(finding.at(place(file, when)).help(Message::new("help-empty-condition")));
        } else if found == self.findings() {
            for span in impossible.into_iter().filter_map(Conjunction::span) {
                let finding = Finding::new(Code::EMPTY_BRANCH, Message::new(Code::EMPTY_BRANCH.name()));
                self.report(finding.at(place_of(file, span)).help(Message::new("help-empty-branch")));
            }
        }
        let of = |wanted: Basis| boxes.iter().filter(move |(basis, _)| *basis == wanted).map(|(_, sets)| sets.clone());
        let links = Basis::iter().map(|basis| (basis, of(basis).collect::<Vec<_>>()));
        let links = links.filter(|(_, boxes)| !boxes.is_empty()).map(|(basis, boxes)| (basis, Region::new(boxes)));
        let all_stated = boxes.iter().all(|(basis, _)| *basis == Basis::Stated);
        let links = if all_stated { Vec::new() } else { links.collect() };
        (Region::new(boxes.into_iter().map(|(_, sets)| sets).collect()), links)
    }

    /// The cells in which the value of an axis carries the same attribute as that of another.
    pub(super) fn agreeing(
        &self,
        file: FileId,
        own: &Spanned<String>,
        written: &schema::Matches,
        axes: &[Axis],
    ) -> Region {
        let sides = [own, &written.axis].map(|axis| self.carriers(file, axis, &written.attribute, axes));
        let [Some(own), Some(other)] = sides else { return Region::default() };
        let everywhere = Self::everywhere(axes, Reach::Everything);
        let pairs = related(Relating::Agree, &own, &other);
        Region::new(pairs.iter().map(|(_, pair)| narrowed(&everywhere, pair)).collect())
    }

    /// Everything an axis may be while nothing is said about it.
    pub(super) fn everywhere(axes: &[Axis], reach: Reach) -> Boxed {
        axes.iter().map(|axis| unnamed(axis, reach)).collect()
    }

    fn boxes(
        &self,
        file: FileId,
        span: Range<usize>,
        conjunction: &Conjunction,
        axes: &[Axis],
        reach: Reach,
    ) -> Vec<(Basis, Boxed)> {
        let mut sets = Self::everywhere(axes, reach);
        for (name, terms) in &conjunction.axes {
            if let Some(axis) = self.axis_named(file, name, axes) {
                sets[axis] = self.terms(file, terms, at(axes, axis.index()), reach);
            }
        }
        let mut boxes = vec![(Basis::Stated, sets)];
        let bits: usize = axes.iter().map(|axis| axis.values.len() + BITS_BESIDE).sum();
        let most = self.room.get() / bits.max(1);
        for (relating, relation) in &conjunction.relations {
            let pairs = self.relation(file, *relating, relation.get_ref(), axes);
            let parts = boxes.iter().flat_map(|(basis, sets)| {
                pairs.iter().map(move |(link, pair)| ((*basis).max(*link), narrowed(sets, pair)))
            });
            boxes =
                parts.filter(|(_, sets)| !sets.iter().any(ValueSet::is_clear)).take(most.saturating_add(1)).collect();
        }
        if boxes.len() > most {
            let finding = Finding::new(Code::TABLE_TOO_LARGE, Message::new("conditions-too-large"));
            self.report(finding.at(place_of(file, span)).help(Message::new("help-conditions-too-large")));
            return Vec::new();
        }
        self.room.set(self.room.get().saturating_sub(boxes.len() * bits));
        boxes
    }

    pub(super) fn terms(&self, file: FileId, terms: &Spanned<Terms>, axis: &Axis, reach: Reach) -> ValueSet {
        let mut set = ValueSet::none(axis.values.len());
        match terms.get_ref() {
            Terms::One(name) => set.union_with(&self.named(place(file, terms), name, axis, reach)),
            Terms::Any(names) => {
                for name in names {
                    set.union_with(&self.named(place(file, name), name.get_ref(), axis, reach));
                }
            }
            Terms::Not(names) => {
                set = unnamed(axis, reach);
                for name in names {
                    set.difference_with(&self.named(place(file, name), name.get_ref(), axis, Reach::Everything));
                }
            }
            Terms::Version(range) => {
                set = self.in_range(range.get_ref(), axis);
                set.intersect_with(&unnamed(axis, reach));
            }
        }
        set
    }

    /// The set a value's or group's id stands for on an axis.
    fn named(&self, at: Place, name: &str, axis: &Axis, reach: Reach) -> ValueSet {
        let size = axis.values.len();
        let vocabulary = self.vocabulary_of(axis);
        if let Some(value) = vocabulary.position(name) {
            let set = ValueSet::of(size, axis.find(value));
            if set.is_clear() {
                self.not_on_axis(at, name, axis);
            }
            return set;
        }
        if let Some(group) = vocabulary.groups.iter().find(|group| group.id == name) {
            let mut set = ValueSet::of(size, group.members.iter().filter_map(|value| axis.find(*value)));
            if set.is_clear() {
                self.not_on_axis(at, name, axis);
            }
            set.intersect_with(&unnamed(axis, reach));
            return set;
        }
        let values = vocabulary.values.iter().map(|value| value.id.as_str());
        self.dangling("value", at, name, values.chain(vocabulary.groups.iter().map(|group| group.id.as_str())));
        ValueSet::none(size)
    }

    fn in_range(&self, range: &VersionReq, axis: &Axis) -> ValueSet {
        let vocabulary = self.vocabulary_of(axis);
        let fits = |value: &OnAxis| {
            let version = axis.value(*value, vocabulary).version.as_ref();
            version.is_some_and(|version| range.matches(version))
        };
        ValueSet::of(axis.values.len(), axis.all().filter(fits))
    }

    fn not_on_axis(&self, at: Place, name: &str, axis: &Axis) {
        let message = Message::new(Code::NOT_ON_AXIS.name()).with("name", name).with("axis", &axis.id);
        self.report(
            Finding::new(Code::NOT_ON_AXIS, message)
                .at(at)
                .help(Message::new("help-not-on-axis").with("axis", &axis.id)),
        );
    }

    /// The pairs of sets of values that relate, each with how firmly.
    fn relation(&self, file: FileId, relating: Relating, relation: &Relation, axes: &[Axis]) -> Vec<(Basis, Pairing)> {
        let Pair(left, right) = &relation.axes;
        let sides = [left, right].map(|axis| self.carriers(file, axis, &relation.attribute, axes));
        match sides {
            [Some(left), Some(right)] => related(relating, &left, &right),
            _ => Vec::new(),
        }
    }

    /// What each value of an axis carries of the attribute.
    fn carriers(
        &self,
        file: FileId,
        name: &Spanned<String>,
        attribute: &Spanned<String>,
        axes: &[Axis],
    ) -> Option<Carriers<'_>> {
        let id = self.axis_named(file, name, axes)?;
        let side = at(axes, id.index());
        let vocabulary = self.vocabulary_of(side);
        let known = vocabulary.attributes.iter().map(|attribute| attribute.id.as_str());
        let position = self.position("attribute", file, attribute, known)?;
        let carried = |value: &ValueId| {
            let value = &vocabulary[*value];
            Some((at(&value.attributes, position).as_deref()?, *at(&value.attribute_bases, position)))
        };
        Some((id, side.values.iter().map(carried).collect()))
    }
}

/// The values of an axis with what each carries of an attribute, and how firmly that is known.
type Carriers<'k> = (AxisId, Vec<Option<(&'k str, Basis)>>);

/// Two axes, each cut down to some of its values.
type Pairing = [(AxisId, ValueSet); 2];

/// For each value of the attribute on the left, the two sets of values that relate by it; apart by how firmly they do.
fn related(relating: Relating, left: &Carriers<'_>, right: &Carriers<'_>) -> Vec<(Basis, Pairing)> {
    let mut carried: Vec<(&str, Basis)> = left.1.iter().flatten().copied().collect();
    carried.sort_unstable();
    carried.dedup();
    let of = |side: &[Option<(&str, Basis)>], fits: &dyn Fn(&str, Basis) -> bool| {
        let fits = |own: &Option<(&str, Basis)>| own.is_some_and(|(value, basis)| fits(value, basis));
        ValueSet::of(side.len(), OnAxis::of(side).filter(|(_, own)| fits(own)).map(|(value, _)| value))
    };
    let pair = |(value, link): (&str, Basis), firmly: Basis| {
        let own = of(&left.1, &|other, basis| other == value && basis == link);
        let partner =
            of(&right.1, &|other, basis| basis == firmly && (other == value) == (relating == Relating::Agree));
        (link.max(firmly), [(left.0, own), (right.0, partner)])
    };
    let pairs = carried.into_iter().flat_map(|own| Basis::iter().map(move |firmly| pair(own, firmly)));
    pairs.filter(|(_, pair)| !pair.iter().any(|(_, set)| set.is_clear())).collect()
}

fn unnamed(axis: &Axis, reach: Reach) -> ValueSet {
    match reach {
        Reach::Inside => axis.inside_set(),
        Reach::Everything => axis.full_set(),
    }
}

/// The box with two of its sets cut down to what relates.
fn narrowed(sets: &Boxed, pair: &Pairing) -> Boxed {
    let mut sets = sets.clone();
    for (axis, related) in pair {
        sets[*axis].intersect_with(related);
    }
    sets
}
