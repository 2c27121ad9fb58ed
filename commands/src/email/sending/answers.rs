//! What follows from a provider's answer to one mail.

use chrono::{DateTime, TimeDelta, Utc};
use pivotal_domain::email::sending::facts::Outcome;
use pivotal_domain::email::sending::outcome::{Became, Reason};
use pivotal_domain::email::sending::tries::again;
use uuid::Uuid;

use super::claims::HandedBack;
use crate::ports::email_provider::{HandOver, Refusal};

/// A mail that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    pub contact: Uuid,
    pub message: Uuid,
    pub variant: u8,
    pub domain: Option<String>,
    /// This one among them.
    pub tries: u16,
    pub first_at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Then {
    /// `nobodys`: nothing may be sent to the address again.
    Settle {
        outcome: Outcome,
        nobodys: bool,
    },
    Back(HandedBack),
    /// The domain wants less; again when it may be.
    BackWithDomain(TimeDelta),
    /// The account takes nothing for a while.
    BackWithAccount(TimeDelta),
    /// The account takes nothing until somebody sees to it.
    BackWithSetup,
    /// It may have left: it stays as it is and is looked up later.
    LookUp,
}

/// `looks_up`: whether the provider can be asked about a mail later.
pub fn then(handed: &Handed, answer: &HandOver, looks_up: bool, now: DateTime<Utc>) -> Then {
    let settled = |became: Became, reason: Option<Reason>, nobodys: bool| Then::Settle {
        outcome: handed.outcome(became, reason),
        nobodys,
    };
    match answer {
        HandOver::Accepted { provider_id } => {
            let own = handed.message.to_string();
            // A name that holds ours is found by ours.
            let theirs = provider_id.clone().filter(|id| !id.contains(&own));
            let outcome = Outcome { p: theirs, ..handed.outcome(Became::Sent, None) };
            Then::Settle { outcome, nobodys: false }
        }
        HandOver::Unknown { .. } if looks_up => Then::LookUp,
        HandOver::Unknown { .. } => settled(Became::Unknown, Some(Reason::NoAnswer), false),
        HandOver::Refused { refusal, .. } => match refusal {
            Refusal::Recipient => settled(Became::Failed, Some(Reason::RefusedAddress), true),
            Refusal::Mail => settled(Became::Failed, Some(Reason::RefusedMessage), false),
            // Of the account as well is not said here: whoever reads several answers asks each for it.
            Refusal::DeferRecipient(asked) | Refusal::DeferBoth(asked) => {
                match again(handed.tries, handed.first_at, now, delta(*asked), handed.jitter()) {
                    Some(again) => Then::Back(handed.back(again, true)),
                    None => settled(Became::Failed, Some(Reason::TriesUsedUp), false),
                }
            }
            Refusal::DeferDomain(asked) => Then::BackWithDomain(delta(*asked)),
            Refusal::DeferAll(asked) => Then::BackWithAccount(delta(*asked)),
            Refusal::Setup => Then::BackWithSetup,
        },
    }
}

/// For how long the account takes nothing, where the answer to one recipient says so of it as well; and whether that is news. A server that
/// breaks off over somebody whom it broke off over before says nothing more about the account.
pub fn of_account_too(handed: &Handed, answer: &HandOver) -> Option<(TimeDelta, bool)> {
    match answer {
        HandOver::Refused { refusal: Refusal::DeferBoth(asked), .. } => {
            Some((delta(*asked), handed.tries <= 1))
        }
        HandOver::Refused { .. } | HandOver::Accepted { .. } | HandOver::Unknown { .. } => None,
    }
}

impl Handed {
    pub fn back(&self, again: DateTime<Utc>, counts: bool) -> HandedBack {
        HandedBack { contact: self.contact, message: self.message, again, counts }
    }

    pub fn outcome(&self, became: Became, reason: Option<Reason>) -> Outcome {
        Outcome {
            m: Some(self.message),
            v: Some(self.variant),
            d: self.domain.clone(),
            n: Some(self.tries),
            ..Outcome::new(self.contact, became, reason)
        }
    }

    /// Of the mail's own id, whose end is chance.
    fn jitter(&self) -> f64 {
        let [.., high, low] = *self.message.as_bytes();
        f64::from(u16::from_be_bytes([high, low])) / f64::from(u16::MAX)
    }
}

/// A day at most: no provider means more.
fn delta(asked: std::time::Duration) -> TimeDelta {
    TimeDelta::from_std(asked).unwrap_or(TimeDelta::days(1)).min(TimeDelta::days(1))
}
