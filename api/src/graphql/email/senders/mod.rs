//! Sender profiles and brands.

pub mod brands;
pub mod mutation;
pub mod query;
pub mod types;
