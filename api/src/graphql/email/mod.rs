//! Email that leaves for contacts.

pub mod replies;
pub mod reports;
pub mod senders;
pub mod sending;
pub mod snippets;
pub mod templates;
pub mod tracking;
