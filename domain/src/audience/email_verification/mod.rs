//! Whether mail can reach the address of a contact: what is known of a domain, what a mail server said, and the verdict that
//! follows. Nothing is ever sent to find out.
//!
//! A verdict is written to the contact as any change of its fields, with who asked and when, so it stands in its history, its
//! filters and its exports. A run over many contacts is told in facts, for nothing is decided about the run itself.

pub mod address_kind;
pub mod counts;
pub mod error;
pub mod facts;
pub mod keep;
pub mod mail_domain;
pub mod reply;
#[cfg(test)]
mod tests;
pub mod verdict;
