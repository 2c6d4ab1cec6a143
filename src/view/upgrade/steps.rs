//! The steps of a plan, with the state of the cluster before and after each, in the words and commands of the runbook.

use serde::Serialize;

use super::{aims, named};
use crate::decide::Facts;
use crate::locale::Message;
use crate::model::runbook::Action;
use crate::model::{Basis, Origin, Shell, braces};
use crate::upgrade::case::Case;
use crate::upgrade::cluster::{self, Cluster, ClusterStep};
use crate::upgrade::readiness::Readiness;
use crate::upgrade::stages::{Stage, stages};
use crate::view::Context;

#[derive(Clone, Debug, Serialize)]
pub struct Step {
    pub number: usize,
    /// As in the runbook.
    pub step: String,
    pub action: Action,
    pub node: Option<String>,
    pub server: Option<String>,
    pub title: String,
    pub text: String,
    pub shell: Shell,
    pub commands: Vec<String>,
    /// What is changed: a node or a server, before and after.
    pub changes: Option<String>,
    pub before: String,
    pub after: String,
    /// Servers that clients can use meanwhile, and those that they cannot.
    pub online: Vec<String>,
    pub offline: Vec<String>,
    /// Where the step is in the outage of its server.
    pub outage: Option<Phase>,
    pub verify: Option<String>,
    /// None: no source says how.
    pub back_out: Option<String>,
    pub basis: Basis,
    pub origin: Option<Origin>,
    pub sources: Vec<String>,
    /// Whose word the commands are, if it is not that of the sources of the step.
    pub command_origin: Option<Origin>,
    pub command_sources: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    Begins,
    Runs,
    Ends,
}

/// The steps between which a server is offline, by number. Without a first one its outage has begun before the plan.
#[derive(Clone, Debug, Serialize)]
pub struct Outage {
    pub server: String,
    pub first: Option<usize>,
    pub last: usize,
}

/// A plan that is to be told.
pub(super) struct Planned<'p> {
    cx: Context<'p>,
    case: &'p Case<'p>,
    stages: Vec<Stage<'p>>,
}

impl<'p> Planned<'p> {
    pub(super) fn new(cx: Context<'p>, case: &'p Case<'p>, readiness: &Readiness<'_>) -> Self {
        Self { cx, case, stages: stages(case, readiness) }
    }

    pub(super) fn steps(&self) -> Vec<Step> {
        self.stages.iter().enumerate().map(|(at, stage)| self.step(at + 1, stage)).collect()
    }

    /// For each server the first and the last step of its outage.
    pub(super) fn outages(&self) -> Vec<Outage> {
        let servers = self.case.cluster.servers.iter().enumerate();
        let outage = |(server, state): (usize, &cluster::Server)| {
            let own = self
                .stages
                .iter()
                .zip(1..)
                .filter(|(stage, _)| stage.planned.and_then(ClusterStep::server) == Some(server));
            let numbers: Vec<usize> = own.map(|(_, number)| number).collect();
            let first = numbers.first().copied().filter(|_| state.online);
            Some(Outage { server: state.name.clone(), first, last: *numbers.last()? })
        };
        servers.filter_map(outage).collect()
    }

    fn step(&self, number: usize, stage: &Stage<'_>) -> Step {
        let (cx, written) = (self.cx, stage.written);
        let values = self.values(stage);
        let text = |text| filled(cx.text(text), &values);
        let after = stage.planned.map_or_else(|| stage.before.clone(), |step| stage.before.after(step));
        let server = stage.planned.and_then(ClusterStep::server);
        let with = |online: bool| {
            let during = |(at, state): (usize, &cluster::Server)| {
                let is_online = state.online && server != Some(at);
                (is_online == online).then(|| state.name.clone())
            };
            stage.before.servers.iter().enumerate().filter_map(during).collect()
        };
        let same = |other: &Stage<'_>| other.planned.and_then(ClusterStep::server) == server;
        let phase = server.map(|server| {
            let begins = stage.before.servers.get(server).is_some_and(|state| state.online);
            let ends = !self.stages.iter().skip(number).any(same);
            if ends {
                Phase::Ends
            } else if begins {
                Phase::Begins
            } else {
                Phase::Runs
            }
        });
        Step {
            number,
            step: written.id.clone(),
            action: written.does,
            node: stage.planned.and_then(|step| self.node_name(step.place(&stage.before)?)),
            server: server.and_then(|server| self.case.cluster.servers.get(server)).map(|server| server.name.clone()),
            title: text(&written.title),
            text: text(&written.text),
            shell: written.shell,
            commands: self.commands(stage),
            changes: stage.planned.and_then(|step| match step.server() {
                Some(server) => self.case.cluster.servers.get(server).map(|server| server.name.clone()),
                None => self.node_name(step.place(&stage.before)?),
            }),
            before: self.state(stage.planned, &stage.before),
            after: self.state(stage.planned, &after),
            online: with(true),
            offline: with(false),
            outage: phase,
            verify: written.verify.as_ref().map(text),
            back_out: written.back_out.as_ref().map(text),
            basis: written.basis,
            origin: cx.origin(&written.sources),
            sources: cx.source_ids(&written.sources),
            command_origin: cx.origin(&written.command_sources),
            command_sources: cx.source_ids(&written.command_sources),
        }
    }

    fn node_name(&self, node: usize) -> Option<String> {
        self.case.cluster.nodes.get(node).map(|node| node.name.clone())
    }

    /// What `{...}` stands for, but for the group.
    fn values(&self, stage: &Stage<'_>) -> Vec<(&'static str, String)> {
        let (cx, case) = (self.cx, self.case);
        let node = |node: Option<usize>| node.and_then(|node| self.node_name(node)).unwrap_or_default();
        let to = match stage.planned {
            Some(ClusterStep::ClearNode { to, .. } | ClusterStep::MoveServer { to, .. }) => Some(to),
            _ => None,
        };
        let server = stage.planned.and_then(ClusterStep::server).and_then(|at| case.cluster.servers.get(at));
        let own = [
            ("node", node(stage.planned.and_then(|step| step.place(&stage.before)))),
            ("to", node(to)),
            ("server", server.map(|server| server.name.clone()).unwrap_or_default()),
        ];
        own.into_iter().chain(aims(cx, case)).collect()
    }

    /// What is typed: a command about a group once for each group.
    fn commands(&self, stage: &Stage<'_>) -> Vec<String> {
        let shell = stage.written.shell;
        let values: Vec<_> =
            self.values(stage).into_iter().map(|(name, value)| (name, quoted(&value, shell))).collect();
        let groups = match stage.planned {
            Some(ClusterStep::ClearNode { node, .. }) => {
                stage.before.groups_on(node).map(|group| group.name.as_str()).collect()
            }
            _ => vec![""],
        };
        let commands = stage.written.commands.iter().flat_map(|command| {
            let of_groups = groups.iter().take(if command.contains("{group}") { groups.len() } else { 1 });
            of_groups.map(|group| {
                let group = ("group", quoted(group, shell));
                filled(command, &[&values[..], &[group]].concat())
            })
        });
        commands.collect()
    }

    /// How it is with what a step changes: its level, and for a server whether and where it is online.
    fn state(&self, planned: Option<ClusterStep>, cluster: &Cluster) -> String {
        let (cx, case) = (self.cx, self.case);
        let axes = &case.runbook.upgrade;
        let level = |upgraded: bool, facts: Option<&Facts>| {
            let facts = facts.unwrap_or(&case.facts);
            named(cx, case, facts, if upgraded { axes.target } else { axes.current })
        };
        match planned {
            None => String::new(),
            Some(ClusterStep::ClearNode { node, .. }) => {
                let groups: Vec<&str> = cluster.groups_on(node).map(|group| group.name.as_str()).collect();
                let message = Message::new("upgrade-state-groups").number("count", groups.len());
                cx.say(
                    &message.with("groups", groups.join(", ")).with("node", self.node_name(node).unwrap_or_default()),
                )
            }
            Some(ClusterStep::UpgradeNode { node }) => level(cluster.is_upgraded(node), case.nodes.get(node)),
            Some(step) => {
                let at = step.server().unwrap_or_default();
                let Some(server) = cluster.servers.get(at) else { return String::new() };
                let id = if server.online { "upgrade-state-online" } else { "upgrade-state-offline" };
                let message = Message::new(id).with("node", self.node_name(server.node).unwrap_or_default());
                cx.say(&message.with("level", level(server.upgraded, case.servers.get(at))))
            }
        }
    }
}

/// The text with what stands for each `{name}`.
pub(super) fn filled(text: &str, values: &[(&str, String)]) -> String {
    let value = |name: &str| values.iter().find(|(own, _)| *own == name).map(|(_, value)| value.clone());
    braces::filled(text, value)
}

/// A name as one word of a command. The name of a computer needs no quotes; no name holds a quote or a percent sign.
fn quoted(name: &str, shell: Shell) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || ['-', '_', '.'].contains(&c);
    match shell {
        _ if name.chars().all(plain) => name.to_owned(),
        Shell::Cmd => format!("\"{name}\""),
        Shell::Powershell => format!("'{}'", name.replace('\'', "''")),
        Shell::Sh => shlex::try_quote(name).map(std::borrow::Cow::into_owned).unwrap_or_default(),
    }
}
