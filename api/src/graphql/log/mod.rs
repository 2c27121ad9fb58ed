//! The machine room: jobs, projections, the log, and what is worked with outside.

pub mod jobs;
pub mod projections;
pub mod providers;
