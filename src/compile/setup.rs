//! `setup.toml` becomes a [`Setup`]: conditions become regions, names become positions.

use super::Compiler;
use super::condition::{MOST_BITS, Reach, Space};
use super::references::References;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding, Place};
use crate::knowledge::Vocabulary;
use crate::knowledge::ids::OnAxis;
use crate::knowledge::setup::{
    Capability, Exclusion, Need, Parameter, Precondition, Program, Return, Setup, Step, TakenOver,
};
use crate::knowledge::table::Table;
use crate::locale::Message;
use crate::model::setup::{self as written, SetupFile};
use crate::model::terms::Shell;
use crate::model::{Catalog, Entry, Spanned, place};

/// What every part of set-up is compiled against.
#[derive(Clone, Copy)]
struct Context<'c> {
    space: Space<'c>,
    references: &'c References,
    texts: &'c Texts,
    shell: Shell,
}

impl Compiler<'_> {
    pub(super) fn setup(
        &mut self,
        catalog: &Catalog,
        tables: &[Table],
        vocabularies: &[Vocabulary],
        references: &References,
        texts: &Texts,
    ) -> Option<Setup> {
        let parsed = catalog.setup.as_ref()?;
        let (file, head) = (parsed.file, parsed.head.as_ref()?);
        self.check_table(file, &head.table, catalog);
        let table = tables.iter().find(|table| table.id == *head.table.get_ref())?;
        let space = Space { axes: &table.axes, vocabularies };
        self.room = MOST_BITS;
        let context = Context { space, references, texts, shell: catalog.shell() };
        let workstation = self.axis_names(file, std::slice::from_ref(&head.workstation), space).first().copied();
        let workstation = workstation?;
        let level = self.axis_names(file, std::slice::from_ref(&head.level), space).first().copied();
        let capabilities = parsed
            .capabilities
            .iter()
            .map(|entry| Capability { id: entry.id.clone(), title: self.text(texts, file, &entry.item.title) });
        let capabilities: Vec<Capability> = capabilities.collect();
        let steps = parsed.steps.iter().map(|entry| self.step(entry, parsed, &capabilities, context));
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
            level: level?,
            needs: parsed.needs.iter().filter_map(|entry| self.need(entry, &capabilities, context)).collect(),
            steps,
            parameters: parsed
                .parameters
                .iter()
                .map(|entry| Parameter { id: entry.id.clone(), title: self.text(texts, file, &entry.item.title) })
                .collect(),
            exclusions: parsed.exclusions.iter().map(|entry| self.exclusion(entry, &capabilities, context)).collect(),
            programs: parsed.programs.iter().map(|entry| self.program(entry, context)).collect(),
            preconditions: parsed.preconditions.iter().map(|entry| self.precondition(entry, context)).collect(),
            capabilities,
        })
    }

    fn need(&mut self, entry: &Entry<written::Need>, known: &[Capability], context: Context<'_>) -> Option<Need> {
        let (file, item) = (entry.at.file, &entry.item);
        let capability = self.capability(file, &item.capability, known);
        Some(Need {
            id: entry.id.clone(),
            region: self.region(file, &item.when, context.space, Reach::Everything),
            because: self.text(context.texts, file, &item.because),
            basis: item.basis,
            sources: self.citations(file, &item.sources, context.references),
            capability: capability?,
        })
    }

    fn step(
        &mut self,
        entry: &Entry<written::Step>,
        parsed: &SetupFile,
        known: &[Capability],
        context: Context<'_>,
    ) -> Step {
        let (file, item) = (entry.at.file, &entry.item);
        for command in &item.commands {
            self.check_parameters(file, command, parsed);
        }
        Step {
            id: entry.id.clone(),
            region: self.region(file, &item.when, context.space, Reach::Everything),
            gives: item.gives.as_ref().and_then(|name| self.capability(file, name, known)),
            after: self.earlier_steps(entry, parsed),
            package: item.package.as_ref().and_then(|name| self.package(file, name, context.space.vocabularies)),
            systems: Vec::new(),
            title: self.text(context.texts, file, &item.title),
            text: self.text(context.texts, file, &item.text),
            commands: item.commands.iter().map(|command| command.get_ref().clone()).collect(),
            shell: item.shell.unwrap_or(context.shell),
            verify: item.verify.as_ref().map(|text| self.text(context.texts, file, text)),
            basis: item.basis,
            sources: self.citations(file, &item.sources, context.references),
            taken_over: item.taken_over.as_ref().map(|over| TakenOver {
                region: self.region(file, &over.when, context.space, Reach::Everything),
                basis: over.basis,
                because: self.text(context.texts, file, &over.because),
            }),
        }
    }

    fn exclusion(
        &mut self,
        entry: &Entry<written::Exclusion>,
        known: &[Capability],
        context: Context<'_>,
    ) -> Exclusion {
        let (file, item) = (entry.at.file, &entry.item);
        let capabilities = item.capabilities.iter().filter_map(|name| self.capability(file, name, known));
        Exclusion {
            id: entry.id.clone(),
            capabilities: capabilities.collect(),
            because: self.text(context.texts, file, &item.because),
            basis: item.basis,
            sources: self.citations(file, &item.sources, context.references),
        }
    }

    fn program(&mut self, entry: &Entry<written::Program>, context: Context<'_>) -> Program {
        let (file, item) = (entry.at.file, &entry.item);
        let told = |one: &written::Return| Return {
            code: one.code,
            done: one.done,
            text: self.text(context.texts, file, &one.text),
        };
        Program {
            id: entry.id.clone(),
            runs: item.runs.clone(),
            returns: item.returns.iter().map(told).collect(),
            basis: item.basis,
            sources: self.citations(file, &item.sources, context.references),
        }
    }

    fn precondition(&mut self, entry: &Entry<written::Precondition>, context: Context<'_>) -> Precondition {
        let (file, item) = (entry.at.file, &entry.item);
        self.check_command(place(file, &item.command), item.command.get_ref());
        Precondition {
            id: entry.id.clone(),
            region: self.region(file, &item.when, context.space, Reach::Everything),
            command: item.command.get_ref().clone(),
            text: self.text(context.texts, file, &item.text),
        }
    }

    fn capability(&mut self, file: FileId, name: &Spanned<String>, known: &[Capability]) -> Option<usize> {
        let found = known.iter().position(|capability| capability.id == *name.get_ref());
        if found.is_none() {
            self.dangling("capability", place(file, name), name.get_ref(), known.iter().map(|known| known.id.as_str()));
        }
        found
    }

    /// Steps that come first must stand first, so that the order of the file is an order in which the steps can be done.
    fn earlier_steps(&mut self, entry: &Entry<written::Step>, parsed: &SetupFile) -> Vec<usize> {
        let own = parsed.steps.iter().position(|step| step.at == entry.at).unwrap_or_default();
        let earlier = parsed.steps.get(..own).unwrap_or_default();
        let mut found = Vec::new();
        for name in &entry.item.after {
            match earlier.iter().position(|step| step.id == *name.get_ref()) {
                Some(position) => found.push(position),
                None => {
                    let known = earlier.iter().map(|step| step.id.as_str());
                    self.dangling("step", place(entry.at.file, name), name.get_ref(), known);
                }
            }
        }
        found
    }

    fn package(&mut self, file: FileId, name: &Spanned<String>, vocabularies: &[Vocabulary]) -> Option<String> {
        let installable = || vocabularies.iter().filter(|vocabulary| vocabulary.installable);
        let found = installable().any(|vocabulary| vocabulary.position(name.get_ref()).is_some());
        if !found {
            let known = installable().flat_map(|vocabulary| &vocabulary.values).map(|value| value.id.as_str());
            self.dangling("package", place(file, name), name.get_ref(), known);
        }
        found.then(|| name.get_ref().clone())
    }

    fn check_parameters(&mut self, file: FileId, command: &Spanned<String>, parsed: &SetupFile) {
        let inner = command.get_ref().split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(name, _)| name);
        for name in inner.filter(|name| !parsed.parameters.iter().any(|entry| entry.id == **name)) {
            let known = parsed.parameters.iter().map(|entry| entry.id.as_str());
            self.dangling("parameter", place(file, command), name, known);
        }
        self.check_command(place(file, command), command.get_ref());
    }

    fn check_command(&mut self, at: Place, command: &str) {
        if command.chars().any(char::is_control) {
            self.report.push(Finding::new(Code::INVALID_VALUE, Message::new("command-control")).at(at));
        }
    }
}
