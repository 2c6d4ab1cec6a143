//! Anything at all goes in, and nothing panics: folders, questions, facts, plan files and listings, made by damaging what is right.
//!
//! By itself a fixed number of inputs, the same each time. `FUZZ_SECONDS=60 cargo test --release fuzz:: -- --nocapture` goes on for so
//! long at each entry, from `FUZZ_SEED` on, and says how many there were. What breaks is kept in a folder that the message names; its
//! text belongs into `tests/fuzz/`, from which every run begins.

#![allow(clippy::print_stderr, reason = "how much was tried is worth knowing, with --nocapture")]

mod damage;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::str::FromStr;
use std::time::{Duration, Instant};

use canmanage::ask::Asker;
use canmanage::decide::{Facts, decide, facts};
use canmanage::diag::emit;
use canmanage::knowledge::{Knowledge, Table};
use canmanage::locale::{Language, Messages};
use canmanage::print::{Block, Detail, script, text};
use canmanage::upgrade::case::Case;
use canmanage::upgrade::listings;
use canmanage::upgrade::readiness::readiness;
use canmanage::upgrade::said::ClusterSaid;
use canmanage::view::{Context, Invocation};
use canmanage::{advise, compile, data, lint, print, view};

use self::damage::{Random, damaged};
use crate::folder::{self, text_of};
use crate::program::{in_root, is_harmless};
use crate::questions;

/// Files by path: what an entry is given, and what is kept of an input that breaks it.
type Input = Vec<(String, Vec<u8>)>;

fn environment<T: FromStr>(name: &str) -> Option<T> {
    std::env::var(name).ok()?.parse().ok()
}

/// Gives an entry one input after the other. One that panics, or takes the time of thousands, is kept and named.
fn fuzz(name: &str, runs: u64, mut make: impl FnMut(&mut Random) -> Input, mut run: impl FnMut(&Input)) {
    let seconds: Option<u64> = environment("FUZZ_SECONDS");
    let seed = environment("FUZZ_SEED").unwrap_or(1);
    let (mut random, begun) = (Random(seed), Instant::now());
    let (mut done, mut slowest) = (0_u64, Duration::ZERO);
    loop {
        let input = make(&mut random);
        let before = Instant::now();
        let kept = in_root("target/tmp").join(format!("fuzz-{name}-{seed}-{done}"));
        if catch_unwind(AssertUnwindSafe(|| run(&input))).is_err() {
            keep(&kept, &input);
            panic!("{name}: the input in {} breaks it", kept.display());
        }
        done += 1;
        if before.elapsed() > slowest {
            slowest = before.elapsed();
            if slowest > Duration::from_secs(5) {
                keep(&kept, &input);
                eprintln!("fuzz {name}: {} takes {slowest:?}", kept.display());
            }
        }
        let enough = match seconds {
            Some(seconds) => begun.elapsed() >= Duration::from_secs(seconds),
            None => done >= runs,
        };
        if enough {
            eprintln!("fuzz {name}: {done} inputs from seed {seed} in {:?}, the slowest {slowest:?}", begun.elapsed());
            return;
        }
    }
}

fn keep(place: &Path, input: &Input) {
    for (path, bytes) in input {
        folder::written(place, path, bytes);
    }
}

/// The lines of a file in tests/fuzz/, with `\n` and the like meant as they are in Rust.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let text = text_of(format!("tests/fuzz/{name}"));
    let unescaped = |line: &str| line.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0").into_bytes();
    text.lines().filter(|line| !line.starts_with('#')).map(unescaped).collect()
}

fn one_text(name: &str, bytes: Vec<u8>) -> Input {
    vec![(name.to_owned(), bytes)]
}

fn shown(input: &Input) -> String {
    String::from_utf8_lossy(&input[0].1).into_owned()
}

fn in_english(knowledge: &Knowledge, tell: impl FnOnce(Context<'_>)) {
    tell(Context::new(knowledge, &Messages::new(Language::En), &Invocation::default()));
}

fn are_harmless(blocks: &[Block]) {
    is_harmless(&text::render(blocks, 80, &|_, text| text.to_owned()));
}

fn answered(knowledge: &Knowledge, facts: &Facts, table: &Table) {
    let decision = decide(table, facts, false);
    let advice = advise::advise(knowledge, table, &decision);
    in_english(knowledge, |cx| {
        let answer = view::answer::answer(cx, table, &decision, &advice);
        are_harmless(&print::short::detailed(&answer, Detail::Full, cx.messages));
    });
}

#[test]
fn any_folder_is_loaded_or_refused() {
    let folders: Vec<Input> = ["tests/lints/base", "tests/packs/version-skew", "data"]
        .map(|name| {
            folder::files(name).iter().map(|(_, file)| (file.path.clone(), file.text.clone().into_bytes())).collect()
        })
        .into();
    let texts: Vec<Vec<u8>> =
        folders[..2].iter().flatten().map(|(_, bytes)| bytes.clone()).chain(corpus("toml.txt")).collect();
    let messages = Messages::new(Language::Ko);
    let make = |random: &mut Random| {
        let which = if random.below(400) == 0 { 2 } else { random.below(2) };
        let mut files = folders[which].clone();
        for _ in 0..=random.below(2) {
            let at = random.below(files.len());
            let own = files[at].1.clone();
            let mut corpus = vec![own; 9];
            corpus.push(random.one(&texts).clone());
            files[at].1 = damaged(random, &corpus);
        }
        files
    };
    fuzz("folder", 300, make, |input| {
        let Ok((files, read)) = data::of_texts("folder", input.clone()) else { return };
        let (catalog, knowledge, mut report) = compile::load(&files, read);
        assert!(knowledge.is_some() != report.is_fatal());
        if let Some(knowledge) = &knowledge {
            report.extend(lint::check(&catalog, knowledge));
            for table in knowledge.tables() {
                answered(knowledge, &Facts::none(table), table);
            }
        }
        report.sort();
        for finding in report.findings().iter().take(20) {
            is_harmless(&emit::emit(finding, &files, &messages, false));
        }
    });
}

#[test]
fn any_question_is_read_or_refused() {
    let asker = Asker::new(questions::knowledge());
    let corpus: Vec<Vec<u8>> = questions::built_on()
        .iter()
        .map(|question| question.text.clone().into_bytes())
        .chain(corpus("ask.txt"))
        .collect();
    let mut count = 0;
    fuzz(
        "question",
        300,
        |random| one_text("question.txt", damaged(random, &corpus)),
        |input| {
            let question = shown(input);
            let Ok(reading) = asker.read(&question) else { return };
            count += 1;
            if count % 8 == 0 {
                in_english(questions::knowledge(), |cx| {
                    let answered = view::question::answered(cx, &reading);
                    are_harmless(&print::question::blocks(&answered, Detail::Full, cx.messages));
                });
            }
        },
    );
}

#[test]
fn any_facts_are_read_or_refused() {
    let knowledge = questions::knowledge();
    let tables: Vec<&Table> = knowledge.tables().collect();
    let corpus = corpus("facts.txt");
    let mut count = 0;
    fuzz(
        "facts",
        3_000,
        |random| one_text("facts.txt", damaged(random, &corpus)),
        |input| {
            let written: Vec<String> = shown(input).split('\u{20}').map(str::to_owned).collect();
            count += 1;
            let table = tables[count % tables.len()];
            match facts::read(knowledge, table, &written) {
                Ok(read) if count % 64 == 0 => answered(knowledge, &read.facts, table),
                Ok(read) => assert!(!decide(table, &read.facts, false).cells.is_empty()),
                Err(problems) => assert!(!problems.is_empty()),
            }
        },
    );
}

/// Whatever is said of a cluster is planned, or it is said why not.
fn planned(said: ClusterSaid) {
    let knowledge = questions::knowledge();
    let runbook = knowledge.runbook().expect("a runbook");
    if !said.errors(knowledge, runbook).is_empty() {
        return;
    }
    let Ok(case) = Case::new(knowledge, runbook, said) else { return };
    let readiness = readiness(&case, false).unwrap_or_else(|broken| panic!("{broken:?}"));
    in_english(knowledge, |cx| {
        let plan = view::upgrade::upgrade(cx, &case, &readiness);
        are_harmless(&print::upgrade::blocks(&plan, Detail::Full, cx.messages));
        is_plain(&print::upgrade::script::script(&plan, cx.messages));
    });
}

fn is_plain(script: &str) {
    assert!(script.is_ascii());
    is_harmless(script);
}

#[test]
fn any_plan_file_is_planned_or_refused() {
    let corpus = corpus("plans.txt");
    fuzz(
        "plan",
        1_500,
        |random| one_text("plan.toml", damaged(random, &corpus)),
        |input| {
            if let Ok(said) = toml::from_str(&shown(input)) {
                planned(said);
            }
        },
    );
}

#[test]
fn any_listing_is_read_or_refused() {
    let listing = |name: &str| std::fs::read(in_root("tests/cases/upgrade").join(name)).expect(name);
    let known = ["cluster-node.txt", "cluster-group.txt", "cluster-status.txt"].map(listing);
    let corpus: Vec<Vec<u8>> = known.iter().cloned().chain(corpus("listings.txt")).collect();
    let plan: ClusterSaid =
        toml::from_str(&String::from_utf8(crate::fuzz::corpus("plans.txt").remove(0)).expect("UTF-8")).expect("a plan");
    let make = |random: &mut Random| {
        let mut files = one_text("node.txt", known[0].clone());
        files.extend(one_text("group.txt", known[1].clone()));
        files.extend(one_text("status.txt", known[2].clone()));
        let at = random.below(3);
        files[at].1 = damaged(random, &corpus);
        files
    };
    fuzz("listing", 300, make, |input| {
        let texts: Vec<String> = input.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
        let nodes = listings::nodes(&texts[0]).unwrap_or_default();
        let groups = listings::groups(&texts[1], &nodes.node).unwrap_or_default();
        let status = listings::status(&texts[2]).unwrap_or_default();
        planned(plan.clone().and(nodes).and(groups).and(status));
    });
}

#[test]
fn the_script_of_any_set_up_is_plain() {
    // Not fuzzed for long: what a person may type has no more parts than these.
    let knowledge = questions::knowledge();
    let setup = knowledge.setup().expect("a set-up");
    let table = knowledge.table(&setup.table).expect("its table");
    for system in table[setup.workstation].all() {
        let servers = [Facts::none(table)];
        let plan = advise::setup::plan(setup, table, system, &servers, false);
        in_english(knowledge, |cx| {
            is_plain(&script::script(&view::setup::setup(cx, setup, table, system, &servers, &plan), cx.messages));
        });
    }
}
