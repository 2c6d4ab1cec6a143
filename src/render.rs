//! What is still to become a view: set-up and its script.

pub mod json;
pub mod script;
pub mod setup;
