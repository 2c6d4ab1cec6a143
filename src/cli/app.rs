//! One run of the program: how it was asked to answer, where it speaks, and the knowledge it answers from.

use std::path::Path;

use crate::cli::args::Global;
use crate::cli::failure::Failure;
use crate::cli::load::{Extent, load};
use crate::cli::output::Output;
use crate::decide::facts::{self, Facts};
use crate::diag::{Severity, emit};
use crate::knowledge::{Knowledge, Table};
use crate::locale::{Message, Messages};
use crate::print::Detail;
use crate::view::{Context, Invocation};
use crate::{embedded, lint};

pub struct App<'s> {
    pub global: &'s Global,
    pub messages: &'s Messages,
    pub invocation: &'s Invocation,
    pub output: &'s mut Output,
}

impl<'s> App<'s> {
    /// What views of this knowledge are made with.
    pub fn context<'a>(&self, knowledge: &'a Knowledge) -> Context<'a>
    where
        's: 'a,
    {
        Context::new(knowledge, self.messages, self.invocation)
    }

    /// The knowledge that answers: the folder that was named, else the embedded one.
    ///
    /// It lives as long as the process: giving thousands of small texts back one by one, right before the system takes all
    /// memory at once, would be a sixth of the time of an answer.
    pub fn knowledge(&mut self, extent: Extent) -> Result<&'static Knowledge, Failure> {
        if let Some(folder) = &self.global.data {
            return self.knowledge_of(folder, extent);
        }
        let broken = |error: postcard::Error| Message::new("embedded-broken").with("reason", error.to_string());
        let knowledge = embedded::knowledge().map_err(|error| Failure::Input(broken(error)))?;
        Ok(Box::leak(Box::new(knowledge)))
    }

    pub fn knowledge_of(&mut self, folder: &Path, extent: Extent) -> Result<&'static Knowledge, Failure> {
        let loaded = load(folder, extent)?.linted(lint::errors);
        // Whoever asks is told what may make the answer wrong; what is merely untidy concerns those who edit.
        if !loaded.report.is_fatal() && self.global.detail() != Detail::Quiet {
            let findings = loaded.report.findings().iter();
            for finding in findings.filter(|finding| finding.severity > Severity::Warning) {
                let shown = emit::emit(finding, &loaded.files, self.messages, self.output.colours_messages());
                self.output.message(&format!("{shown}\n"));
            }
        }
        Ok(&Box::leak(Box::new(loaded.compiled()?)).knowledge)
    }

    /// Facts as they were typed, with a note for each name that can mean several things.
    pub fn facts(&mut self, knowledge: &Knowledge, table: &Table, written: &[String]) -> Result<Facts, Failure> {
        let read = facts::read(knowledge, table, written).map_err(Failure::Usage)?;
        let told = if self.global.detail() == Detail::Quiet { &[][..] } else { &read.ambiguous };
        for ambiguous in told {
            let note = Message::new("fact-ambiguous").with("name", &ambiguous.name);
            self.output.note(&note.with("values", ambiguous.values.join(", ")), self.messages);
        }
        Ok(read.facts)
    }
}
