//! Email verification over GraphQL.

pub mod mutation;
pub mod query;
pub mod subscription;
pub mod types;
