//! The compiled knowledge: plain values that refer to each other by their positions.
//!
//! How they refer to each other, and how such a reference is followed, is in [`ids`].

pub mod ask;
pub mod axis;
pub mod dense;
pub mod grid;
pub mod ids;
pub mod lexicon;
pub mod names;
pub mod number;
pub mod runbook;
pub mod setup;
pub mod stored;
pub mod table;
pub mod words;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use semver::Version;
use serde::{Deserialize, Serialize};

use ask::Ask;
use ids::{PlaceId, SourceId, ValueId};
use runbook::Runbook;
use setup::Setup;
use table::Table;
use words::Pattern;

use crate::model::terms::{AttributeKind, Basis, Origin, Shell};

/// Everything one knowledge folder says.
#[derive(Clone, Debug, Serialize, Deserialize)]
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
    /// Who exists.
    pub vocabularies: Vec<Vocabulary>,
    /// What is known. All of it, unless only one was asked for: see [`stored::read`].
    pub tables: Vec<Table>,
    /// What to do instead.
    pub remedies: Vec<Remedy>,
    /// On whose word.
    pub sources: Vec<Source>,
    /// How many facts with the answer they must get the folder has.
    pub expectations: usize,
    /// What a workstation needs, if the knowledge says so.
    pub(crate) setup: Option<Setup>,
    /// How a cluster is upgraded, if the knowledge says so.
    pub(crate) runbook: Option<Runbook>,
    /// How questions are read, and what is answered without a table.
    pub(crate) ask: Ask,
}

impl Knowledge {
    /// The table with this id.
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The table that is meant when none is named.
    pub fn default_table(&self) -> Option<&Table> {
        self.table(&self.default_table)
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

    /// How questions are read, and what is answered without a table.
    pub fn ask(&self) -> &Ask {
        &self.ask
    }
}

/// A text in every language of its knowledge.
///
/// One string for all languages: there are a thousand texts, and most of an answer's time would go into taking them apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text(Box<str>);

/// Stands behind the text of each language, and behind its tag. No text can hold them: they are control characters.
const AFTER_TEXT: char = '\u{1e}';
const AFTER_TAG: char = '\u{1f}';

impl Text {
    /// A text from pairs of language tag and text; the first is the fallback.
    pub fn new<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut all = String::new();
        for (tag, text) in texts {
            all.push_str(tag);
            all.push(AFTER_TAG);
            all.push_str(&text.replace([AFTER_TEXT, AFTER_TAG], " "));
            all.push(AFTER_TEXT);
        }
        Self(all.into_boxed_str())
    }

    /// Each language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split_terminator(AFTER_TEXT).filter_map(|pair| pair.split_once(AFTER_TAG))
    }

    /// The text in this language, else in the first.
    pub fn get(&self, language: &str) -> &str {
        let found = self.iter().find(|(tag, _)| *tag == language).or_else(|| self.iter().next());
        found.map_or("", |(_, text)| text)
    }
}

/// Where an entry stands in the knowledge folder, for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Relative to the folder.
    pub path: String,
    /// From 1.
    pub line: usize,
}

/// A named list of values.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Vocabulary {
    pub id: String,
    pub title: Text,
    /// Whether its values can be installed.
    pub installable: bool,
    /// What values may carry.
    pub attributes: Vec<Attribute>,
    pub values: Vec<Value>,
    /// Names for sets of values.
    pub groups: Vec<Group>,
    /// Spellings made equal before names are compared.
    pub(crate) rewrites: Vec<Rewrite>,
    /// Words that never tell values apart.
    pub(crate) noise: Vec<Vec<Pattern>>,
    /// Whether of several values that a version number can be only the one that tells it most exactly is meant.
    pub(crate) nearest_build: bool,
    /// Every word that occurs in a spelling, sorted, to recognise a word with a stray last letter.
    pub(crate) words: Vec<String>,
    /// Who has which id or alias, by its hash; made when the first name is read.
    #[serde(skip)]
    pub(crate) exact: OnceLock<FxHashMap<u64, ValueId>>,
}

/// Something that values of a vocabulary may carry.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attribute {
    /// As in `attributes = { <id> = "..." }`.
    pub id: String,
    pub title: Text,
    pub kind: AttributeKind,
    /// The day as of which it is known, if it changes.
    pub as_of: Option<String>,
    pub sources: Vec<Citation>,
}

/// Something that exists and can be named. To be listed claims nothing about it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Value {
    /// Unique in the knowledge.
    pub id: String,
    pub name: Text,
    /// For the heads of grids.
    pub short: String,
    pub aliases: Vec<String>,
    /// What it carries, by position in [`Vocabulary::attributes`].
    pub attributes: Vec<Option<String>>,
    /// How firmly each of these is known.
    pub attribute_bases: Vec<Basis>,
    /// Its semantic version, where it has one.
    pub version: Option<Version>,
    /// Version numbers that can be this value.
    pub builds: Vec<number::Range>,
    /// Published builds.
    pub known_builds: Vec<KnownBuild>,
    /// The value of the same vocabulary of which this is a more exact form.
    pub refines: Option<ValueId>,
    /// Id of the capability that it gives, for a package.
    pub gives: Option<String>,
    /// What a reader should know.
    pub note: Option<Text>,
    pub spot: Spot,
    /// Id, names and aliases in the form in which names are compared.
    pub(crate) spellings: Vec<String>,
    /// Words that say nothing about this value.
    pub(crate) noise: Vec<Vec<Pattern>>,
}

/// A published build.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KnownBuild {
    /// The number as published.
    pub build: String,
    /// The same number, part by part.
    pub number: number::Parts,
    pub name: String,
    /// When it was published, ISO 8601.
    pub date: Option<String>,
    /// The article that describes it.
    pub article: Option<String>,
}

/// A name for a set of values.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Unique in the knowledge.
    pub id: String,
    pub name: Text,
    pub aliases: Vec<String>,
    /// Positions of the values.
    pub members: Vec<ValueId>,
    /// Whether one of the members is meant and the name cannot tell which.
    pub ambiguous: bool,
    pub spot: Spot,
    /// As in [`Value::spellings`].
    pub(crate) spellings: Vec<String>,
}

/// What to do instead.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remedy {
    /// As referred to by rules.
    pub id: String,
    pub title: Text,
    pub text: Text,
    /// What to type, exactly; `<...>` is for the reader to fill in.
    pub commands: Vec<String>,
    /// Where it is typed.
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
    pub origin: Origin,
    /// Places in it that are cited.
    pub places: Vec<SourcePlace>,
    pub spot: Spot,
}

/// A place in a document.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SourcePlace {
    /// As cited after the slash.
    pub id: String,
    pub at: Text,
}

/// A document, and where in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Citation {
    pub source: SourceId,
    pub place: Option<PlaceId>,
}

/// A spelling and what it is read as.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rewrite {
    pub(crate) from: Vec<Pattern>,
    pub(crate) to: Vec<Pattern>,
}
