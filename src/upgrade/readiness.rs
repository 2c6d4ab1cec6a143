//! Whether a cluster is ready: what the tables say of its nodes, and what the cluster itself shows.

use std::collections::BTreeSet;

use super::case::Case;
use super::cluster::{Cluster, ClusterStep, Server};
use super::invariants::{self, Invariant};
use super::planner::{self, Obstacle};
use crate::decide::{Decision, Facts, decide, verdict_of};
use crate::knowledge::Table;
use crate::model::Verdict;
use crate::model::runbook::Check;

/// All that is known before the first step, and the steps.
pub struct Readiness<'k> {
    pub verdict: Verdict,
    pub tables: Vec<TableSays<'k>>,
    pub checks: Vec<CheckFound>,
    /// In their order; none where something is in the way.
    pub steps: Vec<ClusterStep>,
}

pub struct TableSays<'k> {
    pub table: &'k Table,
    pub nodes: Vec<usize>,
    pub decision: Decision,
    /// What would follow from the choices that must not be made.
    pub never: Vec<Decision>,
}

/// What a check has found. Positions of nodes, servers and groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckFound {
    pub check: Check,
    pub nodes: Vec<usize>,
    pub servers: Vec<usize>,
    pub groups: Vec<usize>,
}

/// A plan that is none: the steps, and what the step at the position breaks.
#[derive(Debug)]
pub struct Broken {
    pub steps: Vec<ClusterStep>,
    pub at: usize,
    pub invariant: Invariant,
}

/// Looks at everything, and plans if nothing is in the way.
pub fn readiness<'k>(case: &Case<'k>, strict: bool) -> Result<Readiness<'k>, Broken> {
    let mut tables = Vec::new();
    if case.to_system.is_some() {
        let facts = case.to_system.clone().unwrap_or_default();
        says(case.host, vec![(0, facts)], strict, &mut tables);
        // The new nodes have no names yet.
        for says in &mut tables {
            says.nodes.clear();
        }
    } else {
        let passive = |node: usize, facts: &Facts| (node, in_role(case, facts, false));
        let waiting = case.nodes.iter().enumerate().filter(|(node, _)| !case.cluster.is_upgraded(*node));
        let mut waiting: Vec<(usize, Facts)> = waiting.map(|(node, facts)| passive(node, facts)).collect();
        if case.nodes.is_empty() {
            waiting.push(passive(0, &case.facts));
        }
        says(case.upgrade, waiting, strict, &mut tables);
        let hosts = case.nodes.iter().enumerate().map(|(node, facts)| (node, hosted(case, facts)));
        says(case.host, hosts.collect(), strict, &mut tables);
        // What is open is asked once, where it decides about the upgrade.
        tables.retain(|says| !std::ptr::eq(says.table, case.host) || says.decision.basis().is_some());
    }
    let mut checks = checks(case);
    let may_upgrade = |cluster: &Cluster, node: usize| {
        let facts = case.nodes.get(node).cloned().unwrap_or_default();
        let facts = in_role(case, &facts, cluster.is_active(node));
        verdict_of(case.upgrade, &facts, strict) == Verdict::Supported
    };
    let mut steps = Vec::new();
    let all_active = case.all_active || !case.nodes.is_empty() && case.cluster.servers.len() >= case.nodes.len();
    if case.to_system.is_none() && all_active && case.cluster.nodes.iter().any(|node| !node.upgraded) {
        checks.push(in_the_way(case, &Obstacle::NoPassiveNode));
    } else if case.to_system.is_none() && case.asked.is_empty() {
        match planner::plan(&case.cluster, &may_upgrade) {
            Ok(planned) => steps = planned,
            Err(Obstacle::Nodes(_)) => {} // the tables have said why
            Err(obstacle) => checks.push(in_the_way(case, &obstacle)),
        }
    }
    // The outage of a server that is offline already would last through these steps.
    let waits = |(at, server): (usize, &Server)| {
        let others_first = steps.first().is_some_and(|step| step.server() != Some(at));
        (!server.online && others_first && steps.iter().any(|step| step.server() == Some(at))).then_some(at)
    };
    let offline: Vec<usize> = case.cluster.servers.iter().enumerate().filter_map(waits).collect();
    if !offline.is_empty() {
        checks.push(CheckFound { servers: offline, ..CheckFound::new(Check::ServerOffline) });
    }
    let verdict = verdict(case, &tables, &checks);
    if verdict != Verdict::Supported {
        steps.clear();
    } else if case.to_system.is_none() {
        invariants::check(&case.cluster, &steps, &may_upgrade).map_err(|(at, invariant)| Broken {
            steps: steps.clone(),
            at,
            invariant,
        })?;
    }
    Ok(Readiness { verdict, tables, checks, steps })
}

/// The facts of a node that has a server or none.
fn in_role(case: &Case<'_>, facts: &Facts, active: bool) -> Facts {
    let axes = &case.runbook.upgrade;
    facts.clone().with(axes.role, [if active { axes.active } else { axes.passive }], case.upgrade)
}

/// The target level on the system of a node, as facts about the table of hosts.
fn hosted(case: &Case<'_>, facts: &Facts) -> Facts {
    let (axes, host) = (&case.runbook.upgrade, &case.runbook.host);
    let onto = case.carried(facts, (case.upgrade, axes.target), (case.host, host.server), Facts::none(case.host));
    case.carried(facts, (case.upgrade, axes.system), (case.host, host.system), onto)
}

/// Decides once for all nodes of which the same is known.
fn says<'k>(table: &'k Table, nodes: Vec<(usize, Facts)>, strict: bool, tables: &mut Vec<TableSays<'k>>) {
    for (node, facts) in nodes {
        let same = |says: &&mut TableSays<'_>| std::ptr::eq(says.table, table) && says.decision.facts == facts;
        if let Some(says) = tables.iter_mut().find(same) {
            says.nodes.push(node);
        } else {
            let decision = decide(table, &facts, strict);
            let never = never(table, &decision);
            tables.push(TableSays { table, nodes: vec![node], decision, never });
        }
    }
}

/// The decisions for what the asker could choose, and must not, where something else is supported.
fn never(table: &Table, decision: &Decision) -> Vec<Decision> {
    let open = table.axis_ids().filter(|axis| table[*axis].choice && decision.facts.get(*axis).is_none());
    let named = open.flat_map(|axis| table[axis].inside().map(move |value| (axis, value)));
    let decided =
        named.map(|(axis, value)| decide(table, &decision.facts.clone().with(axis, [value], table), decision.strict));
    let is_supported = decision.verdict() == Verdict::Supported;
    decided.filter(|one| is_supported && one.verdict() == Verdict::Unsupported).collect()
}

/// What the cluster itself shows.
fn checks(case: &Case<'_>) -> Vec<CheckFound> {
    let cluster = &case.cluster;
    let none = CheckFound::new(Check::Stuck);
    if case.to_system.is_some() {
        let check = if !case.is_migration_known() {
            Check::NoWay
        } else if case.changes_family() {
            Check::OtherFamily
        } else {
            return Vec::new();
        };
        return vec![CheckFound::new(check)];
    }
    let everyone = || (0..cluster.nodes.len()).collect::<Vec<_>>();
    let mut found = Vec::new();
    let single = case.has_one_passive_node();
    let whole = case.asked.is_empty() && !cluster.nodes.is_empty();
    if single && whole && (cluster.nodes.len() != 2 || cluster.servers.len() != 1) {
        let servers = (0..cluster.servers.len()).collect();
        found.push(CheckFound { check: Check::OnePassiveNode, nodes: everyone(), servers, ..none.clone() });
    }
    let is_up = |status: &String| case.runbook.up.iter().any(|word| word.eq_ignore_ascii_case(status));
    let down =
        case.said.iter().enumerate().filter(|(_, node)| node.status.as_ref().is_some_and(|status| !is_up(status)));
    let down: Vec<usize> = down.map(|(node, _)| node).filter(|node| !cluster.is_upgraded(*node)).collect();
    if !down.is_empty() {
        found.push(CheckFound { check: Check::NodeNotUp, nodes: down, ..none.clone() });
    }
    if !case.odd_states.is_empty() {
        let servers = case.odd_states.iter().map(|(server, _)| *server).collect();
        found.push(CheckFound { check: Check::ServerState, servers, ..none.clone() });
    }
    let behind = cluster.servers.iter().enumerate();
    let behind = behind.filter(|(_, server)| !server.upgraded && cluster.is_upgraded(server.node));
    let behind: Vec<usize> = behind.map(|(server, _)| server).collect();
    if !behind.is_empty() {
        found.push(CheckFound { check: Check::NodesAhead, servers: behind, ..none.clone() });
    }
    let updates: BTreeSet<&Option<String>> = case.said.iter().map(|node| &node.update).collect();
    if updates.len() > 1 {
        found.push(CheckFound { check: Check::UpdatesDiffer, nodes: everyone(), ..none.clone() });
    }
    let waits = |node: usize| !cluster.is_active(node) && !cluster.is_upgraded(node);
    let groups = cluster.groups.iter().enumerate().filter(|(_, group)| group.node.is_none_or(waits));
    let groups: Vec<usize> = groups.map(|(group, _)| group).collect();
    if !groups.is_empty() && cluster.nodes.iter().any(|node| !node.upgraded) {
        let check = if case.groups_said { Check::GroupsOnPassive } else { Check::GroupsNotSaid };
        found.push(CheckFound { check, groups, ..none });
    }
    found
}

fn in_the_way(case: &Case<'_>, obstacle: &Obstacle) -> CheckFound {
    let cluster = &case.cluster;
    let everyone = (0..cluster.nodes.len()).collect();
    let on = |node: usize| cluster.servers.iter().enumerate().filter(move |(_, server)| server.node == node);
    let (check, nodes, servers) = match obstacle {
        Obstacle::Stuck(servers) => (Check::Stuck, Vec::new(), servers.clone()),
        Obstacle::Shared(node) => (Check::SharedNode, vec![*node], on(*node).map(|(server, _)| server).collect()),
        Obstacle::NoPassiveNode | Obstacle::Nodes(_) => (Check::NoPassiveNode, everyone, Vec::new()),
    };
    CheckFound { nodes, servers, ..CheckFound::new(check) }
}

impl CheckFound {
    fn new(check: Check) -> Self {
        Self { check, nodes: Vec::new(), servers: Vec::new(), groups: Vec::new() }
    }
}

/// What stands in the way counts most, then what no source says, then what was not said.
fn verdict(case: &Case<'_>, tables: &[TableSays<'_>], checks: &[CheckFound]) -> Verdict {
    let any = |verdict: Verdict| tables.iter().any(|says| says.decision.verdict() == verdict);
    if any(Verdict::Unsupported) || checks.iter().any(|found| found.check.blocks()) {
        Verdict::Unsupported
    } else if any(Verdict::Undocumented) || checks.iter().any(|found| found.check == Check::NoWay) {
        Verdict::Undocumented
    } else if !case.asked.is_empty() && case.to_system.is_none()
        || any(Verdict::Undetermined) && !is_reachable(tables, case)
    {
        Verdict::Undetermined
    } else {
        Verdict::Supported
    }
}

/// Whether the other system is supported at some level, where the level was not said.
fn is_reachable(tables: &[TableSays<'_>], case: &Case<'_>) -> bool {
    use crate::decide::Conclusion::Undetermined;
    let some = |says: &TableSays<'_>| matches!(&says.decision.conclusion, Undetermined { supported, .. } if !supported.is_empty());
    case.to_system.is_some() && tables.iter().all(some)
}
