//! The planner on random clusters: whole ones, half-way ones, and ones that cannot be upgraded.

use std::collections::{HashSet, VecDeque};

use canmanage::upgrade::cluster::{Cluster, ClusterGroup, ClusterStep, Node, NodeSet, Server};
use canmanage::upgrade::invariants::{Invariant, check};
use canmanage::upgrade::planner::{Obstacle, plan};
use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// A cluster and the nodes that may be upgraded once they have no server.
type Case = (Cluster, NodeSet);

fn server(nodes: usize, node: usize) -> impl Strategy<Value = Server> {
    let machines =
        prop_oneof![3 => Just((0..nodes).collect()), 1 => subsequence((0..nodes).collect::<Vec<_>>(), 1..=nodes)];
    (prop::bool::weighted(0.25), prop::bool::weighted(0.8), machines).prop_map(move |(upgraded, online, machines)| {
        Server { name: format!("S{node}"), node, upgraded, online, machines: machines.into_iter().collect() }
    })
}

fn group(nodes: usize) -> impl Strategy<Value = ClusterGroup> {
    prop::option::of(0..nodes).prop_map(|node| ClusterGroup { name: "G".to_owned(), node })
}

/// Clusters as they are met with, and others: mixed levels, servers ahead of their nodes and behind them, outages that have begun.
fn cases(most_nodes: usize, most_servers: usize) -> impl Strategy<Value = Case> {
    (2..=most_nodes).prop_flat_map(move |nodes| {
        let homes = subsequence((0..nodes).collect::<Vec<_>>(), 1..=most_servers.min(nodes));
        let servers =
            homes.prop_flat_map(move |homes| homes.into_iter().map(|node| server(nodes, node)).collect::<Vec<_>>());
        let levels = prop::collection::vec(prop::bool::weighted(0.3), nodes);
        let allowed = prop::collection::vec(prop::bool::weighted(0.98), nodes);
        let groups = prop::collection::vec(group(nodes), 0..=2);
        (servers, levels, allowed, groups).prop_map(|(servers, levels, allowed, groups)| {
            let nodes = levels.iter().enumerate();
            let nodes = nodes.map(|(at, upgraded)| Node { name: format!("N{at}"), upgraded: *upgraded }).collect();
            let allowed = allowed.iter().enumerate().filter(|(_, allowed)| **allowed).map(|(node, _)| node).collect();
            (Cluster { nodes, servers, groups }, allowed)
        })
    })
}

/// What the tables say: of the allowed nodes, those without a server.
fn may_upgrade(allowed: NodeSet) -> impl Fn(&Cluster, usize) -> bool {
    move |cluster, node| allowed.contains(node) && !cluster.is_active(node)
}

fn run<S: Strategy>(cases: u32, strategy: &S, test: impl Fn(S::Value)) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let test = |case| {
        test(case);
        Ok(())
    };
    runner.run(strategy, test).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn every_plan_of_ten_thousand_clusters_keeps_the_invariants() {
    run(10_000, &cases(16, 8), |(cluster, allowed)| {
        let tables = may_upgrade(allowed);
        match plan(&cluster, &tables) {
            Ok(steps) => assert_eq!(check(&cluster, &steps, &tables), Ok(()), "{cluster:?}\n{steps:?}"),
            Err(Obstacle::Nodes(nodes)) => {
                let barred = |node: &usize| !allowed.contains(*node) && !cluster.is_upgraded(*node);
                assert!(!nodes.is_empty() && nodes.iter().all(barred), "{cluster:?}\n{nodes:?}");
            }
            Err(Obstacle::NoPassiveNode) => assert_eq!(cluster.passive(), NodeSet::default()),
            Err(Obstacle::Stuck(servers)) => {
                let leaves = |server: &usize| !cluster.is_upgraded(cluster.servers[*server].node);
                assert!(!servers.is_empty() && servers.iter().all(leaves), "{cluster:?}\n{servers:?}");
            }
            Err(Obstacle::Shared(node)) => panic!("no two servers are on node {node}"),
        }
    });
}

#[test]
fn a_cluster_that_was_left_after_any_step_is_taken_up_there() {
    run(1_000, &cases(16, 8), |(cluster, allowed)| {
        let tables = may_upgrade(allowed);
        let Ok(steps) = plan(&cluster, &tables) else { return };
        let mut left = cluster;
        for at in 0..steps.len() {
            left = left.after(steps[at]);
            assert_eq!(plan(&left, &tables).as_deref(), Ok(&steps[at + 1..]), "{left:?}");
        }
    });
}

/// Every step that is legal, written down once more from the sentences of the issue, not from the code.
fn legal(cluster: &Cluster, allowed: NodeSet, stopped: &[usize]) -> Vec<ClusterStep> {
    let running = stopped.last().copied().filter(|server| !cluster.servers[*server].online);
    let nodes = 0..cluster.nodes.len();
    let mut steps = Vec::new();
    for (at, server) in cluster.servers.iter().enumerate().filter(|(at, _)| running.is_none_or(|one| one == *at)) {
        let home = cluster.nodes[server.node].upgraded;
        if server.online && !(server.upgraded && home) && !stopped.contains(&at) {
            steps.push(ClusterStep::StopServer { server: at });
        }
        if !server.online && home {
            let step = if server.upgraded {
                ClusterStep::StartServer { server: at }
            } else {
                ClusterStep::UpgradeServer { server: at }
            };
            steps.push(step);
        }
        let targets = nodes.clone().filter(|to| cluster.nodes[*to].upgraded && server.machines.contains(*to));
        for to in targets.filter(|to| !server.online && !home && cluster.servers.iter().all(|other| other.node != *to))
        {
            steps.push(ClusterStep::MoveServer { server: at, to });
        }
    }
    if running.is_none() {
        let ready =
            |node: &usize| !cluster.nodes[*node].upgraded && allowed.contains(*node) && !cluster.is_active(*node);
        steps.extend(nodes.filter(ready).map(|node| ClusterStep::UpgradeNode { node }));
    }
    steps
}

/// Whether any order of legal steps upgrades everything.
fn some_order_arrives(start: &Cluster, allowed: NodeSet) -> bool {
    let mut seen = HashSet::new();
    let mut open = VecDeque::from([(start.clone(), Vec::new())]);
    while let Some((cluster, stopped)) = open.pop_front() {
        if cluster.nodes.iter().all(|node| node.upgraded)
            && cluster.servers.iter().all(|one| one.upgraded && one.online)
        {
            return true;
        }
        for step in legal(&cluster, allowed, &stopped) {
            let mut stopped = stopped.clone();
            if let ClusterStep::StopServer { server } = step {
                stopped.push(server);
            }
            let next = (cluster.after(step), stopped);
            if seen.insert(next.clone()) {
                open.push_back(next);
            }
        }
    }
    false
}

#[test]
fn a_plan_is_found_if_any_order_keeps_the_invariants() {
    let counts = std::cell::Cell::new((0, 0));
    run(3_000, &cases(5, 4), |(mut cluster, allowed)| {
        // Where groups are never keeps an order from being found: there is always another node.
        cluster.groups.clear();
        let found = plan(&cluster, &may_upgrade(allowed));
        assert_eq!(found.is_ok(), some_order_arrives(&cluster, allowed), "{cluster:?}\n{found:?}");
        let (yes, no) = counts.get();
        counts.set(if found.is_ok() { (yes + 1, no) } else { (yes, no + 1) });
    });
    let (yes, no) = counts.get();
    assert!(yes > 500 && no > 500, "both happen often: {yes} plans, {no} refusals");
}

/// A cluster in which each server is on the node of its number, and every node can run every server.
fn fresh(nodes: usize, servers: usize) -> Cluster {
    let server =
        |node| Server { name: format!("S{node}"), node, upgraded: false, online: true, machines: (0..nodes).collect() };
    Cluster {
        nodes: (0..nodes).map(|node| Node { name: format!("N{node}"), upgraded: false }).collect(),
        servers: (0..servers).map(server).collect(),
        groups: vec![ClusterGroup { name: "G".to_owned(), node: None }],
    }
}

fn everything() -> impl Fn(&Cluster, usize) -> bool {
    may_upgrade((0..16).collect())
}

#[test]
fn two_nodes_passive_first_then_the_server_then_the_former_active_node() {
    assert_eq!(
        plan(&fresh(2, 1), &everything()).expect("a plan"),
        [
            ClusterStep::ClearNode { node: 1, to: 0 },
            ClusterStep::UpgradeNode { node: 1 },
            ClusterStep::StopServer { server: 0 },
            ClusterStep::MoveServer { server: 0, to: 1 },
            ClusterStep::UpgradeServer { server: 0 },
            ClusterStep::StartServer { server: 0 },
            ClusterStep::ClearNode { node: 0, to: 1 },
            ClusterStep::UpgradeNode { node: 0 },
        ]
    );
}

#[test]
fn a_node_is_cleared_only_if_it_has_to_be() {
    let mut cluster = fresh(5, 2);
    let clears = |cluster: &Cluster| {
        let steps = plan(cluster, &everything()).expect("a plan");
        steps.into_iter().filter(|step| matches!(step, ClusterStep::ClearNode { .. })).collect::<Vec<_>>()
    };
    for (node, expected) in [
        (Some(0), vec![ClusterStep::ClearNode { node: 0, to: 1 }]),
        (Some(3), vec![ClusterStep::ClearNode { node: 3, to: 2 }]),
        (None, vec![ClusterStep::ClearNode { node: 2, to: 0 }, ClusterStep::ClearNode { node: 0, to: 1 }]),
    ] {
        cluster.groups[0].node = node;
        let found = clears(&cluster);
        let nodes = |steps: &[ClusterStep]| {
            let node = |step: &ClusterStep| if let ClusterStep::ClearNode { node, .. } = step { *node } else { 99 };
            steps.iter().map(node).collect::<Vec<_>>()
        };
        assert_eq!(nodes(&found), nodes(&expected), "{found:?}");
    }
}

#[test]
fn the_largest_cluster_is_planned_at_once_and_one_without_a_way_is_refused_at_once() {
    let started = std::time::Instant::now();
    let cluster = fresh(16, 8);
    let steps = plan(&cluster, &everything()).expect("a plan");
    assert_eq!(check(&cluster, &steps, &everything()), Ok(()));
    assert_eq!(steps.iter().filter(|step| matches!(step, ClusterStep::UpgradeNode { .. })).count(), 16);
    // Half of the servers can run on their own nodes alone, the others anywhere.
    let mut stuck = fresh(16, 8);
    (0..4).for_each(|server| stuck.servers[server].machines = NodeSet::from_iter([server]));
    assert_eq!(plan(&stuck, &everything()), Err(Obstacle::Stuck(vec![0, 1, 2, 3])));
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn a_server_that_was_forgotten_on_an_upgraded_node_is_upgraded_first() {
    let mut cluster = fresh(3, 1);
    (1..3).for_each(|node| cluster.nodes[node].upgraded = true);
    cluster.servers[0] = Server { node: 1, online: false, ..cluster.servers[0].clone() };
    cluster.groups.clear();
    let rest = [
        ClusterStep::UpgradeServer { server: 0 },
        ClusterStep::StartServer { server: 0 },
        ClusterStep::UpgradeNode { node: 0 },
    ];
    assert_eq!(plan(&cluster, &everything()).expect("a plan"), rest);
}

#[test]
fn what_breaks_an_invariant_is_told_with_its_step() {
    let cluster = fresh(3, 1);
    let (node, server) = (0, 0);
    let upgraded = [ClusterStep::ClearNode { node: 1, to: 0 }, ClusterStep::UpgradeNode { node: 1 }];
    for (steps, expected) in [
        (vec![ClusterStep::UpgradeNode { node }], (0, Invariant::NodeIsFree)),
        (vec![ClusterStep::UpgradeNode { node: 1 }], (0, Invariant::NodeIsFree)),
        (vec![ClusterStep::ClearNode { node: 1, to: 1 }], (0, Invariant::GroupsGiveWay)),
        (vec![upgraded[0], ClusterStep::StopServer { server }], (0, Invariant::GroupsGiveWay)),
        (vec![ClusterStep::MoveServer { server, to: 1 }], (0, Invariant::TargetIsReady)),
        (
            vec![ClusterStep::StopServer { server }, ClusterStep::MoveServer { server, to: 1 }],
            (1, Invariant::TargetIsReady),
        ),
        (vec![ClusterStep::StopServer { server }, ClusterStep::StopServer { server }], (1, Invariant::ServerIsOffline)),
        (
            vec![ClusterStep::StopServer { server }, ClusterStep::UpgradeServer { server }],
            (1, Invariant::ServerIsOffline),
        ),
        (
            [&upgraded[..], &[ClusterStep::StopServer { server }, ClusterStep::UpgradeNode { node: 2 }]].concat(),
            (3, Invariant::OutageIsShort),
        ),
        (upgraded.to_vec(), (2, Invariant::EverythingArrives)),
        (Vec::new(), (0, Invariant::EverythingArrives)),
    ] {
        assert_eq!(check(&cluster, &steps, &everything()), Err(expected), "{steps:?}");
    }
}
