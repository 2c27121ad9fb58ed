//! Email that leaves for contacts.

pub mod replies;
pub mod senders;
pub mod templates;
pub mod tracking;
