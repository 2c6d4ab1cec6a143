//! How much there is, counted again in the files themselves.

use serde_json::{Value, json};

use crate::folder::{self, files};
use crate::golden::{fits, same_as};
use crate::oracle::with_series;
use crate::program::line;
use crate::sentences::texts;

fn stats(folder: &str) -> Value {
    line(&format!("data stats {folder} --format json")).exits(0).silent_on_stderr().json()
}

/// Entries of a section in all files of a folder whose path begins so.
fn counted(folder: &str, path: &str, section: &str) -> usize {
    let tables = files(folder);
    let found = tables.iter().filter(|(_, file)| file.path.starts_with(path)).map(|(_, file)| {
        let table = with_series(file.text.parse().expect("TOML"));
        table.get(section).map_or(0, |section| match section {
            toml::Value::Array(items) => items.len(),
            toml::Value::Table(items) => items.len(),
            other => panic!("{other}"),
        })
    });
    found.sum()
}

#[test]
fn every_number_is_that_of_the_files() {
    for folder in folder::FOLDERS {
        let told = stats(folder);
        assert_eq!(told["format"], "canmanage/stats/1");
        for (path, section, kind) in [
            ("vocabulary/", "attribute", "attributes"),
            ("vocabulary/", "value", "values"),
            ("vocabulary/", "group", "groups"),
            ("tables/", "axis", "axes"),
            ("tables/", "permit", "permits"),
            ("tables/", "forbid", "forbids"),
            ("tables/", "caution", "cautions"),
            ("tables/", "silent", "silents"),
            ("tables/", "move", "moves"),
            ("tables/", "total", "totals"),
            ("remedies", "remedy", "remedies"),
            ("setup", "capability", "capabilities"),
            ("setup", "need", "needs"),
            ("setup", "step", "steps"),
            ("setup", "parameter", "parameters"),
            ("setup", "exclusion", "exclusions"),
            ("procedures", "procedure", "procedures"),
            ("ask", "scope", "scopes"),
            ("sources", "source", "sources"),
            ("expectations", "expect", "expectations"),
        ] {
            assert_eq!(told["entries"][kind], counted(folder, path, section), "{folder}: {kind}");
        }
        let number = |key: &str| usize::try_from(told["entries"][key].as_u64().expect(key)).expect(key);
        for (key, path) in [("vocabularies", "vocabulary/"), ("tables", "tables/")] {
            assert_eq!(number(key), files(folder).iter().filter(|(_, file)| file.path.starts_with(path)).count());
        }
        let by_basis: u64 = told["rules"].as_object().expect("rules").values().filter_map(Value::as_u64).sum();
        assert_eq!(
            by_basis,
            told["entries"]["permits"].as_u64().expect("n") + told["entries"]["forbids"].as_u64().expect("n")
        );
    }
}

#[test]
fn every_text_is_counted_in_every_language() {
    for folder in folder::FOLDERS {
        let mut found = Vec::new();
        for (_, file) in files(folder).iter() {
            texts("", &toml::Value::Table(with_series(file.text.parse().expect("TOML"))), &mut found);
        }
        let same = found.iter().filter(|(_, text)| text["en"] == text["ko"]).count();
        let languages = json!([
            { "language": "en", "texts": found.len(), "missing": 0, "same": 0 },
            { "language": "ko", "texts": found.len(), "missing": 0, "same": same },
        ]);
        assert_eq!(stats(folder)["languages"], languages, "{folder}");
    }
}

#[test]
fn cells_are_counted_as_the_ledger_does() {
    let told = stats("data");
    for table in told["tables"].as_array().expect("tables") {
        let id = table["table"].as_str().expect("a table");
        for (cells, all) in [("inside", ""), ("all", "--all")] {
            let grid = line(&format!("matrix --table {id} {all} --format json")).exits(0).json();
            let grid = grid["cells"].as_array().expect("cells");
            let of = |verdict: &str| grid.iter().filter(|cell| cell["verdict"] == verdict).collect::<Vec<_>>();
            let stated = |basis: &str| of("supported").iter().filter(|cell| cell["basis"] == basis).count();
            let count = json!({
                "cells": grid.len(),
                "supported": { "stated": stated("stated"), "reading": stated("reading"), "inferred": stated("inferred") },
                "unsupported": of("unsupported").len(),
                "undocumented": of("undocumented").len(),
            });
            assert_eq!(table[cells], count, "{id} {cells}");
        }
    }
}

#[test]
fn sources_are_counted_by_origin_and_date() {
    let table: toml::Table = folder::toml_of("data/sources.toml");
    let sources: Vec<&toml::Value> = table["source"].as_table().expect("sources").values().collect();
    let of = |origin: &str| sources.iter().filter(|source| source["origin"].as_str() == Some(origin)).count();
    let mut dates: Vec<&str> = sources.iter().filter_map(|source| source.get("date")?.as_str()).collect();
    dates.sort_unstable();
    let expected = json!({
        "origins": { "vendor": of("vendor"), "partner": of("partner"), "third-party": of("third-party") },
        "undated": sources.len() - dates.len(), "oldest": dates.first(), "newest": dates.last(),
    });
    assert_eq!(stats("data")["sources"], expected);
    assert_eq!(stats("tests/packs/version-skew")["sources"]["oldest"], Value::Null, "none of them carries a date");
}

#[test]
fn the_embedded_knowledge_is_counted_like_its_folder() {
    for words in ["data stats", "data stats --format markdown --lang ko", "data stats --format json"] {
        let embedded = line(words).exits(0).silent_on_stderr().stdout;
        assert_eq!(embedded, line(&words.replace("stats", "stats data")).stdout);
        assert_eq!(embedded, line(&format!("{words} --data data")).stdout);
    }
    line("data stats nowhere").exits(4).silent_on_stdout().complains(&["`nowhere`"]);
    line("data stats --format csv").exits(2).silent_on_stdout();
}

#[test]
fn the_numbers_are_shown_to_people() {
    for (language, format, file) in [("en", "text", "en.txt"), ("ko", "text", "ko.txt"), ("en", "markdown", "en.md")] {
        let told = line(&format!("data stats tests/packs/version-skew --lang {language} --format {format}")).exits(0);
        if format == "text" {
            fits(&told.stdout, 80);
            fits(&line(&format!("data stats --lang {language}")).stdout, 80);
        }
        same_as(&format!("stats.{file}"), &told.stdout);
    }
}
