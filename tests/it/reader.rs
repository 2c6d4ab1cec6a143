//! What holds for every question: saying less never makes an answer better, and words that tell nothing change nothing.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use canmanage::ask::{Asked, Gives, Reading, Subject};
use canmanage::decide::Conclusion;
use canmanage::knowledge::AxisId;
use canmanage::model::{Reply, Verdict};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::folder;
use crate::questions::{asker, built_on};
use crate::templates::{choices, generated};
use crate::unrelated::unrelated;

#[track_caller]
pub fn read(question: &str) -> Reading<'static> {
    asker().read(question).unwrap_or_else(|message| panic!("{message:?}\n{question}"))
}

/// What is answered; none where it is out of scope.
fn verdict(reading: &Reading<'_>) -> Option<Verdict> {
    match &reading.subject {
        Subject::Table(asked) => Some(asked.decide(&asked.facts, false).verdict()),
        Subject::Procedure(_, heard, _) => heard.verdict(),
        Subject::OutOfScope(_) => None,
    }
}

// --- saying less --------------------------------------------------------------------------------------------------------

/// The question without everything that gave an axis a fact, a space in place of each name.
///
/// A value outside the knowledge counts only when it is named: an axis that is open ranges over the values inside. So the answer
/// may well become better without it ("from Windows 7" asks for more than nothing at all does), and such an axis is left out.
fn without(reading: &Reading<'_>, asked: &Asked<'_>, axis: AxisId) -> Option<String> {
    let inside = asked.table[axis].inside;
    let mut spans = Vec::new();
    for read in &reading.reads {
        if let Gives::Fact { axis: of, values, .. } = &read.gives
            && *of == axis
        {
            if values.iter().any(|value| value.index() >= inside) {
                return None;
            }
            spans.push(read.span.clone());
        }
    }
    let mut rest = reading.question.clone();
    spans.dedup();
    for span in spans.iter().rev() {
        rest.replace_range(span.clone(), " ");
    }
    (!spans.is_empty() && !rest.trim().is_empty()).then_some(rest)
}

/// Axes that are found, not chosen, without which a question that must not be answered with yes would be. Also how many could be taken away.
fn better_with_less(question: &str) -> (usize, Vec<String>) {
    let reading = read(question);
    let before = verdict(&reading);
    let Subject::Table(asked) = &reading.subject else { return (0, Vec::new()) };
    if !matches!(before, Some(Verdict::Unsupported | Verdict::Undetermined)) {
        return (0, Vec::new());
    }
    // Without a name that can be read two ways the doubt is gone as well.
    if asked.depends_on_reading {
        return (0, Vec::new());
    }
    // What cannot be met with counts only when it is named: with a name less, something else is asked.
    let decision = asked.decide(&asked.facts, false);
    if let Conclusion::Unsupported { forbids, .. } = &decision.conclusion
        && forbids.iter().any(|forbid| asked.table[forbid.id].rules_out)
    {
        return (0, Vec::new());
    }
    let mut taken = 0;
    let mut found = Vec::new();
    for (at, axis) in AxisId::of(&asked.table.axes).filter(|(_, axis)| !axis.choice) {
        let Some(less) = without(&reading, asked, at) else { continue };
        taken += 1;
        let less_read = read(&less);
        // A node of a system that no node has: without its name any node is at the far end of the session.
        if axis.id == "from" && less_read.reads.iter().any(|read| matches!(read.gives, Gives::Session)) {
            continue;
        }
        // With a name less, something else may be asked, which has an answer of its own besides the tables.
        if matches!(less_read.subject, Subject::Procedure(..)) && matches!(reading.subject, Subject::Table(_)) {
            continue;
        }
        // How a thing is done in general is no yes.
        if verdict(&less_read) == Some(Verdict::Supported) && less_read.reply(false) != Reply::Told {
            let before = before.map_or("nothing".to_owned(), |verdict| verdict.to_string());
            found.push(format!("{before} is supported without `{}`:\n{question}\n-- {less}", axis.id));
        }
    }
    (taken, found)
}

#[test]
fn saying_less_never_turns_a_no_or_an_open_answer_into_a_yes() {
    let mut taken = 0;
    let mut found = Vec::new();
    for question in built_on() {
        let (count, better) = better_with_less(&question.text);
        taken += count;
        found.extend(better);
    }
    assert!(found.is_empty(), "{} of {taken}:\n{}", found.len(), found.join("\n\n"));
    assert!(taken > 200, "something was taken away: {taken}");
}

/// The name of the workstation left out, that of the nodes stays theirs.
#[test]
fn a_noun_right_behind_a_name_tells_whose_it_is() {
    let question = "My workstation runs Vista. The CCR is Exchange 2007 RTM on XP nodes. Is that supported?";
    assert_eq!(better_with_less(question), (3, Vec::new()));
}

// --- words that tell nothing --------------------------------------------------------------------------------------------

/// Every word of the data. What looks like one of these is no unrelated word.
static DATA_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let mut words = BTreeSet::new();
    for (_, file) in folder::files("data").iter() {
        let text = file.text.to_lowercase();
        words.extend(text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned));
    }
    words
});

/// Letters that nobody would take for a word of the data, not even for a misspelt one.
fn letters() -> impl Strategy<Value = String> {
    let english = "[a-z]{4,14}".prop_filter("near a word of the data", |word| {
        !DATA_WORDS.iter().any(|known| strsim::osa_distance(known, word) <= 2)
    });
    prop_oneof![3 => english, 1 => "[뷁쀏쫿뜛쾕훼]{1,6}", 1 => "[!?~*.;-]{1,9}"]
}

/// What an addition changes, if it does.
fn moved(question: &str, changed: &str) -> Option<String> {
    let (before, after) = (verdict(&read(question)), verdict(&read(changed)));
    (before != after).then(|| format!("{before:?} becomes {after:?}:\n{changed}"))
}

#[test]
fn unrelated_words_never_change_a_verdict() {
    let (questions, unrelated) = (built_on(), unrelated());
    let mut found = Vec::new();
    let mut tried = 0;
    for (number, question) in questions.iter().enumerate() {
        // Every question with some of the words, every word with some of the questions; each on both ends.
        for round in 0..4 {
            let words = unrelated[(number * 7 + round * 37) % unrelated.len()];
            let apart = if round % 2 == 0 { " " } else { "\n" };
            for changed in [format!("{}{apart}{words}", question.text), format!("{words}{apart}{}", question.text)] {
                tried += 1;
                found.extend(moved(&question.text, &changed).map(|what| format!("`{words}`: {what}")));
            }
        }
    }
    assert!(found.is_empty(), "{} of {tried}:\n{}", found.len(), found.join("\n\n"));
}

#[test]
fn unrelated_words_alone_are_out_of_scope() {
    for words in unrelated() {
        let reading = read(words);
        assert!(matches!(reading.subject, Subject::OutOfScope(None)), "{words}: {reading:?}");
    }
}

// --- any text -----------------------------------------------------------------------------------------------------------

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, ..ProptestConfig::default() })]

    #[test]
    fn saying_less_in_generated_questions_never_makes_a_yes(template in any::<Index>(), choices in choices()) {
        let (_, found) = better_with_less(&generated(template, &choices));
        prop_assert!(found.is_empty(), "{}", found.join("\n"));
    }

    #[test]
    fn unrelated_words_never_change_the_verdict_of_generated_questions(
        template in any::<Index>(), choices in choices(), words in any::<Index>(), in_front in any::<bool>(), line in any::<bool>(),
    ) {
        let question = generated(template, &choices);
        let words = *words.get(&unrelated());
        let apart = if line { "\n" } else { " " };
        let changed = if in_front { format!("{words}{apart}{question}") } else { format!("{question}{apart}{words}") };
        prop_assert_eq!(moved(&question, &changed), None);
    }

    #[test]
    fn random_letters_never_change_a_verdict(number in any::<Index>(), words in prop::collection::vec(letters(), 1..4), in_front in any::<bool>()) {
        thread_local! {
            static QUESTIONS: Vec<String> = built_on().into_iter().map(|question| question.text).collect();
        }
        let question = QUESTIONS.with(|questions| questions[number.index(questions.len())].clone());
        let words = words.join(" ");
        let changed = if in_front { format!("{words} {question}") } else { format!("{question} {words}") };
        prop_assert_eq!(moved(&question, &changed), None);
    }
}
