//! `setup.toml` becomes a [`Setup`]: conditions become regions, names become positions.

use super::condition::{MOST_BITS, Reach};
use super::prelude::*;
use crate::knowledge::Setup;
use crate::knowledge::ids::{CapabilityId, StepId};
use crate::knowledge::setup::{Exclusion, Need, Precondition, Program, Return, Step, TakenOver, Titled};
use crate::locale::is_hostile;
use crate::model::setup::{self as written, SetupFile};

impl Compiler<'_> {
    pub(super) fn setup(&self, catalog: &Catalog, tables: &[Table]) -> Option<Setup> {
        let parsed = catalog.setup.as_ref()?;
        let head = parsed.head.as_ref()?;
        let table = self.table_named(&head.table, tables)?;
        self.room.set(MOST_BITS);
        let axes = table.axes.as_slice();
        let workstation = self.axis_named(&head.workstation, axes);
        let level = head.level.as_ref().map(|name| self.axis_named(name, axes));
        let target = self.text(&head.target);
        let workstation = workstation?;
        let titled = |all: &[Entry<written::Titled>]| -> Vec<Titled> {
            all.iter().map(|entry| Titled { id: entry.id.clone(), title: self.text(&entry.title) }).collect()
        };
        let capabilities = titled(&parsed.capabilities);
        let steps = parsed.steps.iter().map(|entry| self.step(entry, parsed, &capabilities, axes, catalog.shell()));
        let mut steps: Vec<Step> = steps.collect();
        for step in &mut steps {
            let boxes = step.region.boxes().iter();
            let done = |system: &OnAxis| boxes.clone().any(|sets| sets[workstation].contains(*system));
            step.systems = table[workstation].all().filter(done).map(|system| table[workstation][system]).collect();
        }
        Some(Setup {
            table: table.id.clone(),
            workstation,
            systems: table[workstation].vocabulary,
            level: match level {
                Some(level) => Some(level?),
                None => None,
            },
            target,
            needs: parsed.needs.iter().filter_map(|entry| self.need(entry, &capabilities, axes)).collect(),
            steps,
            parameters: titled(&parsed.parameters),
            exclusions: parsed.exclusions.iter().map(|entry| self.exclusion(entry, &capabilities)).collect(),
            programs: parsed.programs.iter().map(|entry| self.program(entry)).collect(),
            preconditions: parsed.preconditions.iter().map(|entry| self.precondition(entry, axes)).collect(),
            capabilities,
        })
    }

    fn need(&self, entry: &Entry<written::Need>, known: &[Titled], axes: &[Axis]) -> Option<Need> {
        let capability = self.capability(&entry.capability, known);
        // Looked at, as the rest; nobody is shown them.
        let _ = (self.text(&entry.because), self.citations(&entry.sources));
        Some(Need { region: self.region(&entry.when, axes, Reach::Everything), capability: capability? })
    }

    fn step(
        &self,
        entry: &Entry<written::Step>,
        parsed: &SetupFile,
        known: &[Titled],
        axes: &[Axis],
        shell: Shell,
    ) -> Step {
        for command in &entry.commands {
            self.check_parameters(command, parsed);
        }
        Step {
            id: entry.id.clone(),
            region: self.region(&entry.when, axes, Reach::Everything),
            gives: entry.gives.as_ref().and_then(|name| self.capability(name, known)),
            after: self.earlier_steps(entry, parsed),
            package: entry.package.as_ref().and_then(|name| self.package(name)),
            systems: Vec::new(),
            title: self.text(&entry.title),
            text: self.text(&entry.text),
            commands: entry.commands.iter().map(String::from).collect(),
            shell: entry.shell.unwrap_or(shell),
            verify: entry.verify.as_ref().map(|text| self.text(text)),
            basis: entry.basis,
            sources: self.citations(&entry.sources),
            taken_over: entry.taken_over.as_ref().map(|over| TakenOver {
                region: self.region(&over.when, axes, Reach::Everything),
                basis: over.basis,
                because: self.text(&over.because),
            }),
        }
    }

    fn exclusion(&self, entry: &Entry<written::Exclusion>, known: &[Titled]) -> Exclusion {
        let capabilities = entry.capabilities.iter().filter_map(|name| self.capability(name, known));
        Exclusion {
            id: entry.id.clone(),
            capabilities: capabilities.collect(),
            because: self.text(&entry.because),
            basis: entry.basis,
            sources: self.citations(&entry.sources),
            remedies: self.remedy_names(&entry.remedies),
        }
    }

    fn program(&self, entry: &Entry<written::Program>) -> Program {
        let told = |one: &written::Return| Return { code: one.code, done: one.done, text: self.text(&one.text) };
        let _ = self.citations(&entry.sources); // looked at, and not shown
        Program { id: entry.id.clone(), runs: entry.runs.clone(), returns: entry.returns.iter().map(told).collect() }
    }

    fn precondition(&self, entry: &Entry<written::Precondition>, axes: &[Axis]) -> Precondition {
        self.check_command(&entry.command);
        Precondition {
            id: entry.id.clone(),
            region: self.region(&entry.when, axes, Reach::Everything),
            command: (&entry.command).into(),
            text: self.text(&entry.text),
            basis: entry.basis,
            sources: self.citations(&entry.sources),
        }
    }

    fn capability(&self, name: &Spanned<String>, known: &[Titled]) -> Option<CapabilityId> {
        self.position("capability", name, known.iter().map(|known| known.id.as_str())).map(CapabilityId::new)
    }

    /// Steps that come first must stand first, so that the order of the file is an order in which the steps can be done.
    fn earlier_steps(&self, entry: &Entry<written::Step>, parsed: &SetupFile) -> Vec<StepId> {
        let earlier = parsed.steps.iter().take_while(|step| step.at != entry.at).map(|step| step.id.as_str());
        let after = entry.after.iter();
        after.filter_map(|name| self.position("step", name, earlier.clone())).map(StepId::new).collect()
    }

    fn package(&self, name: &Spanned<String>) -> Option<String> {
        let installable = self.vocabularies.iter().filter(|vocabulary| vocabulary.installable);
        let known = installable.flat_map(|vocabulary| &vocabulary.values).map(|value| value.id.as_str());
        self.position("package", name, known).map(|_| name.into())
    }

    fn check_parameters(&self, command: &Spanned<String>, parsed: &SetupFile) {
        let inner = command.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(name, _)| name);
        for name in inner.filter(|name| !parsed.parameters.iter().any(|entry| entry.id == **name)) {
            let known = parsed.parameters.iter().map(|entry| entry.id.as_str());
            self.dangling("parameter", command.span(), name, known);
        }
        self.check_command(command);
    }

    pub(super) fn check_command(&self, command: &Spanned<String>) {
        if command.contains(is_hostile) {
            self.report(Finding::invalid(Message::new("command-control")).at(command.span()));
        }
    }
}
