//! What was said about a cluster, read: the cluster as the planner sees it, and what is known of each node for the tables.

use std::collections::BTreeSet;

use super::cluster::{Cluster, ClusterGroup, MOST_NODES, Node, NodeSet, Server};
use super::said::{ClusterSaid, NodeSaid, ServerSaid, misnamed, read, unfit};
use crate::decide::Facts;
use crate::diag::Problem;
use crate::knowledge::runbook::Step;
use crate::knowledge::{AxisId, Knowledge, OnAxis, Runbook, Table, ValueId, ValueSet};
use crate::locale::Message;

/// A cluster, and the tables that it is about.
pub struct Case<'k> {
    pub knowledge: &'k Knowledge,
    pub runbook: &'k Runbook,
    pub upgrade: &'k Table,
    pub host: &'k Table,
    pub manage: &'k Table,
    /// The target level and the system of the nodes, for what holds of all of them.
    pub facts: Facts,
    /// What is known of each node: its level, the target, its system.
    pub nodes: Vec<Facts>,
    pub said: Vec<NodeSaid>,
    /// Of each server its level, as that of a node.
    pub servers: Vec<Facts>,
    pub cluster: Cluster,
    pub kinds: Vec<OnAxis>,
    /// The system that the cluster is to be moved to, on the axis of the table of hosts.
    pub to_system: Option<Facts>,
    /// Whether somebody said where the groups are.
    pub groups_said: bool,
    /// Whether a node was said to be active beside those of the servers, and none is left without a server.
    pub all_active: bool,
    /// Servers, by position, that are neither online nor offline, with what is said of them.
    pub odd_states: Vec<(usize, String)>,
    pub asked: Vec<Unsaid>,
}

/// Something without which nothing can be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// To which level.
    Target,
    Nodes,
    Servers,
    /// On which node the server is.
    NodeOf(String),
    /// Which server is on the active node.
    ServerOf(String),
}

impl<'k> Case<'k> {
    pub fn new(knowledge: &'k Knowledge, runbook: &'k Runbook, said: ClusterSaid) -> Result<Self, Vec<Problem>> {
        let table = |id: &str| knowledge.table(id).ok_or_else(Vec::new);
        let (upgrade, host) = (table(&runbook.upgrade.table)?, table(&runbook.host.table)?);
        let manage = table(&runbook.manage.table)?;
        let axes = &runbook.upgrade;
        let words = [(axes.current, &said.from), (axes.target, &said.to), (axes.system, &said.on)];
        let facts = known(knowledge, upgrade, Facts::none(upgrade), &words);
        let own = |level: &Option<String>, system: &Option<String>| {
            known(knowledge, upgrade, facts.clone(), &[(axes.current, level), (axes.system, system)])
        };
        let kind = known(knowledge, manage, Facts::none(manage), &[(runbook.manage.kind, &said.kind)]);
        let kinds: Option<Vec<OnAxis>> = kind.get(runbook.manage.kind).map(|kinds| kinds.ones().collect());
        if let Some(name) =
            said.kind.as_ref().filter(|_| !kinds.iter().flatten().all(|kind| runbook.kinds.contains(kind)))
        {
            return Err(vec![misnamed("upgrade-no-cluster", name)]);
        }
        let to_system = said.to_system.is_some().then(|| {
            let words = [(runbook.host.system, &said.to_system), (runbook.host.server, &said.to)];
            known(knowledge, host, Facts::none(host), &words)
        });
        let mut case = Self {
            knowledge,
            runbook,
            upgrade,
            host,
            manage,
            nodes: said.node.iter().map(|node| own(&node.level, &node.on)).collect(),
            servers: said.server.iter().map(|server| own(&server.level, &None)).collect(),
            facts,
            cluster: Cluster::default(),
            kinds: kinds.unwrap_or_else(|| runbook.kinds.clone()),
            to_system,
            groups_said: said.group.is_some(),
            all_active: false,
            odd_states: Vec::new(),
            asked: Vec::new(),
            said: Vec::new(),
        };
        let other = said.to_system.clone();
        case.place(said)?;
        if let Some(name) = other.filter(|_| case.facts.get(runbook.upgrade.system).is_some() && !case.changes_family())
        {
            return Err(vec![misnamed("upgrade-same-family", &name)]);
        }
        Ok(case)
    }

    /// Puts servers and groups on nodes.
    fn place(&mut self, said: ClusterSaid) -> Result<(), Vec<Problem>> {
        let misplaced = misplaced(&said);
        if !misplaced.is_empty() {
            return Err(misplaced);
        }
        let ClusterSaid { node: nodes, server: servers, group: groups, .. } = said;
        let at = |name: &str| nodes.iter().position(|node| node.name.eq_ignore_ascii_case(name));
        let is = |role: OnAxis, node: &NodeSaid| {
            let axis = self.runbook.upgrade.role;
            let read = node.role.as_ref().and_then(|word| read(self.knowledge, self.upgrade, axis, word).ok());
            read.is_some_and(|facts| facts.get(axis).is_some_and(|roles| roles.contains(role)))
        };
        let group_of =
            |server: &ServerSaid| groups.iter().flatten().find(|group| group.name.eq_ignore_ascii_case(&server.name));
        let placed: Vec<Option<usize>> = servers
            .iter()
            .map(|server| at(group_of(server).map(|group| &group.node).or(server.node.as_ref())?))
            .collect();
        let mut contradictions = Vec::new();
        for ((server, facts), node) in servers.iter().zip(&self.servers).zip(&placed) {
            let mut report = |id: &'static str, node: &str, other: &str| {
                let message = Message::new(id).with("server", &server.name).with("node", node);
                contradictions.push(unfit(message.with("other", other)));
            };
            if let (Some(one), Some(group)) = (&server.node, group_of(server))
                && !one.eq_ignore_ascii_case(&group.node)
            {
                report("upgrade-two-places", one, &group.node);
            }
            let Some((said, of_node)) = node.and_then(|node| Some((nodes.get(node)?, self.nodes.get(node)?))) else {
                continue;
            };
            if is(self.runbook.upgrade.passive, said) {
                report("upgrade-on-passive", &said.name, "");
            }
            if self.is_at_target(facts) && !self.is_at_target(of_node) {
                report("upgrade-server-ahead", &said.name, "");
            }
        }
        if !contradictions.is_empty() {
            return Err(contradictions);
        }
        // The others are on the active nodes that are left, in the order in which both were named.
        let active = nodes.iter().enumerate().filter(|(_, node)| is(self.runbook.upgrade.active, node));
        let mut active = active.map(|(node, _)| node).filter(|node| !placed.contains(&Some(*node)));
        let everywhere: NodeSet = (0..nodes.len()).collect();
        for (index, server) in servers.iter().enumerate() {
            let node = placed.get(index).copied().flatten().or_else(|| active.next());
            let Some(node) = node else {
                self.asked.push(Unsaid::NodeOf(server.name.clone()));
                continue;
            };
            let state = server.state.as_ref().or(group_of(server).and_then(|group| group.state.as_ref()));
            let is =
                |words: &[String]| state.is_some_and(|state| words.iter().any(|word| word.eq_ignore_ascii_case(state)));
            let online = state.is_none() || is(&self.runbook.online);
            if let Some(state) =
                state.filter(|_| !online && !self.runbook.offline.is_empty() && !is(&self.runbook.offline))
            {
                self.odd_states.push((self.cluster.servers.len(), state.clone()));
            }
            let machines: NodeSet = server.machines.iter().filter_map(|name| at(name)).collect();
            self.cluster.servers.push(Server {
                name: server.name.clone(),
                node,
                upgraded: self.servers.get(index).is_some_and(|facts| self.is_at_target(facts)),
                online,
                machines: if machines == NodeSet::default() { everywhere } else { machines },
            });
        }
        let rest: Vec<usize> = active.collect();
        let has_passive = nodes.len() > rest.len() + self.cluster.servers.len();
        self.all_active = !rest.is_empty() && !has_passive;
        let rest = rest.into_iter().filter_map(|node| nodes.get(node)).filter(|_| has_passive);
        self.asked.extend(rest.map(|node| Unsaid::ServerOf(node.name.clone())));
        let node =
            |(node, facts): (&NodeSaid, &Facts)| Node { name: node.name.clone(), upgraded: self.is_at_target(facts) };
        self.cluster.nodes = nodes.iter().zip(&self.nodes).map(node).collect();
        let others = groups.as_ref().map(|groups| {
            let others =
                groups.iter().filter(|group| !servers.iter().any(|one| one.name.eq_ignore_ascii_case(&group.name)));
            others.map(|group| ClusterGroup { name: group.name.clone(), node: at(&group.node) }).collect()
        });
        let usual = || self.runbook.groups.iter().map(|name| ClusterGroup { name: name.clone(), node: None }).collect();
        self.cluster.groups = others.unwrap_or_else(usual);
        if nodes.is_empty() {
            self.asked.push(Unsaid::Nodes);
        } else if servers.is_empty() {
            self.asked.push(Unsaid::Servers);
        }
        if self.to_system.is_none() && self.value(&self.facts, self.runbook.upgrade.target).is_none() {
            self.asked.push(Unsaid::Target);
        }
        self.said = nodes;
        Ok(())
    }

    /// The value that an axis of the table of upgrades has, if these facts leave one.
    pub fn value(&self, facts: &Facts, axis: AxisId) -> Option<ValueId> {
        facts.get(axis)?.only().map(|value| self.upgrade[axis][value])
    }

    pub fn has_one_passive_node(&self) -> bool {
        self.kinds.iter().all(|kind| self.runbook.single.contains(kind))
    }

    fn is_at_target(&self, facts: &Facts) -> bool {
        let axes = &self.runbook.upgrade;
        let target = self.value(facts, axes.target);
        target.is_some() && target == self.value(facts, axes.current)
    }

    /// Facts about one table as facts about another: the values of one axis on another one of the same vocabulary.
    pub fn carried(&self, facts: &Facts, from: (&Table, AxisId), to: (&Table, AxisId), onto: Facts) -> Facts {
        let ((old, axis), (table, other)) = (from, to);
        let values = facts.get(axis).map(|set| set.ones().map(|value| old[axis][value]).collect::<Vec<_>>());
        let vocabulary = &self.knowledge[table[other].vocabulary];
        onto.with(other, table[other].all_positions(&values.unwrap_or_default(), vocabulary), table)
    }

    /// Whether a step of the runbook is for some cell of these facts.
    pub fn has(&self, step: &Step, facts: Option<&Facts>) -> bool {
        let (Some(region), Some(facts)) = (&step.region, facts) else { return true };
        let mut found = false;
        self.upgrade.grid.each(&facts.cells(self.upgrade), &mut |cell| {
            found |= region.holds(&self.upgrade.values(cell));
        });
        found
    }

    /// What is said of a server that is neither online nor offline.
    pub fn odd_state(&self, server: usize) -> Option<&str> {
        self.odd_states.iter().find(|(odd, _)| *odd == server).map(|(_, state)| state.as_str())
    }

    /// Whether the runbook knows a way to another system, and to no lower level.
    pub fn is_migration_known(&self) -> bool {
        let axes = &self.runbook.upgrade;
        let version = |axis: AxisId| {
            let value = self.value(&self.facts, axis)?;
            self.knowledge[self.upgrade[axis].vocabulary][value].version.clone()
        };
        let falls = version(axes.current).zip(version(axes.target)).is_some_and(|(current, target)| target < current);
        let mut steps = self.runbook.steps.iter().filter(|step| step.does.migrates());
        !falls && steps.any(|step| self.has(step, Some(&self.facts)))
    }

    /// Whether two systems can be in one cluster, as far as anybody says.
    pub fn changes_family(&self) -> bool {
        let family = |table: &Table, axis: AxisId, facts: &Facts| -> BTreeSet<Option<String>> {
            let values = facts.get(axis).into_iter().flat_map(ValueSet::ones);
            let values = values.map(|value| self.knowledge.value(&table[axis], value));
            values.filter_map(|value| value.attributes.get(self.runbook.family).cloned()).collect()
        };
        let Some(to) = &self.to_system else { return false };
        let old = family(self.upgrade, self.runbook.upgrade.system, &self.facts);
        let new = family(self.host, self.runbook.host.system, to);
        !old.is_empty() && !new.is_empty() && old.is_disjoint(&new)
    }
}

/// What is said to be on nodes that nobody named, and that there are too many of them.
fn misplaced(said: &ClusterSaid) -> Vec<Problem> {
    let is_there = |name: &str| said.node.iter().any(|node| node.name.eq_ignore_ascii_case(name));
    let named = said.server.iter().flat_map(|server| server.node.iter().chain(&server.machines));
    let named = named.chain(said.group.iter().flatten().map(|group| &group.node)).filter(|name| !is_there(name));
    let problem = if said.node.is_empty() { "upgrade-no-node" } else { "upgrade-no-such-node" };
    let mut found: Vec<Problem> = named.map(|name| misnamed(problem, name)).collect();
    if said.node.len() > MOST_NODES {
        let message = Message::new("upgrade-too-many").number("nodes", said.node.len());
        found.push(unfit(message.number("most", MOST_NODES)));
    }
    found.dedup();
    found
}

/// What words say besides, of those that can be read: the others were reported before.
fn known(knowledge: &Knowledge, table: &Table, facts: Facts, words: &[(AxisId, &Option<String>)]) -> Facts {
    words.iter().fold(facts, |facts, (axis, word)| {
        let read = word.as_ref().and_then(|word| read(knowledge, table, *axis, word).ok());
        let values = read.as_ref().and_then(|read| read.get(*axis)).into_iter().flat_map(ValueSet::ones);
        facts.with(*axis, values, table)
    })
}
