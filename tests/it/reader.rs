//! What holds for every question: saying less never makes an answer better, words that tell nothing change nothing, and any text
//! at all is read or refused.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use canmanage::ask::{Asked, Gives, LONGEST_QUESTION, Reading, Subject};
use canmanage::decide::{Conclusion, Facts};
use canmanage::knowledge::ids::AxisId;
use canmanage::model::terms::{Reply, Verdict};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::folder;
use crate::questions::{asker, built_on, knowledge};
use crate::templates::{choices, generated};
use crate::unrelated::UNRELATED;

#[track_caller]
fn read(question: &str) -> Reading<'static> {
    asker().read(question).unwrap_or_else(|message| panic!("{message:?}\n{question}"))
}

/// What is answered; none where it is out of scope.
fn verdict(reading: &Reading<'_>) -> Option<Verdict> {
    match &reading.subject {
        Subject::Table(asked) => Some(asked.decide(&asked.facts, false).verdict()),
        Subject::Procedure(procedure, _) => procedure.reply(&reading.asks).verdict(),
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
    let questions = built_on();
    let mut found = Vec::new();
    let mut tried = 0;
    for (number, question) in questions.iter().enumerate() {
        // Every question with some of the words, every word with some of the questions; each on both ends.
        for round in 0..4 {
            let words = UNRELATED[(number * 7 + round * 37) % UNRELATED.len()];
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
    for words in UNRELATED {
        let reading = read(words);
        assert!(matches!(reading.subject, Subject::OutOfScope(None)), "{words}: {reading:?}");
    }
}

// --- any text -----------------------------------------------------------------------------------------------------------

/// What every reading keeps, whatever the text.
#[track_caller]
fn is_whole(question: &str, reading: &Reading<'_>) {
    assert_eq!(reading.question, question);
    let short: String = question.chars().take(200).collect();
    let told: Vec<_> = reading.reads.iter().map(|read| &read.span).collect();
    for span in told.iter().copied().chain(&reading.ignored) {
        assert!(span.start < span.end, "{span:?} is empty: {short}");
        assert!(question.get(span.clone()).is_some(), "{span:?} tears a character or is outside: {short}");
    }
    assert!(told.is_sorted_by_key(|span| (span.start, span.end)), "out of order: {short}\n{told:?}");
    for pair in reading.ignored.windows(2) {
        assert!(pair[0].end <= pair[1].start, "ignored twice: {short}\n{:?}", reading.ignored);
    }
    let facts = reading.reads.iter().filter(|read| !matches!(read.gives, Gives::Cue));
    let facts: Vec<_> = facts.map(|read| read.span.clone()).collect();
    for span in &reading.ignored {
        let from = facts.partition_point(|fact| fact.end <= span.start);
        let overlap = facts[from..].iter().find(|fact| fact.start < span.end && fact.end > span.start);
        assert_eq!(overlap, None, "{span:?} is ignored and read: {short}");
    }
    if let Subject::Table(asked) | Subject::Procedure(_, asked) = &reading.subject {
        for facts in std::iter::once(&asked.facts).chain(&asked.cases) {
            let _ = asked.decide(facts, false).verdict();
            let _ = asked.decide(facts, true).verdict();
            holds_only_what_was_read(reading, asked, facts);
        }
        let fewest = if asked.unknown.is_empty() { 2 } else { 1 };
        assert!(matches!(asked.cases.len(), count if count == 0 || (fewest..=12).contains(&count)), "{short}");
    }
}

/// No fact is there that no words gave.
#[track_caller]
fn holds_only_what_was_read(reading: &Reading<'_>, asked: &Asked<'_>, facts: &Facts) {
    for axis in asked.table.axis_ids() {
        let Some(values) = facts.get(axis) else { continue };
        for value in values.ones() {
            let given = reading.reads.iter().any(|read| {
                matches!(&read.gives, Gives::Fact { axis: of, values, .. } if *of == axis && values.contains(&value))
            });
            assert!(given, "nothing gave {axis:?} the value {value:?}: {}", reading.question);
        }
    }
}

/// Repeats a text up to a length in bytes, cut where a character ends.
fn repeated(text: &str, bytes: usize) -> String {
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate((0..=bytes).rev().find(|at| long.is_char_boundary(*at)).unwrap_or(0));
    long
}

/// Runs that are worst for one part of the reader or another.
const RUNS: [&str; 19] = [
    "xp sp3 ",
    "2008 r2 ",
    "8.1.240.6 ",
    "8.1.240.6.",
    "1.",
    "비스타에서윈도우2008에있는클러스터된사서함서버를",
    "Exchange 2007 SP1 on Windows Server 2008 Enterprise x64 Edition with Service Pack 2 ",
    "from xp or vista and 2003 to 2008, ",
    "rdp to the node ",
    "Version 8.1 (Build 240.6) ",
    "can i manage ",
    "((((",
    "no xp, not vista but ",
    "exhcange vsita windwos ",
    "service pack ",
    "MBX-CCR-01_",
    "a",
    "\u{202e}xp\u{200d}\u{301}",
    "ccr/scc&",
];

/// Runs of one word without end.
const WORDS: [&str; 5] = ["2008", "관리할수있", "에서로를의", "가", "sp1"];

#[test]
fn a_question_may_be_as_long_as_is_said_and_no_longer() {
    assert!(asker().read(&repeated("banana ", LONGEST_QUESTION)).is_ok());
    for text in ["banana ", "xp", "비스타 "] {
        let long = repeated(text, LONGEST_QUESTION) + "....";
        assert!(asker().read(&long).is_err(), "{} bytes", long.len());
    }
    for blank in ["", " ", "\n\t\r ", "\u{a0}\u{3000}"] {
        assert!(asker().read(blank).is_err(), "{blank:?} is no question");
    }
}

#[test]
fn the_longest_runs_of_known_words_are_read() {
    for run in RUNS {
        // Unoptimised and with its checks the reader takes its time, so not the whole length here; `cargo bench` has it.
        let question = repeated(run, LONGEST_QUESTION / 8);
        is_whole(&question, &read(&question));
    }
}

#[test]
fn one_word_without_end_is_read() {
    for run in WORDS {
        let question = repeated(run, LONGEST_QUESTION);
        is_whole(&question, &read(&question));
    }
}

#[test]
fn one_long_word_is_read() {
    for run in WORDS {
        let question = repeated(run, 256);
        is_whole(&question, &read(&question));
    }
}

#[test]
fn every_reading_of_the_corpus_is_whole() {
    for question in built_on() {
        is_whole(&question.text, &read(&question.text));
    }
}

/// Pieces that mean something, and those that only could.
fn pieces() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "xp",
        "XP",
        "vista",
        "비스타",
        "에서",
        "2008",
        "2008 R2",
        "sp1",
        "SP3",
        "ccr",
        "cluster",
        "exchange",
        "2007",
        "from",
        "on",
        "to",
        "or",
        "not",
        "rdp",
        "node",
        "노드",
        "관리",
        "할 수",
        "윈도우",
        "서비스 팩",
        "8.1",
        "240.6",
        "(",
        ")",
        ",",
        ".",
        "/",
        "->",
        "→",
        "-",
        "_",
        "'",
        "\"",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u{1b}[31m",
        "\u{202e}",
        "\u{feff}",
        "\u{301}",
        "ᄒ",
        "ᅡ",
        "한",
        "🙂",
        "ＸＰ",
        "ß",
        "İ",
        "ﬁ",
        "½",
        "２００８",
        "win2k8",
        "r2",
        "setup.com",
        "/upgradecms",
        "adminpak",
        "active",
        "upgrade",
    ]);
    let known = known.prop_map(str::to_owned);
    prop_oneof![4 => known, 1 => any::<char>().prop_map(String::from), 1 => "\\PC{1,4}", 3 => Just(" ".to_owned())]
}

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
        let words = UNRELATED[words.index(UNRELATED.len())];
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

    #[test]
    fn any_pieces_are_read_whole(pieces in prop::collection::vec(pieces(), 1..40)) {
        let question = pieces.concat();
        if let Ok(reading) = asker().read(&question) {
            is_whole(&question, &reading);
        } else {
            prop_assert!(question.trim().is_empty());
        }
    }

    #[test]
    fn any_text_is_read_whole(question in "(?s).{0,200}") {
        if let Ok(reading) = asker().read(&question) {
            is_whole(&question, &reading);
        } else {
            prop_assert!(question.trim().is_empty());
        }
    }
}

#[test]
fn the_same_question_is_read_alike_by_a_new_reader() {
    let other = canmanage::ask::Asker::new(knowledge());
    for question in built_on().iter().take(20) {
        let (one, two) = (read(&question.text), other.read(&question.text).expect("read"));
        assert_eq!(format!("{:?}", (one.reads, one.ignored)), format!("{:?}", (two.reads, two.ignored)));
    }
}
