//! `setup.toml` becomes a [`Setup`]: conditions become regions, names become positions.

use super::condition::{MOST_BITS, Reach};
use super::prelude::*;
use crate::knowledge::Setup;
use crate::knowledge::setup::{Capability, Exclusion, Need, Parameter, Precondition, Program, Return, Step, TakenOver};
use crate::locale::is_hostile;
use crate::model::setup::{self as written, SetupFile};

impl Compiler<'_> {
    pub(super) fn setup(&self, catalog: &Catalog, tables: &[Table]) -> Option<Setup> {
        let parsed = catalog.setup.as_ref()?;
        let (file, head) = (parsed.file, parsed.head.as_ref()?);
        self.check_table(file, &head.table, catalog);
        let table = tables.iter().find(|table| table.id == *head.table.get_ref())?;
        self.room.set(MOST_BITS);
        let axes = table.axes.as_slice();
        let workstation = self.axis_named(file, &head.workstation, axes);
        let level = head.level.as_ref().map(|name| self.axis_named(file, name, axes));
        let target = self.text(file, &head.target);
        let workstation = workstation?;
        let capabilities = parsed
            .capabilities
            .iter()
            .map(|entry| Capability { id: entry.id.clone(), title: self.text(file, &entry.item.title) });
        let capabilities: Vec<Capability> = capabilities.collect();
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
            parameters: parsed
                .parameters
                .iter()
                .map(|entry| Parameter { id: entry.id.clone(), title: self.text(file, &entry.item.title) })
                .collect(),
            exclusions: parsed.exclusions.iter().map(|entry| self.exclusion(entry, &capabilities)).collect(),
            programs: parsed.programs.iter().map(|entry| self.program(entry)).collect(),
            preconditions: parsed.preconditions.iter().map(|entry| self.precondition(entry, axes)).collect(),
            capabilities,
        })
    }

    fn need(&self, entry: &Entry<written::Need>, known: &[Capability], axes: &[Axis]) -> Option<Need> {
        let (file, item) = (entry.at.file, &entry.item);
        let capability = self.capability(file, &item.capability, known);
        Some(Need {
            id: entry.id.clone(),
            region: self.region(file, &item.when, axes, Reach::Everything),
            because: self.text(file, &item.because),
            basis: item.basis,
            sources: self.citations(file, &item.sources),
            capability: capability?,
        })
    }

    fn step(
        &self,
        entry: &Entry<written::Step>,
        parsed: &SetupFile,
        known: &[Capability],
        axes: &[Axis],
        shell: Shell,
    ) -> Step {
        let (file, item) = (entry.at.file, &entry.item);
        for command in &item.commands {
            self.check_parameters(file, command, parsed);
        }
        Step {
            id: entry.id.clone(),
            region: self.region(file, &item.when, axes, Reach::Everything),
            gives: item.gives.as_ref().and_then(|name| self.capability(file, name, known)),
            after: self.earlier_steps(entry, parsed),
            package: item.package.as_ref().and_then(|name| self.package(file, name)),
            systems: Vec::new(),
            title: self.text(file, &item.title),
            text: self.text(file, &item.text),
            commands: item.commands.iter().map(|command| command.get_ref().clone()).collect(),
            shell: item.shell.unwrap_or(shell),
            verify: item.verify.as_ref().map(|text| self.text(file, text)),
            basis: item.basis,
            sources: self.citations(file, &item.sources),
            taken_over: item.taken_over.as_ref().map(|over| TakenOver {
                region: self.region(file, &over.when, axes, Reach::Everything),
                basis: over.basis,
                because: self.text(file, &over.because),
            }),
        }
    }

    fn exclusion(&self, entry: &Entry<written::Exclusion>, known: &[Capability]) -> Exclusion {
        let (file, item) = (entry.at.file, &entry.item);
        let capabilities = item.capabilities.iter().filter_map(|name| self.capability(file, name, known));
        Exclusion {
            id: entry.id.clone(),
            capabilities: capabilities.collect(),
            because: self.text(file, &item.because),
            basis: item.basis,
            sources: self.citations(file, &item.sources),
            remedies: self.remedy_names(file, &item.remedies),
        }
    }

    fn program(&self, entry: &Entry<written::Program>) -> Program {
        let (file, item) = (entry.at.file, &entry.item);
        let told = |one: &written::Return| Return { code: one.code, done: one.done, text: self.text(file, &one.text) };
        Program {
            id: entry.id.clone(),
            runs: item.runs.clone(),
            returns: item.returns.iter().map(told).collect(),
            basis: item.basis,
            sources: self.citations(file, &item.sources),
        }
    }

    fn precondition(&self, entry: &Entry<written::Precondition>, axes: &[Axis]) -> Precondition {
        let (file, item) = (entry.at.file, &entry.item);
        self.check_command(place(file, &item.command), item.command.get_ref());
        Precondition {
            id: entry.id.clone(),
            region: self.region(file, &item.when, axes, Reach::Everything),
            command: item.command.get_ref().clone(),
            text: self.text(file, &item.text),
            basis: item.basis,
            sources: self.citations(file, &item.sources),
        }
    }

    fn capability(&self, file: FileId, name: &Spanned<String>, known: &[Capability]) -> Option<usize> {
        self.position("capability", file, name, known.iter().map(|known| known.id.as_str()))
    }

    /// Steps that come first must stand first, so that the order of the file is an order in which the steps can be done.
    fn earlier_steps(&self, entry: &Entry<written::Step>, parsed: &SetupFile) -> Vec<usize> {
        let earlier = parsed.steps.iter().take_while(|step| step.at != entry.at).map(|step| step.id.as_str());
        let after = entry.item.after.iter();
        after.filter_map(|name| self.position("step", entry.at.file, name, earlier.clone())).collect()
    }

    fn package(&self, file: FileId, name: &Spanned<String>) -> Option<String> {
        let installable = self.vocabularies.iter().filter(|vocabulary| vocabulary.installable);
        let known = installable.flat_map(|vocabulary| &vocabulary.values).map(|value| value.id.as_str());
        self.position("package", file, name, known).map(|_| name.get_ref().clone())
    }

    fn check_parameters(&self, file: FileId, command: &Spanned<String>, parsed: &SetupFile) {
        let inner = command.get_ref().split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(name, _)| name);
        for name in inner.filter(|name| !parsed.parameters.iter().any(|entry| entry.id == **name)) {
            let known = parsed.parameters.iter().map(|entry| entry.id.as_str());
            self.dangling("parameter", place(file, command), name, known);
        }
        self.check_command(place(file, command), command.get_ref());
    }

    pub(super) fn check_command(&self, at: Place, command: &str) {
        if command.contains(is_hostile) {
            self.report(Finding::invalid(Message::new("command-control")).at(at));
        }
    }
}
