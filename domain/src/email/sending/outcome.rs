//! What can become of a recipient of a campaign, and why.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::facts::Outcome;

/// Where a recipient stands. People see `Sending` as pending: it lasts for moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Pending,
    /// Marked: from here on it may have left.
    Sending,
    Sent,
    Excluded,
    Failed,
    Unknown,
}

impl State {
    pub const ALL: [State; 6] =
        [State::Pending, State::Sending, State::Sent, State::Excluded, State::Failed, State::Unknown];

    pub const fn as_str(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Sending => "sending",
            State::Sent => "sent",
            State::Excluded => "excluded",
            State::Failed => "failed",
            State::Unknown => "unknown",
        }
    }

    pub fn parse(text: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// An outcome, as facts write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Became {
    #[serde(rename = "x")]
    Excluded,
    #[serde(rename = "s")]
    Sent,
    #[serde(rename = "f")]
    Failed,
    /// Nobody knows whether it left. It is never tried again.
    #[serde(rename = "u")]
    Unknown,
}

impl Became {
    pub const fn state(self) -> State {
        match self {
            Became::Excluded => State::Excluded,
            Became::Sent => State::Sent,
            Became::Failed => State::Failed,
            Became::Unknown => State::Unknown,
        }
    }
}

/// Whether an outcome still fits a recipient, by the arrows that the guard follows (`guard.settle_email()`). `message`: of the last mark.
pub fn fits(state: State, message: Option<Uuid>, outcome: &Outcome) -> bool {
    let of_this_mail = outcome.m.is_some() && outcome.m == message;
    match (state, outcome.o) {
        (State::Pending, Became::Excluded) => true,
        (State::Pending, Became::Failed) => outcome.m.is_none(),
        (State::Sending, Became::Sent | Became::Failed | Became::Unknown)
        | (State::Unknown, Became::Sent | Became::Failed) => of_this_mail,
        (State::Pending, Became::Sent | Became::Unknown)
        | (State::Sending, Became::Excluded)
        | (State::Unknown, Became::Excluded | Became::Unknown)
        | (State::Sent | State::Excluded | State::Failed, _) => false,
    }
}

/// Which step told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// When what they are sent was put together.
    Queue,
    /// When it was about to be handed over.
    Mark,
    /// The provider's answer.
    Send,
    /// What was learnt later: a look-up, a signal.
    Settle,
    /// The campaign was stopped.
    Stop,
    /// Somebody was suppressed or erased while they waited.
    Sweep,
    Person,
}

impl By {
    pub const fn as_str(self) -> &'static str {
        match self {
            By::Queue => "queue",
            By::Mark => "mark",
            By::Send => "send",
            By::Settle => "settle",
            By::Stop => "stop",
            By::Sweep => "sweep",
            By::Person => "person",
        }
    }
}

/// Why. Its name stands in facts, read models and the API: never change one, only add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    // Of excluded.
    NoAddress,
    InvalidAddress,
    Bounced,
    Suppressed,
    NoConsent,
    Restricted,
    Duplicate,
    Archived,
    Erased,
    Merged,
    FrequencyCap,
    TagEmpty,
    NotInWindow,
    Stopped,
    // Of failed.
    RefusedAddress,
    RefusedMessage,
    RefusedPolicy,
    TooLarge,
    TriesUsedUp,
    NotRendered,
    /// Somebody said that it was not sent.
    Person,
    // Of unknown.
    NoAnswer,
    ProcessDied,
    Restored,
}

impl Reason {
    pub const ALL: [Reason; 24] = [
        Reason::NoAddress,
        Reason::InvalidAddress,
        Reason::Bounced,
        Reason::Suppressed,
        Reason::NoConsent,
        Reason::Restricted,
        Reason::Duplicate,
        Reason::Archived,
        Reason::Erased,
        Reason::Merged,
        Reason::FrequencyCap,
        Reason::TagEmpty,
        Reason::NotInWindow,
        Reason::Stopped,
        Reason::RefusedAddress,
        Reason::RefusedMessage,
        Reason::RefusedPolicy,
        Reason::TooLarge,
        Reason::TriesUsedUp,
        Reason::NotRendered,
        Reason::Person,
        Reason::NoAnswer,
        Reason::ProcessDied,
        Reason::Restored,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Reason::NoAddress => "no_address",
            Reason::InvalidAddress => "invalid_address",
            Reason::Bounced => "bounced",
            Reason::Suppressed => "suppressed",
            Reason::NoConsent => "no_consent",
            Reason::Restricted => "restricted",
            Reason::Duplicate => "duplicate",
            Reason::Archived => "archived",
            Reason::Erased => "erased",
            Reason::Merged => "merged",
            Reason::FrequencyCap => "frequency_cap",
            Reason::TagEmpty => "tag_empty",
            Reason::NotInWindow => "not_in_window",
            Reason::Stopped => "stopped",
            Reason::RefusedAddress => "refused_address",
            Reason::RefusedMessage => "refused_message",
            Reason::RefusedPolicy => "refused_policy",
            Reason::TooLarge => "too_large",
            Reason::TriesUsedUp => "tries_used_up",
            Reason::NotRendered => "not_rendered",
            Reason::Person => "person",
            Reason::NoAnswer => "no_answer",
            Reason::ProcessDied => "process_died",
            Reason::Restored => "restored",
        }
    }

    pub fn parse(text: &str) -> Option<Reason> {
        Reason::ALL.into_iter().find(|reason| reason.as_str() == text)
    }

    /// The outcome that it is a reason of.
    pub const fn of(self) -> Became {
        match self {
            Reason::NoAddress
            | Reason::InvalidAddress
            | Reason::Bounced
            | Reason::Suppressed
            | Reason::NoConsent
            | Reason::Restricted
            | Reason::Duplicate
            | Reason::Archived
            | Reason::Erased
            | Reason::Merged
            | Reason::FrequencyCap
            | Reason::TagEmpty
            | Reason::NotInWindow
            | Reason::Stopped => Became::Excluded,
            Reason::RefusedAddress
            | Reason::RefusedMessage
            | Reason::RefusedPolicy
            | Reason::TooLarge
            | Reason::TriesUsedUp
            | Reason::NotRendered
            | Reason::Person => Became::Failed,
            Reason::NoAnswer | Reason::ProcessDied | Reason::Restored => Became::Unknown,
        }
    }

    /// In a ledger, for people.
    pub const fn label(self) -> &'static str {
        match self {
            Reason::NoAddress => "No email address",
            Reason::InvalidAddress => "Invalid email address",
            Reason::Bounced => "An earlier email bounced",
            Reason::Suppressed => "Suppressed",
            Reason::NoConsent => "No consent",
            Reason::Restricted => "Restricted to another client",
            Reason::Duplicate => "Same address as another recipient",
            Reason::Archived => "Archived",
            Reason::Erased => "Erased",
            Reason::Merged => "Merged with another recipient",
            Reason::FrequencyCap => "Emailed often enough already",
            Reason::TagEmpty => "A merge tag has no value",
            Reason::NotInWindow => "The campaign ended before its send window opened",
            Reason::Stopped => "The campaign was stopped",
            Reason::RefusedAddress => "The address does not exist",
            Reason::RefusedMessage => "The email was refused",
            Reason::RefusedPolicy => "Refused by the provider's policy",
            Reason::TooLarge => "The email is too large",
            Reason::TriesUsedUp => "Put off too often",
            Reason::NotRendered => "The email could not be made",
            Reason::Person => "Somebody said that it was not sent",
            Reason::NoAnswer => "The provider did not answer",
            Reason::ProcessDied => "The process ended while it was handed over",
            Reason::Restored => "The database was restored",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
