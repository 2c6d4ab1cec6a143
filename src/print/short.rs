//! An answer that fits a screen: the verdict with its choices, the facts in a line, why in a sentence each, what to do with its
//! command, and cautions in a line each. Everything else is in the full answer.

use strum::IntoEnumIterator as _;

use super::answer::{
    choices, follows, or, packages, speaks_for, under, unusual_shell, verdict_line, with_reading, word, word_of,
};
use super::{Block, Detail, Item, Line, Marker, Style, basis, first_sentence, headed, mark, text, titled, verdict};
use crate::locale::{Joined as _, Message, Messages};
use crate::model::{Basis, Verdict};
use crate::view::Answer;
use crate::view::answer::{Choice, NamedFact, Open, Reason, ReasonRole};

/// Lines and columns of the screen.
const SCREEN: (usize, usize) = (24, 80);
/// The most reasons, and the most cautions, that are shown if there is room.
const MOST: usize = 4;

/// The answer to facts, as short or as full as it is wanted.
pub fn detailed(answer: &Answer, detail: Detail, messages: &Messages) -> Vec<Block> {
    match detail {
        Detail::Quiet => vec![Block::Paragraph(word(answer, messages).into())],
        Detail::Short => blocks(answer, messages),
        Detail::Full => with_reading(answer, Vec::new(), messages),
    }
}

pub(super) fn blocks(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let fits =
        |blocks: &Vec<Block>| text::render(blocks, SCREEN.1, &|_, text| text.to_owned()).lines().count() <= SCREEN.0;
    let with = |most| with(answer, Some(most), messages);
    (1..=MOST).rev().map(with).find(fits).unwrap_or_else(|| with(0))
}

/// The answer with no more than `most` reasons and cautions; with 0, the first reason and how many cautions there are. Where nothing
/// has to fit, remedies are told and not only named.
pub fn with(answer: &Answer, most: Option<usize>, messages: &Messages) -> Vec<Block> {
    let (told, most) = (most.is_none(), most.unwrap_or(usize::MAX));
    let mut blocks = vec![Block::Heading(verdict_line(answer, messages))];
    let facts = facts(&answer.named, messages);
    if facts.width() > 0 {
        blocks.push(Block::Paragraph(facts));
    }
    blocks.extend(follows(answer, messages));
    blocks.extend(packages(answer, messages));
    let reasons: Vec<&Reason> = answer.reasons.iter().filter(|reason| reason.role != ReasonRole::Overruled).collect();
    let mut reasons: Vec<&[&Reason]> = reasons.chunk_by(|one, other| one.rule == other.rule).collect();
    reasons.sort_by_key(|parts| !parts.iter().any(|reason| is_of_best_choice(reason, answer)));
    let shown = reasons.iter().take(most.max(1)).filter_map(|one| reason(one, answer.replied.is_some(), messages));
    blocks.extend(titled("answer-why", shown.chain(more(reasons.len(), most.max(1), messages)), messages));
    blocks.extend(supported_by(answer, messages));
    blocks.extend(next_question(answer, messages));
    blocks.extend(what_to_do(answer, told, messages));
    if most == 0 {
        blocks.push(Block::Items(more(answer.cautions.len(), 0, messages).into_iter().collect()));
        return blocks;
    }
    let cautions = answer.cautions.iter().take(most).map(|caution| {
        let line = under(&caution.when.short, first_sentence(&caution.text), messages);
        Item::new(Marker::Symbol("!", Style::Caution), line)
    });
    let cautions = cautions.chain(more(answer.cautions.len(), most, messages));
    blocks.extend(titled("answer-cautions", cautions, messages));
    blocks
}

/// What is chosen, the first reason, what to do, and of a yes what to take care of first, in a line each.
pub(super) fn in_brief(answer: &Answer, messages: &Messages) -> Vec<Line> {
    let choices = choices(answer, |choice| &choice.names, messages);
    let with = (!choices.is_empty()).then(|| messages.say(&Message::new("answer-choice").with("choices", choices)));
    let reason = answer.reasons.first().map(|reason| {
        let line = under(&reason.when.short, first_sentence(&reason.because), messages);
        line.dim(format!("  {}", reason.rule))
    });
    let steps = answer.needs.iter().map(|step| step.title.as_str());
    let titles: Vec<&str> = steps.chain(answer.remedies.iter().map(|remedy| remedy.title.as_str())).collect();
    let to_do = (!titles.is_empty()).then(|| format!("{}: {}", messages.text("answer-remedies"), titles.join("; ")));
    let caution = answer.cautions.first().filter(|_| answer.verdict == Some(Verdict::Supported)).map(|caution| {
        let line = Line::from(format!("{}: ", messages.text("answer-cautions")));
        line.line(&under(&caution.when.short, first_sentence(&caution.text), messages))
    });
    with.map(Line::from).into_iter().chain(reason).chain(to_do.map(Line::from)).chain(caution).collect()
}

/// `from XP · tools SP1 · on 2008`
pub(super) fn facts(named: &[NamedFact], messages: &Messages) -> Line {
    let mut line = Line::new();
    for fact in named {
        let separator = if line.width() > 0 { " · " } else { "" };
        line = line.dim(format!("{separator}{} ", fact.axis)).plain(&fact.short);
        if fact.unknown {
            line = line.plain(" ").styled(Style::Caution, format!("({})", messages.text("ask-unknown")));
        }
    }
    line
}

/// Whether a reason holds for the choice that comes first.
fn is_of_best_choice(reason: &Reason, answer: &Answer) -> bool {
    let best = answer.choices.first().filter(|_| answer.follows.is_empty());
    let allows =
        |(axis, value): (&String, &String)| reason.when.ids.get(axis).is_none_or(|presumed| presumed.contains(value));
    best.is_some_and(|choice| choice.change.iter().all(allows))
}

/// A reason, once for all the parts of the answer in which it holds; in whole where it is the answer itself.
fn reason(parts: &[&Reason], whole: bool, messages: &Messages) -> Option<Item> {
    let reason = parts.first()?;
    let remark = (reason.role == ReasonRole::Discounted).then(|| messages.text("answer-discounted"));
    let conditions = parts.iter().map(|part| &part.when.short).joined(&or(messages));
    let line = under(&conditions, if whole { &reason.because } else { first_sentence(&reason.because) }, messages);
    Some(Item::judged(speaks_for(reason.effect), line.plain("  ").line(&word_of(reason, remark, messages))))
}

/// That there is more than is shown, and how it is seen.
fn more(all: usize, shown: usize, messages: &Messages) -> Option<Item> {
    let left = all.checked_sub(shown).filter(|left| *left > 0)?;
    let line = messages.say(&Message::new("answer-more").number("more", left));
    Some(Item::new(Marker::Symbol("…", Style::Dim), Line::new().dim(line)))
}

fn supported_by(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let commands = answer.supported_by.iter().take(MOST + 1).cloned().collect();
    headed("answer-supported-by", Block::Commands(commands), messages)
}

/// The question that settles most, how its answer is found, and what each answer would lead to.
fn next_question(answer: &Answer, messages: &Messages) -> Vec<Block> {
    let asked = answer.next_question.iter().map(|question| {
        let line = Line::new().strong(&question.text).dim(format!("  {}=…", question.axis));
        let open = answer.open.iter().filter(|open| open.axis == question.axis);
        let item = Item::judged(Verdict::Undetermined, line);
        let item = item.details(question.find_out.as_deref().map(first_sentence));
        item.details(open.flat_map(|open| outcomes(open, messages)))
    });
    titled("answer-ask-next", asked, messages)
}

/// What the values of an open axis lead to, a line for each verdict.
pub(super) fn outcomes(open: &Open, messages: &Messages) -> Vec<Line> {
    let line = |found: Verdict| {
        let outcomes = open.outcomes.values().zip(&open.names);
        let names: Vec<&str> = outcomes.filter(|(own, _)| **own == found).map(|(_, name)| name.as_str()).collect();
        let (sign, style) = mark(found);
        let line = Line::new().styled(style, sign);
        (!names.is_empty()).then(|| line.plain(format!(" {}: {}", verdict(found, messages), names.join(", "))))
    };
    Verdict::iter().filter_map(line).collect()
}

/// Steps and remedies in a phrase each, with what is to be typed. Where there are none: what is supported nearby.
fn what_to_do(answer: &Answer, told: bool, messages: &Messages) -> Vec<Block> {
    let steps = answer.needs.iter();
    let steps =
        steps.map(|step| (Marker::Number, &step.title, None, &step.step, step.basis, &step.commands, step.shell));
    let text = |one| told.then_some(one);
    // Steps are taken in their order, of remedies one.
    let remedies = answer
        .remedies
        .iter()
        .map(|one| (Marker::Bullet, &one.title, text(&one.text), &one.id, Some(one.basis), &one.commands, one.shell));
    let items = steps.chain(remedies).map(|(marker, title, text, id, found, commands, shell)| {
        let doubt = match found {
            Some(Basis::Stated) => None,
            Some(found) => Some(basis(found, messages)),
            None => Some(messages.text("step-unconfirmed-word")),
        };
        let remarks = doubt.into_iter().chain(unusual_shell(shell, commands));
        let remarks = remarks.fold(String::new(), |all, remark| format!("{all} · {remark}"));
        let item = Item::new(marker, Line::from(title.as_str()).dim(format!("  {id}{remarks}")));
        item.details(text.map(String::as_str)).commands(commands)
    });
    let mut items: Vec<Item> = items.collect();
    if !items.is_empty() {
        items.extend(answer.follows.first().filter(|_| !answer.needs.is_empty()).and_then(|one| rest(one, messages)));
        return titled("answer-remedies", items, messages);
    }
    let nearby = answer.lines.iter().take(MOST - 1).map(|line| Item::new(Marker::Bullet, line.as_str()));
    let undocumented = answer.verdict == Some(Verdict::Undocumented);
    titled(if undocumented { "answer-nearby" } else { "answer-alternatives" }, nearby, messages)
}

/// That there are further steps, which follow from what is open.
fn rest(choice: &Choice, messages: &Messages) -> Option<Item> {
    let ((axis, _), (title, _)) = (choice.when.ids.first()?, choice.when.named.first()?);
    let line = messages.say(&Message::new("answer-rest-follows").with("title", title).with("axis", axis));
    Some(Item::new(Marker::Symbol("…", Style::Dim), Line::new().dim(line)))
}
