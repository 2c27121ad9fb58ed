//! The machine room: jobs, projections, the log.

pub mod jobs;
pub mod projections;
