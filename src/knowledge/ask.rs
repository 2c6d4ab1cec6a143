//! How running text becomes facts, compiled: cues as patterns, names as positions.
//!
//! How it comes about is in `questions`; what is done with it is in [`crate::ask`](../../ask/index.html).

use serde::{Deserialize, Serialize};

use super::ids::{AxisId, OnAxis, RemedyId, ValueId, VocabularyId};
use super::words::Pattern;
use super::{Citation, Spot, Text};
use crate::model::terms::{Basis, Verdict};

/// A phrase, one pattern a word.
pub type Cue = Vec<Pattern>;

/// How questions are read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ask {
    /// What may be glued to a name.
    pub endings: Vec<Pattern>,
    /// Words that say nothing.
    pub fillers: Vec<Cue>,
    /// Other products: the version behind them is theirs.
    pub foreign: Vec<Cue>,
    /// What follows belongs to what stands before.
    pub back: Vec<Cue>,
    /// What stands before belongs to what follows.
    pub forward: Vec<Cue>,
    /// Names on both sides have the same part.
    pub alike: Vec<Cue>,
    /// The name beside it has every part that it can have.
    pub both: Vec<Cue>,
    /// The name behind it is not meant.
    pub not: Vec<Cue>,
    /// The name before it is not meant, but the one behind it.
    pub instead: Vec<Cue>,
    /// Ends a phrase and tells nothing.
    pub part: Vec<Cue>,
    /// Vocabularies in running text.
    pub names: Vec<Names>,
    /// What makes a question one of a table.
    pub topics: Vec<Topic>,
    /// What shows to which axes a name belongs.
    pub sides: Vec<Side>,
    /// Words that are facts.
    pub implied: Vec<Implied>,
    /// Sessions to another machine.
    pub sessions: Vec<Session>,
    /// What is not answered here.
    pub scopes: Vec<Scope>,
    /// How things are done.
    pub procedures: Vec<Procedure>,
}

/// A vocabulary in running text.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Names {
    /// Position of the vocabulary.
    pub vocabulary: VocabularyId,
    /// Spellings that count only together with another word of the name.
    pub company: Vec<String>,
    /// Spellings that are never read.
    pub never: Vec<String>,
    /// Names of things that are no values.
    pub unknown: Vec<Cue>,
}

/// What makes a question one of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    pub table: String,
    /// Cues with their weights.
    pub cues: Vec<(Cue, u32)>,
    /// Weights of naming a value: any of a vocabulary, or one of these.
    pub mentions: Vec<(VocabularyId, Option<Vec<ValueId>>, u32)>,
    /// Positions of the axes of which such a question names a value.
    pub subject: Vec<AxisId>,
    /// Words that show the same.
    pub about: Vec<Cue>,
}

/// Axes that go together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Side {
    pub id: String,
    pub table: String,
    /// Positions of the axes.
    pub axes: Vec<AxisId>,
    /// Stands before a name of this side; the axis, where it stands before no other.
    pub before: Vec<(Cue, Option<AxisId>)>,
    /// What the name is the name of; the axis, where it can be only one.
    pub nouns: Vec<(Cue, Option<AxisId>)>,
    /// The same, but not always.
    pub hints: Vec<Cue>,
    /// Stands behind a name of this side.
    pub after: Vec<Cue>,
}

/// A word that is a fact where nothing else tells the axis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Implied {
    pub table: String,
    pub cues: Vec<Cue>,
    /// Axis and what it is, both by position.
    pub facts: Vec<(AxisId, Vec<OnAxis>)>,
}

/// Who works over a session works on the machine at its far end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    pub id: String,
    pub table: String,
    /// Position of the axis that the far end takes over.
    pub moves: AxisId,
    /// Position of the axis that it tells as well if it is a machine of the other side.
    pub reaches: AxisId,
    pub cues: Vec<Cue>,
    /// Words with which it does not count.
    pub unless: Vec<Cue>,
}

/// Something this knowledge does not answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scope {
    pub id: String,
    pub cues: Vec<Cue>,
    pub text: Text,
}

/// How a thing is done.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Procedure {
    pub id: String,
    /// Id of the table it belongs to.
    pub table: String,
    /// One of each must be there.
    pub cues: Vec<Vec<Cue>>,
    /// Values of which each must be named: vocabulary and values, by position.
    pub names: Vec<(VocabularyId, Vec<ValueId>)>,
    /// None of these may be there.
    pub unless: Vec<Cue>,
    /// Whether it is the way.
    pub verdict: Verdict,
    /// The answer.
    pub because: Text,
    pub basis: Basis,
    pub sources: Vec<Citation>,
    /// What to do, by position.
    pub remedies: Vec<RemedyId>,
    pub spot: Spot,
}
