//! Suppressions: the list, one with what happened to it, and whether somebody is suppressed.

pub mod mutation;
pub mod query;
pub mod types;
