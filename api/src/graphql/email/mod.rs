//! Email that leaves for contacts.

pub mod senders;
pub mod sending;
pub mod templates;
