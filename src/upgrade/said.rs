//! What was said about a cluster, by options, in a plan file or by listings: names and words as they were written.

use serde::Deserialize;

use crate::decide::facts::{self, Facts};
use crate::diag::Problem;
use crate::knowledge::{Axis, AxisId, Knowledge, OnAxis, Runbook, Table};
use crate::locale::{Message, is_hostile};
use crate::model::Verdict;

/// The keys are those of a plan file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a plan")]
pub struct ClusterSaid {
    /// The level of every node and server that says nothing else.
    pub from: Option<String>,
    pub to: Option<String>,
    pub kind: Option<String>,
    /// The system of every node that says nothing else.
    pub on: Option<String>,
    pub to_system: Option<String>,
    #[serde(default)]
    pub node: Vec<NodeSaid>,
    #[serde(default)]
    pub server: Vec<ServerSaid>,
    /// The groups of the cluster; none: nothing was said about them.
    pub group: Option<Vec<GroupSaid>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table with the name of a node")]
pub struct NodeSaid {
    pub name: String,
    pub role: Option<String>,
    pub level: Option<String>,
    pub on: Option<String>,
    pub update: Option<String>,
    pub status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table with the name of a server")]
pub struct ServerSaid {
    pub name: String,
    pub node: Option<String>,
    pub level: Option<String>,
    pub state: Option<String>,
    #[serde(default)]
    pub machines: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", expecting = "a table with the name of a group")]
pub struct GroupSaid {
    pub name: String,
    pub node: String,
    pub state: Option<String>,
}

/// What is said by a value of an axis, and the values that can be said.
pub fn axes(knowledge: &Knowledge) -> Vec<(&'static str, &Axis, Vec<OnAxis>)> {
    let Some(runbook) = knowledge.runbook() else { return Vec::new() };
    let axis = |table: &str, axis: AxisId| knowledge.table(table).map(|table| &table[axis]);
    let (upgrade, manage, host) = (&runbook.upgrade, &runbook.manage, &runbook.host);
    let words = [
        ("from", axis(&upgrade.table, upgrade.current)),
        ("to", axis(&upgrade.table, upgrade.target)),
        ("kind", axis(&manage.table, manage.kind)),
        ("on", axis(&upgrade.table, upgrade.system)),
        ("to-system", axis(&host.table, host.system)),
    ];
    let with_values = words.into_iter().filter_map(|(word, axis)| {
        let axis = axis?;
        let values = if word == "kind" { runbook.kinds.clone() } else { axis.inside().collect() };
        Some((word, axis, values))
    });
    with_values.collect()
}

/// What can stand in a plan file, by the first upgrade that the tables support.
pub fn example(knowledge: &Knowledge, runbook: &Runbook) -> Vec<(&'static str, String)> {
    let (upgrade, manage) = (knowledge.table(&runbook.upgrade.table), knowledge.table(&runbook.manage.table));
    let (Some(upgrade), Some(manage)) = (upgrade, manage) else { return Vec::new() };
    let id = |axis: &Axis, value: OnAxis| knowledge.value(axis, value).id.clone();
    let axes = &runbook.upgrade;
    let cell = upgrade.cells(Verdict::Supported).next().unwrap_or_default();
    let of = |axis: AxisId| id(&upgrade[axis], upgrade.grid.value(cell, axis));
    let kind = runbook.single.first().or(runbook.kinds.first());
    let word = |words: &[String]| words.first().cloned().unwrap_or_default();
    vec![
        ("from", of(axes.current)),
        ("to", of(axes.target)),
        ("on", of(axes.system)),
        ("kind", kind.map(|kind| id(&manage[runbook.manage.kind], *kind)).unwrap_or_default()),
        ("active", id(&upgrade[axes.role], axes.active)),
        ("group", word(&runbook.groups)),
        ("online", word(&runbook.online)),
        ("up", word(&runbook.up)),
    ]
}

/// Something that was said and cannot be.
pub(super) fn unfit(message: Message) -> Problem {
    Problem::new(message, Message::new("help-upgrade-cluster"))
}

/// The same about a name.
pub(super) fn misnamed(id: &'static str, name: &str) -> Problem {
    unfit(Message::new(id).with("name", name))
}

/// The name of a computer: letters, digits, hyphens and underscores, in parts set apart by dots (`NetBIOS` and DNS).
fn is_host_name(name: &str) -> bool {
    let part = |part: &str| {
        let inner = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        inner && (1..=63).contains(&part.len()) && !part.starts_with('-') && !part.ends_with('-')
    };
    name.len() <= 253 && name.split('.').all(part)
}

/// The name of a group can be put in quotes in any shell: it holds no quote, no percent sign and nothing invisible.
fn is_group_name(name: &str) -> bool {
    let typed = |c: char| {
        !is_hostile(c) && !['"', '%', '\\', '\'', '`', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}'].contains(&c)
    };
    !name.trim().is_empty() && name.chars().count() <= 80 && name.chars().all(typed) && !name.starts_with(['-', '/'])
}

impl ClusterSaid {
    /// Everything in it that cannot be.
    pub fn errors(&self, knowledge: &Knowledge, runbook: &Runbook) -> Vec<Problem> {
        let mut errors = Vec::new();
        let machines = self.server.iter().flat_map(|server| server.machines.iter().chain(&server.node));
        let names = self.node.iter().map(|node| &node.name).chain(self.server.iter().map(|server| &server.name));
        let groups = self.group.iter().flatten();
        let hosts = names.chain(machines).chain(groups.clone().map(|group| &group.node));
        errors.extend(hosts.filter(|name| !is_host_name(name)).map(|name| misnamed("upgrade-bad-name", name)));
        let odd = groups.clone().filter(|group| !is_group_name(&group.name));
        errors.extend(odd.map(|group| misnamed("upgrade-bad-group", &group.name)));
        let nodes: Vec<&String> = self.node.iter().map(|node| &node.name).collect();
        let servers: Vec<&String> = self.server.iter().map(|server| &server.name).collect();
        let groups: Vec<&String> = groups.map(|group| &group.name).collect();
        let again = [nodes, servers, groups].map(|names| twice(&names).map(|name| misnamed("upgrade-twice", &name)));
        errors.extend(again.into_iter().flatten());
        for (table, axis, name) in self.words(runbook) {
            let Some(table) = knowledge.table(table) else { continue };
            if let Err(found) = read(knowledge, table, axis, name) {
                errors.extend(found);
            }
        }
        errors.dedup();
        errors
    }

    /// Each word that must be a value of an axis.
    fn words<'s>(&'s self, runbook: &'s Runbook) -> Vec<(&'s str, AxisId, &'s str)> {
        let (upgrade, manage, host) = (&runbook.upgrade, &runbook.manage, &runbook.host);
        let mut words = Vec::new();
        let mut add = |table: &'s str, axis: AxisId, name: &'s Option<String>| {
            words.extend(name.iter().map(|name| (table, axis, name.as_str())));
        };
        for name in [&self.from].into_iter().chain(self.node.iter().map(|node| &node.level)) {
            add(&upgrade.table, upgrade.current, name);
        }
        self.server.iter().for_each(|server| add(&upgrade.table, upgrade.current, &server.level));
        for name in [&self.on].into_iter().chain(self.node.iter().map(|node| &node.on)) {
            add(&upgrade.table, upgrade.system, name);
        }
        self.node.iter().for_each(|node| add(&upgrade.table, upgrade.role, &node.role));
        add(&upgrade.table, upgrade.target, &self.to);
        add(&manage.table, manage.kind, &self.kind);
        add(&host.table, host.system, &self.to_system);
        words
    }

    /// What was said, and what was said besides: the latter counts where both say something.
    #[must_use]
    pub fn and(mut self, over: Self) -> Self {
        let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        newer([
            (&mut self.from, over.from),
            (&mut self.to, over.to),
            (&mut self.kind, over.kind),
            (&mut self.on, over.on),
            (&mut self.to_system, over.to_system),
        ]);
        for over in over.node {
            let Some(own) = self.node.iter_mut().find(|node| same(&node.name, &over.name)) else {
                self.node.push(over);
                continue;
            };
            newer([
                (&mut own.role, over.role),
                (&mut own.level, over.level),
                (&mut own.on, over.on),
                (&mut own.update, over.update),
                (&mut own.status, over.status),
            ]);
        }
        for over in over.server {
            let Some(own) = self.server.iter_mut().find(|server| same(&server.name, &over.name)) else {
                self.server.push(over);
                continue;
            };
            newer([(&mut own.node, over.node), (&mut own.level, over.level), (&mut own.state, over.state)]);
            if !over.machines.is_empty() {
                own.machines = over.machines;
            }
        }
        let groups = over.group.into_iter().flatten();
        for over in groups {
            let own = self.group.get_or_insert_default();
            own.retain(|group| !same(&group.name, &over.name));
            own.push(over);
        }
        self
    }
}

fn newer<const N: usize>(pairs: [(&mut Option<String>, Option<String>); N]) {
    for (own, over) in pairs {
        *own = over.or(own.take());
    }
}

fn twice(names: &[&String]) -> Option<String> {
    let mut rest = names.iter().enumerate();
    let again = rest.find(|(at, name)| names.iter().take(*at).any(|other| other.eq_ignore_ascii_case(name)));
    again.map(|(_, name)| (*name).clone())
}

pub(super) fn read(knowledge: &Knowledge, table: &Table, axis: AxisId, word: &str) -> Result<Facts, Vec<Problem>> {
    facts::read(knowledge, table, &[format!("{}={word}", table[axis].id)]).map(|read| read.facts)
}

/// `NAME=FACT,...`: a role, a level, a system.
pub fn node(knowledge: &Knowledge, runbook: &Runbook, written: &str) -> Result<NodeSaid, Problem> {
    let (name, words) = parts(written);
    let mut said = NodeSaid { name: name.to_owned(), ..NodeSaid::default() };
    let (table, axes) = (knowledge.table(&runbook.upgrade.table), &runbook.upgrade);
    for word in words {
        let reads = |axis: AxisId| table.is_some_and(|table| read(knowledge, table, axis, word).is_ok());
        let slot = match word {
            _ if reads(axes.role) => &mut said.role,
            _ if reads(axes.current) => &mut said.level,
            _ if reads(axes.system) => &mut said.on,
            _ => {
                let message = Message::new("upgrade-unknown-word").with("about", name).with("word", word);
                return Err(unfit(message));
            }
        };
        *slot = Some(word.to_owned());
    }
    Ok(said)
}

/// `NAME=FACT,...`: the node it is on, its level, `online` or `offline`.
pub fn server(knowledge: &Knowledge, runbook: &Runbook, written: &str) -> ServerSaid {
    let (name, words) = parts(written);
    let mut said = ServerSaid { name: name.to_owned(), ..ServerSaid::default() };
    let table = knowledge.table(&runbook.upgrade.table);
    for word in words {
        let level = table.is_some_and(|table| read(knowledge, table, runbook.upgrade.current, word).is_ok());
        let slot = match word {
            "online" | "offline" => &mut said.state,
            _ if level => &mut said.level,
            _ => &mut said.node,
        };
        *slot = Some(word.to_owned());
    }
    said
}

/// `NAME=NODE`; without a node it is on none that is known.
pub fn group(written: &str) -> GroupSaid {
    let (name, node) = written.rsplit_once('=').unwrap_or((written, ""));
    GroupSaid { name: name.trim().to_owned(), node: node.trim().to_owned(), state: None }
}

fn parts(written: &str) -> (&str, impl Iterator<Item = &str>) {
    let (name, words) = written.split_once('=').unwrap_or((written, ""));
    (name.trim(), words.split(',').map(str::trim).filter(|word| !word.is_empty()))
}
