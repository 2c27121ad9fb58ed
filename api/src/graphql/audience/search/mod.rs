//! Universal search.

pub mod query;
pub mod types;
