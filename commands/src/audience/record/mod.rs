//! What use cases on accounts and contacts share: who may touch a record, reading the input of a form or an API call,
//! noticing that two change the same, taking changes back.

pub mod asker;
pub mod collisions;
pub mod earlier;
pub mod input;
pub mod lists;
pub mod reach;
pub mod reach_of_many;
pub mod restriction;
pub mod taken;
#[cfg(test)]
mod tests;
pub mod trails;
pub mod undo;
