//! How much there is, as tables.

use crate::knowledge::Count;
use crate::locale::{Message, Messages};
use crate::print::{self, Block, Line, words};
use crate::view::stats::{LanguageStats, SourceStats, Stats, TableStats};

pub fn blocks(stats: &Stats, messages: &Messages) -> Vec<Block> {
    let named = format!("{}: {} {}", stats.title, stats.knowledge.name, stats.knowledge.version);
    let heading = |id: &'static str| Block::Heading(messages.text(id).into());
    let entries = stats.entries.iter().filter(|(_, count)| **count > 0);
    let entries =
        entries.map(|(kind, count)| (messages.say(&Message::new(format!("stats-{kind}"))).into(), number(*count)));
    let rules = stats.rules.iter().map(|(basis, count)| {
        let basis = Message::new("stats-rules-basis").with("basis", print::basis(*basis, messages));
        (messages.say(&basis).into(), number(*count))
    });
    vec![
        Block::Heading(named.into()),
        Block::Pairs(entries.chain(rules).collect()),
        heading("stats-cells"),
        cells_told(&stats.tables, messages),
        heading("stats-languages"),
        languages_told(&stats.languages, messages),
        heading("stats-whose"),
        Block::Pairs(sources_told(&stats.sources, messages)),
    ]
}

fn number(number: usize) -> Line {
    Line::from(number.to_string())
}

/// A row for the inside cells of each table, and one for all of them where there are more.
fn cells_told(tables: &[TableStats], messages: &Messages) -> Block {
    let row = |name: Line, count: &Count| {
        let by_basis = count.supported;
        let counts = [by_basis.stated, by_basis.reading, by_basis.inferred, count.unsupported, count.undocumented];
        [name, number(count.cells)].into_iter().chain(counts.map(number)).collect::<Vec<_>>()
    };
    let rows = tables.iter().flat_map(|table| {
        let name = Line::new().code(&table.table);
        let all = name.clone().plain(format!(" {}", messages.text("stats-all")));
        let whole = (table.all.cells > table.inside.cells).then(|| row(all, &table.all));
        [row(name, &table.inside)].into_iter().chain(whole)
    });
    let header = ["stats-table", "stats-number", "stats-stated", "stats-reading", "stats-inferred"];
    let header = [words(header, messages), words(["stats-unsupported", "stats-undocumented"], messages)].concat();
    Block::Table { header, rows: rows.collect() }
}

fn languages_told(languages: &[LanguageStats], messages: &Messages) -> Block {
    let row = |one: &LanguageStats| {
        vec![Line::new().code(&one.language), number(one.texts), number(one.missing), number(one.same)]
    };
    let header = words(["stats-language", "stats-texts", "stats-missing", "stats-same"], messages);
    Block::Table { header, rows: languages.iter().map(row).collect() }
}

fn sources_told(sources: &SourceStats, messages: &Messages) -> Vec<(Line, Line)> {
    let origins = sources
        .origins
        .iter()
        .map(|(origin, count)| (messages.say(&Message::new(format!("origin-{origin}"))).into(), number(*count)));
    let dates = [("stats-oldest", &sources.oldest), ("stats-newest", &sources.newest)];
    let dates = dates.into_iter().filter_map(|(id, date)| Some((messages.text(id).into(), Line::from(date.clone()?))));
    let undated = (messages.text("stats-undated").into(), number(sources.undated));
    origins.chain([undated]).chain(dates).collect()
}
