//! What is in the way of an upgrade, or has to be known: what the tables say of the nodes, and what the cluster itself shows.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{aims, steps};
use crate::knowledge::runbook::CheckText;
use crate::locale::Joined as _;
use crate::model::runbook::Check;
use crate::model::{Basis, Effect, Origin};
use crate::upgrade::case::Case;
use crate::upgrade::readiness::{CheckFound, Readiness, TableSays};
use crate::view::Context;
use crate::view::answer::{self, Answer, Reason, ReasonRole};

/// How much something counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    Blocks,
    Undocumented,
    Caution,
}

/// Something that is in the way or has to be known.
#[derive(Clone, Debug, Serialize)]
pub struct Ready {
    /// The id of a rule, caution, silent entry or check.
    pub id: String,
    /// None: it is a check of the cluster, of no table.
    pub table: Option<String>,
    pub weight: Weight,
    /// Whether the plan heeds it by itself.
    pub heeded: bool,
    /// The nodes that it is about; none: all of them.
    pub nodes: Vec<String>,
    pub text: String,
    /// None: no source says so.
    pub basis: Option<Basis>,
    pub origin: Option<Origin>,
    pub sources: Vec<String>,
}

/// What the tables and the checks say: what blocks first, each once.
pub(super) fn ready(
    cx: Context<'_>,
    case: &Case<'_>,
    readiness: &Readiness<'_>,
    answers: &[(&TableSays<'_>, Answer)],
) -> Vec<Ready> {
    let mut found: Vec<Ready> = readiness.checks.iter().filter_map(|found| checked(cx, case, found)).collect();
    let several = case.runbook.several.iter().filter(|_| case.has_one_passive_node());
    let heeded: Vec<&String> = case.runbook.heeded.iter().chain(several).collect();
    for (says, answer) in answers {
        let nodes = says.nodes.iter().filter_map(|node| case.said.get(*node)).map(|node| node.name.clone());
        let nodes: Vec<String> = nodes.collect();
        let ready = |id: &str,
                     weight: Weight,
                     text: &str,
                     (basis, origin): (Option<Basis>, Option<Origin>),
                     sources: &[String]| Ready {
            id: id.to_owned(),
            table: answer.table.clone(),
            weight,
            heeded: heeded.iter().any(|heeded| *heeded == id),
            nodes: nodes.clone(),
            text: text.to_owned(),
            basis,
            origin,
            sources: sources.to_vec(),
        };
        let never = says.never.iter().flat_map(|decision| answer::reasons(cx, says.table, decision));
        let never: Vec<Reason> = never.collect();
        let decides =
            answer.reasons.iter().filter(|one| one.role == ReasonRole::Decides && one.effect != Effect::Permit);
        let reasons = decides.chain(&never).map(|one| {
            let weight = match one.effect {
                Effect::Silent => Weight::Undocumented,
                Effect::Forbid if one.when.is_empty() && never.is_empty() => Weight::Blocks,
                Effect::Forbid | Effect::Permit | Effect::Caution => Weight::Caution,
            };
            ready(&one.rule, weight, &one.because, (one.basis, one.origin), &one.sources)
        });
        let cautions = answer
            .cautions
            .iter()
            .map(|one| ready(&one.id, Weight::Caution, &one.text, (Some(one.basis), one.origin), &one.sources));
        for one in reasons.chain(cautions) {
            match found.iter_mut().find(|own| (&own.table, &own.id) == (&one.table, &one.id)) {
                Some(own) => own.nodes.extend(one.nodes),
                None => found.push(one),
            }
        }
    }
    for one in &mut found {
        one.nodes.sort_by_key(|name| case.said.iter().position(|node| node.name == *name));
        one.nodes.dedup();
    }
    // Nobody need be named where it concerns every node that the table was asked about.
    for one in &mut found {
        let asked = answers.iter().filter(|(_, answer)| answer.table == one.table).flat_map(|(says, _)| &says.nodes);
        let all = if one.table.is_some() { asked.collect::<BTreeSet<_>>().len() } else { case.said.len() };
        if one.nodes.len() == all {
            one.nodes.clear();
        }
    }
    found.sort_by_key(|one| one.weight);
    found
}

pub(super) fn check_text<'c>(case: &'c Case<'_>, check: Check) -> Option<&'c CheckText> {
    case.runbook.checks.iter().find(|text| text.check == check)
}

/// What a check has found, in the words of the runbook.
fn checked(cx: Context<'_>, case: &Case<'_>, found: &CheckFound) -> Option<Ready> {
    let text = check_text(case, found.check)?;
    let cluster = &case.cluster;
    let node = |at: usize| cluster.nodes.get(at).map(|node| node.name.clone());
    let groups =
        found.groups.iter().filter_map(|at| cluster.groups.get(*at)).map(|group| match group.node.and_then(node) {
            Some(node) => format!("{} ({node})", group.name),
            None => group.name.clone(),
        });
    let updates = case.said.iter().map(|node| format!("{}: {}", node.name, node.update.as_deref().unwrap_or("-")));
    let nodes: Vec<String> = found.nodes.iter().filter_map(|at| node(*at)).collect();
    let servers = found.servers.iter().filter_map(|at| {
        let name = &cluster.servers.get(*at)?.name;
        let state = case.odd_state(*at).filter(|_| found.check == Check::ServerState);
        Some(state.map_or_else(|| name.clone(), |state| format!("{name} ({state})")))
    });
    let own = [
        ("nodes", nodes.join(", ")),
        ("servers", servers.joined(", ")),
        ("groups", groups.joined(", ")),
        ("updates", updates.joined(", ")),
    ];
    let values: Vec<(&str, String)> = own.into_iter().chain(aims(cx, case)).collect();
    Some(Ready {
        id: found.check.to_string(),
        table: None,
        weight: match found.check {
            Check::NoWay => Weight::Undocumented,
            check if check.blocks() => Weight::Blocks,
            _ => Weight::Caution,
        },
        heeded: false,
        nodes,
        text: steps::filled(cx.text(&text.text), &values),
        basis: text.basis,
        origin: cx.origin(&text.sources),
        sources: cx.source_ids(&text.sources),
    })
}
