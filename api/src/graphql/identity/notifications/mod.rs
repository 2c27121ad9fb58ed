//! What the person signed in is told of.

pub mod mutation;
pub mod query;
pub mod subscription;
pub mod types;
