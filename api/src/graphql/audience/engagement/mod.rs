//! What happens between us and contacts.

pub mod mutation;
