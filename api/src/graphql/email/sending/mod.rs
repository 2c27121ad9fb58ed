//! The ledger of campaigns by mail, and the email policy.

pub mod mutation;
pub mod query;
pub mod types;
