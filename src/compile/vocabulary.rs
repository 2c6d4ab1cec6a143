//! One vocabulary: its values with their spellings, its groups, and no name that means two things without saying so.

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;
use crate::knowledge::words::{self, Pattern};
use crate::knowledge::{Attribute, Group, KnownBuild, Rewrite, Value, number};
use crate::model::AttributeKind;
use crate::model::pair::Pair;

/// Every spelling with where it was written first, to find two that clash.
type Seen = BTreeMap<String, Spelled>;

/// Whose a spelling is, where it was written first, and all names that are spelled so.
struct Spelled {
    owner: String,
    at: Place,
    names: Vec<String>,
}

impl Compiler<'_> {
    pub(super) fn vocabulary(&self, parsed: &VocabularyFile) -> Vocabulary {
        let head = parsed.head.as_ref();
        let rewrites = head.map(|head| head.rewrite.as_slice()).unwrap_or_default();
        let noise = head.map(|head| head.noise.as_slice()).unwrap_or_default();
        let mut vocabulary = Vocabulary {
            id: parsed.id.clone(),
            title: head.map(|head| self.text(&head.title)).unwrap_or_default(),
            installable: head.is_some_and(|head| head.installable),
            attributes: self.attributes(parsed),
            values: Vec::new(),
            groups: Vec::new(),
            rewrites: by_length(rewrites).into(),
            noise: phrases(noise).into(),
            nearest_build: self.since(1),
            words: Vec::new().into(),
            exact: std::sync::OnceLock::new(),
        };
        vocabulary.words = all_words(parsed, &vocabulary).into();
        for entry in &parsed.values {
            let value = self.value(entry, parsed, &vocabulary);
            vocabulary.values.push(value);
        }
        for entry in &parsed.groups {
            let group = self.group(entry, &vocabulary);
            vocabulary.groups.push(group);
        }
        self.spell(parsed, &mut vocabulary);
        vocabulary
    }

    fn attributes(&self, parsed: &VocabularyFile) -> Vec<Attribute> {
        let attribute = |entry: &Entry<schema::Attribute>| Attribute {
            id: entry.id.clone(),
            title: self.text(&entry.item.title),
            kind: entry.item.kind,
            as_of: self.date(entry.item.as_of.as_ref()),
            sources: self.citations(&entry.item.sources),
        };
        parsed.attributes.iter().map(attribute).collect()
    }

    fn value(&self, entry: &Entry<schema::Value>, parsed: &VocabularyFile, vocabulary: &Vocabulary) -> Value {
        let item = &entry.item;
        for name in item.attributes.keys().chain(item.attribute_basis.keys()) {
            let known = vocabulary.attributes.iter().map(|attribute| attribute.id.as_str());
            self.position("attribute", name, known);
        }
        for (name, carried) in &item.attributes {
            let kind = vocabulary.attributes.iter().find(|attribute| attribute.id == *name.get_ref());
            self.check_attribute(name, carried, kind.map(|attribute| attribute.kind).unwrap_or_default());
        }
        let carried = |attribute: &Attribute| {
            let found = item.attributes.iter().find(|(name, _)| *name.get_ref() == attribute.id);
            found.map(|(_, carried)| carried.clone())
        };
        let firmly = |attribute: &Attribute| {
            let found = item.attribute_basis.iter().find(|(name, _)| *name.get_ref() == attribute.id);
            found.map_or(Basis::Stated, |(_, basis)| *basis)
        };
        let refines = item.refines.as_ref().and_then(|parent| {
            let found = self.position("value", parent, parsed.values.iter().map(|value| value.id.as_str()))?;
            if at(&parsed.values, found).item.refines.is_some() {
                let message = Message::new("refines-refined").with("name", parent.get_ref());
                let finding = Finding::invalid(message).at(parent.span());
                self.report(finding.help(Message::new("help-refines-refined")));
            }
            Some(ValueId::new(found))
        });
        let own = item.attributes.iter().map(|(name, carried)| (name.get_ref().as_str(), carried.as_str()));
        let own: Vec<(&str, &str)> = own.collect();
        let name = self.text(&item.name);
        Value {
            id: entry.id.clone(),
            short: item.short.clone().unwrap_or_else(|| entry.id.clone()),
            aliases: item.aliases.iter().map(|alias| alias.get_ref().clone()).collect(),
            attributes: vocabulary.attributes.iter().map(carried).collect(),
            attribute_bases: vocabulary.attributes.iter().map(firmly).collect(),
            gives: item.gives.as_ref().map(|capability| capability.get_ref().clone()),
            version: item.version.clone(),
            builds: item.builds.iter().filter_map(|build| self.range(build, number::exact)).collect(),
            known_builds: item
                .known_builds
                .iter()
                .filter_map(|build| self.known_build(build))
                .collect::<Vec<_>>()
                .into(),
            refines,
            note: item.note.as_ref().map(|note| self.note(note, &own)),
            spot: self.spot(entry).into(),
            spellings: Vec::new().into(),
            noise: phrases(&item.noise).into(),
            name,
        }
    }

    /// Dates and figures are written as such.
    fn check_attribute(&self, name: &Spanned<String>, carried: &str, kind: AttributeKind) {
        let carried = Spanned::new(name.span(), carried.to_owned());
        match kind {
            AttributeKind::Text => {}
            AttributeKind::Date => drop(self.date(Some(&carried))),
            AttributeKind::Figure => drop(self.build(&carried)),
        }
    }

    fn known_build(&self, written: &schema::KnownBuild) -> Option<KnownBuild> {
        let (date, number) = (self.date(written.date.as_ref()), self.build(&written.build));
        Some(KnownBuild {
            build: written.build.get_ref().clone(),
            number: number?,
            name: written.name.clone(),
            date,
            article: written.article.clone(),
        })
    }

    fn build(&self, written: &Spanned<String>) -> Option<number::Parts> {
        let parts = number::exact(written.get_ref());
        if parts.is_none() {
            let finding = Finding::of(Code::BAD_VERSION).with("version", written.get_ref());
            self.report(finding.at(written.span()));
        }
        parts
    }

    /// A range of numbers that are read as given.
    pub(super) fn range(
        &self,
        written: &Spanned<String>,
        parts: fn(&str) -> Option<number::Parts>,
    ) -> Option<number::Range> {
        let range = number::Range::read(written.get_ref(), parts).filter(|range| !range.is_empty());
        if range.is_none() {
            let message = Message::new("bad-range").with("range", written.get_ref());
            let finding = Finding::new(Code::BAD_VERSION, message).at(written.span());
            self.report(finding.help(Message::new("help-bad-range")));
        }
        range
    }

    fn group(&self, entry: &Entry<schema::Group>, vocabulary: &Vocabulary) -> Group {
        let named = entry.item.members.iter();
        let mut members: Vec<ValueId> = named.filter_map(|member| self.value_named(member, vocabulary)).collect();
        members.sort_unstable();
        members.dedup();
        Group {
            id: entry.id.clone(),
            name: self.text(&entry.item.name),
            aliases: entry.item.aliases.iter().map(|alias| alias.get_ref().clone()).collect(),
            members,
            ambiguous: entry.item.ambiguous,
            spot: self.spot(entry).into(),
            spellings: Vec::new().into(),
        }
    }

    /// Gives every value and group its spellings; a spelling of two of them is reported at both places.
    fn spell(&self, parsed: &VocabularyFile, vocabulary: &mut Vocabulary) {
        let mut seen = Seen::new();
        for (at, entry) in parsed.values.iter().enumerate() {
            let names =
                written_names(&entry.id, &entry.at, &at_mut(&mut vocabulary.values, at).name, &entry.item.aliases);
            at_mut(&mut vocabulary.values, at).spellings =
                self.spellings(&entry.id, &names, vocabulary, &mut seen).into();
        }
        for (at, entry) in parsed.groups.iter().enumerate() {
            let names = written_names(&entry.id, &entry.at, &Text::default(), &entry.item.aliases);
            at_mut(&mut vocabulary.groups, at).spellings =
                self.spellings(&entry.id, &names, vocabulary, &mut seen).into();
        }
    }

    /// The spellings of one owner; it is reported once if it shares any with another.
    fn spellings(&self, id: &str, names: &[(String, Place)], vocabulary: &Vocabulary, seen: &mut Seen) -> Vec<String> {
        let mut spellings: Vec<String> = Vec::new();
        let mut own: BTreeSet<String> = BTreeSet::new();
        let mut told: BTreeSet<String> = BTreeSet::new();
        for (name, at) in names {
            let spelling = vocabulary.words_of(name).join(" ");
            if spelling.is_empty() {
                self.report(Finding::invalid(Message::new("only-noise").with("name", name)).at(at.clone()));
                continue;
            }
            if let Some(first) = seen.get(&spelling).filter(|known| known.owner != id)
                && told.insert(first.owner.clone())
            {
                let same =
                    names.iter().map(|(name, _)| name).filter(|name| vocabulary.words_of(name).join(" ") == spelling);
                let help = match vocabulary.telling(&same.collect::<Vec<_>>(), &first.names) {
                    Some(word) => Message::new("help-duplicate-noise").with("word", word),
                    None => Message::new("help-duplicate-alias"),
                };
                let finding = Finding::of(Code::DUPLICATE_ALIAS).help(help).with("name", name).with("two", id);
                let finding = finding.with("one", &first.owner).at_saying(at.clone(), Message::new("label-again"));
                self.report(finding.beside(first.at.clone(), Message::new("label-first")));
            }
            if own.insert(spelling.clone()) {
                spellings.push(spelling.clone());
            }
            let new = || Spelled { owner: id.to_owned(), at: at.clone(), names: Vec::new() };
            let known = seen.entry(spelling).or_insert_with(new);
            if known.owner == id {
                known.names.push(name.clone());
            }
        }
        spellings
    }
}

impl Vocabulary {
    /// The noise that would tell two apart who are spelled alike if it were none: all names of one have it, and none of the other.
    fn telling(&self, one: &[&String], other: &[String]) -> Option<String> {
        let [one, other]: [Vec<Vec<String>>; 2] = [
            one.iter().map(|name| self.noise_in(name)).collect(),
            other.iter().map(|name| self.noise_in(name)).collect(),
        ];
        let tells = |word: &&String| {
            let has = |name: &Vec<String>| name.contains(word);
            one.iter().all(has) && !other.iter().any(has) || other.iter().all(has) && !one.iter().any(has)
        };
        one.iter().chain(&other).flatten().find(tells).cloned()
    }
}

fn written_names(id: &str, at: &Place, name: &Text, aliases: &[Spanned<String>]) -> Vec<(String, Place)> {
    let own = std::iter::once((id.to_owned(), at.clone()));
    let named = name.iter().map(|(_, name)| (name.to_owned(), at.clone()));
    let aliases = aliases.iter().map(|alias| (alias.get_ref().clone(), alias.span()));
    own.chain(named).chain(aliases).collect()
}

/// Rewrites with the longest phrase first, so that a long spelling is not torn by a short one.
fn by_length(written: &[Pair<Spanned<String>>]) -> Vec<Rewrite> {
    let phrase = |text: &Spanned<String>| Pattern::phrase(text.get_ref());
    let read = |Pair(from, to): &Pair<Spanned<String>>| Rewrite { from: phrase(from), to: phrase(to) };
    let mut rewrites: Vec<Rewrite> = written.iter().map(read).collect();
    rewrites.sort_by_key(|rewrite| std::cmp::Reverse(rewrite.from.len()));
    rewrites
}

fn phrases(texts: &[Spanned<String>]) -> Vec<Vec<Pattern>> {
    texts.iter().map(|text| Pattern::phrase(text.get_ref())).filter(|phrase| !phrase.is_empty()).collect()
}

/// Every literal word of the vocabulary: a word that is none of these may have a stray last letter.
fn all_words(parsed: &VocabularyFile, vocabulary: &Vocabulary) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let own_noise = parsed.values.iter().flat_map(|entry| phrases(&entry.item.noise)).collect::<Vec<_>>();
    let patterns = vocabulary.rewrites.iter().flat_map(|rewrite| rewrite.from.iter().chain(&rewrite.to));
    let patterns = patterns.chain(vocabulary.noise.iter().flatten()).chain(own_noise.iter().flatten());
    found.extend(patterns.filter_map(Pattern::literal).map(str::to_owned));
    for one in parsed.named() {
        found.extend(words::split(one.id));
        found.extend(one.name.into_iter().flat_map(|name| name.get_ref().values()).flat_map(|name| words::split(name)));
        found.extend(one.aliases.iter().flat_map(|alias| words::split(alias.get_ref())));
    }
    found.sort_unstable();
    found.dedup();
    found
}
