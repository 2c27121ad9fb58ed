//! Tasks: their rows and their queries.

pub mod near;
pub mod project;
pub mod query;
