//! The steps of a plan as the runbook has them: for what the planner does once, none, one or several written steps.

use super::case::Case;
use super::cluster::{Cluster, ClusterStep};
use super::readiness::Readiness;
use crate::knowledge::runbook::Step;
use crate::model::Verdict;
use crate::model::runbook::Action;

/// A step of the runbook, and the cluster before it.
pub struct Stage<'c> {
    /// None: it belongs to a migration, which the planner knows nothing of.
    pub planned: Option<ClusterStep>,
    pub written: &'c Step,
    pub before: Cluster,
}

/// Every step of a plan, in order.
pub fn stages<'c>(case: &'c Case<'_>, readiness: &Readiness<'_>) -> Vec<Stage<'c>> {
    let mut stages = Vec::new();
    let mut before = case.cluster.clone();
    let of = |action: Action| case.runbook.steps.iter().filter(move |step| step.does == action);
    for planned in &readiness.steps {
        let facts = planned.place(&before).and_then(|node| case.nodes.get(node));
        let written = of(action(*planned)).filter(|step| case.has(step, facts));
        stages.extend(written.map(|written| Stage { planned: Some(*planned), written, before: before.clone() }));
        before = before.after(*planned);
    }
    if case.to_system.is_some() && readiness.verdict == Verdict::Supported {
        let written = case.runbook.steps.iter().filter(|step| step.does.migrates());
        let written = written.filter(|step| case.has(step, Some(&case.facts)));
        stages.extend(written.map(|written| Stage { planned: None, written, before: case.cluster.clone() }));
    }
    stages
}

fn action(step: ClusterStep) -> Action {
    match step {
        ClusterStep::ClearNode { .. } => Action::ClearNode,
        ClusterStep::UpgradeNode { .. } => Action::UpgradeNode,
        ClusterStep::StopServer { .. } => Action::StopServer,
        ClusterStep::MoveServer { .. } => Action::MoveServer,
        ClusterStep::UpgradeServer { .. } => Action::UpgradeServer,
        ClusterStep::StartServer { .. } => Action::StartServer,
    }
}
