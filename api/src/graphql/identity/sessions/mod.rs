//! Where people are signed in.

pub mod mutation;
pub mod query;
pub mod types;
