//! The answer to facts, for people: verdict first, then why, what to do, what is still open, and on whose word.

use crate::advise::alternatives::Blockers;
use crate::advise::{Advice, Alternative, NeededStep, Package};
use crate::decide::{Choice, Conclusion, Decision, OpenAxis, Said, When};
use crate::knowledge::ids::{AxisId, RuleId};
use crate::knowledge::setup::Step;
use crate::knowledge::table::{Rule, Silence, Table};
use crate::knowledge::{Citation, Knowledge, Remedy};
use crate::locale::Message;
use crate::model::terms::{Effect, Verdict};
use crate::render::block::{Block, Document, Item, Line, Marker, Style};
use crate::render::voice::{Voice, mark};

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
    pub unknown: &'a [(AxisId, String)],
    /// The command that gives this answer again.
    pub replay: &'a str,
}

/// Stands for a rule where a name is no value.
pub(super) const UNKNOWN_NAME: &str = "unknown-name";

/// A reason in the order in which reasons are told.
pub(super) enum Reason<'a> {
    /// It decides.
    Deciding(&'a Rule, &'a Said<RuleId>),
    /// A permit that holds, and that a forbid overrules.
    Overruled(&'a Rule, &'a Said<RuleId>),
    /// A rule that would decide if more than what is stated counted.
    Discounted(&'a Rule, &'a Said<RuleId>),
    /// No source speaks.
    Silent(&'a Silence, &'a When),
    /// A name is no value, so that nothing is known about it.
    Unknown(&'a str),
}

impl<'a> Answer<'a> {
    /// What the verdict rests on.
    pub(super) fn reasons(&self) -> Vec<Reason<'a>> {
        let table = self.table;
        let rules = |said: &'a [Said<RuleId>], kind: fn(&'a Rule, &'a Said<RuleId>) -> Reason<'a>| {
            said.iter().map(move |said| kind(&table[said.id], said))
        };
        match &self.decision.conclusion {
            Conclusion::Undocumented { .. } if !self.unknown.is_empty() => {
                self.unknown.iter().map(|(_, name)| Reason::Unknown(name)).collect()
            }
            Conclusion::Supported { permits, .. } => rules(permits, Reason::Deciding).collect(),
            Conclusion::Unsupported { forbids, overruled, .. } => {
                rules(forbids, Reason::Deciding).chain(rules(overruled, Reason::Overruled)).collect()
            }
            Conclusion::Undocumented { silents, discounted } => {
                let silents = silents.iter().map(|said| Reason::Silent(&table[said.id], &said.when));
                silents.chain(rules(discounted, Reason::Discounted)).collect()
            }
            Conclusion::Undetermined { .. } => Vec::new(),
        }
    }

    /// Every citation, in the order in which it is met.
    pub(super) fn citations(&self) -> Vec<Citation> {
        let mut citations = Vec::new();
        for reason in self.reasons() {
            citations.extend(match reason {
                Reason::Deciding(rule, _) | Reason::Overruled(rule, _) | Reason::Discounted(rule, _) => &rule.sources,
                Reason::Silent(silence, _) => &silence.sources,
                Reason::Unknown(_) => continue,
            });
        }
        let remedies = self.advice.remedies.iter().map(|remedy| &self.knowledge[*remedy]);
        citations.extend(remedies.flat_map(|remedy| &remedy.sources));
        let cautions = self.decision.cautions.iter().map(|said| &self.table[said.id]);
        citations.extend(cautions.flat_map(|caution| &caution.sources));
        citations.extend(self.steps().into_iter().flat_map(|(_, step)| &step.sources));
        let next = self.advice.next_axis.map(|axis| &self.table[axis]);
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
        self.advice.remedies.iter().map(|remedy| &self.knowledge[*remedy]).collect()
    }

    /// Ids of what an alternative clears.
    pub(super) fn cleared(&self, alternative: &Alternative) -> Vec<String> {
        match &alternative.clears {
            Blockers::Forbids(forbids) => forbids.iter().map(|forbid| self.table[*forbid].id.clone()).collect(),
            Blockers::Silents(silents) => silents.iter().map(|silent| self.table[*silent].id.clone()).collect(),
        }
    }

    /// Ids of the cautions that come with an alternative and not with the question.
    pub(super) fn cautions_of(&self, alternative: &Alternative) -> Vec<String> {
        let fresh = alternative
            .cautions
            .iter()
            .filter(|caution| !self.decision.cautions.iter().any(|said| said.id == **caution));
        fresh.map(|caution| self.table[*caution].id.clone()).collect()
    }

    /// What an alternative proposes, in words: the texts of its moves with the values after the change.
    pub(super) fn proposal(&self, alternative: &Alternative, voice: Voice<'_>) -> String {
        let moves = alternative.moves.iter().map(|at| &self.table[*at]);
        let cells = alternative.facts.cells(self.table);
        let told = moves.map(|one| {
            self.table.axes.iter().zip(&cells).fold(voice.text(&one.text).to_owned(), |text, (axis, set)| {
                text.replace(&format!("{{{}}}", axis.id), &voice.names(axis, set))
            })
        });
        told.collect::<Vec<_>>().join(" ")
    }

    /// What there is to say about a choice that is a package.
    pub(super) fn package(&self, choice: usize) -> Option<&'a Package> {
        self.advice.packages.get(choice)?.as_ref()
    }

    /// The axes on which the verdict depends.
    pub(super) fn open(&self) -> &'a [OpenAxis] {
        match &self.decision.conclusion {
            Conclusion::Undetermined { open, .. } => open,
            _ => &[],
        }
    }
}

/// The answer as a document.
#[must_use]
pub fn document(answer: &Answer<'_>, voice: Voice<'_>) -> Document {
    with_reading(answer, Vec::new(), voice)
}

/// The same, with what was read in a question behind the facts.
pub(super) fn with_reading(answer: &Answer<'_>, reading: Vec<Block>, voice: Voice<'_>) -> Document {
    let mut blocks = head(answer, voice);
    blocks.extend(reading);
    blocks.extend(why(answer, voice));
    blocks.extend(open(answer, voice));
    blocks.extend(needs(answer, voice));
    blocks.extend(remedies(&answer.remedies(), voice));
    blocks.extend(alternatives(answer, voice));
    blocks.extend(cautions(answer, voice));
    blocks.extend(sources(&answer.citations(), voice));
    blocks.push(Block::Heading(voice.word("answer-again").into()));
    blocks.push(Block::Commands(vec![answer.replay.to_owned()]));
    Document { blocks }
}

/// The verdict in one line, what it means, and the facts it is about.
fn head(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Block> {
    let verdict = answer.decision.verdict();
    let (sign, style) = mark(verdict);
    let mut line = Line::new().styled(style, format!("{sign} {}", voice.verdict(verdict).to_uppercase()));
    if let Some(basis) = answer.decision.basis() {
        line = line.plain(format!(" · {}", voice.basis(basis)));
    }
    if answer.decision.strict {
        line = line.plain(format!(" · {}", voice.word("answer-strict")));
    }
    let mut blocks = vec![Block::Paragraph(line)];
    blocks.push(Block::Paragraph(voice.say(&Message::new(format!("means-{verdict}"))).into()));
    blocks.extend(choices(answer, voice));
    let facts = AxisId::of(&answer.table.axes).filter_map(|(index, axis)| {
        let set = answer.decision.facts.get(index)?;
        Some((Line::from(voice.text(&axis.title)), Line::from(voice.names(axis, set))))
    });
    let mut facts: Vec<(Line, Line)> = facts.collect();
    let unknown = answer.unknown.iter().filter_map(|(axis, name)| {
        let line = Line::from(name.as_str()).plain(" · ").styled(Style::Caution, voice.word("ask-unknown"));
        Some((Line::from(voice.text(&answer.table[*axis].title)), line))
    });
    facts.extend(unknown);
    let unasked: Vec<&str> = unasked(answer).into_iter().map(|axis| voice.text(&axis.title)).collect();
    if !unasked.is_empty() {
        facts.push((Line::new().dim(voice.word("answer-any")), Line::new().dim(unasked.join(", "))));
    }
    if !facts.is_empty() {
        blocks.push(Block::Pairs(facts));
    }
    blocks
}

/// What can be chosen for the answer to hold, and how that follows from what is open.
fn choices(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Block> {
    let decision = answer.decision;
    let item = |choice: &Choice| {
        let names =
            choice.values.iter().map(|(axis, value)| voice.text(&voice.value(&answer.table[*axis], *value).name));
        let text = presuming(&choice.when, &names.collect::<Vec<_>>().join(", "), answer.table, voice);
        Item::new(Marker::Bullet, Line::from(text).dim(format!(" · {}", voice.basis(choice.basis))))
    };
    let holding = decision.choices.iter().enumerate().map(|(at, choice)| match package(answer, at, voice) {
        Some(line) => item(choice).detail(Line::new().dim(line)),
        None => item(choice),
    });
    titled("answer-choices", decision.follows.iter().map(item).chain(holding).collect(), voice)
}

/// What a package gives that can be chosen, and whether set-up installs it.
fn package(answer: &Answer<'_>, choice: usize, voice: Voice<'_>) -> Option<String> {
    let package = answer.package(choice)?;
    let known = answer.knowledge.setup().map(|setup| setup.capabilities.as_slice()).unwrap_or_default();
    let gives = known.iter().find(|known| Some(&known.id) == package.gives.as_ref());
    let gives = gives.map(|gives| voice.say(&Message::new("choice-gives").with("name", voice.text(&gives.title))));
    let parts: Vec<String> = gives.into_iter().chain(package.in_setup.then(|| voice.word("choice-in-setup"))).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Axes of which nothing is known and on which nothing depends.
fn unasked<'a>(answer: &Answer<'a>) -> Vec<&'a crate::knowledge::axis::Axis> {
    let open = answer.open();
    let depends = |index: AxisId| open.iter().any(|open| open.axis == index);
    let axes = AxisId::of(&answer.table.axes);
    let unknown = |index: AxisId| answer.unknown.iter().any(|(axis, _)| *axis == index);
    axes.filter(|(at, _)| answer.decision.facts.get(*at).is_none() && !depends(*at) && !unknown(*at))
        .map(|(_, axis)| axis)
        .collect()
}

fn why(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Block> {
    let reasons = answer.reasons();
    if reasons.is_empty() {
        return Vec::new();
    }
    let overruled = reasons.iter().any(|reason| matches!(reason, Reason::Overruled(..)));
    let items = reasons.iter().map(|reason| reason_item(reason, answer.table, voice)).collect();
    let mut blocks = vec![Block::Heading(voice.word("answer-why").into()), Block::Items(items)];
    if let Conclusion::Unsupported { forbids, each_alone: true, .. } = &answer.decision.conclusion {
        let message = Message::new("answer-independent").number("reasons", forbids.len());
        blocks.push(Block::Paragraph(voice.say(&message).into()));
    }
    if overruled {
        blocks.push(Block::Paragraph(voice.word("answer-forbid-wins").into()));
    }
    blocks
}

fn reason_item(reason: &Reason<'_>, table: &Table, voice: Voice<'_>) -> Item {
    let (rule, said, remark) = match reason {
        Reason::Deciding(rule, said) => (rule, said, None),
        Reason::Overruled(rule, said) => (rule, said, Some(voice.word("answer-overruled"))),
        Reason::Discounted(rule, said) => (rule, said, Some(voice.word("answer-discounted"))),
        Reason::Unknown(name) => {
            let (sign, style) = mark(Verdict::Undocumented);
            let because = voice.say(&Message::new("reason-unknown-name").with("name", *name));
            return Item::new(Marker::Symbol(sign, style), because).detail(tag(UNKNOWN_NAME, None, &[], &[], voice));
        }
        Reason::Silent(silence, when) => {
            let (sign, style) = mark(Verdict::Undocumented);
            let item =
                Item::new(Marker::Symbol(sign, style), presuming(when, voice.text(&silence.because), table, voice));
            return item.detail(tag(&silence.id, None, &silence.sources, &[], voice));
        }
    };
    let (sign, style) = match rule.effect {
        Effect::Forbid => mark(Verdict::Unsupported),
        Effect::Permit | Effect::Silent => mark(Verdict::Supported),
    };
    let style = if remark.is_some() { Style::Dim } else { style };
    let mut remarks: Vec<String> = remark.into_iter().collect();
    remarks.extend(rule.as_of.as_ref().map(|date| voice.say(&Message::new("answer-as-of").with("date", date))));
    let item = Item::new(Marker::Symbol(sign, style), presuming(&said.when, voice.text(&rule.because), table, voice));
    let basis = said.basis.unwrap_or(rule.basis);
    item.detail(tag(&rule.id, Some(voice.basis(basis)), &rule.sources, &remarks, voice))
}

/// What is said, behind the condition that it presumes.
fn presuming(when: &When, text: &str, table: &Table, voice: Voice<'_>) -> String {
    if when.is_empty() {
        return text.to_owned();
    }
    let conditions = when.iter().map(|(axis, set)| {
        let axis = &table[axis];
        format!("{}: {}", voice.text(&axis.title), voice.names(axis, set))
    });
    let message = Message::new("answer-presumes").with("conditions", conditions.collect::<Vec<_>>().join("; "));
    format!("{} {text}", voice.say(&message))
}

/// `id · basis · sources · remarks`: on whose word, at every line.
pub(super) fn tag(id: &str, basis: Option<String>, sources: &[Citation], remarks: &[String], voice: Voice<'_>) -> Line {
    let mut parts = vec![id.to_owned()];
    parts.extend(basis);
    let sources = voice.source_ids(sources);
    if !sources.is_empty() {
        parts.push(sources.join(", "));
    }
    parts.extend(remarks.iter().cloned());
    Line::new().dim(parts.join(" · "))
}

fn open(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(axis) = answer.advice.next_axis.map(|axis| &answer.table[axis]) {
        blocks.push(Block::Heading(voice.word("answer-ask-next").into()));
        let mut item = Item::new(Marker::Symbol("?", Style::Unclear), Line::new().strong(voice.text(&axis.question)));
        if let Some(find_out) = &axis.find_out {
            item = item.detail(voice.text(find_out));
        }
        blocks.push(Block::Items(vec![item.detail(Line::new().dim(format!("{}=…", axis.id)))]));
    }
    if answer.open().is_empty() {
        return blocks;
    }
    blocks.push(Block::Heading(voice.word("answer-open").into()));
    let items = answer.open().iter().filter_map(|open| {
        let axis = &answer.table[open.axis];
        let mut item = Item::new(Marker::Bullet, Line::from(voice.text(&axis.title)).dim(format!(" ({})", axis.id)));
        for (value, verdict) in &open.outcomes {
            let (sign, style) = mark(*verdict);
            let name = voice.text(&voice.value(axis, *value).name);
            item = item.detail(Line::new().styled(style, sign).plain(format!(" {name}: {}", voice.verdict(*verdict))));
        }
        Some(item)
    });
    blocks.push(Block::Items(items.collect()));
    blocks
}

/// What to do, as it is written.
pub(super) fn remedies(remedies: &[&Remedy], voice: Voice<'_>) -> Vec<Block> {
    let items: Vec<Item> = remedies
        .iter()
        .map(|remedy| {
            let line = Line::new().strong(voice.text(&remedy.title)).plain(format!(": {}", voice.text(&remedy.text)));
            let mut item = Item::new(Marker::Number, line);
            item = item.detail(tag(&remedy.id, Some(voice.basis(remedy.basis)), &remedy.sources, &[], voice));
            remedy.commands.iter().fold(item, |item, command| item.command(command.clone()))
        })
        .collect();
    titled("answer-remedies", items, voice)
}

fn needs(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Block> {
    let items = answer.steps().into_iter().map(|(needed, step)| step_item(needed, step, Marker::Bullet, voice));
    titled("answer-needs", items.collect(), voice)
}

/// A step of a set-up: what to do, how to see that it worked, and on whose word.
pub(super) fn step_item(needed: &NeededStep, step: &Step, marker: Marker, voice: Voice<'_>) -> Item {
    let line = Line::new().strong(voice.text(&step.title)).plain(format!(": {}", voice.text(&step.text)));
    let mut item = Item::new(marker, line);
    if let Some(over) = step.taken_over.as_ref().filter(|_| needed.taken_over) {
        item = item.detail(voice.text(&over.because));
    }
    if let Some(verify) = &step.verify {
        item = item.detail(voice.say(&Message::new("step-verify").with("text", voice.text(verify))));
    }
    let basis = needed.basis.map_or_else(|| voice.word("step-unconfirmed"), |basis| voice.basis(basis));
    let packages: Vec<String> = step.package.iter().cloned().collect();
    item = item.detail(tag(&step.id, Some(basis), &step.sources, &packages, voice));
    step.commands.iter().fold(item, |item, command| item.command(command.clone()))
}

/// What would be supported instead. After `undocumented` it is what is documented nearby, and no answer to the question.
fn alternatives(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Block> {
    let undocumented = answer.decision.verdict() == Verdict::Undocumented;
    let items = answer.advice.alternatives.iter().map(|alternative| {
        let item = Item::new(Marker::Bullet, answer.proposal(alternative, voice));
        let clears = Message::new("alternative-clears").with("names", answer.cleared(alternative).join(", "));
        let reaches = Message::new("alternative-reaches").with("basis", voice.basis(alternative.basis));
        let mut remarks = vec![voice.word("alternative-derived"), voice.say(&reaches), voice.say(&clears)];
        let cautions = answer.cautions_of(alternative);
        if !cautions.is_empty() {
            remarks.push(voice.say(&Message::new("alternative-cautions").with("names", cautions.join(", "))));
        }
        item.detail(Line::new().dim(remarks.join(" · ")))
    });
    titled(if undocumented { "answer-nearby" } else { "answer-alternatives" }, items.collect(), voice)
}

fn cautions(answer: &Answer<'_>, voice: Voice<'_>) -> Vec<Block> {
    let items = answer.decision.cautions.iter().map(|said| {
        let caution = &answer.table[said.id];
        let text = presuming(&said.when, voice.text(&caution.text), answer.table, voice);
        let item = Item::new(Marker::Symbol("!", Style::Caution), text);
        item.detail(tag(&caution.id, Some(voice.basis(caution.basis)), &caution.sources, &[], voice))
    });
    titled("answer-cautions", items.collect(), voice)
}

fn titled(title: &'static str, items: Vec<Item>, voice: Voice<'_>) -> Vec<Block> {
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(voice.word(title).into()), Block::Items(items)]
}

/// The documents, with the places in them.
pub(super) fn sources(citations: &[Citation], voice: Voice<'_>) -> Vec<Block> {
    let items = voice.sources(citations).into_iter().map(|(source, places)| {
        let mut line = Line::new().strong(&source.id).plain(format!(" {}", voice.text(&source.title)));
        line = line.dim(format!(" ({})", published(source.publisher.as_str(), source.date.as_deref(), voice)));
        let item = Item::new(Marker::Bullet, line);
        if places.is_empty() { item } else { item.detail(Line::new().dim(places.join("; "))) }
    });
    titled("answer-sources", items.collect(), voice)
}

/// Publisher and date, or that there is no date.
pub(super) fn published(publisher: &str, date: Option<&str>, voice: Voice<'_>) -> String {
    let undated = || voice.word("source-undated");
    format!("{publisher}, {}", date.map_or_else(undated, str::to_owned))
}
