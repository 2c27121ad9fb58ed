//! Exports of lists: asking, following, downloading.

pub mod mutation;
pub mod query;
pub mod subscription;
pub mod types;
