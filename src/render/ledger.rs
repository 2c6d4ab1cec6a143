//! The ledger of a table, and what each of its entries is worth: for people as lists and tables, for machines box by box.

use serde::Serialize;

use crate::cover::written;
use crate::knowledge::Citation;
use crate::knowledge::table::Count;
use crate::ledger::{Decided, Entry, Ledger, Worth};
use crate::locale::Message;
use crate::print::{Block, Item, Line, Marker, Style, mark};
use crate::view::Context;
use crate::view::{Edition, Pairs};

/// A table, proved.
pub struct Proved<'t> {
    /// What decides its cells.
    pub ledger: Ledger<'t>,
    /// What its entries are worth.
    pub worths: Vec<Worth>,
}

/// `canmanage/ledger/1`
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the contract")]
pub struct LedgerV1 {
    pub format: &'static str,
    pub knowledge: Edition,
    pub tables: Vec<TableV1>,
    pub idle: usize,
}

/// A table of it.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the contract")]
pub struct TableV1 {
    pub table: String,
    pub all: CountV1,
    pub inside: CountV1,
    pub boxes: Vec<BoxV1>,
    pub entries: Vec<WorthV1>,
}

/// Cells by verdict, those supported by basis.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the contract")]
pub struct CountV1 {
    pub cells: usize,
    pub supported: SupportedV1,
    pub unsupported: usize,
    pub undocumented: usize,
}

/// Supported cells by basis.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the contract")]
pub struct SupportedV1 {
    pub stated: usize,
    pub reading: usize,
    pub inferred: usize,
}

/// Cells with the same verdict on the same reasons. An axis that `when` does not mention has any of its values.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the contract")]
pub struct BoxV1 {
    pub cells: usize,
    pub when: Pairs<Vec<String>>,
    pub verdict: String,
    pub basis: Option<String>,
    pub decided: Vec<String>,
    pub sources: Vec<String>,
}

/// What would change without an entry.
#[derive(Debug, Serialize)]
#[expect(missing_docs, reason = "the keys are the contract")]
pub struct WorthV1 {
    pub kind: String,
    pub id: String,
    pub path: String,
    pub line: usize,
    pub cells: usize,
    pub verdict: usize,
    pub basis: usize,
    pub said: usize,
    pub expectations: usize,
    pub idle: bool,
}

/// The whole for machines.
#[must_use]
pub fn json(proved: &[Proved<'_>], cx: Context<'_>) -> LedgerV1 {
    LedgerV1 {
        format: "canmanage/ledger/1",
        knowledge: cx.edition(),
        tables: proved.iter().map(|proved| table_json(proved, cx)).collect(),
        idle: proved.iter().flat_map(|proved| &proved.worths).filter(|worth| worth.is_idle()).count(),
    }
}

fn table_json(proved: &Proved<'_>, cx: Context<'_>) -> TableV1 {
    let ledger = &proved.ledger;
    let boxed = |entry: &Entry<'_>| {
        let axes = ledger.table.axes.iter().zip(&entry.sets);
        let some = axes.filter(|(axis, set)| set.count() < axis.values.len());
        let (decided, citations) = reasons(ledger, entry);
        BoxV1 {
            cells: entry.cells,
            when: Pairs(some.map(|(axis, set)| (axis.id.clone(), cx.ids(axis, set))).collect()),
            verdict: entry.ruling.verdict.to_string(),
            basis: entry.ruling.basis.map(|basis| basis.to_string()),
            decided: decided.into_iter().map(str::to_owned).collect(),
            sources: cx.source_ids(&citations),
        }
    };
    let worth = |worth: &Worth| WorthV1 {
        kind: worth.kind.to_string(),
        id: worth.id.clone(),
        path: worth.spot.path.clone(),
        line: worth.spot.line,
        cells: worth.cells,
        verdict: worth.verdict,
        basis: worth.basis,
        said: worth.said,
        expectations: worth.expectations,
        idle: worth.is_idle(),
    };
    TableV1 {
        table: ledger.table.id.clone(),
        all: count(&ledger.all),
        inside: count(&ledger.inside),
        boxes: ledger.boxes.iter().map(boxed).collect(),
        entries: proved.worths.iter().map(worth).collect(),
    }
}

fn count(count: &Count) -> CountV1 {
    CountV1 {
        cells: count.cells,
        supported: SupportedV1 { stated: count.stated, reading: count.reading, inferred: count.inferred },
        unsupported: count.unsupported,
        undocumented: count.undocumented,
    }
}

/// Ids of what decides a box, and who says so.
fn reasons<'t>(ledger: &Ledger<'t>, entry: &Entry<'t>) -> (Vec<&'t str>, Vec<Citation>) {
    let found: Vec<(&str, &[Citation])> = match entry.decided {
        Decided::Rules(rules) => {
            let rules = rules.iter().map(|rule| &ledger.table[*rule]);
            rules.map(|rule| (rule.id.as_str(), rule.sources.as_slice())).collect()
        }
        Decided::Silents(silents) => {
            let silents = silents.iter().map(|silent| &ledger.table[*silent]);
            silents.map(|silent| (silent.id.as_str(), silent.sources.as_slice())).collect()
        }
    };
    (found.iter().map(|(id, _)| *id).collect(), found.iter().flat_map(|(_, sources)| *sources).copied().collect())
}

/// The boxes as rows of a spreadsheet: a head, then a row a box. Several ids are parted by spaces.
#[must_use]
pub fn records(proved: &[Proved<'_>], cx: Context<'_>) -> Vec<Vec<String>> {
    let head = ["table", "cells", "when", "verdict", "basis", "decided", "sources"];
    let mut records = vec![head.map(str::to_owned).to_vec()];
    for ledger in proved.iter().map(|proved| &proved.ledger) {
        for entry in &ledger.boxes {
            let (decided, citations) = reasons(ledger, entry);
            records.push(vec![
                ledger.table.id.clone(),
                entry.cells.to_string(),
                written(&ledger.table.axes, &cx.knowledge.vocabularies, &entry.sets),
                entry.ruling.verdict.to_string(),
                entry.ruling.basis.map(|basis| basis.to_string()).unwrap_or_default(),
                decided.join(" "),
                cx.source_ids(&citations).join(" "),
            ]);
        }
    }
    records
}

/// The whole for people. `tables` lays boxes out as tables, which suits a page; on a terminal they are lists.
#[must_use]
pub fn document(proved: &[Proved<'_>], cx: Context<'_>, tables: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    for proved in proved {
        let ledger = &proved.ledger;
        blocks.push(Block::Heading(Line::from(cx.text(&ledger.table.title)).plain(" — ").code(&ledger.table.id)));
        blocks.push(Block::Paragraph(sum("ledger-inside", &ledger.inside, cx)));
        if ledger.all != ledger.inside {
            blocks.push(Block::Paragraph(sum("ledger-all", &ledger.all, cx)));
        }
        let boxes = Message::new("ledger-boxes").number("boxes", ledger.boxes.len()).number("cells", ledger.all.cells);
        blocks.push(Block::Paragraph(cx.say(&boxes).into()));
        blocks.push(if tables { table(ledger, cx) } else { list(ledger, cx) });
        blocks.push(Block::Paragraph(cx.word("ledger-worth").into()));
        blocks.push(worths(&proved.worths, cx));
        blocks.push(Block::Paragraph(idle(&proved.worths, cx)));
    }
    blocks
}

fn sum(id: &'static str, count: &Count, cx: Context<'_>) -> Line {
    let message = Message::new(id).number("cells", count.cells).number("stated", count.stated);
    let message = message.number("reading", count.reading).number("inferred", count.inferred);
    cx.say(&message.number("unsupported", count.unsupported).number("undocumented", count.undocumented)).into()
}

fn list(ledger: &Ledger<'_>, cx: Context<'_>) -> Block {
    let items = ledger.boxes.iter().map(|entry| {
        let (sign, style) = mark(entry.ruling.verdict);
        let (decided, citations) = reasons(ledger, entry);
        let cells = Message::new("ledger-cells").number("cells", entry.cells);
        let when = written(&ledger.table.axes, &cx.knowledge.vocabularies, &entry.sets);
        let mut details = vec![Line::new().code(when)];
        let sources = cx.source_ids(&citations).join(", ");
        if !sources.is_empty() {
            details.push(Line::new().dim(sources));
        }
        let head = verdict(entry, cx).plain(" · ").plain(cx.say(&cells)).plain(" · ").plain(named(&decided, cx));
        Item { details, ..Item::new(Marker::Symbol(sign, style), head) }
    });
    Block::Items(items.collect())
}

fn table(ledger: &Ledger<'_>, cx: Context<'_>) -> Block {
    let header = ["ledger-head-cells", "ledger-head-when", "ledger-head-verdict", "ledger-head-decided"];
    let mut header: Vec<Line> = header.map(|id| Line::from(cx.word(id))).to_vec();
    header.push(cx.word("ledger-head-sources").into());
    let row = |entry: &Entry<'_>| {
        let (decided, citations) = reasons(ledger, entry);
        vec![
            Line::from(entry.cells.to_string()),
            Line::new().code(written(&ledger.table.axes, &cx.knowledge.vocabularies, &entry.sets)),
            verdict(entry, cx),
            Line::from(named(&decided, cx)),
            Line::from(cx.source_ids(&citations).join(", ")),
        ]
    };
    Block::Table { header, rows: ledger.boxes.iter().map(row).collect() }
}

fn verdict(entry: &Entry<'_>, cx: Context<'_>) -> Line {
    let line =
        Line::new().styled(mark(entry.ruling.verdict).1, crate::print::verdict(entry.ruling.verdict, cx.messages));
    match entry.ruling.basis {
        Some(basis) => line.plain(format!(" ({})", crate::print::basis(basis, cx.messages))),
        None => line,
    }
}

/// What decides; that nothing does is said as well.
fn named(decided: &[&str], cx: Context<'_>) -> String {
    if decided.is_empty() { cx.word("ledger-nobody") } else { decided.join(", ") }
}

fn worths(worths: &[Worth], cx: Context<'_>) -> Block {
    let header = ["worth-entry", "worth-verdict", "worth-basis", "worth-said", "worth-expectations", "worth-cells"];
    let row = |worth: &Worth| {
        let numbers = [worth.verdict, worth.basis, worth.said, worth.expectations, worth.cells];
        let name = Line::from(format!("{}.{}", worth.kind, worth.id));
        let name = if worth.is_idle() { name.plain(" ").styled(Style::Unclear, cx.word("worth-idle")) } else { name };
        std::iter::once(name).chain(numbers.map(|number| Line::from(number.to_string()))).collect()
    };
    Block::Table { header: header.map(|id| Line::from(cx.word(id))).to_vec(), rows: worths.iter().map(row).collect() }
}

fn idle(worths: &[Worth], cx: Context<'_>) -> Line {
    let idle: Vec<String> =
        worths.iter().filter(|worth| worth.is_idle()).map(|worth| format!("{}.{}", worth.kind, worth.id)).collect();
    let entries = Message::new(if idle.is_empty() { "worth-none-idle" } else { "worth-some-idle" });
    let entries = entries.number("entries", worths.len()).number("idle", idle.len());
    cx.say(&entries.with("names", idle.join(", "))).into()
}
