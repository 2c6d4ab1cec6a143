//! The compiled knowledge: plain values that refer to each other by their positions.
//!
//! How they refer to each other, and how such a reference is followed, is in [`ids`]; what `build.rs` stored is read back
//! in parts, see [`Part`].

pub mod ask;
pub mod axis;
pub mod dense;
pub mod entry;
mod flat;
pub mod grid;
pub mod ids;
pub mod lexicon;
pub mod names;
pub mod number;
pub mod part;
pub mod runbook;
pub mod setup;
pub mod statement;
pub mod stem;
pub mod table;
pub mod vocabulary;
pub mod words;

use std::ops::Index;

use indexmap::{IndexMap, IndexSet};
use serde::{Deserialize, Serialize};

use ask::Ask;
pub use axis::{Axis, Matches};
pub use dense::{Class, Dense, Outcome, Ruling};
pub use entry::{Citation, Spot, Text};
pub use grid::{Boxed, Grid, Region, ValueSet};
pub use ids::{AxisId, MoveId, OnAxis, PerAxis, PlaceId, RemedyId, SourceId, StatementId, ValueId, VocabularyId};
pub(crate) use ids::{at, at_mut, leads, part};
pub use names::Reading;
pub use part::Part;
pub use runbook::Runbook;
pub use setup::Setup;
pub use statement::Statement;
pub use table::{Count, Move, Table, Total};
pub use vocabulary::{Attribute, Group, KnownBuild, Rewrite, Value, Vocabulary};

use crate::model::{Basis, Origin, Shell};

/// Everything one knowledge folder says.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Knowledge {
    /// What the knowledge calls itself.
    pub name: String,
    pub version: String,
    /// `sha256:` of its files.
    pub digest: String,
    /// Tags of the languages every text has; the first is the fallback.
    pub languages: Vec<String>,
    pub title: Text,
    /// Id of the table that is meant when none is named.
    pub default_table: String,
    pub(crate) vocabularies: Vec<Part<Vocabulary>>,
    /// By their ids.
    pub(crate) tables: IndexMap<String, Part<Table>>,
    pub remedies: Part<Vec<Remedy>>,
    pub sources: Part<Vec<Source>>,
    /// How many facts with the answer they must get the folder has.
    pub expectations: usize,
    /// How many texts there are.
    pub texts: usize,
    /// Of how many of them there is one in each language, and of how many the same as in the first.
    pub told: Vec<(usize, usize)>,
    pub(crate) setup: Part<Option<Setup>>,
    pub(crate) runbook: Part<Option<Runbook>>,
    pub(crate) ask: Part<Ask>,
}

impl Knowledge {
    /// Who exists.
    pub fn vocabularies(&self) -> impl DoubleEndedIterator<Item = &Vocabulary> + Clone {
        self.vocabularies.iter().map(|part| &**part)
    }

    /// What is known.
    pub fn tables(&self) -> impl DoubleEndedIterator<Item = &Table> + Clone {
        self.tables.values().map(|part| &**part)
    }

    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.get(id).map(|table| &**table)
    }

    /// The table that is meant when none is named.
    pub fn default_table(&self) -> Option<&Table> {
        self.table(&self.default_table)
    }

    /// What a value on an axis stands for.
    pub fn value(&self, axis: &Axis, value: OnAxis) -> &Value {
        axis.value(value, &self[axis.vocabulary])
    }

    pub fn ids(&self, axis: &Axis, values: impl IntoIterator<Item = OnAxis>) -> Vec<String> {
        values.into_iter().map(|value| self.value(axis, value).id.clone()).collect()
    }

    /// What a workstation needs, if the knowledge says so.
    pub fn setup(&self) -> Option<&Setup> {
        self.setup.as_ref()
    }

    /// How a cluster is upgraded, if the knowledge says so.
    pub fn runbook(&self) -> Option<&Runbook> {
        self.runbook.as_ref()
    }

    /// Whose word citations are: that of the source nearest to the vendor.
    pub fn origin(&self, citations: &[Citation]) -> Option<Origin> {
        citations.iter().map(|citation| self[citation.source].origin).min()
    }

    /// Ids of what is cited, each once.
    pub fn source_ids(&self, citations: &[Citation]) -> Vec<String> {
        let ids: IndexSet<&String> = citations.iter().map(|citation| &self[citation.source].id).collect();
        ids.into_iter().cloned().collect()
    }

    /// How questions are read, and what is answered without a table.
    pub fn ask(&self) -> &Ask {
        &self.ask
    }
}

/// What to do instead.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remedy {
    pub id: String,
    pub title: Text,
    pub text: Text,
    /// What to type, exactly; `<...>` is for the reader to fill in.
    pub commands: Vec<String>,
    pub shell: Shell,
    pub basis: Basis,
    pub sources: Vec<Citation>,
    pub spot: Spot,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Source {
    /// As cited.
    pub id: String,
    pub title: Text,
    pub publisher: String,
    /// The version that was read: a year, a month or a day, ISO 8601.
    pub date: Option<String>,
    /// Where it can be read: http or https, of signs that need no escaping in a terminal.
    pub url: Option<String>,
    pub origin: Origin,
    /// Places in it that are cited.
    pub places: Vec<SourcePlace>,
    pub spot: Spot,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SourcePlace {
    /// As cited after the slash.
    pub id: String,
    pub at: Text,
}

impl Index<VocabularyId> for Knowledge {
    type Output = Vocabulary;

    fn index(&self, id: VocabularyId) -> &Vocabulary {
        let part: &Part<Vocabulary> = at(&self.vocabularies, id.index());
        part
    }
}

leads!(RemedyId in Knowledge.remedies: Remedy);
leads!(SourceId in Knowledge.sources: Source);
leads!(PlaceId in Source.places: SourcePlace);
