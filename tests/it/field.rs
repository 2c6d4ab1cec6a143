//! Questions from the field: what the asker hears, counted by kind. A wrong yes or no is worse than a shrug.

#![allow(clippy::print_stdout, reason = "the figures are what it is run for")]

use std::collections::BTreeMap;

use canmanage::model::terms::Reply;
use serde::Deserialize;

use crate::program::in_root;
use crate::questions::asker;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Field {
    question: Vec<Question>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    kind: String,
    text: String,
    /// Any of these is right.
    replies: Vec<Reply>,
    why: String,
}

fn reply(question: &str) -> Reply {
    let reading = asker().read(question).unwrap_or_else(|message| panic!("{message:?}: {question}"));
    reading.reply(false)
}

fn is_yes(reply: Reply) -> bool {
    matches!(reply, Reply::Yes | Reply::Told | Reply::Needed)
}

#[test]
fn most_are_answered_right_and_few_wrongly_with_yes_or_no() {
    let text = std::fs::read_to_string(in_root("tests/cases/ask/field.toml")).expect("the questions");
    let field: Field = toml::from_str(&text).expect("questions with their replies");
    let mut kinds: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut told = Vec::new();
    for question in &field.question {
        let got = reply(&question.text);
        let right = question.replies.contains(&got);
        let decided = got == Reply::No || is_yes(got);
        let (all, good, wrong) = kinds.entry(&question.kind).or_default();
        *all += 1;
        *good += usize::from(right);
        *wrong += usize::from(!right && decided);
        if !right {
            told.push(format!("{got} instead of {:?}: {}\n  {}", question.replies, question.text, question.why));
        }
    }
    println!("{}", told.join("\n"));
    for (kind, (all, good, wrong)) in &kinds {
        println!("{kind}: {good} of {all} right, {wrong} wrong yes or no");
    }
    let sum = |of: fn(&(usize, usize, usize)) -> usize| kinds.values().map(of).sum::<usize>();
    let (all, good, wrong) = (sum(|kind| kind.0), sum(|kind| kind.1), sum(|kind| kind.2));
    println!("field: {good} of {all} right, {wrong} wrong yes or no");
    assert!(good * 100 >= 70 * all, "{good} of {all}");
    assert!(wrong <= 4, "{wrong} wrong yes or no");
}

/// What must be done may not be left out, whoever asks how.
#[test]
fn what_contradicts_the_answer_is_told_no() {
    for (question, expected) in [
        ("can I skip the schema prep before SP2 on the cluster", Reply::No),
        ("do we have to extend the schema before SP2?", Reply::Needed),
        ("SP2 올리기 전에 스키마 확장 생략해도 되나요?", Reply::No),
        ("should I uninstall rollup 9 before SP2", Reply::NotNeeded),
        ("Must I uninstall the rollup before the SP2 upgrade?", Reply::NotNeeded),
        ("which node do I upgrade first?", Reply::Told),
        ("how long is the downtime when the cluster goes to SP2", Reply::Told),
    ] {
        assert_eq!(reply(question), expected, "{question}");
    }
}
