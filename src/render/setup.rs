//! A plan for a workstation, for people and for machines: a checklist, or a refusal that helps.

use crate::advise::NeededStep;
use crate::advise::setup::{Conflict, Plan, Station};
use crate::decide::{Conclusion, Decision, Facts};
use crate::knowledge::ids::{AxisId, OnAxis, RuleId};
use crate::knowledge::setup::{Setup, Step};
use crate::knowledge::table::Table;
use crate::knowledge::{Citation, Knowledge};
use crate::locale::Message;
use crate::model::terms::{Effect, Verdict};
use crate::print::answer::{self, step_item, tag};
use crate::print::{self, Block, Item, Line, Marker, Style, mark};
use crate::render::json::{AskedV1, ConflictV1, SetupV1, StationV1, UnservedV1};
use crate::view::answer::reasons;
use crate::view::{Context, Pairs};

/// Everything a set-up is made of.
#[derive(Clone, Copy)]
pub struct SetupAnswer<'a> {
    /// Where it comes from.
    pub knowledge: &'a Knowledge,
    /// What can be needed, and how it is had.
    pub setup: &'a Setup,
    /// The table of the supported answers.
    pub table: &'a Table,
    /// The system that was asked for, by position on its axis.
    pub system: OnAxis,
    /// The servers.
    pub servers: &'a [Facts],
    /// What can be done.
    pub plan: &'a Plan,
    /// Whether only what is stated counted.
    pub strict: bool,
}

impl<'a> SetupAnswer<'a> {
    /// The steps of a station.
    pub(super) fn steps(&self, station: &'a Station) -> Vec<(&'a NeededStep, &'a Step)> {
        let find = |needed: &'a NeededStep| Some((needed, self.setup.steps.get(needed.step)?));
        station.needed.steps.iter().filter_map(find).collect()
    }

    /// A system or level by its position.
    pub(super) fn value(&self, axis: AxisId, value: OnAxis, cx: Context<'a>) -> &'a crate::knowledge::Value {
        cx.value(&self.table[axis], value)
    }

    fn name(&self, axis: AxisId, value: OnAxis, cx: Context<'a>) -> &'a str {
        cx.text(&self.value(axis, value, cx).name)
    }

    fn server(&self, server: usize, cx: Context<'_>) -> String {
        let facts = self.servers.get(server);
        facts.map(|facts| cx.arguments(self.table, facts).join(" ")).unwrap_or_default()
    }

    /// The stations that are proposed.
    fn stations(&self) -> &'a [Station] {
        match self.plan {
            Plan::Ready(station) => std::slice::from_ref(station),
            Plan::Open(_) => &[],
            Plan::Refused { split, .. } => split,
        }
    }

    fn citations(&self) -> Vec<Citation> {
        let mut citations = Vec::new();
        if let Plan::Refused { unserved, conflicts, .. } = self.plan {
            let rules = unserved.iter().flat_map(|(_, decision)| rules(decision)).map(|rule| &self.table[rule]);
            citations.extend(rules.flat_map(|rule| &rule.sources));
            let excluded = conflicts.iter().filter_map(|conflict| self.setup.exclusions.get(conflict.exclusion?));
            citations.extend(excluded.flat_map(|exclusion| &exclusion.sources));
        }
        let steps = self.stations().iter().flat_map(|station| self.steps(station));
        citations.extend(steps.flat_map(|(_, step)| &step.sources));
        citations
    }
}

fn rules(decision: &Decision) -> Vec<RuleId> {
    match &decision.conclusion {
        Conclusion::Unsupported { forbids, .. } => forbids.iter().map(|said| said.id).collect(),
        _ => Vec::new(),
    }
}

/// The plan as a document.
pub fn document(answer: &SetupAnswer<'_>, cx: Context<'_>) -> Vec<Block> {
    let mut blocks = match answer.plan {
        Plan::Ready(station) => ready(answer, station, cx),
        Plan::Open(questions) => open(answer, questions, cx),
        Plan::Refused { unserved, conflicts, split, hopeless } => {
            refused(answer, unserved, conflicts, split, hopeless, cx)
        }
    };
    if let Some(Block::Paragraph(title)) = blocks.first_mut().filter(|_| answer.strict) {
        *title = std::mem::take(title).plain(format!(" · {}", cx.word("answer-strict")));
    }
    blocks.extend(answer::sources(&cx.sources(&answer.citations()), cx.messages));
    blocks
}

fn ready(answer: &SetupAnswer<'_>, station: &Station, cx: Context<'_>) -> Vec<Block> {
    let (sign, style) = mark(Verdict::Supported);
    let title = Line::new().styled(style, format!("{sign} {}", cx.word("setup-ready")));
    let mut blocks = vec![Block::Paragraph(title.plain(format!(" · {}", print::basis(station.basis, cx.messages))))];
    blocks.push(Block::Pairs(summary(answer, station, cx)));
    blocks.push(Block::Heading(cx.word("setup-steps").into()));
    let steps = answer.steps(station);
    let items = cx.steps(&station.needed.steps);
    blocks.push(Block::Items(items.iter().map(|step| step_item(step, Marker::Number, cx.messages)).collect()));
    blocks.extend(missing(answer, station, cx));
    blocks.extend(parameters(answer, &steps, cx));
    blocks
}

/// The workstation, the level chosen for it, and the servers.
fn summary(answer: &SetupAnswer<'_>, station: &Station, cx: Context<'_>) -> Vec<(Line, Line)> {
    let axis = |axis: AxisId| cx.text(&answer.table[axis].title);
    let mut pairs = vec![
        (axis(answer.setup.workstation).into(), answer.name(answer.setup.workstation, station.system, cx).into()),
        (axis(answer.setup.level).into(), answer.name(answer.setup.level, station.level, cx).into()),
    ];
    for server in &station.serves {
        let label = cx.say(&Message::new("setup-server").number("number", server + 1));
        pairs.push((label.into(), answer.server(*server, cx).into()));
    }
    pairs
}

/// What the station needs and no step gives: said, never passed over.
fn missing(answer: &SetupAnswer<'_>, station: &Station, cx: Context<'_>) -> Vec<Block> {
    let named = station.needed.without_step.iter().filter_map(|at| answer.setup.capabilities.get(*at));
    let items: Vec<Item> =
        named.map(|capability| Item::new(Marker::Symbol("!", Style::Caution), cx.text(&capability.title))).collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::Heading(cx.word("setup-missing").into()), Block::Items(items)]
    }
}

fn parameters(answer: &SetupAnswer<'_>, steps: &[(&NeededStep, &Step)], cx: Context<'_>) -> Vec<Block> {
    let used = |id: &str| {
        steps.iter().any(|(_, step)| step.commands.iter().any(|command| command.contains(&format!("<{id}>"))))
    };
    let pairs = answer
        .setup
        .parameters
        .iter()
        .filter(|parameter| used(&parameter.id))
        .map(|parameter| (Line::new().code(format!("<{}>", parameter.id)), Line::from(cx.text(&parameter.title))));
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() {
        Vec::new()
    } else {
        vec![Block::Heading(cx.word("setup-fill-in").into()), Block::Pairs(pairs)]
    }
}

fn open(answer: &SetupAnswer<'_>, questions: &[(usize, AxisId)], cx: Context<'_>) -> Vec<Block> {
    let (sign, style) = mark(Verdict::Undetermined);
    let items = questions.iter().map(|(server, axis)| {
        let axis = &answer.table[*axis];
        let asked = Message::new("setup-ask").number("number", server + 1).with("server", answer.server(*server, cx));
        let item = Item::new(Marker::Symbol(sign, style), Line::new().strong(cx.text(&axis.question)));
        item.detail(cx.say(&asked)).detail(Line::new().dim(format!("{}=…", axis.id)))
    });
    let title = Line::new().styled(style, format!("{sign} {}", cx.word("setup-open")));
    vec![Block::Paragraph(title), Block::Heading(cx.word("answer-ask-next").into()), Block::Items(items.collect())]
}

fn refused(
    answer: &SetupAnswer<'_>,
    unserved: &[(usize, Decision)],
    conflicts: &[Conflict],
    split: &[Station],
    hopeless: &[usize],
    cx: Context<'_>,
) -> Vec<Block> {
    let undocumented = answer.plan.is_undocumented();
    let (sign, style) = mark(if undocumented { Verdict::Undocumented } else { Verdict::Unsupported });
    let title = if undocumented { "setup-undocumented" } else { "setup-refused" };
    let mut blocks = vec![Block::Paragraph(Line::new().styled(style, format!("{sign} {}", cx.word(title))))];
    let system = answer.name(answer.setup.workstation, answer.system, cx);
    let servers = (0..answer.servers.len()).map(|server| {
        let label = cx.say(&Message::new("setup-server").number("number", server + 1));
        (Line::from(label), Line::from(answer.server(server, cx)))
    });
    let workstation = cx.text(&answer.table[answer.setup.workstation].title);
    blocks.push(Block::Pairs(std::iter::once((workstation.into(), system.into())).chain(servers).collect()));
    blocks.push(Block::Heading(cx.word("answer-why").into()));
    let mut items: Vec<Item> =
        unserved.iter().map(|(server, decision)| refusal(answer, *server, decision, cx)).collect();
    items.extend(conflicts.iter().map(|conflict| clash(answer, conflict, cx)));
    blocks.push(Block::Items(items));
    blocks.extend(proposal(answer, split, hopeless, cx));
    blocks
}

/// Why a server cannot be served from the system: each reason on a line.
fn refusal(answer: &SetupAnswer<'_>, server: usize, decision: &Decision, cx: Context<'_>) -> Item {
    let verdict = decision.verdict();
    let (sign, style) = mark(verdict);
    let said = if verdict == Verdict::Undocumented { "setup-unsaid" } else { "setup-unserved" };
    let headline =
        Message::new(said).number("number", server + 1).with("verdict", print::verdict(verdict, cx.messages));
    let mut item = Item::new(Marker::Symbol(sign, style), cx.say(&headline));
    for reason in reasons(cx, answer.table, decision) {
        item = item.detail(reason.because.as_str());
        let basis = reason.basis.map(|basis| cx.say(&Message::new(format!("basis-{basis}"))));
        let discounted = verdict == Verdict::Undocumented && reason.effect != Effect::Silent;
        let remark = discounted.then(|| cx.word("answer-discounted"));
        let parts = [Some(reason.rule), basis, Some(reason.sources.join(", ")), remark];
        item = item.detail(Line::new().dim(parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
    }
    item
}

fn clash(answer: &SetupAnswer<'_>, conflict: &Conflict, cx: Context<'_>) -> Item {
    let (sign, style) = mark(Verdict::Unsupported);
    let (one, other) = (conflict.pair.0 + 1, conflict.pair.1 + 1);
    let headline = cx.say(&Message::new("setup-conflict").number("one", one).number("other", other));
    let item = Item::new(Marker::Symbol(sign, style), headline);
    match conflict.exclusion.and_then(|at| answer.setup.exclusions.get(at)) {
        Some(exclusion) => {
            let basis = print::basis(exclusion.basis, cx.messages);
            item.detail(cx.text(&exclusion.because)).detail(tag(
                &exclusion.id,
                Some(basis),
                &cx.source_ids(&exclusion.sources),
                &[],
            ))
        }
        None => item.detail(cx.word("setup-no-station")),
    }
}

/// The fewest workstations that serve what can be served, and what cannot be served at all.
fn proposal(answer: &SetupAnswer<'_>, split: &[Station], hopeless: &[usize], cx: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !split.is_empty() {
        let heading = Message::new("setup-split").number("stations", split.len());
        blocks.push(Block::Heading(cx.say(&heading).into()));
        let items = split.iter().map(|station| {
            let numbers = station.serves.iter().map(|server| (server + 1).to_string()).collect::<Vec<_>>().join(", ");
            let line = Message::new("setup-station")
                .with("system", answer.name(answer.setup.workstation, station.system, cx))
                .with("level", answer.name(answer.setup.level, station.level, cx))
                .with("servers", numbers);
            let steps = answer.steps(station).into_iter().map(|(_, step)| cx.text(&step.title));
            let steps = steps.collect::<Vec<_>>().join("; ");
            let derived = [
                cx.word("alternative-derived"),
                cx.say(&Message::new("alternative-reaches").with("basis", print::basis(station.basis, cx.messages))),
            ];
            Item::new(Marker::Number, cx.say(&line)).detail(steps).detail(Line::new().dim(derived.join(" · ")))
        });
        blocks.push(Block::Items(items.collect()));
        blocks.push(Block::Paragraph(cx.word("setup-remote").into()));
    }
    for server in hopeless {
        let none = Message::new("setup-hopeless").number("number", server + 1);
        blocks.push(Block::Paragraph(cx.say(&none).into()));
    }
    blocks
}

/// `canmanage/setup/1`
pub fn json(answer: &SetupAnswer<'_>, cx: Context<'_>) -> SetupV1 {
    let servers = answer.servers.iter().map(|facts| {
        let known = AxisId::of(&answer.table.axes);
        Pairs(known.filter_map(|(index, axis)| Some((axis.id.clone(), cx.ids(axis, facts.get(index)?)))).collect())
    });
    let mut told = SetupV1 {
        format: "canmanage/setup/1",
        knowledge: cx.edition(),
        workstation: id(answer, answer.setup.workstation, answer.system, cx),
        result: "ready",
        servers: servers.collect(),
        station: None,
        questions: Vec::new(),
        unserved: Vec::new(),
        conflicts: Vec::new(),
        split: Vec::new(),
        hopeless: Vec::new(),
        sources: cx.sources(&answer.citations()),
    };
    match answer.plan {
        Plan::Ready(station) => told.station = Some(station_json(answer, station, cx)),
        Plan::Open(questions) => {
            told.result = "open";
            let asked = questions.iter().map(|(server, axis)| {
                let axis = &answer.table[*axis];
                let text = cx.text(&axis.question).to_owned();
                AskedV1 { server: server + 1, axis: axis.id.clone(), text }
            });
            told.questions = asked.collect();
        }
        Plan::Refused { unserved, conflicts, split, hopeless } => {
            told.result = "refused";
            told.unserved = unserved
                .iter()
                .map(|(server, decision)| UnservedV1 {
                    server: server + 1,
                    verdict: decision.verdict().to_string(),
                    reasons: reasons(cx, answer.table, decision),
                })
                .collect();
            told.conflicts = conflicts.iter().map(|conflict| conflict_json(answer, conflict, cx)).collect();
            told.split = split.iter().map(|station| station_json(answer, station, cx)).collect();
            told.hopeless = hopeless.iter().map(|server| server + 1).collect();
        }
    }
    told
}

fn id(answer: &SetupAnswer<'_>, axis: AxisId, value: OnAxis, cx: Context<'_>) -> String {
    answer.value(axis, value, cx).id.clone()
}

fn station_json(answer: &SetupAnswer<'_>, station: &Station, cx: Context<'_>) -> StationV1 {
    let missing = station.needed.without_step.iter().filter_map(|at| answer.setup.capabilities.get(*at));
    StationV1 {
        workstation: id(answer, answer.setup.workstation, station.system, cx),
        level: id(answer, answer.setup.level, station.level, cx),
        serves: station.serves.iter().map(|server| server + 1).collect(),
        basis: station.basis.to_string(),
        steps: cx.steps(&station.needed.steps),
        missing: missing.map(|capability| capability.id.clone()).collect(),
    }
}

fn conflict_json(answer: &SetupAnswer<'_>, conflict: &Conflict, cx: Context<'_>) -> ConflictV1 {
    let exclusion = conflict.exclusion.and_then(|at| answer.setup.exclusions.get(at));
    ConflictV1 {
        servers: [conflict.pair.0 + 1, conflict.pair.1 + 1],
        exclusion: exclusion.map(|exclusion| exclusion.id.clone()),
        because: exclusion.map(|exclusion| cx.text(&exclusion.because).to_owned()),
        basis: exclusion.map(|exclusion| exclusion.basis.to_string()),
        sources: exclusion.map(|exclusion| cx.source_ids(&exclusion.sources)).unwrap_or_default(),
    }
}
