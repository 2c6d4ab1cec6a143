//! The corpus of questions in tests/cases/ask/, read in process: each has the facts, the verdict and the reason it must get.
//!
//! The part under built-on/ is looked at while the reader is built; the part in unseen.toml is not, so nothing here shows a
//! question of it, except when `CANMANAGE_SHOW_UNSEEN` is set. `cargo test --test it questions -- --nocapture` prints the figures.

#![allow(clippy::print_stdout, reason = "the figures are what it is run for")]

use std::collections::{BTreeMap, BTreeSet};

use canmanage::ask::{Asked, Asker, Subject};
use canmanage::decide::{Conclusion, Decision, Facts, Said};
use canmanage::knowledge::{AxisId, Knowledge, OnAxis, Table};
use canmanage::locale::Language;
use canmanage::model::Verdict;
use serde::Deserialize;

use crate::folder::{id, toml_of};

/// Ids of values by axis.
pub type Ids = BTreeMap<String, BTreeSet<String>>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    question: Vec<Question>,
}

/// A question as it was typed, and what it must get.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub text: String,
    /// `en` or `ko`: in which it is asked.
    pub language: String,
    /// None where it is out of scope.
    table: Option<String>,
    /// What it says and no more; left out for questions about a procedure.
    #[serde(default)]
    facts: Ids,
    pub verdict: String,
    /// One of the deciding rules or silent entries, the axis to ask about next, a procedure, a scope.
    reason: String,
    /// One answer for each machine, where it is about several.
    #[serde(default)]
    answers: Vec<Case>,
}

/// The answer for one of several machines.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    facts: Ids,
    verdict: String,
    reason: String,
}

/// What the reader makes of a question.
#[derive(Debug)]
pub struct Told {
    pub language: String,
    pub table: Option<String>,
    pub procedure: bool,
    pub facts: Ids,
    pub verdict: String,
    reasons: Vec<String>,
    answers: Vec<(Ids, String, Vec<String>)>,
}

thread_local! {
    static KNOWN: &'static Knowledge = Box::leak(Box::new(canmanage::embedded::knowledge().expect("embedded")));
    static ASKER: &'static Asker<'static> = Box::leak(Box::new(Asker::new(KNOWN.with(|known| *known))));
}

/// The embedded knowledge.
pub fn knowledge() -> &'static Knowledge {
    KNOWN.with(|known| *known)
}

/// A reader of questions to it.
pub fn asker() -> &'static Asker<'static> {
    ASKER.with(|asker| *asker)
}

/// Reads a question and decides it.
#[track_caller]
pub fn told(question: &str) -> Told {
    let reading = asker().read(question).unwrap_or_else(|message| panic!("{message:?}\n{question}"));
    let language = match reading.language {
        Language::En => "en",
        Language::Ko => "ko",
    };
    let mut told = Told {
        language: language.to_owned(),
        table: None,
        procedure: false,
        facts: Ids::new(),
        verdict: "out-of-scope".to_owned(),
        reasons: Vec::new(),
        answers: Vec::new(),
    };
    match &reading.subject {
        Subject::OutOfScope(scope) => {
            told.reasons = vec![scope.map_or_else(|| "unrecognised".to_owned(), |scope| scope.id.clone())];
        }
        Subject::Procedure(procedure, reply, asked) => {
            told.table = Some(asked.table.id.clone());
            told.procedure = true;
            told.verdict = reply.verdict().expect("a procedure answers").to_string();
            told.reasons = vec![procedure.id.clone()];
        }
        Subject::Table(asked) => {
            told.table = Some(asked.table.id.clone());
            (told.facts, told.verdict, told.reasons) = decided(asked, &asked.facts);
            told.answers = asked.cases.iter().map(|facts| decided(asked, facts)).collect();
        }
    }
    told
}

fn decided(asked: &Asked<'_>, facts: &Facts) -> (Ids, String, Vec<String>) {
    let decision = asked.decide(facts, false);
    let reasons = reasons(asked, &decision);
    (ids(asked.table, facts), decision.verdict().to_string(), reasons)
}

/// The facts that were read.
pub fn facts(question: &str) -> Ids {
    let reading = asker().read(question).expect("a question");
    reading.asked().map(|asked| ids(asked.table, &asked.facts)).unwrap_or_default()
}

fn ids(table: &Table, facts: &Facts) -> Ids {
    let known = AxisId::of(&table.axes).filter_map(|(at, axis)| {
        let values = facts.get(at)?.ones().map(|value| id(knowledge(), axis, value).to_owned());
        Some((axis.id.clone(), values.collect()))
    });
    known.collect()
}

/// What decided: the rules, the silent entries, or the axis on which it depends most.
fn reasons(asked: &Asked<'_>, decision: &Decision) -> Vec<String> {
    let table = asked.table;
    let rule = |said: &Said| table[said.id].id.clone();
    match &decision.conclusion {
        Conclusion::Supported { permits, .. } => permits.iter().map(rule).collect(),
        Conclusion::Unsupported { forbids, .. } => forbids.iter().map(rule).collect(),
        Conclusion::Undocumented { silents, .. } => {
            let unknown = asked.unknown.iter().map(|_| "unknown-name".to_owned());
            unknown.chain(silents.iter().map(|said| table[said.id].id.clone())).collect()
        }
        Conclusion::Undetermined { .. } => {
            let next = canmanage::advise::advise(knowledge(), table, decision).next_axis;
            next.map(|axis| table[axis].id.clone()).into_iter().collect()
        }
    }
}

const BUILT_ON: [&str; 3] = ["built-on/mixed", "built-on/english", "built-on/korean"];
const UNSEEN: &str = "unseen";

/// The questions of a file.
fn corpus(file: &str) -> Vec<Question> {
    toml_of::<Corpus>(&format!("tests/cases/ask/{file}.toml")).question
}

/// The questions of the part that is looked at.
pub fn built_on() -> Vec<Question> {
    BUILT_ON.iter().flat_map(|file| corpus(file)).collect()
}

/// How many questions of a part were read right, and what is different about the others.
#[derive(Default)]
struct Score {
    questions: usize,
    wrong: BTreeMap<&'static str, usize>,
    wrong_yes: usize,
    differences: Vec<String>,
}

impl Score {
    fn of(questions: &[Question]) -> Self {
        let mut score = Self { questions: questions.len(), ..Self::default() };
        for question in questions {
            let told = told(&question.text);
            score.wrong_yes += usize::from(is_wrong_yes(question, &told));
            let found = differences(question, &told);
            for (kind, _) in &found {
                *score.wrong.entry(kind).or_default() += 1;
            }
            if !found.is_empty() {
                let lines: Vec<String> = found.iter().map(|(kind, what)| format!("  {kind}: {what}")).collect();
                score.differences.push(format!("{}\n{}", question.text, lines.join("\n")));
            }
        }
        score
    }

    fn wrong(&self, kind: &str) -> usize {
        self.wrong.get(kind).copied().unwrap_or(0)
    }

    /// Whether at least this many in a hundred have the right verdict.
    fn reaches(&self, percent: usize) -> bool {
        (self.questions - self.wrong("verdict")) * 100 >= percent * self.questions
    }

    fn figures(&self) -> String {
        let right = self.questions - self.wrong("verdict");
        let tenths = right * 1000 / self.questions.max(1);
        format!(
            "{} questions, {right} right verdicts ({}.{} %), {} wrong `supported`; differences: {:?}",
            self.questions,
            tenths / 10,
            tenths % 10,
            self.wrong_yes,
            self.wrong
        )
    }
}

/// Whether something is called supported that is not: the whole, or one of several machines.
fn is_wrong_yes(question: &Question, told: &Told) -> bool {
    let whole = told.verdict == "supported" && question.verdict != "supported";
    let several = !question.answers.is_empty();
    let case = |(facts, verdict, _): &(Ids, String, Vec<String>)| {
        let right = question.answers.iter().find(|case| case.facts == *facts);
        verdict == "supported" && several && right.is_none_or(|case| case.verdict != "supported")
    };
    whole || told.answers.iter().any(case)
}

fn differences(question: &Question, told: &Told) -> Vec<(&'static str, String)> {
    let mut found = Vec::new();
    let mut compare = |kind, expected: String, got: String| {
        if expected != got {
            found.push((kind, format!("expected {expected}, got {got}")));
        }
    };
    compare("verdict", question.verdict.clone(), told.verdict.clone());
    compare("table", format!("{:?}", question.table), format!("{:?}", told.table));
    compare("language", question.language.clone(), told.language.clone());
    if !told.procedure {
        compare("facts", format!("{:?}", question.facts), format!("{:?}", told.facts));
    }
    let cases = |cases: &mut dyn Iterator<Item = (&Ids, &String)>| {
        let mut each: Vec<String> = cases.map(|(facts, verdict)| format!("{facts:?} {verdict}")).collect();
        each.sort();
        format!("{each:#?}")
    };
    let expected = cases(&mut question.answers.iter().map(|case| (&case.facts, &case.verdict)));
    compare("answers", expected, cases(&mut told.answers.iter().map(|(facts, verdict, _)| (facts, verdict))));
    if !told.reasons.contains(&question.reason) {
        found.push(("reason", format!("expected {}, got {:?}", question.reason, told.reasons)));
    }
    for case in &question.answers {
        let same = told.answers.iter().find(|(facts, ..)| *facts == case.facts);
        if let Some((_, _, reasons)) = same.filter(|(_, _, reasons)| !reasons.contains(&case.reason)) {
            found.push(("reason", format!("of {:?}: expected {}, got {reasons:?}", case.facts, case.reason)));
        }
    }
    found
}

#[test]
fn the_part_built_on_is_read_right() {
    let all = Score::of(&built_on());
    println!("built on: {}", all.figures());
    for file in BUILT_ON {
        println!("  {file}: {}", Score::of(&corpus(file)).figures());
    }
    let differences = all.differences.join("\n\n");
    println!("{differences}");
    assert!(all.reaches(95), "{}\n\n{differences}", all.figures());
    assert_eq!(all.wrong_yes, 0, "what is not supported is called so:\n\n{differences}");
}

#[test]
fn the_unseen_part_is_read_right() {
    let all = Score::of(&corpus(UNSEEN));
    println!("unseen: {}", all.figures());
    let shown = std::env::var_os("CANMANAGE_SHOW_UNSEEN").is_some();
    let differences = if shown { all.differences.join("\n\n") } else { String::new() };
    if shown {
        println!("{differences}");
    }
    assert!(all.reaches(90), "{}\n\n{differences}", all.figures());
    assert_eq!(all.wrong_yes, 0, "what is not supported is called so:\n\n{differences}");
}

#[test]
fn there_are_many_questions_in_both_languages_and_each_once() {
    let files: Vec<Vec<Question>> = BUILT_ON.iter().chain(&[UNSEEN]).map(|file| corpus(file)).collect();
    let all = || files.iter().flatten();
    let count = |language: &str| all().filter(|question| question.language == language).count();
    assert!(count("en") >= 100 && count("ko") >= 50, "{} English, {} Korean", count("en"), count("ko"));
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let distinct: BTreeSet<String> = all().map(|question| plain(&question.text)).collect();
    assert_eq!(distinct.len(), all().count(), "a question stands twice");
    let unseen = files.last().expect("the unseen part");
    assert!(unseen.len() * 5 >= all().count(), "the unseen part is too small to say anything");
}

#[test]
fn the_corpus_has_every_verdict_of_every_table_and_what_is_out_of_scope() {
    let questions = built_on();
    for verdict in ["supported", "unsupported", "undocumented", "undetermined", "out-of-scope"] {
        let count = questions.iter().filter(|question| question.verdict == verdict).count();
        assert!(count >= 10, "{verdict}: {count}");
    }
    for table in ["manage", "install", "host", "upgrade"] {
        let count = questions.iter().filter(|question| question.table.as_deref() == Some(table)).count();
        assert!(count >= 10, "{table}: {count}");
    }
    let several = questions.iter().filter(|question| question.answers.len() > 1).count();
    assert!(several >= 10, "questions about several machines: {several}");
    // What the corpus says of facts is itself decided by the tables, unless it is a procedure that is asked for.
    let procedures: Vec<&String> = knowledge().ask().procedures.iter().map(|procedure| &procedure.id).collect();
    let decided = |question: &&Question| !question.facts.is_empty() && !procedures.contains(&&question.reason);
    for question in questions.iter().filter(decided) {
        let table = knowledge().table(question.table.as_deref().expect("a table")).expect("a table");
        let of = |ids: &Ids| {
            ids.iter().fold(Facts::none(table), |facts, (axis, values)| {
                let (at, axis) = table.axis(axis).unwrap_or_else(|| panic!("no axis {axis}\n{}", question.text));
                let positions = axis.all().filter(|value| values.contains(id(knowledge(), axis, *value)));
                let positions: Vec<OnAxis> = positions.collect();
                assert_eq!(positions.len(), values.len(), "{values:?} on {}\n{}", axis.id, question.text);
                facts.with(at, positions, table)
            })
        };
        let verdict = |ids: &Ids| canmanage::decide::decide(table, &of(ids), false).verdict();
        // A name of something that is no value leaves nothing to decide by, unless it is all the same.
        if question.reason != "unknown-name" && verdict(&question.facts).to_string() != question.verdict {
            let unknown = verdict(&question.facts) == Verdict::Undetermined && question.verdict == "unsupported";
            assert!(unknown, "{}: {}", question.verdict, question.text);
        }
        for case in question.answers.iter().filter(|case| case.reason != "unknown-name") {
            assert_eq!(verdict(&case.facts).to_string(), case.verdict, "{}", question.text);
        }
    }
}
