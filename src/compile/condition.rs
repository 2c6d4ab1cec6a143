//! `when` becomes a region: names become sets, relations between axes become boxes.

use std::cmp::Ordering;

use indexmap::IndexMap;
use semver::Version;
use strum::IntoEnumIterator as _;

use super::prelude::*;
use crate::knowledge::{Boxed, Region, number};
use crate::model::condition::{Comparison, Conjunction, OneOrMany, Order, Relations, Shared, When};
use crate::model::pair::Pair;

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
    pub(super) fn region(&self, when: &Spanned<When>, axes: &[Axis], reach: Reach) -> Region {
        self.linked_region(when, axes, reach).0
    }

    /// The same, and where it holds through attributes that are known so firmly; nothing, if all of them are stated.
    pub(super) fn linked_region(
        &self,
        when: &Spanned<When>,
        axes: &[Axis],
        reach: Reach,
    ) -> (Region, Vec<(Basis, Region)>) {
        let found = self.findings();
        let branches = when.all();
        let mut boxes: Vec<(Basis, Boxed)> = Vec::new();
        let mut impossible = Vec::new();
        for conjunction in branches {
            let known = boxes.len();
            let holds = |(_, sets): &(Basis, Boxed)| !sets.iter().any(ValueSet::is_clear);
            boxes.extend(self.boxes(when, conjunction, axes, reach).into_iter().filter(holds));
            if boxes.len() == known {
                impossible.push(conjunction);
            }
        }
        // What nothing fits may be for a value that could not be found.
        let is_whole = found == self.findings() && self.torn.borrow().is_empty();
        if is_whole && boxes.is_empty() {
            self.report(Finding::of(Code::EMPTY_CONDITION).at(when.span()));
        } else if is_whole {
            for span in impossible.into_iter().filter_map(Conjunction::span) {
                self.report(Finding::of(Code::EMPTY_BRANCH).at(span));
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
    pub(super) fn agreeing(&self, own: &Spanned<String>, written: &schema::Matches, axes: &[Axis]) -> Region {
        let pairs = self.sharing([own, &written.axis], &written.attribute, axes, true).unwrap_or_default();
        let everywhere = Self::everywhere(axes, Reach::Everything);
        Region::new(pairs.iter().map(|(_, pair)| narrowed(&everywhere, pair)).collect())
    }

    /// Everything an axis may be while nothing is said about it.
    pub(super) fn everywhere(axes: &[Axis], reach: Reach) -> Boxed {
        axes.iter().map(|axis| unnamed(axis, reach)).collect()
    }

    fn boxes(
        &self,
        when: &Spanned<When>,
        conjunction: &Conjunction,
        axes: &[Axis],
        reach: Reach,
    ) -> Vec<(Basis, Boxed)> {
        let bits: usize = axes.iter().map(|axis| axis.values.len() + BITS_BESIDE).sum();
        let most = self.room.get() / bits.max(1);
        let mut sets = Self::everywhere(axes, reach);
        let mut limits: Vec<Limit> = Vec::new();
        for (name, terms) in &conjunction.axes {
            if let Some(axis) = self.axis_named(name, axes) {
                sets[axis] = at(axes, axis.index()).full_set();
                let fitting = self.terms(terms, at(axes, axis.index()), reach).into_iter();
                limits.push(fitting.map(|(basis, set)| (basis, vec![(axis, set)])).collect());
            }
        }
        limits.extend(conjunction.relations.iter().flat_map(|relations| self.relations(relations, axes)));
        let mut boxes = vec![(Basis::Stated, sets)];
        for limit in limits {
            let parts = boxes.iter().flat_map(|(basis, sets)| {
                limit.iter().map(move |(link, some)| ((*basis).max(*link), narrowed(sets, some)))
            });
            boxes =
                parts.filter(|(_, sets)| !sets.iter().any(ValueSet::is_clear)).take(most.saturating_add(1)).collect();
        }
        if boxes.len() > most {
            let finding = Finding::new(Code::TABLE_TOO_LARGE, Message::new("conditions-too-large"));
            self.report(finding.at(when.span()).help(Message::new("help-conditions-too-large")));
            return Vec::new();
        }
        self.room.set(self.room.get().saturating_sub(boxes.len() * bits));
        boxes
    }

    /// Where the values of two axes relate as they must, one limit for each way in which they must.
    fn relations(&self, relations: &Spanned<Relations>, axes: &[Axis]) -> Vec<Limit> {
        let shared = |all: &OneOrMany<Shared>, same| {
            let limits = all.0.iter().filter_map(|Shared { axes: Pair(left, right), attribute }| {
                self.sharing([left, right], attribute, axes, same)
            });
            limits.collect()
        };
        match &**relations {
            Relations::Differ(all) => shared(all, false),
            Relations::Agree(all) => shared(all, true),
            Relations::Compare(all) => all.0.iter().filter_map(|one| self.comparison(one, axes)).collect(),
        }
    }

    /// Where the values of both axes carry an attribute, and the same or not.
    fn sharing(
        &self,
        names: [&Spanned<String>; 2],
        attribute: &Spanned<String>,
        axes: &[Axis],
        same: bool,
    ) -> Option<Limit> {
        let [left, right] = names.map(|axis| self.carriers(axis, attribute, axes));
        let ((left, own), (right, others)) = (left?, right?);
        Some(related([left, right], &own, &others, |one, other| {
            let ((one, firmly), (other, as_firmly)) = ((*one)?, (*other)?);
            ((one == other) == same).then_some(firmly.max(as_firmly))
        }))
    }

    /// What each value of an axis carries of the attribute.
    fn carriers(
        &self,
        name: &Spanned<String>,
        attribute: &Spanned<String>,
        axes: &[Axis],
    ) -> Option<(AxisId, Vec<Carried<'_>>)> {
        let id = self.axis_named(name, axes)?;
        let side = at(axes, id.index());
        let vocabulary = self.vocabulary_of(side);
        let position = self.attribute_named(attribute, vocabulary)?;
        let carried = |value: &ValueId| {
            let value = &vocabulary[*value];
            Some((at(&value.attributes, position).as_deref()?, *at(&value.attribute_bases, position)))
        };
        Some((id, side.values.iter().map(carried).collect()))
    }

    /// Where the version on the first axis stands to that on the second as is wanted.
    fn comparison(&self, written: &Comparison, axes: &[Axis]) -> Option<Limit> {
        let Pair(left, right) = &written.axes;
        let [one, other] = [left, right].map(|name| self.axis_named(name, axes));
        let (one, other) = (one?, other?);
        let sides = [one, other].map(|axis| at(axes, axis.index()));
        let [first, second] = sides.map(|axis| axis.vocabulary);
        let distances = [&written.major, &written.minor, &written.patch];
        let wrong = if first != second {
            Some(Message::new("compared-apart").with("one", left).with("two", right))
        } else if written.is.is_empty() && distances.iter().all(|distance| distance.is_none()) {
            Some(Message::new("compared-by-nothing"))
        } else {
            None
        };
        if let Some(message) = wrong {
            let finding = Finding::invalid(message).at(right.span());
            self.report(finding.help(Message::new("help-compared")));
            return None;
        }
        let whole = |text: &str| text.parse().ok().map(|number| vec![number]);
        let ranges = distances.map(|distance| distance.as_ref().and_then(|range| self.range(range, whole)));
        let versions = sides.map(|axis| {
            let vocabulary = self.vocabulary_of(axis);
            axis.values.iter().map(|value| vocabulary[*value].version.as_ref()).collect::<Vec<_>>()
        });
        let [own, others] = &versions;
        Some(related([one, other], own, others, |one, other| {
            let (one, other) = ((*one)?, (*other)?);
            let order = match one.cmp_precedence(other) {
                Ordering::Greater => Order::Newer,
                Ordering::Equal => Order::Same,
                Ordering::Less => Order::Older,
            };
            let is = written.is.is_empty() || written.is.0.contains(&order);
            let apart = |(range, ahead): (&Option<_>, i64)| {
                range.as_ref().is_none_or(|range: &number::Range| range.holds(&number::Range::of(&[ahead])))
            };
            (is && ranges.iter().zip(ahead(one, other)).all(apart)).then_some(Basis::Stated)
        }))
    }
}

/// How many majors, minors and patches one version is ahead of another; endlessly many, if they are not of one major or minor.
fn ahead(one: &Version, other: &Version) -> [i64; 3] {
    let mut before = 0;
    [(one.major, other.major), (one.minor, other.minor), (one.patch, other.patch)].map(|(own, theirs)| {
        let apart = i128::from(own) - i128::from(theirs);
        let ahead = if before == 0 { apart } else { i128::signum(before).saturating_mul(i128::MAX) };
        before = if before == 0 { apart } else { before };
        i64::try_from(ahead).unwrap_or(if ahead < 0 { i64::MIN } else { i64::MAX })
    })
}

/// What a value carries of an attribute, and how firmly that is known.
type Carried<'k> = Option<(&'k str, Basis)>;

/// Sets of values that some axes are cut down to, any of these; and how firmly each is known.
type Limit = Vec<(Basis, Vec<(AxisId, ValueSet)>)>;

/// For the values of two axes, each with what is known of it, the sets of values that relate; apart by how firmly they do.
fn related<T>(axes: [AxisId; 2], own: &[T], others: &[T], relate: impl Fn(&T, &T) -> Option<Basis>) -> Limit {
    let mut found: IndexMap<(Basis, ValueSet), ValueSet> = IndexMap::new();
    for (value, one) in OnAxis::of(own) {
        let links: Vec<Option<Basis>> = others.iter().map(|other| relate(one, other)).collect();
        for basis in Basis::iter() {
            let partners = OnAxis::of(&links).filter(|(_, link)| **link == Some(basis)).map(|(partner, _)| partner);
            let partners = ValueSet::of(others.len(), partners);
            if !partners.is_clear() {
                found.entry((basis, partners)).or_insert_with(|| ValueSet::none(own.len())).insert(value);
            }
        }
    }
    let [left, right] = axes;
    found.into_iter().map(|((basis, partners), values)| (basis, vec![(left, values), (right, partners)])).collect()
}

/// What an axis may be while nothing is said about it.
pub(super) fn unnamed(axis: &Axis, reach: Reach) -> ValueSet {
    match reach {
        Reach::Inside => axis.inside_set(),
        Reach::Everything => axis.full_set(),
    }
}

/// The box with some of its sets cut down.
fn narrowed(sets: &Boxed, some: &[(AxisId, ValueSet)]) -> Boxed {
    let mut sets = sets.clone();
    for (axis, set) in some {
        sets[*axis].intersect_with(set);
    }
    sets
}
