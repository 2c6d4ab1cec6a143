//! The answer to a question in running text: the answers to what was read in it, and the reading itself.

use std::ops::Range;

use serde::Serialize;

use super::Context;
use super::answer::{self, Answer, NamedFact, Reason};
use super::reason::Presumed;
use crate::advise::advise;
use crate::ask::{Asked, Gives, Read, Reading, Subject};
use crate::decide::Facts;
use crate::knowledge::ask::{Procedure, Scope};
use crate::knowledge::{AxisId, OnAxis, ValueId, VocabularyId};
use crate::locale::{Joined as _, Message};
use crate::model::{Effect, Reply, Verdict};

/// `canmanage/answer/1` with `question` and `reading`.
#[derive(Clone, Debug, Serialize)]
pub struct Answered {
    #[serde(flatten)]
    pub answer: Answer,
    /// What the asker hears, and the same as a sentence.
    pub reply: Reply,
    #[serde(rename = "answer")]
    pub sentence: String,
    pub question: String,
    pub reading: Understanding,
    /// To a question about upgrading from or to a level: the command that makes the whole plan, with what is still to be filled in;
    /// none where no source speaks about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// One answer for each machine, where the question is about several, or for each fair reading of it, if these differ.
    pub answers: Vec<Answer>,
    /// For each of them, the facts by which it differs from the others.
    #[serde(skip)]
    pub told_apart: Vec<String>,
    #[serde(skip)]
    pub subject: About,
    /// Whether the answers are readings, not machines.
    #[serde(skip)]
    pub depends_on_reading: bool,
}

/// What is asked.
#[derive(Clone, Debug)]
pub enum About {
    Table,
    Procedure,
    /// With title and question of each table that can be asked.
    OutOfScope(Vec<(String, String)>),
}

#[derive(Clone, Debug, Serialize)]
pub struct Understanding {
    pub language: &'static str,
    /// Whether the question itself shows which table it asks; otherwise that was assumed.
    pub table_shown: bool,
    #[serde(skip)]
    pub table: Option<String>,
    pub spans: Vec<ReadPart>,
    pub ignored: Vec<Words>,
    pub outside: Vec<Outside>,
}

/// Words of a question: bytes from 0, the end not included.
#[derive(Clone, Debug, Serialize)]
pub struct Words {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// What words told.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the JSON, or says how the part is drawn")]
pub struct ReadPart {
    #[serde(flatten)]
    pub words: Words,
    pub kind: PartKind,
    pub axis: Option<String>,
    #[serde(skip)]
    pub title: String,
    pub values: Vec<String>,
    #[serde(skip)]
    pub names: String,
    pub ambiguous: bool,
    pub implied: bool,
    pub assumed: bool,
    #[serde(skip)]
    pub outside: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartKind {
    Fact,
    Unknown,
    NotAsked,
    Denied,
    SetAside,
    Session,
    Foreign,
    Scope,
    Cue,
}

/// A name that was recognised and lies outside the knowledge.
#[derive(Clone, Debug, Serialize)]
pub struct Outside {
    #[serde(flatten)]
    pub words: Words,
    pub axis: String,
    /// None for something that is no value at all.
    pub values: Vec<String>,
}

/// What a question in running text is answered.
pub fn answered(cx: Context<'_>, reading: &Reading<'_>) -> Answered {
    let replay = cx.invocation.command("ask", [reading.question.as_str()]);
    let (mut answer, subject) = match &reading.subject {
        Subject::Table(asked) => (of_facts(cx, asked, &asked.facts, &replay), About::Table),
        Subject::Procedure(procedure, heard, asked) => {
            (self::procedure(cx, procedure, *heard, asked, replay.clone()), About::Procedure)
        }
        Subject::OutOfScope(scope) => (out_of_scope(cx, *scope, replay.clone()), About::OutOfScope(tables(cx))),
    };
    let several = match &reading.subject {
        Subject::Table(asked) => Some(asked),
        _ => None,
    };
    let cases = || several.into_iter().flat_map(|asked| asked.cases.iter().map(move |case| (asked, case)));
    let depends_on_reading = several.is_some_and(|asked| asked.depends_on_reading);
    let heard = reading.reply(cx.invocation.strict);
    // Whether a session must be is asked; the verdict is that on the work without one.
    let of_session = several.is_some_and(|asked| asked.session_asked);
    if of_session && matches!(heard, Reply::Needed | Reply::NotNeeded) {
        answer.replied = Some(heard);
    }
    Answered {
        sentence: sentence(cx, heard, &answer, depends_on_reading),
        reply: heard,
        depends_on_reading,
        plan: plan(cx, reading).filter(|_| answer.verdict != Some(Verdict::Undocumented)),
        answers: cases().map(|(asked, case)| of_facts(cx, asked, case, &replay)).collect(),
        told_apart: cases().map(|(asked, case)| told_apart(cx, asked, case)).collect(),
        answer,
        question: reading.question.clone(),
        reading: understanding(cx, reading),
        subject,
    }
}

/// The reply and what it rests on: a reason, or the question on which it depends.
fn sentence(cx: Context<'_>, reply: Reply, answer: &Answer, depends_on_reading: bool) -> String {
    if depends_on_reading {
        return cx.word("reply-reading");
    }
    if reply == Reply::Told && answer.verdict == Some(Verdict::Undetermined) {
        let ways = answer.supported_if.iter().map(Presumed::told).joined(" · ");
        return cx.say(&Message::new("reply-told-if").with("ways", ways));
    }
    let because = match &answer.next_question {
        Some(question) if reply == Reply::Depends => question.text.clone(),
        _ => answer.reasons.first().map(|reason| reason.because.clone()).unwrap_or_default(),
    };
    cx.say(&Message::new(format!("reply-{reply}")).with("because", because)).trim().to_owned()
}

fn plan(cx: Context<'_>, reading: &Reading<'_>) -> Option<String> {
    let (asked, runbook) = (reading.asked()?, cx.knowledge.runbook()?);
    let levels = [runbook.upgrade.current, runbook.upgrade.target];
    if asked.table.id != runbook.upgrade.table || levels.iter().all(|axis| asked.facts.get(*axis).is_none()) {
        return None;
    }
    let said = |axis: AxisId, open: &str| {
        let mut ids = cx.ids_of(asked.table, axis, &asked.facts);
        if ids.len() == 1 { ids.remove(0) } else { open.to_owned() }
    };
    let manage = cx.knowledge.table(&runbook.manage.table)?;
    let kinds = manage[runbook.manage.kind].vocabulary;
    let kind = reading.reads.iter().find_map(|read| match &read.gives {
        Gives::NotAsked { vocabulary, values } if *vocabulary == kinds && values.len() == 1 => values.first(),
        _ => None,
    });
    let kind = kind.map_or("KIND", |value| cx.knowledge[kinds][*value].id.as_str());
    let (from, to) = (said(runbook.upgrade.current, "LEVEL"), said(runbook.upgrade.target, "LEVEL"));
    let on = said(runbook.upgrade.system, "SYSTEM");
    let nodes = ["--node", "NODE1=active", "--node", "NODE2=passive"];
    let facts = ["--from", &from, "--to", &to, "--kind", kind, "--on", &on, "--server", "SERVER"];
    Some(cx.invocation.command("upgrade", facts.into_iter().chain(nodes)))
}

/// The answer to some facts of the question. Facts with something unknown among them cannot be given to `check`.
fn of_facts(cx: Context<'_>, asked: &Asked<'_>, facts: &Facts, replay: &str) -> Answer {
    let decision = asked.decide(facts, cx.invocation.strict);
    let advice = advise(cx.knowledge, asked.table, &decision);
    let mut told = answer::answer(cx, asked.table, &decision, &advice);
    for (axis, name) in asked.unknown_in(facts) {
        if told.verdict == Some(Verdict::Undocumented) {
            let because = cx.say(&Message::new("reason-unknown-name").with("name", &name));
            told.reasons.push(Reason { because, ..Reason::silent("unknown-name") });
        }
        let axis = &asked.table[axis];
        let title = cx.told(&axis.title);
        told.unasked.retain(|unasked| *unasked != title);
        told.named.push(NamedFact { axis: axis.id.clone(), title, short: name.clone(), values: name, unknown: true });
        replay.clone_into(&mut told.replay);
    }
    told
}

fn told_apart(cx: Context<'_>, asked: &Asked<'_>, case: &Facts) -> String {
    let differs = |at: AxisId| {
        let strange = asked.unknown_in(&asked.facts).iter().any(|(axis, _)| *axis == at);
        strange || asked.cases.iter().any(|other| other.get(at) != case.get(at))
    };
    let axes = AxisId::of(&asked.table.axes).filter(|(at, _)| differs(*at));
    axes.filter_map(|(at, axis)| Some(format!("{}: {}", cx.text(&axis.title), cx.names(axis, case.get(at)?))))
        .joined(" · ")
}

fn procedure(cx: Context<'_>, procedure: &Procedure, heard: Reply, asked: &Asked<'_>, replay: String) -> Answer {
    let verdict = heard.verdict();
    let remedies: Vec<_> = procedure.remedies.iter().map(|at| &cx.knowledge[*at]).collect();
    let cited = procedure.sources.iter().chain(remedies.iter().flat_map(|remedy| &remedy.sources)).copied();
    let reason = Reason {
        effect: match verdict {
            Some(Verdict::Supported) => Effect::Permit,
            Some(Verdict::Unsupported) => Effect::Forbid,
            _ => Effect::Silent,
        },
        basis: Some(procedure.basis),
        because: cx.told(&procedure.because),
        origin: cx.origin(&procedure.sources),
        sources: cx.source_ids(&procedure.sources),
        ..Reason::silent(&procedure.id)
    };
    Answer {
        table: Some(procedure.table.clone()),
        facts: cx.facts(asked.table, &asked.facts),
        replied: Some(heard),
        verdict,
        basis: Some(procedure.basis),
        reasons: vec![reason],
        sources: cx.sources(&cited.collect::<Vec<_>>()),
        remedies: remedies.into_iter().map(|remedy| cx.remedy(remedy)).collect(),
        ..Answer::empty(cx, replay)
    }
}

fn out_of_scope(cx: Context<'_>, scope: Option<&Scope>, replay: String) -> Answer {
    let reason = match scope {
        Some(scope) => Reason { because: cx.told(&scope.text), ..Reason::silent(&scope.id) },
        None => Reason { because: cx.word("ask-unrecognised"), ..Reason::silent("unrecognised") },
    };
    Answer { reasons: vec![reason], ..Answer::empty(cx, replay) }
}

fn tables(cx: Context<'_>) -> Vec<(String, String)> {
    let tables = cx.knowledge.tables();
    tables.map(|table| (cx.told(&table.title), cx.told(&table.question))).collect()
}

fn understanding(cx: Context<'_>, reading: &Reading<'_>) -> Understanding {
    let asked = reading.asked();
    let words = |span: &Range<usize>| Words {
        start: span.start,
        end: span.end,
        text: reading.question.get(span.clone()).unwrap_or_default().to_owned(),
    };
    let spans: Vec<ReadPart> = reading.reads.iter().map(|read| part(cx, read, words(&read.span), asked)).collect();
    let outside = spans.iter().filter(|part| part.outside).filter_map(|part| {
        Some(Outside { words: part.words.clone(), axis: part.axis.clone()?, values: part.values.clone() })
    });
    Understanding {
        language: reading.language.tag(),
        table_shown: asked.is_some_and(|asked| asked.shown),
        table: asked.map(|asked| cx.told(&asked.table.title)),
        outside: outside.collect(),
        spans,
        ignored: reading.ignored.iter().map(words).collect(),
    }
}

fn part(cx: Context<'_>, read: &Read, words: Words, asked: Option<&Asked<'_>>) -> ReadPart {
    let on_axis = |axis: AxisId, values: &[OnAxis]| {
        let axis = asked.map(|asked| &asked.table[axis]);
        let named: Vec<_> = axis.iter().flat_map(|axis| values.iter().map(|value| cx.value(axis, *value))).collect();
        (axis, named)
    };
    let off_axis = |vocabulary: VocabularyId, values: &[ValueId]| {
        (None, values.iter().map(|value| &cx.knowledge[vocabulary][*value]).collect())
    };
    let (kind, (axis, named)) = match &read.gives {
        Gives::Fact { axis, values, .. } => (PartKind::Fact, on_axis(*axis, values)),
        Gives::Unknown { axis } => (PartKind::Unknown, on_axis(*axis, &[])),
        Gives::SetAside { axis, values } => (PartKind::SetAside, on_axis(*axis, values)),
        Gives::NotAsked { vocabulary, values } => (PartKind::NotAsked, off_axis(*vocabulary, values)),
        Gives::Denied { vocabulary, values } => (PartKind::Denied, off_axis(*vocabulary, values)),
        Gives::Session => (PartKind::Session, (None, Vec::new())),
        Gives::Foreign => (PartKind::Foreign, (None, Vec::new())),
        Gives::Scope => (PartKind::Scope, (None, Vec::new())),
        Gives::Cue => (PartKind::Cue, (None, Vec::new())),
    };
    let (ambiguous, implied) = match read.gives {
        Gives::Fact { ambiguous, implied, .. } => (ambiguous, implied),
        _ => (false, false),
    };
    let outside = match &read.gives {
        Gives::Fact { values, .. } => axis.is_some_and(|axis| values.iter().all(|value| value.index() >= axis.inside)),
        Gives::Unknown { .. } => axis.is_some(),
        _ => false,
    };
    ReadPart {
        words,
        kind,
        axis: axis.map(|axis| axis.id.clone()),
        title: axis.map(|axis| cx.told(&axis.title)).unwrap_or_default(),
        values: named.iter().map(|value| value.id.clone()).collect(),
        names: named.iter().map(|value| cx.text(&value.name)).joined(", "),
        ambiguous,
        implied,
        assumed: read.assumed,
        outside,
    }
}
