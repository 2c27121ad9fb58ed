//! Saved views of lists.

pub mod mutation;
pub mod query;
pub mod types;
