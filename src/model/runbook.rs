//! `runbook.toml` as it is written: what is done at each step of an upgrade, and what can be in its way.
//!
//! `data new` describes the keys.

use serde::{Deserialize, Serialize};

use super::condition::When;
use super::entry::{Entry, Spanned, keys};
use super::schema::Text;
use super::terms::{Basis, Shell, words};

/// `runbook.toml`
#[derive(Debug)]
pub struct RunbookFile {
    pub head: Option<RunbookHead>,
    pub steps: Vec<Entry<Step>>,
    pub checks: Vec<Entry<CheckText>>,
}

keys! {
    /// What stands before the sections.
    pub struct RunbookHead {
        pub upgrade: UpgradeAxes,
        pub host: HostAxes,
        pub manage: ManageAxes,
        pub family: Spanned<String>,
        pub kinds: Vec<Spanned<String>>,
        pub single: Vec<Spanned<String>> = default,
        pub heeded: Vec<Spanned<String>> = default,
        pub several: Vec<Spanned<String>> = default,
        pub groups: Vec<String>,
        pub online: Vec<String>,
        pub offline: Vec<String> = default,
        pub up: Vec<String>,
    }

    /// The table that says whether a node may be upgraded, and what its axes are.
    pub struct UpgradeAxes {
        pub table: Spanned<String>,
        pub current: Spanned<String>,
        pub target: Spanned<String>,
        pub system: Spanned<String>,
        pub role: Spanned<String>,
        pub passive: Spanned<String>,
        pub active: Spanned<String>,
    }

    /// The table that says whether a server runs on a system.
    pub struct HostAxes {
        pub table: Spanned<String>,
        pub server: Spanned<String>,
        pub system: Spanned<String>,
    }

    /// The table that says what manages a server.
    pub struct ManageAxes {
        pub table: Spanned<String>,
        pub workstation: Spanned<String>,
        pub tools: Spanned<String>,
        pub server: Spanned<String>,
        pub system: Spanned<String>,
        pub kind: Spanned<String>,
    }

    /// `[step.<id>]`
    pub struct Step {
        pub does: Action,
        pub when: Option<Spanned<When>>,
        pub title: Spanned<Text>,
        pub text: Spanned<Text>,
        pub commands: Vec<Spanned<String>> = default,
        pub shell: Option<Shell>,
        pub verify: Option<Spanned<Text>>,
        pub back_out: Option<Spanned<Text>>,
        pub basis: Basis,
        pub sources: Vec<Spanned<String>>,
        pub command_sources: Vec<Spanned<String>> = default,
    }

    /// `[check.<id>]`
    pub struct CheckText {
        pub text: Spanned<Text>,
        pub basis: Option<Basis>,
        pub sources: Vec<Spanned<String>> = default,
        pub remedies: Vec<Spanned<String>> = default,
    }
}

words! {
    /// What a step does to a cluster.
    pub enum Action {
        ClearNode,
        UpgradeNode,
        StopServer,
        MoveServer,
        UpgradeServer,
        StartServer,
        /// A step of the way to another system, which no cluster takes along.
        Migrate,
        /// The step of that way with which there are servers on both systems.
        CreateServer,
    }

    /// What can be found about a cluster, apart from what the tables say.
    pub enum Check {
        NoPassiveNode,
        OnePassiveNode,
        SharedNode,
        Stuck,
        NodeNotUp,
        NodesAhead,
        UpdatesDiffer,
        GroupsOnPassive,
        GroupsNotSaid,
        OtherFamily,
        NoWay,
        ServerState,
        ServerOffline,
    }
}

impl Action {
    /// Whether it is of the way to another system.
    pub fn migrates(self) -> bool {
        matches!(self, Self::Migrate | Self::CreateServer)
    }

    /// What may stand in braces in the texts and commands of such a step.
    pub fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::ClearNode => &["node", "to", "group"],
            Self::UpgradeNode => &["node", "target"],
            Self::MoveServer => &["node", "to", "server", "target"],
            Self::StopServer | Self::UpgradeServer | Self::StartServer => &["node", "server", "target"],
            Self::Migrate | Self::CreateServer => &["current", "system"],
        }
    }
}

impl Check {
    /// What may stand in braces in the text of a check.
    pub const PLACEHOLDERS: [&'static str; 7] =
        ["nodes", "servers", "groups", "updates", "target", "current", "system"];

    /// Whether no plan is made as long as it is so.
    pub fn blocks(self) -> bool {
        use Check::{NoPassiveNode, NodeNotUp, OnePassiveNode, ServerState, SharedNode, Stuck};
        matches!(self, NoPassiveNode | OnePassiveNode | SharedNode | Stuck | NodeNotUp | ServerState)
    }
}
