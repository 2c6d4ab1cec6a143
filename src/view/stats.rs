//! How much there is: entries by kind, cells by verdict and basis, texts by language, sources by whose word they are.

use indexmap::IndexMap;
use serde::Serialize;
use strum::IntoEnumIterator as _;

use crate::knowledge::{Axis, Count, Knowledge, Table, Vocabulary};
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
        |basis: Basis| known.tables().flat_map(Table::rules).filter(|(_, rule)| rule.basis == Some(basis)).count();
    Stats {
        format: "canmanage/stats/1",
        title: cx.told(&known.title),
        knowledge: cx.edition(),
        entries: entries(known),
        rules: Basis::iter().map(|basis| (basis, rules(basis))).collect(),
        tables: known.tables().map(table).collect(),
        languages: languages(known),
        sources: sources(known),
    }
}

/// Entries by kind, in the order of the files.
fn entries(knowledge: &Knowledge) -> IndexMap<&'static str, usize> {
    let vocabularies = |count: fn(&Vocabulary) -> usize| knowledge.vocabularies().map(count).sum::<usize>();
    let tables = |count: fn(&Table) -> usize| knowledge.tables().map(count).sum::<usize>();
    let of = |effect: Effect| knowledge.tables().flat_map(|table| table.of(effect)).count();
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
        ("permits", of(Effect::Permit)),
        ("forbids", of(Effect::Forbid)),
        ("cautions", of(Effect::Caution)),
        ("silents", of(Effect::Silent)),
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
    let count = |set| Count::of(table, &table.region(set));
    TableStats { table: table.id.clone(), inside: count(Axis::inside_set), all: count(Axis::full_set) }
}

fn languages(knowledge: &Knowledge) -> Vec<LanguageStats> {
    let of = |(language, (texts, same)): (&String, &(usize, usize))| LanguageStats {
        language: language.clone(),
        texts: *texts,
        missing: knowledge.texts - texts,
        same: *same,
    };
    knowledge.languages.iter().zip(&knowledge.told).map(of).collect()
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
