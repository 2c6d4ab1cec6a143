//! The answer to a question in running text, for machines: `canmanage/answer/1` with `question` and `reading`.

use std::ops::Range;

use crate::ask::{Asked, Gives, Read, Reading, Subject};
use crate::knowledge::ask::{Procedure, Scope};
use crate::model::terms::Verdict;
use crate::render::answer_json;
use crate::render::json::{AnswerV1, AskV1, OutsideV1, Pairs, PieceV1, ReadV1, ReadingV1, ReasonV1};
use crate::render::question::{Question, citations};
use crate::view::Context;

/// The answer as a value to be serialised.
#[must_use]
pub fn answer(question: &Question<'_>, cx: Context<'_>) -> AskV1 {
    let answer = match (&question.reading.subject, &question.answer) {
        (Subject::Procedure(procedure, asked), _) => self::procedure(procedure, asked, question.replay, cx),
        (Subject::Table(_), Some(answer)) => answer_json::answer(answer, cx),
        (Subject::OutOfScope(scope), _) => out_of_scope(*scope, question.replay, cx),
        (Subject::Table(_), None) => out_of_scope(None, question.replay, cx),
    };
    AskV1 {
        answer,
        question: question.reading.question.clone(),
        reading: reading(question.reading, cx),
        answers: question.cases.iter().map(|case| answer_json::answer(case, cx)).collect(),
    }
}

/// An answer in which everything is still empty.
fn empty(verdict: String, replay: &str, cx: Context<'_>) -> AnswerV1 {
    AnswerV1 {
        format: "canmanage/answer/1",
        knowledge: answer_json::knowledge(cx),
        table: None,
        facts: Pairs::default(),
        verdict,
        basis: None,
        reasons: Vec::new(),
        cautions: Vec::new(),
        remedies: Vec::new(),
        alternatives: Vec::new(),
        needs: Vec::new(),
        open: Vec::new(),
        next_question: None,
        sources: Vec::new(),
        replay: replay.to_owned(),
    }
}

fn procedure(procedure: &Procedure, asked: &Asked<'_>, replay: &str, cx: Context<'_>) -> AnswerV1 {
    let axes = asked.table.axes.iter().enumerate();
    let facts = axes.filter_map(|(at, axis)| Some((axis.id.clone(), cx.ids(axis, asked.facts.get(at)?))));
    let remedies: Vec<_> = procedure.remedies.iter().filter_map(|at| cx.knowledge.remedy(*at)).collect();
    let effect = match procedure.verdict {
        Verdict::Supported => "permit",
        Verdict::Unsupported => "forbid",
        Verdict::Undocumented | Verdict::Undetermined => "silent",
    };
    AnswerV1 {
        table: Some(procedure.table.clone()),
        facts: Pairs(facts.collect()),
        basis: Some(procedure.basis.to_string()),
        reasons: vec![ReasonV1 {
            rule: procedure.id.clone(),
            effect: effect.to_owned(),
            basis: Some(procedure.basis.to_string()),
            because: cx.text(&procedure.because).to_owned(),
            as_of: None,
            sources: cx.source_ids(&procedure.sources),
        }],
        remedies: answer_json::remedies(&remedies, cx),
        sources: answer_json::sources(&citations(procedure, &remedies), cx),
        ..empty(procedure.verdict.to_string(), replay, cx)
    }
}

fn out_of_scope(scope: Option<&Scope>, replay: &str, cx: Context<'_>) -> AnswerV1 {
    let (rule, because) = match scope {
        Some(scope) => (scope.id.clone(), cx.text(&scope.text).to_owned()),
        None => (String::from("unrecognised"), cx.word("ask-unrecognised")),
    };
    let reason = ReasonV1 { rule, effect: "silent".to_owned(), basis: None, because, as_of: None, sources: Vec::new() };
    AnswerV1 { reasons: vec![reason], ..empty(String::from("out-of-scope"), replay, cx) }
}

fn reading(reading: &Reading<'_>, cx: Context<'_>) -> ReadingV1 {
    let asked = reading.asked();
    let piece = |span: &Range<usize>| PieceV1 {
        start: span.start,
        end: span.end,
        text: reading.question.get(span.clone()).unwrap_or_default().to_owned(),
    };
    let spans: Vec<ReadV1> = reading.reads.iter().map(|one| read(one, piece(&one.span), asked, cx)).collect();
    ReadingV1 {
        language: reading.language.tag(),
        table_shown: asked.is_some_and(|asked| asked.shown),
        outside: reading.reads.iter().filter_map(|one| outside(one, piece(&one.span), asked, cx)).collect(),
        spans,
        ignored: reading.ignored.iter().map(piece).collect(),
    }
}

fn read(read: &Read, piece: PieceV1, asked: Option<&Asked<'_>>, cx: Context<'_>) -> ReadV1 {
    let (mut ambiguous, mut implied) = (false, false);
    let (kind, axis, values) = match &read.gives {
        Gives::Fact { axis, values, ambiguous: several, implied: by_word } => {
            (ambiguous, implied) = (*several, *by_word);
            ("fact", Some(*axis), ids(*axis, values, asked, cx))
        }
        Gives::Unknown { axis } => ("unknown", Some(*axis), Vec::new()),
        Gives::SetAside { axis, values } => ("set-aside", Some(*axis), ids(*axis, values, asked, cx)),
        Gives::NotAsked { vocabulary, values } => ("not-asked", None, known_ids(*vocabulary, values, cx)),
        Gives::Denied { vocabulary, values } => ("denied", None, known_ids(*vocabulary, values, cx)),
        Gives::Session => ("session", None, Vec::new()),
        Gives::Foreign => ("foreign", None, Vec::new()),
        Gives::Scope => ("scope", None, Vec::new()),
        Gives::Cue => ("cue", None, Vec::new()),
    };
    let axis = axis.and_then(|axis| Some(asked?.table.axes.get(axis)?.id.clone()));
    ReadV1 { piece, kind, axis, values, ambiguous, implied, assumed: read.assumed }
}

fn known_ids(vocabulary: usize, values: &[usize], cx: Context<'_>) -> Vec<String> {
    let vocabulary = cx.knowledge.vocabulary(vocabulary);
    values.iter().filter_map(|value| Some(vocabulary?.values.get(*value)?.id.clone())).collect()
}

fn ids(axis: usize, values: &[usize], asked: Option<&Asked<'_>>, cx: Context<'_>) -> Vec<String> {
    let Some(axis) = asked.and_then(|asked| asked.table.axes.get(axis)) else { return Vec::new() };
    values.iter().filter_map(|value| Some(cx.value(axis, *value)?.id.clone())).collect()
}

/// A name that was recognised and lies outside the knowledge.
fn outside(read: &Read, piece: PieceV1, asked: Option<&Asked<'_>>, cx: Context<'_>) -> Option<OutsideV1> {
    let (axis, values) = match &read.gives {
        Gives::Fact { axis, values, .. } => (*axis, values.as_slice()),
        Gives::Unknown { axis } => (*axis, &[][..]),
        _ => return None,
    };
    let known = asked?.table.axes.get(axis)?;
    let outside = values.iter().all(|value| *value >= known.inside);
    outside.then(|| OutsideV1 { piece, axis: known.id.clone(), values: ids(axis, values, asked, cx) })
}
