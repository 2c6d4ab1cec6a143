//! The ledger of a table, and what each of its entries is worth: for people as lists and tables, for machines box by box.

use indexmap::IndexMap;
use serde::Serialize;

use crate::knowledge::Citation;
use crate::knowledge::table::{Count, Table};
use crate::locale::Message;
use crate::model::terms::{Basis, Verdict};
use crate::render::answer_json::knowledge;
use crate::render::block::{Block, Document, Item, Line, Marker, Style};
use crate::render::json::KnowledgeV1;
use crate::render::voice::{Voice, mark};
use crate::review::ledger::{Decided, Ledger, LedgerBox};
use crate::review::worth::Worth;
use crate::review::written::written;

/// `canmanage/ledger/1`
#[derive(Debug, Serialize)]
pub struct Proof {
    format: &'static str,
    knowledge: KnowledgeV1,
    tables: Vec<ProvedTable>,
    pub idle: usize,
}

#[derive(Debug, Serialize)]
struct ProvedTable {
    table: String,
    #[serde(skip)]
    title: String,
    all: Count,
    inside: Count,
    boxes: Vec<ProvedBox>,
    entries: Vec<Weighed>,
}

/// Cells with the same verdict on the same reasons. An axis that `when` does not mention has any of its values.
#[derive(Debug, Serialize)]
struct ProvedBox {
    cells: usize,
    when: IndexMap<String, Vec<String>>,
    /// The same in the notation of the data.
    #[serde(skip)]
    written: String,
    verdict: Verdict,
    basis: Option<Basis>,
    decided: Vec<String>,
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Weighed {
    #[serde(flatten)]
    worth: Worth,
    idle: bool,
}

#[must_use]
pub fn proof(proved: Vec<(Ledger<'_>, Vec<Worth>)>, voice: Voice<'_>) -> Proof {
    Proof {
        format: "canmanage/ledger/1",
        knowledge: knowledge(voice),
        idle: proved.iter().flat_map(|(_, worths)| worths).filter(|worth| worth.is_idle()).count(),
        tables: proved.into_iter().map(|(ledger, worths)| proved_table(&ledger, worths, voice)).collect(),
    }
}

fn proved_table(ledger: &Ledger<'_>, worths: Vec<Worth>, voice: Voice<'_>) -> ProvedTable {
    ProvedTable {
        table: ledger.table.id.clone(),
        title: voice.text(&ledger.table.title).to_owned(),
        all: ledger.all,
        inside: ledger.inside,
        boxes: ledger.boxes.iter().map(|one| proved_box(ledger.table, one, voice)).collect(),
        entries: worths.into_iter().map(|worth| Weighed { idle: worth.is_idle(), worth }).collect(),
    }
}

fn proved_box(table: &Table, one: &LedgerBox<'_>, voice: Voice<'_>) -> ProvedBox {
    let deciding: Vec<(&str, &[Citation])> = match one.decided {
        Decided::Rules(rules) => {
            let rules = rules.iter().filter_map(|rule| table.rule(*rule));
            rules.map(|rule| (rule.id.as_str(), rule.sources.as_slice())).collect()
        }
        Decided::Silents(silents) => {
            let silents = silents.iter().filter_map(|silent| table.silents.get(*silent as usize));
            silents.map(|silent| (silent.id.as_str(), silent.sources.as_slice())).collect()
        }
    };
    let citations: Vec<Citation> = deciding.iter().flat_map(|(_, sources)| *sources).copied().collect();
    let some = table.axes.iter().zip(&one.sets).filter(|(axis, set)| set.count_ones(..) < axis.values.len());
    ProvedBox {
        cells: one.cells,
        when: some.map(|(axis, set)| (axis.id.clone(), voice.ids(axis, set))).collect(),
        written: written(&table.axes, &voice.knowledge.vocabularies, &one.sets),
        verdict: one.ruling.verdict,
        basis: one.ruling.basis,
        decided: deciding.iter().map(|(id, _)| (*id).to_owned()).collect(),
        sources: voice.source_ids(&citations),
    }
}

/// The boxes as rows of a spreadsheet: a head, then a row a box. Several ids are parted by spaces.
#[must_use]
pub fn records(proof: &Proof) -> Vec<Vec<String>> {
    let head = ["table", "cells", "when", "verdict", "basis", "decided", "sources"];
    let mut records = vec![head.map(str::to_owned).to_vec()];
    for table in &proof.tables {
        records.extend(table.boxes.iter().map(|one| {
            vec![
                table.table.clone(),
                one.cells.to_string(),
                one.written.clone(),
                one.verdict.to_string(),
                one.basis.map(|basis| basis.to_string()).unwrap_or_default(),
                one.decided.join(" "),
                one.sources.join(" "),
            ]
        }));
    }
    records
}

/// The whole for people. `tables` lays boxes out as tables, which suits a page; on a terminal they are lists.
#[must_use]
pub fn document(proof: &Proof, voice: Voice<'_>, tables: bool) -> Document {
    let mut blocks = Vec::new();
    for proved in &proof.tables {
        blocks.push(Block::Heading(Line::from(proved.title.as_str()).plain(" — ").code(&proved.table)));
        blocks.push(Block::Paragraph(sum("ledger-inside", &proved.inside, voice)));
        if proved.all != proved.inside {
            blocks.push(Block::Paragraph(sum("ledger-all", &proved.all, voice)));
        }
        let boxes = Message::new("ledger-boxes").number("boxes", proved.boxes.len()).number("cells", proved.all.cells);
        blocks.push(Block::Paragraph(voice.say(&boxes).into()));
        blocks.push(if tables { table(&proved.boxes, voice) } else { list(&proved.boxes, voice) });
        blocks.push(Block::Paragraph(voice.word("ledger-worth").into()));
        blocks.push(worths(&proved.entries, voice));
        blocks.push(Block::Paragraph(idle(&proved.entries, voice)));
    }
    Document { blocks }
}

fn sum(id: &'static str, count: &Count, voice: Voice<'_>) -> Line {
    let supported = count.supported;
    let message = Message::new(id).number("cells", count.cells).number("stated", supported.stated);
    let message = message.number("reading", supported.reading).number("inferred", supported.inferred);
    voice.say(&message.number("unsupported", count.unsupported).number("undocumented", count.undocumented)).into()
}

fn list(boxes: &[ProvedBox], voice: Voice<'_>) -> Block {
    let items = boxes.iter().map(|one| {
        let (sign, style) = mark(one.verdict);
        let cells = voice.say(&Message::new("ledger-cells").number("cells", one.cells));
        let line = verdict(one, voice).plain(format!(" · {cells} · {}", decided(one, voice)));
        let item = Item::new(Marker::Symbol(sign, style), line).detail(Line::new().code(&one.written));
        if one.sources.is_empty() { item } else { item.detail(Line::new().dim(one.sources.join(", "))) }
    });
    Block::Items(items.collect())
}

fn table(boxes: &[ProvedBox], voice: Voice<'_>) -> Block {
    let header =
        ["ledger-head-cells", "ledger-head-when", "ledger-head-verdict", "ledger-head-decided", "ledger-head-sources"];
    let row = |one: &ProvedBox| {
        vec![
            Line::from(one.cells.to_string()),
            Line::new().code(&one.written),
            verdict(one, voice),
            Line::from(decided(one, voice)),
            Line::from(one.sources.join(", ")),
        ]
    };
    Block::Table { header: header.map(|id| voice.word(id).into()).to_vec(), rows: boxes.iter().map(row).collect() }
}

fn verdict(one: &ProvedBox, voice: Voice<'_>) -> Line {
    let line = Line::new().styled(mark(one.verdict).1, voice.verdict(one.verdict));
    match one.basis {
        Some(basis) => line.plain(format!(" ({})", voice.basis(basis))),
        None => line,
    }
}

/// What decides; that nothing does is said as well.
fn decided(one: &ProvedBox, voice: Voice<'_>) -> String {
    if one.decided.is_empty() { voice.word("ledger-nobody") } else { one.decided.join(", ") }
}

fn worths(entries: &[Weighed], voice: Voice<'_>) -> Block {
    let header = ["worth-entry", "worth-verdict", "worth-basis", "worth-said", "worth-expectations", "worth-cells"];
    let row = |Weighed { worth, idle }: &Weighed| {
        let mut name = Line::from(worth.name());
        if *idle {
            name = name.plain(" ").styled(Style::Unclear, voice.word("worth-idle"));
        }
        let numbers = [worth.verdict, worth.basis, worth.said, worth.expectations, worth.cells];
        std::iter::once(name).chain(numbers.map(|number| Line::from(number.to_string()))).collect()
    };
    Block::Table { header: header.map(|id| voice.word(id).into()).to_vec(), rows: entries.iter().map(row).collect() }
}

fn idle(entries: &[Weighed], voice: Voice<'_>) -> Line {
    let idle: Vec<String> = entries.iter().filter(|one| one.idle).map(|one| one.worth.name()).collect();
    let message = Message::new(if idle.is_empty() { "worth-none-idle" } else { "worth-some-idle" });
    let message = message.number("entries", entries.len()).number("idle", idle.len());
    voice.say(&message.with("names", idle.join(", "))).into()
}
