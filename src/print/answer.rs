//! The full answer to facts: verdict first, then why, what to do, what is still open, and on whose word.

use super::{Block, Item, Line, Marker, Style, basis, headed, mark, titled, verdict};
use crate::locale::{Joined as _, Message, Messages};
use crate::model::{Basis, Effect, Origin, Reply, Shell, Verdict};
use crate::view::answer::{Answer, Choice, Presumed, Reason, ReasonRole};
use crate::view::{Remedy, SetupStep, Source};

/// Columns of the first line, unless a name is longer.
const WIDTH: usize = 80;

pub(super) fn word(answer: &Answer, messages: &Messages) -> String {
    if let Some(reply) = answer.replied {
        return messages.say(&Message::new(format!("replied-{reply}")));
    }
    answer.verdict.map_or_else(|| messages.text("verdict-out-of-scope"), |found| verdict(found, messages))
}

/// Everything, with what was read in a question behind the facts.
pub(super) fn with_reading(answer: &Answer, reading: Vec<Block>, messages: &Messages) -> Vec<Block> {
    let mut blocks = head(answer, messages);
    blocks.extend(reading);
    blocks.extend(why(answer, messages));
    blocks.extend(open(answer, messages));
    let needs = answer.needs.iter().map(|step| step_item(step, messages));
    blocks.extend(titled("answer-needs", needs, messages));
    blocks.extend(remedies(&answer.remedies, messages));
    blocks.extend(alternatives(answer, messages));
    blocks.extend(cautions(answer, messages));
    blocks.extend(sources(&answer.sources, messages));
    blocks.extend(again(&answer.replay, messages));
    blocks
}

pub(super) fn again(replay: &str, messages: &Messages) -> Vec<Block> {
    headed("answer-again", Block::Commands(vec![replay.to_owned()]), messages)
}

/// `✓ SUPPORTED · stated`, or `✓ SUPPORTED with Exchange 2007 SP2 (stated); Exchange 2007 SP1 (one reading)` where the asker chooses;
/// by the short names of the values where that line would be too long.
pub(super) fn verdict_line(answer: &Answer, messages: &Messages) -> Line {
    let line = |name: fn(&Choice) -> &str| {
        let verdict = answer.replied.and_then(Reply::verdict).or(answer.verdict);
        let (sign, style) = verdict.map_or(("?", Style::Unclear), mark);
        let mut line = Line::new().styled(style, format!("{sign} {}", word(answer, messages).to_uppercase()));
        let choices = choices(answer, name, messages);
        if !choices.is_empty() {
            line = line.plain(" ").plain(messages.say(&Message::new("answer-with").with("choices", choices)));
        } else if let Some(found) = answer.basis.filter(|_| answer.verdict != Some(Verdict::Undocumented)) {
            line = line.plain(format!(" · {}", basis(found, messages)));
        } else if answer.verdict == Some(Verdict::Undetermined) && answer.supported_by.is_empty() {
            line = line.plain(format!(" · {}", messages.text("answer-never-supported")));
        }
        if answer.strict {
            line = line.plain(format!(" · {}", messages.text("answer-strict")));
        }
        line
    };
    let in_full = line(|choice| &choice.names);
    if in_full.width() <= WIDTH || has_packages(answer) { in_full } else { line(|choice| &choice.short) }
}

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
    blocks.extend(Some(Block::Pairs(facts)).filter(|facts| !facts.is_empty()));
    blocks.extend(follows(answer, messages));
    blocks.extend(packages(answer, messages));
    blocks
}

/// Which choice goes with what is open, unless the first line says so in a word.
pub(super) fn follows(answer: &Answer, messages: &Messages) -> Option<Block> {
    let items = answer.follows.iter().map(|one| {
        let line = presuming(&one.when, &one.names, messages);
        Item::new(Marker::Bullet, line.dim(format!(" · {}", basis(one.basis, messages))))
    });
    let told = answer.follows.is_empty() || matching(answer).is_some();
    (!told).then(|| Block::Items(items.collect()))
}

/// What the best choices are called together: the tools of the server's level.
fn matching(answer: &Answer) -> Option<&str> {
    let first = answer.follows.first()?.matches.as_deref()?;
    answer.follows.iter().all(|one| one.matches.as_deref() == Some(first)).then_some(first)
}

/// `Exchange 2007 SP2 (stated) or Exchange 2007 SP1 (one reading)`; of packages the first, and how many others there are.
pub(super) fn choices(answer: &Answer, name: fn(&Choice) -> &str, messages: &Messages) -> String {
    let alike = answer.choices.chunk_by(|one, other| one.basis == other.basis && !has_packages(answer));
    let mut told = alike.filter_map(|choices| {
        let names = choices.iter().map(name).joined(", ");
        Some(format!("{names} ({})", basis(choices.first()?.basis, messages)))
    });
    if has_packages(answer) {
        let (first, others) = (told.next().unwrap_or_default(), answer.choices.len() - 1);
        return messages.say(&Message::new("answer-or-others").with("first", first).number("others", others));
    }
    let matching = matching(answer).map(str::to_owned);
    matching.into_iter().chain(told).joined(&or(messages))
}

/// What stands between two choices or two conditions.
pub(super) fn or(messages: &Messages) -> String {
    format!(" {} ", messages.text("answer-or"))
}

/// Whether what can be chosen are packages, which say more of themselves than a name.
fn has_packages(answer: &Answer) -> bool {
    answer.choices.iter().any(|choice| choice.gives.is_some())
}

/// Packages among which the asker chooses, by what they give.
pub(super) fn packages(answer: &Answer, messages: &Messages) -> Vec<Block> {
    if !has_packages(answer) || answer.choices.len() < 2 {
        return Vec::new();
    }
    let mut given: Vec<Option<&str>> = answer.choices.iter().map(|choice| choice.gives_name.as_deref()).collect();
    given.sort_by_key(Option::is_none);
    given.dedup();
    let items = given.into_iter().map(|gives| {
        let line = gives.map_or_else(|| messages.text("choice-gives-nothing"), str::to_owned);
        let own = answer.choices.iter().filter(|choice| choice.gives_name.as_deref() == gives);
        own.fold(Item::new(Marker::Bullet, line), |item, choice| {
            let set_up = choice.in_setup.then(|| messages.text("choice-in-setup"));
            let remarks = [Some(basis(choice.basis, messages)), set_up].into_iter().flatten();
            let remarks = remarks.fold(String::new(), |all, remark| format!("{all} · {remark}"));
            item.detail(Line::from(choice.names.as_str()).dim(remarks))
        })
    });
    titled("answer-choices", items, messages)
}

/// What is said, behind the condition that it presumes.
pub(super) fn presuming(when: &Presumed, text: &str, messages: &Messages) -> Line {
    under(&when.told(), text, messages)
}

/// The same with the condition in words; with none, what is said alone.
pub(super) fn under(conditions: &str, text: &str, messages: &Messages) -> Line {
    if conditions.is_empty() {
        return text.into();
    }
    let message = Message::new("answer-presumes").with("conditions", conditions);
    Line::new().dim(messages.say(&message)).plain(format!(" {text}"))
}

fn why(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let items = answer.reasons.iter().map(|reason| reason_item(reason, messages));
    let mut blocks = titled("answer-why", items, messages);
    let decides = |reason: &&Reason| reason.role == ReasonRole::Decides && reason.effect == Effect::Forbid;
    let forbids = answer.reasons.iter().filter(decides).count();
    if answer.each_alone {
        let message = Message::new("answer-independent").number("reasons", forbids);
        blocks.push(Block::Paragraph(messages.say(&message).into()));
    }
    if answer.reasons.iter().any(|reason| reason.role == ReasonRole::Overruled) {
        blocks.push(Block::Paragraph(messages.text("answer-forbid-wins").into()));
    }
    blocks
}

pub fn reason_item(reason: &Reason, messages: &Messages) -> Item {
    let (sign, style) = mark(speaks_for(reason.effect));
    let (style, remark) = match reason.role {
        ReasonRole::Decides => (style, None),
        ReasonRole::Overruled => (Style::Dim, Some(messages.text("answer-overruled"))),
        ReasonRole::Discounted => (Style::Dim, Some(messages.text("answer-discounted"))),
    };
    let item = Item::new(Marker::Symbol(sign, style), presuming(&reason.when, &reason.because, messages));
    item.detail(word_of(reason, remark, messages))
}

pub(super) fn speaks_for(effect: Effect) -> Verdict {
    match effect {
        Effect::Forbid => Verdict::Unsupported,
        Effect::Permit => Verdict::Supported,
        Effect::Caution | Effect::Silent => Verdict::Undocumented,
    }
}

/// On whose word a reason is: `id · basis · sources · remarks`.
pub(super) fn word_of(reason: &Reason, remark: Option<String>, messages: &Messages) -> Line {
    let remarks = remark.into_iter().chain(as_of(reason.as_of.as_ref(), messages));
    let basis = reason.basis.map(|found| sworn(found, reason.origin, messages));
    tag(&reason.rule, basis, &reason.sources, remarks)
}

/// The word for a basis, with whose word it is if that is not the vendor's.
pub(super) fn sworn(found: Basis, origin: Option<Origin>, messages: &Messages) -> String {
    let origin = origin.map(|origin| messages.say(&Message::new(format!("origin-{origin}"))));
    [Some(basis(found, messages)), origin].into_iter().flatten().joined(", ")
}

/// `id · basis · sources · remarks`: on whose word, at every line.
pub fn tag(id: &str, basis: Option<String>, sources: &[String], remarks: impl IntoIterator<Item = String>) -> Line {
    let sources = (!sources.is_empty()).then(|| sources.join(", "));
    let parts = [Some(id.to_owned()), basis, sources].into_iter().flatten().chain(remarks);
    Line::new().dim(parts.joined(" · "))
}

fn as_of(date: Option<&String>, messages: &Messages) -> Option<String> {
    Some(messages.say(&Message::new("answer-as-of").with("date", date?)))
}

fn open(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let next = answer.next_question.iter().map(|question| {
        let item = Item::judged(Verdict::Undetermined, Line::new().strong(&question.text));
        item.details(question.find_out.as_deref()).detail(Line::new().dim(format!("{}=…", question.axis)))
    });
    let mut blocks = titled("answer-ask-next", next, messages);
    let open = answer.open.iter().map(|open| {
        let line = Line::from(open.title.as_str()).dim(format!(" ({})", open.axis));
        let outcomes = open.outcomes.iter().zip(&open.names).map(|((_, found), name)| {
            let (sign, style) = mark(*found);
            Line::new().styled(style, sign).plain(format!(" {name}: {}", verdict(*found, messages)))
        });
        Item::new(Marker::Bullet, line).details(outcomes)
    });
    blocks.extend(titled("answer-open", open, messages));
    blocks
}

/// What to do, as it is written.
pub fn remedies(remedies: &[Remedy], messages: &Messages) -> Vec<Block> {
    let items = remedies.iter().map(|remedy| {
        let line = Line::new().strong(&remedy.title).plain(format!(": {}", remedy.text));
        let shell = unusual_shell(remedy.shell, &remedy.commands);
        let word = tag(&remedy.id, Some(basis(remedy.basis, messages)), &remedy.sources, shell);
        Item::new(Marker::Bullet, line).detail(word).commands(&remedy.commands)
    });
    titled("answer-remedies", items, messages)
}

pub(super) fn unusual_shell(shell: Shell, commands: &[String]) -> Option<String> {
    (!commands.is_empty() && shell != Shell::default()).then(|| shell.to_string())
}

/// A step of a set-up: what to do, how to see that it worked, and on whose word.
pub fn step_item(step: &SetupStep, messages: &Messages) -> Item {
    let line = Line::new().strong(&step.title).plain(format!(": {}", step.text));
    let verify = step.verify.iter().map(|text| messages.say(&Message::new("step-verify").with("text", text)));
    let word = step.basis.map_or_else(|| messages.text("step-unconfirmed"), |found| basis(found, messages));
    let remarks = step.package.iter().cloned().chain(unusual_shell(step.shell, &step.commands));
    let word = tag(&step.step, Some(word), &step.sources, remarks);
    Item::new(Marker::Number, line)
        .details(step.because.as_deref())
        .details(verify)
        .detail(word)
        .commands(&step.commands)
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
    titled(if undocumented { "answer-nearby" } else { "answer-alternatives" }, items, messages)
}

fn cautions(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let items = answer.cautions.iter().map(|caution| {
        let line = presuming(&caution.when, &caution.text, messages);
        let word = sworn(caution.basis, caution.origin, messages);
        let word = tag(&caution.id, Some(word), &caution.sources, as_of(caution.as_of.as_ref(), messages));
        Item::new(Marker::Symbol("!", Style::Caution), line).detail(word)
    });
    titled("answer-cautions", items, messages)
}

pub fn sources(sources: &[Source], messages: &Messages) -> Vec<Block> {
    let items = sources.iter().map(|source| {
        let line = Line::new().strong(&source.id).plain(format!(" {}", source.title));
        let line = line.dim(format!(" ({})", published(&source.publisher, source.date.as_deref(), messages)));
        Item::new(Marker::Bullet, line)
            .details(source.r#where.iter().chain(&source.url).map(|detail| Line::new().dim(detail)))
    });
    titled("answer-sources", items, messages)
}

/// Publisher and date, or that there is no date.
pub fn published(publisher: &str, date: Option<&str>, messages: &Messages) -> String {
    let date = date.map_or_else(|| messages.text("source-undated"), str::to_owned);
    format!("{publisher}, {date}")
}
