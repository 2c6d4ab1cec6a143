//! A question as people type it becomes facts of one of the tables, and never more than it says.
//!
//! In: the compiled knowledge and a text. Out: a [`Reading`]: which table is asked, which words gave which fact, what was assumed
//! and what was ignored. Names and cues are found in one pass each, the longest phrase wins, and each name gets its part from the
//! words around it. All words are data (`ask.toml`); nothing is decided and nothing is phrased here.

mod cases;
mod cues;
mod facts;
mod items;
mod names;
mod phrases;
mod roles;
mod session;
mod settle;
mod spelling;
mod text;
mod topic;
mod votes;

use std::ops::Range;

use crate::decide::{Conclusion, Decision, Facts, decide};
use crate::knowledge::Knowledge;
use crate::knowledge::ask::{Ask, Procedure, Scope};
use crate::knowledge::ids::{AxisId, OnAxis, ValueId, VocabularyId};
use crate::knowledge::table::Table;
use crate::knowledge::words;
use crate::locale::{Language, Message};
use crate::model::terms::Verdict;
use cues::{Lexicon, Use};
use facts::Gathered;
use items::Item;
use names::{Mention, Reader};
use roles::Stage;
use spelling::Spelling;
use text::Text;

/// A question longer than this, in bytes, is refused: it is no question, and reading it would take noticeable time.
pub const LONGEST_QUESTION: usize = 64 << 10;

/// What was read out of a question.
#[derive(Clone, Debug)]
pub struct Reading<'k> {
    /// As it was asked.
    pub question: String,
    /// The language it was asked in.
    pub language: Language,
    /// What is asked.
    pub subject: Subject<'k>,
    /// Words that told something, in their order.
    pub reads: Vec<Read>,
    /// Words that told nothing, in their order.
    pub ignored: Vec<Range<usize>>,
}

impl<'k> Reading<'k> {
    /// The facts of the question; none where it is out of scope.
    #[must_use]
    pub fn asked(&self) -> Option<&Asked<'k>> {
        match &self.subject {
            Subject::Table(asked) | Subject::Procedure(_, asked) => Some(asked),
            Subject::OutOfScope(_) => None,
        }
    }
}

/// What is asked.
#[derive(Clone, Debug)]
pub enum Subject<'k> {
    /// Cells of a table.
    Table(Asked<'k>),
    /// How a thing is done.
    Procedure(&'k Procedure, Asked<'k>),
    /// Something that the knowledge is not about; which, if that is known.
    OutOfScope(Option<&'k Scope>),
}

/// Facts of a table.
#[derive(Clone, Debug)]
pub struct Asked<'k> {
    /// The table.
    pub table: &'k Table,
    /// Whether the question itself shows that it is this table.
    pub shown: bool,
    /// Everything that was said, together.
    pub facts: Facts,
    /// The same one by one, where the question is about several machines; otherwise empty.
    pub cases: Vec<Facts>,
    /// Axes of which the question names something that is no value, and its words.
    pub unknown: Vec<(AxisId, String)>,
}

/// Words of the question and what they told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Bytes of the question.
    pub span: Range<usize>,
    /// What they told.
    pub gives: Gives,
    /// Whether the part of the name is a guess: nothing around it tells.
    pub assumed: bool,
}

/// What words told. Axes and values are positions in the table, vocabularies in the knowledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gives {
    /// An axis has one of these values.
    Fact {
        /// The axis.
        axis: AxisId,
        /// Positions on it.
        values: Vec<OnAxis>,
        /// Whether the name cannot tell which.
        ambiguous: bool,
        /// Whether the words are no name of it but imply it.
        implied: bool,
    },
    /// An axis has something that is no value.
    Unknown {
        /// The axis.
        axis: AxisId,
    },
    /// A known name that is no part of this question.
    NotAsked {
        /// Its vocabulary.
        vocabulary: VocabularyId,
        /// What it can mean, by position in the vocabulary.
        values: Vec<ValueId>,
    },
    /// A name that a session to another machine puts out of account.
    SetAside {
        /// The axis it would have been.
        axis: AxisId,
        /// Positions on it.
        values: Vec<OnAxis>,
    },
    /// A name that is said not to be meant.
    Denied {
        /// Its vocabulary.
        vocabulary: VocabularyId,
        /// What it can mean, by position in the vocabulary.
        values: Vec<ValueId>,
    },
    /// The work is done over a session to another machine.
    Session,
    /// Another product.
    Foreign,
    /// Something that is not answered here.
    Scope,
    /// What the question is about, or how its names hang together.
    Cue,
}

impl Asked<'_> {
    /// What is no value and stands on an axis of which these facts know nothing.
    #[must_use]
    pub fn unknown_in(&self, facts: &Facts) -> Vec<(AxisId, String)> {
        self.unknown.iter().filter(|(axis, _)| facts.get(*axis).is_none()).cloned().collect()
    }

    /// What follows from some of these facts. Of a thing that is no value nothing is known, unless the answer is the same whatever
    /// it is.
    #[must_use]
    pub fn decide(&self, facts: &Facts, strict: bool) -> Decision {
        let unknown = self.unknown_in(facts);
        if unknown.is_empty() {
            return decide(self.table, facts, strict);
        }
        let any = unknown
            .iter()
            .fold(facts.clone(), |facts, (axis, _)| facts.with(*axis, self.table[*axis].all(), self.table));
        let decision = decide(self.table, &any, strict);
        if decision.verdict() == Verdict::Unsupported {
            return Decision { facts: facts.clone(), ..decision };
        }
        let conclusion = Conclusion::Undocumented { silents: Vec::new(), discounted: Vec::new() };
        let cautions = Vec::new();
        Decision { facts: facts.clone(), conclusion, choices: Vec::new(), follows: Vec::new(), cautions, ..decision }
    }
}

/// Reads questions. Making one takes longer than reading a question with it.
pub struct Asker<'k> {
    knowledge: &'k Knowledge,
    lexicon: Lexicon,
    readers: Vec<Reader<'k>>,
    spelling: Spelling,
}

impl<'k> Asker<'k> {
    /// A reader of questions to this knowledge.
    #[must_use]
    pub fn new(knowledge: &'k Knowledge) -> Self {
        let ask = knowledge.ask();
        let vocabularies = VocabularyId::all(knowledge.vocabularies.len());
        let readers = vocabularies.map(|id| Reader::new(id, knowledge, ask));
        let lexicon = Lexicon::new(ask);
        let names = knowledge.vocabularies.iter().flat_map(|vocabulary| &vocabulary.words).map(String::as_str);
        let spelling = Spelling::new(names.chain(lexicon.words()));
        Self { knowledge, readers: readers.collect(), lexicon, spelling }
    }

    /// Reads a question.
    ///
    /// # Errors
    /// Says so when it is empty or longer than [`LONGEST_QUESTION`].
    pub fn read(&self, question: &str) -> Result<Reading<'k>, Message> {
        if question.len() > LONGEST_QUESTION {
            let message = Message::new("question-too-long").number("bytes", question.len());
            return Err(message.number("most", LONGEST_QUESTION));
        }
        if question.trim().is_empty() {
            return Err(Message::new("question-empty"));
        }
        let ask = self.knowledge.ask();
        let knows = |word: &str| self.knows(word);
        let mended = |word: &str| self.spelling.mended(word).map(str::to_owned);
        let text = Text::new(question, &ask.endings, &knows, &mended);
        let mentions: Vec<Mention> = self.readers.iter().flat_map(|reader| reader.find(&text, &knows)).collect();
        let found = self.lexicon.find(&text);
        let owned = |uses: &[Use], vocabulary: VocabularyId| self.is_own_noun(uses, vocabulary);
        let any = items::read(&text, &mentions, &found, &|_| true, &owned);
        let signals = topic::Signals::new(&found, &any);
        let choice = topic::choose(self.knowledge, &signals, &any);
        // Now that the table is known, the cues of others do not count any more.
        let table = choice.table().map_or("", |table| table.id.as_str());
        let items = items::read(&text, &mentions, &found, &|one| ask.counts(one, table), &owned);
        let (subject, reads) = self.gather(choice, &text, &items, &signals);
        let ignored = facts::ignored(&text, &items, &found);
        Ok(Reading { question: question.to_owned(), language: language(&text, &items), subject, reads, ignored })
    }

    fn gather(
        &self,
        subject: topic::Choice<'k>,
        text: &Text<'_>,
        items: &[Item],
        signals: &topic::Signals,
    ) -> (Subject<'k>, Vec<Read>) {
        let (table, shown, procedure) = match subject {
            topic::Choice::OutOfScope(scope) => return (Subject::OutOfScope(scope), facts::cues_only(items)),
            topic::Choice::Table { table, shown } => (table, shown, None),
            topic::Choice::Procedure { table, procedure } => (table, true, Some(procedure)),
        };
        let stage = Stage { knowledge: self.knowledge, table, ask: self.knowledge.ask() };
        let Gathered { facts, cases, unknown, reads } = facts::gather(stage, text, items, signals);
        let asked = Asked { table, shown, facts, cases, unknown };
        match procedure {
            Some(procedure) => (Subject::Procedure(procedure, asked), reads),
            None => (Subject::Table(asked), reads),
        }
    }

    /// Whether a word is part of any name or cue.
    fn knows(&self, word: &str) -> bool {
        self.lexicon.knows(word) || self.knowledge.vocabularies.iter().any(|vocabulary| vocabulary.knows(word))
    }

    /// Whether a cue is a noun of one axis alone, and that axis draws on this vocabulary.
    fn is_own_noun(&self, uses: &[Use], vocabulary: VocabularyId) -> bool {
        let sides = &self.knowledge.ask().sides;
        uses.iter().any(|one| {
            let Use::Noun(side, Some(axis)) = one else { return false };
            let table = sides.get(*side).and_then(|side| self.knowledge.table(&side.table));
            table.is_some_and(|table| table[*axis].vocabulary == vocabulary)
        })
    }
}

impl Ask {
    /// Whether a cue counts in a question to this table.
    fn counts(&self, one: Use, table: &str) -> bool {
        let of = match one {
            Use::Before(side, _) | Use::Noun(side, _) | Use::Hint(side) | Use::After(side) => {
                self.sides.get(side).map(|side| &side.table)
            }
            Use::Implied(at) => self.implied.get(at).map(|implied| &implied.table),
            Use::Session(at) => self.sessions.get(at).map(|session| &session.table),
            _ => None,
        };
        of.is_none_or(|of| of == table)
    }
}

/// The language of a question: that of the words that are no names. One Korean word weighs three others, since names and
/// terms stay as they are.
fn language(text: &Text<'_>, items: &[Item]) -> Language {
    let named = |at: usize| items.iter().any(|item| item.name().is_some_and(|name| name.span.contains(&at)));
    let (mut korean, mut others) = (0, 0);
    for word in &text.words {
        if word.text.contains(words::is_hangul) {
            korean += 1;
        } else if !named(word.span.start) && word.text.chars().all(char::is_alphabetic) {
            others += 1;
        }
    }
    if korean > 0 && korean * 3 >= others { Language::Ko } else { Language::En }
}
