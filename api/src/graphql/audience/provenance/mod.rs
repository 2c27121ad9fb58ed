//! Where a record's values come from, the record as it was, and two moments side by side.

pub mod query;
pub mod types;
