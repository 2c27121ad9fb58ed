//! Imports.

pub mod columns;
pub mod mutation;
pub mod query;
pub mod subscription;
pub mod types;
