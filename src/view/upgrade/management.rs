//! Which workstations manage the servers before, in the middle of and after an upgrade: the table of managing, asked at each state.

use indexmap::IndexSet;
use serde::Serialize;

use super::steps::Step;
use crate::decide::{Decision, Facts, decide, verdict_of};
use crate::knowledge::{AxisId, OnAxis, Table};
use crate::model::runbook::Action;
use crate::model::{Basis, Verdict};
use crate::upgrade::case::Case;
use crate::upgrade::readiness::Readiness;
use crate::view::Context;

/// Who can manage the servers at a time.
#[derive(Clone, Debug, Serialize)]
pub struct Management {
    pub state: Moment,
    /// The steps between which it is so, by number; none: from the beginning, to the end.
    pub from_step: Option<usize>,
    pub to_step: Option<usize>,
    /// Workstations that manage all servers; if there are none, it takes several.
    pub workstations: Vec<Workstation>,
    /// Levels of the tools that did before and serve on no workstation any more, and what is known of them.
    pub left_behind: Vec<Tools>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::Display)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Moment {
    Before,
    Middle,
    After,
}

#[derive(Clone, Debug, Serialize)]
pub struct Workstation {
    pub system: String,
    /// The tools it needs, the best first.
    pub tools: Vec<Tools>,
    /// What they are called instead, where they follow from a level that was not said.
    pub matches: Option<String>,
    #[serde(skip)]
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tools {
    pub level: String,
    pub verdict: Verdict,
    pub basis: Option<Basis>,
    #[serde(skip)]
    pub name: String,
}

/// The three states; two, if no state has servers of both levels.
pub(super) fn management(
    cx: Context<'_>,
    case: &Case<'_>,
    steps: &[Step],
    readiness: &Readiness<'_>,
) -> Vec<Management> {
    if readiness.verdict != Verdict::Supported {
        return Vec::new();
    }
    let asked = Managing { cx, case, strict: cx.invocation.strict };
    let upgrades = steps.iter().filter(|step| step.action == Action::UpgradeServer).map(|step| step.number);
    let migrates = case.to_system.is_some();
    let (first, last) = if migrates {
        let both = steps.iter().find(|step| step.action == Action::CreateServer).or(steps.first());
        (both.map(|step| step.number), steps.last().map(|step| step.number))
    } else {
        (upgrades.clone().min(), upgrades.max())
    };
    let (before, after) = (asked.before(), asked.after());
    let both: IndexSet<Facts> = before.iter().chain(&after).cloned().collect();
    let mut told = Vec::new();
    // Of servers on a system that was not said nothing is known but what comes after.
    let is_said = !migrates || case.facts.get(case.runbook.upgrade.system).is_some();
    if first.is_some() && is_said {
        told.push(asked.at(Moment::Before, (None, first), &before, &IndexSet::new()));
    }
    if (first != last || migrates) && is_said {
        told.push(asked.at(Moment::Middle, (first, last), &both, &before));
    }
    told.push(asked.at(Moment::After, (last, None), &after, &before));
    told
}

/// What is known of an axis of a table.
type KnownAxis<'a> = (&'a Facts, &'a Table, AxisId);

struct Managing<'a> {
    cx: Context<'a>,
    case: &'a Case<'a>,
    strict: bool,
}

impl Managing<'_> {
    /// A server of a level on a system.
    fn server(&self, level: KnownAxis<'_>, system: KnownAxis<'_>) -> Facts {
        let (table, axes) = (self.case.manage, &self.case.runbook.manage);
        let facts = Facts::none(table).with(axes.kind, self.case.kinds.iter().copied(), table);
        let facts = self.case.carried(level.0, (level.1, level.2), (table, axes.server), facts);
        self.case.carried(system.0, (system.1, system.2), (table, axes.system), facts)
    }

    fn before(&self) -> IndexSet<Facts> {
        let (case, axes) = (self.case, &self.case.runbook.upgrade);
        let servers = case.cluster.servers.iter().zip(&case.servers).filter(|(server, _)| !server.upgraded);
        let servers = servers.map(|(server, level)| (level, case.nodes.get(server.node).unwrap_or(&case.facts)));
        let any = case.servers.is_empty().then_some((&case.facts, &case.facts));
        let of = |(level, node)| self.server((level, case.upgrade, axes.current), (node, case.upgrade, axes.system));
        servers.chain(any).map(of).collect()
    }

    /// The servers as they will be. Where the level on another system was not said, each that is supported there.
    fn after(&self) -> IndexSet<Facts> {
        let (case, axes, host) = (self.case, &self.case.runbook.upgrade, &self.case.runbook.host);
        let Some(to) = &case.to_system else {
            let of = |node| self.server((node, case.upgrade, axes.target), (node, case.upgrade, axes.system));
            return case.nodes.iter().map(of).collect();
        };
        let levels = to.get(host.server).cloned().unwrap_or_else(|| case.host[host.server].inside_set());
        let hosted = levels.ones().map(|level| to.clone().with(host.server, [level], case.host));
        let hosted = hosted.filter(|facts| verdict_of(case.host, facts, self.strict) == Verdict::Supported);
        hosted.map(|facts| self.server((&facts, case.host, host.server), (to, case.host, host.system))).collect()
    }

    fn at(
        &self,
        state: Moment,
        steps: (Option<usize>, Option<usize>),
        servers: &IndexSet<Facts>,
        before: &IndexSet<Facts>,
    ) -> Management {
        let (case, axes) = (self.case, &self.case.runbook.manage);
        let all = case.manage[axes.workstation].inside();
        let workstations: Vec<Workstation> = all.filter_map(|system| self.workstation(system, servers)).collect();
        let mut left_behind: Vec<Tools> = Vec::new();
        for system in case.manage[axes.workstation].inside() {
            let did = self.tools(system, before).unwrap_or_default();
            for (tools, _) in did {
                let verdicts = servers.iter().map(|server| self.decide(system, Some(tools), server).verdict());
                let worst = verdicts.filter(|verdict| *verdict != Verdict::Supported).max();
                let new = worst.map(|verdict| self.named(tools, verdict, None));
                let used = workstations.iter().flat_map(|one| &one.tools);
                let known: Vec<&str> = used.chain(&left_behind).map(|own| own.level.as_str()).collect();
                let new = new.filter(|new| !known.contains(&new.level.as_str()));
                left_behind.extend(new);
            }
        }
        Management { state, from_step: steps.0, to_step: steps.1, workstations, left_behind }
    }

    fn workstation(&self, system: OnAxis, servers: &IndexSet<Facts>) -> Option<Workstation> {
        let tools = self.tools(system, servers)?;
        let (axis, follows) = (&self.case.manage[self.case.runbook.manage.tools], tools.is_empty());
        let value = self.cx.value(&self.case.manage[self.case.runbook.manage.workstation], system);
        let tools = tools.into_iter().map(|(tools, basis)| self.named(tools, Verdict::Supported, Some(basis)));
        Some(Workstation {
            system: value.id.clone(),
            matches: follows.then(|| axis.matches.as_ref().map(|own| self.cx.told(&own.text))).flatten(),
            tools: tools.collect(),
            name: self.cx.told(&value.name),
        })
    }

    fn named(&self, tools: OnAxis, verdict: Verdict, basis: Option<Basis>) -> Tools {
        let value = self.cx.value(&self.case.manage[self.case.runbook.manage.tools], tools);
        Tools { level: value.id.clone(), verdict, basis, name: self.cx.told(&value.name) }
    }

    /// The tools with which a workstation manages all of these servers; nothing if it does not.
    fn tools(&self, system: OnAxis, servers: &IndexSet<Facts>) -> Option<Vec<(OnAxis, Basis)>> {
        let decisions: Vec<Decision> = servers.iter().map(|server| self.decide(system, None, server)).collect();
        if decisions.is_empty() || decisions.iter().any(|decision| decision.verdict() != Verdict::Supported) {
            return None;
        }
        let axis = self.case.runbook.manage.tools;
        let of = |decision: &Decision| -> Vec<(OnAxis, Basis)> {
            let choices = decision.choices.iter();
            choices.filter_map(|one| Some((one.values.iter().find(|(own, _)| *own == axis)?.1, one.basis))).collect()
        };
        // Tools that follow from a level that was not said.
        if decisions.iter().all(|decision| decision.choices.is_empty()) {
            return Some(Vec::new());
        }
        let common = decisions.iter().map(of).reduce(|all, one| {
            let in_one = |(tools, basis): (OnAxis, Basis)| {
                one.iter().find(|(other, _)| *other == tools).map(|(_, other)| (tools, basis.max(*other)))
            };
            all.into_iter().filter_map(in_one).collect()
        });
        common.filter(|tools| !tools.is_empty())
    }

    fn decide(&self, system: OnAxis, tools: Option<OnAxis>, server: &Facts) -> Decision {
        let (table, axes) = (self.case.manage, &self.case.runbook.manage);
        let facts = server.clone().with(axes.workstation, [system], table).with(axes.tools, tools, table);
        decide(table, &facts, self.strict)
    }
}
