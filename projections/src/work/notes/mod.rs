//! Notes: their rows and their queries.

pub mod project;
pub mod query;
