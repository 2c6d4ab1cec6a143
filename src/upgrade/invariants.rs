//! What holds for every plan, checked on every plan before it is shown, by rules of their own: nothing here is taken from the
//! planner.

use super::cluster::{Cluster, ClusterStep};
use super::planner::MayUpgrade;

/// A rule that a plan breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display)]
#[strum(serialize_all = "kebab-case")]
pub enum Invariant {
    /// A node is upgraded once, without a server or another group on it, and only if the tables support that.
    NodeIsFree,
    /// A server is moved only from a node that is still to be upgraded to an upgraded one of its own machines that has no server.
    TargetIsReady,
    /// A server is stopped, moved and upgraded in this order, and only what has to be done.
    ServerIsOffline,
    /// From its stop to its start nothing else is done, and no server is stopped twice.
    OutageIsShort,
    /// Groups go to another node, and only off a node that is upgraded next.
    GroupsGiveWay,
    /// In the end every node is at the target, and every server as well, online.
    EverythingArrives,
}

/// The first step that breaks an invariant, by its position, and which; one behind the last step for what the whole plan lacks.
pub fn check(start: &Cluster, steps: &[ClusterStep], may_upgrade: &MayUpgrade<'_>) -> Result<(), (usize, Invariant)> {
    let mut cluster = start.clone();
    let mut stopped: Vec<usize> = Vec::new();
    let mut outage = None;
    for (at, step) in steps.iter().enumerate() {
        let next = steps.get(at + 1);
        let broken = broken(&cluster, *step, next, may_upgrade).or_else(|| {
            let strange = outage.is_some_and(|server| step.server() != Some(server));
            let again = matches!(step, ClusterStep::StopServer { server } if stopped.contains(server));
            (strange || again).then_some(Invariant::OutageIsShort)
        });
        if let Some(invariant) = broken {
            return Err((at, invariant));
        }
        match step {
            ClusterStep::StopServer { server } => {
                stopped.push(*server);
                outage = Some(*server);
            }
            ClusterStep::StartServer { .. } => outage = None,
            _ => {}
        }
        cluster = cluster.after(*step);
    }
    let arrived = cluster.nodes.iter().all(|node| node.upgraded)
        && cluster.servers.iter().all(|server| server.upgraded && server.online);
    if arrived { Ok(()) } else { Err((steps.len(), Invariant::EverythingArrives)) }
}

/// What a step breaks in the state before it.
fn broken(
    cluster: &Cluster,
    step: ClusterStep,
    next: Option<&ClusterStep>,
    may_upgrade: &MayUpgrade<'_>,
) -> Option<Invariant> {
    let server = step.server().and_then(|server| cluster.servers.get(server));
    let (holds, invariant) = match (step, server) {
        (ClusterStep::ClearNode { node, to }, _) => {
            let wanted = next == Some(&ClusterStep::UpgradeNode { node }) && cluster.groups_on(node).next().is_some();
            (wanted && to != node && to < cluster.nodes.len(), Invariant::GroupsGiveWay)
        }
        (ClusterStep::UpgradeNode { node }, _) => {
            let free = !cluster.is_active(node) && cluster.groups_on(node).next().is_none();
            (free && !cluster.is_upgraded(node) && may_upgrade(cluster, node), Invariant::NodeIsFree)
        }
        (ClusterStep::MoveServer { to, .. }, Some(server)) => {
            let ready = cluster.is_upgraded(to) && server.machines.contains(to) && !cluster.is_active(to);
            (ready && !server.online && !cluster.is_upgraded(server.node), Invariant::TargetIsReady)
        }
        (ClusterStep::StopServer { .. }, Some(server)) => {
            let needed = !server.upgraded || !cluster.is_upgraded(server.node);
            (server.online && needed, Invariant::ServerIsOffline)
        }
        (ClusterStep::UpgradeServer { .. }, Some(server)) => {
            let ready = !server.online && !server.upgraded && cluster.is_upgraded(server.node);
            (ready, Invariant::ServerIsOffline)
        }
        (ClusterStep::StartServer { .. }, Some(server)) => {
            let ready = !server.online && server.upgraded && cluster.is_upgraded(server.node);
            (ready, Invariant::ServerIsOffline)
        }
        (_, None) => (false, Invariant::ServerIsOffline),
    };
    (!holds).then_some(invariant)
}
