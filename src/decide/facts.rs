//! What the asker knows: for some axes, a set of values. Read from names as people and inventories write them.

use crate::diag::Problem;
use crate::knowledge::number;
use crate::knowledge::{Axis, AxisId, Boxed, Knowledge, OnAxis, PerAxis, Table, ValueSet, Vocabulary};
use crate::locale::Message;

/// Per axis, the values it can have; an axis of which nothing is known is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    sets: PerAxis<Option<ValueSet>>,
}

impl Facts {
    pub fn none(table: &Table) -> Self {
        Self { sets: table.axes.iter().map(|_| None).collect() }
    }

    /// Says what an axis can be, by positions on it. No position at all leaves the axis as it is.
    pub fn with(mut self, axis: AxisId, positions: impl IntoIterator<Item = OnAxis>, table: &Table) -> Self {
        self.set(axis, positions, table);
        self
    }

    fn set(&mut self, axis: AxisId, positions: impl IntoIterator<Item = OnAxis>, table: &Table) {
        let set = ValueSet::of(table[axis].values.len(), positions);
        if !set.is_clear() {
            self.sets[axis] = Some(set);
        }
    }

    /// Of how many axes something is known.
    pub(crate) fn named(&self) -> usize {
        self.sets.iter().flatten().count()
    }

    /// What is known of an axis; nothing if it is open.
    pub fn get(&self, axis: AxisId) -> Option<&ValueSet> {
        self.sets[axis].as_ref()
    }

    /// The one cell that fits, where every axis is known to have one value.
    pub(super) fn cell(&self, table: &Table) -> Option<usize> {
        let strides = table.grid.strides().iter();
        strides.zip(&self.sets).map(|(stride, set)| Some(stride * set.as_ref()?.only()?.index())).sum()
    }

    /// The cells that fit: what is known, and for open axes their inside values.
    pub fn cells(&self, table: &Table) -> Boxed {
        let known = |(id, axis): (AxisId, &Axis)| self.get(id).cloned().unwrap_or_else(|| axis.inside_set());
        AxisId::of(&table.axes).map(known).collect()
    }
}

/// Facts that were read, and what had to be assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub facts: Facts,
    /// Names that can mean several values; all were considered.
    pub ambiguous: Vec<Ambiguous>,
}

/// A name that can mean one of several values and cannot tell which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    pub name: String,
    /// Ids of the values considered.
    pub values: Vec<String>,
}

/// Reads facts such as `from=xp` and `from=xp,vista`. Axes and values go by id, alias or display name, in any case and with
/// the damage that inventories do. The error is all that cannot be read, in the order given.
pub fn read(knowledge: &Knowledge, table: &Table, written: &[String]) -> Result<Read, Vec<Problem>> {
    let mut read = Read { facts: Facts::none(table), ambiguous: Vec::new() };
    let mut errors = Vec::new();
    for text in written {
        if let Err(error) = read_one(knowledge, table, text, &mut read) {
            errors.push(error);
        }
    }
    if errors.is_empty() { Ok(read) } else { Err(errors) }
}

fn read_one(knowledge: &Knowledge, table: &Table, text: &str, read: &mut Read) -> Result<(), Problem> {
    if as_it_stands(knowledge, table, text, read).is_some() {
        return Ok(());
    }
    let malformed =
        || Problem::new(Message::new("fact-malformed").with("text", text), Message::new("help-fact-malformed"));
    let (name, value) = text.split_once('=').ok_or_else(|| bare(text.trim(), knowledge, table))?;
    let (name, value) = (name.trim(), value.trim());
    let blank = |part: &str| part.trim().is_empty();
    if blank(name) || value.contains('=') || value.split(',').any(blank) {
        return Err(malformed());
    }
    let (index, axis) = table.axis(name).ok_or_else(|| unknown_axis(name, table))?;
    if read.facts.get(index).is_some() {
        let said = |id: &'static str| Message::new(id).with("axis", &axis.id);
        return Err(Problem::new(said("fact-repeated-axis"), said("help-fact-repeated")));
    }
    let vocabulary = &knowledge[axis.vocabulary];
    let mut positions = Vec::new();
    for named in names(value, axis, vocabulary)? {
        if named.ambiguous {
            let ids = named.positions.iter().map(|position| axis.value(*position, vocabulary).id.clone());
            read.ambiguous.push(Ambiguous { name: named.text, values: ids.collect() });
        }
        positions.extend(named.positions);
    }
    read.facts.set(index, positions, table);
    Ok(())
}

/// A value without its axis: the facts that it may be of.
fn bare(text: &str, knowledge: &Knowledge, table: &Table) -> Problem {
    let may_be = |axis: &&Axis| !text.is_empty() && named(text, axis, &knowledge[axis.vocabulary]).is_some();
    let facts: Vec<String> = table.axes.iter().filter(may_be).map(|axis| format!("{}={text}", axis.id)).collect();
    let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
    let message = Message::new("fact-malformed").with("text", text);
    Problem::suggesting(message, &facts, Message::new("help-fact-malformed"))
}

/// The short way, for what most programs write: the axis by its id, and one value by an id or alias as it stands in the data.
fn as_it_stands(knowledge: &Knowledge, table: &Table, text: &str, read: &mut Read) -> Option<()> {
    let (name, value) = text.split_once('=')?;
    let (index, axis) = AxisId::of(&table.axes).find(|(_, axis)| axis.id == name)?;
    let only = axis.find(knowledge[axis.vocabulary].exactly(value).filter(|_| !value.contains('='))?)?;
    read.facts.get(index).is_none().then(|| read.facts.set(index, [only], table))
}

/// A name and the positions on its axis that it can mean.
struct Named {
    text: String,
    positions: Vec<OnAxis>,
    ambiguous: bool,
}

/// The names of a list parted by commas. A comma may also be part of a name (`Windows Server 2003, Enterprise
/// Edition`), so the longest run of parts that is a name counts as one.
fn names(value: &str, axis: &Axis, vocabulary: &Vocabulary) -> Result<Vec<Named>, Problem> {
    let parts: Vec<&str> = value.split(',').collect();
    let mut found = Vec::new();
    let mut rest = parts.as_slice();
    while let Some(first) = rest.first() {
        let runs = (1..=rest.len().min(4)).rev();
        let known = runs.filter_map(|length| {
            let text = rest.get(..length)?.join(",");
            Some((length, named(text.trim(), axis, vocabulary)?))
        });
        let Some((length, named)) = known.into_iter().next() else {
            return Err(unreadable(first.trim(), axis, vocabulary));
        };
        found.push(named);
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(found)
}

fn named(text: &str, axis: &Axis, vocabulary: &Vocabulary) -> Option<Named> {
    let reading = vocabulary.read(text)?;
    let positions = axis.all_positions(&reading.values, vocabulary);
    let ambiguous = reading.ambiguous && positions.len() > 1;
    (!positions.is_empty()).then(|| Named { text: text.to_owned(), positions, ambiguous })
}

fn unreadable(text: &str, axis: &Axis, vocabulary: &Vocabulary) -> Problem {
    let known: Vec<&str> = axis.all().map(|position| axis.value(position, vocabulary).id.as_str()).collect();
    let known = Problem::known(&known);
    let message = |id: &'static str| Message::new(id).with("axis", &axis.id).with("value", text);
    match vocabulary.read(text).and_then(|reading| Some(&vocabulary[*reading.values.first()?])) {
        Some(elsewhere) => Problem::new(message("fact-not-on-axis").with("id", &elsewhere.id), known),
        // Of numbers the nearest is another thing.
        None if number::read(text).is_some_and(|(_, behind)| behind.trim().is_empty()) => {
            let has_builds = axis.all().any(|position| !axis.value(position, vocabulary).builds.is_empty());
            Problem::new(message(if has_builds { "fact-unknown-value" } else { "fact-number-unread" }), known)
        }
        None => Problem::suggesting(message("fact-unknown-value"), &vocabulary.near(text), known),
    }
}

pub fn unknown_axis(name: &str, table: &Table) -> Problem {
    let message = Message::new("fact-unknown-axis").with("axis", name).with("table", &table.id);
    Problem::unknown(message, name, table.axes.iter().map(|axis| axis.id.as_str()))
}
