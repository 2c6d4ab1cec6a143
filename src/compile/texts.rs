//! Texts, checked for having every language of the knowledge, and for what they show of an answer.

use super::Untold;
use super::prelude::*;
use crate::model::braces;
use crate::model::schema::untranslated;

impl Compiler<'_> {
    /// The text with its languages in the order of the knowledge. Unknown languages and texts in no language are reported, missing
    /// languages noted: also those in which it is only marked as to be translated.
    pub(super) fn text(&self, written: &Spanned<schema::Text>) -> Text {
        let at = written.span();
        let anything = |language: &String| written.get(language).filter(|text| !text.trim().is_empty());
        let said = |language: &String| anything(language).filter(|text| !text.starts_with(&untranslated(language)));
        let said: Vec<(&String, Option<&String>)> =
            self.languages.iter().map(|language| (language, said(language))).collect();
        let strangers: Vec<&String> = written.keys().filter(|language| !self.languages.contains(language)).collect();
        let lacking: Vec<&String> =
            said.iter().filter(|(_, said)| said.is_none()).map(|(language, _)| *language).collect();
        for language in &strangers {
            self.dangling("language", at.clone(), language, self.languages.iter().map(String::as_str));
        }
        let mut untold = self.untold.borrow_mut();
        untold.texts += 1;
        untold.told.resize(self.languages.len(), (0, 0));
        let first = said.iter().find_map(|(_, said)| *said);
        for (number, ((_, said), (told, same))) in said.iter().zip(&mut untold.told).enumerate() {
            *told += usize::from(said.is_some());
            *same += usize::from(number > 0 && said.is_some() && *said == first);
        }
        let is_marked = self.languages.iter().any(|language| anything(language).is_some());
        if lacking.len() == self.languages.len() && !lacking.is_empty() && strangers.is_empty() && !is_marked {
            self.report(Finding::invalid(Message::new("no-text")).at(at));
        } else if lacking.len() != strangers.len() {
            // Else it is called otherwise, which is one mistake.
            for language in lacking {
                untold.lacking.entry(language.clone()).or_default().push(at.clone());
            }
        }
        // What is marked in every language is better than nothing.
        let in_order = said.iter().filter_map(|(language, said)| {
            let shown = if first.is_some() { *said } else { anything(language) };
            Some((language.as_str(), shown?.as_str()))
        });
        Text::new(in_order)
    }

    /// Reports the texts that lack a language, each; once, if none of them has it.
    pub(super) fn report_untold(&self, catalog: &Catalog) {
        let Some(head) = &catalog.head else { return };
        let Untold { texts, lacking, .. } = &*self.untold.borrow();
        for (language, places) in lacking {
            if places.len() == *texts && *texts > 1 {
                let message = Message::new("missing-language").with("language", language).number("texts", *texts);
                let finding = Finding::new(Code::MISSING_TRANSLATION, message).at(head.languages.span());
                self.report(finding.help(Message::new("help-missing-language").with("language", language)));
                continue;
            }
            for at in places {
                self.report(Finding::of(Code::MISSING_TRANSLATION).with("language", language).at(at.clone()));
            }
        }
    }

    /// What the text shows of an answer: `{axis}` its values, `{axis.attribute}` what they carry. A name that stands for nothing is
    /// reported.
    pub(super) fn shown(&self, written: &Spanned<schema::Text>, axes: &[Axis]) -> Shown {
        let mut shown = Shown::default();
        let at = written.span();
        let names = written.values().flat_map(|text| braces::names(text)).filter(|name| braces::is_name(name));
        for name in names.filter(|_| self.since(1)) {
            let (id, attribute) = braces::parted(name);
            let Some((position, found)) = AxisId::of(axes).find(|(_, own)| own.id == id) else {
                self.dangling("axis", at.clone(), id, axes.iter().map(|axis| axis.id.as_str()));
                continue;
            };
            if !shown.axes.contains(&position) {
                shown.axes.push(position);
            }
            let known = &self.vocabulary_of(found).attributes;
            match attribute.map(|id| (id, known.iter().find(|attribute| attribute.id == id))) {
                None => {}
                Some((_, Some(attribute))) => {
                    shown.sources.extend(&attribute.sources);
                    shown.as_of = [shown.as_of.take(), attribute.as_of.clone()].into_iter().flatten().min();
                }
                Some((id, None)) => {
                    self.dangling("attribute", at.clone(), id, known.iter().map(|attribute| attribute.id.as_str()));
                }
            }
        }
        shown
    }

    /// The note of a value, in which `{attribute}` is what the value carries.
    pub(super) fn note(&self, written: &Spanned<schema::Text>, carried: &[(&str, &str)]) -> Text {
        let text = self.text(written);
        if !self.since(1) {
            return text;
        }
        let known = || carried.iter().map(|(name, _)| *name);
        for (_, text) in text.iter() {
            for name in braces::names(text).filter(|name| braces::is_name(name) && !known().any(|own| own == *name)) {
                self.dangling("attribute", written.span(), name, known());
            }
        }
        let value = |name: &str| carried.iter().find(|(own, _)| *own == name).map(|(_, carried)| (*carried).to_owned());
        let filled: Vec<(&str, String)> =
            text.iter().map(|(language, text)| (language, braces::filled(text, value))).collect();
        Text::new(filled.iter().map(|(language, text)| (*language, text.as_str())))
    }
}

#[derive(Default)]
pub(super) struct Shown {
    pub axes: Vec<AxisId>,
    pub sources: Vec<Citation>,
    /// The earliest day as of which some of it is known.
    pub as_of: Option<String>,
}

impl Shown {
    pub fn cited(&self, mut sources: Vec<Citation>) -> Vec<Citation> {
        for source in &self.sources {
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        sources
    }
}
