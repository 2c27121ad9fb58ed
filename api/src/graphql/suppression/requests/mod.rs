//! Requests for access and erasure: the register, finding the person, and every step to the answer.

pub mod mutation;
pub mod query;
pub mod types;
