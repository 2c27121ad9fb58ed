//! Email that leaves for contacts: who sends it.

pub mod senders;
