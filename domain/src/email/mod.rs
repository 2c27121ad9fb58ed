//! Email that leaves for contacts: what it says, who sends it, to whom and when it goes, and what comes back.

pub mod bounces;
pub mod replies;
pub mod schedule;
pub mod senders;
pub mod sending;
pub mod snippets;
pub mod statistics;
pub mod templates;
pub mod tracking;
pub mod webhooks;
