//! A cluster as the planner sees it: nodes, the servers and groups on them, and what a step changes.

/// Nodes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NodeSet(u32);

/// A cluster has no more nodes than this.
pub const MOST_NODES: usize = 16;

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cluster {
    pub nodes: Vec<Node>,
    pub servers: Vec<Server>,
    pub groups: Vec<ClusterGroup>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    pub name: String,
    /// Whether it is at the target level.
    pub upgraded: bool,
}

/// A server that runs on one node at a time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Server {
    pub name: String,
    pub node: usize,
    /// Whether it is at the target level: a server has a level of its own beside that of its node.
    pub upgraded: bool,
    pub online: bool,
    /// The nodes that it can run on.
    pub machines: NodeSet,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClusterGroup {
    pub name: String,
    /// None: it was not said; it may be on any node.
    pub node: Option<usize>,
}

/// One change of the cluster. Nodes and servers by their position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClusterStep {
    /// The groups that are or may be on a node go to another one.
    ClearNode {
        node: usize,
        to: usize,
    },
    UpgradeNode {
        node: usize,
    },
    StopServer {
        server: usize,
    },
    MoveServer {
        server: usize,
        to: usize,
    },
    UpgradeServer {
        server: usize,
    },
    StartServer {
        server: usize,
    },
}

impl ClusterStep {
    pub fn server(self) -> Option<usize> {
        match self {
            Self::ClearNode { .. } | Self::UpgradeNode { .. } => None,
            Self::StopServer { server }
            | Self::MoveServer { server, .. }
            | Self::UpgradeServer { server }
            | Self::StartServer { server } => Some(server),
        }
    }

    /// The node where it is carried out: the one that is changed, or that of the server.
    pub fn place(self, before: &Cluster) -> Option<usize> {
        match self {
            Self::ClearNode { node, .. } | Self::UpgradeNode { node } => Some(node),
            _ => before.servers.get(self.server()?).map(|server| server.node),
        }
    }
}

impl Cluster {
    pub fn is_upgraded(&self, node: usize) -> bool {
        self.nodes.get(node).is_some_and(|node| node.upgraded)
    }

    pub fn is_active(&self, node: usize) -> bool {
        self.servers.iter().any(|server| server.node == node)
    }

    /// The nodes without a server.
    pub fn passive(&self) -> NodeSet {
        (0..self.nodes.len()).filter(|node| !self.is_active(*node)).collect()
    }

    /// The groups that are on a node, or of which nobody said where they are.
    pub fn groups_on(&self, node: usize) -> impl Iterator<Item = &ClusterGroup> {
        self.groups.iter().filter(move |group| group.node.is_none_or(|own| own == node))
    }

    /// The cluster after a step, whether the step makes sense or not.
    #[must_use]
    pub fn after(&self, step: ClusterStep) -> Self {
        let mut after = self.clone();
        let server = step.server().and_then(|server| after.servers.get_mut(server));
        match (step, server) {
            (ClusterStep::ClearNode { node, to }, _) => {
                for group in after.groups.iter_mut().filter(|group| group.node.is_none_or(|own| own == node)) {
                    group.node = Some(to);
                }
            }
            (ClusterStep::UpgradeNode { node }, _) => {
                after.nodes.get_mut(node).into_iter().for_each(|node| node.upgraded = true);
            }
            (ClusterStep::StopServer { .. }, Some(server)) => server.online = false,
            (ClusterStep::MoveServer { to, .. }, Some(server)) => server.node = to,
            (ClusterStep::UpgradeServer { .. }, Some(server)) => server.upgraded = true,
            (ClusterStep::StartServer { .. }, Some(server)) => server.online = true,
            (_, None) => {}
        }
        after
    }
}

impl NodeSet {
    pub fn contains(self, node: usize) -> bool {
        node < MOST_NODES && self.0 & (1 << node) != 0
    }

    #[must_use]
    pub fn with(self, node: usize) -> Self {
        Self(self.0 | Self::from_iter([node]).0)
    }

    #[must_use]
    pub fn without(self, node: usize) -> Self {
        Self(self.0 & !Self::from_iter([node]).0)
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..MOST_NODES).filter(move |node| self.contains(*node))
    }
}

impl FromIterator<usize> for NodeSet {
    fn from_iter<I: IntoIterator<Item = usize>>(nodes: I) -> Self {
        Self(nodes.into_iter().filter(|node| *node < MOST_NODES).fold(0, |bits, node| bits | 1 << node))
    }
}
