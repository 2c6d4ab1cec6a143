//! How much there is: entries by kind, cells by verdict and basis, texts by language, sources by whose word they are.

use indexmap::IndexMap;
use serde::Serialize;
use strum::IntoEnumIterator as _;

use crate::knowledge::{Axis, Count, Knowledge, Table, Text, ValueSet, Vocabulary};
use crate::model::{Basis, Effect, Origin};
use crate::view::{Context, Edition};

/// `canmanage/stats/1`
#[derive(Debug, Serialize)]
pub struct Stats {
    format: &'static str,
    #[serde(skip)]
    pub title: String,
    pub knowledge: Edition,
    pub entries: IndexMap<&'static str, usize>,
    /// Permits and forbids by basis.
    pub rules: IndexMap<Basis, usize>,
    pub tables: Vec<TableStats>,
    pub languages: Vec<LanguageStats>,
    pub sources: SourceStats,
}

#[derive(Debug, Serialize)]
pub struct TableStats {
    pub table: String,
    /// Inside values alone.
    pub inside: Count,
    pub all: Count,
}

#[derive(Debug, Serialize)]
pub struct LanguageStats {
    pub language: String,
    pub texts: usize,
    pub missing: usize,
    /// Texts that read as in the first language; 0 for that one.
    pub same: usize,
}

#[derive(Debug, Serialize)]
pub struct SourceStats {
    pub origins: IndexMap<Origin, usize>,
    pub undated: usize,
    /// Dates as they are written: a year, a month or a day.
    pub oldest: Option<String>,
    pub newest: Option<String>,
}

pub fn stats(cx: Context<'_>) -> Stats {
    let known = cx.knowledge;
    let rules =
        |basis: Basis| known.tables.iter().flat_map(|table| &table.rules).filter(|rule| rule.basis == basis).count();
    Stats {
        format: "canmanage/stats/1",
        title: cx.told(&known.title),
        knowledge: cx.edition(),
        entries: entries(known),
        rules: Basis::iter().map(|basis| (basis, rules(basis))).collect(),
        tables: known.tables.iter().map(table).collect(),
        languages: languages(known),
        sources: sources(known),
    }
}

/// Entries by kind, in the order of the files.
fn entries(knowledge: &Knowledge) -> IndexMap<&'static str, usize> {
    let vocabularies = |count: fn(&Vocabulary) -> usize| knowledge.vocabularies.iter().map(count).sum::<usize>();
    let tables = |count: fn(&Table) -> usize| knowledge.tables.iter().map(count).sum::<usize>();
    let of = |table: &Table, effect: Effect| table.rules.iter().filter(|rule| rule.effect == effect).count();
    let setup = knowledge.setup();
    IndexMap::from([
        ("vocabularies", knowledge.vocabularies.len()),
        ("attributes", vocabularies(|one| one.attributes.len())),
        ("values", vocabularies(|one| one.values.len())),
        (
            "aliases",
            vocabularies(|one| {
                let values = one.values.iter().map(|value| value.aliases.len());
                values.chain(one.groups.iter().map(|group| group.aliases.len())).sum()
            }),
        ),
        ("known-builds", vocabularies(|one| one.values.iter().map(|value| value.known_builds.len()).sum())),
        ("groups", vocabularies(|one| one.groups.len())),
        ("tables", knowledge.tables.len()),
        ("axes", tables(|one| one.axes.len())),
        ("permits", knowledge.tables.iter().map(|one| of(one, Effect::Permit)).sum()),
        ("forbids", knowledge.tables.iter().map(|one| of(one, Effect::Forbid)).sum()),
        ("cautions", tables(|one| one.cautions.len())),
        ("silents", tables(|one| one.silents.len())),
        ("moves", tables(|one| one.moves.len())),
        ("totals", tables(|one| one.totals.len())),
        ("remedies", knowledge.remedies.len()),
        ("capabilities", setup.map_or(0, |setup| setup.capabilities.len())),
        ("needs", setup.map_or(0, |setup| setup.needs.len())),
        ("steps", setup.map_or(0, |setup| setup.steps.len())),
        ("parameters", setup.map_or(0, |setup| setup.parameters.len())),
        ("exclusions", setup.map_or(0, |setup| setup.exclusions.len())),
        ("procedures", knowledge.ask().procedures.len()),
        ("scopes", knowledge.ask().scopes.len()),
        ("sources", knowledge.sources.len()),
        ("places", knowledge.sources.iter().map(|source| source.places.len()).sum()),
        ("expectations", knowledge.expectations),
    ])
}

fn table(table: &Table) -> TableStats {
    let count = |set: fn(&Axis) -> ValueSet| Count::of(table, &table.axes.iter().map(set).collect());
    TableStats { table: table.id.clone(), inside: count(Axis::inside_set), all: count(Axis::full_set) }
}

fn languages(knowledge: &Knowledge) -> Vec<LanguageStats> {
    let texts = texts(knowledge);
    let said = |text: &Text, language: &str| {
        text.iter().find(|(tag, _)| *tag == language).map(|(_, text)| text.to_owned()).filter(|text| !text.is_empty())
    };
    let of = |(at, language): (usize, &String)| {
        let own = texts.iter().filter_map(|text| Some((text, said(text, language)?)));
        let first = |text: &Text| text.iter().next().map(|(_, text)| text.to_owned());
        let (mut there, mut same) = (0, 0);
        for (text, own) in own {
            there += 1;
            same += usize::from(at > 0 && first(text) == Some(own));
        }
        LanguageStats { language: language.clone(), texts: there, missing: texts.len() - there, same }
    };
    knowledge.languages.iter().enumerate().map(of).collect()
}

/// Every text that people read. A test counts them in the files.
fn texts(knowledge: &Knowledge) -> Vec<&Text> {
    let mut texts = vec![&knowledge.title];
    for vocabulary in &knowledge.vocabularies {
        texts.push(&vocabulary.title);
        texts.extend(vocabulary.attributes.iter().map(|attribute| &attribute.title));
        texts.extend(vocabulary.values.iter().flat_map(|value| [&value.name].into_iter().chain(&value.note)));
        texts.extend(vocabulary.groups.iter().map(|group| &group.name));
    }
    for table in &knowledge.tables {
        texts.extend([&table.title, &table.question]);
        texts
            .extend(table.axes.iter().flat_map(|axis| [&axis.title, &axis.question].into_iter().chain(&axis.find_out)));
        texts.extend(table.axes.iter().filter_map(|axis| axis.matches.as_ref()).map(|matches| &matches.text));
        texts.extend(table.rules.iter().map(|rule| &rule.because));
        texts.extend(table.cautions.iter().map(|caution| &caution.text));
        texts.extend(table.silents.iter().map(|silent| &silent.because));
        texts.extend(table.moves.iter().map(|one| &one.text));
    }
    texts.extend(knowledge.remedies.iter().flat_map(|remedy| [&remedy.title, &remedy.text]));
    for source in &knowledge.sources {
        texts.push(&source.title);
        texts.extend(source.places.iter().map(|place| &place.at));
    }
    if let Some(setup) = knowledge.setup() {
        texts.push(&setup.target);
        texts.extend(setup.capabilities.iter().map(|capability| &capability.title));
        texts.extend(setup.needs.iter().map(|need| &need.because));
        for step in &setup.steps {
            texts.extend([&step.title, &step.text].into_iter().chain(&step.verify));
            texts.extend(step.taken_over.iter().map(|taken| &taken.because));
        }
        texts.extend(setup.parameters.iter().map(|parameter| &parameter.title));
        texts.extend(setup.exclusions.iter().map(|exclusion| &exclusion.because));
        texts.extend(setup.programs.iter().flat_map(|program| &program.returns).map(|one| &one.text));
        texts.extend(setup.preconditions.iter().map(|precondition| &precondition.text));
    }
    if let Some(runbook) = knowledge.runbook() {
        for step in &runbook.steps {
            texts.extend([&step.title, &step.text].into_iter().chain(&step.verify).chain(&step.back_out));
        }
        texts.extend(runbook.checks.iter().map(|check| &check.text));
    }
    texts.extend(knowledge.ask().procedures.iter().map(|procedure| &procedure.because));
    texts.extend(knowledge.ask().scopes.iter().map(|scope| &scope.text));
    texts
}

fn sources(knowledge: &Knowledge) -> SourceStats {
    let of = |origin: Origin| knowledge.sources.iter().filter(|source| source.origin == origin).count();
    let dates = || knowledge.sources.iter().filter_map(|source| source.date.clone());
    SourceStats {
        origins: Origin::iter().map(|origin| (origin, of(origin))).collect(),
        undated: knowledge.sources.len() - dates().count(),
        oldest: dates().min(),
        newest: dates().max(),
    }
}
