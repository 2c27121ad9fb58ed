//! Domain sets: companies somebody wants to reach, and which accounts these are.

pub mod inputs;
pub mod mutation;
pub mod query;
pub mod types;
