//! What two states of a knowledge do not have in common, section by section.

use crate::knowledge::Ruling;
use crate::locale::{Joined as _, Message, Messages};
use crate::model::Verdict;
use crate::print::{self, Block, Item, Line, Marker, Style, titled};
use crate::review::diff::answers::{CellChange, Gravity, Has, TableChange};
use crate::review::diff::arrivals::Arrival;
use crate::review::diff::axes::AxisChange;
use crate::review::diff::compared::{By, How};
use crate::review::diff::edits::{Edit, KeyChange};
use crate::review::diff::expected::{ExpectationAnswer, ExpectationChange};
use crate::review::diff::names::NameChange;
use crate::review::diff::plans::{PlanAsked, PlanChange, PlanSays};
use crate::review::diff::procedures::ProcedureChange;
use crate::review::written::WrittenBox;
use crate::view::diff::Reviewed;

pub fn blocks(reviewed: &Reviewed, messages: &Messages) -> Vec<Block> {
    let diff = &reviewed.diff;
    let mut blocks = Vec::new();
    let mut section = |id: &'static str, items: Vec<Item>| blocks.extend(titled(id, items, messages));
    section("diff-answers", diff.tables.iter().flat_map(|table| answers(table, messages)).collect());
    section("diff-plans", diff.plans.iter().map(|one| plan(one, messages)).collect());
    section("diff-procedures", diff.procedures.iter().map(|one| procedure(one, messages)).collect());
    section("diff-names", diff.names.iter().map(|one| name(one, messages)).collect());
    section("diff-expectations", diff.expectations.iter().map(|one| expectation(one, messages)).collect());
    section("diff-edits", diff.edits.iter().map(|one| edit(one, messages)).collect());
    blocks.push(Block::Paragraph(messages.say(&conclusion(reviewed)).into()));
    blocks
}

fn conclusion(reviewed: &Reviewed) -> Message {
    let edits = reviewed.diff.edits.len();
    match (reviewed.diff.is_empty(), reviewed.answers_change, reviewed.verdicts_change) {
        (true, _, _) => Message::new("diff-nothing"),
        (_, false, _) => Message::new("diff-no-answer").number("edits", edits),
        (_, _, false) => Message::new("diff-no-verdict").number("edits", edits),
        _ => {
            let what = reviewed.diff.what_changes();
            if reviewed.lacks_star() {
                Message::new("diff-no-star").with("what", what)
            } else {
                Message::new("diff-starred").with("what", what).with("line", reviewed.starred.join(" "))
            }
        }
    }
}

fn bullet(line: Line, details: Vec<Line>) -> Item {
    Item { details, ..Item::new(Marker::Bullet, line) }
}

/// A table in a line, then its axes, then its boxes.
fn answers(table: &TableChange, messages: &Messages) -> Vec<Item> {
    let of = |kind: Gravity| {
        table.changes.iter().filter(|change| change.kind == kind).map(|change| change.place.cells).sum()
    };
    let head = match table.side {
        Has::Added => Message::new("diff-table-new"),
        Has::Removed => Message::new("diff-table-gone"),
        Has::Common => Message::new("diff-table")
            .number("cells", table.cells)
            .number("verdict", of(Gravity::Verdict))
            .number("basis", of(Gravity::Basis))
            .number("said", of(Gravity::Said))
            .number("worlds", of(Gravity::World)),
    };
    let head = messages.say(&head.with("table", &table.table));
    let mut details: Vec<Line> = table.axes.iter().flat_map(|axis| axis_lines(axis, messages)).collect();
    let new: usize = table.arrivals.iter().map(|arrival| arrival.place.cells).sum();
    if new > 0 {
        details.push(messages.say(&Message::new("diff-new-cells").number("cells", new)).into());
    }
    let mut items = vec![bullet(Line::new().strong(head), details)];
    items.extend(table.changes.iter().map(|change| cells(change, messages)));
    items.extend(table.arrivals.iter().map(|arrival| arrived(arrival, messages)));
    items
}

fn axis_lines(axis: &AxisChange, messages: &Messages) -> Vec<Line> {
    let kinds = [
        ("diff-values-added", &axis.added),
        ("diff-values-removed", &axis.removed),
        ("diff-values-inward", &axis.inward),
        ("diff-values-outward", &axis.outward),
    ];
    let some = kinds.into_iter().filter(|(_, values)| !values.is_empty());
    let line = |(id, values): (&'static str, &Vec<String>)| {
        messages.say(&Message::new(id).with("axis", &axis.axis).with("values", values.join(", "))).into()
    };
    let keys = axis.keys.iter().map(|key| {
        let message = Message::new("diff-axis-key").with("axis", &axis.axis).with("key", key.to_string());
        Line::from(messages.say(&message))
    });
    some.map(line).chain(keys).collect()
}

fn cells(change: &CellChange, messages: &Messages) -> Item {
    let (before, after) = (change.before, change.after);
    let ruling = |ruling: Ruling| print::ruling(ruling.verdict, ruling.basis, messages);
    let cells = Message::new("ledger-cells").number("cells", change.place.cells);
    let mut head = Line::from(messages.say(&cells)).plain(" · ").line(&ruling(before.plain));
    if before.plain != after.plain {
        head = head.plain(" → ").line(&ruling(after.plain));
    }
    if before.strict != after.strict && (before.strict, after.strict) != (before.plain, after.plain) {
        head = head.plain(format!(" · {} ", messages.text("diff-strictly"))).line(&ruling(before.strict));
        head = head.plain(" → ").line(&ruling(after.strict));
    }
    box_item(after.plain.verdict, head, &change.place, &change.by, messages)
}

/// New cells and what is said of them.
fn arrived(arrival: &Arrival, messages: &Messages) -> Item {
    let (plain, strict) = (arrival.is.plain, arrival.is.strict);
    let cells = Message::new("diff-new").number("cells", arrival.place.cells);
    let mut head =
        Line::from(messages.say(&cells)).plain(" · ").line(&print::ruling(plain.verdict, plain.basis, messages));
    if strict.verdict != plain.verdict {
        let strictly = print::ruling(strict.verdict, strict.basis, messages);
        head = head.plain(format!(" · {} ", messages.text("diff-strictly"))).line(&strictly);
    }
    box_item(plain.verdict, head, &arrival.place, &arrival.by, messages)
}

/// What is said of a box, the box as a condition, and the entries that make it so.
fn box_item(verdict: Verdict, head: Line, place: &WrittenBox, by: &[By], messages: &Messages) -> Item {
    let entries = by.iter().map(|by| {
        let id = match by.how {
            How::Holds => "diff-holds",
            How::HoldsNoMore => "diff-holds-no-more",
            How::Otherwise => "diff-otherwise",
        };
        messages.say(&Message::new(id).with("entry", &by.entry))
    });
    Item::judged(verdict, head).detail(Line::new().code(&place.written)).details(entries)
}

fn name(change: &NameChange, messages: &Messages) -> Item {
    let meant = |values: &[String]| match values {
        [] => messages.text("diff-unknown"),
        values => values.join(", "),
    };
    let (before, after) = (meant(&change.before), meant(&change.after));
    bullet(Line::new().code(&change.name).plain(format!(" ({}): {before} → {after}", change.vocabulary)), Vec::new())
}

/// What plans were and are, the steps that come or go, and how each of them is asked for.
fn plan(change: &PlanChange, messages: &Messages) -> Item {
    let said = |says: &Option<PlanSays>| {
        let Some(says) = says else { return Line::from(messages.text("diff-unasked")) };
        let line = print::ruling(says.verdict, None, messages);
        if says.steps.is_empty() {
            return line;
        }
        line.plain(format!(", {}", messages.say(&Message::new("diff-plan-steps").number("steps", says.steps.len()))))
    };
    let steps = change.steps();
    let differ: Vec<Line> = steps
        .iter()
        .map(|(step, before, after)| Line::new().code(*step).plain(format!(": {before} → {after}")))
        .collect();
    let moved = (differ.is_empty() && !change.changes_verdict() && change.before.is_some())
        .then(|| Line::from(messages.text("diff-plan-order")));
    let asked = |plan: &PlanAsked| {
        let PlanAsked { kind, from, to, on, to_system } = plan;
        let options = [("from", from), ("kind", kind), ("to-system", to_system)];
        let options = options.iter().filter_map(|(name, value)| Some(format!("--{name} {}", value.as_ref()?)));
        Line::new().code(options.chain([format!("--to {to} --on {on}")]).joined(" "))
    };
    let head = said(&change.before).plain(" → ").line(&said(&change.after));
    bullet(head, differ.into_iter().chain(moved).chain(change.plans.iter().map(asked)).collect())
}

fn procedure(change: &ProcedureChange, messages: &Messages) -> Item {
    let said = |answer: Option<Ruling>| match answer {
        None => Line::from(messages.text("diff-unasked")),
        Some(answer) => print::ruling(answer.verdict, answer.basis, messages),
    };
    from_to(&change.id, &said(change.before), &said(change.after))
}

fn expectation(change: &ExpectationChange, messages: &Messages) -> Item {
    let said = |answer: &Option<ExpectationAnswer>| {
        let Some(answer) = answer else { return Line::from(messages.text("diff-unasked")) };
        let mut line = print::ruling(answer.verdict, answer.basis, messages);
        if !answer.reasons.is_empty() {
            line = line.plain(format!(": {}", answer.reasons.join(", ")));
        }
        match answer.met {
            Some(true) => line.plain(" ").dim(messages.text("diff-met")),
            Some(false) => line.plain(" ").styled(Style::Unsupported, messages.text("diff-failed")),
            None => line,
        }
    };
    from_to(&change.id, &said(&change.before), &said(&change.after))
}

fn from_to(id: &str, before: &Line, after: &Line) -> Item {
    bullet(Line::new().code(id), vec![before.clone(), Line::from("→ ").line(after)])
}

fn edit(edit: &Edit, messages: &Messages) -> Item {
    let change = messages.say(&Message::new(format!("diff-{}", edit.change)));
    let line = Line::new().dim(format!("{}:{} ", edit.path, edit.line)).code(&edit.entry).plain(format!(" {change}"));
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let details = |key: &KeyChange| {
        let name = if key.key.is_empty() { String::new() } else { format!("{}: ", key.key) };
        let Some(items) = &key.items else {
            return vec![Line::from(name).code(value(&key.before)).plain(" → ").code(value(&key.after))];
        };
        let signed = [("-", &items.removed), ("+", &items.added)];
        let item = |sign: &str, item: &String| Line::from(format!("{name}{sign} ")).code(item);
        let lines: Vec<Line> = signed.iter().flat_map(|(sign, all)| all.iter().map(|one| item(sign, one))).collect();
        if lines.is_empty() { vec![Line::from(name).plain(messages.text("diff-order"))] } else { lines }
    };
    bullet(line, edit.keys.iter().flat_map(details).collect())
}
