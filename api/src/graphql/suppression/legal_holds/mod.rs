//! Legal holds: reading, placing, lifting.

pub mod mutation;
pub mod query;
pub mod types;
