//! Plans of upgrades that change: those of typical clusters, from each inside level to each, on each system and to each other one.

use std::collections::BTreeMap;

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

use crate::knowledge::{AxisId, Knowledge, Runbook};
use crate::limits;
use crate::model::Verdict;
use crate::upgrade::case::Case;
use crate::upgrade::readiness::readiness;
use crate::upgrade::said::{ClusterSaid, NodeSaid, ServerSaid};
use crate::upgrade::stages::stages;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlanChange {
    /// Nothing: that side cannot be asked.
    pub before: Option<PlanSays>,
    pub after: Option<PlanSays>,
    pub plans: Vec<PlanAsked>,
}

/// What is asked for, in ids.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PlanAsked {
    pub kind: Option<String>,
    pub from: Option<String>,
    pub to: String,
    pub on: String,
    pub to_system: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PlanSays {
    pub verdict: Verdict,
    /// Steps of the runbook in the order of the plan.
    pub steps: Vec<String>,
}

impl PlanChange {
    /// Whether a plan that could be asked for is now answered with another verdict, or no longer.
    pub fn changes_verdict(&self) -> bool {
        let after = self.after.as_ref().map(|after| after.verdict);
        self.before.as_ref().is_some_and(|before| Some(before.verdict) != after)
    }

    /// Steps that are there more or fewer times than before, with both numbers; nothing where one side has no plan.
    pub fn steps(&self) -> Vec<(&str, usize, usize)> {
        let (Some(before), Some(after)) = (&self.before, &self.after) else { return Vec::new() };
        if before.steps.is_empty() || after.steps.is_empty() {
            return Vec::new();
        }
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        before.steps.iter().for_each(|step| counts.entry(step).or_default().0 += 1);
        after.steps.iter().for_each(|step| counts.entry(step).or_default().1 += 1);
        let changed = counts.into_iter().filter(|(_, (before, after))| before != after);
        changed.map(|(step, (before, after))| (step, before, after)).collect()
    }
}

/// The plans that change. Gives the table of upgrades where there are too many.
pub(super) fn changed(old: &Knowledge, new: &Knowledge) -> Result<Vec<PlanChange>, String> {
    let mut asked = IndexSet::new();
    for knowledge in [new, old] {
        let Some(runbook) = knowledge.runbook() else { continue };
        asked.extend(plans(knowledge, runbook).ok_or_else(|| runbook.upgrade.table.clone())?);
    }
    let mut found: IndexMap<(Option<PlanSays>, Option<PlanSays>), Vec<PlanAsked>> = IndexMap::new();
    for one in asked {
        let (before, after) = (says(old, &one), says(new, &one));
        let is_plan = |says: &Option<PlanSays>| says.as_ref().is_some_and(|says| !says.steps.is_empty());
        // Of what only one side can be asked, plans count.
        let counts = before.is_some() && after.is_some() || is_plan(&before) || is_plan(&after);
        if counts && before != after {
            found.entry((before, after)).or_default().push(one);
        }
    }
    Ok(found.into_iter().map(|((before, after), plans)| PlanChange { before, after, plans }).collect())
}

/// What can be asked of one side; nothing if that is too much.
fn plans(knowledge: &Knowledge, runbook: &Runbook) -> Option<Vec<PlanAsked>> {
    let inside = |table: &str, axis: AxisId| {
        let axis = &knowledge.table(table)?[axis];
        Some(knowledge.ids(axis, axis.inside()))
    };
    let axes = &runbook.upgrade;
    let (froms, tos) = (inside(&axes.table, axes.current)?, inside(&axes.table, axes.target)?);
    let (systems, hosts) = (inside(&axes.table, axes.system)?, inside(&runbook.host.table, runbook.host.system)?);
    let kinds = &knowledge.table(&runbook.manage.table)?[runbook.manage.kind];
    let kinds = knowledge.ids(kinds, runbook.kinds.iter().copied());
    let ways = froms.len().saturating_mul(kinds.len()).saturating_add(hosts.len());
    if ways.saturating_mul(tos.len()).saturating_mul(systems.len()) > limits::SHOWN_CELLS {
        return None;
    }
    let mut asked = Vec::new();
    for (to, on) in tos.iter().flat_map(|to| systems.iter().map(move |on| (to, on))) {
        let plan = |kind: Option<&String>, from: Option<&String>, to_system: Option<&String>| PlanAsked {
            kind: kind.cloned(),
            from: from.cloned(),
            to: to.clone(),
            on: on.clone(),
            to_system: to_system.cloned(),
        };
        for kind in &kinds {
            asked.extend(froms.iter().filter(|from| *from != to).map(|from| plan(Some(kind), Some(from), None)));
        }
        asked.extend(hosts.iter().map(|system| plan(None, None, Some(system))));
    }
    Some(asked)
}

/// What one side answers; nothing if it cannot be asked that.
fn says(knowledge: &Knowledge, asked: &PlanAsked) -> Option<PlanSays> {
    let runbook = knowledge.runbook()?;
    let case = Case::new(knowledge, runbook, said(knowledge, runbook, asked)).ok()?;
    let readiness = readiness(&case, false).ok()?;
    let steps = stages(&case, &readiness).iter().map(|stage| stage.written.id.clone()).collect();
    Some(PlanSays { verdict: readiness.verdict, steps })
}

/// A typical cluster: two nodes with a server if its kind has one passive node, else five with two.
fn said(knowledge: &Knowledge, runbook: &Runbook, asked: &PlanAsked) -> ClusterSaid {
    let manage = knowledge.table(&runbook.manage.table).map(|table| &table[runbook.manage.kind]);
    let single = manage.map(|axis| knowledge.ids(axis, runbook.single.iter().copied())).unwrap_or_default();
    let is_single = asked.kind.as_ref().is_some_and(|kind| single.contains(kind));
    let (nodes, servers) = match (&asked.to_system, is_single) {
        (Some(_), _) => (0, 0),
        (None, true) => (2, 1),
        (None, false) => (5, 2),
    };
    let node = |at: usize| NodeSaid { name: format!("N{at}"), ..NodeSaid::default() };
    let server =
        |at: usize| ServerSaid { name: format!("S{at}"), node: Some(format!("N{at}")), ..ServerSaid::default() };
    ClusterSaid {
        from: asked.from.clone(),
        to: Some(asked.to.clone()),
        kind: asked.kind.clone(),
        on: Some(asked.on.clone()),
        to_system: asked.to_system.clone(),
        node: (0..nodes).map(node).collect(),
        server: (0..servers).map(server).collect(),
        group: None,
    }
}
