//! Survivorship rules: which of two values stays.

pub mod mutation;
pub mod query;
pub mod types;
