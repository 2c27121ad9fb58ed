//! Phone validity and carrier look-ups over GraphQL.

pub mod mutation;
pub mod query;
pub mod subscription;
pub mod types;
