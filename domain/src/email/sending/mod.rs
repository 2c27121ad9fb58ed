//! Sending: what becomes of each recipient of a campaign, how often and how fast people are written to, and when a campaign must not go on.
//!
//! The rows that workers share stand in the guard; what is here decides, on numbers and moments that are passed in.

pub mod facts;
pub mod health;
pub mod hours;
pub mod outcome;
pub mod policy;
#[cfg(test)]
mod tests;
pub mod tries;
pub mod variants;
