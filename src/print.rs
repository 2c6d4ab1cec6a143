//! How what is found is shown.

pub mod findings;
