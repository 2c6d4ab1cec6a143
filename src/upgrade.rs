//! A cluster is brought to another level: what stands in the way, and the steps in their order.
//!
//! In: what was said about a cluster ([`said`], [`listings`]), and the tables. Out: what they say of it ([`readiness`]), and the
//! steps, each legal by the tables ([`planner`]), checked once more by rules of their own ([`invariants`]), and as the runbook has
//! them ([`stages`]). Nothing is phrased here, and nothing is read from a file.

pub mod case;
pub mod cluster;
pub mod invariants;
pub mod listings;
pub mod planner;
pub mod readiness;
pub mod said;
pub mod stages;
