//! The plan of an upgrade as a checklist: it can be printed and ticked.

pub mod script;

use super::answer::{remedies, sources, sworn, tag};
use super::{Block, Detail, Item, Line, Marker, Style, headed, mark, short, titled, verdict};
use crate::locale::{Message, Messages};
use crate::model::Verdict;
use crate::view::Upgrade;
use crate::view::upgrade::{Management, Outage, Phase, Ready, Step, Weight};

pub fn blocks(plan: &Upgrade, detail: Detail, messages: &Messages) -> Vec<Block> {
    let done = plan.verdict == Verdict::Supported && plan.steps.is_empty();
    let word = if done { "upgrade-done".to_owned() } else { format!("upgrade-{}", plan.verdict) };
    let word = messages.say(&Message::new(word));
    if detail == Detail::Quiet {
        return vec![Block::Paragraph(verdict(plan.verdict, messages).into())];
    }
    let (sign, style) = mark(plan.verdict);
    let head = Line::new().styled(style, format!("{sign} {}", word.to_uppercase())).plain(format!("  {}", plan.title));
    let mut blocks = vec![Block::Heading(head)];
    blocks.extend(headed("upgrade-cluster", cluster(plan, messages), messages));
    let stands = plan.stands.iter().map(|text| Item::new(Marker::Bullet, text.as_str()));
    blocks.extend(titled("upgrade-half-way", stands, messages));
    let of = |weight: Weight| plan.readiness.iter().filter(move |one| one.weight == weight);
    let in_the_way = of(Weight::Blocks).chain(of(Weight::Undocumented)).map(|one| ready(one, Detail::Full, messages));
    blocks.extend(titled("answer-why", in_the_way, messages));
    let questions = plan.questions.iter().map(|question| {
        let item = Item::judged(Verdict::Undetermined, Line::new().strong(&question.text));
        let item = item.details(question.find_out.as_deref());
        item.details(question.open.iter().flat_map(|open| short::outcomes(open, messages)))
    });
    blocks.extend(titled("answer-ask-next", questions, messages));
    blocks.extend(remedies(&plan.remedies, messages));
    let instead = plan.alternatives.iter().map(|text| Item::new(Marker::Bullet, text.as_str()));
    blocks.extend(titled("answer-alternatives", instead, messages));
    // What the plan heeds by itself need not be read to follow it, nor anything behind what is in the way.
    let (full, planned) = (detail == Detail::Full, plan.verdict == Verdict::Supported && !done);
    let shown = |one: &&Ready| if planned { full || !one.heeded } else { full && one.table.is_some() };
    let cautions = of(Weight::Caution).filter(shown);
    blocks.extend(titled("upgrade-before", cautions.map(|one| ready(one, detail, messages)), messages));
    blocks.extend(titled("upgrade-steps", plan.steps.iter().map(|step| item(step, messages)), messages));
    let outages = plan.outages.iter().map(|outage| Item::new(Marker::Bullet, window(outage, messages)));
    blocks.extend(titled("upgrade-outages", outages, messages));
    let managing = plan.management.iter().map(|state| managing(state, messages));
    blocks.extend(titled("upgrade-managing", managing, messages));
    if detail == Detail::Full || plan.verdict != Verdict::Supported {
        blocks.extend(sources(&plan.sources, messages));
    }
    blocks
}

/// The nodes with what is on them.
fn cluster(plan: &Upgrade, messages: &Messages) -> Block {
    let rows = plan.nodes.iter().map(|node| {
        let server = node.server.iter().map(|name| {
            let server = plan.servers.iter().find(|server| server.name == *name && !server.online);
            let state =
                server.map(|server| server.odd_state.clone().unwrap_or_else(|| messages.text("upgrade-is-offline")));
            state.map_or_else(|| name.clone(), |state| format!("{name} ({state})"))
        });
        let holds: Vec<String> = server.chain(node.groups.clone()).chain(node.update.clone()).collect();
        let (level, system) = &node.named;
        vec![Line::new().code(&node.name), level.as_str().into(), system.as_str().into(), holds.join(", ").into()]
    });
    let rows: Vec<Vec<Line>> = rows.collect();
    let (level, system) = &plan.titles;
    let (node, holds) = (messages.text("upgrade-node"), messages.text("upgrade-holds"));
    let header = [node.as_str(), level, system, holds.as_str()].map(Line::from).to_vec();
    Block::Table { header, rows }
}

fn ready(one: &Ready, detail: Detail, messages: &Messages) -> Item {
    let marker = match one.weight {
        Weight::Blocks => Marker::Symbol("✗", Style::Unsupported),
        Weight::Undocumented => Marker::Symbol("–", Style::Unclear),
        Weight::Caution => Marker::Box,
    };
    let mut line = Line::new();
    if !one.nodes.is_empty() && one.table.is_some() {
        line = line.code(one.nodes.join(", ")).plain(": ");
    }
    let basis = match one.basis {
        Some(basis) => Some(sworn(basis, one.origin, messages)),
        None => one.sources.is_empty().then(|| messages.text("upgrade-no-source")),
    };
    let word = tag(&one.id, basis, &one.sources, None);
    let item = Item::new(marker, line.line(&Line::marked(&one.text)));
    if detail == Detail::Full { item.detail(word) } else { Item { line: item.line.plain("  ").line(&word), ..item } }
}

fn item(step: &Step, messages: &Messages) -> Item {
    let say = |id: &'static str, text: &str| messages.say(&Message::new(id).with("text", text));
    let mut line = Line::new().strong(format!("{}. {}", step.number, step.title));
    if let Some(node) = &step.node {
        line = line.plain("  ").dim(messages.say(&Message::new("upgrade-on").with("node", node)));
    }
    match step.outage {
        Some(Phase::Begins) => line = line.plain("  ").styled(Style::Caution, messages.text("upgrade-outage-begins")),
        Some(Phase::Ends) => line = line.plain("  ").styled(Style::Caution, messages.text("upgrade-outage-ends")),
        Some(Phase::Runs) | None => {}
    }
    let mut item = Item::new(Marker::Box, line);
    item = item.detail(Line::marked(&step.text));
    if !step.before.is_empty() {
        let changes = step.changes.as_deref().unwrap_or_default();
        item = item.detail(Line::new().code(changes).plain(format!(": {} → {}", step.before, step.after)));
    }
    if !step.online.is_empty() {
        item = item.detail(say("upgrade-online", &step.online.join(", ")));
    }
    // Where an outage ends, the line before says that the server is online again.
    let ended = step.server.as_ref().filter(|_| step.outage == Some(Phase::Ends));
    let offline: Vec<&str> = step.offline.iter().filter(|name| Some(*name) != ended).map(String::as_str).collect();
    if !offline.is_empty() {
        item = item.detail(say("upgrade-not-online", &offline.join(", ")));
    }
    if let Some(verify) = &step.verify {
        item = item.detail(Line::marked(&say("step-verify", verify)));
    }
    let back_out = step.back_out.as_ref().map(|text| say("upgrade-back-out", text));
    item = item.detail(Line::marked(&back_out.unwrap_or_else(|| messages.text("upgrade-no-back-out"))));
    item = item.detail(tag(&step.step, Some(sworn(step.basis, step.origin, messages)), &step.sources, None));
    if !step.command_sources.is_empty() {
        let word = sworn(step.basis, step.command_origin, messages);
        item = item.detail(tag(&messages.text("upgrade-command"), Some(word), &step.command_sources, None));
    }
    item.commands(&step.commands)
}

fn window(outage: &Outage, messages: &Messages) -> String {
    let message = match outage.first {
        Some(first) => Message::new("upgrade-window").number("first", first),
        None => Message::new("upgrade-window-runs"),
    };
    messages.say(&message.with("server", &outage.server).number("last", outage.last))
}

/// From where the servers are managed between two steps, and with which tools.
fn managing(state: &Management, messages: &Messages) -> Item {
    let name = messages.say(&Message::new(format!("upgrade-state-{}", state.state)));
    let steps = match (state.from_step, state.to_step) {
        (None, Some(to)) => messages.say(&Message::new("upgrade-until").number("to", to)),
        (Some(from), Some(to)) => messages.say(&Message::new("upgrade-between").number("from", from).number("to", to)),
        (Some(from), None) => messages.say(&Message::new("upgrade-since").number("from", from)),
        (None, None) => String::new(),
    };
    let mut item = Item::new(Marker::Bullet, Line::new().strong(name).plain(format!("  {steps}")));
    for workstation in &state.workstations {
        let tools = workstation.tools.iter().map(|tools| match tools.basis {
            Some(basis) => format!("{} ({})", tools.name, super::basis(basis, messages)),
            None => tools.name.clone(),
        });
        let tools: Vec<String> = workstation.matches.iter().cloned().chain(tools).collect();
        let with = messages.say(&Message::new("upgrade-with").with("tools", tools.join(", ")));
        item = item.detail(Line::from(workstation.name.as_str()).dim(format!("  {with}")));
    }
    if state.workstations.is_empty() {
        item = item.detail(messages.text("upgrade-no-workstation"));
    }
    for tools in &state.left_behind {
        let word = verdict(tools.verdict, messages);
        let message = Message::new("upgrade-left-behind").with("tools", &tools.name).with("verdict", word);
        item = item.detail(Line::new().styled(Style::Caution, "! ").plain(messages.say(&message)));
    }
    item
}
