//! One vocabulary: its values with their spellings, its groups, and no name that means two things without saying so.

use std::collections::{BTreeMap, BTreeSet};

use super::prelude::*;
use crate::knowledge::words::{self, Pattern};
use crate::knowledge::{Attribute, Group, KnownBuild, Rewrite, Value, number};
use crate::model::pair::Pair;
use crate::model::{AttributeKind, Named};

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
            title: self.text(&entry.title),
            kind: entry.kind,
            as_of: self.date(entry.as_of.as_ref()),
            sources: self.citations(&entry.sources),
        };
        parsed.attributes.iter().map(attribute).collect()
    }

    fn value(&self, entry: &Entry<schema::Value>, parsed: &VocabularyFile, vocabulary: &Vocabulary) -> Value {
        for name in entry.attributes.keys().chain(entry.attribute_basis.keys()) {
            self.attribute_named(name, vocabulary);
        }
        for (name, carried) in &entry.attributes {
            let kind = vocabulary.attributes.iter().find(|attribute| attribute.id == **name);
            self.check_attribute(name, carried, kind.map(|attribute| attribute.kind).unwrap_or_default());
        }
        let carried = |attribute: &Attribute| entry.attributes.get(attribute.id.as_str()).cloned();
        let firmly =
            |attribute: &Attribute| entry.attribute_basis.get(attribute.id.as_str()).copied().unwrap_or(Basis::Stated);
        let refines = entry.refines.as_ref().and_then(|parent| {
            let found = self.position("value", parent, parsed.values.iter().map(|value| value.id.as_str()))?;
            if at(&parsed.values, found).refines.is_some() {
                let message = Message::new("refines-refined").with("name", parent);
                let finding = Finding::invalid(message).at(parent.span());
                self.report(finding.help(Message::new("help-refines-refined")));
            }
            Some(ValueId::new(found))
        });
        let own = entry.attributes.iter().map(|(name, carried)| (name.as_str(), carried.as_str()));
        let own: Vec<(&str, &str)> = own.collect();
        let name = self.text(&entry.name);
        Value {
            id: entry.id.clone(),
            short: entry.short.clone().unwrap_or_else(|| entry.id.clone()),
            aliases: entry.aliases.iter().map(String::from).collect(),
            attributes: vocabulary.attributes.iter().map(carried).collect(),
            attribute_bases: vocabulary.attributes.iter().map(firmly).collect(),
            gives: entry.gives.as_ref().map(String::from),
            version: entry.version.clone(),
            builds: entry.builds.iter().filter_map(|build| self.range(build, number::exact)).collect(),
            known_builds: entry
                .known_builds
                .iter()
                .filter_map(|build| self.known_build(build))
                .collect::<Vec<_>>()
                .into(),
            refines,
            note: entry.note.as_ref().map(|note| self.note(note, &own)),
            spot: self.spot(entry),
            spellings: Vec::new().into(),
            noise: phrases(&entry.noise).into(),
            name,
        }
    }

    /// The position of an attribute by its id; that there is none is reported.
    pub(super) fn attribute_named(&self, name: &Spanned<String>, vocabulary: &Vocabulary) -> Option<usize> {
        self.position("attribute", name, vocabulary.attributes.iter().map(|attribute| attribute.id.as_str()))
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
            build: (&written.build).into(),
            number: number?,
            name: written.name.clone(),
            date,
            article: written.article.clone(),
        })
    }

    fn build(&self, written: &Spanned<String>) -> Option<number::Parts> {
        let parts = number::exact(written);
        if parts.is_none() {
            let finding = Finding::of(Code::BAD_VERSION).with("version", written);
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
        let range = number::Range::read(written, parts).filter(|range| !range.is_empty());
        if range.is_none() {
            let message = Message::new("bad-range").with("range", written);
            let finding = Finding::new(Code::BAD_VERSION, message).at(written.span());
            self.report(finding.help(Message::new("help-bad-range")));
        }
        range
    }

    fn group(&self, entry: &Entry<schema::Group>, vocabulary: &Vocabulary) -> Group {
        let members = entry.members.iter().filter_map(|member| self.value_named(member, vocabulary));
        let members: BTreeSet<ValueId> = members.collect();
        Group {
            id: entry.id.clone(),
            name: self.text(&entry.name),
            aliases: entry.aliases.iter().map(String::from).collect(),
            members: members.into_iter().collect(),
            ambiguous: entry.ambiguous,
            spot: self.spot(entry),
            spellings: Vec::new().into(),
        }
    }

    /// Gives every value and group its spellings; a spelling of two of them is reported at both places.
    fn spell(&self, parsed: &VocabularyFile, vocabulary: &mut Vocabulary) {
        let mut seen = Seen::new();
        let told = vocabulary.values.iter().map(|value| Some(&value.name)).chain(std::iter::repeat(None));
        let spelled = parsed.named().zip(told).map(|(own, name)| {
            let names = written_names(&own, name);
            self.spellings(own.id, &names, vocabulary, &mut seen)
        });
        let spelled: Vec<Vec<String>> = spelled.collect();
        let values = vocabulary.values.iter_mut().map(|value| &mut value.spellings);
        let groups = vocabulary.groups.iter_mut().map(|group| &mut group.spellings);
        values.chain(groups).zip(spelled).for_each(|(own, spelled)| *own = spelled.into());
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

fn written_names(own: &Named<'_>, name: Option<&Text>) -> Vec<(String, Place)> {
    let told = name.into_iter().flat_map(Text::iter).map(|(_, name)| name);
    let named = std::iter::once(own.id).chain(told).map(|name| (name.to_owned(), own.at.clone()));
    named.chain(own.aliases.iter().map(|alias| (alias.into(), alias.span()))).collect()
}

/// Rewrites with the longest phrase first, so that a long spelling is not torn by a short one.
fn by_length(written: &[Pair<Spanned<String>>]) -> Vec<Rewrite> {
    let phrase = |text: &Spanned<String>| Pattern::phrase(text);
    let read = |Pair(from, to): &Pair<Spanned<String>>| Rewrite { from: phrase(from), to: phrase(to) };
    let mut rewrites: Vec<Rewrite> = written.iter().map(read).collect();
    rewrites.sort_by_key(|rewrite| std::cmp::Reverse(rewrite.from.len()));
    rewrites
}

fn phrases(texts: &[Spanned<String>]) -> Vec<Vec<Pattern>> {
    texts.iter().map(|text| Pattern::phrase(text)).filter(|phrase| !phrase.is_empty()).collect()
}

/// Every literal word of the vocabulary: a word that is none of these may have a stray last letter.
fn all_words(parsed: &VocabularyFile, vocabulary: &Vocabulary) -> Vec<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let own_noise = parsed.values.iter().flat_map(|entry| phrases(&entry.noise)).collect::<Vec<_>>();
    let patterns = vocabulary.rewrites.iter().flat_map(|rewrite| rewrite.from.iter().chain(&rewrite.to));
    let patterns = patterns.chain(vocabulary.noise.iter().flatten()).chain(own_noise.iter().flatten());
    found.extend(patterns.filter_map(Pattern::literal).map(str::to_owned));
    for one in parsed.named() {
        found.extend(words::split(one.id));
        found.extend(one.name.into_iter().flat_map(|name| name.values()).flat_map(|name| words::split(name)));
        found.extend(one.aliases.iter().flat_map(|alias| words::split(alias)));
    }
    found.into_iter().collect()
}
