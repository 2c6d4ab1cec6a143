//! Reading a name: which values of a vocabulary a piece of text can mean.
//!
//! The five steps are described for editors in `data/README.md`. A name is always read as a whole; a part of it is never
//! taken for the value, and an unknown name never becomes a neighbour.

use std::hash::BuildHasher as _;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::ids::ValueId;
use super::number::{self, Range};
use super::vocabulary::{KnownBuild, Rewrite, Value, Vocabulary};
use super::words;
use crate::diag::suggest;
use crate::limits;

/// A name of more bytes than this is not a name.
const LONGEST_NAME: usize = limits::WORDS;

/// Rules that feed each other for longer than this go in a circle.
pub(crate) const MOST_REWRITES: usize = 8;

/// What a name can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Ascending, at least one.
    pub values: Vec<ValueId>,
    /// Whether one of them is meant and the name cannot tell which.
    pub ambiguous: bool,
}

impl Vocabulary {
    /// What the name can mean; nothing if it is unknown.
    pub fn read(&self, name: &str) -> Option<Reading> {
        if name.len() > LONGEST_NAME {
            return None;
        }
        if let Some(value) = self.exactly(name) {
            return Some(Reading { values: vec![value], ambiguous: false });
        }
        let words = self.words_of(name);
        let number = || self.read_number(name).or_else(|| self.read_patch_level(&words));
        self.read_spelling(&words).or_else(number)
    }

    /// The value that has exactly this id or alias: the short way, without looking at words.
    ///
    /// No spelling belongs to two values or to a value and a group (`duplicate-alias`), so the long way would find the same one.
    pub fn exactly(&self, name: &str) -> Option<ValueId> {
        let id = *self.exact().get(&hashed(name))?;
        let value = &self[id];
        (value.id == name || value.aliases.iter().any(|alias| alias == name)).then_some(id)
    }

    pub fn position(&self, id: &str) -> Option<ValueId> {
        let found = *self.exact().get(&hashed(id))?;
        let by_hand = || ValueId::of(&self.values).find(|(_, value)| value.id == id).map(|(at, _)| at);
        // Two names may have the same hash.
        if self[found].id == id { Some(found) } else { by_hand() }
    }

    /// The values that the id of a value or a group means.
    pub fn meant(&self, id: &str) -> Option<Vec<ValueId>> {
        let group = self.groups.iter().find(|group| group.id == id).map(|group| group.members.clone());
        group.or_else(|| self.position(id).map(|value| vec![value]))
    }

    /// Who has which name, by its hash; of two that have the same, one of whom it is the id.
    fn exact(&self) -> &FxHashMap<u64, ValueId> {
        self.exact.get_or_init(|| {
            let aliases =
                ValueId::of(&self.values).flat_map(|(id, value)| value.aliases.iter().map(move |name| (id, name)));
            let ids = ValueId::of(&self.values).map(|(id, value)| (id, &value.id));
            aliases.chain(ids.rev()).map(|(id, name)| (hashed(name), id)).collect()
        })
    }

    /// Ids and aliases nearest to an unknown name, best first.
    pub fn near(&self, name: &str) -> Vec<&str> {
        let short: String = name.chars().take(LONGEST_NAME).collect();
        let ids =
            self.values.iter().map(|value| value.id.as_str()).chain(self.groups.iter().map(|group| group.id.as_str()));
        let aliases = self
            .values
            .iter()
            .flat_map(|value| &value.aliases)
            .chain(self.groups.iter().flat_map(|group| &group.aliases));
        suggest::nearest(&short, ids.chain(aliases.map(String::as_str)), 3)
    }

    /// The published build that a version number names exactly.
    pub fn known_build(&self, text: &str) -> Option<(&Value, &KnownBuild)> {
        let (parts, _) = number::read(text)?;
        self.values.iter().find_map(|value| {
            let build = value.known_builds.iter().find(|build| build.number == parts)?;
            Some((value, build))
        })
    }

    /// The words of a name as they are compared: spellings made equal, noise dropped.
    pub(crate) fn words_of(&self, name: &str) -> Vec<String> {
        let mut found: Vec<String> = words::split(name);
        for word in &mut found {
            let bare = words::without_stray_letter(word, |word| self.knows(word)).len();
            word.truncate(bare);
        }
        words::strip(self.rewritten(found).0, &self.noise)
    }

    /// The words of a name that are dropped as noise, each once.
    pub(crate) fn noise_in(&self, name: &str) -> Vec<String> {
        let kept = self.words_of(name);
        let (mut dropped, _) = self.rewritten(words::split(name));
        dropped.retain(|word| !kept.contains(word));
        dropped.dedup();
        dropped
    }

    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
    }

    /// One spelling for each word. A rule may make words that another one reads, so this goes on until nothing changes; whether it
    /// came to that, and did not grow or go in a circle.
    pub(crate) fn rewritten(&self, mut words: Vec<String>) -> (Vec<String>, bool) {
        for _ in 0..MOST_REWRITES {
            let before = words.clone();
            for Rewrite { from, to } in &self.rewrites {
                if !words::replace(&mut words, from, to) {
                    return (words, false);
                }
            }
            if words == before {
                return (words, true);
            }
        }
        (words, false)
    }

    /// What words can mean in which spellings were made equal and noise was dropped.
    pub(crate) fn read_spelling(&self, words: &[String]) -> Option<Reading> {
        if words.is_empty() {
            return None;
        }
        let spelling = words.join(" ");
        if let Some(group) = self.groups.iter().find(|group| group.spellings.contains(&spelling)) {
            return Some(Reading { values: group.members.clone(), ambiguous: group.ambiguous });
        }
        let over = ValueId::of(&self.values).filter_map(|(id, value)| Some((id, value.left_over(words, &spelling)?)));
        let over: Vec<(ValueId, usize)> = over.collect();
        let least = over.iter().map(|(_, left)| *left).min()?;
        let values: Vec<ValueId> = over.iter().filter(|(_, left)| *left == least).map(|(id, _)| *id).collect();
        Some(Reading { ambiguous: values.len() > 1, values })
    }

    /// What a version number behind other words can mean: `Python 3.8.10` is what is called `Python 3.8`, if that takes such builds.
    fn read_patch_level(&self, words: &[String]) -> Option<Reading> {
        let at = words.iter().position(|word| word.contains('.'))?;
        let (front, number) = words.split_at_checked(at)?;
        let mut reading = self.read_number(&number.join(" "))?;
        let dotted = number.first()?.trim_start_matches('v');
        let ends = dotted.match_indices('.').map(|(end, _)| end).chain([dotted.len()]);
        let called: Vec<String> =
            ends.filter_map(|end| dotted.get(..end)).map(|part| format!("{} {part}", front.join(" "))).collect();
        let is_called = |value: &ValueId| self[*value].spellings.iter().any(|own| called.contains(own));
        // With a patch level, a more exact form of what the front is called can be meant.
        let fits = |value: &ValueId| is_called(value) || self[*value].refines.as_ref().is_some_and(is_called);
        reading.values.retain(|value| front.is_empty() || fits(value));
        reading.ambiguous = reading.values.len() > 1;
        (!reading.values.is_empty()).then_some(reading)
    }

    pub(crate) fn read_number(&self, name: &str) -> Option<Reading> {
        let (parts, behind) = number::read(name)?;
        let behind = self.words_of(&behind.replace("build", " ").replace("빌드", " "));
        let bare = |value: &Value| {
            let echo =
                behind.iter().filter(|word| !parts.iter().any(|part| part.to_string() == **word)).cloned().collect();
            words::strip(echo, &value.noise).is_empty()
        };
        let read = Range::of(&parts);
        let fitting = ValueId::of(&self.values).filter(|(_, value)| bare(value));
        let fitting = fitting.flat_map(|(id, value)| value.builds.iter().map(move |build| (id, build)));
        let fitting: Vec<(ValueId, &Range)> = fitting.filter(|(_, build)| !build.both(&read).is_empty()).collect();
        let beaten = |(_, build): &&(ValueId, &Range)| {
            let nearer = |other: &Range| other != *build && build.holds(other) && other.holds(&read);
            self.nearest_build && fitting.iter().any(|(_, other)| nearer(other))
        };
        let mut values: Vec<ValueId> = fitting.iter().filter(|one| !beaten(one)).map(|(id, _)| *id).collect();
        values.dedup();
        (!values.is_empty()).then_some(Reading { ambiguous: values.len() > 1, values })
    }
}

fn hashed(name: &str) -> u64 {
    FxBuildHasher.hash_one(name)
}

impl Value {
    /// How many words of the name say nothing about this value, if the others are a spelling of it.
    fn left_over(&self, words: &[String], spelling: &str) -> Option<usize> {
        if self.spellings.iter().any(|own| own == spelling) {
            return Some(0);
        }
        let kept = words::strip(words.to_vec(), &self.noise);
        let left = words.len() - kept.len();
        let bare = kept.join(" ");
        (left > 0 && !bare.is_empty() && self.spellings.contains(&bare)).then_some(left)
    }
}
