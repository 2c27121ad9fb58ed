//! What comes back about emails.

pub mod mutation;
pub mod types;
