//! What happened to a record.

pub mod query;
pub mod timeline;
pub mod types;
