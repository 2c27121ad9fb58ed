//! The field catalogue.

pub mod query;
