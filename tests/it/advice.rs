//! What the program works out by itself must be true: each alternative that it offers for the questions of tests/cases/ is asked
//! again as a question of its own.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cases::questions;
use crate::program::{Run, run};

/// Asks facts by ids.
fn ask(table: &str, strict: bool, facts: &BTreeMap<String, String>) -> Run {
    let facts: Vec<String> = facts.iter().map(|(axis, values)| format!("{axis}={values}")).collect();
    let options = ["check", "--format=json", "--table", table].into_iter().chain(strict.then_some("--strict"));
    run(&options.chain(facts.iter().map(String::as_str)).collect::<Vec<_>>())
}

fn text(value: &Value) -> String {
    value.as_str().expect("a string").to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().expect("a list").iter().map(text).collect()
}

#[test]
fn every_alternative_is_supported_clears_what_it_says_and_changes_no_more_than_it_must() {
    let mut tried = 0;
    for (table, arguments) in questions() {
        let strict = arguments.contains(&"--strict".to_owned());
        let told = run(&arguments).json();
        let facts = told["facts"].as_object().expect("facts").iter();
        let facts: BTreeMap<String, String> = facts.map(|(axis, ids)| (axis.clone(), texts(ids).join(","))).collect();
        let effort = |alternative: &Value| alternative["effort"].as_u64().expect("a number");
        let alternatives = told["alternatives"].as_array().expect("alternatives");
        assert!(alternatives.is_sorted_by_key(effort), "least effort first: {arguments:?}");
        for alternative in alternatives {
            let change = alternative["change"].as_object().expect("a change");
            let mut changed = facts.clone();
            changed.extend(change.iter().map(|(axis, id)| (axis.clone(), text(id))));
            let reached = ask(&table, strict, &changed).exits(0).json();
            let left: Vec<String> =
                reached["reasons"].as_array().expect("reasons").iter().map(|reason| text(&reason["rule"])).collect();
            for cleared in texts(&alternative["clears"]) {
                assert!(!left.contains(&cleared), "{cleared} still holds: {arguments:?} {change:?}");
            }
            for axis in change.keys().filter(|_| change.len() > 1) {
                let mut less = changed.clone();
                less.remove(axis);
                less.extend(facts.get_key_value(axis).map(|(axis, own)| (axis.clone(), own.clone())));
                assert_ne!(ask(&table, strict, &less).code, 0, "`{axis}` need not change: {arguments:?} {change:?}");
            }
            tried += 1;
        }
    }
    assert!(tried > 30, "only {tried} alternatives");
}

#[test]
fn only_what_is_supported_needs_anything_and_only_what_is_not_has_alternatives() {
    for (_, arguments) in questions() {
        let told = run(&arguments).json();
        let some = |list: &str| told[list].as_array().is_some_and(|list| !list.is_empty());
        let supported = told["verdict"] == "supported";
        assert!(supported || !some("needs"), "{arguments:?}");
        assert!(!supported || !some("alternatives"), "{arguments:?}");
        assert!(!some("needs") || !some("remedies"), "what to do is said once: {arguments:?}");
    }
}
