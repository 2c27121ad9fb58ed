//! Use cases on email that leaves for contacts.

pub mod senders;
pub mod sending;
pub mod templates;
