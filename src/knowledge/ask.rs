//! How running text becomes facts, compiled: one list of phrases with what each tells, names as positions.
//!
//! How it comes about is in `compile/questions`; what is done with it is in [`crate::ask`](../../ask/index.html).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::entry::{Citation, Spot, Text};
use super::flat::{FlatNumbers, position};
use super::ids::{AxisId, OnAxis, RemedyId, ValueId, VocabularyId, word};
use super::lexicon::Lexicon;
use super::stem::stem;
use super::words::Pattern;
use crate::model::{Basis, Reply, Verdict};

/// How questions are read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Ask {
    /// What may be glued to a name.
    pub endings: Vec<Pattern>,
    /// Words that are passed over within cues.
    pub articles: Vec<String>,
    /// Words before the asker's own machine.
    pub mine: Vec<String>,
    pub cues: Cues,
    /// Every word of a cue or a name, and the stems of those of cues.
    pub words: Lexicon,
    pub stems: Lexicon,
    /// One for each vocabulary, in their order.
    pub names: Vec<Names>,
    pub topics: Vec<Topic>,
    pub sides: Vec<Side>,
    pub implied: Vec<Implied>,
    pub sessions: Vec<Session>,
    pub scopes: Vec<Scope>,
    pub procedures: Vec<Procedure>,
}

impl Ask {
    /// Whether a word stands in a cue or a name, in whatever form.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.words.knows(word) || self.stems.knows(&stem(word)) || self.is_article(word)
    }

    #[must_use]
    pub fn is_article(&self, word: &str) -> bool {
        self.articles.iter().any(|article| article == word)
    }
}

/// All phrases that tell something, and what they tell; of each word its stem.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Cues {
    pub phrases: Lexicon,
    /// Everything that a phrase can tell.
    all: Vec<Tells>,
    /// For each thing that a phrase tells, the phrase, in their order, and what it is.
    phrase: FlatNumbers,
    told: FlatNumbers,
}

impl Cues {
    /// Each phrase with what it tells, in whatever order.
    pub(crate) fn new(mut told: Vec<(String, Tells)>) -> Self {
        told.retain(|(phrase, _)| !phrase.is_empty());
        told.sort_unstable();
        let kinds: BTreeSet<Tells> = told.iter().map(|(_, tells)| *tells).collect();
        let all: Vec<Tells> = kinds.into_iter().collect();
        let alike = told.chunk_by(|(one, _), (other, _)| one == other).enumerate();
        let phrase = alike.flat_map(|(at, alike)| alike.iter().map(move |_| word(at))).collect();
        let numbers = told.iter().filter_map(|(_, tells)| all.binary_search(tells).ok()).map(word).collect();
        told.dedup_by(|(one, _), (other, _)| one == other);
        Self { phrases: Lexicon::sorted(told.into_iter().map(|(phrase, _)| phrase)), all, phrase, told: numbers }
    }

    pub fn tells(&self, phrase: usize) -> impl Iterator<Item = Tells> {
        let first = self.phrase.partition_point(|of| position(*of) < phrase);
        let own =
            self.phrase.iter().zip(self.told.iter()).skip(first).take_while(move |(of, _)| position(**of) == phrase);
        own.filter_map(|(_, told)| self.all.get(position(*told)).copied())
    }

    /// Whether a word says how the names beside it hang together, so that it is never part of one.
    pub fn is_link(&self, word: &str) -> bool {
        let links = |tells| matches!(tells, Tells::Back | Tells::Forward | Tells::Alike | Tells::Before(..));
        self.phrases.position(&stem(word)).is_some_and(|phrase| self.tells(phrase).any(links))
    }
}

/// What a phrase tells. Numbers are positions in [`Ask`], or of a vocabulary or an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tells {
    /// Nothing.
    Filler,
    /// Another product: the version behind its name is its own.
    Foreign,
    /// Something of a vocabulary that is no value.
    Unknown(VocabularyId),
    /// What follows belongs to what stands before.
    Back,
    /// What stands before belongs to what follows.
    Forward,
    /// The names on both sides have the same part.
    Alike,
    /// The name beside it has every part that it can have.
    Both,
    /// What is not named of one machine is that of the other.
    Same,
    /// Nothing, but it may tell one machine from another.
    Label,
    /// Stands before a name of this side; of this axis, if it stands before no other.
    Before(usize, Option<AxisId>),
    /// What a name of this side is the name of, and the axis, where it can be only one.
    Noun(usize, Option<AxisId>),
    /// The same, but not always.
    Hint(usize),
    /// Stands behind a name of this side.
    After(usize),
    /// None of the words of this side counts.
    NoSide(usize),
    /// The name behind it is not meant, in Korean the one before it.
    Not,
    /// The name before it is not meant, but the one behind it.
    Instead,
    /// What follows in the sentence is told beside the question; what comes before in the clause is; up to where.
    Aside,
    Over,
    Anew,
    /// What follows in the clause is so now; and what is to come is told or asked.
    Now,
    Later,
    /// Of two names in the sentence the first is no longer so.
    Change,
    /// The name behind it is no longer so, or the one before it at the end of a clause, where another is.
    Former,
    /// Ends a phrase and tells nothing.
    Part,
    /// A fact.
    Implied(usize),
    /// A session to another machine, and what speaks against it.
    Session(usize),
    NoSession(usize),
    /// A topic and how much the phrase weighs.
    Topic(usize, u32),
    /// The question is about what this topic is about.
    About(usize),
    /// What is not answered here, and what speaks against it.
    Scope(usize),
    NoScope(usize),
    Asks(Asks),
    /// A set of phrases that a procedure asks for.
    Set(usize),
}

/// What is asked for, besides whether something may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Asks {
    /// Whether it must be done.
    Must,
    /// What comes before it or what it needs: whether it must be done, where that is what the answer is about.
    Need,
    /// Whether it may be left out.
    Skip,
    /// How, which, what, how long.
    How,
    /// Why, since when, what instead.
    Why,
    /// Whether it is so of each that is named.
    Each,
    /// Asks for an answer, where there is no question mark.
    Plea,
    /// Whether, after all: what was asked before it is no longer asked.
    Whether,
}

impl Tells {
    /// Whether the phrase is the name of something that is no value.
    pub fn is_name(self) -> bool {
        matches!(self, Self::Foreign | Self::Unknown(_) | Self::Scope(_))
    }

    /// The side that the phrase is a word of.
    pub fn side(self) -> Option<usize> {
        match self {
            Self::Before(side, _) | Self::Noun(side, _) | Self::Hint(side) | Self::After(side) => Some(side),
            _ => None,
        }
    }

    /// Whether the phrase is part of how names hang together: then it is read once, where it is longest.
    pub fn is_structure(self) -> bool {
        !matches!(
            self,
            Self::NoSide(_)
                | Self::NoSession(_)
                | Self::NoScope(_)
                | Self::Topic(..)
                | Self::About(_)
                | Self::Asks(_)
                | Self::Set(_)
        )
    }
}

/// How the names of a vocabulary are found in running text.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Names {
    /// Spellings that count only together with another word of the name.
    pub company: Vec<String>,
    /// Spellings that are never read.
    pub never: Vec<String>,
    pub spellings: Lexicon,
    pub noise: Lexicon,
    pub rewrites: Lexicon,
    /// For each phrase of `rewrites`, its position in the vocabulary's.
    pub order: Vec<usize>,
}

/// What makes a question one of a table.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    pub table: String,
    /// Weights of naming a value: any of a vocabulary, or one of these.
    pub mentions: Vec<(VocabularyId, Option<Vec<ValueId>>, u32)>,
    /// Positions of the axes of which such a question names a value.
    pub subject: Vec<AxisId>,
}

/// Axes that go together.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Side {
    /// Id of the table; none for machines that do not matter: they have no axis, whatever table is asked.
    pub table: Option<String>,
    /// Positions of the axes; none for machines that do not matter in a question to this table.
    pub axes: Vec<AxisId>,
}

impl Side {
    /// Whether its words count in a question to this table.
    pub fn is_of(&self, table: &str) -> bool {
        self.table.as_ref().is_none_or(|own| own == table)
    }
}

/// A word that is a fact where nothing else tells the axis.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Implied {
    pub table: String,
    /// Axis and what it is, both by position.
    pub facts: Vec<(AxisId, Vec<OnAxis>)>,
}

/// Who works over a session works on the machine at its far end.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Session {
    pub table: String,
    /// Position of the axis that the far end takes over.
    pub moves: AxisId,
    /// Position of the axis that it tells as well if it is a machine of the other side.
    pub reaches: AxisId,
}

/// Something this knowledge does not answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Scope {
    pub id: String,
    /// What it is.
    pub text: Text,
}

/// How a thing is done.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Procedure {
    pub id: String,
    /// Id of the table it belongs to.
    pub table: String,
    pub heard: Vec<Heard>,
    /// What is answered to a plain question.
    pub reply: Reply,
    /// The answer.
    pub because: Text,
    pub basis: Basis,
    pub sources: Vec<Citation>,
    /// What to do, by position.
    pub remedies: Vec<RemedyId>,
    pub spot: Spot,
}

/// What a question has to say to be answered by a procedure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Heard {
    /// Of each of these one must be there, and none of `unless`.
    pub all: Vec<Vec<Sign>>,
    /// How much each of them tells: the fewer answers are heard by it, the more.
    pub weights: Vec<u32>,
    pub unless: Vec<Sign>,
    /// What is answered then.
    pub reply: Reply,
}

/// Something that is in a question or is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sign {
    /// A phrase of a set, by position.
    Set(usize),
    Asks(Asks),
    /// The name of one of these values.
    Named(VocabularyId, Vec<ValueId>),
}

impl Heard {
    /// Whether a set is one of its signs.
    pub fn uses(&self, set: usize) -> bool {
        self.all.iter().flatten().chain(&self.unless).any(|sign| *sign == Sign::Set(set))
    }

    /// What the asker hears. Who asks how or why hears the answer itself, and so does who asks for no need where the answer is about
    /// one, or for one where it is about none. Who asks whether something needed may be left out, and not whether it must be done, is
    /// told no.
    #[must_use]
    pub fn reply(&self, asks: &[Asks]) -> Reply {
        let asked = |one: Asks| asks.contains(&one);
        match self.reply {
            Reply::Unknown => Reply::Unknown,
            _ if asked(Asks::How) || asked(Asks::Why) => Reply::Told,
            Reply::Yes | Reply::No if asked(Asks::Must) => Reply::Told,
            Reply::Needed if asked(Asks::Skip) && !asked(Asks::Must) => Reply::No,
            Reply::NotNeeded if asked(Asks::Skip) => Reply::NotNeeded,
            Reply::Needed | Reply::NotNeeded if !asked(Asks::Must) && !asked(Asks::Need) => Reply::Told,
            reply => reply,
        }
    }
}

impl Procedure {
    /// The verdict that goes with its reply to a plain question.
    pub fn verdict(&self) -> Verdict {
        self.reply.verdict().unwrap_or(Verdict::Undocumented)
    }
}
