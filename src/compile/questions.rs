//! `ask.toml` and `procedures.toml` become an [`Ask`]: phrases become patterns, names become positions.

use std::collections::BTreeMap;

use super::Compiler;
use super::references::References;
use super::texts::Texts;
use crate::diag::{Code, FileId, Finding, Place};
use crate::knowledge::Vocabulary;
use crate::knowledge::ask::{Ask, Cue, Implied, Names, Procedure, Scope, Session, Side, Topic};
use crate::knowledge::ids::{AxisId, ValueId, VocabularyId, at};
use crate::knowledge::table::Table;
use crate::knowledge::words::{Pattern, split};
use crate::locale::Message;
use crate::model::ask::{self as written, AskFile};
use crate::model::terms::Verdict;
use crate::model::{Catalog, Entry, Spanned, place};

/// Where names of the file lead.
struct Scene<'k> {
    file: FileId,
    tables: &'k [Table],
    vocabularies: &'k [Vocabulary],
}

impl Compiler<'_> {
    pub(super) fn ask(
        &mut self,
        catalog: &Catalog,
        tables: &[Table],
        vocabularies: &[Vocabulary],
        references: &References,
        texts: &Texts,
    ) -> Ask {
        let mut ask = match &catalog.ask {
            Some(file) => self.questions(file, &Scene { file: file.file, tables, vocabularies }, texts),
            None => Ask::default(),
        };
        for entry in &catalog.procedures {
            let scene = Scene { file: entry.at.file, tables, vocabularies };
            if let Some(procedure) = self.procedure(entry, &scene, references, texts) {
                ask.procedures.push(procedure);
            }
        }
        ask
    }

    fn questions(&mut self, file: &AskFile, scene: &Scene<'_>, texts: &Texts) -> Ask {
        let mut ask = Ask::default();
        if let Some(head) = &file.head {
            ask.endings = head.endings.iter().flat_map(|ending| Pattern::cue(ending.get_ref())).collect();
            ask.fillers = self.cues(&head.fillers, scene, texts);
            ask.foreign = self.cues(&head.foreign, scene, texts);
            ask.back = self.cues(&head.link.back, scene, texts);
            ask.forward = self.cues(&head.link.forward, scene, texts);
            ask.alike = self.cues(&head.link.alike, scene, texts);
            ask.both = self.cues(&head.link.both, scene, texts);
            ask.not = self.cues(&head.link.not, scene, texts);
            ask.instead = self.cues(&head.link.instead, scene, texts);
            ask.part = self.cues(&head.link.part, scene, texts);
        }
        ask.names = file.names.iter().filter_map(|entry| self.names(entry, scene)).collect();
        ask.topics = file.tables.iter().filter_map(|entry| self.topic(entry, scene, texts)).collect();
        ask.sides = file.sides.iter().filter_map(|entry| self.side(entry, scene, texts)).collect();
        ask.implied = file.implied.iter().filter_map(|entry| self.implied(entry, scene, texts)).collect();
        ask.sessions = file.sessions.iter().filter_map(|entry| self.session(entry, scene, texts)).collect();
        for entry in &file.scopes {
            ask.scopes.push(Scope {
                id: entry.id.clone(),
                cues: self.cues(&entry.item.cues, scene, texts),
                text: self.text(texts, scene.file, &entry.item.text),
            });
        }
        ask
    }

    /// Phrases of all languages. An empty one, and a language that the knowledge does not have, are reported.
    fn cues(&mut self, written: &written::Cues, scene: &Scene<'_>, texts: &Texts) -> Vec<Cue> {
        let mut cues = Vec::new();
        for (language, phrases) in written {
            if !texts.languages().contains(language.get_ref()) {
                let known = texts.languages().iter().map(String::as_str);
                self.dangling("language", place(scene.file, language), language.get_ref(), known);
            }
            for phrase in phrases {
                let cue = Pattern::cue(phrase.get_ref());
                if cue.is_empty() {
                    let message = Message::new("only-noise").with("name", phrase.get_ref());
                    self.report.push(Finding::new(Code::INVALID_VALUE, message).at(place(scene.file, phrase)));
                } else if !cues.contains(&cue) {
                    cues.push(cue);
                }
            }
        }
        cues
    }

    fn names(&mut self, entry: &Entry<written::Names>, scene: &Scene<'_>) -> Option<Names> {
        let vocabulary = self.vocabulary_named(&entry.id, &entry.at, scene)?;
        let spelling = |written: &Spanned<String>| split(written.get_ref()).join(" ");
        Some(Names {
            vocabulary,
            company: entry.item.company.iter().map(spelling).collect(),
            never: entry.item.never.iter().map(spelling).collect(),
            unknown: entry.item.unknown.iter().map(|name| Pattern::cue(name.get_ref())).collect(),
        })
    }

    fn topic(&mut self, entry: &Entry<written::Topic>, scene: &Scene<'_>, texts: &Texts) -> Option<Topic> {
        let table = self.table_at(&entry.id, &entry.at, scene)?;
        let item = &entry.item;
        let mut cues: Vec<(Cue, u32)> = Vec::new();
        for (written, weight) in [(&item.strong, 5), (&item.cues, 3), (&item.weak, 1)] {
            cues.extend(self.cues(written, scene, texts).into_iter().map(|cue| (cue, weight)));
        }
        let mut mentions = Vec::new();
        for (name, weight) in &item.mentions {
            let mut known = VocabularyId::of(scene.vocabularies);
            let whole = known.find(|(_, vocabulary)| vocabulary.id == *name.get_ref());
            mentions.extend(match whole {
                Some((vocabulary, _)) => Some((vocabulary, None, *weight)),
                None => self.value_named(name, scene).map(|(vocabulary, values)| (vocabulary, Some(values), *weight)),
            });
        }
        let subject = item.subject.iter().filter_map(|axis| self.axis_named(axis, table, scene.file)).collect();
        let about = self.cues(&item.about, scene, texts);
        Some(Topic { table: table.id.clone(), cues, mentions, subject, about })
    }

    fn side(&mut self, entry: &Entry<written::Side>, scene: &Scene<'_>, texts: &Texts) -> Option<Side> {
        let item = &entry.item;
        let table = self.table_named(&item.table, scene)?;
        let axes = item.axes.iter().filter_map(|axis| self.axis_named(axis, table, scene.file)).collect();
        let nouns = self.cues_by_axis(&item.nouns, &item.own, table, scene, texts);
        let before = self.cues_by_axis(&item.before, &item.own_before, table, scene, texts);
        Some(Side {
            id: entry.id.clone(),
            table: table.id.clone(),
            axes,
            before,
            nouns,
            hints: self.cues(&item.hints, scene, texts),
            after: self.cues(&item.after, scene, texts),
        })
    }

    /// Cues that speak for a side, and those that speak for one of its axes alone.
    fn cues_by_axis(
        &mut self,
        shared: &written::Cues,
        own: &BTreeMap<Spanned<String>, written::Cues>,
        table: &Table,
        scene: &Scene<'_>,
        texts: &Texts,
    ) -> Vec<(Cue, Option<AxisId>)> {
        let mut cues: Vec<_> = self.cues(shared, scene, texts).into_iter().map(|cue| (cue, None)).collect();
        for (axis, own) in own {
            let axis = self.axis_named(axis, table, scene.file);
            cues.extend(self.cues(own, scene, texts).into_iter().map(|cue| (cue, axis)));
        }
        cues
    }

    fn implied(&mut self, entry: &Entry<written::Implied>, scene: &Scene<'_>, texts: &Texts) -> Option<Implied> {
        let table = self.table_named(&entry.item.table, scene)?;
        let mut facts = Vec::new();
        for (axis, name) in &entry.item.facts {
            let Some(axis) = self.axis_named(axis, table, scene.file) else { continue };
            let vocabulary = at(scene.vocabularies, table[axis].vocabulary.index());
            if let Some((_, values)) = self.value_named(name, scene) {
                facts.push((axis, table[axis].all_positions(&values, vocabulary)));
            }
        }
        Some(Implied { table: table.id.clone(), cues: self.cues(&entry.item.cues, scene, texts), facts })
    }

    fn session(&mut self, entry: &Entry<written::Session>, scene: &Scene<'_>, texts: &Texts) -> Option<Session> {
        let item = &entry.item;
        let table = self.table_named(&item.table, scene)?;
        Some(Session {
            id: entry.id.clone(),
            table: table.id.clone(),
            moves: self.axis_named(&item.moves, table, scene.file)?,
            reaches: self.axis_named(&item.reaches, table, scene.file)?,
            cues: self.cues(&item.cues, scene, texts),
            unless: self.cues(&item.unless, scene, texts),
        })
    }

    fn procedure(
        &mut self,
        entry: &Entry<written::Procedure>,
        scene: &Scene<'_>,
        references: &References,
        texts: &Texts,
    ) -> Option<Procedure> {
        let item = &entry.item;
        let table = self.table_named(&item.table, scene)?;
        if *item.verdict.get_ref() == Verdict::Undetermined || item.cues.get_ref().is_empty() {
            let at = if item.cues.get_ref().is_empty() {
                place(scene.file, &item.cues)
            } else {
                place(scene.file, &item.verdict)
            };
            self.report.push(Finding::new(Code::INVALID_VALUE, Message::new("procedure-decides")).at(at));
        }
        Some(Procedure {
            id: entry.id.clone(),
            table: table.id.clone(),
            cues: item.cues.get_ref().iter().map(|group| self.cues(group, scene, texts)).collect(),
            names: item.names.iter().filter_map(|name| self.value_named(name, scene)).collect(),
            unless: self.cues(&item.unless, scene, texts),
            verdict: *item.verdict.get_ref(),
            because: self.text(texts, scene.file, &item.because),
            basis: item.basis,
            sources: self.citations(scene.file, &item.sources, references),
            remedies: self.remedy_names(scene.file, &item.remedies, references),
            spot: self.spot(entry),
        })
    }
}

/// Names of other files, each reported where it leads nowhere.
impl Compiler<'_> {
    fn table_named<'k>(&mut self, name: &Spanned<String>, scene: &Scene<'k>) -> Option<&'k Table> {
        self.table_at(name.get_ref(), &place(scene.file, name), scene)
    }

    fn table_at<'k>(&mut self, name: &str, at: &Place, scene: &Scene<'k>) -> Option<&'k Table> {
        let found = scene.tables.iter().find(|table| table.id == name);
        if found.is_none() {
            self.dangling("table", at.clone(), name, scene.tables.iter().map(|table| table.id.as_str()));
        }
        found
    }

    fn axis_named(&mut self, name: &Spanned<String>, table: &Table, file: FileId) -> Option<AxisId> {
        let found = table.axes.iter().position(|axis| axis.id == *name.get_ref()).map(AxisId::new);
        if found.is_none() {
            let known = table.axes.iter().map(|axis| axis.id.as_str());
            self.dangling("axis", place(file, name), name.get_ref(), known);
        }
        found
    }

    fn vocabulary_named(&mut self, name: &str, at: &Place, scene: &Scene<'_>) -> Option<VocabularyId> {
        let found = scene.vocabularies.iter().position(|vocabulary| vocabulary.id == name).map(VocabularyId::new);
        if found.is_none() {
            let known = scene.vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
            self.dangling("vocabulary", at.clone(), name, known);
        }
        found
    }

    /// The vocabulary and the values that an id of a value or group means.
    fn value_named(&mut self, name: &Spanned<String>, scene: &Scene<'_>) -> Option<(VocabularyId, Vec<ValueId>)> {
        let found = VocabularyId::of(scene.vocabularies).find_map(|(at, vocabulary)| {
            let group = vocabulary.groups.iter().find(|group| group.id == *name.get_ref());
            let value = || vocabulary.position(name.get_ref()).map(|value| vec![value]);
            Some((at, group.map(|group| group.members.clone()).or_else(value)?))
        });
        if found.is_none() {
            let known = scene.vocabularies.iter().flat_map(|vocabulary| &vocabulary.values);
            self.dangling("value", place(scene.file, name), name.get_ref(), known.map(|value| value.id.as_str()));
        }
        found
    }
}
