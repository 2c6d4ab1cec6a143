//! What the parts of the compiler are written with.

pub(super) use super::Compiler;
pub(super) use crate::diag::{Code, Finding, Place};
pub(super) use crate::knowledge::{
    Axis, AxisId, Citation, OnAxis, RemedyId, Table, Text, ValueId, ValueSet, Vocabulary, at, at_mut,
};
pub(super) use crate::locale::Message;
pub(super) use crate::model::{Basis, Catalog, Entry, Shell, Spanned, VocabularyFile, schema};
