//! Imports.

pub mod columns;
pub mod counts;
pub mod mutation;
pub mod preview;
pub mod query;
pub mod rejected;
pub mod subscription;
pub mod types;
pub mod undo;
