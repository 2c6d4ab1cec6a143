//! Parts that several views have.

use indexmap::{IndexMap, IndexSet};
use serde::Serialize;

use super::Context;
use crate::advise::NeededStep;
use crate::knowledge::{self, Citation, PlaceId, SourceId};
use crate::model::{Basis, Origin, Shell};

#[derive(Clone, Debug, Default, Serialize)]
pub struct Edition {
    pub name: String,
    pub version: String,
    pub digest: String,
}

/// What to do, as it is written.
#[derive(Clone, Debug, Serialize)]
pub struct Remedy {
    pub id: String,
    #[serde(skip)]
    pub title: String,
    pub basis: Basis,
    pub text: String,
    pub commands: Vec<String>,
    pub shell: Shell,
    pub sources: Vec<String>,
    /// Always `written`: it stands in the knowledge, not worked out.
    pub origin: &'static str,
}

/// Something that the workstation must have, and how it gets it.
#[derive(Clone, Debug, Serialize)]
pub struct SetupStep {
    pub step: String,
    pub gives: Option<String>,
    pub package: Option<String>,
    pub title: String,
    pub text: String,
    pub commands: Vec<String>,
    pub shell: Shell,
    pub verify: Option<String>,
    /// None: no source was found, the step is unconfirmed.
    pub basis: Option<Basis>,
    /// Why it is done all the same where its sources do not speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    pub sources: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    pub r#where: Option<String>,
}

impl Context<'_> {
    pub fn edition(&self) -> Edition {
        let knowledge = self.knowledge;
        Edition { name: knowledge.name.clone(), version: knowledge.version.clone(), digest: knowledge.digest.clone() }
    }

    pub fn remedy(&self, remedy: &knowledge::Remedy) -> Remedy {
        Remedy {
            id: remedy.id.clone(),
            title: self.told(&remedy.title),
            basis: remedy.basis,
            text: self.told(&remedy.text),
            commands: remedy.commands.clone(),
            shell: remedy.shell,
            sources: self.source_ids(&remedy.sources),
            origin: "written",
        }
    }

    /// Whose word citations are, if it is not the vendor's.
    pub fn origin(&self, citations: &[Citation]) -> Option<Origin> {
        self.knowledge.origin(citations).filter(|origin| *origin != Origin::Vendor)
    }

    pub fn steps(&self, needed: &[NeededStep]) -> Vec<SetupStep> {
        if needed.is_empty() {
            return Vec::new(); // and the set-up data need not be read
        }
        let Some(setup) = self.knowledge.setup() else { return Vec::new() };
        let told = needed.iter().map(|needed| (needed, &setup[needed.step])).map(|(needed, step)| SetupStep {
            step: step.id.clone(),
            gives: step.gives.map(|capability| setup[capability].id.clone()),
            package: step.package.clone(),
            title: self.told(&step.title),
            text: self.told(&step.text),
            commands: step.commands.clone(),
            shell: step.shell,
            verify: step.verify.as_ref().map(|text| self.told(text)),
            basis: needed.basis,
            because: step.taken_over.as_ref().filter(|_| needed.taken_over).map(|over| self.told(&over.because)),
            sources: self.source_ids(&step.sources),
        });
        told.collect()
    }

    /// Every document once, in the order of first citation, with the places cited.
    pub fn sources(&self, citations: &[Citation]) -> Vec<Source> {
        let mut cited: IndexMap<SourceId, IndexSet<PlaceId>> = IndexMap::new();
        for citation in citations {
            cited.entry(citation.source).or_default().extend(citation.place);
        }
        let told = cited.into_iter().map(|(source, places)| {
            let source = &self.knowledge[source];
            let places: Vec<&str> = places.into_iter().map(|place| self.text(&source[place].at)).collect();
            Source {
                id: source.id.clone(),
                title: self.told(&source.title),
                publisher: source.publisher.clone(),
                date: source.date.clone(),
                url: source.url.clone(),
                r#where: (!places.is_empty()).then(|| places.join("; ")),
            }
        });
        told.collect()
    }
}
