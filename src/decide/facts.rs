//! What the asker knows: for some axes, a set of values. Read from names as people and inventories write them.

use crate::diag::suggest;
use crate::knowledge::axis::Axis;
use crate::knowledge::grid::{Boxed, ValueSet};
use crate::knowledge::ids::{AxisId, OnAxis, PerAxis};
use crate::knowledge::table::Table;
use crate::knowledge::{Knowledge, Vocabulary};
use crate::locale::Message;

/// Per axis, the values it can have; an axis of which nothing is known is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    sets: PerAxis<Option<ValueSet>>,
}

impl Facts {
    /// Nothing is known.
    pub fn none(table: &Table) -> Self {
        Self { sets: table.axes.iter().map(|_| None).collect() }
    }

    /// Says what an axis can be, by positions on it. No position at all leaves the axis as it is.
    #[must_use]
    pub fn with(mut self, axis: AxisId, positions: impl IntoIterator<Item = OnAxis>, table: &Table) -> Self {
        let set = ValueSet::of(table[axis].values.len(), positions);
        if !set.is_clear() {
            self.sets[axis] = Some(set);
        }
        self
    }

    /// What is known of an axis; nothing if it is open.
    pub fn get(&self, axis: AxisId) -> Option<&ValueSet> {
        self.sets[axis].as_ref()
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
    /// The facts.
    pub facts: Facts,
    /// Names that can mean several values; all were considered.
    pub ambiguous: Vec<Ambiguous>,
}

/// A name that can mean one of several values and cannot tell which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// The axis.
    pub axis: String,
    /// The name as it was given.
    pub name: String,
    /// Ids of the values considered.
    pub values: Vec<String>,
}

/// Why a fact cannot be read. Never a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactError {
    /// Not of the form `AXIS=VALUE`.
    Malformed {
        /// As it was given.
        text: String,
    },
    /// No such axis in the table.
    UnknownAxis {
        /// As it was given.
        axis: String,
        /// The table.
        table: String,
        /// Axes that were perhaps meant, best first.
        near: Vec<String>,
        /// All axes of the table.
        known: Vec<String>,
    },
    /// No value of the axis is called that.
    UnknownValue {
        /// The axis.
        axis: String,
        /// As it was given.
        value: String,
        /// Names that were perhaps meant, best first.
        near: Vec<String>,
        /// Ids of all values of the axis.
        known: Vec<String>,
    },
    /// The name is known, but the axis has no such value.
    NotOnAxis {
        /// The axis.
        axis: String,
        /// As it was given.
        value: String,
        /// The value that the name means.
        id: String,
        /// Ids of all values of the axis.
        known: Vec<String>,
    },
    /// The axis was given twice.
    RepeatedAxis {
        /// The axis.
        axis: String,
    },
}

impl FactError {
    /// What is wrong.
    pub fn message(&self) -> Message {
        match self {
            Self::Malformed { text } => Message::new("fact-malformed").with("text", text),
            Self::UnknownAxis { axis, table, .. } => {
                Message::new("fact-unknown-axis").with("axis", axis).with("table", table)
            }
            Self::UnknownValue { axis, value, .. } => {
                Message::new("fact-unknown-value").with("axis", axis).with("value", value)
            }
            Self::NotOnAxis { axis, value, id, .. } => {
                Message::new("fact-not-on-axis").with("axis", axis).with("value", value).with("id", id)
            }
            Self::RepeatedAxis { axis } => Message::new("fact-repeated-axis").with("axis", axis),
        }
    }

    /// What to do.
    pub fn help(&self) -> Message {
        let list = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        match self {
            Self::Malformed { .. } => Message::new("help-fact-malformed"),
            Self::UnknownAxis { near, .. } | Self::UnknownValue { near, .. } if !near.is_empty() => {
                Message::new("help-near").with("names", list(near))
            }
            Self::UnknownAxis { known, .. } | Self::UnknownValue { known, .. } | Self::NotOnAxis { known, .. } => {
                Message::new("help-known").with("names", list(known))
            }
            Self::RepeatedAxis { axis } => Message::new("help-fact-repeated").with("axis", axis),
        }
    }

    /// Near matches, best first.
    pub fn near(&self) -> &[String] {
        match self {
            Self::UnknownAxis { near, .. } | Self::UnknownValue { near, .. } => near,
            Self::Malformed { .. } | Self::NotOnAxis { .. } | Self::RepeatedAxis { .. } => &[],
        }
    }
}

/// Reads facts such as `from=xp` and `from=xp,vista`. Axes and values go by id, alias or display name, in any case and with
/// the damage that inventories do.
///
/// # Errors
/// All that cannot be read, in the order given.
pub fn read(knowledge: &Knowledge, table: &Table, written: &[String]) -> Result<Read, Vec<FactError>> {
    let mut read = Read { facts: Facts::none(table), ambiguous: Vec::new() };
    let mut errors = Vec::new();
    for text in written {
        if let Err(error) = read_one(knowledge, table, text, &mut read) {
            errors.push(error);
        }
    }
    if errors.is_empty() { Ok(read) } else { Err(errors) }
}

fn read_one(knowledge: &Knowledge, table: &Table, text: &str, read: &mut Read) -> Result<(), FactError> {
    let malformed = || FactError::Malformed { text: text.to_owned() };
    let (name, value) = text.split_once('=').ok_or_else(malformed)?;
    let (name, value) = (name.trim(), value.trim());
    let blank = |part: &str| part.trim().is_empty();
    if blank(name) || value.contains('=') || value.split(',').any(blank) {
        return Err(malformed());
    }
    let (index, axis) = table.axis(name).ok_or_else(|| unknown_axis(table, name))?;
    if read.facts.get(index).is_some() {
        return Err(FactError::RepeatedAxis { axis: axis.id.clone() });
    }
    let vocabulary = &knowledge[axis.vocabulary];
    let mut positions = Vec::new();
    for named in names(value, axis, vocabulary)? {
        if named.ambiguous {
            read.ambiguous.push(Ambiguous {
                axis: axis.id.clone(),
                name: named.text,
                values: ids(&named.positions, axis, vocabulary),
            });
        }
        positions.extend(named.positions);
    }
    read.facts = std::mem::take(&mut read.facts).with(index, positions, table);
    Ok(())
}

/// A name and the positions on its axis that it can mean.
struct Named {
    text: String,
    positions: Vec<OnAxis>,
    ambiguous: bool,
}

/// The names of a list parted by commas. A comma may also be part of a name (`Windows Server 2003, Enterprise
/// Edition`), so the longest run of parts that is a name counts as one.
fn names(value: &str, axis: &Axis, vocabulary: &Vocabulary) -> Result<Vec<Named>, FactError> {
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

fn unreadable(text: &str, axis: &Axis, vocabulary: &Vocabulary) -> FactError {
    let known = ids(&axis.all().collect::<Vec<_>>(), axis, vocabulary);
    let value = text.to_owned();
    let elsewhere = vocabulary.read(text).and_then(|reading| Some(&vocabulary[*reading.values.first()?]));
    match elsewhere {
        Some(found) => FactError::NotOnAxis { axis: axis.id.clone(), value, id: found.id.clone(), known },
        None => {
            let near = vocabulary.near(text).into_iter().map(str::to_owned).collect();
            FactError::UnknownValue { axis: axis.id.clone(), value, near, known }
        }
    }
}

fn unknown_axis(table: &Table, name: &str) -> FactError {
    let known: Vec<String> = table.axes.iter().map(|axis| axis.id.clone()).collect();
    let near = suggest::nearest(name, known.iter().map(String::as_str), 3).into_iter().map(str::to_owned).collect();
    FactError::UnknownAxis { axis: name.to_owned(), table: table.id.clone(), near, known }
}

fn ids(positions: &[OnAxis], axis: &Axis, vocabulary: &Vocabulary) -> Vec<String> {
    positions.iter().map(|position| axis.value(*position, vocabulary).id.clone()).collect()
}
