//! Answers as values: what JSON is, and what text and Markdown draw.
//!
//! In: what the stages before decided. Out: one owned value a verb, with every text in one language. Nothing is decided here, and
//! how a view looks is not known here.

pub mod answer;
pub mod context;
pub mod diff;
mod invocation;
pub mod ledger;
pub mod listing;
pub mod matrix;
mod parts;
pub mod question;
mod reason;
pub mod record;
pub mod setup;
pub mod stats;
pub mod upgrade;

pub use answer::Answer;
pub use context::Context;
pub use invocation::Invocation;
pub use matrix::Matrix;
pub use parts::{Edition, Remedy, SetupStep, Source};
pub use question::Answered;
pub use upgrade::Upgrade;
