//! What entries of all kinds are made of: texts, where they are written, and on whose word.

use serde::{Deserialize, Serialize};

use super::ids::{PlaceId, SourceId};

/// A text in every language of its knowledge.
///
/// One string for all languages: there are a thousand texts, and most of an answer's time would go into taking them apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text(Box<str>);

/// Stands behind the text of each language, and behind its tag. No text can hold them: they are control characters.
const AFTER_TEXT: char = '\u{1e}';
const AFTER_TAG: char = '\u{1f}';

impl Text {
    /// A text from pairs of language tag and text; the first is the fallback.
    pub fn new<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut all = String::new();
        for (tag, text) in texts {
            all.push_str(tag);
            all.push(AFTER_TAG);
            all.push_str(&text.replace([AFTER_TEXT, AFTER_TAG], " "));
            all.push(AFTER_TEXT);
        }
        Self(all.into_boxed_str())
    }

    /// Each language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split_terminator(AFTER_TEXT).filter_map(|pair| pair.split_once(AFTER_TAG))
    }

    /// The text in this language, else in the first.
    pub fn get(&self, language: &str) -> &str {
        let found = self.iter().find(|(tag, _)| *tag == language).or_else(|| self.iter().next());
        found.map_or("", |(_, text)| text)
    }
}

/// Where an entry stands in the knowledge folder, for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// Relative to the folder.
    pub path: String,
    /// From 1.
    pub line: usize,
}

/// A document, and where in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Citation {
    pub source: SourceId,
    pub place: Option<PlaceId>,
}
