//! Asking the outside about addresses: name servers ([`dns`]) and mail servers ([`probe`]). No mail is ever sent.

pub mod dialogue;
pub mod dns;
pub mod probe;
