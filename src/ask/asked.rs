//! Facts of a table: what follows from them, and what remains open between readings of the same words.

use super::facts::Gathered;
use super::{Asked, Gives, Read};
use crate::decide::{Conclusion, Decision, Facts, decide, verdict_of};
use crate::knowledge::{AxisId, OnAxis, ValueSet};
use crate::model::Verdict;

impl Asked<'_> {
    /// What is no value and stands on an axis of which these facts know nothing.
    #[must_use]
    pub fn unknown_in(&self, facts: &Facts) -> Vec<(AxisId, String)> {
        self.unknown.iter().filter(|(axis, _)| facts.get(*axis).is_none()).cloned().collect()
    }

    /// The same with one more fact, which settles what was open about it.
    #[must_use]
    pub fn told(&self, axis: AxisId, values: impl IntoIterator<Item = OnAxis>) -> Self {
        let unknown = self.unknown.iter().filter(|(unknown, _)| *unknown != axis).cloned().collect();
        let values: Vec<OnAxis> = values.into_iter().collect();
        let with = |facts: &Facts| facts.clone().with(axis, values.iter().copied(), self.table);
        // Several machines stay several, each with the new fact; of several readings what all of them say is left.
        let cases = if self.depends_on_reading { Vec::new() } else { self.cases.iter().map(with).collect() };
        Self { facts: with(&self.facts), cases, unknown, depends_on_reading: false, ..*self }
    }

    /// Who asks which of several things with the same name to take is told those that serve.
    pub(super) fn best_choice(self, reads: &[Read]) -> Self {
        let several = |id: &AxisId| {
            let named = |read: &Read| matches!(&read.gives, Gives::Fact { axis, ambiguous: true, .. } if axis == id);
            self.table[*id].choice && reads.iter().any(named)
        };
        let choices: Vec<AxisId> = self.table.axis_ids().filter(several).collect();
        choices.into_iter().fold(self, |asked, axis| {
            let with = |value: OnAxis| asked.facts.clone().with(axis, [value], asked.table);
            let serves = |value: &OnAxis| verdict_of(asked.table, &with(*value), false) == Verdict::Supported;
            let serving: Vec<OnAxis> =
                asked.facts.get(axis).into_iter().flat_map(ValueSet::ones).filter(serves).collect();
            let facts = asked.facts.clone().with(axis, serving, asked.table);
            Self { facts, ..asked }
        })
    }

    /// An assumption never decides: where another fair reading has another verdict, each of them is shown, with the words that
    /// gave its facts.
    pub(super) fn weighed(self, others: impl Iterator<Item = Gathered>, reads: &mut Vec<Read>) -> Self {
        if !self.cases.is_empty() {
            return self;
        }
        let verdicts = |facts: &Facts| [false, true].map(|strict| self.decide(facts, strict).verdict());
        let own = verdicts(&self.facts);
        let mut cases = vec![self.facts.clone()];
        for other in others.filter(|other| !other.doubtful && other.cases.is_empty() && verdicts(&other.facts) != own) {
            if !cases.contains(&other.facts) {
                cases.push(other.facts);
                let told = other.reads.into_iter().filter(|read| matches!(read.gives, Gives::Fact { .. }));
                let new: Vec<Read> = told.filter(|read| !reads.contains(read)).collect();
                reads.extend(new);
            }
        }
        reads.sort_by_key(|read| (read.span.start, read.span.end));
        if cases.len() < 2 {
            return self;
        }
        let shared = |axis: &AxisId| cases.iter().all(|case| case.get(*axis) == self.facts.get(*axis));
        let facts = self.table.axis_ids().filter(shared).fold(Facts::none(self.table), |facts, axis| {
            match self.facts.get(axis) {
                Some(values) => facts.with(axis, values.ones(), self.table),
                None => facts,
            }
        });
        Self { facts, cases, depends_on_reading: true, ..self }
    }

    /// What follows from some of these facts. Of a thing that is no value nothing is known, unless the answer is the same whatever
    /// it is.
    #[must_use]
    pub fn decide(&self, facts: &Facts, strict: bool) -> Decision {
        let unknown = self.unknown_in(facts);
        if unknown.is_empty() {
            let decision = decide(self.table, facts, strict);
            if self.depends_on_reading && *facts == self.facts && decision.verdict() != Verdict::Undetermined {
                return Decision { facts: facts.clone(), ..decide(self.table, &Facts::none(self.table), strict) };
            }
            // Of several machines the whole is what holds of each.
            if !self.depends_on_reading && *facts == self.facts && decision.verdict() == Verdict::Undetermined {
                let mut each = self.cases.iter().map(|case| decide(self.table, case, strict));
                if let Some(first) = each.next()
                    && first.verdict() != Verdict::Undetermined
                    && each.all(|other| other.verdict() == first.verdict())
                {
                    return Decision { facts: facts.clone(), ..first };
                }
            }
            return decision;
        }
        let any = unknown
            .iter()
            .fold(facts.clone(), |facts, (axis, _)| facts.with(*axis, self.table[*axis].all(), self.table));
        let decision = decide(self.table, &any, strict);
        if decision.verdict() == Verdict::Unsupported {
            return Decision { facts: facts.clone(), ..decision };
        }
        let conclusion = Conclusion::Undocumented { silents: Vec::new(), discounted: Vec::new() };
        let cautions = Vec::new();
        Decision { facts: facts.clone(), conclusion, choices: Vec::new(), follows: Vec::new(), cautions, ..decision }
    }
}
