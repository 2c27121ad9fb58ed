//! Snippets: words of a brand that templates name.

pub mod input;
pub mod mutation;
pub mod query;
pub mod types;
