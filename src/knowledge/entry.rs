//! What entries of all kinds are made of: texts, where they are written, and on whose word.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ids::{PlaceId, SourceId};

/// A text in every language of its knowledge.
///
/// One row of bytes for all languages: there are a thousand texts, and most of an answer's time would go into taking apart those
/// that are never shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(Box<[u8]>);

/// Stands behind the text of each language, and behind its tag. No text can hold them: they are control characters.
const AFTER_TEXT: u8 = 0x1e;
const AFTER_TAG: u8 = 0x1f;

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(deserializer).map(|bytes| Self(bytes.into()))
    }
}

impl Text {
    /// A text from pairs of language tag and text; the first is the fallback.
    pub fn new<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut all = String::new();
        for (tag, text) in texts {
            all.push_str(tag);
            all.push(AFTER_TAG.into());
            all.push_str(&text.replace([AFTER_TEXT, AFTER_TAG].map(char::from), " "));
            all.push(AFTER_TEXT.into());
        }
        Self(all.into_bytes().into())
    }

    /// Each language with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let parts = self.0.split(|byte| *byte == AFTER_TEXT);
        parts.filter_map(|pair| str::from_utf8(pair).ok()?.split_once(char::from(AFTER_TAG)))
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
