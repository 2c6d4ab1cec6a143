//! What a workstation needs for a supported answer, how it gets it, and what cannot be on one computer.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::entry::{Citation, Text};
use super::grid::Region;
use super::ids::{
    AxisId, CapabilityId, ExclusionId, OnAxis, PreconditionId, RemedyId, StepId, ValueId, VocabularyId, leads,
};
use crate::model::{Basis, Shell};

/// Set-up, compiled. Regions are those of its table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Setup {
    /// Id of the table whose supported cells a workstation is set up for.
    pub table: String,
    pub workstation: AxisId,
    /// Position of the axis that set-up chooses, if there is one.
    pub level: Option<AxisId>,
    /// What is managed, in a word.
    pub target: Text,
    /// The vocabulary of the systems that can be set up.
    pub systems: VocabularyId,
    pub capabilities: Vec<Titled>,
    /// Which cells need which capability.
    pub needs: Vec<Need>,
    /// How a system gets it, each step behind those it comes after.
    pub steps: Vec<Step>,
    /// What the reader fills in, as `<id>` in commands.
    pub parameters: Vec<Titled>,
    pub exclusions: Vec<Exclusion>,
    pub programs: Vec<Program>,
    pub preconditions: Vec<Precondition>,
}

impl Setup {
    /// The program that a command runs, if the data says what its exit codes mean.
    pub fn program(&self, command: &str) -> Option<&Program> {
        let first = command.split_whitespace().next()?;
        self.programs.iter().find(|program| program.runs.eq_ignore_ascii_case(first))
    }

    /// What one cell of the table needs.
    pub fn capabilities_of(&self, cell: &[OnAxis]) -> BTreeSet<CapabilityId> {
        self.needs.iter().filter(|need| need.region.holds(cell)).map(|need| need.capability).collect()
    }
}

leads!(CapabilityId in Setup.capabilities: Titled);
leads!(StepId in Setup.steps: Step);
leads!(ExclusionId in Setup.exclusions: Exclusion);
leads!(PreconditionId in Setup.preconditions: Precondition);

/// A capability, or what stands for `<id>` in commands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Titled {
    pub id: String,
    pub title: Text,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Need {
    pub region: Region,
    pub capability: CapabilityId,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    pub id: String,
    /// Where it can be done.
    pub region: Region,
    pub gives: Option<CapabilityId>,
    pub after: Vec<StepId>,
    pub package: Option<String>,
    pub systems: Vec<ValueId>,
    pub title: Text,
    pub text: Text,
    /// What to type, exactly; `<...>` is a parameter.
    pub commands: Vec<String>,
    pub shell: Shell,
    /// How to see that it worked.
    pub verify: Option<Text>,
    /// How firmly the sources carry it; none: no source was found, and the step is unconfirmed.
    pub basis: Option<Basis>,
    pub sources: Vec<Citation>,
    /// Cells for which the sources do not speak.
    pub taken_over: Option<TakenOver>,
}

/// Why a step is done where its sources do not speak.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakenOver {
    pub region: Region,
    pub basis: Basis,
    /// Why it is done all the same.
    pub because: Text,
}

/// Capabilities of which no two can be on one computer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exclusion {
    pub id: String,
    pub capabilities: Vec<CapabilityId>,
    pub because: Text,
    pub basis: Basis,
    pub sources: Vec<Citation>,
    pub remedies: Vec<RemedyId>,
}

/// A program whose exit codes are known. Without one, 0 means that it is done, and every other code that it failed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Program {
    pub id: String,
    /// The first word of the commands that run it.
    pub runs: String,
    pub returns: Vec<Return>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Return {
    pub code: u32,
    /// Whether what was wanted is there.
    pub done: bool,
    pub text: Text,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Precondition {
    pub id: String,
    pub region: Region,
    /// Ends with 0 where it holds.
    pub command: String,
    /// What to say where it does not.
    pub text: Text,
    /// How firmly it is known that the command tells.
    pub basis: Basis,
    pub sources: Vec<Citation>,
}
