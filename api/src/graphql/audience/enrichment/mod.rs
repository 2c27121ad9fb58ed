//! Suggested industries over GraphQL.

pub mod mutation;
pub mod query;
pub mod types;
pub mod waiting;
