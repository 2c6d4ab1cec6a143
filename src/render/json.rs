//! JSON, frozen as version 1: structs of its own, so that a change inside the program cannot change what tools read.
//!
//! Keys come in the order written here; maps keep the order of the table.

#![expect(missing_docs, reason = "the keys are the contract, shown by the golden answers in tests/")]

use indexmap::IndexMap;
use serde::Serialize;

use crate::view::answer::Reason;
use crate::view::{Edition, Source, Step};

/// `canmanage/setup/1`
#[derive(Clone, Debug, Serialize)]
pub struct SetupV1 {
    pub format: &'static str,
    pub knowledge: Edition,
    pub workstation: String,
    /// `ready`, `open` or `refused`.
    pub result: &'static str,
    pub servers: Vec<IndexMap<String, Vec<String>>>,
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
    pub sources: Vec<Source>,
}

/// A workstation and what it needs. Servers are numbered from 1, as they were given.
#[derive(Clone, Debug, Serialize)]
pub struct StationV1 {
    pub workstation: String,
    pub level: String,
    pub serves: Vec<usize>,
    pub basis: String,
    pub steps: Vec<Step>,
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
    pub reasons: Vec<Reason>,
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
