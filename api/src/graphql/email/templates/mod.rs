//! Email templates.

pub mod input;
pub mod mutation;
pub mod query;
pub mod types;
