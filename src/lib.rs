//! Can I manage X from Y? Verdict, reasons and sources, from knowledge kept as data.
//!
//! The engine knows no product. What it knows comes from a folder of TOML: vocabularies say who exists, tables say what is
//! permitted, forbidden or undocumented, and on whose word. The knowledge in `data/` is embedded; a folder about anything
//! else works as well.
//!
//! ```
//! let answer = canmanage::Advisor::embedded()?.check(["from=xp", "server=sp1", "on=Windows Server 2008", "kind=ccr"])?;
//! assert_eq!(answer.verdict, Some(canmanage::Verdict::Unsupported));
//! println!("{}", serde_json::to_string(&answer)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Advisor`] is the way in. Below it, [`decide()`] is a pure function from [`Facts`] to a [`Decision`], without a text.

mod advisor;
mod sentences;

pub use advisor::{Advisor, Error};
pub use decide::facts::Facts;
pub use decide::{Conclusion, Decision, decide};
pub use diag::problem::Problem;
pub use knowledge::Knowledge;
pub use locale::Language;
pub use model::terms::{Basis, Verdict};
pub use view::answer::Answer;

// Tests and the program use these modules from outside; they are no part of what the library promises.
#[doc(hidden)]
pub mod advise;
#[doc(hidden)]
pub mod ask;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod compile;
#[doc(hidden)]
pub mod data;
#[doc(hidden)]
pub mod decide;
#[doc(hidden)]
pub mod diag;
#[doc(hidden)]
pub mod embedded;
#[doc(hidden)]
pub mod knowledge;
#[doc(hidden)]
pub mod limits;
#[doc(hidden)]
pub mod lint;
#[doc(hidden)]
pub mod locale;
#[doc(hidden)]
pub mod model;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod page;
#[doc(hidden)]
pub mod print;
#[doc(hidden)]
pub mod review;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod schema;
#[doc(hidden)]
pub mod upgrade;
#[doc(hidden)]
pub mod view;
