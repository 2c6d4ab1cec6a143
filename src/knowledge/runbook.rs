//! How a cluster is upgraded: which tables decide, what is done at each step, and what can be in the way.

use serde::{Deserialize, Serialize};

use super::entry::{Citation, Text};
use super::grid::Region;
use super::ids::{AxisId, OnAxis, RemedyId};
use crate::model::runbook::{Action, Check};
use crate::model::{Basis, Shell};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Runbook {
    pub upgrade: UpgradeAxes,
    pub host: HostAxes,
    pub manage: ManageAxes,
    /// Position of the attribute in which the nodes of one cluster do not differ.
    pub family: usize,
    /// Kinds of cluster, as positions on the axis of kinds.
    pub kinds: Vec<OnAxis>,
    /// Those that have one passive node and one server.
    pub single: Vec<OnAxis>,
    /// Cautions of the table of upgrades that every plan heeds by itself, by id.
    pub heeded: Vec<String>,
    /// Those that only a cluster with several passive nodes must heed, by id.
    pub several: Vec<String>,
    pub groups: Vec<String>,
    /// What a listing says of a server that is online.
    pub online: Vec<String>,
    /// What a listing says of a server that is offline; none: whatever else it says.
    pub offline: Vec<String>,
    /// What a listing says of a node that is up.
    pub up: Vec<String>,
    pub steps: Vec<Step>,
    pub checks: Vec<CheckText>,
}

/// The table that says whether a node may be upgraded, by its id, and its axes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UpgradeAxes {
    pub table: String,
    pub current: AxisId,
    pub target: AxisId,
    pub system: AxisId,
    pub role: AxisId,
    pub passive: OnAxis,
    pub active: OnAxis,
}

/// The table that says whether a server runs on a system.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HostAxes {
    pub table: String,
    pub server: AxisId,
    pub system: AxisId,
}

/// The table that says what manages a server.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ManageAxes {
    pub table: String,
    pub workstation: AxisId,
    pub tools: AxisId,
    pub server: AxisId,
    pub system: AxisId,
    pub kind: AxisId,
}

/// A step. In its texts and commands, `{...}` stands for what the plan says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    pub id: String,
    pub does: Action,
    /// The cells of the table of upgrades for which it is done; none: all.
    pub region: Option<Region>,
    pub title: Text,
    pub text: Text,
    pub commands: Vec<String>,
    pub shell: Shell,
    pub verify: Option<Text>,
    /// None: no source says how.
    pub back_out: Option<Text>,
    pub basis: Basis,
    pub sources: Vec<Citation>,
    /// Who names the commands, if the sources of the step do not.
    pub command_sources: Vec<Citation>,
}

/// What is said if a check finds something.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CheckText {
    pub check: Check,
    pub text: Text,
    /// None: no source says so.
    pub basis: Option<Basis>,
    pub sources: Vec<Citation>,
    pub remedies: Vec<RemedyId>,
}
