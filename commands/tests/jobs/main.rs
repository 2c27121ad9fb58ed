//! The job queue on a real Postgres: nothing runs twice at once, nothing is lost, everything ends.

#![expect(clippy::unwrap_used, reason = "a panic with its line is what a failing test should give")]

mod cancelling;
mod failing;
mod leases;
mod queueing;
mod scheduling;
mod support;
