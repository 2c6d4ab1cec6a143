//! The answer to facts: what `check` says, and `ask` of each machine.

use serde::{Serialize, Serializer};

use super::{Context, Edition, Pairs, Remedy, Source, Step};
use crate::advise::{self, Advice};
use crate::decide::{Conclusion, Decision, OpenAxis};
use crate::knowledge::Citation;
use crate::knowledge::table::{Rule, Silence, Table};
use crate::model::terms::{Basis, Effect, Verdict};

const FORMAT: &str = "canmanage/answer/1";

/// What `check` and `ask` answer. What JSON leaves out is for people only.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    pub format: &'static str,
    pub knowledge: Edition,
    /// None for a question that is about no table.
    pub table: Option<String>,
    pub facts: Pairs<Vec<String>>,
    /// None for a question that is out of scope.
    #[serde(serialize_with = "verdict")]
    pub verdict: Option<Verdict>,
    pub basis: Option<Basis>,
    pub reasons: Vec<Reason>,
    pub cautions: Vec<Caution>,
    pub remedies: Vec<Remedy>,
    pub alternatives: Vec<Alternative>,
    pub needs: Vec<Step>,
    pub open: Vec<Open>,
    pub next_question: Option<Question>,
    pub sources: Vec<Source>,
    pub replay: String,
    #[serde(skip)]
    pub strict: bool,
    #[serde(skip)]
    pub named: Vec<Named>,
    /// Titles of the axes of which nothing is known and on which nothing depends.
    #[serde(skip)]
    pub unasked: Vec<String>,
}

/// A fact for people.
#[derive(Clone, Debug)]
pub struct Named {
    pub axis: String,
    pub title: String,
    pub values: String,
    /// Whether it is a name that the knowledge does not have.
    pub unknown: bool,
}

/// A rule that holds, or the record that no source speaks.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    pub rule: String,
    pub effect: Effect,
    /// None for `silent`.
    pub basis: Option<Basis>,
    pub because: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    pub sources: Vec<String>,
    #[serde(skip)]
    pub role: Role,
}

/// What a reason has to do with the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Decides,
    /// A permit that holds, and that a forbid overrules.
    Overruled,
    /// A rule that would decide if more than what is stated counted.
    Discounted,
}

/// Something said that decides nothing.
#[derive(Clone, Debug, Serialize)]
pub struct Caution {
    pub id: String,
    pub basis: Basis,
    pub text: String,
    pub sources: Vec<String>,
}

/// A change of the facts that reaches a supported cell: worked out, said by no source.
#[derive(Clone, Debug, Serialize)]
pub struct Alternative {
    pub change: Pairs<String>,
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
#[derive(Clone, Debug, Serialize)]
pub struct Open {
    pub axis: String,
    #[serde(skip)]
    pub title: String,
    pub outcomes: Pairs<Verdict>,
    /// Display names of the values, in the order of the outcomes.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// What to ask next.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    pub axis: String,
    pub text: String,
    #[serde(skip)]
    pub find_out: Option<String>,
}

/// The answer as a view.
#[must_use]
pub fn answer(cx: Context<'_>, table: &Table, decision: &Decision, advice: &Advice) -> Answer {
    let axes = || table.axes.iter().enumerate();
    let known = axes().filter_map(|(at, axis)| Some((axis, decision.facts.get(at)?)));
    let open = match &decision.conclusion {
        Conclusion::Undetermined { open } => open.as_slice(),
        _ => &[],
    };
    let unasked =
        axes().filter(|(at, _)| decision.facts.get(*at).is_none() && open.iter().all(|open| open.axis != *at));
    let next = advice.next_axis.and_then(|axis| table.axes.get(axis));
    let remedies = advice.remedies.iter().filter_map(|at| cx.knowledge.remedy(*at));
    let cautions = decision.cautions.iter().filter_map(|at| table.cautions.get(*at as usize));
    Answer {
        format: FORMAT,
        knowledge: cx.edition(),
        table: Some(table.id.clone()),
        facts: Pairs(known.clone().map(|(axis, set)| (axis.id.clone(), cx.ids(axis, set))).collect()),
        verdict: Some(decision.verdict()),
        basis: decision.basis(),
        reasons: reasons(cx, table, decision),
        cautions: cautions
            .map(|one| Caution {
                id: one.id.clone(),
                basis: one.basis,
                text: cx.text(&one.text).to_owned(),
                sources: cx.source_ids(&one.sources),
            })
            .collect(),
        remedies: remedies.map(|remedy| cx.remedy(remedy)).collect(),
        alternatives: advice.alternatives.iter().map(|one| alternative(cx, table, decision, one)).collect(),
        needs: cx.steps(&advice.needs),
        open: open.iter().filter_map(|open| self::open(cx, table, open)).collect(),
        next_question: next.map(|axis| Question {
            axis: axis.id.clone(),
            text: cx.text(&axis.question).to_owned(),
            find_out: axis.find_out.as_ref().map(|text| cx.text(text).to_owned()),
        }),
        sources: cx.sources(&citations(cx, table, decision, advice)),
        replay: cx.check_again(table, &decision.facts),
        strict: decision.strict,
        named: known
            .map(|(axis, set)| Named {
                axis: axis.id.clone(),
                title: cx.text(&axis.title).to_owned(),
                values: cx.names(axis, set),
                unknown: false,
            })
            .collect(),
        unasked: unasked.map(|(_, axis)| cx.text(&axis.title).to_owned()).collect(),
    }
}

/// What the verdict rests on, in the order in which it is told.
#[must_use]
pub fn reasons(cx: Context<'_>, table: &Table, decision: &Decision) -> Vec<Reason> {
    let mut told: Vec<Reason> = rules(table, decision).into_iter().map(|(rule, role)| reason(cx, rule, role)).collect();
    told.splice(
        0..0,
        silences(table, decision).map(|silence| Reason {
            because: cx.text(&silence.because).to_owned(),
            sources: cx.source_ids(&silence.sources),
            ..Reason::silent(&silence.id)
        }),
    );
    told
}

impl Answer {
    /// An answer that is not about facts of a table, with everything still empty: out of scope, until it is filled.
    pub(super) fn empty(cx: Context<'_>, replay: String) -> Self {
        Self {
            format: FORMAT,
            knowledge: cx.edition(),
            table: None,
            facts: Pairs::default(),
            verdict: None,
            basis: None,
            reasons: Vec::new(),
            cautions: Vec::new(),
            remedies: Vec::new(),
            alternatives: Vec::new(),
            needs: Vec::new(),
            open: Vec::new(),
            next_question: None,
            sources: Vec::new(),
            replay,
            strict: false,
            named: Vec::new(),
            unasked: Vec::new(),
        }
    }
}

impl Reason {
    /// A reason that decides nothing, without its text.
    pub(super) fn silent(id: &str) -> Self {
        Self {
            rule: id.to_owned(),
            effect: Effect::Silent,
            basis: None,
            because: String::new(),
            as_of: None,
            sources: Vec::new(),
            role: Role::Decides,
        }
    }
}

fn reason(cx: Context<'_>, rule: &Rule, role: Role) -> Reason {
    Reason {
        rule: rule.id.clone(),
        effect: rule.effect,
        basis: Some(rule.basis),
        because: cx.text(&rule.because).to_owned(),
        as_of: rule.as_of.clone(),
        sources: cx.source_ids(&rule.sources),
        role,
    }
}

fn rules<'t>(table: &'t Table, decision: &Decision) -> Vec<(&'t Rule, Role)> {
    let (deciding, others, role): (Vec<u32>, &[u32], Role) = match &decision.conclusion {
        Conclusion::Supported { permits, .. } => (permits.iter().collect(), &[], Role::Decides),
        Conclusion::Unsupported { forbids, overruled, .. } => (forbids.iter().collect(), overruled, Role::Overruled),
        Conclusion::Undocumented { discounted, .. } => (Vec::new(), discounted, Role::Discounted),
        Conclusion::Undetermined { .. } => return Vec::new(),
    };
    let deciding = deciding.into_iter().map(|at| (at, Role::Decides));
    let all = deciding.chain(others.iter().map(|at| (*at, role)));
    all.filter_map(|(at, role)| Some((table.rule(at)?, role))).collect()
}

fn silences<'t>(table: &'t Table, decision: &Decision) -> impl Iterator<Item = &'t Silence> {
    let silents = match &decision.conclusion {
        Conclusion::Undocumented { silents, .. } => silents.clone(),
        _ => Vec::new(),
    };
    silents.into_iter().filter_map(|at| table.silents.get(at as usize))
}

fn alternative(cx: Context<'_>, table: &Table, decision: &Decision, found: &advise::Alternative) -> Alternative {
    let change = found.change.iter().filter_map(|(axis, value)| {
        let axis = table.axes.get(*axis)?;
        Some((axis.id.clone(), cx.value(axis, *value)?.id.clone()))
    });
    let moves = || found.moves.iter().filter_map(|at| table.moves.get(*at));
    let cells = found.facts.cells(table);
    let text = moves().map(|one| {
        table.axes.iter().zip(&cells).fold(cx.text(&one.text).to_owned(), |text, (axis, set)| {
            text.replace(&format!("{{{}}}", axis.id), &cx.names(axis, set))
        })
    });
    let fresh = found.cautions.iter().filter(|caution| !decision.cautions.contains(caution));
    let silent = |at: u32| table.silents.get(at as usize).map(|silence| silence.id.clone());
    let rule = |at: u32| table.rule(at).map(|rule| rule.id.clone());
    let undocumented = decision.verdict() == Verdict::Undocumented;
    Alternative {
        change: Pairs(change.collect()),
        clears: found.clears.iter().filter_map(|at| if undocumented { silent(*at) } else { rule(*at) }).collect(),
        effort: found.effort,
        text: text.collect::<Vec<_>>().join(" "),
        moves: moves().map(|one| one.id.clone()).collect(),
        origin: "derived",
        basis: found.basis,
        cautions: fresh.filter_map(|at| Some(table.cautions.get(*at as usize)?.id.clone())).collect(),
    }
}

fn open(cx: Context<'_>, table: &Table, open: &OpenAxis) -> Option<Open> {
    let axis = table.axes.get(open.axis)?;
    let values = || open.outcomes.iter().filter_map(|(value, verdict)| Some((cx.value(axis, *value)?, *verdict)));
    Some(Open {
        axis: axis.id.clone(),
        title: cx.text(&axis.title).to_owned(),
        outcomes: Pairs(values().map(|(value, verdict)| (value.id.clone(), verdict)).collect()),
        names: values().map(|(value, _)| cx.text(&value.name).to_owned()).collect(),
    })
}

/// Every citation, in the order in which it is met.
fn citations(cx: Context<'_>, table: &Table, decision: &Decision, advice: &Advice) -> Vec<Citation> {
    let mut found: Vec<Citation> = silences(table, decision).flat_map(|silence| &silence.sources).copied().collect();
    found.extend(rules(table, decision).iter().flat_map(|(rule, _)| &rule.sources));
    found.extend(advice.remedies.iter().filter_map(|at| cx.knowledge.remedy(*at)).flat_map(|one| &one.sources));
    let cautions = decision.cautions.iter().filter_map(|at| table.cautions.get(*at as usize));
    found.extend(cautions.flat_map(|caution| &caution.sources));
    if !advice.needs.is_empty()
        && let Some(setup) = cx.knowledge.setup()
    {
        found.extend(advice.needs.iter().filter_map(|one| setup.steps.get(one.step)).flat_map(|step| &step.sources));
    }
    let next = advice.next_axis.and_then(|axis| table.axes.get(axis));
    found.extend(next.into_iter().flat_map(|axis| &axis.sources));
    found
}

fn verdict<S: Serializer>(verdict: &Option<Verdict>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(verdict.map_or("out-of-scope", Into::into))
}
