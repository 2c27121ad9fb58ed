//! Tasks and notes.

pub mod notes;
pub mod tasks;
