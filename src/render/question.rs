//! The answer to a question in running text, for people: the answers to what was read in it, and the reading itself.

use crate::ask::{Asked, Gives, Read, Reading, Subject};
use crate::knowledge::ask::{Procedure, Scope};
use crate::knowledge::ids::{AxisId, OnAxis, ValueId, VocabularyId};
use crate::knowledge::{Citation, Remedy};
use crate::locale::Message;
use crate::model::terms::Verdict;
use crate::render::answer::{self, Answer};
use crate::render::block::{Block, Document, Item, Line, Marker, Style};
use crate::render::voice::{Voice, mark};

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
pub fn document(question: &Question<'_>, voice: Voice<'_>) -> Document {
    let reading = reading(question.reading, voice);
    match (&question.reading.subject, &question.answer) {
        (Subject::Table(_), Some(answer)) if question.cases.is_empty() => answer::with_reading(answer, reading, voice),
        (Subject::Table(_), Some(_)) => one_by_one(question, reading, voice),
        (Subject::Procedure(procedure, _), _) => self::procedure(procedure, reading, question.replay, voice),
        (Subject::OutOfScope(scope), _) => out_of_scope(*scope, reading, voice),
        (Subject::Table(_), None) => Document { blocks: reading },
    }
}

/// Each machine's verdict in a line, the reading, and then each answer whole.
fn one_by_one(question: &Question<'_>, reading: Vec<Block>, voice: Voice<'_>) -> Document {
    let unknown = question.answer.iter().flat_map(|together| together.unknown.iter().map(move |one| (together, one)));
    let count = question.cases.len() + unknown.clone().count();
    let count = Message::new("ask-several").number("answers", count);
    let mut blocks = vec![Block::Paragraph(Line::new().strong(voice.say(&count)))];
    let items = question.cases.iter().map(|case| {
        let verdict = case.decision.verdict();
        let (sign, style) = mark(verdict);
        let line =
            Line::new().styled(style, voice.verdict(verdict)).plain(format!(": {}", told_apart(case, question, voice)));
        Item::new(Marker::Symbol(sign, style), line)
    });
    let unknown = unknown.filter_map(|(together, (axis, name))| {
        let verdict = together.decision.verdict();
        let (sign, style) = mark(verdict);
        let line = Line::new().styled(style, voice.verdict(verdict));
        let title = voice.text(&together.table[*axis].title);
        let line = line.plain(format!(": {title}: {name} · ")).styled(Style::Caution, voice.word("ask-unknown"));
        Some(Item::new(Marker::Symbol(sign, style), line))
    });
    blocks.push(Block::Items(items.chain(unknown).collect()));
    blocks.extend(reading);
    for (at, case) in question.cases.iter().enumerate() {
        let title = Message::new("ask-case").number("number", at + 1).with("facts", told_apart(case, question, voice));
        blocks.push(Block::Heading(Line::new().strong(voice.say(&title))));
        blocks.extend(answer::with_reading(case, Vec::new(), voice).blocks);
    }
    Document { blocks }
}

/// The facts by which a case differs from the others.
fn told_apart(case: &Answer<'_>, question: &Question<'_>, voice: Voice<'_>) -> String {
    let facts = &case.decision.facts;
    let strange = |axis: AxisId| question.answer.iter().any(|all| all.unknown.iter().any(|(own, _)| *own == axis));
    let differ = |axis: AxisId| {
        strange(axis) || question.cases.iter().any(|other| other.decision.facts.get(axis) != facts.get(axis))
    };
    let named = AxisId::of(&case.table.axes)
        .filter(|(at, _)| differ(*at))
        .filter_map(|(at, axis)| Some(format!("{}: {}", voice.text(&axis.title), voice.names(axis, facts.get(at)?))));
    named.collect::<Vec<_>>().join(" · ")
}

fn procedure(procedure: &Procedure, reading: Vec<Block>, replay: &str, voice: Voice<'_>) -> Document {
    let (sign, style) = mark(procedure.verdict);
    let line = Line::new().styled(style, format!("{sign} {}", voice.verdict(procedure.verdict).to_uppercase()));
    let mut blocks = vec![Block::Paragraph(line.plain(format!(" · {}", voice.basis(procedure.basis))))];
    let item = Item::new(Marker::Symbol(sign, style), voice.text(&procedure.because));
    let tag = answer::tag(&procedure.id, Some(voice.basis(procedure.basis)), &procedure.sources, &[], voice);
    blocks.push(Block::Items(vec![item.detail(tag)]));
    blocks.extend(reading);
    let remedies: Vec<_> = procedure.remedies.iter().map(|at| &voice.knowledge[*at]).collect();
    blocks.extend(answer::remedies(&remedies, voice));
    blocks.extend(answer::sources(&citations(procedure, &remedies), voice));
    blocks.push(Block::Heading(voice.word("answer-again").into()));
    blocks.push(Block::Commands(vec![replay.to_owned()]));
    Document { blocks }
}

/// Every citation of an answer about procedure and of what to do.
pub(super) fn citations(procedure: &Procedure, remedies: &[&Remedy]) -> Vec<Citation> {
    procedure.sources.iter().chain(remedies.iter().flat_map(|remedy| &remedy.sources)).copied().collect()
}

/// What the question is about as far as that is known, and what can be answered.
fn out_of_scope(scope: Option<&Scope>, reading: Vec<Block>, voice: Voice<'_>) -> Document {
    let line = Line::new().styled(Style::Unclear, format!("? {}", voice.word("verdict-out-of-scope").to_uppercase()));
    let mut blocks = vec![Block::Paragraph(line)];
    let about = match scope {
        Some(scope) => voice.text(&scope.text).to_owned(),
        None => voice.word("ask-unrecognised"),
    };
    blocks.push(Block::Paragraph(about.into()));
    blocks.push(Block::Heading(voice.word("ask-can-answer").into()));
    let tables = voice.knowledge.tables.iter().map(|table| {
        let line = Line::new().strong(voice.text(&table.title)).plain(format!(": {}", voice.text(&table.question)));
        Item::new(Marker::Bullet, line)
    });
    blocks.push(Block::Items(tables.collect()));
    blocks.extend(reading);
    Document { blocks }
}

/// Which words gave which fact, what was assumed, and what was ignored.
fn reading(reading: &Reading<'_>, voice: Voice<'_>) -> Vec<Block> {
    let asked = reading.asked();
    let mut pairs: Vec<(Line, Line)> = Vec::new();
    if let Some(asked) = asked {
        let mut line = Line::from(voice.text(&asked.table.title));
        if !asked.shown {
            line = line.plain(" · ").styled(Style::Caution, voice.word("ask-assumed-table"));
        }
        pairs.push((Line::from(voice.word("ask-about")), line));
    }
    for read in reading.reads.iter().filter(|read| !matches!(read.gives, Gives::Cue)) {
        let words = reading.question.get(read.span.clone()).unwrap_or_default();
        pairs.push((Line::new().code(quoted(words)), told(read, asked, voice)));
    }
    let ignored = reading.ignored.iter().filter_map(|span| reading.question.get(span.clone()));
    let ignored: Vec<String> = ignored.map(quoted).collect();
    if !ignored.is_empty() {
        pairs.push((Line::new().dim(voice.word("ask-ignored")), Line::new().dim(ignored.join(" · "))));
    }
    vec![Block::Heading(voice.word("ask-reading").into()), Block::Pairs(pairs)]
}

/// Words as they stand in the question, on one line.
fn quoted(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(read: &Read, asked: Option<&Asked<'_>>, voice: Voice<'_>) -> Line {
    let title = |axis: AxisId| {
        let axis = asked.map(|asked| &asked.table[axis]);
        axis.map(|axis| voice.text(&axis.title).to_owned()).unwrap_or_default()
    };
    let mut line = match &read.gives {
        Gives::Fact { axis, values, .. } => {
            Line::from(format!("{}: {}", title(*axis), names(*axis, values, asked, voice)))
        }
        Gives::Unknown { axis } => {
            Line::from(format!("{}: ", title(*axis))).styled(Style::Caution, voice.word("ask-unknown"))
        }
        Gives::NotAsked { vocabulary, values } => {
            let names = known_names(*vocabulary, values, voice);
            Line::new().dim(voice.say(&Message::new("ask-not-asked").with("names", names)))
        }
        Gives::Denied { vocabulary, values } => {
            let names = known_names(*vocabulary, values, voice);
            Line::new().dim(voice.say(&Message::new("ask-denied").with("names", names)))
        }
        Gives::SetAside { axis, values } => {
            let names = names(*axis, values, asked, voice);
            Line::new().dim(voice.say(&Message::new("ask-set-aside").with("names", names)))
        }
        Gives::Session => Line::from(voice.word("ask-session")),
        Gives::Foreign => Line::new().dim(voice.word("ask-foreign")),
        Gives::Scope => Line::from(voice.word("ask-scope")),
        Gives::Cue => Line::new(),
    };
    if let Gives::Fact { axis, values, ambiguous, implied } = &read.gives {
        let inside = asked.map_or(0, |asked| asked.table[*axis].inside);
        let mut remarks = Vec::new();
        remarks.extend(ambiguous.then_some("ask-ambiguous"));
        remarks.extend(implied.then_some("ask-implied"));
        remarks.extend(read.assumed.then_some("ask-assumed"));
        remarks.extend(values.iter().all(|value| value.index() >= inside).then_some("ask-outside"));
        for remark in remarks {
            line = line.plain(" · ").styled(Style::Caution, voice.word(remark));
        }
    }
    line
}

fn known_names(vocabulary: VocabularyId, values: &[ValueId], voice: Voice<'_>) -> String {
    let values = values.iter().map(|value| &voice.knowledge[vocabulary][*value]);
    values.map(|value| voice.text(&value.name)).collect::<Vec<_>>().join(", ")
}

fn names(axis: AxisId, values: &[OnAxis], asked: Option<&Asked<'_>>, voice: Voice<'_>) -> String {
    let Some(axis) = asked.map(|asked| &asked.table[axis]) else { return String::new() };
    let values = values.iter().map(|value| voice.value(axis, *value));
    values.map(|value| voice.text(&value.name)).collect::<Vec<_>>().join(", ")
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
