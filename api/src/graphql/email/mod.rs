//! Email that leaves for contacts.

pub mod senders;
pub mod templates;
