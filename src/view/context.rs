//! The knowledge and the program's sentences in one language.

use crate::decide::Facts;
use crate::knowledge::axis::Axis;
use crate::knowledge::grid::ValueSet;
use crate::knowledge::table::Table;
use crate::knowledge::{Citation, Knowledge, Source, Text, Value};
use crate::locale::{Message, Messages};
use crate::model::terms::{Basis, Verdict};

/// What is said, and in which words.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The knowledge.
    pub knowledge: &'a Knowledge,
    /// The program's sentences.
    pub messages: &'a Messages,
}

impl<'a> Context<'a> {
    /// A text of the knowledge.
    #[must_use]
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.messages.language().tag())
    }

    /// A sentence of the program.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        self.messages.say(message)
    }

    /// A sentence of the program without arguments.
    #[must_use]
    pub fn word(&self, id: &'static str) -> String {
        self.messages.text(id)
    }

    /// The value at a position of an axis.
    #[must_use]
    pub fn value(&self, axis: &Axis, position: usize) -> Option<&'a Value> {
        axis.value(position, self.knowledge.vocabulary(axis.vocabulary)?)
    }

    /// Display names of a set of values.
    #[must_use]
    pub fn names(&self, axis: &Axis, set: &ValueSet) -> String {
        let names = set.ones().filter_map(|position| self.value(axis, position)).map(|value| self.text(&value.name));
        names.collect::<Vec<_>>().join(", ")
    }

    /// Ids of a set of values.
    #[must_use]
    pub fn ids(&self, axis: &Axis, set: &ValueSet) -> Vec<String> {
        set.ones().filter_map(|position| self.value(axis, position)).map(|value| value.id.clone()).collect()
    }

    /// The word for a basis.
    #[must_use]
    pub fn basis(&self, basis: Basis) -> String {
        self.say(&Message::new(format!("basis-{basis}")))
    }

    /// The word for a verdict.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> String {
        self.say(&Message::new(format!("verdict-{verdict}")))
    }

    /// The document that is cited.
    #[must_use]
    pub fn source(&self, citation: Citation) -> Option<&'a Source> {
        self.knowledge.source(citation.source)
    }

    /// Ids of the documents, each once.
    #[must_use]
    pub fn source_ids(&self, citations: &[Citation]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for source in citations.iter().filter_map(|citation| self.source(*citation)) {
            if !ids.contains(&source.id) {
                ids.push(source.id.clone());
            }
        }
        ids
    }

    /// Every document once, in order of first citation, with the places that were cited, if any.
    #[must_use]
    pub fn sources(&self, citations: &[Citation]) -> Vec<(&'a Source, Vec<&'a str>)> {
        let mut cited: Vec<(usize, Vec<usize>)> = Vec::new();
        for citation in citations {
            let found = cited.iter().position(|(source, _)| *source == citation.source);
            let index = found.unwrap_or(cited.len());
            if found.is_none() {
                cited.push((citation.source, Vec::new()));
            }
            if let (Some((_, places)), Some(place)) = (cited.get_mut(index), citation.place)
                && !places.contains(&place)
            {
                places.push(place);
            }
        }
        let language = self.messages.language().tag();
        let spelled = cited.into_iter().filter_map(|(source, places)| {
            let source = self.knowledge.source(source)?;
            let at =
                places.into_iter().filter_map(|place| source.places.get(place)).map(|place| place.at.get(language));
            Some((source, at.collect()))
        });
        spelled.collect()
    }

    /// The facts as arguments of `check`: ids, in the order of the axes.
    #[must_use]
    pub fn arguments(&self, table: &Table, facts: &Facts) -> Vec<String> {
        let known = table.axes.iter().enumerate().filter_map(|(index, axis)| {
            let set = facts.get(index)?;
            Some(format!("{}={}", axis.id, self.ids(axis, set).join(",")))
        });
        known.collect()
    }
}
