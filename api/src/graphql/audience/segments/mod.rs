//! Segments.

pub mod breakdown;
pub mod mutation;
pub mod query;
pub mod types;
pub(crate) mod why;
