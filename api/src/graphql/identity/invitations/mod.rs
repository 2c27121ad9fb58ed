//! Invitations.

pub mod colleagues;
pub mod mutation;
pub mod query;
pub mod types;
