//! How much there is: entries by kind, cells by verdict and basis, texts by language, sources by whose word they are.

use std::collections::BTreeMap;

use strum::IntoEnumIterator as _;

use crate::knowledge::axis::Axis;
use crate::knowledge::grid::Boxed;
use crate::knowledge::table::{Count, Table};
use crate::knowledge::{Knowledge, Text, Vocabulary};
use crate::locale::Message;
use crate::model::terms::{Basis, Effect, Origin};
use crate::print::{Block, Line, Style};
use crate::render::stats_json::{CountV1, LanguageStatsV1, SourceStatsV1, StatsV1, SupportedV1, TableStatsV1};
use crate::view::Context;
use crate::view::Pairs;

/// `canmanage/stats/1`
#[must_use]
pub fn json(cx: Context<'_>) -> StatsV1 {
    let known = cx.knowledge;
    StatsV1 {
        format: "canmanage/stats/1",
        knowledge: cx.edition(),
        entries: Pairs(entries(known).into_iter().map(|(kind, number)| (kind.to_owned(), number)).collect()),
        rules: Pairs(rules(known)),
        tables: known.tables.iter().map(table).collect(),
        languages: languages(known),
        sources: sources(known),
    }
}

/// The same for people.
#[must_use]
pub fn document(cx: Context<'_>) -> Vec<Block> {
    let stats = json(cx);
    let title = cx.text(&cx.knowledge.title);
    let named = format!("{title}: {} {}", stats.knowledge.name, stats.knowledge.version);
    let heading = |id: &'static str| Block::Heading(cx.word(id).into());
    let number = |number: usize| Line::from(number.to_string());
    let entries = stats.entries.0.iter().filter(|(_, count)| *count > 0);
    let entries = entries.map(|(kind, count)| (cx.say(&Message::new(format!("stats-{kind}"))).into(), number(*count)));
    let rules = stats.rules.0.iter().map(|(basis, count)| {
        let basis = cx.say(&Message::new(format!("basis-{basis}")));
        (cx.say(&Message::new("stats-rules-basis").with("basis", basis)).into(), number(*count))
    });
    vec![
        Block::Heading(named.into()),
        Block::Pairs(entries.chain(rules).collect()),
        heading("stats-cells"),
        cells(&stats.tables, cx),
        heading("stats-languages"),
        Block::Table {
            header: ["stats-language", "stats-texts", "stats-missing", "stats-same"]
                .map(|id| cx.word(id).into())
                .to_vec(),
            rows: stats
                .languages
                .iter()
                .map(|one| {
                    let counts = [one.texts, one.missing, one.same].map(number);
                    [Line::new().styled(Style::Code, &one.language)].into_iter().chain(counts).collect()
                })
                .collect(),
        },
        heading("stats-whose"),
        Block::Pairs(sources_told(&stats.sources, cx)),
    ]
}

/// Entries by kind, in the order of the files.
fn entries(knowledge: &Knowledge) -> Vec<(&'static str, usize)> {
    let vocabularies = |count: fn(&Vocabulary) -> usize| knowledge.vocabularies.iter().map(count).sum::<usize>();
    let tables = |count: fn(&Table) -> usize| knowledge.tables.iter().map(count).sum::<usize>();
    let of = |table: &Table, effect: Effect| table.rules.iter().filter(|rule| rule.effect == effect).count();
    let setup = knowledge.setup();
    vec![
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
    ]
}

/// Permits and forbids by basis.
fn rules(knowledge: &Knowledge) -> Vec<(String, usize)> {
    let rules = || knowledge.tables.iter().flat_map(|table| &table.rules);
    Basis::iter().map(|basis| (basis.to_string(), rules().filter(|rule| rule.basis == basis).count())).collect()
}

fn table(table: &Table) -> TableStatsV1 {
    let inside = table.axes.iter().map(Axis::inside_set).collect();
    let all = table.axes.iter().map(Axis::full_set).collect();
    TableStatsV1 { table: table.id.clone(), inside: count(table, &inside), all: count(table, &all) }
}

fn count(table: &Table, cells: &Boxed) -> CountV1 {
    let mut count = Count::default();
    table.grid.each(cells, &mut |cell| {
        count.add(table.outcome(cell).plain);
    });
    CountV1 {
        cells: count.cells,
        supported: SupportedV1 { stated: count.stated, reading: count.reading, inferred: count.inferred },
        unsupported: count.unsupported,
        undocumented: count.undocumented,
    }
}

fn languages(knowledge: &Knowledge) -> Vec<LanguageStatsV1> {
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
        LanguageStatsV1 { language: language.clone(), texts: there, missing: texts.len() - there, same }
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
        texts.extend(setup.capabilities.iter().map(|capability| &capability.title));
        texts.extend(setup.needs.iter().map(|need| &need.because));
        for step in &setup.steps {
            texts.extend([&step.title, &step.text].into_iter().chain(&step.verify));
            texts.extend(step.taken_over.iter().map(|taken| &taken.because));
        }
        texts.extend(setup.parameters.iter().map(|parameter| &parameter.title));
        texts.extend(setup.exclusions.iter().map(|exclusion| &exclusion.because));
    }
    texts.extend(knowledge.ask().procedures.iter().map(|procedure| &procedure.because));
    texts.extend(knowledge.ask().scopes.iter().map(|scope| &scope.text));
    texts
}

fn sources(knowledge: &Knowledge) -> SourceStatsV1 {
    let mut origins: BTreeMap<Origin, usize> = Origin::iter().map(|origin| (origin, 0)).collect();
    for source in &knowledge.sources {
        *origins.entry(source.origin).or_default() += 1;
    }
    let dates = || knowledge.sources.iter().filter_map(|source| source.date.clone());
    SourceStatsV1 {
        origins: Pairs(origins.into_iter().map(|(origin, number)| (origin.to_string(), number)).collect()),
        undated: knowledge.sources.len() - dates().count(),
        oldest: dates().min(),
        newest: dates().max(),
    }
}

/// A row for the inside cells of each table, and one for all of them where there are more.
fn cells(tables: &[TableStatsV1], cx: Context<'_>) -> Block {
    let row = |name: Line, count: &CountV1| {
        let by_basis = [count.supported.stated, count.supported.reading, count.supported.inferred];
        let counts = [count.cells].into_iter().chain(by_basis).chain([count.unsupported, count.undocumented]);
        [name].into_iter().chain(counts.map(|count| Line::from(count.to_string()))).collect::<Vec<_>>()
    };
    let rows = tables.iter().flat_map(|table| {
        let name = Line::new().styled(Style::Code, &table.table);
        let all = name.clone().plain(format!(" {}", cx.word("stats-all")));
        let whole = (table.all.cells > table.inside.cells).then(|| row(all, &table.all));
        [row(name, &table.inside)].into_iter().chain(whole)
    });
    let header = ["stats-table", "stats-number", "stats-stated", "stats-reading", "stats-inferred"];
    let header = header.into_iter().chain(["stats-unsupported", "stats-undocumented"]);
    Block::Table { header: header.map(|id| cx.word(id).into()).collect(), rows: rows.collect() }
}

fn sources_told(sources: &SourceStatsV1, cx: Context<'_>) -> Vec<(Line, Line)> {
    let origins = sources.origins.0.iter().map(|(origin, count)| {
        (cx.say(&Message::new(format!("origin-{origin}"))).into(), Line::from(count.to_string()))
    });
    let dates = [("stats-oldest", &sources.oldest), ("stats-newest", &sources.newest)];
    let dates = dates.into_iter().filter_map(|(id, date)| Some((cx.word(id).into(), Line::from(date.clone()?))));
    let undated = (cx.word("stats-undated").into(), Line::from(sources.undated.to_string()));
    origins.chain([undated]).chain(dates).collect()
}
