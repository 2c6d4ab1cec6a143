//! Upgrades of clusters: what holds for every plan, and what the program says of it.

mod files; // listings and scripts
mod planner; // plans of random clusters, against invariants and against brute force
mod runbook; // whole runs: plans, refusals, half-way states
