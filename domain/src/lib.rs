//! What is true: aggregates, events, value objects, the field catalogue and the policy table.
//!
//! Pure by design: no IO, no clock, no randomness. Time, ids and looked-up facts are arguments, so
//! every decision can be replayed and tested without anything running.

pub mod audience;
pub mod campaigns;
pub mod email;
pub mod identity;
pub mod log;
pub mod suppression;
pub mod work;
