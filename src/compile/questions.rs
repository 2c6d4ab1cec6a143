//! `ask.toml` and `procedures.toml` become an [`Ask`]: one list of phrases with what each tells, names become positions.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::prelude::*;
use super::variants::{Sets, Unreadable, variants};
use crate::knowledge::ask::{Ask, Asks, Cues, Implied, Names, Scope, Session, Side, Tells, Topic};
use crate::knowledge::lexicon::{self, Lexicon};
use crate::knowledge::stem::stem;
use crate::knowledge::words::{ARROW, ARROWS, Pattern, split};
use crate::knowledge::{Table, ValueId, VocabularyId};
use crate::model::ask::{self as written, AskFile};

/// Where names lead, and where phrases are put.
pub(super) struct Scene<'k> {
    pub(super) tables: &'k [Table],
    /// By language.
    sets: &'k BTreeMap<String, Sets>,
    told: &'k RefCell<Told>,
}

/// Every phrase so far with what it tells.
#[derive(Default)]
struct Told {
    /// Of each word its stem.
    phrases: FxHashSet<(String, Tells)>,
    words: BTreeSet<String>,
    articles: Vec<String>,
    /// For what stands between two spaces, the stems of its words: few different ones make all phrases.
    stems: FxHashMap<String, String>,
}

impl Told {
    /// Whether it is new that this phrase tells this; nothing if no word of it counts.
    fn tell(&mut self, phrase: &str, tells: Tells) -> Option<bool> {
        if ARROWS.contains(&phrase.trim()) {
            self.words.insert(ARROW.to_owned());
            return Some(self.phrases.insert((ARROW.to_owned(), tells)));
        }
        let mut stems = String::with_capacity(phrase.len());
        for written in phrase.split(' ') {
            let new;
            let known = match self.stems.get(written) {
                Some(known) => known,
                None => {
                    new = self.read(written);
                    self.stems.insert(written.to_owned(), new.clone());
                    &new
                }
            };
            let parted = if stems.is_empty() || known.is_empty() { "" } else { " " };
            stems.extend([parted, known]);
        }
        let some = !stems.is_empty();
        let new = self.phrases.insert((stems, tells));
        some.then_some(new)
    }

    /// The stems of the words in a piece of a phrase; the words are noted.
    fn read(&mut self, written: &str) -> String {
        // Within a phrase an arrow is no word.
        let words = if ARROWS.contains(&written) { Vec::new() } else { Pattern::cue(written) };
        let words = words.iter().map(Pattern::as_str).filter(|word| !self.articles.iter().any(|one| one == word));
        let words: Vec<&str> = words.collect();
        self.words.extend(words.iter().map(|word| (*word).to_owned()));
        words.into_iter().map(stem).collect::<Vec<_>>().join(" ")
    }
}

impl Compiler<'_> {
    pub(super) fn ask(&self, catalog: &Catalog, tables: &[Table]) -> Ask {
        let articles = catalog.ask.iter().filter_map(|file| file.head.as_ref()).flat_map(|head| &head.articles);
        let articles = articles.map(|word| word.get_ref().to_lowercase()).collect();
        let told = &RefCell::new(Told { articles, ..Told::default() });
        let mut ask = Ask { names: self.vocabularies.iter().map(names).collect(), ..Ask::default() };
        let sets = &catalog.ask.as_ref().map(|file| self.sets(file)).unwrap_or_default();
        let scene = &Scene { tables, sets, told };
        let names: BTreeSet<&str> = sets.values().flat_map(BTreeMap::keys).map(String::as_str).collect();
        let names: Vec<&str> = names.into_iter().collect();
        if let Some(file) = &catalog.ask {
            self.questions(file, &mut ask, scene);
        }
        for entry in &catalog.procedures {
            ask.procedures.extend(self.procedure(entry, &names, scene));
        }
        let is_sign = |at: usize| ask.procedures.iter().flat_map(|one| &one.heard).any(|heard| heard.uses(at));
        for (at, name) in names.iter().enumerate().filter(|(at, _)| is_sign(*at)) {
            let phrases = sets.values().filter_map(|sets| sets.get(*name)).flatten();
            phrases.for_each(|phrase| {
                told.borrow_mut().tell(phrase, Tells::Set(at));
            });
        }
        Self::weighed(&mut ask.procedures);
        let told = told.take();
        let spelled = self.vocabularies.iter().flat_map(|vocabulary| vocabulary.words.iter().cloned());
        ask.stems = Lexicon::new(told.words.iter().map(|word| stem(word).into_owned()));
        ask.words = Lexicon::new(told.words.into_iter().chain(spelled));
        ask.articles = told.articles;
        ask.cues = Cues::new(told.phrases.into_iter().collect());
        ask
    }

    fn questions(&self, file: &AskFile, ask: &mut Ask, scene: &Scene<'_>) {
        if let Some(head) = &file.head {
            ask.mine = head.mine.iter().map(|word| word.get_ref().to_lowercase()).collect();
            ask.endings = head.endings.iter().flat_map(|ending| Pattern::cue(ending.get_ref())).collect();
            for (cues, tells) in [
                (&head.fillers, Tells::Filler),
                (&head.foreign, Tells::Foreign),
                (&head.link.back, Tells::Back),
                (&head.link.forward, Tells::Forward),
                (&head.link.alike, Tells::Alike),
                (&head.link.both, Tells::Both),
                (&head.link.same, Tells::Same),
                (&head.link.label, Tells::Label),
                (&head.link.not, Tells::Not),
                (&head.link.instead, Tells::Instead),
                (&head.link.aside, Tells::Aside),
                (&head.link.over, Tells::Over),
                (&head.link.anew, Tells::Anew),
                (&head.link.now, Tells::Now),
                (&head.link.later, Tells::Later),
                (&head.link.change, Tells::Change),
                (&head.link.former, Tells::Former),
                (&head.link.part, Tells::Part),
                (&head.asks.must, Tells::Asks(Asks::Must)),
                (&head.asks.need, Tells::Asks(Asks::Need)),
                (&head.asks.skip, Tells::Asks(Asks::Skip)),
                (&head.asks.how, Tells::Asks(Asks::How)),
                (&head.asks.why, Tells::Asks(Asks::Why)),
                (&head.asks.each, Tells::Asks(Asks::Each)),
                (&head.asks.plea, Tells::Asks(Asks::Plea)),
                (&head.asks.whether, Tells::Asks(Asks::Whether)),
            ] {
                self.cues(cues, tells, scene);
            }
        }
        for entry in &file.names {
            if let Some(at) = self.vocabulary_named(&entry.name())
                && let Some(names) = ask.names.get_mut(at.index())
            {
                let spelling = |name: &Spanned<String>| split(name.get_ref()).join(" ");
                names.company = entry.item.company.iter().map(spelling).collect();
                names.never = entry.item.never.iter().map(spelling).collect();
                for name in &entry.item.unknown {
                    self.cue(name, &Sets::new(), Tells::Unknown(at), scene);
                }
            }
        }
        for entry in &file.tables {
            ask.topics.extend(self.topic(entry, ask.topics.len(), scene));
        }
        for entry in &file.sides {
            ask.sides.extend(self.side(&entry.item, ask.sides.len(), scene));
        }
        for entry in &file.implied {
            ask.implied.extend(self.implied(&entry.item, ask.implied.len(), scene));
        }
        for entry in &file.sessions {
            ask.sessions.extend(self.session(&entry.item, ask.sessions.len(), scene));
        }
        for entry in &file.scopes {
            self.cues(&entry.item.cues, Tells::Scope(ask.scopes.len()), scene);
            self.cues(&entry.item.unless, Tells::NoScope(ask.scopes.len()), scene);
            let text = self.text(&entry.item.text);
            ask.scopes.push(Scope { id: entry.id.clone(), text });
        }
    }

    /// Phrases of all languages. A language that the knowledge does not have is reported.
    fn cues(&self, written: &written::Cues, tells: Tells, scene: &Scene<'_>) {
        let none = Sets::new();
        for (language, phrases) in written {
            self.language_named(language);
            let sets = scene.sets.get(language.get_ref()).unwrap_or(&none);
            for phrase in phrases {
                self.cue(phrase, sets, tells, scene);
            }
        }
    }

    /// Every phrase that a cue stands for. One that tells nothing new is reported: it stands elsewhere already.
    fn cue(&self, cue: &Spanned<String>, sets: &Sets, tells: Tells, scene: &Scene<'_>) {
        let phrases = self.variants(cue, sets);
        let tell = |phrase: &String| scene.told.borrow_mut().tell(phrase, tells);
        let told: Vec<Option<bool>> = phrases.iter().map(tell).collect();
        if told.contains(&None) {
            self.invalid("only-noise", cue);
        } else if !told.is_empty() && !told.contains(&Some(true)) {
            self.invalid("cue-twice", cue);
        }
    }

    /// The phrases that a cue stands for; none if it cannot be read, which is reported.
    fn variants(&self, cue: &Spanned<String>, sets: &Sets) -> Vec<String> {
        match variants(cue.get_ref(), sets) {
            Ok(phrases) => phrases,
            Err(Unreadable::NoSuchSet(name)) => {
                self.dangling("set", cue.span(), &name, sets.keys().map(String::as_str));
                Vec::new()
            }
            Err(Unreadable::Form) => {
                self.invalid("cue-unreadable", cue);
                Vec::new()
            }
        }
    }

    fn invalid(&self, message: &'static str, cue: &Spanned<String>) {
        self.report(Finding::invalid(Message::new(message).with("name", cue.get_ref())).at(cue.span()));
    }

    /// The sets of phrases of each language.
    fn sets(&self, file: &AskFile) -> BTreeMap<String, Sets> {
        let mut sets: BTreeMap<String, Sets> = BTreeMap::new();
        for (name, written) in file.head.iter().flat_map(|head| &head.sets) {
            for (language, phrases) in written {
                let all = phrases.iter().flat_map(|phrase| self.variants(phrase, &Sets::new())).collect();
                sets.entry(language.get_ref().clone()).or_default().insert(name.get_ref().clone(), all);
            }
        }
        sets
    }

    fn language_named(&self, language: &Spanned<String>) {
        if !self.languages.contains(language.get_ref()) {
            let known = self.languages.iter().map(String::as_str);
            self.dangling("language", language.span(), language.get_ref(), known);
        }
    }

    fn topic(&self, entry: &Entry<written::Topic>, at: usize, scene: &Scene<'_>) -> Option<Topic> {
        let table = self.table_named(&entry.name(), scene.tables)?;
        let item = &entry.item;
        for (written, weight) in [(&item.strong, 5), (&item.cues, 3), (&item.weak, 1)] {
            self.cues(written, Tells::Topic(at, weight), scene);
        }
        self.cues(&item.about, Tells::About(at), scene);
        let mut mentions = Vec::new();
        for (name, weight) in &item.mentions {
            let mut known = VocabularyId::of(&self.vocabularies);
            let whole = known.find(|(_, vocabulary)| vocabulary.id == *name.get_ref());
            mentions.extend(match whole {
                Some((vocabulary, _)) => Some((vocabulary, None, *weight)),
                None => self.values_named(name).map(|(vocabulary, values)| (vocabulary, Some(values), *weight)),
            });
        }
        let subject = item.subject.iter().filter_map(|axis| self.axis_named(axis, &table.axes)).collect();
        Some(Topic { table: table.id.clone(), mentions, subject })
    }

    fn side(&self, item: &written::Side, at: usize, scene: &Scene<'_>) -> Option<Side> {
        let table = match &item.table {
            Some(name) => Some(self.table_named(name, scene.tables)?),
            None => None,
        };
        let known = table.map_or(&[][..], |table| &table.axes);
        self.cues(&item.before, Tells::Before(at, None), scene);
        for (axis, cues) in &item.own_before {
            let axis = self.axis_named(axis, known);
            self.cues(cues, Tells::Before(at, axis), scene);
        }
        self.cues(&item.nouns, Tells::Noun(at, None), scene);
        for (axis, cues) in &item.own {
            let axis = self.axis_named(axis, known);
            self.cues(cues, Tells::Noun(at, axis), scene);
        }
        self.cues(&item.hints, Tells::Hint(at), scene);
        self.cues(&item.after, Tells::After(at), scene);
        self.cues(&item.unless, Tells::NoSide(at), scene);
        let own = item.axes.iter().filter_map(|axis| self.axis_named(axis, known)).collect();
        Some(Side { table: table.map(|table| table.id.clone()), axes: own })
    }

    fn implied(&self, item: &written::Implied, at: usize, scene: &Scene<'_>) -> Option<Implied> {
        let table = self.table_named(&item.table, scene.tables)?;
        self.cues(&item.cues, Tells::Implied(at), scene);
        let mut facts = Vec::new();
        for (axis, name) in &item.facts {
            let Some(axis) = self.axis_named(axis, &table.axes) else { continue };
            let vocabulary = self.vocabulary_of(&table[axis]);
            if let Some((_, values)) = self.values_named(name) {
                facts.push((axis, table[axis].all_positions(&values, vocabulary)));
            }
        }
        Some(Implied { table: table.id.clone(), facts })
    }

    fn session(&self, item: &written::Session, at: usize, scene: &Scene<'_>) -> Option<Session> {
        let table = self.table_named(&item.table, scene.tables)?;
        self.cues(&item.cues, Tells::Session(at), scene);
        self.cues(&item.unless, Tells::NoSession(at), scene);
        Some(Session {
            table: table.id.clone(),
            moves: self.axis_named(&item.moves, &table.axes)?,
            reaches: self.axis_named(&item.reaches, &table.axes)?,
        })
    }
}

/// What finds the names of a vocabulary.
fn names(vocabulary: &Vocabulary) -> Names {
    let values = vocabulary.values.iter().flat_map(|value| &value.spellings);
    let spellings = values.chain(vocabulary.groups.iter().flat_map(|group| &group.spellings));
    let from: Vec<String> = vocabulary.rewrites.iter().map(|rewrite| lexicon::written(&rewrite.from)).collect();
    let rewrites = Lexicon::new(from.iter().cloned());
    Names {
        company: Vec::new(),
        never: Vec::new(),
        spellings: Lexicon::new(spellings.cloned()),
        noise: Lexicon::new(vocabulary.noise.iter().map(|phrase| lexicon::written(phrase))),
        order: rewrites.iter().filter_map(|phrase| from.iter().position(|own| own == phrase)).collect(),
        rewrites,
    }
}

/// Names of other files, each reported where it leads nowhere.
impl Compiler<'_> {
    pub(super) fn vocabulary_named(&self, name: &Spanned<String>) -> Option<VocabularyId> {
        let known = self.vocabularies.iter().map(|vocabulary| vocabulary.id.as_str());
        self.position("vocabulary", name, known).map(VocabularyId::new)
    }

    /// The vocabulary and the values that an id of a value or group means.
    fn values_named(&self, name: &Spanned<String>) -> Option<(VocabularyId, Vec<ValueId>)> {
        let mut known = VocabularyId::of(&self.vocabularies);
        let found = known.find_map(|(at, vocabulary)| Some((at, vocabulary.meant(name.get_ref())?)));
        if found.is_none() {
            let known = self.vocabularies.iter().flat_map(|vocabulary| &vocabulary.values);
            self.dangling("value", name.span(), name.get_ref(), known.map(|value| value.id.as_str()));
        }
        found
    }
}
