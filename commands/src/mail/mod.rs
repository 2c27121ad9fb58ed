//! Mail to our own users: which letters there are, their words, and the job that sends them.
//!
//! A decision enqueues a letter, which holds ids and no address, name or link; the job looks those up when it sends. So what is
//! out of date by then is not sent, and neither the queue nor its page holds what lets somebody in.

pub mod digest;
pub mod email_change;
pub mod letter;
pub mod links;
pub mod mailbox;
pub mod security;
pub mod send;
#[cfg(test)]
mod tests;
pub mod words;
