//! What happened to a record.

pub mod query;
pub mod story;
pub mod timeline;
pub mod types;
