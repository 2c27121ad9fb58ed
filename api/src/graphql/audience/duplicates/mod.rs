//! Likely duplicates, and merging.

pub mod mutation;
pub mod query;
pub mod types;
