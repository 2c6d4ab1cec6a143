//! A question as people type it becomes facts of one of the tables, and never more than it says.
//!
//! In: the compiled knowledge and a text. Out: a [`Reading`]: which table is asked, which words gave which fact, what was assumed
//! and what was ignored. Names and cues are found in one pass each, the longest phrase wins, and each name gets its part from the
//! words around it. All words are data (`ask.toml`); nothing is decided and nothing is phrased here.

mod antecedents;
mod asked;
mod asking;
mod beside;
mod called;
mod cases;
mod corrections;
mod cues;
mod facts;
mod heard;
mod items;
mod names;
mod phrases;
mod reply;
mod session;
mod settle;
mod signals;
mod spelling;
mod stage;
mod text;
mod topic;
mod votes;

use std::ops::Range;

use crate::decide::{Conclusion, Facts};
use crate::knowledge::ask::{Ask, Asks, Heard, Procedure, Scope, Tells};
use crate::knowledge::{AxisId, Knowledge, OnAxis, Table, ValueId, ValueSet, VocabularyId, words};
use crate::limits;
use crate::locale::{Language, Message};
use crate::model::Reply;
use beside::Beside;
use facts::Gathered;
use heard::Hearing;
use items::Item;
use names::{Mention, Reader};
use stage::Stage;
use text::Text;

/// That a question is longer than any that is read.
pub fn too_long() -> Message {
    Message::new("question-too-long").number("most", limits::QUESTION)
}

/// What was read out of a question.
#[derive(Clone, Debug)]
pub struct Reading<'k> {
    /// As it was asked.
    pub question: String,
    /// The language it was asked in.
    pub language: Language,
    /// What is asked.
    pub subject: Subject<'k>,
    /// What is asked for, besides whether something may be done.
    pub asks: Vec<Asks>,
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
            Subject::Table(asked) | Subject::Procedure(_, _, asked) => Some(asked),
            Subject::OutOfScope(_) => None,
        }
    }
}

/// What is asked.
#[derive(Clone, Debug)]
pub enum Subject<'k> {
    /// Cells of a table.
    Table(Asked<'k>),
    /// How a thing is done, and what the asker hears.
    Procedure(&'k Procedure, Reply, Asked<'k>),
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
    /// Whether the cases are no machines but fair readings of the same words with different verdicts, so that none of them is
    /// the answer. The facts are then what all of them say.
    pub depends_on_reading: bool,
    /// Whether what is asked is if the work must be done over a session to another machine: the facts are those without it.
    pub session_asked: bool,
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

/// Reads questions.
pub struct Asker<'k> {
    knowledge: &'k Knowledge,
    readers: Vec<Reader<'k>>,
}

impl<'k> Asker<'k> {
    /// A reader of questions to this knowledge.
    #[must_use]
    pub fn new(knowledge: &'k Knowledge) -> Self {
        let readers = VocabularyId::all(knowledge.vocabularies.len()).filter_map(|at| Reader::new(at, knowledge));
        Self { knowledge, readers: readers.collect() }
    }

    /// Reads a question.
    ///
    /// # Errors
    /// Says so when it is empty or longer than [`limits::QUESTION`].
    pub fn read(&self, question: &str) -> Result<Reading<'k>, Message> {
        if question.len() > limits::QUESTION {
            return Err(too_long());
        }
        if question.trim().is_empty() {
            return Err(Message::new("question-empty"));
        }
        let ask = self.knowledge.ask();
        let text = Text::new(question, ask);
        let mentions: Vec<Mention> = self.readers.iter().flat_map(|reader| reader.find(&text)).collect();
        let mut found = cues::find(&ask.cues, &text);
        cues::drop_absent_sides(&mut found);
        let owned = |tells: &[Tells], vocabulary: VocabularyId| self.is_own_noun(tells, vocabulary);
        let any = items::read(&text, &mentions, &found, &|_| true, &|_| true, &owned);
        let beside = Beside::new(ask, &text, &any);
        let asked: Vec<cues::Found> =
            found.iter().filter(|cue| !beside.takes(question, &any, cue.span.start)).cloned().collect();
        let signals = signals::Signals::new(ask, question, &asked, &any);
        let asks = [Asks::Must, Asks::Need, Asks::Skip, Asks::How, Asks::Why, Asks::Each].into_iter();
        let asks: Vec<Asks> = asks.filter(|asks| signals.tell(Tells::Asks(*asks))).collect();
        let meant = beside.without(&any);
        // A question about a change itself is about what is changed and what it becomes.
        let mut without_change = found.clone();
        for cue in without_change.iter_mut().filter(|cue| signals.is_in_question(cue.span.start)) {
            cue.tells.retain(|one| *one != Tells::Change);
        }
        // Where the table is known, the cues of others do not count any more.
        let within = |id: &str| {
            let table = self.knowledge.table(id);
            let placed = |of| table.is_none_or(|table| table.axes.iter().any(|axis| axis.vocabulary == of));
            let found = if id == self.knowledge.default_table { &found } else { &without_change };
            items::read(&text, &mentions, found, &|one| ask.counts(one, id), &placed, &owned)
        };
        let told = |(subject, reads): (Subject<'k>, Vec<Read>), items: &[Item]| {
            let (ignored, language) = (facts::ignored(&text, items, &found), language(&text, items));
            Reading { question: question.to_owned(), language, subject, asks: asks.clone(), reads, ignored }
        };
        let heard = |hearing: Option<Hearing>| {
            let choice = topic::choose(self.knowledge, &signals, &meant, &within, hearing);
            let items = within(choice.table().map_or("", |table| &table.id));
            Some(told(self.gather(choice, &text, &items, &signals, &asks)?, &items))
        };
        let plain = heard(Some(Hearing::Plain)).or_else(|| heard(None));
        let shrugs = |plain: &Reading<'_>| {
            matches!(plain.reply(false), Reply::Depends | Reply::OutOfScope)
                && !matches!(plain.subject, Subject::Procedure(..))
        };
        let open = plain.as_ref().is_none_or(shrugs);
        let answered = || heard(Some(Hearing::Asked)).filter(|one| matches!(one.subject, Subject::Procedure(..)));
        let reading = if open { answered().or(plain) } else { plain };
        Ok(reading.unwrap_or_else(|| told((Subject::OutOfScope(None), Vec::new()), &any)))
    }

    /// What is asked and what was read; nothing where an answer contradicts the table, which is to be asked then.
    fn gather(
        &self,
        subject: topic::Choice<'k>,
        text: &Text<'_>,
        items: &[Item],
        signals: &signals::Signals,
        asks: &[Asks],
    ) -> Option<(Subject<'k>, Vec<Read>)> {
        let (table, shown, procedure) = match subject {
            topic::Choice::OutOfScope(scope) => return Some((Subject::OutOfScope(scope), facts::cues_only(items))),
            topic::Choice::Table { table, shown } => (table, shown, None),
            topic::Choice::Procedure { table, procedure, heard } => (table, true, Some((procedure, heard))),
        };
        let stage = Stage { knowledge: self.knowledge, table, ask: self.knowledge.ask() };
        let mut readings = facts::gather(stage, text, items, signals).into_iter();
        let Some(Gathered { facts, cases, unknown, mut reads, session_asked, .. }) = readings.next() else {
            return Some((Subject::OutOfScope(None), facts::cues_only(items)));
        };
        let asked = Asked { table, shown, facts, cases, unknown, depends_on_reading: false, session_asked };
        let asked = if signals.tell(Tells::Asks(Asks::How)) { asked.best_choice(&reads) } else { asked };
        let asked = asked.weighed(readings, &mut reads);
        // Nobody is told yes to what the table does not allow, or does not know, whatever is chosen.
        let refused = |yes: bool| {
            let given = table.axis_ids().filter(|axis| !table[*axis].choice).fold(Facts::none(table), |facts, axis| {
                facts.with(axis, asked.facts.get(axis).into_iter().flat_map(ValueSet::ones), table)
            });
            match asked.decide(&given, false).conclusion {
                Conclusion::Undetermined { supported, .. } => yes && supported.is_empty() && given.named() > 1,
                Conclusion::Supported { .. } => false,
                Conclusion::Undocumented { .. } => yes,
                Conclusion::Unsupported { .. } => true,
            }
        };
        let beside = |heard: &Heard| facts::only_beside(table, heard, &reads);
        // What must be, told to one who does not ask for that, is no answer either.
        let is_told = |heard: &Heard| {
            matches!(heard.reply, Reply::Told | Reply::Needed | Reply::NotNeeded) && heard.reply(asks) == Reply::Told
        };
        match procedure {
            Some((_, heard)) if beside(heard) => None,
            Some((_, heard)) if heard.reply == Reply::Yes && refused(true) => None,
            Some((_, heard)) if is_told(heard) && refused(false) => None,
            Some((procedure, heard)) => Some((Subject::Procedure(procedure, heard.reply(asks), asked), reads)),
            None => Some((Subject::Table(asked), reads)),
        }
    }

    /// Whether a cue is a noun of one axis alone, and that axis draws on this vocabulary.
    fn is_own_noun(&self, tells: &[Tells], vocabulary: VocabularyId) -> bool {
        let sides = &self.knowledge.ask().sides;
        tells.iter().any(|one| {
            let Tells::Noun(side, Some(axis)) = one else { return false };
            let table = sides.get(*side).and_then(|side| self.knowledge.table(side.table.as_deref()?));
            table.is_some_and(|table| table[*axis].vocabulary == vocabulary)
        })
    }
}

impl Ask {
    /// Whether a cue is a word for a machine that does not matter, whatever is asked.
    fn is_elsewhere(&self, one: Tells) -> bool {
        let nowhere = |side: usize| self.sides.get(side).is_some_and(|side| side.table.is_none());
        matches!(one, Tells::Noun(side, _) | Tells::Before(side, _) if nowhere(side))
    }

    /// Whether a cue counts in a question to this table.
    fn counts(&self, one: Tells, table: &str) -> bool {
        let side = one.side().and_then(|side| self.sides.get(side));
        let of = match one {
            Tells::Implied(at) => self.implied.get(at).map(|implied| &implied.table),
            Tells::Session(at) => self.sessions.get(at).map(|session| &session.table),
            _ => side.and_then(|side| side.table.as_ref()),
        };
        of.is_none_or(|of| of == table)
    }
}

/// The language of a question: that of the words that are no names. One Korean word weighs three others, since names and
/// terms stay as they are.
fn language(text: &Text<'_>, items: &[Item]) -> Language {
    let named = |at: usize| {
        let behind = items.partition_point(|item| item.span.end <= at);
        items.get(behind).and_then(Item::name).is_some_and(|name| name.span.contains(&at))
    };
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
