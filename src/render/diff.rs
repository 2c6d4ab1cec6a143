//! What two states of a knowledge do not have in common, for people.

use crate::cover::written_of;
use crate::diff::answers::{AxisChange, Changed, Compared, How, Kind};
use crate::diff::edits::{Change, Edit};
use crate::diff::expected::{Answer, Moved};
use crate::diff::names::Renamed;
use crate::diff::procedures::Answered;
use crate::diff::{Diff, stars};
use crate::knowledge::table::Ruling;
use crate::locale::{Message, Messages};
use crate::model::terms::{Basis, Verdict};
use crate::print::{Block, Item, Line, Marker, Style, mark};

/// A diff with what the changelog says about it.
pub struct Reviewed<'d> {
    /// What is different.
    pub diff: &'d Diff<'d>,
    /// Starred lines that are new, if a verdict changes and there is a changelog: see [`stars::added`].
    pub stars: Vec<String>,
}

impl Reviewed<'_> {
    /// Whether a verdict changes and no starred line says so.
    #[must_use]
    pub fn lacks_star(&self) -> bool {
        self.diff.changes_verdicts() && self.stars.is_empty()
    }

    /// The new starred lines of a changelog, owned.
    #[must_use]
    pub fn stars(new: &str, old: Option<&str>) -> Vec<String> {
        stars::added(new, old).into_iter().map(str::to_owned).collect()
    }
}

/// The whole as a document.
#[must_use]
pub fn document(reviewed: &Reviewed<'_>, messages: &Messages) -> Vec<Block> {
    let diff = reviewed.diff;
    let mut blocks = Vec::new();
    let mut section = |id: &'static str, items: Vec<Item>| {
        if !items.is_empty() {
            blocks.push(Block::Heading(messages.text(id).into()));
            blocks.push(Block::Items(items));
        }
    };
    let tables = diff.tables.iter().flat_map(|table| answers(table, messages));
    section("diff-answers", tables.collect());
    section("diff-procedures", diff.procedures.iter().map(|one| answered(one, messages)).collect());
    section("diff-names", diff.names.iter().map(|name| renamed(name, messages)).collect());
    section("diff-expectations", diff.expectations.iter().map(|one| moved(one, messages)).collect());
    section("diff-edits", diff.edits.iter().map(|one| edit(one, messages)).collect());
    blocks.push(Block::Paragraph(conclusion(reviewed, messages).into()));
    blocks
}

fn conclusion(reviewed: &Reviewed<'_>, messages: &Messages) -> String {
    let diff = reviewed.diff;
    let edits = diff.edits.len();
    let message = match (diff.is_empty(), diff.changes_answers(), diff.changes_verdicts()) {
        (true, _, _) => Message::new("diff-nothing"),
        (_, false, _) => Message::new("diff-no-answer").number("edits", edits),
        (_, _, false) => Message::new("diff-no-verdict").number("edits", edits),
        _ if reviewed.lacks_star() => Message::new("diff-no-star"),
        _ => Message::new("diff-starred").with("line", reviewed.stars.join(" ")),
    };
    messages.say(&message)
}

fn item(marker: Marker, line: Line, details: Vec<Line>) -> Item {
    Item { details, ..Item::new(marker, line) }
}

/// A table in a line, then its axes, then its boxes.
fn answers(table: &Compared<'_>, messages: &Messages) -> Vec<Item> {
    let of = |kind: Kind| table.changes.iter().filter(|change| change.kind == kind).map(|change| change.cells).sum();
    let head = if table.is_new {
        Message::new("diff-table-new").with("table", &table.table)
    } else if table.is_gone {
        Message::new("diff-table-gone").with("table", &table.table)
    } else {
        let head = Message::new("diff-table").with("table", &table.table).number("cells", table.cells);
        head.number("verdict", of(Kind::Verdict)).number("basis", of(Kind::Basis)).number("said", of(Kind::Said))
    };
    let axes = table.axes.iter().flat_map(|axis| axis_lines(axis, messages));
    let mut items = vec![item(Marker::Bullet, Line::new().strong(messages.say(&head)), axes.collect())];
    items.extend(table.changes.iter().map(|change| changed(table, change, messages)));
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
    some.map(line).collect()
}

fn changed(table: &Compared<'_>, change: &Changed, messages: &Messages) -> Item {
    let [before, strictly_before] = change.before;
    let [after, strictly_after] = change.after;
    let (sign, style) = mark(after.verdict);
    let cells = Message::new("ledger-cells").number("cells", change.cells);
    let mut head = Line::from(messages.say(&cells)).plain(" · ").line(&ruling(before, messages));
    if before != after {
        head = head.plain(" → ").line(&ruling(after, messages));
    }
    if strictly_before != strictly_after && (strictly_before, strictly_after) != (before, after) {
        let strictly = Line::from(" · ").plain(messages.text("diff-strictly")).plain(" ");
        head = head.line(&strictly).line(&ruling(strictly_before, messages));
        head = head.plain(" → ").line(&ruling(strictly_after, messages));
    }
    let axes = table.common.iter().map(|common| (&common.axis, common.vocabulary));
    let by = change.by.iter().map(|by| {
        let id = match by.how {
            How::Holds => "diff-holds",
            How::HoldsNoMore => "diff-holds-no-more",
            How::Otherwise => "diff-otherwise",
        };
        Line::from(messages.say(&Message::new(id).with("entry", &by.entry)))
    });
    let details = std::iter::once(Line::new().code(written_of(axes, &change.sets))).chain(by).collect();
    item(Marker::Symbol(sign, style), head, details)
}

fn ruling(ruling: Ruling, messages: &Messages) -> Line {
    spoken(ruling.verdict, ruling.basis, messages)
}

fn spoken(verdict: Verdict, basis: Option<Basis>, messages: &Messages) -> Line {
    let line = Line::new().styled(mark(verdict).1, messages.say(&Message::new(format!("verdict-{verdict}"))));
    match basis {
        Some(basis) => line.plain(format!(" ({})", messages.say(&Message::new(format!("basis-{basis}"))))),
        None => line,
    }
}

fn renamed(name: &Renamed, messages: &Messages) -> Item {
    let meant = |values: &[String]| match values {
        [] => messages.text("diff-unknown"),
        values => values.join(", "),
    };
    let line = Line::new().code(&name.name).plain(format!(" ({}): ", name.vocabulary)).plain(meant(&name.before));
    item(Marker::Bullet, line.plain(" → ").plain(meant(&name.after)), Vec::new())
}

fn answered(one: &Answered, messages: &Messages) -> Item {
    let said = |answer: Option<(Verdict, Basis)>| match answer {
        None => Line::from(messages.text("diff-unasked")),
        Some((verdict, basis)) => spoken(verdict, Some(basis), messages),
    };
    let line = Line::new().code(&one.id);
    item(Marker::Bullet, line, vec![said(one.before), Line::from("→ ").line(&said(one.after))])
}

fn moved(moved: &Moved, messages: &Messages) -> Item {
    let said = |answer: &Option<Answer>| match answer {
        None => Line::from(messages.text("diff-unasked")),
        Some(answer) => {
            let line = spoken(answer.verdict, answer.basis, messages);
            let line = if answer.reasons.is_empty() { line } else { line.plain(": ").plain(answer.reasons.join(", ")) };
            match answer.is_met {
                Some(true) => line.plain(" ").dim(messages.text("diff-met")),
                Some(false) => line.plain(" ").styled(Style::Unsupported, messages.text("diff-failed")),
                None => line,
            }
        }
    };
    let line = Line::new().code(&moved.id);
    item(Marker::Bullet, line, vec![said(&moved.before), Line::from("→ ").line(&said(&moved.after))])
}

fn edit(edit: &Edit, messages: &Messages) -> Item {
    let place = format!("{}:{} ", edit.path, edit.line);
    let line = Line::new().dim(place).code(&edit.entry).plain(" ");
    match &edit.change {
        Change::Added => item(Marker::Bullet, line.plain(messages.text("diff-added")), Vec::new()),
        Change::Removed => item(Marker::Bullet, line.plain(messages.text("diff-removed")), Vec::new()),
        Change::Reordered => item(Marker::Bullet, line.plain(messages.text("diff-reordered")), Vec::new()),
        Change::Changed(keys) => {
            let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
            let detail = |key: &crate::diff::edits::Key| {
                let name = if key.name.is_empty() { String::new() } else { format!("{}: ", key.name) };
                Line::from(name).code(value(&key.old)).plain(" → ").code(value(&key.new))
            };
            item(Marker::Bullet, line.plain(messages.text("diff-changed")), keys.iter().map(detail).collect())
        }
    }
}
