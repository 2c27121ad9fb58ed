//! Email campaigns: what goes out, to whom and when, and what comes back.

pub mod bounces;
pub mod schedule;
pub mod statistics;
pub mod tracking;
pub mod webhooks;
