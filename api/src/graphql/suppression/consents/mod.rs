//! Consents: the register, one contact's, recording and withdrawing.

pub mod mutation;
pub mod query;
pub mod types;
