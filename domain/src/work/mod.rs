//! The work around records: tasks and notes. What is written about a person is sealed with that person's key.

pub mod about;
pub mod notes;
pub mod tasks;
pub mod words;
