//! Bulk changes: counting, asking, following, taking back.

pub mod input;
pub mod mutation;
pub mod query;
pub mod subscription;
pub mod types;
