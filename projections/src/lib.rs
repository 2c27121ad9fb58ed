//! What people see: the relay, the projection workers, read models with their queries, rebuild and verify.
//!
//! Reads the log by position and never writes to it. Everything in schema `read` follows from the log alone.

pub mod all;
pub mod audience;
pub mod bus;
pub mod campaigns;
mod cancellable;
pub mod email;
pub mod first_steps;
pub mod freshness;
pub mod identity;
pub mod jobs;
pub mod log;
pub mod page;
pub mod rebuild;
pub mod relay;
pub mod runner;
pub mod sheet;
pub mod suppression;
pub mod verify;
pub mod work;
