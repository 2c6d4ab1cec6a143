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
//! data -> model -> compile -> decide -> advise -> view -> print -> cli
//! ```
//!
//! [`ask`], which reads a question in running text, sits between advise and view and uses the same tables.
//! [`diag`] and [`locale`] lie beneath all of them; [`lint`], [`schema`], [`cover`], [`ledger`] and [`diff`] stand aside. No
//! stage but [`data`] and [`cli`] does any I/O.

// Tests and the program use these modules from outside; they are no part of what the library promises.
#[doc(hidden)]
pub mod advise;
#[doc(hidden)]
pub mod ask;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod compile;
#[doc(hidden)]
pub mod cover;
#[doc(hidden)]
pub mod data;
#[doc(hidden)]
pub mod decide;
#[doc(hidden)]
pub mod diag;
#[doc(hidden)]
pub mod diff;
#[doc(hidden)]
pub mod embedded;
#[doc(hidden)]
pub mod knowledge;
#[doc(hidden)]
pub mod ledger;
#[doc(hidden)]
pub mod lint;
#[doc(hidden)]
pub mod locale;
#[doc(hidden)]
pub mod model;
#[doc(hidden)]
pub mod print;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod schema;
#[doc(hidden)]
pub mod view;
