//! The answer to facts, for people: verdict first, then why, what to do, what is still open, and on whose word.

use crate::advise::{Advice, Alternative, NeededStep};
use crate::decide::{Conclusion, Decision, OpenAxis};
use crate::knowledge::setup::Step;
use crate::knowledge::table::{Rule, Silence, Table};
use crate::knowledge::{Citation, Knowledge, Remedy};
use crate::locale::Message;
use crate::model::terms::{Effect, Verdict};
use crate::print::{Block, Item, Line, Marker, Style, mark};
use crate::view::Context;

/// Everything an answer is made of.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// Where it comes from.
    pub knowledge: &'a Knowledge,
    /// The question that was asked.
    pub table: &'a Table,
    /// What was decided.
    pub decision: &'a Decision,
    /// What to do.
    pub advice: &'a Advice,
    /// Axes of which something was named that is no value, and its words.
    pub unknown: &'a [(usize, String)],
    /// The command that gives this answer again.
    pub replay: &'a str,
}

/// Stands for a rule where a name is no value.
pub(super) const UNKNOWN_NAME: &str = "unknown-name";

/// A reason in the order in which reasons are told.
pub(super) enum Reason<'a> {
    /// It decides.
    Deciding(&'a Rule),
    /// A permit that holds, and that a forbid overrules.
    Overruled(&'a Rule),
    /// A rule that would decide if more than what is stated counted.
    Discounted(&'a Rule),
    /// No source speaks.
    Silent(&'a Silence),
    /// A name is no value, so that nothing is known about it.
    Unknown(&'a str),
}

impl<'a> Answer<'a> {
    /// What the verdict rests on.
    pub(super) fn reasons(&self) -> Vec<Reason<'a>> {
        let table = self.table;
        let rules = |positions: Vec<u32>| positions.into_iter().filter_map(move |position| table.rule(position));
        match &self.decision.conclusion {
            Conclusion::Undocumented { .. } if !self.unknown.is_empty() => {
                self.unknown.iter().map(|(_, name)| Reason::Unknown(name)).collect()
            }
            Conclusion::Supported { permits, .. } => rules(permits.iter().collect()).map(Reason::Deciding).collect(),
            Conclusion::Unsupported { forbids, overruled, .. } => {
                let deciding = rules(forbids.iter().collect()).map(Reason::Deciding);
                deciding.chain(rules(overruled.clone()).map(Reason::Overruled)).collect()
            }
            Conclusion::Undocumented { silents, discounted } => {
                let silents = silents.iter().filter_map(|position| table.silents.get(*position as usize));
                silents.map(Reason::Silent).chain(rules(discounted.clone()).map(Reason::Discounted)).collect()
            }
            Conclusion::Undetermined { .. } => Vec::new(),
        }
    }

    /// Every citation, in the order in which it is met.
    pub(super) fn citations(&self) -> Vec<Citation> {
        let mut citations = Vec::new();
        for reason in self.reasons() {
            citations.extend(match reason {
                Reason::Deciding(rule) | Reason::Overruled(rule) | Reason::Discounted(rule) => &rule.sources,
                Reason::Silent(silence) => &silence.sources,
                Reason::Unknown(_) => continue,
            });
        }
        let remedies = self.advice.remedies.iter().filter_map(|remedy| self.knowledge.remedy(*remedy));
        citations.extend(remedies.flat_map(|remedy| &remedy.sources));
        let cautions = self.decision.cautions.iter().filter_map(|caution| self.table.cautions.get(*caution as usize));
        citations.extend(cautions.flat_map(|caution| &caution.sources));
        citations.extend(self.steps().into_iter().flat_map(|(_, step)| &step.sources));
        let next = self.advice.next_axis.and_then(|axis| self.table.axes.get(axis));
        citations.extend(next.into_iter().flat_map(|axis| &axis.sources));
        citations
    }

    /// The steps that the answer needs.
    fn steps(&self) -> Vec<(&'a NeededStep, &'a Step)> {
        if self.advice.needs.is_empty() {
            return Vec::new();
        }
        let setup = self.knowledge.setup();
        let find = |needed: &'a NeededStep| Some((needed, setup?.steps.get(needed.step)?));
        self.advice.needs.iter().filter_map(find).collect()
    }

    /// What to do, as it is written.
    pub(super) fn remedies(&self) -> Vec<&'a Remedy> {
        self.advice.remedies.iter().filter_map(|remedy| self.knowledge.remedy(*remedy)).collect()
    }

    /// Ids of what an alternative clears.
    pub(super) fn cleared(&self, alternative: &Alternative) -> Vec<String> {
        let undocumented = self.decision.verdict() == Verdict::Undocumented;
        let silent = |at: u32| self.table.silents.get(at as usize).map(|silence| silence.id.clone());
        let rule = |at: u32| self.table.rule(at).map(|rule| rule.id.clone());
        let id = |at: &u32| if undocumented { silent(*at) } else { rule(*at) };
        alternative.clears.iter().filter_map(id).collect()
    }

    /// Ids of the cautions that come with an alternative and not with the question.
    pub(super) fn cautions_of(&self, alternative: &Alternative) -> Vec<String> {
        let fresh = alternative.cautions.iter().filter(|caution| !self.decision.cautions.contains(caution));
        fresh
            .filter_map(|caution| self.table.cautions.get(*caution as usize))
            .map(|caution| caution.id.clone())
            .collect()
    }

    /// What an alternative proposes, in words: the texts of its moves with the values after the change.
    pub(super) fn proposal(&self, alternative: &Alternative, cx: Context<'_>) -> String {
        let moves = alternative.moves.iter().filter_map(|at| self.table.moves.get(*at));
        let cells = alternative.facts.cells(self.table);
        let told = moves.map(|one| {
            self.table.axes.iter().zip(&cells).fold(cx.text(&one.text).to_owned(), |text, (axis, set)| {
                text.replace(&format!("{{{}}}", axis.id), &cx.names(axis, set))
            })
        });
        told.collect::<Vec<_>>().join(" ")
    }

    /// The axes on which the verdict depends.
    pub(super) fn open(&self) -> &'a [OpenAxis] {
        match &self.decision.conclusion {
            Conclusion::Undetermined { open } => open,
            _ => &[],
        }
    }
}

/// The answer as a document.
#[must_use]
pub fn document(answer: &Answer<'_>, cx: Context<'_>) -> Vec<Block> {
    with_reading(answer, Vec::new(), cx)
}

/// The same, with what was read in a question behind the facts.
pub(super) fn with_reading(answer: &Answer<'_>, reading: Vec<Block>, cx: Context<'_>) -> Vec<Block> {
    let mut blocks = head(answer, cx);
    blocks.extend(reading);
    blocks.extend(why(answer, cx));
    blocks.extend(open(answer, cx));
    blocks.extend(needs(answer, cx));
    blocks.extend(remedies(&answer.remedies(), cx));
    blocks.extend(alternatives(answer, cx));
    blocks.extend(cautions(answer, cx));
    blocks.extend(sources(&answer.citations(), cx));
    blocks.push(Block::Heading(cx.word("answer-again").into()));
    blocks.push(Block::Commands(vec![answer.replay.to_owned()]));
    blocks
}

/// The verdict in one line, what it means, and the facts it is about.
fn head(answer: &Answer<'_>, cx: Context<'_>) -> Vec<Block> {
    let verdict = answer.decision.verdict();
    let (sign, style) = mark(verdict);
    let mut line = Line::new().styled(style, format!("{sign} {}", cx.verdict(verdict).to_uppercase()));
    if let Some(basis) = answer.decision.basis() {
        line = line.plain(format!(" · {}", cx.basis(basis)));
    }
    if answer.decision.strict {
        line = line.plain(format!(" · {}", cx.word("answer-strict")));
    }
    let mut blocks = vec![Block::Paragraph(line)];
    blocks.push(Block::Paragraph(cx.say(&Message::new(format!("means-{verdict}"))).into()));
    let facts = answer.table.axes.iter().enumerate().filter_map(|(index, axis)| {
        let set = answer.decision.facts.get(index)?;
        Some((Line::from(cx.text(&axis.title)), Line::from(cx.names(axis, set))))
    });
    let mut facts: Vec<(Line, Line)> = facts.collect();
    let unknown = answer.unknown.iter().filter_map(|(axis, name)| {
        let line = Line::from(name.as_str()).plain(" · ").styled(Style::Caution, cx.word("ask-unknown"));
        Some((Line::from(cx.text(&answer.table.axes.get(*axis)?.title)), line))
    });
    facts.extend(unknown);
    let unasked: Vec<&str> = unasked(answer).into_iter().map(|axis| cx.text(&axis.title)).collect();
    if !unasked.is_empty() {
        facts.push((Line::new().dim(cx.word("answer-any")), Line::new().dim(unasked.join(", "))));
    }
    if !facts.is_empty() {
        blocks.push(Block::Pairs(facts));
    }
    blocks
}

/// Axes of which nothing is known and on which nothing depends.
fn unasked<'a>(answer: &Answer<'a>) -> Vec<&'a crate::knowledge::axis::Axis> {
    let open = answer.open();
    let depends = |index: usize| open.iter().any(|open| open.axis == index);
    let axes = answer.table.axes.iter().enumerate();
    let unknown = |index: usize| answer.unknown.iter().any(|(axis, _)| *axis == index);
    axes.filter(|(at, _)| answer.decision.facts.get(*at).is_none() && !depends(*at) && !unknown(*at))
        .map(|(_, axis)| axis)
        .collect()
}

fn why(answer: &Answer<'_>, cx: Context<'_>) -> Vec<Block> {
    let reasons = answer.reasons();
    if reasons.is_empty() {
        return Vec::new();
    }
    let overruled = reasons.iter().any(|reason| matches!(reason, Reason::Overruled(_)));
    let items = reasons.iter().map(|reason| reason_item(reason, cx)).collect();
    let mut blocks = vec![Block::Heading(cx.word("answer-why").into()), Block::Items(items)];
    let forbids =
        reasons.iter().filter(|reason| matches!(reason, Reason::Deciding(rule) if rule.effect == Effect::Forbid));
    let forbids = forbids.count();
    if forbids > 1 {
        blocks.push(Block::Paragraph(cx.say(&Message::new("answer-independent").number("reasons", forbids)).into()));
    }
    if overruled {
        blocks.push(Block::Paragraph(cx.word("answer-forbid-wins").into()));
    }
    blocks
}

fn reason_item(reason: &Reason<'_>, cx: Context<'_>) -> Item {
    let (rule, remark) = match reason {
        Reason::Deciding(rule) => (rule, None),
        Reason::Overruled(rule) => (rule, Some(cx.word("answer-overruled"))),
        Reason::Discounted(rule) => (rule, Some(cx.word("answer-discounted"))),
        Reason::Unknown(name) => {
            let (sign, style) = mark(Verdict::Undocumented);
            let because = cx.say(&Message::new("reason-unknown-name").with("name", *name));
            return Item::new(Marker::Symbol(sign, style), because).detail(tag(UNKNOWN_NAME, None, &[], &[], cx));
        }
        Reason::Silent(silence) => {
            let (sign, style) = mark(Verdict::Undocumented);
            let item = Item::new(Marker::Symbol(sign, style), cx.text(&silence.because));
            return item.detail(tag(&silence.id, None, &silence.sources, &[], cx));
        }
    };
    let (sign, style) = match rule.effect {
        Effect::Forbid => mark(Verdict::Unsupported),
        Effect::Permit | Effect::Silent => mark(Verdict::Supported),
    };
    let style = if remark.is_some() { Style::Dim } else { style };
    let mut remarks: Vec<String> = remark.into_iter().collect();
    remarks.extend(rule.as_of.as_ref().map(|date| cx.say(&Message::new("answer-as-of").with("date", date))));
    let item = Item::new(Marker::Symbol(sign, style), cx.text(&rule.because));
    item.detail(tag(&rule.id, Some(cx.basis(rule.basis)), &rule.sources, &remarks, cx))
}

/// `id · basis · sources · remarks`: on whose word, at every line.
pub(super) fn tag(id: &str, basis: Option<String>, sources: &[Citation], remarks: &[String], cx: Context<'_>) -> Line {
    let mut parts = vec![id.to_owned()];
    parts.extend(basis);
    let sources = cx.source_ids(sources);
    if !sources.is_empty() {
        parts.push(sources.join(", "));
    }
    parts.extend(remarks.iter().cloned());
    Line::new().dim(parts.join(" · "))
}

fn open(answer: &Answer<'_>, cx: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(axis) = answer.advice.next_axis.and_then(|axis| answer.table.axes.get(axis)) {
        blocks.push(Block::Heading(cx.word("answer-ask-next").into()));
        let mut item = Item::new(Marker::Symbol("?", Style::Unclear), Line::new().strong(cx.text(&axis.question)));
        if let Some(find_out) = &axis.find_out {
            item = item.detail(cx.text(find_out));
        }
        blocks.push(Block::Items(vec![item.detail(Line::new().dim(format!("{}=…", axis.id)))]));
    }
    if answer.open().is_empty() {
        return blocks;
    }
    blocks.push(Block::Heading(cx.word("answer-open").into()));
    let items = answer.open().iter().filter_map(|open| {
        let axis = answer.table.axes.get(open.axis)?;
        let mut item = Item::new(Marker::Bullet, Line::from(cx.text(&axis.title)).dim(format!(" ({})", axis.id)));
        for (value, verdict) in &open.outcomes {
            let (sign, style) = mark(*verdict);
            let name = cx.value(axis, *value).map(|value| cx.text(&value.name)).unwrap_or_default();
            item = item.detail(Line::new().styled(style, sign).plain(format!(" {name}: {}", cx.verdict(*verdict))));
        }
        Some(item)
    });
    blocks.push(Block::Items(items.collect()));
    blocks
}

/// What to do, as it is written.
pub(super) fn remedies(remedies: &[&Remedy], cx: Context<'_>) -> Vec<Block> {
    let items: Vec<Item> = remedies
        .iter()
        .map(|remedy| {
            let line = Line::new().strong(cx.text(&remedy.title)).plain(format!(": {}", cx.text(&remedy.text)));
            let mut item = Item::new(Marker::Number, line);
            item = item.detail(tag(&remedy.id, Some(cx.basis(remedy.basis)), &remedy.sources, &[], cx));
            remedy.commands.iter().fold(item, |item, command| item.command(command.clone()))
        })
        .collect();
    titled("answer-remedies", items, cx)
}

fn needs(answer: &Answer<'_>, cx: Context<'_>) -> Vec<Block> {
    let items = answer.steps().into_iter().map(|(needed, step)| step_item(needed, step, Marker::Bullet, cx));
    titled("answer-needs", items.collect(), cx)
}

/// A step of a set-up: what to do, how to see that it worked, and on whose word.
pub(super) fn step_item(needed: &NeededStep, step: &Step, marker: Marker, cx: Context<'_>) -> Item {
    let line = Line::new().strong(cx.text(&step.title)).plain(format!(": {}", cx.text(&step.text)));
    let mut item = Item::new(marker, line);
    if let Some(over) = step.taken_over.as_ref().filter(|_| needed.taken_over) {
        item = item.detail(cx.text(&over.because));
    }
    if let Some(verify) = &step.verify {
        item = item.detail(cx.say(&Message::new("step-verify").with("text", cx.text(verify))));
    }
    let basis = needed.basis.map_or_else(|| cx.word("step-unconfirmed"), |basis| cx.basis(basis));
    let packages: Vec<String> = step.package.iter().cloned().collect();
    item = item.detail(tag(&step.id, Some(basis), &step.sources, &packages, cx));
    step.commands.iter().fold(item, |item, command| item.command(command.clone()))
}

/// What would be supported instead. After `undocumented` it is what is documented nearby, and no answer to the question.
fn alternatives(answer: &Answer<'_>, cx: Context<'_>) -> Vec<Block> {
    let undocumented = answer.decision.verdict() == Verdict::Undocumented;
    let items = answer.advice.alternatives.iter().map(|alternative| {
        let item = Item::new(Marker::Bullet, answer.proposal(alternative, cx));
        let clears = Message::new("alternative-clears").with("names", answer.cleared(alternative).join(", "));
        let reaches = Message::new("alternative-reaches").with("basis", cx.basis(alternative.basis));
        let mut remarks = vec![cx.word("alternative-derived"), cx.say(&reaches), cx.say(&clears)];
        let cautions = answer.cautions_of(alternative);
        if !cautions.is_empty() {
            remarks.push(cx.say(&Message::new("alternative-cautions").with("names", cautions.join(", "))));
        }
        item.detail(Line::new().dim(remarks.join(" · ")))
    });
    titled(if undocumented { "answer-nearby" } else { "answer-alternatives" }, items.collect(), cx)
}

fn cautions(answer: &Answer<'_>, cx: Context<'_>) -> Vec<Block> {
    let cautions = answer.decision.cautions.iter().filter_map(|caution| answer.table.cautions.get(*caution as usize));
    let items = cautions.map(|caution| {
        let item = Item::new(Marker::Symbol("!", Style::Caution), cx.text(&caution.text));
        item.detail(tag(&caution.id, Some(cx.basis(caution.basis)), &caution.sources, &[], cx))
    });
    titled("answer-cautions", items.collect(), cx)
}

fn titled(title: &'static str, items: Vec<Item>, cx: Context<'_>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(cx.word(title).into()), Block::Items(items)]
}

/// The documents, with the places in them.
pub(super) fn sources(citations: &[Citation], cx: Context<'_>) -> Vec<Block> {
    let items = cx.sources(citations).into_iter().map(|(source, places)| {
        let mut line = Line::new().strong(&source.id).plain(format!(" {}", cx.text(&source.title)));
        line = line.dim(format!(" ({})", published(source.publisher.as_str(), source.date.as_deref(), cx)));
        let item = Item::new(Marker::Bullet, line);
        if places.is_empty() { item } else { item.detail(Line::new().dim(places.join("; "))) }
    });
    titled("answer-sources", items.collect(), cx)
}

/// Publisher and date, or that there is no date.
pub(super) fn published(publisher: &str, date: Option<&str>, cx: Context<'_>) -> String {
    let undated = || cx.word("source-undated");
    format!("{publisher}, {}", date.map_or_else(undated, str::to_owned))
}
