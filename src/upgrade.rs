//! A cluster is brought to another level: what stands in the way, and the steps in their order.
//!
//! In: a cluster, and what the tables permit. Out: steps, each legal by the tables ([`planner`]), checked once
//! more by rules of their own ([`invariants`]), or why there are none. Nothing is phrased here.

pub mod cluster;
pub mod invariants;
pub mod planner;
