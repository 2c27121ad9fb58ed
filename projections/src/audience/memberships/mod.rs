//! What one record belongs to: segments, lists and domain sets, since when and why.
//!
//! Nothing is kept here: it is asked of the read models of each.

pub mod query;
