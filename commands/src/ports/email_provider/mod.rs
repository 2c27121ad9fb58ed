//! Who takes mails of campaigns away. Mail to our own users has a port of its own ([`mailer`](super::mailer)): a letter may go out
//! twice, a campaign's mail never.
//!
//! So a provider asks once and repeats nothing. Whoever hands over writes down before that he is about to, gets one answer for each
//! mail, and hands a mail over again only when it was refused until later, or when [`EmailProvider::look_up`] says that it never
//! arrived. The adapters are in `pivotal-infra`.

pub mod accounts;
pub mod content;
pub mod email;
pub mod memory;
#[cfg(test)]
mod tests;

use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use pivotal_domain::audience::values::email::EmailAddress;
use uuid::Uuid;

use self::email::Email;

/// What became of one mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandOver {
    /// The provider answers for it from here on. Its own name for the mail, where it told one; several mails of one hand-over may share it.
    Accepted { provider_id: Option<String> },
    /// It was not taken. What the provider said names no address.
    Refused { refusal: Refusal, said: String },
    /// It may have left and it may not: never handed over again before somebody looked it up.
    Unknown { said: String },
}

/// Why a mail was not taken, by what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody has this address, or its owner takes no mail any more: a hard bounce.
    Recipient,
    /// Not this mail, now or ever: too large, taken for spam, a mailbox that is full for good. Says nothing against the address.
    Mail,
    /// This recipient again, but no sooner.
    DeferRecipient(Duration),
    /// Nobody at the recipient's domain before that.
    DeferDomain(Duration),
    /// Nothing at all through this account before that.
    DeferAll(Duration),
    /// Nothing through this account before that, and a try for this recipient: it was about them that the server broke off, and nobody
    /// can tell whether it meant them alone.
    DeferBoth(Duration),
    /// Credentials, sender or account are not in order: every other mail would end the same way, until somebody sees to it.
    Setup,
}

impl HandOver {
    /// As a label of metrics. Never changes.
    pub fn outcome(&self) -> &'static str {
        match self {
            HandOver::Accepted { .. } => "accepted",
            HandOver::Unknown { .. } => "unknown",
            HandOver::Refused { refusal, .. } => match refusal {
                Refusal::Recipient => "recipient",
                Refusal::Mail => "mail",
                Refusal::DeferRecipient(_) => "defer_recipient",
                Refusal::DeferDomain(_) => "defer_domain",
                Refusal::DeferAll(_) => "defer_all",
                Refusal::DeferBoth(_) => "defer_both",
                Refusal::Setup => "setup",
            },
        }
    }
}

/// A mail of which nobody knows whether it left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// [`Email::id`].
    pub id: Uuid,
    pub to: EmailAddress,
    pub handed_over_at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LookedUp {
    Taken {
        provider_id: Option<String>,
    },
    /// It never arrived there; believed only after [`EmailProvider::looks_up_after`].
    NotTaken,
    /// Not to be learnt at the moment. What was said names no address.
    Later {
        said: String,
    },
    /// This provider keeps no such record: a person decides.
    Untold,
}

/// The port. An implementation holds to time limits of its own; who calls it paces and repeats.
#[async_trait]
pub trait EmailProvider: Send + Sync {
    /// In events, metrics and addresses of webhooks. Never changes.
    fn kind(&self) -> &'static str;

    /// Where mail goes, in words for an administrator; no secret.
    fn via(&self) -> String;

    /// How many mails it is best given at once.
    fn batch(&self) -> usize;

    /// How many of them begin to leave at the same moment, be it in one question or in several: so many are no longer on their way for
    /// being told together.
    fn at_once(&self) -> usize {
        1
    }

    /// From when on an unknown mail that is not found has not been taken; none where it cannot be looked up.
    fn looks_up_after(&self) -> Option<Duration>;

    /// One answer for each mail, in the same order.
    async fn hand_over(&self, emails: &[Email]) -> Vec<HandOver>;

    async fn look_up(&self, asked: &Asked) -> LookedUp;
}
