//! The plan of an upgrade: how the cluster stands, what is in the way or has to be known, the steps, and who can manage what meanwhile.

mod management;
mod ready;
mod steps;

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

use super::answer::{self, Answer, Open};
use super::setup::Precondition;
use super::{Context, Edition, Remedy, Source};
use crate::advise::advise;
use crate::decide::Facts;
use crate::knowledge::{AxisId, Citation, SourceId, setup};
use crate::locale::{Joined as _, Message};
use crate::model::Verdict;
use crate::upgrade::case::{Case, Unsaid};
use crate::upgrade::readiness::{Readiness, TableSays};

pub use management::Management;
pub use ready::{Ready, Weight};
pub use steps::{Outage, Phase, Step};

const FORMAT: &str = "canmanage/upgrade/1";

/// What `upgrade` answers. What JSON leaves out is for people only.
#[derive(Clone, Debug, Serialize)]
pub struct Upgrade {
    pub format: &'static str,
    pub knowledge: Edition,
    /// `supported`: there is a plan. `unsupported`: something is in the way. Else no source speaks, or something was not said.
    pub verdict: Verdict,
    pub kind: Vec<String>,
    pub target: Vec<String>,
    pub to_system: Vec<String>,
    pub nodes: Vec<Node>,
    pub servers: Vec<Server>,
    /// How far the cluster is, if it is half-way or at the target.
    pub stands: Vec<String>,
    pub readiness: Vec<Ready>,
    pub remedies: Vec<Remedy>,
    /// Changes of the facts that would be supported: worked out, said by no source.
    pub alternatives: Vec<String>,
    pub questions: Vec<Question>,
    /// What a script looks for on a node before its first step.
    pub preconditions: Vec<Precondition>,
    pub steps: Vec<Step>,
    pub outages: Vec<Outage>,
    pub management: Vec<Management>,
    pub sources: Vec<Source>,
    /// What it is about, in a line.
    #[serde(skip)]
    pub title: String,
    /// What the axes of level and system are called.
    #[serde(skip)]
    pub titles: (String, String),
}

#[derive(Clone, Debug, Serialize)]
pub struct Node {
    pub name: String,
    pub level: Vec<String>,
    pub system: Vec<String>,
    pub server: Option<String>,
    pub groups: Vec<String>,
    pub update: Option<String>,
    pub status: Option<String>,
    /// The level in a word, and the display name of the system.
    #[serde(skip)]
    pub named: (String, String),
}

#[derive(Clone, Debug, Serialize)]
pub struct Server {
    pub name: String,
    pub node: Option<String>,
    pub level: Vec<String>,
    pub online: bool,
    pub machines: Vec<String>,
    /// What a listing says of a server that is neither online nor offline.
    #[serde(skip)]
    pub odd_state: Option<String>,
}

/// Something that was not said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    pub axis: Option<String>,
    pub text: String,
    pub find_out: Option<String>,
    /// What each answer would lead to, if it is about an axis.
    pub open: Option<Open>,
}

pub fn upgrade(cx: Context<'_>, case: &Case<'_>, readiness: &Readiness<'_>) -> Upgrade {
    let axes = &case.runbook.upgrade;
    let to_system = case.to_system.as_ref().map(|facts| cx.ids_of(case.host, case.runbook.host.system, facts));
    let axis_title = |axis: AxisId| cx.told(&case.upgrade[axis].title);
    let answers: Vec<(&TableSays<'_>, Answer)> = readiness
        .tables
        .iter()
        .map(|says| {
            let advice = advise(cx.knowledge, says.table, &says.decision);
            (says, answer::answer(cx, says.table, &says.decision, &advice))
        })
        .collect();
    let denied = answers.iter().filter(|(says, _)| says.decision.verdict() != Verdict::Supported);
    let denied = denied.map(|(_, answer)| answer);
    let lines: IndexSet<&String> = denied.clone().flat_map(|answer| &answer.lines).collect();
    let remedies = denied.flat_map(|answer| &answer.remedies).map(|remedy| (&remedy.id, remedy));
    let remedies: IndexMap<&String, &Remedy> = remedies.collect();
    let checked = readiness.checks.iter().filter_map(|found| ready::check_text(case, found.check));
    let checked = checked.flat_map(|text| &text.remedies).map(|remedy| cx.remedy(&cx.knowledge[*remedy]));
    let plan = steps::Planned::new(cx, case, readiness);
    let (steps, outages) = (plan.steps(), plan.outages());
    let mut told = Upgrade {
        format: FORMAT,
        knowledge: cx.edition(),
        verdict: readiness.verdict,
        kind: case
            .kinds
            .iter()
            .map(|kind| cx.value(&case.manage[case.runbook.manage.kind], *kind).id.clone())
            .collect(),
        target: cx.ids_of(case.upgrade, axes.target, &case.facts),
        to_system: to_system.unwrap_or_default(),
        nodes: nodes(cx, case),
        servers: servers(cx, case),
        stands: stands(cx, case, steps.first()),
        readiness: ready::ready(cx, case, readiness, &answers),
        remedies: remedies.into_values().cloned().chain(checked).collect(),
        alternatives: lines.into_iter().cloned().collect(),
        questions: questions(cx, case, readiness, &answers),
        preconditions: preconditions(cx, case),
        management: management::management(cx, case, &steps, readiness),
        sources: Vec::new(),
        title: title(cx, case),
        titles: (axis_title(axes.current), axis_title(axes.system)),
        steps,
        outages,
    };
    told.sources = cx.sources(&citations(cx, &told));
    told
}

/// What texts of the runbook call the target, the system as it is, and the other system.
fn aims(cx: Context<'_>, case: &Case<'_>) -> [(&'static str, String); 3] {
    let (upgrade, host) = (&case.runbook.upgrade, case.runbook.host.system);
    let system = case.to_system.as_ref().and_then(|facts| facts.get(host));
    [
        ("target", named(cx, case, &case.facts, upgrade.target)),
        ("current", named(cx, case, &case.facts, upgrade.system)),
        ("system", system.map(|set| cx.names(&case.host[host], set)).unwrap_or_default()),
    ]
}

/// Display names of what facts about the table of upgrades say of an axis; one name, if all more exact forms of a value are meant.
fn named(cx: Context<'_>, case: &Case<'_>, facts: &Facts, axis: AxisId) -> String {
    let (Some(set), axis) = (facts.get(axis), &case.upgrade[axis]) else { return String::new() };
    let vocabulary = &cx.knowledge[axis.vocabulary];
    let parent = set.ones().next().and_then(|value| vocabulary[axis[value]].refines);
    let whole = parent.filter(|parent| axis.positions(*parent, vocabulary) == set.ones().collect::<Vec<_>>());
    match whole {
        Some(parent) if set.count() > 1 => cx.told(&vocabulary[parent].name),
        _ => cx.names(axis, set),
    }
}

fn title(cx: Context<'_>, case: &Case<'_>) -> String {
    let level = named(cx, case, &case.facts, case.runbook.upgrade.current);
    let listed = |parts: [String; 2]| parts.into_iter().filter(|part| !part.is_empty()).joined(", ");
    let [(_, target), (_, current), (_, system)] = aims(cx, case);
    let (from, to) = match &case.to_system {
        Some(_) => (listed([level, current]), listed([target, system])),
        None => (level, target),
    };
    let kinds = &case.manage[case.runbook.manage.kind];
    let kinds = case.kinds.iter().map(|kind| &cx.value(kinds, *kind).short).joined("/");
    let way =
        if from.is_empty() && to.is_empty() { String::new() } else { format!("{from} → {to}").trim().to_owned() };
    [way, kinds].into_iter().filter(|part| !part.is_empty()).joined(" · ")
}

fn nodes(cx: Context<'_>, case: &Case<'_>) -> Vec<Node> {
    let axes = &case.runbook.upgrade;
    let shorts = |facts: &Facts, axis: AxisId| {
        facts.get(axis).map(|set| cx.shorts(&case.upgrade[axis], set)).unwrap_or_default()
    };
    let described = case.said.iter().zip(&case.nodes).enumerate();
    let node = described.map(|(at, (said, facts))| Node {
        name: said.name.clone(),
        level: cx.ids_of(case.upgrade, axes.current, facts),
        system: cx.ids_of(case.upgrade, axes.system, facts),
        server: case.cluster.servers.iter().find(|server| server.node == at).map(|server| server.name.clone()),
        groups: case
            .cluster
            .groups
            .iter()
            .filter(|group| group.node == Some(at))
            .map(|group| group.name.clone())
            .collect(),
        update: said.update.clone(),
        status: said.status.clone(),
        named: (shorts(facts, axes.current), named(cx, case, facts, axes.system)),
    });
    node.collect()
}

fn servers(cx: Context<'_>, case: &Case<'_>) -> Vec<Server> {
    let axis = case.runbook.upgrade.current;
    let name = |node: usize| case.cluster.nodes.get(node).map(|node| node.name.clone());
    let servers = case.cluster.servers.iter().zip(&case.servers).enumerate();
    let servers = servers.map(|(at, (server, facts))| Server {
        name: server.name.clone(),
        node: name(server.node),
        level: cx.ids_of(case.upgrade, axis, facts),
        online: server.online,
        machines: server.machines.iter().filter_map(name).collect(),
        odd_state: case.odd_state(at).map(str::to_owned),
    });
    servers.collect()
}

/// What the set-up looks for on the systems of the nodes.
fn preconditions(cx: Context<'_>, case: &Case<'_>) -> Vec<Precondition> {
    let Some(setup) = cx.knowledge.setup().filter(|setup| setup.table == case.manage.id) else { return Vec::new() };
    let (from, to) = ((case.upgrade, case.runbook.upgrade.system), (case.manage, setup.workstation));
    let systems = case.nodes.iter().map(|node| case.carried(node, from, to, Facts::none(case.manage)));
    let systems: IndexSet<Facts> = systems.collect();
    let holds = |precondition: &&setup::Precondition| {
        let mut found = false;
        for cells in systems.iter().map(|system| system.cells(case.manage)) {
            case.manage.grid.each(&cells, &mut |cell| found |= precondition.region.holds(&case.manage.values(cell)));
        }
        found
    };
    setup.preconditions.iter().filter(holds).map(|one| Precondition::new(cx, one)).collect()
}

/// How far a cluster is that is not at its beginning.
fn stands(cx: Context<'_>, case: &Case<'_>, next: Option<&Step>) -> Vec<String> {
    let cluster = &case.cluster;
    let nodes = cluster.nodes.iter().filter(|node| node.upgraded).count();
    let servers = cluster.servers.iter().filter(|server| server.upgraded).count();
    let offline = cluster.servers.iter().enumerate();
    let offline = offline.filter(|(at, server)| !server.online && case.odd_state(*at).is_none());
    let offline = offline.map(|(_, server)| {
        let node = cluster.nodes.get(server.node).map_or("", |node| node.name.as_str());
        cx.say(&Message::new("upgrade-offline").with("server", &server.name).with("node", node))
    });
    let mut told = Vec::new();
    if nodes + servers > 0 {
        let message = Message::new("upgrade-stands").number("nodes", nodes).number("servers", servers);
        let message = message.number("all-nodes", cluster.nodes.len()).number("all-servers", cluster.servers.len());
        told.push(cx.say(&message.with("target", named(cx, case, &case.facts, case.runbook.upgrade.target))));
    }
    told.extend(offline);
    if let Some(next) = next.filter(|_| !told.is_empty()) {
        told.push(cx.say(&Message::new("upgrade-next").with("title", &next.title)));
    }
    told
}

fn questions(
    cx: Context<'_>,
    case: &Case<'_>,
    readiness: &Readiness<'_>,
    answers: &[(&TableSays<'_>, Answer)],
) -> Vec<Question> {
    // The steps of a migration do not wait for the level, but it counts.
    let open = readiness.tables.iter().any(|says| says.decision.verdict() == Verdict::Undetermined);
    if readiness.verdict != Verdict::Undetermined && !(readiness.verdict == Verdict::Supported && open) {
        return Vec::new();
    }
    let asked = case.asked.iter().filter(|_| readiness.verdict == Verdict::Undetermined).map(|asked| {
        let message = match asked {
            Unsaid::Target => Message::new("upgrade-ask-target"),
            Unsaid::Nodes => Message::new("upgrade-ask-nodes"),
            Unsaid::Servers => Message::new("upgrade-ask-servers"),
            Unsaid::NodeOf(server) => Message::new("upgrade-ask-node-of").with("server", server),
            Unsaid::ServerOf(node) => Message::new("upgrade-ask-server-of").with("node", node),
        };
        Question { axis: None, text: cx.say(&message), find_out: None, open: None }
    });
    let mut questions: Vec<Question> = asked.collect();
    let asking = answers.iter().filter_map(|(says, answer)| Some((says, answer, answer.next_question.as_ref()?)));
    for (says, answer, next) in asking {
        let (axis, find_out) = (Some(next.axis.clone()), next.find_out.clone());
        let open = answer.open.iter().find(|open| open.axis == next.axis).cloned();
        let (upgrade, host) = (&case.runbook.upgrade, &case.runbook.host);
        let options = if std::ptr::eq(says.table, case.host) {
            [(host.server, "to"), (host.system, "on")].to_vec()
        } else {
            vec![(upgrade.current, "from"), (upgrade.target, "to"), (upgrade.system, "on")]
        };
        let option = options.into_iter().find(|(axis, _)| says.table[*axis].id == next.axis);
        let option = option.map(|(_, option)| format!(" (--{option})")).unwrap_or_default();
        let question = Question { axis, text: next.text.clone() + &option, find_out, open };
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    questions
}

/// Every document that is named, with all its places that are cited for an upgrade.
fn citations(cx: Context<'_>, told: &Upgrade) -> Vec<Citation> {
    let shown = |one: &&Ready| told.verdict == Verdict::Supported || one.weight != Weight::Caution;
    let ready = told.readiness.iter().filter(shown).flat_map(|one| &one.sources);
    let steps = told.steps.iter().flat_map(|step| step.sources.iter().chain(&step.command_sources));
    let remedies = told.remedies.iter().flat_map(|remedy| &remedy.sources);
    let cited = ready.chain(steps).chain(remedies).filter_map(|id| {
        let (source, _) = SourceId::of(&cx.knowledge.sources).find(|(_, source)| source.id == *id)?;
        Some(Citation { source, place: None })
    });
    cited.collect()
}
