//! `runbook.toml` becomes a [`Runbook`]: axes become positions, conditions regions, and each `{...}` is one that the plan can fill.

use strum::IntoEnumIterator as _;

use super::condition::{MOST_BITS, Reach};
use super::prelude::*;
use crate::knowledge::Runbook;
use crate::knowledge::runbook::{CheckText, HostAxes, ManageAxes, Step, UpgradeAxes};
use crate::model::runbook::{self as written, Action, Check};
use crate::model::{Effect, braces};

impl Compiler<'_> {
    pub(super) fn runbook(&self, catalog: &Catalog, tables: &[Table]) -> Option<Runbook> {
        let parsed = catalog.runbook.as_ref()?;
        let head = parsed.head.as_ref()?;
        self.room.set(MOST_BITS);
        let table = |name: &Spanned<String>| self.table_named(name, tables);
        let (upgrade, host, manage) = (table(&head.upgrade.table), table(&head.host.table), table(&head.manage.table));
        let upgrade = upgrade?;
        let axes = self.upgrade_axes(&head.upgrade, upgrade);
        let host = self.host_axes(&head.host, host?);
        let managed = manage?;
        let manage = self.manage_axes(&head.manage, managed);
        let steps = parsed.steps.iter().map(|entry| self.runbook_step(entry, &upgrade.axes, catalog.shell())).collect();
        let checks = parsed.checks.iter().filter_map(|entry| self.check_text(entry)).collect();
        for action in Action::iter().filter(|action| !parsed.steps.iter().any(|step| step.does == *action)) {
            if !action.migrates() {
                let message = Message::new("no-step-does").with("action", action.to_string());
                self.report(Finding::invalid(message).at(head.upgrade.table.span()));
            }
        }
        let cautions = upgrade.of(Effect::Caution).map(|(_, caution)| caution.id.as_str());
        let known = |names: &[Spanned<String>]| {
            let known = names.iter().filter(|name| self.position("caution", name, cautions.clone()).is_some());
            known.map(String::from).collect()
        };
        let (axes, manage) = (axes?, manage?);
        let family = self.attribute_named(&head.family, self.vocabulary_of(&upgrade[axes.system]));
        let kind = &managed[manage.kind];
        let values = |names: &[Spanned<String>]| names.iter().filter_map(|name| self.value_on(name, kind)).collect();
        Some(Runbook {
            upgrade: axes,
            host: host?,
            family: family?,
            kinds: values(&head.kinds),
            single: values(&head.single),
            manage,
            heeded: known(&head.heeded),
            several: known(&head.several),
            groups: head.groups.clone(),
            online: head.online.clone(),
            offline: head.offline.clone(),
            up: head.up.clone(),
            steps,
            checks,
        })
    }

    fn upgrade_axes(&self, head: &written::UpgradeAxes, table: &Table) -> Option<UpgradeAxes> {
        let names = [&head.current, &head.target, &head.system, &head.role];
        let [current, target, system, role] = self.all_axes(names, table)?;
        let (passive, active) = (self.value_on(&head.passive, &table[role]), self.value_on(&head.active, &table[role]));
        let (passive, active) = (passive?, active?);
        Some(UpgradeAxes { table: table.id.clone(), current, target, system, role, passive, active })
    }

    fn host_axes(&self, head: &written::HostAxes, table: &Table) -> Option<HostAxes> {
        let [server, system] = self.all_axes([&head.server, &head.system], table)?;
        Some(HostAxes { table: table.id.clone(), server, system })
    }

    fn manage_axes(&self, head: &written::ManageAxes, table: &Table) -> Option<ManageAxes> {
        let names = [&head.workstation, &head.tools, &head.server, &head.system, &head.kind];
        let [workstation, tools, server, system, kind] = self.all_axes(names, table)?;
        Some(ManageAxes { table: table.id.clone(), workstation, tools, server, system, kind })
    }

    /// Axes of a table by their ids; nothing, if one of them does not exist.
    fn all_axes<const N: usize>(&self, names: [&Spanned<String>; N], table: &Table) -> Option<[AxisId; N]> {
        let found = names.map(|name| self.axis_named(name, &table.axes));
        found.into_iter().collect::<Option<Vec<_>>>()?.try_into().ok()
    }

    fn value_on(&self, name: &Spanned<String>, axis: &Axis) -> Option<OnAxis> {
        let vocabulary = self.vocabulary_of(axis);
        let known = axis.values.iter().map(|value: &ValueId| vocabulary[*value].id.as_str());
        self.position("value", name, known).map(OnAxis::new)
    }

    fn runbook_step(&self, entry: &Entry<written::Step>, axes: &[Axis], shell: Shell) -> Step {
        let known = entry.does.placeholders();
        let text = |written: &Spanned<schema::Text>| self.text_with(written, known);
        for command in &entry.commands {
            self.check_command(command);
            self.check_placeholders("placeholder", command, &command.span(), known);
        }
        Step {
            id: entry.id.clone(),
            does: entry.does,
            region: entry.when.as_ref().map(|when| self.region(when, axes, Reach::Everything)),
            title: text(&entry.title),
            text: text(&entry.text),
            commands: entry.commands.iter().map(String::from).collect(),
            shell: entry.shell.unwrap_or(shell),
            verify: entry.verify.as_ref().map(text),
            back_out: entry.back_out.as_ref().map(text),
            basis: entry.basis,
            sources: self.citations(&entry.sources),
            command_sources: self.citations(&entry.command_sources),
        }
    }

    fn check_text(&self, entry: &Entry<written::CheckText>) -> Option<CheckText> {
        let check = entry.id.parse::<Check>().ok();
        if check.is_none() {
            self.dangling("check", entry.at.clone(), &entry.id, Check::iter().map(<&str>::from));
        }
        Some(CheckText {
            check: check?,
            text: self.text_with(&entry.text, &Check::PLACEHOLDERS),
            basis: entry.basis,
            sources: self.citations(&entry.sources),
            remedies: self.remedy_names(&entry.remedies),
        })
    }

    /// A text in which each `{name}` must be one of these.
    fn text_with(&self, written: &Spanned<schema::Text>, known: &[&str]) -> Text {
        let text = self.text(written);
        text.iter().for_each(|(_, text)| self.check_placeholders("placeholder", text, &written.span(), known));
        text
    }

    /// Each `{name}` in a text or command must be one of these.
    pub(super) fn check_placeholders(&self, kind: &'static str, text: &str, at: &Place, known: &[&str]) {
        for name in braces::names(text).filter(|name| !known.contains(name)) {
            self.dangling(kind, at.clone(), name, known.iter().copied());
        }
    }
}
