//! What happened to a record.

pub mod query;
pub mod types;
