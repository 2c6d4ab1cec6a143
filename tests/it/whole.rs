//! Any text at all is read or refused, and every reading is whole.

use canmanage::ask::{Asked, Gives, Reading, Subject};
use canmanage::decide::Facts;
use canmanage::limits::QUESTION as LONGEST_QUESTION;
use proptest::prelude::*;

use crate::questions::{asker, built_on, knowledge};
use crate::reader::read;

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
    if let Subject::Table(asked) | Subject::Procedure(_, _, asked) = &reading.subject {
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
            // A session to a node of unknown system is asked about once for each system.
            let by_session = reading.reads.iter().any(|read| matches!(read.gives, Gives::Session));
            assert!(given || by_session, "nothing gave {axis:?} the value {value:?}: {}", reading.question);
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
const RUNS: &str = "xp sp3 |2008 r2 |8.1.240.6 |8.1.240.6.|1.|비스타에서윈도우2008에있는클러스터된사서함서버를|\
    Exchange 2007 SP1 on Windows Server 2008 Enterprise x64 Edition with Service Pack 2 |\
    from xp or vista and 2003 to 2008, |rdp to the node |Version 8.1 (Build 240.6) |can i manage |((((|\
    no xp, not vista but |exhcange vsita windwos |service pack |MBX-CCR-01_|a|\u{202e}xp\u{200d}\u{301}|ccr/scc&|\
    RDP to AB1 2003, |CL-A is 2003, CL-B is 2008, |it is 2003, sorry. |the CCR on 2008 is not in scope. |we replaced XP by Vista: now |\
    Anna has XP. Piet has Vista. |may I manage it from XP or must it be Vista? |the domain controller is 2008\n- ";

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
    for run in RUNS.split('|') {
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
    let words = "
        xp XP vista 비스타 에서 2008 sp1 SP3 ccr cluster exchange 2007 from on to or not rdp node 노드 관리 윈도우 8.1 240.6 ( )
        , . / -> → - _ ' ᄒ ᅡ 한 🙂 ＸＰ ß İ ﬁ ﬅ ½ ２００８ win2k8 r2 setup.com /upgradecms adminpak active upgrade
    ";
    let others = "2008 R2|할 수|서비스 팩|\"|\n|\r\n|\t|\0|\u{1b}[31m|\u{202e}|\u{feff}|\u{301}";
    let known = prop::sample::select(words.split_whitespace().chain(others.split('|')).collect::<Vec<_>>());
    let known = known.prop_map(str::to_owned);
    prop_oneof![4 => known, 1 => any::<char>().prop_map(String::from), 1 => "\\PC{1,4}", 3 => Just(" ".to_owned())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, ..ProptestConfig::default() })]

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
