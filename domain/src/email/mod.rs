//! Email that leaves for contacts: what it says and who sends it.

pub mod senders;
pub mod templates;
