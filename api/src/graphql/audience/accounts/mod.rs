//! Accounts.

pub mod mutation;
pub mod pages;
pub mod query;
pub mod types;
