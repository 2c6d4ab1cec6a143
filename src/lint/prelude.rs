//! What lints are written with.

pub(super) use super::{Lint, facts_of_cell, place_of_rule, tables};
pub(super) use crate::diag::{Code, Finding, Place, Report, code};
pub(super) use crate::knowledge::{Knowledge, Table, Vocabulary, at, at_mut};
pub(super) use crate::locale::Message;
pub(super) use crate::model::{Catalog, Effect, Entry, Spanned, TableFile, Verdict, schema};
