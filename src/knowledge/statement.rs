//! What a table says of its cells: permits and forbids, cautions, and the record that no source speaks.

use serde::{Deserialize, Serialize};

use super::entry::{Citation, Spot, Text};
use super::grid::Region;
use super::ids::{AxisId, RemedyId};
use super::part::Part;
use crate::model::{Basis, Effect, Verdict};

/// Something that is said of some cells.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Statement {
    /// Unique among those of its kind in its table.
    pub id: String,
    pub effect: Effect,
    pub region: Part<Region>,
    /// The condition as it could stand in a file.
    pub written: String,
    pub text: Text,
    /// Axes of which the text shows values, or what these carry.
    pub shows: Vec<AxisId>,
    /// None for a silent entry.
    pub basis: Option<Basis>,
    /// Whose word it is, and whose what the text shows; of a silent entry, where it was looked for.
    pub sources: Vec<Citation>,
    /// The date of a source that calls this provisional, or as of which what it shows is known.
    pub as_of: Option<String>,
    /// What to do instead, by position, in order.
    pub remedies: Vec<RemedyId>,
    /// A caution is said only on answers with one of these verdicts; on all if empty.
    pub verdicts: Vec<Verdict>,
    /// Whether its cells cannot be met with, so that an open axis does not range over them.
    pub rules_out: bool,
    /// In how many cells it holds.
    pub reach: usize,
    pub spot: Part<Spot>,
}

impl Statement {
    pub fn is_on(&self, verdict: Verdict) -> bool {
        self.verdicts.is_empty() || self.verdicts.contains(&verdict)
    }

    /// `permit.some-rule`
    pub fn name(&self) -> String {
        format!("{}.{}", self.effect, self.id)
    }
}
