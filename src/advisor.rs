//! The library in one value: facts in, an owned answer out.

use std::fmt;
use std::path::Path;

use crate::advise::advise;
use crate::decide::facts;
use crate::decide::{Facts, decide};
use crate::diag::{Problem, emit};
use crate::knowledge::{Knowledge, Table};
use crate::locale::{Joined as _, Language, Message, Messages};
use crate::view::answer::{self, Answer};
use crate::view::{Context, Invocation};
use crate::{compile, data, embedded};

/// Answers facts from one knowledge, in one language.
///
/// ```
/// let advisor = canmanage::Advisor::embedded()?;
/// let answer = advisor.check(["from=vista", "kind=clustered"])?;
/// assert_eq!(answer.verdict, Some(canmanage::Verdict::Unsupported));
/// println!("{}", serde_json::to_string(&answer)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Advisor {
    knowledge: Knowledge,
    language: String,
    invocation: Invocation,
}

impl Advisor {
    /// With the knowledge that the library was built with.
    ///
    /// # Errors
    /// Never in a library built by its own `build.rs`.
    pub fn embedded() -> Result<Self, Error> {
        let knowledge = embedded::knowledge().map_err(|error| {
            Error::Knowledge(english(&Message::new("embedded-broken").with("reason", error.to_string())))
        })?;
        Ok(Self { knowledge, language: Language::En.to_string(), invocation: Invocation::default() })
    }

    /// With the knowledge of a folder.
    ///
    /// # Errors
    /// Says what is wrong with the folder if it cannot be read or compiled.
    pub fn of_folder(folder: &Path) -> Result<Self, Error> {
        let (files, read) = data::read_folder(folder).map_err(|message| Error::Knowledge(english(&message)))?;
        let (_, knowledge, report) = compile::load(&files, read);
        let knowledge = knowledge.ok_or_else(|| {
            let messages = Messages::new(Language::En);
            let findings = report.findings().iter().map(|finding| emit::emit(finding, &files, &messages, false));
            Error::Knowledge(findings.joined("\n\n"))
        })?;
        let invocation = Invocation { data: folder.to_str().map(str::to_owned), ..Invocation::default() };
        Ok(Self { knowledge, language: Language::En.to_string(), invocation })
    }

    /// The same, answering in another language; without it, in English.
    pub fn in_language(self, language: Language) -> Self {
        self.in_tag(language.tag())
    }

    /// The same for a language that the knowledge has texts in and the program no sentences, such as `ja`: these are in English.
    pub fn in_tag(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.language);
        self
    }

    /// The same, counting only what a source states.
    pub fn strictly(mut self) -> Self {
        self.invocation.strict = true;
        self
    }

    /// What it answers from.
    pub fn knowledge(&self) -> &Knowledge {
        &self.knowledge
    }

    /// Answers facts such as `from=xp` about the default table.
    ///
    /// # Errors
    /// Says which facts cannot be read; that is never a verdict.
    pub fn check(&self, facts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Answer, Error> {
        self.check_in(&self.knowledge.default_table, facts)
    }

    /// The same of a table by its id.
    ///
    /// # Errors
    /// Says that there is no such table, or which facts cannot be read.
    pub fn check_in(&self, table: &str, facts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Answer, Error> {
        let table = self.knowledge.table(table).ok_or_else(|| Error::UnknownTable(table.to_owned()))?;
        let written: Vec<String> = facts.into_iter().map(|fact| fact.as_ref().to_owned()).collect();
        let read = facts::read(&self.knowledge, table, &written).map_err(Error::Facts)?;
        Ok(self.answer(table, &read.facts))
    }

    fn answer(&self, table: &Table, facts: &Facts) -> Answer {
        let decision = decide(table, facts, self.invocation.strict);
        let advice = advise(&self.knowledge, table, &decision);
        let messages = Messages::of_tag(&self.language);
        let cx = Context::new(&self.knowledge, &messages, &self.invocation);
        answer::answer(cx, table, &decision, &advice)
    }
}

/// Why there is no answer. None of these is a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The knowledge cannot be read or compiled: everything that is wrong with it, in English.
    Knowledge(String),
    /// No table has this id.
    UnknownTable(String),
    /// Facts that cannot be read, in the order given.
    Facts(Vec<Problem>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Knowledge(found) => f.write_str(found),
            Self::UnknownTable(table) => f.write_str(&english(&Message::new("unknown-table").with("table", table))),
            Self::Facts(errors) => {
                let told: Vec<String> = errors.iter().map(ToString::to_string).collect();
                f.write_str(&told.join("\n"))
            }
        }
    }
}

impl std::error::Error for Error {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let messages = Messages::new(Language::En);
        f.write_str(&messages.say(&self.message))?;
        self.help.iter().try_for_each(|help| write!(f, " ({})", messages.say(help)))
    }
}

impl std::error::Error for Problem {}

fn english(message: &Message) -> String {
    Messages::new(Language::En).say(message)
}
