//! Custom fields of contacts and accounts.

pub mod mutation;
pub mod query;
pub mod types;
