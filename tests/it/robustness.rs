//! Bad input over all commands: how each run ends, and the first line of what it is told. docs/robustness.md shows all of it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use canmanage::locale::printable;
use serde::Deserialize;
use snapbox::data::DataFormat;
use snapbox::{Data, assert_data_eq};

use crate::folder::{copied, fresh, toml_of, written};
use crate::program::{Run, in_root, run};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    title: String,
    exit: i32,
    #[serde(default)]
    runs: Vec<String>,
    run: Option<String>,
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    bytes: Vec<Vec<u8>>,
    #[serde(default)]
    edits: Vec<[String; 3]>,
}

/// The fewest cases that the document must show.
const FEWEST: usize = 300;

const HEAD: &str = "# Bad input

What was tried, how the program ends (README says what the exit codes mean), and the first line of what it says. The cases stand in
`tests/cases/robustness.toml`; a test runs each and holds this document to it. `SNAPSHOTS=overwrite cargo test robustness` writes it anew.
";

#[test]
fn bad_input_ends_as_the_document_says() {
    let cases: Cases = toml_of("tests/cases/robustness.toml");
    let place = fresh("robustness");
    let mut document = HEAD.to_owned();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for group in cases.group {
        let _ = write!(document, "\n## {}\n\n", group.title);
        if let Some(run) = &group.run {
            let _ = write!(document, "`{run}`\n\n");
        }
        document.push_str("| input | exit code | says |\n| --- | --: | --- |\n");
        for (input, told) in runs(&group, &place) {
            if told.code != group.exit {
                wrong.push(format!("{input} ends with {}:\n{}{}", told.code, told.stdout, told.stderr));
            }
            assert!(seen.insert((group.run.clone(), input.clone())), "{input} stands twice");
            let first = said(&told, &place);
            let _ = writeln!(document, "| {} | {} | {} |", code(&input), told.code, code(&first));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.len() >= FEWEST, "{} cases", seen.len());
    let _ = write!(document, "\n{} cases.\n", seen.len());
    // Elsewhere a path is written otherwise and the system says other things: there only the exit codes are the same.
    if cfg!(unix) {
        let kept = Data::read_from(&in_root("docs/robustness.md"), Some(DataFormat::Text));
        assert_data_eq!(Data::text(document).raw(), kept.raw());
    }
}

/// Each input of a group with what came of it.
fn runs(group: &Group, place: &Path) -> Vec<(String, Run)> {
    let mut all = Vec::new();
    let file = place.join("FILE");
    let command = |line: &str, folder: &Path| {
        let words = shlex::split(line).expect("words").into_iter().map(|word| match word.as_str() {
            "FILE" => file.display().to_string(),
            "DIR" => folder.display().to_string(),
            _ => word,
        });
        run(&words.collect::<Vec<_>>())
    };
    written(place, "FILE", "");
    for line in &group.runs {
        all.push((line.clone(), command(line, place)));
    }
    let line = group.run.as_deref().unwrap_or_default();
    let texts = group.files.iter().map(|text| (format!("{text:?}"), text.clone().into_bytes()));
    for (shown, bytes) in texts.chain(group.bytes.iter().map(|bytes| (format!("bytes {bytes:?}"), bytes.clone()))) {
        written(place, "FILE", bytes);
        all.push((shown, command(line, place)));
    }
    for [path, from, to] in &group.edits {
        let folder = place.join("DIR");
        let _ = std::fs::remove_dir_all(&folder);
        copied("tests/lints/base", &folder);
        let before = std::fs::read_to_string(folder.join(path)).unwrap_or_default();
        assert!(before.contains(from), "{path} has no `{from}`");
        written(&folder, path, if from.is_empty() { to.clone() } else { before.replacen(from, to, 1) });
        let shown = if from.is_empty() { format!("{path}: {to:?}") } else { format!("{path}: {to:?} for {from:?}") };
        all.push((shown, command(line, &folder)));
    }
    all
}

/// The first line of what is said: a complaint, else the answer.
fn said(told: &Run, place: &Path) -> String {
    let lines = if told.stdout.contains('[') && told.code == 1 { &told.stdout } else { &told.stderr };
    let lines = if lines.trim().is_empty() { &told.stdout } else { lines };
    assert!(!lines.contains("panicked"), "{lines}");
    let first = lines.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let inside = format!("{}{}", place.display(), std::path::MAIN_SEPARATOR);
    first.replace(&inside, "/").replace(&place.display().to_string(), "")
}

/// Text as code in a cell of a table.
fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let shown = printable(&text.replace('\n', "\\n").replace('\t', "\\t")).replace('|', "\\|");
    let ticks = if shown.contains('`') { "``" } else { "`" };
    let space = if shown.contains('`') || shown.starts_with(' ') { " " } else { "" };
    format!("{ticks}{space}{shown}{space}{ticks}")
}
