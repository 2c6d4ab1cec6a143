//! The answer to facts, for machines: `canmanage/answer/1`.

use crate::advise::{NeededStep, Package};
use crate::decide::{Choice, Conclusion, When};
use crate::knowledge::ids::AxisId;
use crate::knowledge::table::Table;
use crate::knowledge::{Citation, Remedy};
use crate::locale::Message;
use crate::model::terms::Origin;
use crate::render::answer::{Answer, Reason, UNKNOWN_NAME};
use crate::render::json::{
    AlternativeV1, AnswerV1, CautionV1, ChoiceV1, KnowledgeV1, OpenV1, Pairs, QuestionV1, ReasonV1, RemedyV1, SourceV1,
    StepV1,
};
use crate::render::voice::Voice;

/// The answer as a value to be serialised.
#[must_use]
pub fn answer(answer: &Answer<'_>, voice: Voice<'_>) -> AnswerV1 {
    let (table, decision) = (answer.table, answer.decision);
    let known = AxisId::of(&table.axes)
        .filter_map(|(index, axis)| Some((axis.id.clone(), voice.ids(axis, decision.facts.get(index)?))));
    let next = answer.advice.next_axis.map(|axis| &table[axis]);
    AnswerV1 {
        format: "canmanage/answer/1",
        knowledge: knowledge(voice),
        table: Some(table.id.clone()),
        facts: Pairs(known.collect()),
        verdict: decision.verdict().to_string(),
        basis: decision.basis().map(|basis| basis.to_string()),
        choices: decision
            .choices
            .iter()
            .enumerate()
            .map(|(at, one)| choice(answer, one, answer.package(at), voice))
            .collect(),
        follows: decision.follows.iter().map(|one| choice(answer, one, None, voice)).collect(),
        reasons: reasons(answer, voice),
        cautions: cautions(answer, voice),
        remedies: remedies(&answer.remedies(), voice),
        alternatives: alternatives(answer, voice),
        needs: steps(&answer.advice.needs, voice),
        open: open(answer, voice),
        supported_if: supported_if(answer, voice),
        next_question: next
            .map(|axis| QuestionV1 { axis: axis.id.clone(), text: voice.text(&axis.question).to_owned() }),
        sources: sources(&answer.citations(), voice),
        replay: answer.replay.to_owned(),
    }
}

/// Which knowledge answered.
#[must_use]
pub fn knowledge(voice: Voice<'_>) -> KnowledgeV1 {
    let knowledge = voice.knowledge;
    KnowledgeV1 { name: knowledge.name.clone(), version: knowledge.version.clone(), digest: knowledge.digest.clone() }
}

fn choice(answer: &Answer<'_>, choice: &Choice, package: Option<&Package>, voice: Voice<'_>) -> ChoiceV1 {
    let change = choice.values.iter().map(|(axis, value)| {
        let axis = &answer.table[*axis];
        (axis.id.clone(), voice.value(axis, *value).id.clone())
    });
    ChoiceV1 {
        when: when(&choice.when, answer.table, voice),
        change: Pairs(change.collect()),
        basis: choice.basis.to_string(),
        gives: package.and_then(|package| package.gives.clone()),
        in_setup: package.is_some_and(|package| package.in_setup),
    }
}

/// What is presumed beyond the facts.
fn when(when: &When, table: &Table, voice: Voice<'_>) -> Pairs<Vec<String>> {
    Pairs(when.iter().map(|(axis, set)| (table[axis].id.clone(), voice.ids(&table[axis], set))).collect())
}

/// Whose word it is, if it is not the vendor's.
pub(super) fn origin(citations: &[Citation], voice: Voice<'_>) -> Option<String> {
    voice.knowledge.origin(citations).filter(|origin| *origin != Origin::Vendor).map(|origin| origin.to_string())
}

/// What the verdict rests on.
#[must_use]
pub fn reasons(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<ReasonV1> {
    answer.reasons().iter().map(|one| reason(one, answer.table, voice)).collect()
}

fn reason(reason: &Reason<'_>, table: &Table, voice: Voice<'_>) -> ReasonV1 {
    match reason {
        Reason::Deciding(rule, said) | Reason::Overruled(rule, said) | Reason::Discounted(rule, said) => ReasonV1 {
            rule: rule.id.clone(),
            effect: rule.effect.to_string(),
            basis: said.basis.map(|basis| basis.to_string()),
            when: when(&said.when, table, voice),
            because: voice.text(&rule.because).to_owned(),
            as_of: rule.as_of.clone(),
            origin: origin(&rule.sources, voice),
            sources: voice.source_ids(&rule.sources),
        },
        Reason::Unknown(name) => ReasonV1 {
            rule: UNKNOWN_NAME.to_owned(),
            effect: "silent".to_owned(),
            basis: None,
            when: Pairs::default(),
            because: voice.say(&Message::new("reason-unknown-name").with("name", *name)),
            as_of: None,
            origin: None,
            sources: Vec::new(),
        },
        Reason::Silent(silence, presumes) => ReasonV1 {
            rule: silence.id.clone(),
            effect: "silent".to_owned(),
            basis: None,
            when: when(presumes, table, voice),
            because: voice.text(&silence.because).to_owned(),
            as_of: None,
            origin: None,
            sources: voice.source_ids(&silence.sources),
        },
    }
}

fn cautions(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<CautionV1> {
    let told =
        answer.decision.cautions.iter().map(|said| (said, &answer.table[said.id])).map(|(said, caution)| CautionV1 {
            id: caution.id.clone(),
            basis: caution.basis.to_string(),
            when: when(&said.when, answer.table, voice),
            text: voice.text(&caution.text).to_owned(),
            origin: origin(&caution.sources, voice),
            sources: voice.source_ids(&caution.sources),
        });
    told.collect()
}

/// What to do, as it is written.
#[must_use]
pub fn remedies(remedies: &[&Remedy], voice: Voice<'_>) -> Vec<RemedyV1> {
    let told = remedies.iter().map(|remedy| RemedyV1 {
        id: remedy.id.clone(),
        basis: remedy.basis.to_string(),
        text: voice.text(&remedy.text).to_owned(),
        commands: remedy.commands.clone(),
        sources: voice.source_ids(&remedy.sources),
        origin: "written",
    });
    told.collect()
}

fn alternatives(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<AlternativeV1> {
    let told = answer.advice.alternatives.iter().map(|alternative| {
        let change = alternative.change.iter().map(|(axis, value)| {
            let axis = &answer.table[*axis];
            (axis.id.clone(), voice.value(axis, *value).id.clone())
        });
        let moves = alternative.moves.iter().map(|at| &answer.table[*at]);
        AlternativeV1 {
            change: Pairs(change.collect()),
            clears: answer.cleared(alternative),
            effort: alternative.effort,
            text: answer.proposal(alternative, voice),
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
pub fn steps(needed: &[NeededStep], voice: Voice<'_>) -> Vec<StepV1> {
    if needed.is_empty() {
        return Vec::new();
    }
    let Some(setup) = voice.knowledge.setup() else { return Vec::new() };
    let steps = needed.iter().filter_map(|needed| Some((needed, setup.steps.get(needed.step)?)));
    let told = steps.map(|(needed, step)| StepV1 {
        step: step.id.clone(),
        gives: step.gives.and_then(|at| setup.capabilities.get(at)).map(|capability| capability.id.clone()),
        package: step.package.clone(),
        title: voice.text(&step.title).to_owned(),
        text: voice.text(&step.text).to_owned(),
        commands: step.commands.clone(),
        verify: step.verify.as_ref().map(|text| voice.text(text).to_owned()),
        basis: needed.basis.map(|basis| basis.to_string()),
        because: step
            .taken_over
            .as_ref()
            .filter(|_| needed.taken_over)
            .map(|over| voice.text(&over.because).to_owned()),
        sources: voice.source_ids(&step.sources),
    });
    told.collect()
}

/// What would have to be known besides for a supported answer.
fn supported_if(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Pairs<Vec<String>>> {
    let Conclusion::Undetermined { supported, .. } = &answer.decision.conclusion else { return Vec::new() };
    supported.iter().map(|one| when(one, answer.table, voice)).collect()
}

fn open(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<OpenV1> {
    let open = answer.open().iter().filter_map(|open| {
        let axis = &answer.table[open.axis];
        let outcomes =
            open.outcomes.iter().map(|(value, verdict)| (voice.value(axis, *value).id.clone(), verdict.to_string()));
        Some(OpenV1 { axis: axis.id.clone(), outcomes: Pairs(outcomes.collect()) })
    });
    open.collect()
}

/// Documents, each once, with the places cited.
#[must_use]
pub fn sources(citations: &[Citation], voice: Voice<'_>) -> Vec<SourceV1> {
    let cited = voice.sources(citations).into_iter();
    let told = cited.map(|(source, places)| SourceV1 {
        id: source.id.clone(),
        title: voice.text(&source.title).to_owned(),
        publisher: source.publisher.clone(),
        date: source.date.clone(),
        r#where: (!places.is_empty()).then(|| places.join("; ")),
    });
    told.collect()
}
