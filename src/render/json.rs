//! JSON, frozen as version 1: structs of its own, so that a change inside the program cannot change what tools read.
//!
//! Keys come in the order written here; maps keep the order of the table.

#![expect(missing_docs, reason = "the keys are the contract, shown by the golden answers in tests/")]

use serde::{Serialize, Serializer};

/// A map that keeps its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs<V>(pub Vec<(String, V)>);

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Which knowledge answered.
#[derive(Clone, Debug, Serialize)]
pub struct KnowledgeV1 {
    pub name: String,
    pub version: String,
    pub digest: String,
}

/// `canmanage/answer/1`
#[derive(Clone, Debug, Serialize)]
pub struct AnswerV1 {
    pub format: &'static str,
    pub knowledge: KnowledgeV1,
    /// None for a question that is about no table.
    pub table: Option<String>,
    pub facts: Pairs<Vec<String>>,
    pub verdict: String,
    pub basis: Option<String>,
    pub reasons: Vec<ReasonV1>,
    pub cautions: Vec<CautionV1>,
    pub remedies: Vec<RemedyV1>,
    pub alternatives: Vec<AlternativeV1>,
    pub needs: Vec<StepV1>,
    pub open: Vec<OpenV1>,
    pub next_question: Option<QuestionV1>,
    pub sources: Vec<SourceV1>,
    pub replay: String,
}

/// `canmanage/answer/1` for a question in running text.
#[derive(Clone, Debug, Serialize)]
pub struct AskV1 {
    #[serde(flatten)]
    pub answer: AnswerV1,
    pub question: String,
    pub reading: ReadingV1,
    /// One answer for each machine, where the question is about several.
    pub answers: Vec<AnswerV1>,
}

/// How a question was read.
#[derive(Clone, Debug, Serialize)]
pub struct ReadingV1 {
    pub language: &'static str,
    /// Whether the question itself shows which table it asks; otherwise that was assumed.
    pub table_shown: bool,
    pub spans: Vec<ReadV1>,
    pub ignored: Vec<PieceV1>,
    pub outside: Vec<OutsideV1>,
}

/// Words of a question: bytes from 0, the end not included.
#[derive(Clone, Debug, Serialize)]
pub struct PieceV1 {
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// What words told.
#[derive(Clone, Debug, Serialize)]
pub struct ReadV1 {
    #[serde(flatten)]
    pub piece: PieceV1,
    /// `fact`, `unknown`, `not-asked`, `denied`, `set-aside`, `session`, `foreign`, `scope` or `cue`.
    pub kind: &'static str,
    pub axis: Option<String>,
    pub values: Vec<String>,
    pub ambiguous: bool,
    pub implied: bool,
    pub assumed: bool,
}

/// A name that was recognised and lies outside the knowledge.
#[derive(Clone, Debug, Serialize)]
pub struct OutsideV1 {
    #[serde(flatten)]
    pub piece: PieceV1,
    pub axis: String,
    /// None for something that is no value at all.
    pub values: Vec<String>,
}

/// A rule that holds, or the record that no source speaks.
#[derive(Clone, Debug, Serialize)]
pub struct ReasonV1 {
    pub rule: String,
    /// `forbid`, `permit` or `silent`.
    pub effect: String,
    /// None for `silent`.
    pub basis: Option<String>,
    pub because: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    pub sources: Vec<String>,
}

/// Something said that decides nothing.
#[derive(Clone, Debug, Serialize)]
pub struct CautionV1 {
    pub id: String,
    pub basis: String,
    pub text: String,
    pub sources: Vec<String>,
}

/// What to do instead.
#[derive(Clone, Debug, Serialize)]
pub struct RemedyV1 {
    pub id: String,
    pub basis: String,
    pub text: String,
    pub commands: Vec<String>,
    pub sources: Vec<String>,
    /// Always `written`: it stands in the knowledge, not worked out.
    pub origin: &'static str,
}

/// A change of the facts that reaches a supported cell: worked out, said by no source.
#[derive(Clone, Debug, Serialize)]
pub struct AlternativeV1 {
    pub change: Pairs<String>,
    pub clears: Vec<String>,
    pub effort: u32,
    pub text: String,
    pub moves: Vec<String>,
    /// Always `derived`.
    pub origin: &'static str,
    /// The basis of the answer after the change.
    pub basis: String,
    /// Cautions that come with it.
    pub cautions: Vec<String>,
}

/// Something that the workstation must have, and how it gets it.
#[derive(Clone, Debug, Serialize)]
pub struct StepV1 {
    pub step: String,
    pub gives: Option<String>,
    pub package: Option<String>,
    pub title: String,
    pub text: String,
    pub commands: Vec<String>,
    pub verify: Option<String>,
    /// None: no source was found, the step is unconfirmed.
    pub basis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    pub sources: Vec<String>,
}

/// `canmanage/setup/1`
#[derive(Clone, Debug, Serialize)]
pub struct SetupV1 {
    pub format: &'static str,
    pub knowledge: KnowledgeV1,
    pub workstation: String,
    /// `ready`, `open` or `refused`.
    pub result: &'static str,
    pub servers: Vec<Pairs<Vec<String>>>,
    /// The workstation that was asked for; none where it is refused.
    pub station: Option<StationV1>,
    /// What has to be said first, where the result is `open`.
    pub questions: Vec<AskedV1>,
    pub unserved: Vec<UnservedV1>,
    pub conflicts: Vec<ConflictV1>,
    /// The fewest workstations that serve every server that can be served.
    pub split: Vec<StationV1>,
    /// Servers that no workstation serves.
    pub hopeless: Vec<usize>,
    pub sources: Vec<SourceV1>,
}

/// A workstation and what it needs. Servers are numbered from 1, as they were given.
#[derive(Clone, Debug, Serialize)]
pub struct StationV1 {
    pub workstation: String,
    pub level: String,
    pub serves: Vec<usize>,
    pub basis: String,
    pub steps: Vec<StepV1>,
    /// Capabilities for which no step is known.
    pub missing: Vec<String>,
}

/// A question about a server.
#[derive(Clone, Debug, Serialize)]
pub struct AskedV1 {
    pub server: usize,
    pub axis: String,
    pub text: String,
}

/// A server that the workstation cannot serve, and why.
#[derive(Clone, Debug, Serialize)]
pub struct UnservedV1 {
    pub server: usize,
    pub verdict: String,
    pub reasons: Vec<ReasonV1>,
}

/// Two servers that no workstation serves together.
#[derive(Clone, Debug, Serialize)]
pub struct ConflictV1 {
    pub servers: [usize; 2],
    pub exclusion: Option<String>,
    pub because: Option<String>,
    pub basis: Option<String>,
    pub sources: Vec<String>,
}

/// An axis on which the verdict depends.
#[derive(Clone, Debug, Serialize)]
pub struct OpenV1 {
    pub axis: String,
    pub outcomes: Pairs<String>,
}

/// What to ask next.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionV1 {
    pub axis: String,
    pub text: String,
}

/// A document and where in it.
#[derive(Clone, Debug, Serialize)]
pub struct SourceV1 {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub date: Option<String>,
    pub r#where: Option<String>,
}

/// `canmanage/matrix/1`
#[derive(Clone, Debug, Serialize)]
pub struct MatrixV1 {
    pub format: &'static str,
    pub knowledge: KnowledgeV1,
    pub table: String,
    pub axes: Pairs<Vec<String>>,
    pub cells: Vec<CellV1>,
}

/// One cell: its values by axis, then what is known about it.
#[derive(Clone, Debug)]
pub struct CellV1 {
    pub values: Pairs<String>,
    pub verdict: String,
    pub basis: Option<String>,
    pub rules: Vec<String>,
}

impl Serialize for CellV1 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap as _;
        let mut map = serializer.serialize_map(None)?;
        for (axis, value) in &self.values.0 {
            map.serialize_entry(axis, value)?;
        }
        map.serialize_entry("verdict", &self.verdict)?;
        map.serialize_entry("basis", &self.basis)?;
        map.serialize_entry("rules", &self.rules)?;
        map.end()
    }
}

/// `canmanage/error/1`
#[derive(Clone, Debug, Serialize)]
pub struct ErrorsV1 {
    pub format: &'static str,
    pub errors: Vec<ErrorV1>,
}

/// Why there is no answer.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorV1 {
    /// `usage`, `input` or the code of a finding.
    pub kind: String,
    pub message: String,
    pub help: Option<String>,
    pub near: Vec<String>,
}

/// `canmanage/findings/1`
#[derive(Clone, Debug, Serialize)]
pub struct FindingsV1 {
    pub format: &'static str,
    pub errors: usize,
    pub warnings: usize,
    pub findings: Vec<FindingV1>,
}

/// One thing that is wrong with the knowledge.
#[derive(Clone, Debug, Serialize)]
pub struct FindingV1 {
    pub code: &'static str,
    pub level: &'static str,
    pub message: String,
    pub place: Option<PlaceV1>,
    pub related: Vec<PlaceV1>,
    pub help: Option<String>,
}

/// A place in a file, lines and columns from 1.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceV1 {
    pub path: String,
    pub line: usize,
    pub column: usize,
    pub message: Option<String>,
}

/// `canmanage/list/1`
#[derive(Clone, Debug, Serialize)]
pub struct ListV1 {
    pub format: &'static str,
    pub kind: String,
    pub entries: Vec<Pairs<serde_json::Value>>,
}

/// `canmanage/explain/1`
#[derive(Clone, Debug, Serialize)]
pub struct ExplainV1 {
    pub format: &'static str,
    pub entries: Vec<Pairs<serde_json::Value>>,
}
