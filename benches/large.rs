//! How the cost of large knowledge grows, side by side in one run: `cargo bench --bench large`.
//!
//! The same two thousand rules over tables of ten thousand, a hundred thousand and a million cells; rounds of all sizes
//! alternate, the median counts, and the ratio to the smallest. With a folder for an argument the largest is written there, to be
//! given to the program itself: `cargo bench --bench large -- FOLDER`, then `canmanage data check FOLDER`.

#![allow(
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::expect_used,
    clippy::cast_precision_loss,
    missing_docs,
    reason = "a bench speaks on stdout, and stops at what is wrong"
)]

#[path = "../tests/it/generated.rs"]
mod generated;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use canmanage::diag::Files;
use canmanage::review::diff::{Snapshot, diff};
use canmanage::review::ledger::ledger;
use canmanage::review::worth::worth;
use canmanage::{compile, lint, model};

const ROUNDS: usize = 5;
const RULES: usize = 2000;
const SIZES: [[usize; 4]; 3] = [[10, 10, 10, 10], [20, 10, 25, 20], [25, 40, 25, 40]];
const STAGES: [&str; 6] = ["parse", "compile", "lint", "ledger", "worth", "diff"];

fn main() {
    let folders = SIZES.map(|sizes| generated::folder(&sizes, RULES));
    if let Some(folder) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) {
        return written(Path::new(&folder), &folders[2]);
    }
    let mut times: Vec<Vec<Vec<f64>>> = vec![vec![Vec::new(); STAGES.len()]; SIZES.len()];
    for _ in 0..ROUNDS {
        for (files, times) in folders.iter().zip(&mut times) {
            for (time, times) in measured(files).into_iter().zip(times) {
                times.push(time);
            }
        }
    }
    println!("{RULES} rules; milliseconds, and the ratio to the smallest table");
    print!("{:<10}", "");
    for sizes in SIZES {
        print!("{:>18} cells", sizes.iter().product::<usize>());
    }
    println!();
    for (stage, name) in STAGES.iter().enumerate() {
        print!("{name:<10}");
        let floor = median(&mut times[0][stage]);
        for times in &mut times {
            let time = median(&mut times[stage]);
            print!("{time:>15.1} {:>6.1} x", time / floor);
        }
        println!();
    }
}

/// How long each stage takes, in milliseconds.
fn measured(files: &Files) -> Vec<f64> {
    let mut times = Vec::new();
    let (catalog, parsed) = timed(&mut times, || model::parse(files));
    let (knowledge, report) = timed(&mut times, || compile::compile(&catalog, parsed, files));
    assert!(report.findings().is_empty(), "{:?}", report.findings());
    let knowledge = knowledge.expect("it compiles");
    black_box(timed(&mut times, || lint::check(&catalog, &knowledge)));
    let state = Snapshot { files: files.clone(), catalog, knowledge };
    let table = state.knowledge.default_table().expect("a table");
    let boxes = timed(&mut times, || ledger(&state.knowledge, table).expect("few boxes").len());
    let worths = timed(&mut times, || worth(table));
    assert!(boxes > 1 && worths.len() > RULES);
    assert!(timed(&mut times, || diff(&state, &state).expect("comparable").is_empty()));
    times
}

fn timed<T>(times: &mut Vec<f64>, stage: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = stage();
    times.push(start.elapsed().as_nanos() as f64 / 1e6);
    result
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn written(folder: &Path, files: &Files) {
    for (_, file) in files.iter() {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, &file.text).expect("a file");
    }
}
