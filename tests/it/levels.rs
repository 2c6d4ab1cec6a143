//! How bad each kind of finding is to be, when several levels are asked for.

use canmanage::diag::levels::{Level, Levels, Selection};
use canmanage::diag::{Code, Finding, Report};
use canmanage::lint;

fn code(name: &str) -> Code {
    lint::code(name).expect("a kind of finding")
}

#[test]
fn a_name_weighs_more_than_a_group_and_deny_more_than_allow() {
    let mut levels = Levels::default();
    levels.set(Selection::All, Level::Deny).expect("a group");
    levels.set(Selection::Warnings, Level::Allow).expect("a group");
    levels.set(Selection::One(code("unused-source")), Level::Allow).expect("no fatal code");
    levels.set(Selection::One(code("shadowed-rule")), Level::Warn).expect("no fatal code");
    for (code, level) in [
        (code("wrong-total"), Some(Level::Deny)),
        (code("unused-remedy"), Some(Level::Deny)),
        (code("unused-source"), Some(Level::Allow)),
        (code("shadowed-rule"), Some(Level::Warn)),
        (Code::SYNTAX, None),
    ] {
        assert_eq!(levels.of(code), level, "{code}");
    }
}

#[test]
fn what_cannot_be_compiled_cannot_be_allowed() {
    let mut levels = Levels::default();
    assert_eq!(levels.set(Selection::One(Code::SYNTAX), Level::Allow), Err(Code::SYNTAX));
    assert_eq!(levels.set(Selection::One(Code::SYNTAX), Level::Warn), Err(Code::SYNTAX));
    assert_eq!(levels.set(Selection::One(Code::SYNTAX), Level::Deny), Ok(()));
    levels.set(Selection::All, Level::Allow).expect("a group leaves fatal codes alone");
    let mut report = Report::default();
    report.push(Finding::of(Code::SYNTAX));
    report.push(Finding::of(code("wrong-total")));
    levels.apply(&mut report);
    assert_eq!(report.findings().iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::SYNTAX]);
}
