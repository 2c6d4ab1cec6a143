//! The answer to facts, for people: verdict first, then why, what to do, what is still open, and on whose word.

use super::{Block, Item, Line, Marker, Style, basis, mark, titled, verdict};
use crate::locale::{Message, Messages};
use crate::model::terms::{Effect, Verdict};
use crate::view::answer::{Answer, Presumed, Reason, Role};
use crate::view::{Remedy, Source, Step};

#[must_use]
pub fn blocks(answer: &Answer, messages: &Messages) -> Vec<Block> {
    with_reading(answer, Vec::new(), messages)
}

/// The same, with what was read in a question behind the facts.
pub(super) fn with_reading(answer: &Answer, reading: Vec<Block>, messages: &Messages) -> Vec<Block> {
    let mut blocks = head(answer, messages);
    blocks.extend(reading);
    blocks.extend(why(answer, messages));
    blocks.extend(open(answer, messages));
    let needs = answer.needs.iter().map(|step| step_item(step, Marker::Bullet, messages));
    blocks.extend(titled("answer-needs", needs.collect(), messages));
    blocks.extend(remedies(&answer.remedies, messages));
    blocks.extend(alternatives(answer, messages));
    blocks.extend(cautions(answer, messages));
    blocks.extend(sources(&answer.sources, messages));
    blocks.extend(again(&answer.replay, messages));
    blocks
}

/// The command that gives the same answer again.
pub(super) fn again(replay: &str, messages: &Messages) -> [Block; 2] {
    [Block::Heading(messages.text("answer-again").into()), Block::Commands(vec![replay.to_owned()])]
}

/// `✓ SUPPORTED · stated`
pub(super) fn verdict_line(answer: &Answer, messages: &Messages) -> Line {
    let (sign, style) = answer.verdict.map_or(("?", Style::Unclear), mark);
    let word = answer.verdict.map_or_else(|| messages.text("verdict-out-of-scope"), |found| verdict(found, messages));
    let mut line = Line::new().styled(style, format!("{sign} {}", word.to_uppercase()));
    if let Some(found) = answer.basis {
        line = line.plain(format!(" · {}", basis(found, messages)));
    }
    if answer.strict {
        line = line.plain(format!(" · {}", messages.text("answer-strict")));
    }
    line
}

/// The verdict in one line, what it means, and the facts it is about.
fn head(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(verdict_line(answer, messages))];
    if let Some(verdict) = answer.verdict {
        blocks.push(Block::Paragraph(messages.say(&Message::new(format!("means-{verdict}"))).into()));
    }
    let facts = answer.named.iter().map(|fact| {
        let mut line = Line::from(fact.values.as_str());
        if fact.unknown {
            line = line.plain(" · ").styled(Style::Caution, messages.text("ask-unknown"));
        }
        (Line::from(fact.title.as_str()), line)
    });
    let mut facts: Vec<(Line, Line)> = facts.collect();
    if !answer.unasked.is_empty() {
        facts.push((Line::new().dim(messages.text("answer-any")), Line::new().dim(answer.unasked.join(", "))));
    }
    if !facts.is_empty() {
        blocks.push(Block::Pairs(facts));
    }
    blocks.extend(choices(answer, messages));
    blocks
}

fn why(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let items = answer.reasons.iter().map(|reason| reason_item(reason, messages));
    let mut blocks = titled("answer-why", items.collect(), messages);
    let decides = |reason: &&Reason| reason.role == Role::Decides && reason.effect == Effect::Forbid;
    let forbids = answer.reasons.iter().filter(decides).count();
    if answer.each_alone {
        blocks.push(Block::Paragraph(
            messages.say(&Message::new("answer-independent").number("reasons", forbids)).into(),
        ));
    }
    if answer.reasons.iter().any(|reason| reason.role == Role::Overruled) {
        blocks.push(Block::Paragraph(messages.text("answer-forbid-wins").into()));
    }
    blocks
}

#[must_use]
pub fn reason_item(reason: &Reason, messages: &Messages) -> Item {
    let (sign, style) = mark(match reason.effect {
        Effect::Forbid => Verdict::Unsupported,
        Effect::Permit => Verdict::Supported,
        Effect::Silent => Verdict::Undocumented,
    });
    let (style, remark) = match reason.role {
        Role::Decides => (style, None),
        Role::Overruled => (Style::Dim, Some(messages.text("answer-overruled"))),
        Role::Discounted => (Style::Dim, Some(messages.text("answer-discounted"))),
    };
    let mut remarks: Vec<String> = remark.into_iter().collect();
    remarks.extend(reason.as_of.as_ref().map(|date| messages.say(&Message::new("answer-as-of").with("date", date))));
    let basis = reason.basis.map(|found| basis(found, messages));
    let item = Item::new(Marker::Symbol(sign, style), presuming(&reason.when, &reason.because, messages));
    item.detail(tag(&reason.rule, basis, &reason.sources, &remarks))
}

/// What is said, behind the condition that it presumes.
fn presuming(when: &Presumed, text: &str, messages: &Messages) -> String {
    if when.is_empty() {
        return text.to_owned();
    }
    let conditions = when.named.0.iter().map(|(title, names)| format!("{title}: {names}"));
    let message = Message::new("answer-presumes").with("conditions", conditions.collect::<Vec<_>>().join("; "));
    format!("{} {text}", messages.say(&message))
}

/// What can be chosen for the answer to hold, and how that follows from what is open.
fn choices(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let items = answer.follows.iter().chain(&answer.choices).map(|choice| {
        let text = presuming(&choice.when, &choice.names, messages);
        let item = Item::new(Marker::Bullet, Line::from(text).dim(format!(" · {}", basis(choice.basis, messages))));
        let gives = choice.gives_name.as_ref();
        let gives = gives.map(|name| messages.say(&Message::new("choice-gives").with("name", name)));
        let remarks = gives.into_iter().chain(choice.in_setup.then(|| messages.text("choice-in-setup")));
        let remarks = remarks.collect::<Vec<_>>().join(" · ");
        if remarks.is_empty() { item } else { item.detail(Line::new().dim(remarks)) }
    });
    titled("answer-choices", items.collect(), messages)
}

/// `id · basis · sources · remarks`: on whose word, at every line.
#[must_use]
pub fn tag(id: &str, basis: Option<String>, sources: &[String], remarks: &[String]) -> Line {
    let sources = (!sources.is_empty()).then(|| sources.join(", "));
    let parts = [Some(id.to_owned()), basis, sources].into_iter().flatten().chain(remarks.iter().cloned());
    Line::new().dim(parts.collect::<Vec<_>>().join(" · "))
}

fn open(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let next = answer.next_question.iter().map(|question| {
        let item = Item::new(Marker::Symbol("?", Style::Unclear), Line::new().strong(&question.text));
        let item = question.find_out.iter().fold(item, |item, find_out| item.detail(find_out.as_str()));
        item.detail(Line::new().dim(format!("{}=…", question.axis)))
    });
    let mut blocks = titled("answer-ask-next", next.collect(), messages);
    let open = answer.open.iter().map(|open| {
        let line = Line::from(open.title.as_str()).dim(format!(" ({})", open.axis));
        open.outcomes.0.iter().zip(&open.names).fold(Item::new(Marker::Bullet, line), |item, ((_, found), name)| {
            let (sign, style) = mark(*found);
            item.detail(Line::new().styled(style, sign).plain(format!(" {name}: {}", verdict(*found, messages))))
        })
    });
    blocks.extend(titled("answer-open", open.collect(), messages));
    blocks
}

/// What to do, as it is written.
#[must_use]
pub fn remedies(remedies: &[Remedy], messages: &Messages) -> Vec<Block> {
    let items = remedies.iter().map(|remedy| {
        let line = Line::new().strong(&remedy.title).plain(format!(": {}", remedy.text));
        let item = Item::new(Marker::Number, line);
        let item = item.detail(tag(&remedy.id, Some(basis(remedy.basis, messages)), &remedy.sources, &[]));
        remedy.commands.iter().fold(item, |item, command| item.command(command.as_str()))
    });
    titled("answer-remedies", items.collect(), messages)
}

/// A step of a set-up: what to do, how to see that it worked, and on whose word.
#[must_use]
pub fn step_item(step: &Step, marker: Marker, messages: &Messages) -> Item {
    let mut item = Item::new(marker, Line::new().strong(&step.title).plain(format!(": {}", step.text)));
    if let Some(because) = &step.because {
        item = item.detail(because.as_str());
    }
    if let Some(verify) = &step.verify {
        item = item.detail(messages.say(&Message::new("step-verify").with("text", verify)));
    }
    let word = step.basis.map_or_else(|| messages.text("step-unconfirmed"), |found| basis(found, messages));
    let package: Vec<String> = step.package.iter().cloned().collect();
    item = item.detail(tag(&step.step, Some(word), &step.sources, &package));
    step.commands.iter().fold(item, |item, command| item.command(command.as_str()))
}

/// What would be supported instead. After `undocumented` it is what is documented nearby, and no answer to the question.
fn alternatives(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let items = answer.alternatives.iter().map(|alternative| {
        let reaches = Message::new("alternative-reaches").with("basis", basis(alternative.basis, messages));
        let clears = Message::new("alternative-clears").with("names", alternative.clears.join(", "));
        let mut remarks = vec![messages.text("alternative-derived"), messages.say(&reaches), messages.say(&clears)];
        if !alternative.cautions.is_empty() {
            let cautions = Message::new("alternative-cautions").with("names", alternative.cautions.join(", "));
            remarks.push(messages.say(&cautions));
        }
        let item = Item::new(Marker::Bullet, alternative.text.as_str());
        item.detail(Line::new().dim(remarks.join(" · ")))
    });
    let undocumented = answer.verdict == Some(Verdict::Undocumented);
    titled(if undocumented { "answer-nearby" } else { "answer-alternatives" }, items.collect(), messages)
}

fn cautions(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let items = answer.cautions.iter().map(|caution| {
        let text = presuming(&caution.when, &caution.text, messages);
        let item = Item::new(Marker::Symbol("!", Style::Caution), text);
        item.detail(tag(&caution.id, Some(basis(caution.basis, messages)), &caution.sources, &[]))
    });
    titled("answer-cautions", items.collect(), messages)
}

/// The documents, with the places in them.
#[must_use]
pub fn sources(sources: &[Source], messages: &Messages) -> Vec<Block> {
    let items = sources.iter().map(|source| {
        let line = Line::new().strong(&source.id).plain(format!(" {}", source.title));
        let line = line.dim(format!(" ({})", published(&source.publisher, source.date.as_deref(), messages)));
        let item = Item::new(Marker::Bullet, line);
        source.r#where.iter().fold(item, |item, places| item.detail(Line::new().dim(places)))
    });
    titled("answer-sources", items.collect(), messages)
}

/// Publisher and date, or that there is no date.
#[must_use]
pub fn published(publisher: &str, date: Option<&str>, messages: &Messages) -> String {
    let date = date.map_or_else(|| messages.text("source-undated"), str::to_owned);
    format!("{publisher}, {date}")
}
