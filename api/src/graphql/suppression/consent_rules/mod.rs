//! The rules of consent by country: reading and changing.

pub mod mutation;
pub mod query;
pub mod types;
