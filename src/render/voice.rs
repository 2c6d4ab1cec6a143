//! The knowledge and the program's sentences in one language.

use crate::knowledge::axis::Axis;
use crate::knowledge::grid::ValueSet;
use crate::knowledge::ids::{AxisId, OnAxis, PlaceId, SourceId};
use crate::knowledge::table::Table;
use crate::knowledge::{Citation, Knowledge, Source, Text, Value};
use crate::locale::{Message, Messages};
use crate::model::terms::{Basis, Verdict};
use crate::render::block::Style;

/// What is said, and in which words.
#[derive(Clone, Copy)]
pub struct Voice<'v> {
    /// The knowledge.
    pub knowledge: &'v Knowledge,
    /// The program's sentences.
    pub messages: &'v Messages,
}

impl<'v> Voice<'v> {
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
    pub fn value(&self, axis: &Axis, position: OnAxis) -> &'v Value {
        axis.value(position, &self.knowledge[axis.vocabulary])
    }

    /// Display names of a set of values.
    #[must_use]
    pub fn names(&self, axis: &Axis, set: &ValueSet) -> String {
        let names = set.ones().map(|position| self.text(&self.value(axis, position).name));
        names.collect::<Vec<_>>().join(", ")
    }

    /// Ids of a set of values.
    #[must_use]
    pub fn ids(&self, axis: &Axis, set: &ValueSet) -> Vec<String> {
        set.ones().map(|position| self.value(axis, position).id.clone()).collect()
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
    pub fn source(&self, citation: Citation) -> &'v Source {
        &self.knowledge[citation.source]
    }

    /// Ids of the documents, each once.
    #[must_use]
    pub fn source_ids(&self, citations: &[Citation]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for source in citations.iter().map(|citation| self.source(*citation)) {
            if !ids.contains(&source.id) {
                ids.push(source.id.clone());
            }
        }
        ids
    }

    /// Every document once, in order of first citation, with the places that were cited, if any.
    #[must_use]
    pub fn sources(&self, citations: &[Citation]) -> Vec<(&'v Source, Vec<&'v str>)> {
        let mut cited: Vec<(SourceId, Vec<PlaceId>)> = Vec::new();
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
        let spelled = cited.into_iter().map(|(source, places)| {
            let source = &self.knowledge[source];
            (source, places.into_iter().map(|place| source[place].at.get(language)).collect())
        });
        spelled.collect()
    }
}

/// The sign and the style of a verdict; the sign alone tells them apart.
#[must_use]
pub fn mark(verdict: Verdict) -> (&'static str, Style) {
    match verdict {
        Verdict::Supported => ("✓", Style::Supported),
        Verdict::Unsupported => ("✗", Style::Unsupported),
        Verdict::Undocumented => ("–", Style::Unclear),
        Verdict::Undetermined => ("?", Style::Unclear),
    }
}

/// The facts as arguments of `check`: ids, in the order of the axes.
#[must_use]
pub fn arguments(voice: Voice<'_>, table: &Table, facts: &crate::decide::Facts) -> Vec<String> {
    let known = AxisId::of(&table.axes).filter_map(|(index, axis)| {
        let set = facts.get(index)?;
        Some(format!("{}={}", axis.id, voice.ids(axis, set).join(",")))
    });
    known.collect()
}
