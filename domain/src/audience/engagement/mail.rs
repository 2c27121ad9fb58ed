//! What is told of mails of our own, as what happened between us and their contact.

use super::kind::Kind;
use crate::email::tracking::signal;

/// As which system they are told of.
pub const SYSTEM: &str = "Pivotal";

/// What a signal says to have happened; none: nothing that anybody asks of a contact, or a hit, which is [judged](of_hit) first.
pub const fn of_signal(kind: signal::Kind) -> Option<Kind> {
    match kind {
        signal::Kind::Delivered => Some(Kind::Delivered),
        signal::Kind::BouncedHard | signal::Kind::BouncedSoft => Some(Kind::Bounced),
        signal::Kind::Complained => Some(Kind::Complained),
        signal::Kind::Unsubscribed => Some(Kind::Unsubscribed),
        signal::Kind::Replied => Some(Kind::Replied),
        // A provider that drops a mail never sent it, so it came back from nobody.
        signal::Kind::Accepted
        | signal::Kind::Deferred
        | signal::Kind::Dropped
        | signal::Kind::Opened
        | signal::Kind::Clicked
        | signal::Kind::Trapped
        | signal::Kind::AutoReplied => None,
    }
}

/// What a hit that was judged says to have happened; none: a trap, which nobody could have wanted.
pub const fn of_hit(kind: signal::Kind) -> Option<Kind> {
    match kind {
        signal::Kind::Opened => Some(Kind::Opened),
        signal::Kind::Clicked => Some(Kind::Clicked),
        signal::Kind::Accepted
        | signal::Kind::Delivered
        | signal::Kind::Deferred
        | signal::Kind::BouncedHard
        | signal::Kind::BouncedSoft
        | signal::Kind::Dropped
        | signal::Kind::Complained
        | signal::Kind::Unsubscribed
        | signal::Kind::Trapped
        | signal::Kind::Replied
        | signal::Kind::AutoReplied => None,
    }
}
