//! The answer to a question in running text, for people: the answers to what was read in it, and the reading itself.

use crate::ask::{Asked, Gives, Read, Reading, Subject};
use crate::knowledge::ask::{Procedure, Scope};
use crate::knowledge::{Citation, Remedy};
use crate::locale::Message;
use crate::model::terms::Verdict;
use crate::print::{Block, Item, Line, Marker, Style, mark};
use crate::render::answer::{self, Answer};
use crate::view::Context;

/// A question that was read and decided.
pub struct Question<'a> {
    /// What was read.
    pub reading: &'a Reading<'a>,
    /// The answer to all of it together; none where no table is asked.
    pub answer: Option<Answer<'a>>,
    /// The answers one by one, where it is about several machines.
    pub cases: Vec<Answer<'a>>,
    /// The command that gives the same answer again.
    pub replay: &'a str,
}

/// The answer as a document.
#[must_use]
pub fn document(question: &Question<'_>, cx: Context<'_>) -> Vec<Block> {
    let reading = reading(question.reading, cx);
    match (&question.reading.subject, &question.answer) {
        (Subject::Table(_), Some(answer)) if question.cases.is_empty() => answer::with_reading(answer, reading, cx),
        (Subject::Table(_), Some(_)) => one_by_one(question, reading, cx),
        (Subject::Procedure(procedure, _), _) => self::procedure(procedure, reading, question.replay, cx),
        (Subject::OutOfScope(scope), _) => out_of_scope(*scope, reading, cx),
        (Subject::Table(_), None) => reading,
    }
}

/// Each machine's verdict in a line, the reading, and then each answer whole.
fn one_by_one(question: &Question<'_>, reading: Vec<Block>, cx: Context<'_>) -> Vec<Block> {
    let unknown = question.answer.iter().flat_map(|together| together.unknown.iter().map(move |one| (together, one)));
    let count = question.cases.len() + unknown.clone().count();
    let readings = question.reading.asked().is_some_and(|asked| asked.depends_on_reading);
    let head = if readings { Message::new("ask-readings") } else { Message::new("ask-several").number("answers", count) };
    let mut blocks = vec![Block::Paragraph(Line::new().strong(cx.say(&head)))];
    let items = question.cases.iter().map(|case| {
        let verdict = case.decision.verdict();
        let (sign, style) = mark(verdict);
        let line =
            Line::new().styled(style, cx.verdict(verdict)).plain(format!(": {}", told_apart(case, question, cx)));
        Item::new(Marker::Symbol(sign, style), line)
    });
    let unknown = unknown.filter_map(|(together, (axis, name))| {
        let verdict = together.decision.verdict();
        let (sign, style) = mark(verdict);
        let line = Line::new().styled(style, cx.verdict(verdict));
        let title = cx.text(&together.table.axes.get(*axis)?.title);
        let line = line.plain(format!(": {title}: {name} · ")).styled(Style::Caution, cx.word("ask-unknown"));
        Some(Item::new(Marker::Symbol(sign, style), line))
    });
    blocks.push(Block::Items(items.chain(unknown).collect()));
    blocks.extend(reading);
    for (at, case) in question.cases.iter().enumerate() {
        let title = Message::new("ask-case").number("number", at + 1).with("facts", told_apart(case, question, cx));
        blocks.push(Block::Heading(Line::new().strong(cx.say(&title))));
        blocks.extend(answer::with_reading(case, Vec::new(), cx));
    }
    blocks
}

/// The facts by which a case differs from the others.
fn told_apart(case: &Answer<'_>, question: &Question<'_>, cx: Context<'_>) -> String {
    let facts = &case.decision.facts;
    let strange = |axis: usize| question.answer.iter().any(|all| all.unknown.iter().any(|(own, _)| *own == axis));
    let differ = |axis: usize| {
        strange(axis) || question.cases.iter().any(|other| other.decision.facts.get(axis) != facts.get(axis))
    };
    let named = case
        .table
        .axes
        .iter()
        .enumerate()
        .filter(|(at, _)| differ(*at))
        .filter_map(|(at, axis)| Some(format!("{}: {}", cx.text(&axis.title), cx.names(axis, facts.get(at)?))));
    named.collect::<Vec<_>>().join(" · ")
}

fn procedure(procedure: &Procedure, reading: Vec<Block>, replay: &str, cx: Context<'_>) -> Vec<Block> {
    let (sign, style) = mark(procedure.verdict);
    let line = Line::new().styled(style, format!("{sign} {}", cx.verdict(procedure.verdict).to_uppercase()));
    let mut blocks = vec![Block::Paragraph(line.plain(format!(" · {}", cx.basis(procedure.basis))))];
    let item = Item::new(Marker::Symbol(sign, style), cx.text(&procedure.because));
    let tag = answer::tag(&procedure.id, Some(cx.basis(procedure.basis)), &procedure.sources, &[], cx);
    blocks.push(Block::Items(vec![item.detail(tag)]));
    blocks.extend(reading);
    let remedies: Vec<_> = procedure.remedies.iter().filter_map(|at| cx.knowledge.remedy(*at)).collect();
    blocks.extend(answer::remedies(&remedies, cx));
    blocks.extend(answer::sources(&citations(procedure, &remedies), cx));
    blocks.push(Block::Heading(cx.word("answer-again").into()));
    blocks.push(Block::Commands(vec![replay.to_owned()]));
    blocks
}

/// Every citation of an answer about procedure and of what to do.
pub(super) fn citations(procedure: &Procedure, remedies: &[&Remedy]) -> Vec<Citation> {
    procedure.sources.iter().chain(remedies.iter().flat_map(|remedy| &remedy.sources)).copied().collect()
}

/// What the question is about as far as that is known, and what can be answered.
fn out_of_scope(scope: Option<&Scope>, reading: Vec<Block>, cx: Context<'_>) -> Vec<Block> {
    let line = Line::new().styled(Style::Unclear, format!("? {}", cx.word("verdict-out-of-scope").to_uppercase()));
    let mut blocks = vec![Block::Paragraph(line)];
    let about = match scope {
        Some(scope) => cx.text(&scope.text).to_owned(),
        None => cx.word("ask-unrecognised"),
    };
    blocks.push(Block::Paragraph(about.into()));
    blocks.push(Block::Heading(cx.word("ask-can-answer").into()));
    let tables = cx.knowledge.tables.iter().map(|table| {
        let line = Line::new().strong(cx.text(&table.title)).plain(format!(": {}", cx.text(&table.question)));
        Item::new(Marker::Bullet, line)
    });
    blocks.push(Block::Items(tables.collect()));
    blocks.extend(reading);
    blocks
}

/// Which words gave which fact, what was assumed, and what was ignored.
fn reading(reading: &Reading<'_>, cx: Context<'_>) -> Vec<Block> {
    let asked = reading.asked();
    let mut pairs: Vec<(Line, Line)> = Vec::new();
    if let Some(asked) = asked {
        let mut line = Line::from(cx.text(&asked.table.title));
        if !asked.shown {
            line = line.plain(" · ").styled(Style::Caution, cx.word("ask-assumed-table"));
        }
        pairs.push((Line::from(cx.word("ask-about")), line));
    }
    for read in reading.reads.iter().filter(|read| !matches!(read.gives, Gives::Cue)) {
        let words = reading.question.get(read.span.clone()).unwrap_or_default();
        pairs.push((Line::new().code(quoted(words)), told(read, asked, cx)));
    }
    let ignored = reading.ignored.iter().filter_map(|span| reading.question.get(span.clone()));
    let ignored: Vec<String> = ignored.map(quoted).collect();
    if !ignored.is_empty() {
        pairs.push((Line::new().dim(cx.word("ask-ignored")), Line::new().dim(ignored.join(" · "))));
    }
    vec![Block::Heading(cx.word("ask-reading").into()), Block::Pairs(pairs)]
}

/// Words as they stand in the question, on one line.
fn quoted(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(read: &Read, asked: Option<&Asked<'_>>, cx: Context<'_>) -> Line {
    let title = |axis: usize| {
        let axis = asked.and_then(|asked| asked.table.axes.get(axis));
        axis.map(|axis| cx.text(&axis.title).to_owned()).unwrap_or_default()
    };
    let mut line = match &read.gives {
        Gives::Fact { axis, values, .. } => {
            Line::from(format!("{}: {}", title(*axis), names(*axis, values, asked, cx)))
        }
        Gives::Unknown { axis } => {
            Line::from(format!("{}: ", title(*axis))).styled(Style::Caution, cx.word("ask-unknown"))
        }
        Gives::NotAsked { vocabulary, values } => {
            let names = known_names(*vocabulary, values, cx);
            Line::new().dim(cx.say(&Message::new("ask-not-asked").with("names", names)))
        }
        Gives::Denied { vocabulary, values } => {
            let names = known_names(*vocabulary, values, cx);
            Line::new().dim(cx.say(&Message::new("ask-denied").with("names", names)))
        }
        Gives::SetAside { axis, values } => {
            let names = names(*axis, values, asked, cx);
            Line::new().dim(cx.say(&Message::new("ask-set-aside").with("names", names)))
        }
        Gives::Session => Line::from(cx.word("ask-session")),
        Gives::Foreign => Line::new().dim(cx.word("ask-foreign")),
        Gives::Scope => Line::from(cx.word("ask-scope")),
        Gives::Cue => Line::new(),
    };
    if let Gives::Fact { axis, values, ambiguous, implied } = &read.gives {
        let inside = asked.and_then(|asked| asked.table.axes.get(*axis)).map_or(0, |axis| axis.inside);
        let mut remarks = Vec::new();
        remarks.extend(ambiguous.then_some("ask-ambiguous"));
        remarks.extend(implied.then_some("ask-implied"));
        remarks.extend(read.assumed.then_some("ask-assumed"));
        remarks.extend(values.iter().all(|value| *value >= inside).then_some("ask-outside"));
        for remark in remarks {
            line = line.plain(" · ").styled(Style::Caution, cx.word(remark));
        }
    }
    line
}

fn known_names(vocabulary: usize, values: &[usize], cx: Context<'_>) -> String {
    let vocabulary = cx.knowledge.vocabulary(vocabulary);
    let values = values.iter().filter_map(|value| vocabulary?.values.get(*value));
    values.map(|value| cx.text(&value.name)).collect::<Vec<_>>().join(", ")
}

fn names(axis: usize, values: &[usize], asked: Option<&Asked<'_>>, cx: Context<'_>) -> String {
    let Some(axis) = asked.and_then(|asked| asked.table.axes.get(axis)) else { return String::new() };
    let values = values.iter().filter_map(|value| cx.value(axis, *value));
    values.map(|value| cx.text(&value.name)).collect::<Vec<_>>().join(", ")
}

/// The verdict of a question; none where it is out of scope.
#[must_use]
pub fn verdict(question: &Question<'_>) -> Option<Verdict> {
    match &question.reading.subject {
        Subject::Table(_) => question.answer.as_ref().map(|answer| answer.decision.verdict()),
        Subject::Procedure(procedure, _) => Some(procedure.verdict),
        Subject::OutOfScope(_) => None,
    }
}
