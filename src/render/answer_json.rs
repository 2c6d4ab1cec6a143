//! The answer to facts, for machines: `canmanage/answer/1`.

use crate::advise::NeededStep;
use crate::knowledge::{Citation, Remedy};
use crate::locale::Message;
use crate::render::answer::{Answer, Reason, UNKNOWN_NAME};
use crate::render::json::{
    AlternativeV1, AnswerV1, CautionV1, KnowledgeV1, OpenV1, Pairs, QuestionV1, ReasonV1, RemedyV1, SourceV1, StepV1,
};
use crate::view::Context;

/// The answer as a value to be serialised.
#[must_use]
pub fn answer(answer: &Answer<'_>, cx: Context<'_>) -> AnswerV1 {
    let (table, decision) = (answer.table, answer.decision);
    let known = table
        .axes
        .iter()
        .enumerate()
        .filter_map(|(index, axis)| Some((axis.id.clone(), cx.ids(axis, decision.facts.get(index)?))));
    let next = answer.advice.next_axis.and_then(|axis| table.axes.get(axis));
    AnswerV1 {
        format: "canmanage/answer/1",
        knowledge: knowledge(cx),
        table: Some(table.id.clone()),
        facts: Pairs(known.collect()),
        verdict: decision.verdict().to_string(),
        basis: decision.basis().map(|basis| basis.to_string()),
        reasons: reasons(answer, cx),
        cautions: cautions(answer, cx),
        remedies: remedies(&answer.remedies(), cx),
        alternatives: alternatives(answer, cx),
        needs: steps(&answer.advice.needs, cx),
        open: open(answer, cx),
        next_question: next.map(|axis| QuestionV1 { axis: axis.id.clone(), text: cx.text(&axis.question).to_owned() }),
        sources: sources(&answer.citations(), cx),
        replay: answer.replay.to_owned(),
    }
}

/// Which knowledge answered.
#[must_use]
pub fn knowledge(cx: Context<'_>) -> KnowledgeV1 {
    let knowledge = cx.knowledge;
    KnowledgeV1 { name: knowledge.name.clone(), version: knowledge.version.clone(), digest: knowledge.digest.clone() }
}

/// What the verdict rests on.
#[must_use]
pub fn reasons(answer: &Answer<'_>, cx: Context<'_>) -> Vec<ReasonV1> {
    answer.reasons().iter().map(|one| reason(one, cx)).collect()
}

fn reason(reason: &Reason<'_>, cx: Context<'_>) -> ReasonV1 {
    match reason {
        Reason::Deciding(rule) | Reason::Overruled(rule) | Reason::Discounted(rule) => ReasonV1 {
            rule: rule.id.clone(),
            effect: rule.effect.to_string(),
            basis: Some(rule.basis.to_string()),
            because: cx.text(&rule.because).to_owned(),
            as_of: rule.as_of.clone(),
            sources: cx.source_ids(&rule.sources),
        },
        Reason::Unknown(name) => ReasonV1 {
            rule: UNKNOWN_NAME.to_owned(),
            effect: "silent".to_owned(),
            basis: None,
            because: cx.say(&Message::new("reason-unknown-name").with("name", *name)),
            as_of: None,
            sources: Vec::new(),
        },
        Reason::Silent(silence) => ReasonV1 {
            rule: silence.id.clone(),
            effect: "silent".to_owned(),
            basis: None,
            because: cx.text(&silence.because).to_owned(),
            as_of: None,
            sources: cx.source_ids(&silence.sources),
        },
    }
}

fn cautions(answer: &Answer<'_>, cx: Context<'_>) -> Vec<CautionV1> {
    let cautions = answer.decision.cautions.iter().filter_map(|caution| answer.table.cautions.get(*caution as usize));
    let told = cautions.map(|caution| CautionV1 {
        id: caution.id.clone(),
        basis: caution.basis.to_string(),
        text: cx.text(&caution.text).to_owned(),
        sources: cx.source_ids(&caution.sources),
    });
    told.collect()
}

/// What to do, as it is written.
#[must_use]
pub fn remedies(remedies: &[&Remedy], cx: Context<'_>) -> Vec<RemedyV1> {
    let told = remedies.iter().map(|remedy| RemedyV1 {
        id: remedy.id.clone(),
        basis: remedy.basis.to_string(),
        text: cx.text(&remedy.text).to_owned(),
        commands: remedy.commands.clone(),
        sources: cx.source_ids(&remedy.sources),
        origin: "written",
    });
    told.collect()
}

fn alternatives(answer: &Answer<'_>, cx: Context<'_>) -> Vec<AlternativeV1> {
    let told = answer.advice.alternatives.iter().map(|alternative| {
        let change = alternative.change.iter().filter_map(|(axis, value)| {
            let axis = answer.table.axes.get(*axis)?;
            Some((axis.id.clone(), cx.value(axis, *value)?.id.clone()))
        });
        let moves = alternative.moves.iter().filter_map(|at| answer.table.moves.get(*at));
        AlternativeV1 {
            change: Pairs(change.collect()),
            clears: answer.cleared(alternative),
            effort: alternative.effort,
            text: answer.proposal(alternative, cx),
            moves: moves.map(|one| one.id.clone()).collect(),
            origin: "derived",
            basis: alternative.basis.to_string(),
            cautions: answer.cautions_of(alternative),
        }
    });
    told.collect()
}

/// Steps of a set-up.
#[must_use]
pub fn steps(needed: &[NeededStep], cx: Context<'_>) -> Vec<StepV1> {
    if needed.is_empty() {
        return Vec::new();
    }
    let Some(setup) = cx.knowledge.setup() else { return Vec::new() };
    let steps = needed.iter().filter_map(|needed| Some((needed, setup.steps.get(needed.step)?)));
    let told = steps.map(|(needed, step)| StepV1 {
        step: step.id.clone(),
        gives: step.gives.and_then(|at| setup.capabilities.get(at)).map(|capability| capability.id.clone()),
        package: step.package.clone(),
        title: cx.text(&step.title).to_owned(),
        text: cx.text(&step.text).to_owned(),
        commands: step.commands.clone(),
        verify: step.verify.as_ref().map(|text| cx.text(text).to_owned()),
        basis: needed.basis.map(|basis| basis.to_string()),
        because: step.taken_over.as_ref().filter(|_| needed.taken_over).map(|over| cx.text(&over.because).to_owned()),
        sources: cx.source_ids(&step.sources),
    });
    told.collect()
}

fn open(answer: &Answer<'_>, cx: Context<'_>) -> Vec<OpenV1> {
    let open = answer.open().iter().filter_map(|open| {
        let axis = answer.table.axes.get(open.axis)?;
        let outcomes = open
            .outcomes
            .iter()
            .filter_map(|(value, verdict)| Some((cx.value(axis, *value)?.id.clone(), verdict.to_string())));
        Some(OpenV1 { axis: axis.id.clone(), outcomes: Pairs(outcomes.collect()) })
    });
    open.collect()
}

/// Documents, each once, with the places cited.
#[must_use]
pub fn sources(citations: &[Citation], cx: Context<'_>) -> Vec<SourceV1> {
    let cited = cx.sources(citations).into_iter();
    let told = cited.map(|(source, places)| SourceV1 {
        id: source.id.clone(),
        title: cx.text(&source.title).to_owned(),
        publisher: source.publisher.clone(),
        date: source.date.clone(),
        r#where: (!places.is_empty()).then(|| places.join("; ")),
    });
    told.collect()
}
