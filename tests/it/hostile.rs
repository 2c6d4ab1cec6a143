//! Text that steers a terminal, hides, or means something to a spreadsheet or a shell: it is shown as what it is, in every format.

use std::path::PathBuf;

use quick_xml::events::Event;

use crate::folder::{changed, copy, text_of, written};
use crate::program::{check, line, run};

/// Control characters of both kinds, separators, marks of direction, what has no width, fillers, tags, annotations, no characters.
const HOSTILE: &str = "\u{7f}\u{85}\u{9b}\u{ad}\u{34f}\u{61c}\u{115f}\u{180e}\u{200b}\u{200e}\u{2028}\
    \u{2029}\u{202e}\u{2066}\u{3164}\u{feff}\u{ffa0}\u{fff9}\u{fffe}\u{ffff}\u{1fffe}\u{e0041}";

/// The base of the lints, changed in some files.
fn base(name: &str, changes: &[(&str, &str, &str)]) -> PathBuf {
    copy("tests/lints/base", name, changes)
}

#[test]
fn a_finding_shows_what_steers_or_hides_as_what_it_is() {
    for c in HOSTILE.chars() {
        let damage = format!("\"a{c}b\" = 1 # {c}\norigin = \"ven{c}dor\"");
        let place = base("hostile-findings", &[("sources.toml", "origin = \"vendor\"", &damage)]);
        for format in ["text", "json", "sarif", "github", "junit"] {
            let told = check(&place, &["--format", format]).exits(1);
            told.is_harmless();
            // Those of ASCII have signs of their own.
            if format == "text" && !c.is_ascii() {
                assert!(told.stdout.contains(&format!("\\u{{{:x}}}", u32::from(c))), "{}", told.stdout);
            }
            if format == "junit" {
                let mut reader = quick_xml::Reader::from_str(&told.stdout);
                while !matches!(reader.read_event().expect("XML"), Event::Eof) {}
            }
        }
    }
}

#[test]
fn a_mark_stays_under_what_it_marks_where_something_before_it_is_escaped() {
    let place = base("hostile-marks", &[]);
    written(&place, "remedies.toml", "[remedy.a]\nx = \"\u{200b}\u{200b}\", banana = 1\n");
    let told = check(&place, &[]).exits(1).stdout;
    let lines: Vec<&str> = told.lines().collect();
    let at = lines.iter().position(|line| line.contains("x = \"\\u{200b}")).expect("the line");
    let column = lines[at].find(", banana").expect("the comma");
    assert_eq!(lines[at + 1].find('^').map(|found| found >= column), Some(true), "{told}");
}

#[test]
fn json_holds_every_character_and_prints_none_that_steers_or_hides() {
    for c in HOSTILE.chars() {
        let question = format!("Can XP{c} manage a CCR?");
        for words in [vec!["ask", &question, "--format", "json"], vec!["check", &question, "--format", "json"]] {
            let told = run(&words);
            told.is_harmless();
            assert!(told.json().is_object());
            if words[0] == "ask" {
                assert_eq!(told.json()["question"], question.as_str());
            }
        }
    }
}

#[test]
fn an_excerpt_is_of_a_readable_length() {
    let place = base("hostile-length", &[]);
    let long = "x".repeat(100_000);
    written(&place, "remedies.toml", format!("[remedy.a]\ntitle = \"{long}\"\n"));
    let told = check(&place, &[]).exits(1).stdout;
    assert!(told.len() < 20_000 && told.contains("remedies.toml:2:"), "{} bytes", told.len());
    // Two places far apart in one file are two excerpts.
    let many = (0..400).map(|number| format!("[remedy.r{number}]\nbanana = 1\n")).collect::<Vec<_>>().concat();
    written(&place, "remedies.toml", format!("# Two\n[remedy.same]\nbanana = 1\n{many}[remedy.same]\nbanana = 1\n"));
    let told = check(&place, &[]).exits(1).stdout;
    let clash = told.split("\n\n").find(|finding| finding.contains("duplicate-key")).expect("a clash");
    assert!(clash.contains("remedies.toml:2:") && clash.contains("remedies.toml:804:"), "{clash}");
    assert!(clash.lines().count() < 20, "{clash}");
}

#[test]
fn ids_that_begin_like_a_formula_or_hide_something_are_refused() {
    for id in ["=HYPERLINK(1)", "+1", "-1", "@x", "a\\u202eb", "a\\u001bb", ""] {
        let place = base("hostile-ids", &[("tables/charge.toml", "permit.same-port", &format!("permit.\"{id}\""))]);
        let folder = place.to_str().expect("UTF-8");
        let told = check(&place, &[]).exits(1).says(&["error[invalid-value]", "tables/charge.toml:"]);
        told.is_harmless();
        run(&["matrix", "--format", "csv", "--data", folder]).exits(4).silent_on_stdout();
    }
    // Other ids that are not as they should be are told, and answered from.
    for id in ["Same Port", "same.port", "같은-단자", "same_port", "same--port"] {
        let place = base("unusual-ids", &[("tables/charge.toml", "permit.same-port", &format!("permit.\"{id}\""))]);
        let folder = place.to_str().expect("UTF-8");
        check(&place, &[]).exits(1).says(&["warning[unusual-id]"]);
        check(&place, &["--warn", "unusual-id"]).exits(0);
        run(&["check", "charger=mini", "device=phone", "--data", folder]).exits(0).silent_on_stderr();
    }
}

#[test]
fn a_script_tells_its_parameters_apart_however_many_there_are() {
    let ids = ["a-b", "A-b", "a_b", "단자", "전선", "p6", "p7", "p8", "p9", "p10", "p11"];
    let parameters = ids
        .iter()
        .map(|id| format!("\n[parameter.\"{id}\"]\ntitle = {{ en = \"{id}\", ko = \"{id}\" }}\n"))
        .collect::<Vec<_>>()
        .concat();
    let command = ids.iter().map(|id| format!(" <{id}>")).collect::<Vec<_>>().concat();
    let step = format!("gives = \"cable\"\ncommands = [\"fetch.exe{command}\"]");
    let place = base("hostile-script", &[("setup.toml", "gives = \"cable\"", &step)]);
    written(&place, "setup.toml", text_of(place.join("setup.toml")) + &parameters);
    let folder = place.to_str().expect("UTF-8");
    let words = ["setup", "--from", "tablet", "--manage", "charger=midi", "--format", "script", "--data", folder];
    let shown = check(&place, &["--warn", "all"]).exits(0).stdout;
    let script = run(&words).exits(0).stdout;
    let set: Vec<&str> = script.lines().filter(|line| line.starts_with("set \"P_")).collect();
    assert_eq!(set.len(), ids.len(), "{shown}{script}");
    let mut names: Vec<String> =
        set.iter().map(|line| line["set \"".len()..line.find('=').expect("=")].to_lowercase()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), ids.len(), "{names:?}");
    assert!(!script.contains("%~10") && !script.contains("%~11"), "{script}");
    assert_eq!(script.lines().filter(|line| *line == "shift").count(), ids.len() - 9, "{script}");
    // Korean in a command itself would be other characters there: it is shown, not run.
    changed(&place, ("setup.toml", "fetch.exe", "fetch.exe 전선"));
    let script = run(&words).exits(0).stdout;
    assert!(script.is_ascii() && !script.contains("\r\nfetch.exe"), "{script}");
}

#[test]
fn what_is_written_to_be_typed_holds_nothing_that_hides() {
    line("upgrade --from rtm --to sp1 --node A=active --cms C --group G\u{200b}=A").exits(2);
}
