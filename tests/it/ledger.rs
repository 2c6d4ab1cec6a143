//! The ledger: every cell in one box, and what each entry is worth, against taking it away and compiling anew.

use canmanage::diag::{Files, Report, SourceFile};
use canmanage::knowledge::{Count, Knowledge, Table};
use canmanage::model::Verdict;
use canmanage::review::ledger::{derived, ledger};
use canmanage::review::worth::worth;
use canmanage::{compile, embedded, lint};

use crate::generated;
use crate::program::line;
use crate::{folder, program};

#[test]
fn the_boxes_of_a_ledger_hold_every_cell_once_with_what_decides_it() {
    let folders = folder::FOLDERS.map(folder::knowledge);
    let embedded = embedded::knowledge().expect("the embedded knowledge");
    for knowledge in folders.iter().chain([&embedded]) {
        knowledge.tables().for_each(|table| proved(knowledge, table));
    }
}

/// Checks that the boxes are a partition of the cells by verdict and reasons.
fn proved(knowledge: &Knowledge, table: &Table) {
    let ledger = ledger(knowledge, table).expect("few boxes");
    let mut found = vec![false; table.grid.cells()];
    for entry in &ledger {
        let mut cells = 0;
        table.grid.each(&entry.sets, &mut |cell| {
            let outcome = table.outcome(cell);
            assert!(!std::mem::replace(&mut found[cell], true), "two boxes hold cell {cell} of {}", table.id);
            let grounds: Vec<&String> = outcome.grounds().iter().map(|id| &table[*id].id).collect();
            assert_eq!((outcome.plain, grounds), (entry.ruling, entry.decided.iter().collect()), "{} {cell}", table.id);
            cells += 1;
        });
        assert_eq!(cells, entry.place.cells);
    }
    assert!(found.iter().all(|found| *found), "{}: a cell is in no box", table.id);
    assert_eq!(ledger.iter().map(|entry| entry.place.cells).sum::<usize>(), table.grid.cells());
}

#[test]
fn the_boxes_of_a_total_add_up_to_what_it_asserts() {
    for knowledge in folder::FOLDERS.map(folder::knowledge) {
        for table in knowledge.tables() {
            let derived = derived(&knowledge, table).expect("few boxes");
            assert_eq!(derived.len(), if table.totals.is_empty() { 2 } else { table.totals.len() });
            for (one, total) in derived.iter().zip(&table.totals) {
                let mut cells = vec![false; table.grid.cells()];
                table.grid.each_once(&total.region, &mut |cell| cells[cell] = true);
                let mut counted = Count::default();
                for part in &one.boxes {
                    table.grid.each(&part.sets, &mut |cell| {
                        assert!(std::mem::replace(&mut cells[cell], false), "{} {}: cell {cell}", table.id, total.id);
                        assert_eq!(table.outcome(cell).plain, part.ruling);
                        counted.add(part.ruling);
                    });
                }
                assert!(cells.iter().all(|left| !left), "{} {}: a cell is in no box", table.id, total.id);
                assert_eq!((&one.total, one.written, one.counted), (&total.id, Some(counted), counted));
            }
        }
    }
}

#[test]
fn a_total_shows_where_its_numbers_come_from_and_what_to_write() {
    let told = line("data prove --table host --totals").exits(0).silent_on_stderr();
    told.says(&[
        "Total `all` holds: 84 cells.",
        "    cells = 84\n    supported = { stated = 6, reading = 0, inferred = 0 }\n    unsupported = 14\n",
    ]);
    let change = ("tables/charge.toml", "unsupported = 2", "unsupported = 5");
    let place = folder::copy("tests/lints/base", "totals", &[change]);
    let shown = place.to_str().expect("UTF-8");
    let wrong = program::run(&["data", "prove", shown, "--totals"]).exits(1);
    wrong.says(&["counted unsupported = 2 (−3)", "✗ unsupported (stated) · 2 cells · other-port"]);
    let json = program::run(&["data", "prove", shown, "--totals", "--format", "json"]).exits(1).json();
    let total = &json["tables"][0]["totals"][0];
    assert_eq!((&total["written"]["unsupported"], &total["counted"]["unsupported"]), (&5.into(), &2.into()));
    let rows = program::run(&["data", "prove", shown, "--totals", "--format", "csv"]).exits(1).stdout;
    assert!(rows.lines().skip(1).all(|row| row.starts_with("charge/inside,")), "{rows}");
    let text = folder::text_of(place.join("tables/charge.toml"));
    folder::written(&place, "tables/charge.toml", text.split("[total.inside]").next().expect("the rest"));
    program::run(&["data", "prove", shown, "--totals"]).exits(0).says(&[
        "no total `inside`",
        "no total `all`",
        "cells = 9\n",
    ]);
}

#[test]
fn the_printed_boxes_of_the_embedded_knowledge_add_up_to_its_cells() {
    let knowledge = embedded::knowledge().expect("the embedded knowledge");
    let json = line("data prove --format json").exits(0).silent_on_stderr().json();
    assert_eq!(json["format"], "canmanage/ledger/1");
    assert_eq!(json["idle"], 0);
    let number = |value: &serde_json::Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    for (table, shown) in knowledge.tables().zip(json["tables"].as_array().expect("tables")) {
        assert_eq!(shown["table"], table.id);
        let boxes = shown["boxes"].as_array().expect("boxes");
        assert_eq!(boxes.iter().map(|shown| number(&shown["cells"])).sum::<usize>(), table.grid.cells());
        assert_eq!(number(&shown["all"]["cells"]), table.grid.cells());
        // The size of a box is that of the sets it shows.
        for shown in boxes {
            let sizes =
                table.axes.iter().map(|axis| shown["when"][&axis.id].as_array().map_or(axis.values.len(), Vec::len));
            assert_eq!(number(&shown["cells"]), sizes.product::<usize>(), "{shown}");
        }
    }
    let csv = line("data prove --format csv").exits(0).stdout;
    let cells: usize =
        csv.lines().skip(1).map(|line| line.split(',').nth(1).expect("cells").parse::<usize>().expect("number")).sum();
    assert_eq!(cells, knowledge.tables().map(|table| table.grid.cells()).sum::<usize>());
    line("data prove --format markdown").exits(0).says(&["| --- |", "`{ server = "]);
    let one = line("data prove data --table HOST").exits(0);
    assert_eq!(
        one.stdout,
        line("data prove --table host").exits(0).stdout,
        "the folder and what is embedded are the same"
    );
    line("data prove --table hist").exits(2).complains(&["`hist`", "`host`"]);
    line("data prove nowhere").exits(4);
}

/// What taking one entry away does, by compiling what is left.
#[derive(Debug, Default, PartialEq, Eq)]
struct Change {
    verdict: usize,
    basis: usize,
}

#[test]
fn what_an_entry_is_worth_is_what_compiling_without_it_changes() {
    for (name, every) in [("tests/packs/version-skew", 1), ("data", 6)] {
        let files = folder::files(name);
        let (_, knowledge, _) = compile::load(&files, Report::default());
        let knowledge = knowledge.expect("it compiles");
        for table in knowledge.tables() {
            for worth in worth(table).into_iter().step_by(every) {
                let (rest, _) = folder::compiled(&without(&files, &table.id, &worth.kind.to_string(), &worth.id));
                let Some(rest) = rest else { continue };
                let change = changes(table, rest.table(&table.id).expect("the table"));
                let expected = Change { verdict: worth.verdict, basis: worth.basis };
                assert_eq!(change, expected, "{name}: {} of {}", worth.id, table.id);
                assert!(!worth.idle, "{name}: {} of {}", worth.id, table.id);
            }
        }
    }
}

/// The folder without one entry of a table.
fn without(files: &Files, table: &str, section: &str, id: &str) -> Files {
    let mut rest = Files::new("rest");
    for (_, file) in files.iter() {
        let mut text = file.text.clone();
        if file.path == format!("tables/{table}.toml") {
            let mut parsed: toml::Table = text.parse().expect("TOML");
            let entries = parsed.get_mut(section).and_then(toml::Value::as_table_mut).expect("a section");
            assert!(entries.remove(id).is_some());
            text = parsed.to_string();
        }
        rest.push(SourceFile { path: file.path.clone(), text });
    }
    rest
}

fn changes(with: &Table, without: &Table) -> Change {
    let mut change = Change::default();
    for cell in 0..with.grid.cells() {
        let (with, without) = (with.outcome(cell), without.outcome(cell));
        let rulings = [(with.plain, without.plain), (with.strict, without.strict)];
        if rulings.iter().any(|(with, without)| with.verdict != without.verdict) {
            change.verdict += 1;
        } else if rulings.iter().any(|(with, without)| with.basis != without.basis) {
            change.basis += 1;
        }
    }
    change
}

#[test]
fn an_entry_that_changes_nothing_is_reported_as_idle() {
    let place = folder::copy("data", "idle", &[]);
    let path = place.join("tables/host.toml");
    let text = folder::text_of(&path);
    // No source was asked about a cell that a forbid decides: nobody ever hears of it.
    let idle = "[silent.never-heard]\nwhen = { on = \"windows-server-2008-core\" }\n\
                because = { en = \"nobody says\", ko = \"아무도 말하지 않습니다\" }\n";
    std::fs::write(&path, format!("{text}\n{idle}")).expect("a file");
    let folder = place.to_str().expect("a path");
    for (language, word) in [("en", "(idle)"), ("ko", "(쓰임 없음)")] {
        let run = program::run(&["data", "prove", folder, "--table", "host", "--lang", language]).exits(1);
        run.says(&["silent.never-heard", word]);
    }
    let json = program::run(&["data", "prove", folder, "--format", "json"]).exits(1).json();
    assert_eq!(json["idle"], 1);
}

#[test]
fn a_million_cells_and_two_thousand_rules_are_checked_and_proved() {
    let (catalog, knowledge, report) = compile::load(&generated::folder(&[25, 40, 25, 40], 2000), Report::default());
    assert!(report.findings().is_empty(), "{:?}", report.findings());
    let knowledge: Knowledge = knowledge.expect("it compiles");
    let table = knowledge.default_table().expect("a table");
    assert_eq!(table.grid.cells(), 1_000_000);
    let holding = table.rules().filter(|(_, rule)| rule.region.holds(&table.values(123_456)));
    let outcome = table.outcome(123_456);
    assert_eq!([outcome.forbids, outcome.permits].concat().len(), holding.count());
    assert!(lint::check(&catalog, &knowledge).findings().iter().all(|finding| finding.code.name() != "undecided-cell"));
    let worths = worth(table);
    assert_eq!(worths.len(), 2005);
    let silent = worths.last().expect("the silent entry");
    let undocumented = table.cells(Verdict::Undocumented);
    assert_eq!((silent.cells, silent.verdict), (1_000_000, 0));
    assert!(silent.said >= undocumented.count());
    let ledger = ledger(&knowledge, table).expect("few boxes");
    assert_eq!(ledger.iter().map(|entry| entry.place.cells).sum::<usize>(), 1_000_000);
}
