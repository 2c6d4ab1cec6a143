//! Set-up: what a workstation needs for the servers that were named, or why it cannot be and what would do instead.

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

use super::answer::{Caution, NamedFact, NextQuestion, Reason, caution, named, question, reasons};
use super::{Context, Edition, Remedy, SetupStep, Source};
use crate::advise::setup::{Conflict as Clash, Plan, Served, Station as Planned};
use crate::decide::{Conclusion, Decision, Facts};
use crate::knowledge::{Citation, OnAxis, RemedyId, StatementId, Table, setup as known};
use crate::model::{Basis, Origin, Verdict};

/// What `setup` answers. Servers are numbered from 1, as they were given. What JSON leaves out is for people only.
#[derive(Clone, Debug, Serialize)]
pub struct Setup {
    pub format: &'static str,
    pub knowledge: Edition,
    pub workstation: String,
    pub result: SetupResult,
    pub servers: Vec<Server>,
    /// The workstation that was asked for; none where it is refused.
    pub station: Option<Station>,
    /// What has to be said first, where the result is `open`.
    pub questions: Vec<ServerQuestion>,
    pub unserved: Vec<Unserved>,
    pub conflicts: Vec<Conflict>,
    pub remedies: Vec<Remedy>,
    /// The fewest workstations that serve every server that can be served.
    pub split: Vec<Station>,
    pub hopeless: Vec<usize>,
    pub sources: Vec<Source>,
    pub replay: String,
    #[serde(skip)]
    pub verdict: Verdict,
    #[serde(skip)]
    pub strict: bool,
    #[serde(skip)]
    pub named: Vec<NamedFact>,
    /// What is managed, in a word.
    #[serde(skip)]
    pub target: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetupResult {
    Ready,
    Open,
    Refused,
}

#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct Server {
    pub facts: IndexMap<String, Vec<String>>,
    #[serde(skip)]
    pub named: Vec<NamedFact>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Station {
    pub workstation: String,
    /// What set-up chose, if there is anything to choose.
    pub level: Option<String>,
    pub serves: Vec<usize>,
    /// The basis of the weakest answer.
    pub basis: Basis,
    /// The basis of the weakest answer or step; none: a step is unconfirmed.
    pub weakest: Option<Basis>,
    pub steps: Vec<SetupStep>,
    pub missing: Vec<String>,
    pub cautions: Vec<Heeded>,
    /// What is to be filled in where a command has `<id>`.
    pub parameters: Vec<Parameter>,
    pub preconditions: Vec<Precondition>,
    pub programs: Vec<Program>,
    #[serde(skip)]
    pub named: Vec<NamedFact>,
    #[serde(skip)]
    pub lacks: Vec<String>,
}

/// A caution, and the servers to which it applies.
#[derive(Clone, Debug, Serialize)]
pub struct Heeded {
    pub servers: Vec<usize>,
    #[serde(flatten)]
    pub caution: Caution,
}

#[derive(Clone, Debug, Serialize)]
pub struct Parameter {
    pub id: String,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct Precondition {
    pub id: String,
    /// Ends with 0 where it holds.
    pub command: String,
    pub text: String,
    pub basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    pub sources: Vec<String>,
}

impl Precondition {
    pub(super) fn new(cx: Context<'_>, precondition: &known::Precondition) -> Self {
        Self {
            id: precondition.id.clone(),
            command: precondition.command.clone(),
            text: cx.text(&precondition.text).to_owned(),
            basis: precondition.basis,
            origin: cx.origin(&precondition.sources),
            sources: cx.source_ids(&precondition.sources),
        }
    }
}

#[derive(Clone, Debug, Serialize)]
pub struct Program {
    pub id: String,
    pub runs: String,
    pub returns: Vec<Return>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Return {
    pub code: u32,
    /// Whether what was wanted is there.
    pub done: bool,
    pub text: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct ServerQuestion {
    pub server: usize,
    #[serde(flatten)]
    pub question: NextQuestion,
}

/// A server that the workstation cannot serve, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Unserved {
    pub server: usize,
    pub verdict: Verdict,
    pub reasons: Vec<Reason>,
}

/// Two servers that no workstation serves together.
#[derive(Clone, Debug, Serialize)]
pub struct Conflict {
    pub servers: [usize; 2],
    pub exclusion: Option<String>,
    pub because: Option<String>,
    pub basis: Option<Basis>,
    pub sources: Vec<String>,
}

impl Parameter {
    pub fn placeholder(&self) -> String {
        format!("<{}>", self.id)
    }
}

impl Program {
    pub fn is_run_by(&self, command: &str) -> bool {
        command.split_whitespace().next().is_some_and(|first| first.eq_ignore_ascii_case(&self.runs))
    }
}

pub fn setup(
    cx: Context<'_>,
    setup: &known::Setup,
    table: &Table,
    system: OnAxis,
    servers: &[Facts],
    plan: &Plan,
) -> Setup {
    let desk = Teller { cx, setup, table };
    let from = Facts::none(table).with(setup.workstation, [system], table);
    let from = cx.short_arguments(table, &from).into_iter();
    let from = from.filter_map(|fact| Some(fact.split_once('=')?.1.to_owned())).map(|system| ("--from", system));
    let manage = servers.iter().map(|facts| ("--manage", cx.short_arguments(table, facts).join(" ")));
    let words: Vec<(&str, String)> = from.chain(manage).collect();
    let words = words.iter().flat_map(|(option, word)| [*option, word.as_str()]);
    let server = |facts: &Facts| Server { facts: cx.facts(table, facts), named: named(cx, table, facts) };
    let mut told = Setup {
        format: "canmanage/setup/1",
        knowledge: cx.edition(),
        workstation: cx.value(&table[setup.workstation], system).id.clone(),
        result: SetupResult::Ready,
        servers: servers.iter().map(server).collect(),
        station: None,
        questions: Vec::new(),
        unserved: Vec::new(),
        conflicts: Vec::new(),
        remedies: Vec::new(),
        split: Vec::new(),
        hopeless: Vec::new(),
        sources: cx.sources(&desk.citations(plan)),
        replay: cx.invocation.command("setup", words),
        verdict: plan.verdict(),
        strict: cx.invocation.strict,
        named: desk.named(system, None),
        target: cx.told(&setup.target),
    };
    match plan {
        Plan::Ready(station) => told.station = Some(desk.station(station)),
        Plan::Open(questions) => {
            told.result = SetupResult::Open;
            let asked = questions
                .iter()
                .map(|(server, axis)| ServerQuestion { server: server + 1, question: question(cx, &table[*axis]) });
            told.questions = asked.collect();
        }
        Plan::Refused { unserved, conflicts, split, hopeless } => {
            told.result = SetupResult::Refused;
            let told_of = |(server, decision): &(usize, Decision)| Unserved {
                server: server + 1,
                verdict: decision.verdict(),
                reasons: reasons(cx, table, decision),
            };
            told.unserved = unserved.iter().map(told_of).collect();
            told.conflicts = conflicts.iter().map(|conflict| desk.conflict(conflict)).collect();
            told.remedies = desk.remedies(plan).into_iter().map(|at| cx.remedy(&cx.knowledge[at])).collect();
            told.split = split.iter().map(|station| desk.station(station)).collect();
            told.hopeless = hopeless.iter().map(|server| server + 1).collect();
        }
    }
    told
}

#[derive(Clone, Copy)]
struct Teller<'d> {
    cx: Context<'d>,
    setup: &'d known::Setup,
    table: &'d Table,
}

impl Teller<'_> {
    /// The system, and what is chosen for it.
    fn named(&self, system: OnAxis, level: Option<OnAxis>) -> Vec<NamedFact> {
        let facts = Facts::none(self.table).with(self.setup.workstation, [system], self.table);
        let chosen = self.setup.level.zip(level);
        let facts = chosen.iter().fold(facts, |facts, (axis, level)| facts.with(*axis, [*level], self.table));
        named(self.cx, self.table, &facts)
    }

    fn station(&self, station: &Planned) -> Station {
        let Self { cx, setup, table } = self;
        let steps = cx.steps(&station.needed.steps);
        let missing = || station.needed.without_step.iter().map(|missing| &setup[*missing]);
        let bases = station.needed.steps.iter().map(|step| step.basis);
        let confirmed: Option<Vec<Basis>> = bases.chain([Some(station.basis)]).collect();
        let commands = || steps.iter().flat_map(|step| &step.commands);
        let parameters = setup
            .parameters
            .iter()
            .map(|one| Parameter { id: one.id.clone(), text: cx.told(&one.title) })
            .filter(|one| commands().any(|command| command.contains(&one.placeholder())));
        let preconditions = station.needed.preconditions.iter().map(|one| Precondition::new(*cx, &setup[*one]));
        let programs =
            setup.programs.iter().map(|one| self.program(one)).filter(|one| commands().any(|own| one.is_run_by(own)));
        Station {
            workstation: cx.value(&table[setup.workstation], station.system).id.clone(),
            level: setup.level.zip(station.level).map(|(axis, level)| cx.value(&table[axis], level).id.clone()),
            serves: station.serves.iter().map(|served| served.server + 1).collect(),
            basis: station.basis,
            weakest: confirmed.filter(|_| missing().next().is_none()).and_then(|bases| bases.into_iter().max()),
            missing: missing().map(|capability| capability.id.clone()).collect(),
            cautions: self.cautions(&station.serves),
            parameters: parameters.collect(),
            preconditions: preconditions.collect(),
            programs: programs.collect(),
            named: self.named(station.system, station.level),
            lacks: missing().map(|capability| cx.told(&capability.title)).collect(),
            steps,
        }
    }

    fn cautions(&self, serves: &[Served]) -> Vec<Heeded> {
        let mut heeded: Vec<Heeded> = Vec::new();
        for served in serves {
            for said in &served.decision.cautions {
                let caution = caution(self.cx, self.table, said);
                let same =
                    |other: &&mut Heeded| other.caution.id == caution.id && other.caution.when.ids == caution.when.ids;
                match heeded.iter_mut().find(same) {
                    Some(known) => known.servers.push(served.server + 1),
                    None => heeded.push(Heeded { servers: vec![served.server + 1], caution }),
                }
            }
        }
        heeded
    }

    fn program(&self, program: &known::Program) -> Program {
        let told = |one: &known::Return| Return { code: one.code, done: one.done, text: self.cx.told(&one.text) };
        let returns = program.returns.iter().map(told).collect();
        Program { id: program.id.clone(), runs: program.runs.clone(), returns }
    }

    fn conflict(&self, conflict: &Clash) -> Conflict {
        let exclusion = self.exclusion(conflict);
        Conflict {
            servers: [conflict.pair.0 + 1, conflict.pair.1 + 1],
            exclusion: exclusion.map(|exclusion| exclusion.id.clone()),
            because: exclusion.map(|exclusion| self.cx.told(&exclusion.because)),
            basis: exclusion.map(|exclusion| exclusion.basis),
            sources: exclusion.map(|exclusion| self.cx.source_ids(&exclusion.sources)).unwrap_or_default(),
        }
    }

    fn exclusion(&self, conflict: &Clash) -> Option<&known::Exclusion> {
        Some(&self.setup[conflict.exclusion?])
    }

    /// What is written about everything that stands in the way, each once.
    fn remedies(&self, plan: &Plan) -> IndexSet<RemedyId> {
        let Plan::Refused { unserved, conflicts, .. } = plan else { return IndexSet::new() };
        let of_rules =
            unserved.iter().flat_map(|(_, decision)| forbids(decision)).flat_map(|rule| &self.table[rule].remedies);
        let of_conflicts = conflicts.iter().filter_map(|one| self.exclusion(one)).flat_map(|one| &one.remedies);
        of_rules.chain(of_conflicts).copied().collect()
    }

    /// Every citation, in the order in which it is met.
    fn citations(&self, plan: &Plan) -> Vec<Citation> {
        let mut found: Vec<Citation> = Vec::new();
        let stations = match plan {
            Plan::Ready(station) => std::slice::from_ref(station),
            Plan::Open(_) => &[],
            Plan::Refused { unserved, conflicts, split, .. } => {
                let rules = unserved.iter().flat_map(|(_, decision)| forbids(decision));
                found.extend(rules.flat_map(|rule| &self.table[rule].sources));
                found.extend(conflicts.iter().filter_map(|one| self.exclusion(one)).flat_map(|one| &one.sources));
                found.extend(self.remedies(plan).into_iter().flat_map(|at| &self.cx.knowledge[at].sources));
                split
            }
        };
        let steps = stations.iter().flat_map(|station| &station.needed.steps);
        found.extend(steps.flat_map(|one| &self.setup[one.step].sources));
        let said = stations.iter().flat_map(|station| &station.serves).flat_map(|served| &served.decision.cautions);
        found.extend(said.flat_map(|said| &self.table[said.id].sources));
        found
    }
}

fn forbids(decision: &Decision) -> Vec<StatementId> {
    match &decision.conclusion {
        Conclusion::Unsupported { forbids, .. } => forbids.iter().map(|said| said.id).collect(),
        _ => Vec::new(),
    }
}
