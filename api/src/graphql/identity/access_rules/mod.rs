//! What everybody must bring to be let in.

pub mod mutation;
pub mod query;
pub mod types;
