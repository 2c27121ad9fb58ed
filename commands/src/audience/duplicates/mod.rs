//! Likely duplicates: asking for a look, and saying that a pair is not one.

pub mod dismiss;
pub mod find;
pub mod looked;
