//! Can I manage X from Y? Verdict, reasons and sources, from knowledge kept as data.
//!
//! The engine knows no product. What it knows comes from a folder of TOML: vocabularies say who exists, tables say what is
//! permitted, forbidden or undocumented, and on whose word. The knowledge in `data/` is embedded; a folder about anything
//! else works as well.
//!
//! ```
//! use canmanage::decide::{decide, facts};
//! use canmanage::model::terms::Verdict;
//!
//! let knowledge = canmanage::embedded::knowledge()?;
//! let table = knowledge.table("manage").ok_or("no such table")?;
//! let asked = ["from=xp", "tools=sp1", "server=sp1", "on=Windows Server 2008", "kind=ccr"].map(String::from);
//! let read = facts::read(&knowledge, table, &asked).map_err(|errors| format!("{errors:?}"))?;
//! let decision = decide(table, &read.facts, false);
//! assert_eq!(decision.verdict(), Verdict::Unsupported);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Values go one way, each stage is one module with one entry function:
//!
//! ```text
//! data -> model -> compile -> decide -> advise -> render -> cli
//! ```
//!
//! [`ask`], which reads a question in running text, sits between advise and render and uses the same tables.
//! [`diag`] and [`locale`] lie beneath all of them; [`lint`], [`schema`], [`cover`], [`ledger`] and [`diff`] stand aside. No
//! stage but [`data`] and [`cli`] does any I/O.

pub mod advise;
pub mod ask;
pub mod cli;
pub mod compile;
pub mod cover;
pub mod data;
pub mod decide;
pub mod diag;
pub mod diff;
pub mod embedded;
pub mod knowledge;
pub mod ledger;
pub mod lint;
pub mod locale;
pub mod model;
pub mod print;
pub mod render;
pub mod schema;
