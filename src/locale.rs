//! The program's own sentences, in each of its languages.
//!
//! In: the id of a sentence and its arguments, as a [`Message`] that any stage can carry without knowing the language.
//! Out: the sentence. What is said *about the subject* is not here: it comes with the knowledge, as text of its own.
//! Arguments are made [`printable`], so a name out of an inventory cannot steer a terminal.

use std::borrow::Cow;
use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentMessage, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::sentences;

/// A language that the program has sentences in. Texts of the knowledge may be in any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[derive(strum::Display, strum::EnumString, strum::EnumIter, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Language {
    En,
    Ko,
}

impl Language {
    /// The tag under which texts of the knowledge are kept: `en`, `ko`.
    pub fn tag(self) -> &'static str {
        self.into()
    }

    /// The language of a tag such as `ko-KR`, if it is one of ours.
    pub fn of_tag(tag: &str) -> Option<Self> {
        tag.split('-').next()?.parse().ok()
    }
}

/// Whether something is a language tag: `ja`, `zh-Hant-TW`.
pub fn is_tag(text: &str) -> bool {
    text.parse::<LanguageIdentifier>().is_ok()
}

/// The tag of a system locale such as `ko_KR.UTF-8`; English where it names no language.
pub fn tag_of_locale(locale: &str) -> String {
    let tag = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    if is_tag(&tag) { tag } else { Language::En.tag().to_owned() }
}

/// Of the languages that there are, the nearest to a tag: the same, else one that says less (`ja` for `ja-JP`).
pub fn nearest_tag<'l>(tag: &str, languages: &'l [String]) -> Option<&'l str> {
    let mut wanted = tag;
    loop {
        if let Some(found) = languages.iter().find(|own| own.eq_ignore_ascii_case(wanted)) {
            return Some(found);
        }
        wanted = wanted.rsplit_once('-')?.0;
    }
}

/// A sentence not yet in any language: its id in `src/locale/*.ftl`, and what goes into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    id: Cow<'static, str>,
    arguments: Vec<(&'static str, Argument)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Argument {
    Text(String),
    Number(usize),
}

impl Message {
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), arguments: Vec::new() }
    }

    /// Puts text where the sentence says `{ $name }`.
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.arguments.push((name, Argument::Text(text.into())));
        self
    }

    /// Puts a number where the sentence says `{ $name }`; the sentence may choose its form by it.
    pub fn number(mut self, name: &'static str, number: usize) -> Self {
        self.arguments.push((name, Argument::Number(number)));
        self
    }
}

impl Message {
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.iter().find_map(|(own, argument)| match argument {
            Argument::Text(text) if *own == name => Some(text.as_str()),
            _ => None,
        })
    }
}

/// All sentences of one language, ready to speak.
///
/// An answer needs a few of them, and reading them all would take longer than all the rest: so they stand in several files, each read
/// when a sentence is in none before it.
pub struct Messages {
    language: Language,
    /// The language that is wanted: texts of the knowledge may be in it where the sentences are not.
    tag: String,
    bundles: [OnceCell<FluentBundle<FluentResource>>; FILES.len()],
}

/// What stands behind the language in the name of each file: for answers, for what other verbs show, for help and those who edit the
/// knowledge, for kinds of finding.
const FILES: [&str; 4] = ["", ".program", ".editing", ".findings"];

impl Messages {
    /// Reads the sentences of a language. A sentence that cannot be read is missing, and a test keeps that from happening.
    pub fn new(language: Language) -> Self {
        Self::of_tag(language.tag())
    }

    /// The same for any language: where the program does not speak it, in English.
    pub fn of_tag(tag: &str) -> Self {
        let language = Language::of_tag(tag).unwrap_or(Language::En);
        Self { language, tag: tag.to_owned(), bundles: Default::default() }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Of the languages of a knowledge, the one that its texts are shown in: the one that is wanted, else that of the sentences, else
    /// the first.
    pub fn nearest_of<'l>(&self, languages: &'l [String]) -> &'l str {
        let found = nearest_tag(&self.tag, languages).or_else(|| nearest_tag(self.language.tag(), languages));
        found.or(languages.first().map(String::as_str)).unwrap_or_default()
    }

    /// The sentence; its bare id where the language lacks it.
    pub fn say(&self, message: &Message) -> String {
        let Some((bundle, pattern)) = self.find(&message.id).and_then(|(bundle, found)| Some((bundle, found.value()?)))
        else {
            return message.id.to_string();
        };
        let mut arguments = FluentArgs::new();
        for (name, argument) in &message.arguments {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(printable(&brief(text)).into_owned()),
                Argument::Number(number) => FluentValue::from(*number),
            };
            arguments.set(*name, value);
        }
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }

    pub fn has(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    pub fn text(&self, id: &'static str) -> String {
        self.say(&Message::new(id))
    }

    /// A sentence, and the bundle that it is in.
    fn find(&self, id: &str) -> Option<(&FluentBundle<FluentResource>, FluentMessage<'_>)> {
        let mut bundles = self.bundles.iter().zip(FILES).map(|(bundle, file)| bundle.get_or_init(|| self.bundle(file)));
        bundles.find_map(|bundle| Some((bundle, bundle.get_message(id)?)))
    }

    fn bundle(&self, file: &str) -> FluentBundle<FluentResource> {
        let written = sentences::written(&format!("{}{file}.ftl", self.language));
        let resource = FluentResource::try_new(written).unwrap_or_else(|(partial, _)| partial);
        let mut bundle = FluentBundle::new(self.language.tag().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        bundle
    }
}

/// What was given, cut where it is longer than any name or list of names: a message is to be read.
fn brief(text: &str) -> Cow<'_, str> {
    const LONGEST: usize = 1000;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

/// Texts one behind the other, with something between them.
pub trait Joined {
    fn joined(self, between: &str) -> String;
}

impl<I: IntoIterator<Item: AsRef<str>>> Joined for I {
    fn joined(self, between: &str) -> String {
        let mut texts = self.into_iter();
        let first = texts.next().map(|text| text.as_ref().to_owned()).unwrap_or_default();
        texts.fold(first, |all, text| all + between + text.as_ref())
    }
}

/// The text with nothing left in it that could move the cursor, recolour the screen or reorder what is read.
///
/// A newline or tab becomes a space; other control characters, marks and overrides of the writing direction, line
/// separators, invisible characters and what is no character come out as `\u{1b}`. Joiners (U+200C, U+200D) stay: scripts
/// and emoji need them.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' | '\t' => out.push(' '),
            c if is_hostile(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether a character moves, hides or reorders what stands around it, or is none.
pub fn is_hostile(c: char) -> bool {
    c.is_control()
        || u32::from(c) & 0xfffe == 0xfffe
        || matches!(c,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'  // direction marks, zero-width spaces
            | '\u{ad}' | '\u{34f}' | '\u{180e}'                           // soft hyphen, joiner and separator without width
            | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}'            // fillers in the place of letters
            | '\u{fdd0}'..='\u{fdef}'                                     // no characters
            | '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'         // annotations, beams
            | '\u{2028}'..='\u{202e}'                                       // separators, embeddings, overrides
            | '\u{2060}'..='\u{206f}'                                       // invisible operators, isolates
            | '\u{e0000}'..='\u{e007f}') // tags: text nobody sees
}
