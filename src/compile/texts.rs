//! Texts, checked for having every language of the knowledge.

use super::Compiler;
use crate::diag::{Code, FileId, Finding};
use crate::knowledge::Text;
use crate::locale::Message;
use crate::model::{Spanned, place, schema};

impl Compiler<'_> {
    /// The text with its languages in the order of the knowledge. Missing and unknown languages, and empty texts, are reported.
    pub(super) fn text(&self, file: FileId, written: &Spanned<schema::Text>) -> Text {
        let at = place(file, written);
        let blank = |language: &String| written.get_ref().get(language).is_none_or(|text| text.trim().is_empty());
        for language in self.languages.iter().filter(|language| blank(language)) {
            let message = Message::new(Code::MISSING_TRANSLATION.name()).with("language", language);
            let finding = Finding::new(Code::MISSING_TRANSLATION, message).at(at.clone());
            self.report(finding.help(Message::new("help-missing-translation")));
        }
        for language in written.get_ref().keys().filter(|language| !self.languages.contains(language)) {
            self.dangling("language", at.clone(), language, self.languages.iter().map(String::as_str));
        }
        let in_order = self.languages.iter().filter_map(|language| {
            let text = written.get_ref().get(language)?;
            Some((language.as_str(), text.as_str()))
        });
        Text::new(in_order)
    }
}
