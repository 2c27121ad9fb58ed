//! What is said about an address, why, and for how long that holds.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::reply::Said;

/// The value of the field `email_verification_status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Unknown,
    Valid,
    Risky,
    Invalid,
    Disposable,
    CatchAll,
}

impl Status {
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Unknown => "unknown",
            Status::Valid => "valid",
            Status::Risky => "risky",
            Status::Invalid => "invalid",
            Status::Disposable => "disposable",
            Status::CatchAll => "catch_all",
        }
    }
}

/// Why; the status follows from it. Its name stands in the log and in the field `email_verification_reason`: never change
/// one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The mail server takes mail for this address, and not for one that nobody has.
    Accepted,
    /// No mail server would take it for an address.
    BadSyntax,
    /// There is no such domain.
    NoDomain,
    /// The domain says that it takes no mail (null MX, RFC 7505).
    NoMailAccepted,
    /// The domain is there, and nothing in it takes mail.
    NoMailServer,
    /// The mail server says that there is no such mailbox.
    NoMailbox,
    /// Of a service whose addresses are used once.
    DisposableDomain,
    /// The mail server takes mail for any address, so it says nothing about this one.
    CatchAll,
    /// There is a mailbox, and it is full.
    MailboxFull,
    /// The domain takes mail; its mail server was not asked about the address.
    NotAsked,
    /// Nobody could say who takes mail for the domain.
    DnsFailed,
    /// No mail server answered in time.
    NoAnswer,
    /// The mail server wants to be asked again later.
    Greylisted,
    /// The mail server does not talk to us, or does not tell.
    Blocked,
    /// What the mail server said cannot be understood.
    Unreadable,
    /// The mail server is at an address inside of our own network, and is not connected to.
    PrivateHost,
    /// The mail server failed several times and is left alone for a while.
    HostPaused,
    /// One run asks one mail server only so much.
    HostLimit,
    /// A mail that was sent to it came back for good.
    Bounced,
}

impl Reason {
    pub const ALL: [Reason; 19] = [
        Reason::Accepted,
        Reason::BadSyntax,
        Reason::NoDomain,
        Reason::NoMailAccepted,
        Reason::NoMailServer,
        Reason::NoMailbox,
        Reason::DisposableDomain,
        Reason::CatchAll,
        Reason::MailboxFull,
        Reason::NotAsked,
        Reason::DnsFailed,
        Reason::NoAnswer,
        Reason::Greylisted,
        Reason::Blocked,
        Reason::Unreadable,
        Reason::PrivateHost,
        Reason::HostPaused,
        Reason::HostLimit,
        Reason::Bounced,
    ];

    pub fn status(self) -> Status {
        match self {
            Reason::Accepted => Status::Valid,
            Reason::BadSyntax
            | Reason::NoDomain
            | Reason::NoMailAccepted
            | Reason::NoMailServer
            | Reason::NoMailbox
            | Reason::Bounced => Status::Invalid,
            Reason::DisposableDomain => Status::Disposable,
            Reason::CatchAll => Status::CatchAll,
            Reason::MailboxFull => Status::Risky,
            Reason::NotAsked
            | Reason::DnsFailed
            | Reason::NoAnswer
            | Reason::Greylisted
            | Reason::Blocked
            | Reason::Unreadable
            | Reason::PrivateHost
            | Reason::HostPaused
            | Reason::HostLimit => Status::Unknown,
        }
    }

    /// As in the log, the read models and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Accepted => "accepted",
            Reason::BadSyntax => "bad_syntax",
            Reason::NoDomain => "no_domain",
            Reason::NoMailAccepted => "no_mail_accepted",
            Reason::NoMailServer => "no_mail_server",
            Reason::NoMailbox => "no_mailbox",
            Reason::DisposableDomain => "disposable_domain",
            Reason::CatchAll => "catch_all",
            Reason::MailboxFull => "mailbox_full",
            Reason::NotAsked => "not_asked",
            Reason::DnsFailed => "dns_failed",
            Reason::NoAnswer => "no_answer",
            Reason::Greylisted => "greylisted",
            Reason::Blocked => "blocked",
            Reason::Unreadable => "unreadable",
            Reason::PrivateHost => "private_host",
            Reason::HostPaused => "host_paused",
            Reason::HostLimit => "host_limit",
            Reason::Bounced => "bounced",
        }
    }

    pub fn named(name: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.as_str() == name)
    }

    /// For people.
    pub fn sentence(self) -> &'static str {
        match self {
            Reason::Accepted => "The mail server takes mail for this address.",
            Reason::BadSyntax => "This cannot be an email address.",
            Reason::NoDomain => "The domain does not exist.",
            Reason::NoMailAccepted => "The domain says that it takes no mail.",
            Reason::NoMailServer => "The domain has no mail server.",
            Reason::NoMailbox => "The mail server says that there is no such mailbox.",
            Reason::DisposableDomain => "The address is of a service whose addresses are used once.",
            Reason::CatchAll => "The mail server takes mail for any address, so it cannot tell.",
            Reason::MailboxFull => "The mailbox is there and full.",
            Reason::NotAsked => "The domain takes mail; its mail server was not asked about the mailbox.",
            Reason::DnsFailed => "The name servers of the domain did not answer.",
            Reason::NoAnswer => "The mail server did not answer in time.",
            Reason::Greylisted => "The mail server wants to be asked again later.",
            Reason::Blocked => "The mail server does not tell us.",
            Reason::Unreadable => "The mail server's answer cannot be understood.",
            Reason::PrivateHost => "The mail server stands inside of a private network and was not asked.",
            Reason::HostPaused => "The mail server failed several times and is left alone for a while.",
            Reason::HostLimit => {
                "Enough was asked of this mail server for one run. Verify the rest another day."
            }
            Reason::Bounced => "An email that was sent to it came back for good.",
        }
    }

    /// Whether a mail server said so about this one address, so that it is worth remembering by address.
    pub fn is_of_mailbox(self) -> bool {
        matches!(self, Reason::Accepted | Reason::NoMailbox | Reason::MailboxFull | Reason::Greylisted)
    }

    /// How long nobody outside is asked again. Mailboxes come and go with people's jobs; who greylists wants to be asked again
    /// after a quarter of an hour or so.
    pub fn keeps(self) -> TimeDelta {
        match self.status() {
            Status::Unknown if self == Reason::Greylisted => TimeDelta::minutes(15),
            Status::Unknown => TimeDelta::days(1),
            Status::Risky => TimeDelta::days(7),
            Status::Valid | Status::Invalid | Status::Disposable | Status::CatchAll => TimeDelta::days(90),
        }
    }
}

/// A reason and when it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    pub reason: Reason,
    pub at: DateTime<Utc>,
    /// Nobody was asked: it was known from before.
    pub known: bool,
}

/// What follows from what a mail server said about an address, and about one at the same domain that nobody can have.
/// `stranger`: `None` where the domain is known to tell them apart.
pub fn judge(mailbox: Said, stranger: Option<Said>) -> Reason {
    match (mailbox, stranger) {
        (Said::NoMailbox, _) => Reason::NoMailbox,
        (Said::Full, _) => Reason::MailboxFull,
        (Said::Later, _) => Reason::Greylisted,
        (Said::Refused, _) => Reason::Blocked,
        (Said::Accepted, Some(Said::Accepted | Said::Full)) => Reason::CatchAll,
        // It put the question off, so it may yet take everything.
        (Said::Accepted, Some(Said::Later)) => Reason::Greylisted,
        (Said::Accepted, Some(Said::NoMailbox | Said::Refused) | None) => Reason::Accepted,
    }
}
