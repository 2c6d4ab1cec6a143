//! The answer to a question in running text, for people: the answers to what was read in it, and the reading itself.

use super::answer::{again, reason_item, remedies, sources, verdict_line, with_reading, word};
use super::{Block, Detail, Item, Line, Marker, Style, headed, mark, verdict};
use crate::locale::{Joined as _, Message, Messages};
use crate::model::Verdict;
use crate::view::question::{About, PartKind, ReadPart, Understanding};
use crate::view::{Answer, Answered};

pub fn blocks(answered: &Answered, detail: Detail, messages: &Messages) -> Vec<Block> {
    match detail {
        Detail::Quiet => vec![Block::Paragraph(word(&answered.answer, messages).into())],
        Detail::Short => short(answered, messages),
        Detail::Full => full(answered, messages),
    }
}

fn full(answered: &Answered, messages: &Messages) -> Vec<Block> {
    let reading = reading(&answered.reading, messages);
    match &answered.subject {
        About::Table if answered.answers.is_empty() => with_reading(&answered.answer, reading, messages),
        About::Table => one_by_one(answered, reading, messages),
        About::Procedure => procedure(answered, reading, messages),
        About::OutOfScope(tables) => out_of_scope(answered, tables, reading, messages),
    }
}

/// What was assumed in reading the question stands behind the answer; the rest of the reading does not stand there.
fn short(answered: &Answered, messages: &Messages) -> Vec<Block> {
    let mut blocks = match &answered.subject {
        About::Table if !answered.answers.is_empty() => verdicts(answered, &super::short::in_brief, messages),
        About::Table | About::Procedure => super::short::blocks(&answered.answer, messages),
        About::OutOfScope(tables) => return out_of_scope(answered, tables, Vec::new(), messages),
    };
    blocks.extend(whole_plan(answered, messages));
    let doubtful = |part: &&ReadPart| {
        let fact = part.kind == PartKind::Fact && (part.assumed || part.ambiguous || part.implied || part.outside);
        fact || matches!(part.kind, PartKind::Unknown | PartKind::SetAside | PartKind::Session)
    };
    let doubts = answered.reading.spans.iter().filter(doubtful);
    let doubts = doubts.map(|part| (Line::new().code(one_line(&part.words.text)), told(part, messages)));
    blocks.extend(headed("ask-reading", Block::Pairs(doubts.collect()), messages));
    blocks
}

/// The verdict of each machine or reading in a line, the reading, and then each answer whole.
fn one_by_one(answered: &Answered, reading: Vec<Block>, messages: &Messages) -> Vec<Block> {
    let mut blocks = verdicts(answered, &|_, _| Vec::new(), messages);
    blocks.extend(reading);
    for (at, (case, facts)) in answered.answers.iter().zip(&answered.told_apart).enumerate() {
        let title = Message::new("ask-case").number("number", at + 1).with("facts", facts);
        blocks.push(Block::Heading(Line::new().strong(messages.say(&title))));
        blocks.extend(with_reading(case, Vec::new(), messages));
    }
    blocks
}

/// The verdict of each machine or reading in a line, with what else is said of each.
fn verdicts(answered: &Answered, details: &dyn Fn(&Answer, &Messages) -> Vec<Line>, messages: &Messages) -> Vec<Block> {
    let together = &answered.answer;
    let unknown = || together.named.iter().filter(|fact| fact.unknown);
    let several = Message::new("ask-several").number("answers", answered.answers.len() + unknown().count());
    let head = if answered.depends_on_reading { Message::new("ask-readings") } else { several };
    let mut blocks = vec![Block::Paragraph(Line::new().strong(messages.say(&head)))];
    let word = |found: Option<Verdict>| {
        found.map_or_else(Line::new, |found| Line::new().styled(mark(found).1, verdict(found, messages)))
    };
    let known = answered.answers.iter().zip(&answered.told_apart).map(|(case, facts)| {
        let line = word(case.verdict).plain(format!(": {facts}"));
        Item::judged(case.verdict.unwrap_or(Verdict::Undetermined), line).details(details(case, messages))
    });
    let unknown = unknown().map(|fact| {
        let line = word(together.verdict).plain(format!(": {}: {} · ", fact.title, fact.values));
        let line = line.styled(Style::Caution, messages.text("ask-unknown"));
        Item::judged(together.verdict.unwrap_or(Verdict::Undetermined), line)
    });
    blocks.push(Block::Items(known.chain(unknown).collect()));
    blocks
}

fn procedure(answered: &Answered, reading: Vec<Block>, messages: &Messages) -> Vec<Block> {
    let answer = &answered.answer;
    let mut blocks = vec![Block::Paragraph(verdict_line(answer, messages))];
    blocks.push(Block::Items(answer.reasons.iter().map(|reason| reason_item(reason, messages)).collect()));
    blocks.extend(reading);
    blocks.extend(remedies(&answer.remedies, messages));
    blocks.extend(whole_plan(answered, messages));
    blocks.extend(sources(&answer.sources, messages));
    blocks.extend(again(&answer.replay, messages));
    blocks
}

fn whole_plan(answered: &Answered, messages: &Messages) -> Vec<Block> {
    headed("ask-whole-plan", Block::Commands(answered.plan.iter().cloned().collect()), messages)
}

/// What the question is about as far as that is known, and what can be answered.
fn out_of_scope(
    answered: &Answered,
    tables: &[(String, String)],
    reading: Vec<Block>,
    messages: &Messages,
) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(verdict_line(&answered.answer, messages))];
    blocks.extend(answered.answer.reasons.iter().map(|reason| Block::Paragraph(reason.because.as_str().into())));
    let tables = tables
        .iter()
        .map(|(title, question)| Item::new(Marker::Bullet, Line::new().strong(title).plain(format!(": {question}"))));
    blocks.push(Block::Heading(messages.text("ask-can-answer").into()));
    blocks.push(Block::Items(tables.collect()));
    blocks.extend(reading);
    blocks
}

/// Which words gave which fact, what was assumed, and what was ignored.
fn reading(reading: &Understanding, messages: &Messages) -> Vec<Block> {
    let mut pairs: Vec<(Line, Line)> = Vec::new();
    if let Some(table) = &reading.table {
        let mut line = Line::from(table.as_str());
        if !reading.table_shown {
            line = line.plain(" · ").styled(Style::Caution, messages.text("ask-assumed-table"));
        }
        pairs.push((Line::from(messages.text("ask-about")), line));
    }
    for part in reading.spans.iter().filter(|part| part.kind != PartKind::Cue) {
        pairs.push((Line::new().code(one_line(&part.words.text)), told(part, messages)));
    }
    let ignored: Vec<String> = reading.ignored.iter().map(|words| one_line(&words.text)).collect();
    if !ignored.is_empty() {
        pairs.push((Line::new().dim(messages.text("ask-ignored")), Line::new().dim(ignored.join(" · "))));
    }
    vec![Block::Heading(messages.text("ask-reading").into()), Block::Pairs(pairs)]
}

fn one_line(words: &str) -> String {
    words.split_whitespace().joined(" ")
}

fn told(part: &ReadPart, messages: &Messages) -> Line {
    let aside = |id: &'static str| Line::new().dim(messages.say(&Message::new(id).with("names", &part.names)));
    let mut line = match part.kind {
        PartKind::Fact => Line::from(format!("{}: {}", part.title, part.names)),
        PartKind::Unknown => {
            Line::from(format!("{}: ", part.title)).styled(Style::Caution, messages.text("ask-unknown"))
        }
        PartKind::NotAsked => aside("ask-not-asked"),
        PartKind::Denied => aside("ask-denied"),
        PartKind::SetAside => aside("ask-set-aside"),
        PartKind::Session => Line::from(messages.text("ask-session")),
        PartKind::Foreign => Line::new().dim(messages.text("ask-foreign")),
        PartKind::Scope => Line::from(messages.text("ask-scope")),
        PartKind::Cue => Line::new(),
    };
    if part.kind == PartKind::Fact {
        let remarks = [
            (part.ambiguous, "ask-ambiguous"),
            (part.implied, "ask-implied"),
            (part.assumed, "ask-assumed"),
            (part.outside, "ask-outside"),
        ];
        for (_, remark) in remarks.into_iter().filter(|(holds, _)| *holds) {
            line = line.plain(" · ").styled(Style::Caution, messages.text(remark));
        }
    }
    line
}
