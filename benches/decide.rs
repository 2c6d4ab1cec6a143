//! What a decision on known values costs, side by side in one run: `cargo bench --bench decide`.
//!
//! Each way answers the same cells in the same order. Rounds of all ways alternate, so that a machine that slows down slows all
//! of them; the median round counts, and the ratio to the floor, a bare array look-up of the same index.

#![allow(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::needless_for_each,
    clippy::needless_pass_by_value,
    missing_docs,
    reason = "a bench speaks on stdout, and stops at what is wrong"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use canmanage::decide::{Decision, decide, facts};
use canmanage::diag::{Files, SourceFile};
use canmanage::knowledge::{Axis, Boxed, Knowledge, OnAxis, Table};
use canmanage::model::{Effect, Verdict};
use canmanage::{compile, embedded};

/// A name, and a function that answers all cells.
type Way<'w> = (&'static str, Box<dyn FnMut() + 'w>);

const ROUNDS: usize = 101;
const CELLS: usize = 4096;

fn main() {
    let shipped = embedded::knowledge().expect("the embedded knowledge");
    let generated = generated();
    for (name, knowledge) in [("shipped", &shipped), ("generated", &generated)] {
        let table = knowledge.default_table().expect("a default table");
        println!("{name}: table `{}`, {} rules, {} cells", table.id, table.rules().count(), table.grid.cells());
        measure(knowledge, table);
        println!();
    }
}

fn measure(knowledge: &Knowledge, table: &Table) {
    let cells = some_cells(table.grid.cells());
    let values: Vec<Vec<OnAxis>> = cells.iter().map(|cell| table.values(*cell)).collect();
    let written: Vec<Vec<String>> = values.iter().map(|values| written(knowledge, table, values)).collect();
    let bare: Vec<u8> = (0..table.grid.cells()).map(|cell| verdict_of(table, cell) as u8).collect();
    let masks = masks(table);
    let mut ways: Vec<Way<'_>> = vec![
        ("bare array look-up", Box::new(|| cells.iter().for_each(|cell| keep(bare[*black_box(cell)])))),
        (
            "ruling: verdict and basis",
            Box::new(|| cells.iter().for_each(|cell| keep(table.dense.ruling(*black_box(cell))))),
        ),
        (
            "outcome: everything that holds",
            Box::new(|| cells.iter().for_each(|cell| keep(table.outcome(*black_box(cell))))),
        ),
        (
            "from facts as written to a decision",
            Box::new(|| written.iter().for_each(|facts| keep(answered(knowledge, table, black_box(facts))))),
        ),
        (
            "bit masks, rule by rule",
            Box::new(|| values.iter().for_each(|values| keep(by_masks(&masks, black_box(values))))),
        ),
        (
            "regions, rule by rule",
            Box::new(|| values.iter().for_each(|values| keep(by_regions(table, black_box(values))))),
        ),
    ];
    let mut times: Vec<Vec<f64>> = vec![Vec::new(); ways.len()];
    for _ in 0..ROUNDS {
        for ((_, way), times) in ways.iter_mut().zip(&mut times) {
            let start = Instant::now();
            way();
            times.push(start.elapsed().as_nanos() as f64 / CELLS as f64);
        }
    }
    let floor = median(&mut times[0]);
    for ((name, _), times) in ways.iter().zip(&mut times) {
        let time = median(times);
        println!("  {name:<32} {time:>8.2} ns  {:>8.2} x", time / floor);
    }
}

/// Takes an answer, so that none can be left out, and looks at none, so that looking costs nothing.
fn keep<T>(answer: T) {
    black_box(&answer);
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Cells in an order that no cache foresees, the same in every run.
fn some_cells(cells: usize) -> Vec<usize> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or(0) % cells
    };
    (0..CELLS).map(|_| next()).collect()
}

/// The cell with these values as arguments of `check`.
fn written(knowledge: &Knowledge, table: &Table, values: &[OnAxis]) -> Vec<String> {
    let id = |axis: &Axis, value: OnAxis| axis.value(value, &knowledge[axis.vocabulary]).id.clone();
    table.axes.iter().zip(values).map(|(axis, value)| format!("{}={}", axis.id, id(axis, *value))).collect()
}

fn answered(knowledge: &Knowledge, table: &Table, facts: &[String]) -> Decision {
    decide(table, &facts::read(knowledge, table, facts).expect("facts").facts, false)
}

fn verdict_of(table: &Table, cell: usize) -> Verdict {
    table.outcome(cell).plain.verdict
}

/// Each box of each rule as one mask of at most 64 values per axis.
fn masks(table: &Table) -> Vec<(Effect, Vec<u64>)> {
    let boxes = table.rules().flat_map(|(_, rule)| rule.region.boxes().iter().map(|sets| (rule.effect, sets)));
    let mask = |sets: &Boxed| sets.iter().map(|set| set.ones().fold(0, |mask, one| mask | 1 << one.index())).collect();
    boxes.map(|(effect, sets)| (effect, mask(sets))).collect()
}

fn by_masks(masks: &[(Effect, Vec<u64>)], values: &[OnAxis]) -> Verdict {
    let mut verdict = Verdict::Undocumented;
    for (effect, mask) in masks {
        if mask.iter().zip(values).all(|(mask, value)| mask >> value.index() & 1 == 1) {
            match effect {
                Effect::Forbid => return Verdict::Unsupported,
                _ => verdict = Verdict::Supported,
            }
        }
    }
    verdict
}

fn by_regions(table: &Table, values: &[OnAxis]) -> Verdict {
    let holding = || table.rules().filter(|(_, rule)| rule.region.holds(values));
    let has = |effect: Effect| holding().any(|(_, rule)| rule.effect == effect);
    match (has(Effect::Forbid), has(Effect::Permit)) {
        (true, _) => Verdict::Unsupported,
        (false, true) => Verdict::Supported,
        (false, false) => Verdict::Undocumented,
    }
}

/// Five axes, 12 x 12 x 8 x 4 x 3 = 13,824 cells, and 120 rules over them.
fn generated() -> Knowledge {
    let sizes = [12, 12, 8, 4, 3];
    let mut files = Files::new("generated");
    let mut push = |path: &str, text: String| {
        files.push(SourceFile { path: path.to_owned(), text });
    };
    push(
        "knowledge.toml",
        "format = \"1.0.0\"\nname = \"generated\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ndefault-table = \"t\"\n\
         title = { en = \"generated\" }\n"
            .to_owned(),
    );
    let mut table = String::from("title = { en = \"t\" }\nquestion = { en = \"?\" }\n");
    for (axis, size) in sizes.iter().enumerate() {
        let ids: Vec<String> = (0..*size).map(|value| format!("\"a{axis}-value-{value}\"")).collect();
        let _ = write!(
            table,
            "[[axis]]\nid = \"a{axis}\"\nvocabulary = \"v{axis}\"\ntitle = {{ en = \"a\" }}\nquestion = {{ en = \"?\" }}\n\
             inside = [{}]\n",
            ids.join(", ")
        );
        let values = ids.iter().map(|id| format!("[value.{}]\nname = {{ en = {id} }}\n", id.trim_matches('"')));
        push(&format!("vocabulary/v{axis}.toml"), format!("title = {{ en = \"v\" }}\n{}", values.collect::<String>()));
    }
    for rule in 0..120 {
        let effect = if rule % 3 == 0 { "forbid" } else { "permit" };
        let (first, second) = (rule % 5, (rule / 5 + 1 + rule % 5) % 5);
        let mut when = format!("a{first} = \"a{first}-value-{}\"", rule % sizes[first]);
        if second != first {
            let _ = write!(when, ", a{second} = \"a{second}-value-{}\"", (rule / 7) % sizes[second]);
        }
        let _ = write!(
            table,
            "[{effect}.r{rule}]\nwhen = {{ {when} }}\nbecause = {{ en = \"r\" }}\nbasis = \"stated\"\nsources = []\n"
        );
    }
    push("tables/t.toml", table);
    let (_, knowledge, report) = compile::load(&files, canmanage::diag::Report::default());
    knowledge.unwrap_or_else(|| panic!("{:?}", report.findings()))
}
