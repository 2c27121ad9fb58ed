//! The person signed in.

pub mod mutation;
pub mod query;
pub mod second_factor;
pub mod types;
