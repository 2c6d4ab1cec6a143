//! What a workstation needs for a supported answer, how it gets it, and what cannot be on one computer.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::Compiler;
use super::condition::{MOST_BITS, Reach, Space};
use super::grid::Region;
use super::knowledge::{Citation, Text, Vocabulary};
use super::references::References;
use super::table::Table;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding};
use crate::locale::Message;
use crate::model::setup::{self as written, SetupFile};
use crate::model::terms::Basis;
use crate::model::{Catalog, Entry, place};

/// Set-up, compiled. Regions are those of its table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Setup {
    /// Id of the table whose supported cells a workstation is set up for.
    pub table: String,
    /// Position of the axis that says which system is set up.
    pub workstation: usize,
    /// Position of the axis that set-up chooses.
    pub level: usize,
    /// What a workstation can have.
    pub capabilities: Vec<Capability>,
    /// Which cells need which capability.
    pub needs: Vec<Need>,
    /// How a system gets it, each step behind those it comes after.
    pub steps: Vec<Step>,
    /// What the reader fills in, as `<id>` in commands.
    pub parameters: Vec<Parameter>,
    /// What cannot be on one computer.
    pub exclusions: Vec<Exclusion>,
}

impl Setup {
    /// Positions of the capabilities that one cell of the table needs, ascending.
    #[must_use]
    pub fn capabilities_of(&self, cell: &[usize]) -> Vec<usize> {
        let needs = self.needs.iter().filter(|need| need.region.holds(cell));
        let mut found: Vec<usize> = needs.map(|need| need.capability).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Something a workstation can have.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Capability {
    /// Its name.
    pub id: String,
    /// For people.
    pub title: Text,
}

/// That some cells need a capability.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Need {
    /// Its name.
    pub id: String,
    /// The cells.
    pub region: Region,
    /// Position of the capability.
    pub capability: usize,
    /// Why.
    pub because: Text,
    /// How firmly the sources carry it.
    pub basis: Basis,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// How a system gets a capability.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its name.
    pub id: String,
    /// Where it can be done.
    pub region: Region,
    /// Position of the capability it gives.
    pub gives: Option<usize>,
    /// Positions of the steps that come first.
    pub after: Vec<usize>,
    /// Id of the package it installs.
    pub package: Option<String>,
    /// In a word.
    pub title: Text,
    /// What to do.
    pub text: Text,
    /// What to type, exactly; `<...>` is a parameter.
    pub commands: Vec<String>,
    /// How to see that it worked.
    pub verify: Option<Text>,
    /// How firmly the sources carry it; none: no source was found, and the step is unconfirmed.
    pub basis: Option<Basis>,
    /// Who says so.
    pub sources: Vec<Citation>,
    /// Cells for which the sources do not speak.
    pub taken_over: Option<TakenOver>,
}

/// Why a step is done where its sources do not speak.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakenOver {
    /// The cells.
    pub region: Region,
    /// How firmly it holds there.
    pub basis: Basis,
    /// Why it is done all the same.
    pub because: Text,
}

/// What the reader fills in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Parameter {
    /// As in `<id>`.
    pub id: String,
    /// For people.
    pub title: Text,
}

/// Capabilities of which no two can be on one computer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Exclusion {
    /// Its name.
    pub id: String,
    /// Positions of the capabilities.
    pub capabilities: Vec<usize>,
    /// Why.
    pub because: Text,
    /// How firmly the sources carry it.
    pub basis: Basis,
    /// Who says so.
    pub sources: Vec<Citation>,
}

/// What every part of set-up is compiled against.
#[derive(Clone, Copy)]
struct Context<'c> {
    space: Space<'c>,
    references: &'c References,
    texts: &'c Texts,
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
        let context = Context { space, references, texts };
        let workstation = self.axis_names(file, std::slice::from_ref(&head.workstation), space).first().copied();
        let level = self.axis_names(file, std::slice::from_ref(&head.level), space).first().copied();
        let capabilities = parsed
            .capabilities
            .iter()
            .map(|entry| Capability { id: entry.id.clone(), title: self.text(texts, file, &entry.item.title) });
        let capabilities: Vec<Capability> = capabilities.collect();
        let steps = parsed.steps.iter().map(|entry| self.step(entry, parsed, &capabilities, context));
        let steps = steps.collect();
        Some(Setup {
            table: table.id.clone(),
            workstation: workstation?,
            level: level?,
            needs: parsed.needs.iter().filter_map(|entry| self.need(entry, &capabilities, context)).collect(),
            steps,
            parameters: parsed
                .parameters
                .iter()
                .map(|entry| Parameter { id: entry.id.clone(), title: self.text(texts, file, &entry.item.title) })
                .collect(),
            exclusions: parsed.exclusions.iter().map(|entry| self.exclusion(entry, &capabilities, context)).collect(),
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
            title: self.text(context.texts, file, &item.title),
            text: self.text(context.texts, file, &item.text),
            commands: item.commands.iter().map(|command| command.get_ref().clone()).collect(),
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
        if command.get_ref().chars().any(char::is_control) {
            let finding = Finding::new(Code::InvalidValue, Message::new("command-control"));
            self.report.push(finding.at(place(file, command)));
        }
    }
}
