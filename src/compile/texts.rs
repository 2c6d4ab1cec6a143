//! Texts, checked for having every language of the knowledge.

use super::{Compiler, Untold};
use crate::diag::{Code, FileId, Finding};
use crate::knowledge::Text;
use crate::locale::Message;
use crate::model::{Catalog, Spanned, place, schema};

impl Compiler<'_> {
    /// The text with its languages in the order of the knowledge. Unknown languages and texts in no language are reported, missing
    /// languages noted.
    pub(super) fn text(&self, file: FileId, written: &Spanned<schema::Text>) -> Text {
        let at = place(file, written);
        let said = |language: &String| written.get_ref().get(language).filter(|text| !text.trim().is_empty());
        let strangers: Vec<&String> =
            written.get_ref().keys().filter(|language| !self.languages.contains(language)).collect();
        let lacking: Vec<&String> = self.languages.iter().filter(|language| said(language).is_none()).collect();
        for language in &strangers {
            self.dangling("language", at.clone(), language, self.languages.iter().map(String::as_str));
        }
        let mut untold = self.untold.borrow_mut();
        untold.texts += 1;
        if lacking.len() == self.languages.len() && !lacking.is_empty() && strangers.is_empty() {
            self.report(Finding::new(Code::INVALID_VALUE, Message::new("no-text")).at(at));
        } else if lacking.len() != strangers.len() {
            // Else it is called otherwise, which is one mistake.
            for language in lacking {
                untold.lacking.entry(language.clone()).or_default().push(at.clone());
            }
        }
        let in_order = self.languages.iter().filter_map(|language| {
            let text = said(language)?;
            Some((language.as_str(), text.as_str()))
        });
        Text::new(in_order)
    }

    /// Reports the texts that lack a language, each; once, if none of them has it.
    pub(super) fn report_untold(&self, catalog: &Catalog) {
        let Some((file, head)) = &catalog.head else { return };
        let Untold { texts, lacking } = &*self.untold.borrow();
        for (language, places) in lacking {
            if places.len() == *texts && *texts > 1 {
                let message = Message::new("missing-language").with("language", language).number("texts", *texts);
                let finding = Finding::new(Code::MISSING_TRANSLATION, message).at(place(*file, &head.languages));
                self.report(finding.help(Message::new("help-missing-language")));
                continue;
            }
            for at in places {
                self.report(Finding::of(Code::MISSING_TRANSLATION).with("language", language).at(at.clone()));
            }
        }
    }
}
