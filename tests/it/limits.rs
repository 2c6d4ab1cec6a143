//! Every limit, tried with the most that is taken and with one more; docs/limits.md is the same table.

use std::fmt::Write as _;
use std::path::Path;

use canmanage::diag::{Code, Finding, Report};
use canmanage::locale::Message;
use canmanage::{data, limits, lint};
use snapbox::data::DataFormat;
use snapbox::{Data, assert_data_eq};

use crate::folder::{compiled, files, fresh, in_memory, written};
use crate::program::{Run, check, in_root, run, run_on};

/// What is limited, the figure, whether so much of it is taken, and what becomes of more.
type Row = (&'static str, u64, fn(u64) -> bool, &'static str);

const ROWS: &[Row] = &[
    ("bytes of a file of a knowledge folder", limits::FILE, file, "`unreadable-file`"),
    (
        "bytes of all files of a knowledge folder",
        limits::FOLDER,
        folder,
        "`unreadable-file` at the first file that is too much",
    ),
    ("cells of a table", limits::CELLS as u64, |cells| tables(&[cells]), "`table-too-large`"),
    (
        "cells of all tables of a folder",
        limits::ALL_CELLS as u64,
        |cells| tables(&[cells / 2, cells - cells / 2]),
        "`table-too-large`",
    ),
    ("axes of a table", limits::AXES as u64, axes, "`table-too-large`"),
    ("names of a vocabulary: values, groups and aliases", limits::NAMES as u64, names, "`invalid-value`"),
    ("rewrites and noise of a vocabulary", limits::REWRITES as u64, rewrites, "`invalid-value`"),
    (
        "words of a name while it is rewritten",
        limits::WORDS as u64,
        words,
        "it is no name any more; `endless-rewrite` where a rewrite does that by itself",
    ),
    ("expectations", limits::EXPECTATIONS as u64, expectations, "`invalid-value`"),
    ("findings that are drawn with an excerpt", limits::FINDINGS as u64, drawn, "they are counted"),
    ("findings that are kept", limits::KEPT as u64, kept, "they are counted, by kind"),
    ("cells of a grid that is shown", limits::SHOWN_CELLS as u64, grid, "exit code 2: take a slice"),
    ("servers of a set-up (`--manage`)", limits::SERVERS as u64, servers, "exit code 2"),
    ("bytes of a question", limits::QUESTION as u64, question, "exit code 2; in a batch an error in its place"),
    ("bytes of a line of a batch", limits::LINE, line_of_batch, "exit code 4, and the batch ends"),
    ("bytes of a plan file, a listing or a changelog", limits::TEXT, plan, "exit code 4"),
];

const HEAD: &str = "# Limits

How much is taken of anything. Past a limit the input is refused, and the message names the figure; nothing is cut in silence. The
figures stand in `src/limits.rs`; a test tries each with as much as is taken and with one more, and holds this table to them.

| of what | at most | more |
| --- | --: | --- |
";

#[test]
fn each_limit_takes_so_much_and_no_more() {
    let mut wrong = Vec::new();
    for (what, most, takes, _) in ROWS {
        if !takes(*most) {
            wrong.push(format!("{most} {what} are refused"));
        }
        if takes(most + 1) {
            wrong.push(format!("{} {what} are taken", most + 1));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_document_says_the_limits() {
    let mut text = HEAD.to_owned();
    for (what, most, _, more) in ROWS {
        let _ = writeln!(text, "| {what} | {} | {more} |", grouped(*most));
    }
    assert_data_eq!(Data::text(text).raw(), Data::read_from(&in_root("docs/limits.md"), Some(DataFormat::Text)).raw());
}

/// 16777216 as 16,777,216.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn size(number: u64) -> usize {
    usize::try_from(number).expect("a size")
}

/// A comment of so many bytes.
fn comment(bytes: usize) -> Vec<u8> {
    let mut text = vec![b'#'; bytes];
    (0..bytes).step_by(100).skip(1).for_each(|at| text[at] = b'\n');
    text
}

fn file(bytes: u64) -> bool {
    let texts = vec![("knowledge.toml".to_owned(), Vec::new()), ("sources.toml".to_owned(), comment(size(bytes)))];
    let in_revision = data::of_texts("f", texts).expect("a head").1.findings().is_empty();
    let place = fresh("limit-file");
    written(&place, "knowledge.toml", "");
    written(&place, "sources.toml", comment(size(bytes)));
    let on_disk = data::read_folder(&place).expect("a head").1.findings().is_empty();
    assert_eq!(in_revision, on_disk);
    on_disk
}

fn folder(bytes: u64) -> bool {
    let parts = [bytes / 3, bytes / 3, bytes - bytes / 3 * 2];
    let texts = parts.iter().enumerate().map(|(at, bytes)| (format!("tables/t{at}.toml"), comment(size(*bytes))));
    let texts = [("knowledge.toml".to_owned(), Vec::new())].into_iter().chain(texts).collect();
    data::of_texts("f", texts).expect("a head").1.findings().is_empty()
}

const TEXT: &str = "{ en = \"t\" }";

fn knowledge() -> (&'static str, String) {
    let head = "format = \"1.0.0\"\nname = \"n\"\nversion = \"1.0.0\"\nlanguages = [\"en\"]\ndefault-table = \"t0\"";
    ("knowledge.toml", format!("{head}\ntitle = {TEXT}\n"))
}

fn axis(id: &str, values: usize) -> String {
    let inside: Vec<String> = (0..values).map(|number| format!("\"v{number}\"")).collect();
    let inside = inside.join(", ");
    format!("[[axis]]\nid = \"{id}\"\nvocabulary = \"v\"\ntitle = {TEXT}\nquestion = {TEXT}\ninside = [{inside}]\n")
}

fn table(axes: &[usize]) -> String {
    let axes: String = axes.iter().enumerate().map(|(at, values)| axis(&format!("a{at}"), *values)).collect();
    format!("title = {TEXT}\nquestion = {TEXT}\n{axes}")
}

fn vocabulary(values: usize) -> String {
    let value = |number| format!("[value.v{number}]\nname = {{ en = \"v{number}\" }}\n");
    format!("title = {TEXT}\n{}", (0..values).map(value).collect::<String>())
}

/// The kinds of finding about a folder of these tables and this vocabulary.
fn codes(tables: &[String], vocabulary: String, more: Option<(&str, String)>) -> Vec<Code> {
    let paths: Vec<String> = (0..tables.len()).map(|at| format!("tables/t{at}.toml")).collect();
    let tables = paths.iter().map(String::as_str).zip(tables.iter().cloned());
    let texts = [knowledge(), ("vocabulary/v.toml", vocabulary)];
    let texts: Vec<(&str, String)> = texts.into_iter().chain(tables).chain(more).collect();
    compiled(&in_memory(&texts)).1.findings().iter().map(|finding| finding.code).collect()
}

/// Tables with about so many cells each: as many or, where a product cannot be had, more.
fn tables(cells: &[u64]) -> bool {
    const SIDE: usize = 1 << 12;
    let sides: Vec<usize> = cells.iter().map(|cells| size(*cells).div_ceil(SIDE)).collect();
    let tables: Vec<String> = sides.iter().map(|side| table(&[SIDE, *side])).collect();
    let values = sides.into_iter().max().unwrap_or_default().max(SIDE);
    !codes(&tables, vocabulary(values), None).contains(&Code::TABLE_TOO_LARGE)
}

fn axes(count: u64) -> bool {
    !codes(&[table(&vec![1; size(count)])], vocabulary(1), None).contains(&Code::TABLE_TOO_LARGE)
}

fn names(count: u64) -> bool {
    let aliases: Vec<String> = (1..count).map(|number| format!("\"a{number}\"")).collect();
    let value = format!("{}aliases = [{}]\n", vocabulary(1), aliases.join(", "));
    !codes(&[table(&[1])], value, None).contains(&Code::INVALID_VALUE)
}

fn rewrites(count: u64) -> bool {
    let rewrites: Vec<String> = (1..count).map(|number| format!("[\"r{number}\", \"s{number}\"]")).collect();
    let head = format!("title = {TEXT}\nnoise = [\"the\"]\nrewrite = [{}]\n", rewrites.join(", "));
    let vocabulary = vocabulary(1).replace(&format!("title = {TEXT}\n"), &head);
    !codes(&[table(&[1])], vocabulary, None).contains(&Code::INVALID_VALUE)
}

/// A rewrite by which a word becomes so many.
fn words(count: u64) -> bool {
    let long = vec!["w"; size(count)].join(" ");
    let head = format!("title = {TEXT}\nrewrite = [[\"long\", \"{long}\"]]\n");
    let vocabulary = vocabulary(1).replace(&format!("title = {TEXT}\n"), &head);
    let endless = lint::code("endless-rewrite").expect("a code");
    !codes(&[table(&[1])], vocabulary, None).contains(&endless)
}

fn expectations(count: u64) -> bool {
    let one =
        |number| format!("[expect.e{number}]\ntable = \"t0\"\nfacts = {{ a0 = \"v0\" }}\nverdict = \"undocumented\"\n");
    let all: String = (0..count).map(one).collect();
    !codes(&[table(&[1])], vocabulary(1), Some(("expectations.toml", all))).contains(&Code::INVALID_VALUE)
}

/// The base of the lints in a place, with something behind a file.
fn base(place: &Path, path: &str, more: &str) {
    for (_, file) in files("tests/lints/base").iter() {
        let more = if file.path == path { more } else { "" };
        written(place, &file.path, format!("{}{more}", file.text));
    }
}

fn drawn(count: u64) -> bool {
    let place = fresh("limit-drawn");
    let keys: Vec<String> = (0..count).map(|number| format!("k{number} = 1\n")).collect();
    base(&place, "knowledge.toml", &keys.concat());
    let told = check(&place, &[]).exits(1);
    assert!(told.stderr.contains(&format!("{count} errors")), "{}", told.stderr);
    let shown = told.stdout.matches("error[unknown-key]").count() as u64;
    assert!(shown == count || (shown == limits::FINDINGS as u64 && told.stderr.contains("1 further")), "{shown}");
    shown == count
}

fn kept(count: u64) -> bool {
    let mut report = Report::default();
    (0..count).for_each(|_| report.push(Finding::new(Code::SYNTAX, Message::new("syntax"))));
    assert_eq!(report.counts(), (size(count), 0));
    assert!(report.is_fatal());
    report.findings().len() as u64 == count
}

fn is_taken(run: &Run, code: i32, refusal: &str) -> bool {
    let refused = run.code == code && run.stderr.contains(refusal);
    assert!(refused || !run.stderr.contains(refusal), "{}: {}", run.code, run.stderr);
    !refused
}

fn grid(cells: u64) -> bool {
    const SIDE: usize = 1 << 9;
    let side = size(cells).div_ceil(SIDE);
    let place = fresh("limit-grid");
    let texts = [knowledge(), ("vocabulary/v.toml", vocabulary(side)), ("tables/t0.toml", table(&[SIDE, side]))];
    for (path, text) in &texts {
        written(&place, path, text);
    }
    let words = ["matrix", "-q", "--format", "csv", "--data", place.to_str().expect("UTF-8")];
    is_taken(&run(&words), 2, "are shown")
}

fn servers(count: u64) -> bool {
    let server = ["--manage", "server=sp2 on=2008 kind=ccr"];
    let words: Vec<&str> = ["setup", "--from", "2008"].into_iter().chain(server.repeat(size(count))).collect();
    is_taken(&run(&words), 2, "servers; at most")
}

fn question(bytes: u64) -> bool {
    let text = "a ".repeat(size(bytes)).into_bytes()[..size(bytes)].to_vec();
    let alone = is_taken(&run_on(&["ask", "-"], &[], &text), 2, "the question has more than");
    let batch = [text, b"\n".to_vec()].concat();
    let batched = run_on(&["ask", "--batch", "-"], &[], &batch);
    assert_eq!(alone, !batched.stdout.contains("the question has more than"), "{}", batched.stderr);
    alone
}

fn line_of_batch(bytes: u64) -> bool {
    let batch = [vec![b'a'; size(bytes)], b"\nCan XP manage a CCR?\n".to_vec()].concat();
    let told = run_on(&["ask", "--batch", "-"], &[], &batch).exits(4);
    let goes_on = told.stdout.contains("Can XP");
    assert_ne!(goes_on, told.stderr.contains("cannot be read"), "{}", told.stderr);
    goes_on
}

fn plan(bytes: u64) -> bool {
    let place = fresh("limit-plan");
    written(&place, "plan.toml", comment(size(bytes)));
    let plan = place.join("plan.toml").display().to_string();
    is_taken(&run(&["upgrade", "--plan", &plan]), 4, "no more are read")
}
