//! The real binary, hurt in every way we can name, in the middle of an import that somebody works beside.
//!
//! Each test ends in the same questions (`support/oracle.rs`): is everything acknowledged in the log, did every row of
//! the file end once, is every read model what a fold of the log says. `make test` runs each once, `make faults` the
//! named points a hundred times more (`FAULT_ROUNDS`).

// The types of the GraphQL schema and of its futures are nested deeper than the compiler expects.
#![recursion_limit = "256"]
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a panic with a line number is what they should give"
)]

mod fault_at_named_points;
mod fault_of_a_bulk_change;
mod fault_of_a_campaign;
mod fault_of_a_digest;
mod fault_of_a_domain_set;
mod fault_of_a_request;
mod fault_of_an_undo;
mod fault_of_email_signals;
mod fault_of_retention;
mod fault_of_the_broker;
mod fault_of_the_database;
mod fault_of_the_process;
mod faults_of_callers;
mod faults_of_versions;
mod support;
