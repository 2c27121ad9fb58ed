//! What a record belongs to.

pub mod query;
pub mod types;
