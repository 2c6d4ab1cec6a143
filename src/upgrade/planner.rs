//! The next step of an upgrade follows from the state of the cluster alone: so a cluster that was left half-way is taken up where
//! it stands, and what is left of a plan is the plan of what is left.
//!
//! An outage that has begun is ended first. Then come the nodes without a server, then the servers one by one: each goes to an
//! upgraded node, and the node that it leaves is upgraded before the next server is stopped.

use std::collections::HashSet;

use super::cluster::{Cluster, ClusterStep, NodeSet};

/// Why there is no plan. Positions of nodes and servers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Nodes that may not be upgraded, even without a server.
    Nodes(Vec<usize>),
    /// Several servers are on this node.
    Shared(usize),
    /// Each node that is still to be upgraded, or all there are, has a server.
    NoPassiveNode,
    /// Servers that no order of moves brings to an upgraded node that they can run on.
    Stuck(Vec<usize>),
}

/// Whether a node may be upgraded in the state that the cluster is in.
pub type MayUpgrade<'m> = dyn Fn(&Cluster, usize) -> bool + 'm;

pub fn plan(start: &Cluster, may_upgrade: &MayUpgrade<'_>) -> Result<Vec<ClusterStep>, Obstacle> {
    let empty = Cluster { servers: Vec::new(), ..start.clone() };
    let barred = (0..start.nodes.len()).filter(|node| !start.is_upgraded(*node) && !may_upgrade(&empty, *node));
    let barred: Vec<usize> = barred.collect();
    if !barred.is_empty() {
        return Err(Obstacle::Nodes(barred));
    }
    let shared = |node: &usize| start.servers.iter().filter(|server| server.node == *node).count() > 1;
    if let Some(node) = (0..start.nodes.len()).find(shared) {
        return Err(Obstacle::Shared(node));
    }
    let mut steps = Vec::new();
    let mut cluster = start.clone();
    while let Some(step) = next(&cluster)? {
        cluster = cluster.after(step);
        steps.push(step);
    }
    Ok(steps)
}

fn next(cluster: &Cluster) -> Result<Option<ClusterStep>, Obstacle> {
    let servers = || cluster.servers.iter().enumerate();
    let mut there = servers().filter(|(_, server)| cluster.is_upgraded(server.node));
    if let Some((server, state)) = there.clone().find(|(_, state)| !state.online) {
        return Ok(Some(if state.upgraded {
            ClusterStep::StartServer { server }
        } else {
            ClusterStep::UpgradeServer { server }
        }));
    }
    let first = moves(cluster)?.first().copied();
    let stopped = |server: usize| cluster.servers.get(server).is_some_and(|state| !state.online);
    if let Some((server, to)) = first.filter(|(server, _)| stopped(*server)) {
        let ready = cluster.is_upgraded(to);
        return Ok(Some(if ready { ClusterStep::MoveServer { server, to } } else { upgrade(cluster, to) }));
    }
    // A node that has no group to be moved off comes first: the others then have an upgraded node to move theirs to.
    let waiting = cluster.passive().iter().filter(|node| !cluster.is_upgraded(*node));
    if let Some(node) = waiting.min_by_key(|node| (cluster.groups_on(*node).next().is_some(), *node)) {
        return Ok(Some(upgrade(cluster, node)));
    }
    let behind = there.find(|(_, state)| !state.upgraded).map(|(server, _)| server);
    Ok(behind.or(first.map(|(server, _)| server)).map(|server| ClusterStep::StopServer { server }))
}

/// The step that brings a node nearer to being upgraded.
fn upgrade(cluster: &Cluster, node: usize) -> ClusterStep {
    let others = (0..cluster.nodes.len()).filter(|other| *other != node);
    // An upgraded node keeps the groups; else a node with a server, which is upgraded last.
    let best = others.min_by_key(|other| (!cluster.is_upgraded(*other), !cluster.is_active(*other)));
    match best {
        Some(to) if cluster.groups_on(node).next().is_some() => ClusterStep::ClearNode { node, to },
        _ => ClusterStep::UpgradeNode { node },
    }
}

/// Where the servers on nodes that are still to be upgraded go, in an order in which each finds its node without a server. A
/// server that is offline goes first if it can.
fn moves(cluster: &Cluster) -> Result<Vec<(usize, usize)>, Obstacle> {
    let servers = cluster.servers.iter().enumerate();
    let leaving = servers.filter(|(_, server)| !cluster.is_upgraded(server.node));
    let mut leaving: Vec<usize> = leaving.map(|(server, _)| server).collect();
    leaving.sort_by_key(|server| cluster.servers.get(*server).is_some_and(|state| state.online));
    if leaving.is_empty() {
        return Ok(Vec::new());
    }
    if cluster.passive() == NodeSet::default() {
        return Err(Obstacle::NoPassiveNode);
    }
    let mut search = Search { cluster, dead: HashSet::new(), left: leaving.clone() };
    search.moves(&leaving, cluster.passive()).ok_or_else(|| {
        search.left.sort_unstable();
        Obstacle::Stuck(search.left)
    })
}

struct Search<'c> {
    cluster: &'c Cluster,
    /// Servers still to be moved and nodes without one, from which no order leads on.
    dead: HashSet<(Vec<usize>, NodeSet)>,
    /// The fewest servers that were left anywhere.
    left: Vec<usize>,
}

impl Search<'_> {
    fn moves(&mut self, leaving: &[usize], free: NodeSet) -> Option<Vec<(usize, usize)>> {
        if leaving.is_empty() {
            return Some(Vec::new());
        }
        if self.dead.contains(&(leaving.to_vec(), free)) {
            return None;
        }
        if leaving.len() < self.left.len() {
            self.left = leaving.to_vec();
        }
        for server in leaving {
            let Some(state) = self.cluster.servers.get(*server) else { continue };
            let mut targets: Vec<usize> = free.iter().filter(|node| state.machines.contains(*node)).collect();
            targets.sort_by_key(|node| !self.cluster.is_upgraded(*node));
            let rest: Vec<usize> = leaving.iter().copied().filter(|other| other != server).collect();
            for to in targets {
                if let Some(mut order) = self.moves(&rest, free.without(to).with(state.node)) {
                    order.insert(0, (*server, to));
                    return Some(order);
                }
            }
        }
        self.dead.insert((leaving.to_vec(), free));
        None
    }
}
