//! The shared inbox of replies to campaigns.

pub mod mutation;
pub mod query;
pub mod types;
