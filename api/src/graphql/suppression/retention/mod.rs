//! Rules of retention, dry runs and runs.

pub mod mutation;
pub mod query;
pub mod types;
