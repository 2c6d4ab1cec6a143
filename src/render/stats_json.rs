//! `canmanage/stats/1`, frozen like the rest of the JSON.

#![expect(missing_docs, reason = "the keys are the contract, shown by a test")]

use serde::Serialize;

use crate::view::{Edition, Pairs};

/// `canmanage/stats/1`
#[derive(Clone, Debug, Serialize)]
pub struct StatsV1 {
    pub format: &'static str,
    pub knowledge: Edition,
    /// By kind, in the plural.
    pub entries: Pairs<usize>,
    /// Permits and forbids by basis.
    pub rules: Pairs<usize>,
    pub tables: Vec<TableStatsV1>,
    pub languages: Vec<LanguageStatsV1>,
    pub sources: SourceStatsV1,
}

/// The cells of a table.
#[derive(Clone, Debug, Serialize)]
pub struct TableStatsV1 {
    pub table: String,
    /// Inside values alone.
    pub inside: CountV1,
    /// With the values outside.
    pub all: CountV1,
}

/// Cells by verdict, in the form of a `total` of the data.
#[derive(Clone, Debug, Serialize)]
pub struct CountV1 {
    pub cells: usize,
    pub supported: SupportedV1,
    pub unsupported: usize,
    pub undocumented: usize,
}

/// Supported cells by basis.
#[derive(Clone, Debug, Serialize)]
pub struct SupportedV1 {
    pub stated: usize,
    pub reading: usize,
    pub inferred: usize,
}

/// The texts of a language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageStatsV1 {
    pub language: String,
    pub texts: usize,
    pub missing: usize,
    /// Texts that read as in the first language; 0 for that one.
    pub same: usize,
}

/// The sources.
#[derive(Clone, Debug, Serialize)]
pub struct SourceStatsV1 {
    pub origins: Pairs<usize>,
    pub undated: usize,
    /// Dates as they are written: a year, a month or a day.
    pub oldest: Option<String>,
    pub newest: Option<String>,
}
