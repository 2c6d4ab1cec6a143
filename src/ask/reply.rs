//! What the asker hears: the verdict on what was read, as a reply to what is asked for.

use super::{Asked, Reading, Subject};
use crate::decide::{Conclusion, verdict_of};
use crate::knowledge::ask::Asks;
use crate::knowledge::{OnAxis, ValueSet};
use crate::model::{Reply, Verdict};

impl Reading<'_> {
    /// What the asker hears.
    #[must_use]
    pub fn reply(&self, strict: bool) -> Reply {
        let asked = match &self.subject {
            Subject::Procedure(_, heard, _) => return *heard,
            Subject::OutOfScope(_) => return Reply::OutOfScope,
            Subject::Table(asked) => asked,
        };
        let asks = |one: Asks| self.asks.contains(&one);
        let (how, why, must) = (asks(Asks::How), asks(Asks::Why), asks(Asks::Must));
        match asked.decide(&asked.facts, strict).conclusion {
            // What is so of whatever is not named is no yes to the one that is meant.
            Conclusion::Supported { .. } if asked.is_bare() && !how => Reply::Depends,
            Conclusion::Supported { .. } if must && asked.session_asked => Reply::NotNeeded,
            Conclusion::Unsupported { .. } if must && asked.session_asked => Reply::Needed,
            Conclusion::Supported { .. } if how => Reply::Told,
            Conclusion::Supported { .. } if must => asked.must(strict),
            Conclusion::Supported { .. } => Reply::Yes,
            Conclusion::Unsupported { .. } if why || must || how => Reply::Told,
            Conclusion::Unsupported { .. } => Reply::No,
            Conclusion::Undocumented { .. } => Reply::Unknown,
            // "Which systems can manage it" is answered by what would be supported, "which of these" by each of them.
            Conclusion::Undetermined { supported, .. } if how && asked.is_one_of() && !supported.is_empty() => {
                Reply::Told
            }
            Conclusion::Undetermined { .. } if why && asked.has_refused(strict) => Reply::Told,
            Conclusion::Undetermined { .. } if asks(Asks::Each) && asked.has_refused(strict) => Reply::No,
            Conclusion::Undetermined { .. } => Reply::Depends,
        }
    }
}

impl Asked<'_> {
    /// Whether at most one thing varies from case to case: which of several machines, not which of them with which of others.
    fn is_one_of(&self) -> bool {
        let kinds = |axis| {
            self.cases.iter().map(|case| case.get(axis)).fold(Vec::new(), |mut kinds, values| {
                if !kinds.contains(&values) {
                    kinds.push(values);
                }
                kinds
            })
        };
        let whole = |count: usize| count == 1 || count == self.cases.len();
        self.cases.is_empty()
            || (!self.depends_on_reading && self.table.axis_ids().all(|axis| whole(kinds(axis).len())))
    }

    /// Whether one of several machines is refused.
    fn has_refused(&self, strict: bool) -> bool {
        let refused = |case| verdict_of(self.table, case, strict) == Verdict::Unsupported;
        !self.depends_on_reading && self.cases.iter().any(refused)
    }

    /// Whether next to nothing is named of what it is about.
    fn is_bare(&self) -> bool {
        self.facts.named() < 2 && self.table.axes.len() > 1 && self.cases.is_empty()
    }

    /// Whether what is supported must be so: not if another choice than the one that is named is supported as well. Of what is no
    /// choice the reason is told, as it is no yes.
    fn must(&self, strict: bool) -> Reply {
        let named = self.table.axis_ids().find(|axis| {
            self.table[*axis].choice && self.facts.get(*axis).is_some_and(|values| values.ones().count() == 1)
        });
        let Some(axis) = named else { return Reply::Told };
        let chosen: Vec<OnAxis> = self.facts.get(axis).into_iter().flat_map(ValueSet::ones).collect();
        let serves = |value: OnAxis| {
            verdict_of(self.table, &self.facts.clone().with(axis, [value], self.table), strict) == Verdict::Supported
        };
        let others = self.table[axis].inside().filter(|value| !chosen.contains(value));
        if others.into_iter().any(serves) { Reply::NotNeeded } else { Reply::Needed }
    }
}
