//! The ledger of a table: on a terminal a list of boxes, on a page and in a spreadsheet one row for each box.

use std::cmp::Reverse;

use indexmap::IndexMap;

use crate::knowledge::Count;
use crate::locale::{Message, Messages};
use crate::model::{Basis, Verdict};
use crate::print::{self, Block, Item, Line, Style};
use crate::review::ledger::{Derived, LedgerBox, differences, sums};
use crate::review::worth::Worth;
use crate::view::ledger::Proof;

/// The boxes as rows of a spreadsheet: a head, then one row for each box. Several ids are parted by spaces.
pub fn records(proof: &Proof) -> Vec<Vec<String>> {
    let head = ["table", "cells", "when", "verdict", "basis", "decided", "sources"];
    let mut records = vec![head.map(str::to_owned).to_vec()];
    for table in &proof.tables {
        let totals = table.totals.iter().map(|total| (format!("{}/{}", table.table, total.total), &total.boxes));
        let whole = table.totals.is_empty().then(|| (table.table.clone(), &table.boxes));
        let named = totals.chain(whole).flat_map(|(name, boxes)| boxes.iter().map(move |one| (name.clone(), one)));
        records.extend(named.map(|(name, one)| {
            vec![
                name,
                one.place.cells.to_string(),
                one.place.written.clone(),
                one.ruling.verdict.to_string(),
                one.ruling.basis.map(|basis| basis.to_string()).unwrap_or_default(),
                one.decided.join(" "),
                one.sources.join(" "),
            ]
        }));
    }
    records
}

/// The whole for people. `tables` lays boxes out as tables, which suits a page; on a terminal they are lists.
pub fn blocks(proof: &Proof, tables: bool, messages: &Messages) -> Vec<Block> {
    let mut blocks = Vec::new();
    for proved in &proof.tables {
        blocks.push(Block::Heading(Line::from(proved.title.as_str()).plain(" — ").code(&proved.table)));
        if !proved.totals.is_empty() {
            blocks.extend(proved.totals.iter().flat_map(|one| total(one, messages)));
            continue;
        }
        blocks.push(Block::Paragraph(sum("ledger-inside", &proved.inside, messages)));
        if proved.all != proved.inside {
            blocks.push(Block::Paragraph(sum("ledger-all", &proved.all, messages)));
        }
        let boxes = Message::new("ledger-boxes").number("boxes", proved.boxes.len()).number("cells", proved.all.cells);
        blocks.push(Block::Paragraph(messages.say(&boxes).into()));
        blocks.push(if tables { table(&proved.boxes, messages) } else { list(&proved.boxes, messages) });
        blocks.push(Block::Paragraph(messages.text("ledger-worth").into()));
        blocks.push(worths(&proved.entries, messages));
        blocks.push(Block::Paragraph(idle(&proved.entries, messages)));
    }
    blocks
}

/// What cells of a total have in common: their verdict, its basis, and what decides.
type Alike<'p> = (Verdict, Option<Basis>, &'p [String]);

/// A total: its numbers as they are to be written, and each group of cells that they are the sum of, with its boxes.
fn total(total: &Derived, messages: &Messages) -> Vec<Block> {
    let message = match total.written {
        None => "totals-unwritten",
        Some(_) if total.is_wrong() => "totals-wrong",
        Some(_) => "totals-right",
    };
    let written = total.written.unwrap_or_default();
    let message = Message::new(message).with("total", &total.total).number("cells", total.counted.cells);
    let message = message.with("difference", differences(&written, &total.counted));
    let mut groups: IndexMap<Alike<'_>, Vec<&LedgerBox>> = IndexMap::new();
    for one in &total.boxes {
        groups.entry((one.ruling.verdict, one.ruling.basis, &one.decided)).or_default().push(one);
    }
    groups.sort_by_key(|(verdict, basis, _), boxes| {
        (*verdict, *basis, Reverse(boxes.iter().map(|one| one.place.cells).sum::<usize>()))
    });
    let items = groups.values().filter_map(|boxes| {
        let first = boxes.first()?;
        let cells = Message::new("ledger-cells").number("cells", boxes.iter().map(|one| one.place.cells).sum());
        let told = format!(" · {} · {}", messages.say(&cells), decided(first, messages));
        let line = print::ruling(first.ruling.verdict, first.ruling.basis, messages).plain(told);
        let details = boxes.iter().map(|one| Line::from(format!("{} ", one.place.cells)).code(&one.place.written));
        Some(Item::judged(first.ruling.verdict, line).details(details))
    });
    vec![
        Block::Paragraph(messages.say(&message).into()),
        Block::Commands(sums(&total.counted)),
        Block::Items(items.collect()),
    ]
}

fn sum(id: &'static str, count: &Count, messages: &Messages) -> Line {
    let supported = count.supported;
    let message = Message::new(id).number("cells", count.cells).number("stated", supported.stated);
    let message = message.number("reading", supported.reading).number("inferred", supported.inferred);
    messages.say(&message.number("unsupported", count.unsupported).number("undocumented", count.undocumented)).into()
}

fn list(boxes: &[LedgerBox], messages: &Messages) -> Block {
    let items = boxes.iter().map(|one| {
        let cells = messages.say(&Message::new("ledger-cells").number("cells", one.place.cells));
        let line = print::ruling(one.ruling.verdict, one.ruling.basis, messages);
        let line = line.plain(format!(" · {cells} · {}", decided(one, messages)));
        let item = Item::judged(one.ruling.verdict, line).detail(Line::new().code(&one.place.written));
        if one.sources.is_empty() { item } else { item.detail(Line::new().dim(one.sources.join(", "))) }
    });
    Block::Items(items.collect())
}

fn table(boxes: &[LedgerBox], messages: &Messages) -> Block {
    let header =
        ["ledger-head-cells", "ledger-head-when", "ledger-head-verdict", "ledger-head-decided", "ledger-head-sources"];
    let row = |one: &LedgerBox| {
        vec![
            Line::from(one.place.cells.to_string()),
            Line::new().code(&one.place.written),
            print::ruling(one.ruling.verdict, one.ruling.basis, messages),
            Line::from(decided(one, messages)),
            Line::from(one.sources.join(", ")),
        ]
    };
    Block::Table { header: print::words(header, messages), rows: boxes.iter().map(row).collect() }
}

/// What decides; that nothing does is said as well.
fn decided(one: &LedgerBox, messages: &Messages) -> String {
    if one.decided.is_empty() { messages.text("ledger-nobody") } else { one.decided.join(", ") }
}

fn worths(entries: &[Worth], messages: &Messages) -> Block {
    let header = ["worth-entry", "worth-verdict", "worth-basis", "worth-said", "worth-cells"];
    let row = |worth: &Worth| {
        let mut name = Line::from(worth.name());
        if worth.idle {
            name = name.plain(" ").styled(Style::Unclear, messages.text("worth-idle"));
        }
        let numbers = [worth.verdict, worth.basis, worth.said, worth.cells];
        std::iter::once(name).chain(numbers.map(|number| Line::from(number.to_string()))).collect()
    };
    Block::Table { header: print::words(header, messages), rows: entries.iter().map(row).collect() }
}

fn idle(entries: &[Worth], messages: &Messages) -> Line {
    let idle: Vec<String> = entries.iter().filter(|one| one.idle).map(Worth::name).collect();
    let message = Message::new(if idle.is_empty() { "worth-none-idle" } else { "worth-some-idle" });
    let message = message.number("entries", entries.len()).number("idle", idle.len());
    messages.say(&message.with("names", idle.join(", "))).into()
}
