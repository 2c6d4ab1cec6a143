//! `swallowed-alias`: a spelling that, read as names are read, is another spelling of the same value. It adds nothing, and whoever
//! wrote it thought that it would.

use toml::Spanned;

use crate::compile::knowledge::{Knowledge, Vocabulary};
use crate::diag::{Code, Finding, Place, Report};
use crate::locale::Message;
use crate::model::{Catalog, place};

pub(super) fn check(catalog: &Catalog, knowledge: &Knowledge, report: &mut Report) {
    for (file, vocabulary) in catalog.vocabularies.iter().zip(&knowledge.vocabularies) {
        for entry in &file.values {
            let names = entry.item.name.get_ref().values().map(String::as_str);
            let own = Own { id: &entry.id, at: &entry.at, name: place(file.file, &entry.item.name) };
            swallowed(vocabulary, &own, names, &entry.item.aliases, report);
        }
        for entry in &file.groups {
            let own = Own { id: &entry.id, at: &entry.at, name: entry.at.clone() };
            swallowed(vocabulary, &own, std::iter::empty(), &entry.item.aliases, report);
        }
    }
}

/// A value or group, and where its names stand.
struct Own<'e> {
    id: &'e str,
    at: &'e Place,
    name: Place,
}

fn swallowed<'e>(
    vocabulary: &Vocabulary,
    own: &Own<'_>,
    names: impl Iterator<Item = &'e str>,
    aliases: &[Spanned<String>],
    report: &mut Report,
) {
    let mut seen: Vec<(Vec<String>, Place)> = vec![(vocabulary.words_of(own.id), own.at.clone())];
    seen.extend(names.map(|name| (vocabulary.words_of(name), own.name.clone())));
    for alias in aliases {
        let (words, at) = (vocabulary.words_of(alias.get_ref()), place(own.at.file, alias));
        match seen.iter().find(|(known, _)| *known == words) {
            Some((_, first)) => {
                let message = Message::new(Code::SwallowedAlias.name())
                    .with("alias", alias.get_ref())
                    .with("id", own.id)
                    .with("read", words.join(" "));
                let finding = Finding::new(Code::SwallowedAlias, message).at(at);
                let finding = finding.beside(first.clone(), Message::new("label-read-alike"));
                report.push(finding.help(Message::new("help-swallowed-alias")));
            }
            None => seen.push((words, at)),
        }
    }
}
