//! `ask.toml` and `procedures.toml` become an [`Ask`]: phrases become patterns, names become positions.

use std::collections::BTreeMap;

use toml::Spanned;

use super::Compiler;
use crate::diag::{Code, FileId, Finding, Place};
use crate::knowledge::ask::{Ask, Cue, Implied, Names, Procedure, Scope, Session, Side, Topic};
use crate::knowledge::ids::{AxisId, ValueId, VocabularyId};
use crate::knowledge::table::Table;
use crate::knowledge::words::{Pattern, split};
use crate::locale::Message;
use crate::model::ask::{self as written, AskFile};
use crate::model::terms::Verdict;
use crate::model::{Catalog, Entry, place};

/// Where names of the file lead.
struct Scene<'k> {
    file: FileId,
    tables: &'k [Table],
}

impl Compiler<'_> {
    pub(super) fn ask(&self, catalog: &Catalog, tables: &[Table]) -> Ask {
        let mut ask = match &catalog.ask {
            Some(file) => self.questions(file, &Scene { file: file.file, tables }),
            None => Ask::default(),
        };
        for entry in &catalog.procedures {
            let scene = Scene { file: entry.at.file, tables };
            if let Some(procedure) = self.procedure(entry, &scene) {
                ask.procedures.push(procedure);
            }
        }
        ask
    }

    fn questions(&self, file: &AskFile, scene: &Scene<'_>) -> Ask {
        let mut ask = Ask::default();
        if let Some(head) = &file.head {
            ask.endings = head.endings.iter().flat_map(|ending| Pattern::cue(ending.get_ref())).collect();
            ask.fillers = self.cues(&head.fillers, scene);
            ask.foreign = self.cues(&head.foreign, scene);
            ask.back = self.cues(&head.link.back, scene);
            ask.forward = self.cues(&head.link.forward, scene);
            ask.alike = self.cues(&head.link.alike, scene);
            ask.both = self.cues(&head.link.both, scene);
            ask.not = self.cues(&head.link.not, scene);
            ask.instead = self.cues(&head.link.instead, scene);
            ask.part = self.cues(&head.link.part, scene);
        }
        ask.names = file.names.iter().filter_map(|entry| self.names(entry)).collect();
        ask.topics = file.tables.iter().filter_map(|entry| self.topic(entry, scene)).collect();
        ask.sides = file.sides.iter().filter_map(|entry| self.side(entry, scene)).collect();
        ask.implied = file.implied.iter().filter_map(|entry| self.implied(entry, scene)).collect();
        ask.sessions = file.sessions.iter().filter_map(|entry| self.session(entry, scene)).collect();
        for entry in &file.scopes {
            ask.scopes.push(Scope {
                id: entry.id.clone(),
                cues: self.cues(&entry.item.cues, scene),
                text: self.text(scene.file, &entry.item.text),
            });
        }
        ask
    }

    /// Phrases of all languages. An empty one, and a language that the knowledge does not have, are reported.
    fn cues(&self, written: &written::Cues, scene: &Scene<'_>) -> Vec<Cue> {
        let mut cues = Vec::new();
        for (language, phrases) in written {
            if !self.languages.contains(language.get_ref()) {
                let known = self.languages.iter().map(String::as_str);
                self.dangling("language", place(scene.file, language), language.get_ref(), known);
            }
            for phrase in phrases {
                let cue = Pattern::cue(phrase.get_ref());
                if cue.is_empty() {
                    let message = Message::new("only-noise").with("name", phrase.get_ref());
                    self.report(Finding::new(Code::INVALID_VALUE, message).at(place(scene.file, phrase)));
                } else if !cues.contains(&cue) {
                    cues.push(cue);
                }
            }
        }
        cues
    }

    fn names(&self, entry: &Entry<written::Names>) -> Option<Names> {
        let vocabulary = self.vocabulary_named(&entry.id, &entry.at)?;
        let spelling = |written: &Spanned<String>| split(written.get_ref()).join(" ");
        Some(Names {
            vocabulary,
            company: entry.item.company.iter().map(spelling).collect(),
            never: entry.item.never.iter().map(spelling).collect(),
            unknown: entry.item.unknown.iter().map(|name| Pattern::cue(name.get_ref())).collect(),
        })
    }

    fn topic(&self, entry: &Entry<written::Topic>, scene: &Scene<'_>) -> Option<Topic> {
        let table = self.table_at(&entry.id, &entry.at, scene)?;
        let item = &entry.item;
        let mut cues: Vec<(Cue, u32)> = Vec::new();
        for (written, weight) in [(&item.strong, 5), (&item.cues, 3), (&item.weak, 1)] {
            cues.extend(self.cues(written, scene).into_iter().map(|cue| (cue, weight)));
        }
        let mut mentions = Vec::new();
        for (name, weight) in &item.mentions {
            let mut known = VocabularyId::of(&self.vocabularies);
            let whole = known.find(|(_, vocabulary)| vocabulary.id == *name.get_ref());
            mentions.extend(match whole {
                Some((vocabulary, _)) => Some((vocabulary, None, *weight)),
                None => {
                    self.values_named(scene.file, name).map(|(vocabulary, values)| (vocabulary, Some(values), *weight))
                }
            });
        }
        let subject = item.subject.iter().filter_map(|axis| self.axis_named(scene.file, axis, &table.axes)).collect();
        let about = self.cues(&item.about, scene);
        Some(Topic { table: table.id.clone(), cues, mentions, subject, about })
    }

    fn side(&self, entry: &Entry<written::Side>, scene: &Scene<'_>) -> Option<Side> {
        let item = &entry.item;
        let table = self.table_named(&item.table, scene)?;
        let axes = item.axes.iter().filter_map(|axis| self.axis_named(scene.file, axis, &table.axes)).collect();
        let nouns = self.cues_by_axis(&item.nouns, &item.own, table, scene);
        let before = self.cues_by_axis(&item.before, &item.own_before, table, scene);
        Some(Side {
            id: entry.id.clone(),
            table: table.id.clone(),
            axes,
            before,
            nouns,
            hints: self.cues(&item.hints, scene),
            after: self.cues(&item.after, scene),
        })
    }

    /// Cues that speak for a side, and those that speak for one of its axes alone.
    fn cues_by_axis(
        &self,
        shared: &written::Cues,
        own: &BTreeMap<Spanned<String>, written::Cues>,
        table: &Table,
        scene: &Scene<'_>,
    ) -> Vec<(Cue, Option<AxisId>)> {
        let mut cues: Vec<_> = self.cues(shared, scene).into_iter().map(|cue| (cue, None)).collect();
        for (axis, own) in own {
            let axis = self.axis_named(scene.file, axis, &table.axes);
            cues.extend(self.cues(own, scene).into_iter().map(|cue| (cue, axis)));
        }
        cues
    }

    fn implied(&self, entry: &Entry<written::Implied>, scene: &Scene<'_>) -> Option<Implied> {
        let table = self.table_named(&entry.item.table, scene)?;
        let mut facts = Vec::new();
        for (axis, name) in &entry.item.facts {
            let Some(axis) = self.axis_named(scene.file, axis, &table.axes) else { continue };
            let vocabulary = self.vocabulary_of(&table[axis]);
            if let Some((_, values)) = self.values_named(scene.file, name) {
                facts.push((axis, table[axis].all_positions(&values, vocabulary)));
            }
        }
        Some(Implied { table: table.id.clone(), cues: self.cues(&entry.item.cues, scene), facts })
    }

    fn session(&self, entry: &Entry<written::Session>, scene: &Scene<'_>) -> Option<Session> {
        let item = &entry.item;
        let table = self.table_named(&item.table, scene)?;
        Some(Session {
            id: entry.id.clone(),
            table: table.id.clone(),
            moves: self.axis_named(scene.file, &item.moves, &table.axes)?,
            reaches: self.axis_named(scene.file, &item.reaches, &table.axes)?,
            cues: self.cues(&item.cues, scene),
            unless: self.cues(&item.unless, scene),
        })
    }

    fn procedure(&self, entry: &Entry<written::Procedure>, scene: &Scene<'_>) -> Option<Procedure> {
        let item = &entry.item;
        let table = self.table_named(&item.table, scene)?;
        if *item.verdict.get_ref() == Verdict::Undetermined || item.cues.get_ref().is_empty() {
            let at = if item.cues.get_ref().is_empty() {
                place(scene.file, &item.cues)
            } else {
                place(scene.file, &item.verdict)
            };
            self.report(Finding::new(Code::INVALID_VALUE, Message::new("procedure-decides")).at(at));
        }
        Some(Procedure {
            id: entry.id.clone(),
            table: table.id.clone(),
            cues: item.cues.get_ref().iter().map(|group| self.cues(group, scene)).collect(),
            names: item.names.iter().filter_map(|name| self.values_named(scene.file, name)).collect(),
            unless: self.cues(&item.unless, scene),
            verdict: *item.verdict.get_ref(),
            because: self.text(scene.file, &item.because),
            basis: item.basis,
            sources: self.citations(scene.file, &item.sources),
            remedies: self.remedy_names(scene.file, &item.remedies),
            spot: self.spot(entry),
        })
    }
}

/// Names of other files, each reported where it leads nowhere.
impl Compiler<'_> {
    fn table_named<'k>(&self, name: &Spanned<String>, scene: &Scene<'k>) -> Option<&'k Table> {
        self.table_at(name.get_ref(), &place(scene.file, name), scene)
    }

    fn table_at<'k>(&self, name: &str, at: &Place, scene: &Scene<'k>) -> Option<&'k Table> {
        let found = scene.tables.iter().find(|table| table.id == name);
        if found.is_none() {
            self.dangling("table", at.clone(), name, scene.tables.iter().map(|table| table.id.as_str()));
        }
        found
    }

    fn vocabulary_named(&self, name: &str, at: &Place) -> Option<VocabularyId> {
        let found = VocabularyId::of(&self.vocabularies).find(|(_, vocabulary)| vocabulary.id == name);
        if found.is_none() {
            let known = self.vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
            self.dangling("vocabulary", at.clone(), name, known);
        }
        found.map(|(id, _)| id)
    }

    /// The vocabulary and the values that an id of a value or group means.
    fn values_named(&self, file: FileId, name: &Spanned<String>) -> Option<(VocabularyId, Vec<ValueId>)> {
        let found = VocabularyId::of(&self.vocabularies).find_map(|(at, vocabulary)| {
            let group = vocabulary.groups.iter().find(|group| group.id == *name.get_ref());
            let value = || vocabulary.position(name.get_ref()).map(|value| vec![value]);
            Some((at, group.map(|group| group.members.clone()).or_else(value)?))
        });
        if found.is_none() {
            let known = self.vocabularies.iter().flat_map(|vocabulary| &vocabulary.values);
            self.dangling("value", place(file, name), name.get_ref(), known.map(|value| value.id.as_str()));
        }
        found
    }
}
