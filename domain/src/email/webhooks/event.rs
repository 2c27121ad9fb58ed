//! One event, whichever provider told it.

use chrono::{DateTime, Utc};

use crate::email::bounces::reply::Class;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Provider {
    SendGrid,
    Mailgun,
    Ses,
}

impl Provider {
    /// Part of addresses and of keys that let an event in once: never change one.
    pub const fn as_str(self) -> &'static str {
        match self {
            Provider::SendGrid => "sendgrid",
            Provider::Mailgun => "mailgun",
            Provider::Ses => "ses",
        }
    }
}

/// Why a provider did not even try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// It keeps the address from an earlier hard bounce.
    Bounced,
    Complained,
    Unsubscribed,
    /// It takes it for no address.
    Invalid,
    /// The mail itself: a template that breaks, a virus.
    Content,
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Accepted,
    Delivered,
    Deferred(Class),
    /// Given up, with what stood against it. Only some of them say that the address is dead.
    Bounced(Class),
    Dropped(Dropped),
    Complained,
    Unsubscribed,
    Opened,
    Clicked,
    /// A kind that we do not know, or need nothing of; kept by its name, and no error.
    Unknown(String),
}

impl What {
    /// Whether nothing may be sent to the address again. An old failure that a provider remembers counts, too.
    pub const fn suppresses(&self) -> bool {
        match self {
            What::Bounced(class) => class.suppresses(),
            What::Dropped(why) => {
                matches!(why, Dropped::Bounced | Dropped::Complained | Dropped::Unsubscribed)
            }
            What::Complained | What::Unsubscribed => true,
            What::Accepted
            | What::Delivered
            | What::Deferred(_)
            | What::Opened
            | What::Clicked
            | What::Unknown(_) => false,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub provider: Provider,
    /// The provider's key for it, in which no person is named: who sees a key twice has seen the event.
    pub key: String,
    pub what: What,
    /// By the provider's clock. Nothing where it is missing or no time.
    pub at: Option<DateTime<Utc>>,
    /// As the provider writes it: personal, and never to be stored in the clear.
    pub address: Option<String>,
    /// What we gave the provider to tell the mail by.
    pub reference: Option<String>,
    /// The provider's id of the message, without brackets.
    pub message_id: Option<String>,
    /// What the other server said.
    pub diagnostic: Option<String>,
    pub url: Option<String>,
    pub user_agent: Option<String>,
    /// The provider itself takes the opening or click for a program's.
    pub machine: bool,
}

impl Event {
    pub(super) fn new(provider: Provider, key: String, what: What) -> Self {
        Event {
            provider,
            key,
            what,
            at: None,
            address: None,
            reference: None,
            message_id: None,
            diagnostic: None,
            url: None,
            user_agent: None,
            machine: false,
        }
    }
}

/// Under which we give providers our own id of a mail. No key of theirs begins like it.
pub const REFERENCE: &str = "pivotal_email";

/// Why a body is no message of the provider. What a provider sends is never refused for what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PayloadError {
    #[error("The body is not JSON, or was cut off.")]
    NotJson,
    #[error("The body is JSON, but not what this provider sends.")]
    Shape,
}
