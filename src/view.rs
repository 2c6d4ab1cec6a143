//! One view per verb: the serialisable answer, of which JSON is the plain form, and how it is drawn for people.

pub mod codes;
pub mod diff;
pub mod ledger;
pub mod listing;
pub mod record;
pub mod stats;
