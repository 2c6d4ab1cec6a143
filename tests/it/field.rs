//! Questions from the field, and more by people who knew nothing of the words of this program: what the asker hears, counted by
//! kind. A wrong yes or no is worse than a shrug.

#![allow(clippy::print_stdout, reason = "the figures are what it is run for")]

use std::collections::BTreeMap;

use canmanage::model::Reply;
use serde::Deserialize;

use crate::folder::toml_of;
use crate::questions::{Ids, asker, facts};

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
    /// What it says, where that is plain.
    #[serde(default)]
    facts: Ids,
}

fn reply(question: &str) -> Reply {
    let reading = asker().read(question).unwrap_or_else(|message| panic!("{message:?}: {question}"));
    reading.reply(false)
}

fn is_yes(reply: Reply) -> bool {
    matches!(reply, Reply::Yes | Reply::Needed | Reply::NotNeeded)
}

/// All, right ones, wrong yes or no; those with plain facts, and of these the ones whose facts are right.
#[derive(Default)]
struct Figures(usize, usize, usize, usize, usize);

/// Counts the replies to the questions of a file, prints the figures by kind, and with `show` what went wrong.
fn figures(file: &str, show: bool) -> Figures {
    let field: Field = toml_of(&format!("tests/cases/ask/{file}.toml"));
    let mut kinds: BTreeMap<&str, Figures> = BTreeMap::new();
    let mut sum = Figures::default();
    for question in &field.question {
        let got = reply(&question.text);
        let right = question.replies.contains(&got);
        let plain = !question.facts.is_empty();
        let read = plain && facts(&question.text) == question.facts;
        let wrong = !right && (got == Reply::No || is_yes(got));
        for figures in [kinds.entry(&question.kind).or_default(), &mut sum] {
            figures.0 += 1;
            figures.1 += usize::from(right);
            figures.2 += usize::from(wrong);
            figures.3 += usize::from(plain);
            figures.4 += usize::from(read);
        }
        if !right && show {
            println!("{got} instead of {:?}: {}\n  {}", question.replies, question.text, question.why);
        }
    }
    for (kind, Figures(all, right, wrong, plain, read)) in kinds.iter().chain([(&"in all", &sum)]) {
        println!("{file}, {kind}: {right} of {all} right, {wrong} wrong yes or no; facts {read} of {plain}");
    }
    sum
}

#[test]
fn most_are_answered_right_and_few_wrongly_with_yes_or_no() {
    // File, whether its questions may be read, right ones in a hundred, wrong yes or no in a hundred.
    for (file, read, least, most) in [
        ("field", true, 97, 0),
        ("written", true, 96, 0),
        ("second", true, 96, 0),
        ("third", true, 98, 0),
        ("fourth", true, 99, 0),
        ("fifth", true, 95, 0),
        ("sixth", true, 96, 0),
        ("seventh", true, 99, 0),
        ("eighth", true, 99, 0),
        ("ninth", true, 95, 0),
        ("tenth", true, 98, 0),
        ("eleventh", true, 99, 0),
        ("twelfth", true, 99, 0),
        ("thirteenth", true, 98, 0),
        ("fourteenth", true, 93, 0),
        ("fifteenth", true, 93, 0),
        ("sixteenth", true, 98, 0),
        ("seventeenth", true, 92, 0),
        ("eighteenth", true, 89, 0),
        ("nineteenth", true, 86, 1),
        ("twentieth", true, 97, 0),
        ("twenty-first", true, 97, 0),
        ("twenty-second", true, 92, 1),
        ("twenty-third", true, 98, 0),
        ("put-away", false, 81, 3),
        ("put-away-second", false, 89, 2),
        ("put-away-third", false, 95, 0),
        ("put-away-fourth", false, 86, 2),
        ("put-away-fifth", false, 91, 0),
        ("put-away-sixth", false, 85, 4),
    ] {
        let Figures(all, right, wrong, ..) = figures(file, read);
        assert!(right * 100 >= least * all, "{file}: {right} of {all} right");
        assert!(wrong * 100 <= most * all, "{file}: {wrong} of {all} are wrong yes or no");
    }
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
