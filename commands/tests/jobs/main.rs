//! The job queue on a real Postgres: nothing runs twice at once, nothing is lost, everything ends.

mod cancelling;
mod failing;
mod leases;
mod queueing;
mod scheduling;
mod support;
