//! What was done to a contact and what they did: emails sent, delivered, opened, clicked and answered, calls.
//!
//! It happens in volume and nothing decides about it, so it is told by facts and not by an aggregate's events. Whoever brings the
//! history of another system writes the same facts as a send of our own.

pub mod derived;
pub mod entry;
pub mod facts;
pub mod kind;
pub mod mail;
#[cfg(test)]
mod tests;
