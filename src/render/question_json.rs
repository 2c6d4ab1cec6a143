//! The answer to a question in running text, for machines: `canmanage/answer/1` with `question` and `reading`.

use std::ops::Range;

use crate::ask::{Asked, Gives, Read, Reading, Subject};
use crate::knowledge::ask::{Procedure, Scope};
use crate::knowledge::ids::{AxisId, OnAxis, ValueId, VocabularyId};
use crate::model::terms::Verdict;
use crate::render::answer_json;
use crate::render::json::{AnswerV1, AskV1, OutsideV1, Pairs, PieceV1, ReadV1, ReadingV1, ReasonV1};
use crate::render::question::{Question, citations};
use crate::render::voice::Voice;

/// The answer as a value to be serialised.
#[must_use]
pub fn answer(question: &Question<'_>, voice: Voice<'_>) -> AskV1 {
    let answer = match (&question.reading.subject, &question.answer) {
        (Subject::Procedure(procedure, asked), _) => self::procedure(procedure, asked, question.replay, voice),
        (Subject::Table(_), Some(answer)) => answer_json::answer(answer, voice),
        (Subject::OutOfScope(scope), _) => out_of_scope(*scope, question.replay, voice),
        (Subject::Table(_), None) => out_of_scope(None, question.replay, voice),
    };
    AskV1 {
        answer,
        question: question.reading.question.clone(),
        reading: reading(question.reading, voice),
        answers: question.cases.iter().map(|case| answer_json::answer(case, voice)).collect(),
    }
}

/// An answer in which everything is still empty.
fn empty(verdict: String, replay: &str, voice: Voice<'_>) -> AnswerV1 {
    AnswerV1 {
        format: "canmanage/answer/1",
        knowledge: answer_json::knowledge(voice),
        table: None,
        facts: Pairs::default(),
        verdict,
        basis: None,
        reasons: Vec::new(),
        choices: Vec::new(),
        follows: Vec::new(),
        supported_if: Vec::new(),
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

fn procedure(procedure: &Procedure, asked: &Asked<'_>, replay: &str, voice: Voice<'_>) -> AnswerV1 {
    let axes = AxisId::of(&asked.table.axes);
    let facts = axes.filter_map(|(at, axis)| Some((axis.id.clone(), voice.ids(axis, asked.facts.get(at)?))));
    let remedies: Vec<_> = procedure.remedies.iter().map(|at| &voice.knowledge[*at]).collect();
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
            when: Pairs::default(),
            because: voice.text(&procedure.because).to_owned(),
            as_of: None,
            origin: answer_json::origin(&procedure.sources, voice),
            sources: voice.source_ids(&procedure.sources),
        }],
        remedies: answer_json::remedies(&remedies, voice),
        sources: answer_json::sources(&citations(procedure, &remedies), voice),
        ..empty(procedure.verdict.to_string(), replay, voice)
    }
}

fn out_of_scope(scope: Option<&Scope>, replay: &str, voice: Voice<'_>) -> AnswerV1 {
    let (rule, because) = match scope {
        Some(scope) => (scope.id.clone(), voice.text(&scope.text).to_owned()),
        None => (String::from("unrecognised"), voice.word("ask-unrecognised")),
    };
    let reason = ReasonV1 {
        rule,
        effect: "silent".to_owned(),
        basis: None,
        when: Pairs::default(),
        because,
        as_of: None,
        origin: None,
        sources: Vec::new(),
    };
    AnswerV1 { reasons: vec![reason], ..empty(String::from("out-of-scope"), replay, voice) }
}

fn reading(reading: &Reading<'_>, voice: Voice<'_>) -> ReadingV1 {
    let asked = reading.asked();
    let piece = |span: &Range<usize>| PieceV1 {
        start: span.start,
        end: span.end,
        text: reading.question.get(span.clone()).unwrap_or_default().to_owned(),
    };
    let spans: Vec<ReadV1> = reading.reads.iter().map(|one| read(one, piece(&one.span), asked, voice)).collect();
    ReadingV1 {
        language: reading.language.tag(),
        table_shown: asked.is_some_and(|asked| asked.shown),
        outside: reading.reads.iter().filter_map(|one| outside(one, piece(&one.span), asked, voice)).collect(),
        spans,
        ignored: reading.ignored.iter().map(piece).collect(),
    }
}

fn read(read: &Read, piece: PieceV1, asked: Option<&Asked<'_>>, voice: Voice<'_>) -> ReadV1 {
    let (mut ambiguous, mut implied) = (false, false);
    let (kind, axis, values) = match &read.gives {
        Gives::Fact { axis, values, ambiguous: several, implied: by_word } => {
            (ambiguous, implied) = (*several, *by_word);
            ("fact", Some(*axis), ids(*axis, values, asked, voice))
        }
        Gives::Unknown { axis } => ("unknown", Some(*axis), Vec::new()),
        Gives::SetAside { axis, values } => ("set-aside", Some(*axis), ids(*axis, values, asked, voice)),
        Gives::NotAsked { vocabulary, values } => ("not-asked", None, known_ids(*vocabulary, values, voice)),
        Gives::Denied { vocabulary, values } => ("denied", None, known_ids(*vocabulary, values, voice)),
        Gives::Session => ("session", None, Vec::new()),
        Gives::Foreign => ("foreign", None, Vec::new()),
        Gives::Scope => ("scope", None, Vec::new()),
        Gives::Cue => ("cue", None, Vec::new()),
    };
    let axis = axis.and_then(|axis| Some(asked?.table[axis].id.clone()));
    ReadV1 { piece, kind, axis, values, ambiguous, implied, assumed: read.assumed }
}

fn known_ids(vocabulary: VocabularyId, values: &[ValueId], voice: Voice<'_>) -> Vec<String> {
    values.iter().map(|value| voice.knowledge[vocabulary][*value].id.clone()).collect()
}

fn ids(axis: AxisId, values: &[OnAxis], asked: Option<&Asked<'_>>, voice: Voice<'_>) -> Vec<String> {
    let Some(axis) = asked.map(|asked| &asked.table[axis]) else { return Vec::new() };
    values.iter().map(|value| voice.value(axis, *value).id.clone()).collect()
}

/// A name that was recognised and lies outside the knowledge.
fn outside(read: &Read, piece: PieceV1, asked: Option<&Asked<'_>>, voice: Voice<'_>) -> Option<OutsideV1> {
    let (axis, values) = match &read.gives {
        Gives::Fact { axis, values, .. } => (*axis, values.as_slice()),
        Gives::Unknown { axis } => (*axis, &[][..]),
        _ => return None,
    };
    let known = &asked?.table[axis];
    let outside = values.iter().all(|value| value.index() >= known.inside);
    outside.then(|| OutsideV1 { piece, axis: known.id.clone(), values: ids(axis, values, asked, voice) })
}
