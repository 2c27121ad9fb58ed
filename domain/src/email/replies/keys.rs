//! Under which keys replies stand in the guard tables, so that an erasure finds them.

use super::EmailReply;

/// Replies by the contact whose they are.
pub const OF_CONTACT: &str = "email_reply.contact";
/// Replies by the address they came from.
pub const FROM: &str = "email_reply.from";

pub fn match_keys(reply: &EmailReply) -> Vec<(&'static str, String)> {
    if reply.received.is_none() || reply.forgotten {
        return Vec::new();
    }
    let contact = reply.contact.map(|contact| (OF_CONTACT, contact.to_string()));
    let from = (!reply.who.address.is_empty()).then(|| (FROM, reply.who.address.to_lowercase()));
    contact.into_iter().chain(from).collect()
}
