//! The answer to facts: what `check` says, and `ask` of each machine.

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

use super::context::known;
use super::reason::{grounds, presumed, said_text};
use super::{Context, Edition, Remedy, SetupStep, Source};
use crate::advise::alternatives::{Line, lines};
use crate::advise::{self, Advice, Package};
use crate::decide::{self, Conclusion, Decision, Facts, OpenAxis, Said, When};
use crate::knowledge::{Axis, AxisId, Citation, Table};
use crate::locale::Joined as _;
use crate::model::{Basis, Origin, Reply, Verdict};

pub use super::reason::{Presumed, Reason, ReasonRole, reasons};

const FORMAT: &str = "canmanage/answer/1";

/// What `check` and `ask` answer. What JSON leaves out is for people only.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Answer {
    pub format: &'static str,
    pub knowledge: Edition,
    /// None for a question that is about no table.
    pub table: Option<String>,
    pub facts: IndexMap<String, Vec<String>>,
    /// None for a question that is out of scope.
    #[serde(serialize_with = "verdict")]
    pub verdict: Option<Verdict>,
    pub basis: Option<Basis>,
    /// What can be chosen whatever is open, the best first; empty unless an axis that the asker decides was not named.
    pub choices: Vec<Choice>,
    /// How the best choice follows from what is open, where none of `choices` is as firm.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<Choice>,
    pub reasons: Vec<Reason>,
    pub cautions: Vec<Caution>,
    pub remedies: Vec<Remedy>,
    pub alternatives: Vec<Alternative>,
    pub needs: Vec<SetupStep>,
    pub open: Vec<Open>,
    /// While it is undetermined: further facts under which it is supported, any of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supported_if: Vec<Presumed>,
    pub next_question: Option<NextQuestion>,
    pub sources: Vec<Source>,
    pub replay: String,
    #[serde(skip)]
    pub strict: bool,
    /// Whether each of several forbids holds in every cell.
    #[serde(skip)]
    pub each_alone: bool,
    /// The alternatives in as few lines as they can be told in, without those that a remedy describes.
    #[serde(skip)]
    pub lines: Vec<String>,
    /// The facts of `supported_if` with those that are known, as commands to be typed.
    #[serde(skip)]
    pub supported_by: Vec<String>,
    /// What is said instead of the verdict, where the question was no question of support.
    #[serde(skip)]
    pub replied: Option<Reply>,
    #[serde(skip)]
    pub named: Vec<NamedFact>,
    /// Titles of the axes of which nothing is known and on which nothing depends.
    #[serde(skip)]
    pub unasked: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct NamedFact {
    pub axis: String,
    pub title: String,
    pub values: String,
    /// The values in a word or two, as in the heads of grids.
    pub short: String,
    /// Whether it is a name that the knowledge does not have.
    pub unknown: bool,
}

/// Values for the axes that the asker decides.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    /// Where it is chosen; nothing, if it holds whatever is open.
    #[serde(skip_serializing_if = "Presumed::is_empty")]
    pub when: Presumed,
    pub change: IndexMap<String, String>,
    pub basis: Basis,
    /// The capability that a package gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gives: Option<String>,
    /// Whether set-up installs this package.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_setup: bool,
    #[serde(skip)]
    pub names: String,
    /// The values in a word or two.
    #[serde(skip)]
    pub short: String,
    /// What such a choice is called, if it is the one that goes well with another axis in every world.
    #[serde(skip)]
    pub matches: Option<String>,
    #[serde(skip)]
    pub gives_name: Option<String>,
}

/// Something said that decides nothing.
#[derive(Clone, Debug, Serialize)]
pub struct Caution {
    pub id: String,
    pub basis: Basis,
    pub when: Presumed,
    pub text: String,
    /// The day as of which what the text shows is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    pub sources: Vec<String>,
}

/// A change of the facts that reaches a supported cell: worked out, said by no source.
#[derive(Clone, Debug, Serialize)]
pub struct Alternative {
    pub change: IndexMap<String, String>,
    pub clears: Vec<String>,
    pub effort: u32,
    pub text: String,
    pub moves: Vec<String>,
    /// Always `derived`.
    pub origin: &'static str,
    /// The basis of the answer after the change.
    pub basis: Basis,
    /// Cautions that come with it and not with the question.
    pub cautions: Vec<String>,
}

/// An axis on which the verdict depends, and what each value would lead to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Open {
    pub axis: String,
    #[serde(skip)]
    pub title: String,
    pub outcomes: IndexMap<String, Verdict>,
    /// Display names of the values, in the order of the outcomes.
    #[serde(skip)]
    pub names: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct NextQuestion {
    pub axis: String,
    pub text: String,
    #[serde(skip)]
    pub find_out: Option<String>,
}

pub fn answer(cx: Context<'_>, table: &Table, decision: &Decision, advice: &Advice) -> Answer {
    let axes = || AxisId::of(&table.axes);
    let (open, supported): (&[OpenAxis], &[When]) = match &decision.conclusion {
        Conclusion::Undetermined { open, supported, .. } => (open, supported),
        _ => (&[], &[]),
    };
    // What is to be chosen does matter, where something is.
    let chosen = !decision.choices.is_empty() || !decision.follows.is_empty();
    let unasked = axes().filter(|(at, axis)| {
        let is_open = decision.facts.get(*at).is_none() && open.iter().all(|open| open.axis != *at);
        is_open && !(axis.choice && chosen)
    });
    let next = advice.next_axis.map(|axis| &table[axis]);
    let remedies = advice.remedies.iter().map(|at| &cx.knowledge[*at]);
    let packages = advice.packages.iter().map(Option::as_ref).chain(std::iter::repeat(None));
    let lines = lines(table, &advice.alternatives, &advice.remedies);
    Answer {
        format: FORMAT,
        knowledge: cx.edition(),
        table: Some(table.id.clone()),
        facts: cx.facts(table, &decision.facts),
        verdict: Some(decision.verdict()),
        basis: decision.basis(),
        choices: decision.choices.iter().zip(packages).map(|(one, package)| choice(cx, table, one, package)).collect(),
        follows: decision.follows.iter().map(|one| choice(cx, table, one, None)).collect(),
        reasons: reasons(cx, table, decision),
        cautions: decision.cautions.iter().map(|said| caution(cx, table, said)).collect(),
        remedies: remedies.map(|remedy| cx.remedy(remedy)).collect(),
        alternatives: advice.alternatives.iter().map(|one| alternative(cx, table, decision, one)).collect(),
        needs: cx.steps(&advice.needs),
        open: open.iter().map(|open| self::open(cx, table, open)).collect(),
        supported_if: supported.iter().map(|when| presumed(cx, table, when)).collect(),
        next_question: next.map(|axis| question(cx, axis)),
        sources: cx.sources(&citations(cx, table, decision, advice)),
        replay: cx.check_again(table, &decision.facts),
        strict: decision.strict,
        each_alone: matches!(decision.conclusion, Conclusion::Unsupported { each_alone: true, .. }),
        lines: lines.iter().map(|Line { first, facts }| proposal(cx, table, first, facts)).collect(),
        supported_by: supported.iter().map(|when| cx.check_line(table, &with(table, &decision.facts, when))).collect(),
        named: named(cx, table, &decision.facts),
        replied: None,
        unasked: unasked.map(|(_, axis)| cx.told(&axis.title)).collect(),
    }
}

pub(super) fn named(cx: Context<'_>, table: &Table, facts: &Facts) -> Vec<NamedFact> {
    let named = known(table, facts).map(|(axis, set)| NamedFact {
        axis: axis.id.clone(),
        title: cx.told(&axis.title),
        values: cx.names(axis, set),
        short: cx.shorts(axis, set),
        unknown: false,
    });
    named.collect()
}

pub(super) fn caution(cx: Context<'_>, table: &Table, said: &Said) -> Caution {
    let caution = &table[said.id];
    Caution {
        id: caution.id.clone(),
        // A caution has one; only a silent entry has none.
        basis: caution.basis.unwrap_or(Basis::Inferred),
        when: presumed(cx, table, &said.when),
        text: said_text(cx, table, said),
        as_of: caution.as_of.clone(),
        origin: cx.origin(&caution.sources),
        sources: cx.source_ids(&caution.sources),
    }
}

pub(super) fn question(cx: Context<'_>, axis: &Axis) -> NextQuestion {
    NextQuestion {
        axis: axis.id.clone(),
        text: cx.told(&axis.question),
        find_out: axis.find_out.as_ref().map(|text| cx.told(text)),
    }
}

fn with(table: &Table, facts: &Facts, when: &When) -> Facts {
    when.iter().fold(facts.clone(), |facts, (axis, set)| facts.with(axis, set.ones(), table))
}

fn choice(cx: Context<'_>, table: &Table, found: &decide::Choice, package: Option<&Package>) -> Choice {
    let values = || found.values.iter().map(|(axis, value)| (&table[*axis], cx.value(&table[*axis], *value)));
    let gives = package.and_then(|package| package.gives.clone());
    let known = gives.as_ref().and_then(|_| cx.knowledge.setup());
    let known = known.and_then(|setup| setup.capabilities.iter().find(|known| Some(&known.id) == gives.as_ref()));
    let matches = found.values.iter().find_map(|(axis, _)| table[*axis].matches.as_ref()).filter(|_| found.matches);
    Choice {
        when: presumed(cx, table, &found.when),
        change: values().map(|(axis, value)| (axis.id.clone(), value.id.clone())).collect(),
        basis: found.basis,
        in_setup: package.is_some_and(|package| package.in_setup),
        names: values().map(|(_, value)| cx.text(&value.name)).joined(", "),
        short: values().map(|(_, value)| &value.short).joined(", "),
        matches: matches.map(|matches| cx.told(&matches.text)),
        gives_name: known.map(|capability| cx.told(&capability.title)),
        gives,
    }
}

impl Answer {
    /// An answer that is not about facts of a table, with everything still empty: out of scope, until it is filled.
    pub(super) fn empty(cx: Context<'_>, replay: String) -> Self {
        Self { format: FORMAT, knowledge: cx.edition(), replay, ..Self::default() }
    }
}

fn alternative(cx: Context<'_>, table: &Table, decision: &Decision, found: &advise::Alternative) -> Alternative {
    let change = found.change.iter().map(|(axis, value)| {
        let axis = &table[*axis];
        (axis.id.clone(), cx.value(axis, *value).id.clone())
    });
    let is_fresh = |caution: &&_| !decision.cautions.iter().any(|said| said.id == **caution);
    Alternative {
        change: change.collect(),
        clears: found.clears.iter().map(|one| table[*one].id.clone()).collect(),
        effort: found.effort,
        text: proposal(cx, table, found, &found.facts),
        moves: found.moves.iter().map(|one| table[*one].id.clone()).collect(),
        origin: "derived",
        basis: found.basis,
        cautions: found.cautions.iter().filter(is_fresh).map(|caution| table[*caution].id.clone()).collect(),
    }
}

/// What an alternative proposes: the texts of its moves with the values after the change.
fn proposal(cx: Context<'_>, table: &Table, found: &advise::Alternative, facts: &Facts) -> String {
    let cells = facts.cells(table);
    let told = found.moves.iter().map(|one| cx.filled(table, &table[*one].text, |axis| Some(&cells[axis])));
    told.joined(" ")
}

fn open(cx: Context<'_>, table: &Table, open: &OpenAxis) -> Open {
    let axis = &table[open.axis];
    let values = || open.outcomes.iter().map(|(value, verdict)| (cx.value(axis, *value), *verdict));
    Open {
        axis: axis.id.clone(),
        title: cx.told(&axis.title),
        outcomes: values().map(|(value, verdict)| (value.id.clone(), verdict)).collect(),
        names: values().map(|(value, _)| cx.told(&value.name)).collect(),
    }
}

/// Every citation, in the order in which it is met.
fn citations(cx: Context<'_>, table: &Table, decision: &Decision, advice: &Advice) -> Vec<Citation> {
    let grounds = grounds(decision).flat_map(|(said, _)| &table[said.id].sources);
    let mut found: Vec<Citation> = grounds.copied().collect();
    found.extend(advice.remedies.iter().flat_map(|at| &cx.knowledge[*at].sources));
    found.extend(decision.cautions.iter().flat_map(|said| &table[said.id].sources));
    if !advice.needs.is_empty()
        && let Some(setup) = cx.knowledge.setup()
    {
        found.extend(advice.needs.iter().flat_map(|one| &setup[one.step].sources));
    }
    found.extend(advice.next_axis.into_iter().flat_map(|axis| &table[axis].sources));
    found
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn verdict<S: Serializer>(verdict: &Option<Verdict>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(verdict.map_or("out-of-scope", Into::into))
}
