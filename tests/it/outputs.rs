//! Findings for machines: SARIF against its published schema, workflow commands, JUnit; and answers as files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use canmanage::lint;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

use crate::folder::{changed, copied, copy, fresh, text_of, written};
use crate::golden::same_as;
use crate::program::{Run, in_root, run, run_in};

/// Mistakes of every level in a copy of the version-skew pack, in a folder whose name must be escaped.
const DAMAGE: [(&str, &str, &str); 3] = [
    ("tables/skew.toml", "remedies = [\"matching-kubectl\"", "remedies = [\"matching-kubctl\""),
    ("vocabulary/components.toml", "큐블릿", "큐블릿\", \"😀\", \"kubectl"),
    ("sources.toml", "origin = \"vendor\"", "date = \"19.9.2023\"\norigin = \"vendor\""),
];

/// A place with a damaged folder called `a folder`.
fn damaged(name: &str) -> PathBuf {
    let place = fresh(name);
    copied("tests/packs/version-skew", &place.join("a folder"));
    for change in DAMAGE {
        changed(&place.join("a folder"), change);
    }
    written(&place, "a folder/strange, 100%.toml", "");
    place
}

fn check(place: &Path, folder: &str, format: &str) -> Run {
    run_in(place, &["data", "check", folder, "--format", format])
}

fn sarif_schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&text_of("tests/schemas/sarif-schema-2.1.0.json")).expect("JSON");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema")
}

#[track_caller]
fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().expect("results")
}

#[test]
fn sarif_is_what_its_schema_says_for_any_folder_and_language() {
    let schema = sarif_schema();
    let place = damaged("sarif-schema");
    let whole = in_root("data");
    for folder in ["a folder", "./a folder/../a folder", whole.to_str().expect("UTF-8")] {
        for language in ["en", "ko"] {
            let log = run_in(&place, &["data", "check", folder, "--format", "sarif", "--lang", language]).json();
            let problems: Vec<String> = schema.iter_errors(&log).map(|error| error.to_string()).collect();
            assert!(problems.is_empty(), "{folder}: {problems:#?}");
            assert_eq!(results(&log).is_empty(), folder.ends_with("data"));
            assert_eq!(log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("rules").len(), lint::codes().len());
        }
    }
    let mut wrong = check(&place, "a folder", "sarif").json();
    wrong["runs"][0]["results"][0]["message"] = "no object".into();
    assert!(!schema.is_valid(&wrong), "the schema can refuse");
}

#[test]
fn every_format_says_the_same_findings_and_ends_alike() {
    let place = damaged("formats-alike");
    let told = check(&place, "a folder", "json").exits(1).json();
    let codes: Vec<&str> =
        told["findings"].as_array().expect("findings").iter().filter_map(|finding| finding["code"].as_str()).collect();
    assert!(codes.len() >= 4, "{codes:?}");

    let log = check(&place, "a folder", "sarif").exits(1).silent_on_stderr().json();
    let rules: Vec<&str> = results(&log).iter().filter_map(|result| result["ruleId"].as_str()).collect();
    assert_eq!(rules, codes);

    let commands = check(&place, "a folder", "github").exits(1).silent_on_stderr().stdout;
    let sorted = |mut names: Vec<&str>| {
        names.sort_unstable();
        names.join(" ")
    };
    let titles = commands.lines().filter_map(|line| line.split_once("title=")?.1.split("::").next()).collect();
    assert_eq!(sorted(titles), sorted(codes.clone()));

    let report = check(&place, "a folder", "junit").exits(1).silent_on_stderr().stdout;
    let (cases, failed) = cases(&report);
    assert_eq!(cases, lint::codes().iter().map(ToString::to_string).collect::<Vec<_>>(), "a case for each check");
    assert_eq!(failed.iter().map(String::as_str).collect::<BTreeSet<_>>(), codes.iter().copied().collect());

    for format in ["text", "json", "sarif", "github", "junit"] {
        run(&["data", "check", "data", "--format", format]).exits(0);
        check(&place, "nowhere", format).exits(4).complains(&["`nowhere`"]);
        if format != "json" {
            check(&place, "nowhere", format).silent_on_stdout();
        }
    }
}

/// The names of the test cases of a JUnit report, and the kinds of its failures.
fn cases(report: &str) -> (Vec<String>, BTreeSet<String>) {
    let attribute = |element: &BytesStart<'_>, name: &str| {
        let value = element.try_get_attribute(name).expect("XML").expect(name).value;
        String::from_utf8(value.into_owned()).expect("UTF-8")
    };
    let (mut cases, mut failed) = (Vec::new(), BTreeSet::new());
    let mut reader = quick_xml::Reader::from_str(report);
    loop {
        match reader.read_event().expect("XML") {
            Event::Eof => return (cases, failed),
            Event::Start(element) | Event::Empty(element) => match element.name().as_ref() {
                b"testcase" => cases.push(attribute(&element, "name")),
                b"failure" => drop(failed.insert(attribute(&element, "type"))),
                _ => {}
            },
            _ => {}
        }
    }
}

#[test]
fn the_outputs_of_a_damaged_folder_are_as_agreed() {
    let place = damaged("golden-outputs");
    same_as("findings.github.txt", &check(&place, "a folder", "github").stdout);
    // Left out: what only repeats the list of all codes, which grows.
    let report = check(&place, "a folder", "junit").stdout;
    let passed = |line: &str| line.ends_with("\"></testcase>") || line.contains(" tests=\"");
    let failed = report.lines().filter(|line| !passed(line));
    same_as("findings.junit.xml", &(failed.collect::<Vec<_>>().join("\n") + "\n"));
    let mut log = check(&place, "a folder", "sarif").json();
    let driver = log["runs"][0]["tool"]["driver"].take();
    for result in log["runs"][0]["results"].as_array_mut().expect("results") {
        let at = usize::try_from(result["ruleIndex"].take().as_u64().expect("an index")).expect("an index");
        assert_eq!(driver["rules"][at]["id"], result["ruleId"]);
    }
    same_as("findings.sarif.json", &format!("{}\n", serde_json::to_string_pretty(&log).expect("JSON")));
    let dangling = driver["rules"].as_array().expect("rules").iter().find(|rule| rule["id"] == "dangling-reference");
    let rule = dangling.expect("the rule");
    assert_eq!(rule["defaultConfiguration"]["level"], "error");
    let help = |form: &str| rule["help"][form].as_str().expect(form);
    assert!(help("text").starts_with("A name refers to nothing"), "{rule}");
    let told = run(&["explain", "dangling-reference", "--lang", "en", "--format", "markdown"]).exits(0).stdout;
    assert_eq!(help("markdown"), told, "the help is what `explain` says");
}

/// The text that a region of SARIF marks, counted as it says: lines and UTF-16 units.
fn marked(place: &Path, location: &Value) -> String {
    let physical = &location["physicalLocation"];
    let uri = physical["artifactLocation"]["uri"].as_str().expect("a URI");
    let path = percent_encoding::percent_decode_str(uri).decode_utf8().expect("UTF-8").into_owned();
    let text = text_of(place.join(path));
    let region = &physical["region"];
    let number = |key: &str| usize::try_from(region[key].as_u64().expect(key)).expect(key);
    assert_eq!(number("startLine"), number("endLine"), "this test knows regions of one line");
    let line: Vec<u16> = text.lines().nth(number("startLine") - 1).expect("a line").encode_utf16().collect();
    String::from_utf16(&line[number("startColumn") - 1..number("endColumn") - 1]).expect("whole characters")
}

#[test]
fn regions_mark_the_very_words_that_are_wrong() {
    let place = damaged("regions");
    let log = check(&place, "a folder", "sarif").json();
    let marks: Vec<(String, String)> = results(&log)
        .iter()
        .map(|result| (result["ruleId"].as_str().expect("a rule").to_owned(), marked(&place, &result["locations"][0])))
        .collect();
    for (rule, mark) in [("dangling-reference", "\"matching-kubctl\""), ("invalid-value", "\"19.9.2023\"")] {
        assert!(marks.contains(&(rule.to_owned(), mark.to_owned())), "{rule} {mark}: {marks:#?}");
    }
}

#[test]
fn fingerprints_differ_and_stay_when_lines_move() {
    let place = damaged("fingerprints");
    let prints = |folder: &str| -> Vec<(String, String)> {
        let log = check(&place, folder, "sarif").json();
        let print = |result: &Value| {
            let print = result["partialFingerprints"]["canmanage/1"].as_str().expect("a fingerprint").to_owned();
            (result["ruleId"].as_str().expect("a rule").to_owned(), print)
        };
        results(&log).iter().map(print).collect()
    };
    let before = prints("a folder");
    let distinct: BTreeSet<&String> = before.iter().map(|(_, print)| print).collect();
    assert_eq!(distinct.len(), before.len(), "{before:#?}");
    for (path, ..) in DAMAGE {
        let file = place.join("a folder").join(path);
        std::fs::write(&file, format!("# moved\n\n# by three lines\n{}", text_of(&file))).expect(path);
    }
    assert_eq!(prints("a folder"), before);
}

#[test]
fn paths_begin_where_the_program_was_started() {
    let place = damaged("paths");
    let uri = |log: &Value| results(log)[0]["locations"][0]["physicalLocation"]["artifactLocation"].clone();
    let whole = place.join("a folder");
    for folder in ["a folder", "./a folder/", whole.to_str().expect("UTF-8")] {
        let artifact = uri(&check(&place, folder, "sarif").json());
        let found = artifact["uri"].as_str().expect("a URI");
        assert!(found.starts_with("a%20folder/") && artifact["uriBaseId"].is_null(), "{artifact}");
    }
    let inside = uri(&check(&whole, ".", "sarif").json());
    assert!(!inside["uri"].as_str().expect("a URI").contains("folder"), "{inside}");
    let other = fresh("paths-elsewhere");
    let log = check(&other, "../paths/a folder", "sarif").json();
    assert_eq!(uri(&log)["uriBaseId"], "FOLDER");
    let base = log["runs"][0]["originalUriBaseIds"]["FOLDER"]["uri"].as_str().expect("a base");
    assert!(base.starts_with("file:///") && base.ends_with("/a%20folder/"), "{base}");
}

#[test]
fn workflow_commands_come_with_the_most_severe_first() {
    let place = damaged("severe-first");
    let told = check(&place, "a folder", "github").stdout;
    let kinds: Vec<bool> = told.lines().map(|line| line.starts_with("::error ")).collect();
    assert!(kinds.contains(&true) && kinds.contains(&false), "{told}");
    assert!(kinds.is_sorted_by(|one, next| one >= next), "{told}");
    assert!(told.lines().all(|line| line.starts_with("::error file=") || line.starts_with("::warning file=")));
}

#[test]
fn hostile_text_breaks_no_format() {
    let place = copy("tests/packs/version-skew", "hostile-outputs", &[]);
    let text = text_of(place.join("sources.toml"));
    let hostile = "[source.\"x\\n::error::\\u001b[31m]]><evil a='b'>{0}[l](u)\"]\npublisher = 1\n";
    written(&place, "sources.toml", format!("{text}\n{hostile}"));
    #[cfg(unix)] // elsewhere no file has such a name
    written(&place, "tables/a\n::error file=x,line=1::b.toml", "title = 1\n");
    let schema = sarif_schema();
    assert!(schema.is_valid(&check(&place, ".", "sarif").exits(1).json()));
    assert!(!cases(&check(&place, ".", "junit").exits(1).stdout).1.is_empty());
    let commands = check(&place, ".", "github").exits(1).stdout;
    assert!(commands.lines().all(|line| line.starts_with("::error file=") || line.starts_with("::warning file=")));
    for format in ["sarif", "junit", "github"] {
        assert!(!check(&place, ".", format).stdout.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn formats_that_a_verb_does_not_have_are_usage_errors() {
    for verb in ["check from=xp", "matrix", "list codes", "explain cross-system"] {
        for format in ["sarif", "github", "junit"] {
            let words: Vec<&str> = verb.split(' ').chain(["--format", format]).collect();
            run(&words).exits(2).silent_on_stdout().complains(&[format]);
        }
    }
    for format in ["markdown", "csv", "script"] {
        run(&["data", "check", "data", "--format", format]).exits(2).silent_on_stdout().complains(&[format, "`sarif`"]);
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let place = damaged("output-files");
    let told = check(&place, "a folder", "sarif").stdout;
    let to = |file: &str| run_in(&place, &["data", "check", "a folder", "--format", "sarif", "--output", file]);
    for _ in 0..2 {
        to("found.sarif").exits(1).silent_on_stdout().silent_on_stderr();
        assert_eq!(text_of(place.join("found.sarif")), told);
        written(&place, "found.sarif", "what was there before");
    }
    to("no/such/folder.sarif").exits(4).silent_on_stdout().complains(&["`no/such/folder.sarif`"]);
    to("a folder").exits(4).silent_on_stdout().complains(&["`a folder`"]);
    let mut left: Vec<String> = std::fs::read_dir(&place)
        .expect("the place")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    left.sort();
    assert_eq!(left, ["a folder", "found.sarif"]);
}
