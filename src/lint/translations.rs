//! `untranslated-text`: a sentence that is the same in two languages was copied and not translated. Names and titles may be the
//! same in any language, and so may a single word.

use toml::Spanned;

use crate::diag::{Code, FileId, Finding, Report};
use crate::knowledge::Knowledge;
use crate::locale::Message;
use crate::model::schema::Text;
use crate::model::{Catalog, place};

/// Shorter texts may well be the same.
const FEWEST_WORDS: usize = 3;

pub(super) fn check(catalog: &Catalog, _: &Knowledge, report: &mut Report) {
    let mut say = |file: FileId, text: &Spanned<Text>| same(file, text, report);
    for file in &catalog.vocabularies {
        let notes = file.values.iter().filter_map(|entry| entry.item.note.as_ref());
        notes.for_each(|note| say(file.file, note));
    }
    for table in &catalog.tables {
        let file = table.file;
        table.head.iter().for_each(|head| say(file, &head.question));
        for entry in &table.axes {
            say(file, &entry.item.question);
            entry.item.find_out.iter().for_each(|text| say(file, text));
        }
        table.permits.iter().chain(&table.forbids).for_each(|entry| say(file, &entry.item.because));
        table.cautions.iter().for_each(|entry| say(file, &entry.item.text));
        table.silents.iter().for_each(|entry| say(file, &entry.item.because));
        table.moves.iter().for_each(|entry| say(file, &entry.item.text));
    }
    catalog.remedies.iter().for_each(|entry| say(entry.at.file, &entry.item.text));
    catalog.procedures.iter().for_each(|entry| say(entry.at.file, &entry.item.because));
    let scopes = catalog.ask.iter().flat_map(|ask| &ask.scopes);
    scopes.for_each(|entry| say(entry.at.file, &entry.item.text));
    let Some(setup) = &catalog.setup else { return };
    setup.needs.iter().for_each(|entry| say(setup.file, &entry.item.because));
    setup.exclusions.iter().for_each(|entry| say(setup.file, &entry.item.because));
    setup.preconditions.iter().for_each(|entry| say(setup.file, &entry.item.text));
    let returns = setup.programs.iter().flat_map(|entry| &entry.item.returns);
    returns.for_each(|one| say(setup.file, &one.text));
    for entry in &setup.steps {
        say(setup.file, &entry.item.text);
        entry.item.verify.iter().for_each(|text| say(setup.file, text));
        entry.item.taken_over.iter().for_each(|over| say(setup.file, &over.because));
    }
}

fn same(file: FileId, text: &Spanned<Text>, report: &mut Report) {
    let texts: Vec<(&String, &String)> = text.get_ref().iter().collect();
    for (at, (language, said)) in texts.iter().enumerate() {
        let copied = |(_, other): &&(&String, &String)| other == said;
        let first = texts.iter().take(at).find(copied);
        if let Some((other, _)) = first.filter(|_| said.split_whitespace().count() >= FEWEST_WORDS) {
            let message =
                Message::new(Code::UntranslatedText.name()).with("one", other.as_str()).with("two", language.as_str());
            let finding = Finding::new(Code::UntranslatedText, message).at(place(file, text));
            report.push(finding.help(Message::new("help-untranslated-text")));
        }
    }
}
